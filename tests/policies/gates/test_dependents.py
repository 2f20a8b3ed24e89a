"""What a patchset takes from others: the names, modules and calls that break, and honest changes that break nothing."""

import pytest

from policies.tree import Change
from policies.verdict import Block, Pass
from tests.policies.gates.patchsets import delete, edit, new
from tests.policies.gates.shops import ACCOUNTS, GO, MONEY, RENAMED, SHOP, VIEWS, Files, said

WEB: Files = {
    "web/src/price.ts": "export function price(of: Item, tax = 0) {\n  return 1\n}\nexport type Item = string\n",
    "web/src/cart.tsx": "import { price, type Item } from './price.js'\nexport const total = (item: Item) => price(item, 19)\n",
}
PRICE = WEB["web/src/price.ts"]


BROKEN: dict[str, tuple[Files, tuple[Change, ...], str]] = {
    "a name is renamed": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, RENAMED),),
        "app/accounts.py: `member_of` is gone; app/views.py:1 uses it",
    ),
    "a module is deleted": (
        SHOP,
        (delete("app/accounts.py", ACCOUNTS),),
        "app/accounts.py: is gone; app/views.py:1 uses it",
    ),
    "a module is moved, and its importer is not told": (
        SHOP,
        (delete("app/accounts.py", ACCOUNTS), new("app/people.py", ACCOUNTS)),
        "app/accounts.py: is gone; app/views.py:1 uses it",
    ),
    "a parameter more is wanted": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("strict=False", "strict")),),
        "app/accounts.py: `member_of(user, account, strict)` does not take what it is given; app/views.py:4 uses it",
    ),
    "a parameter is taken away": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("user, account, strict=False", "user")),),
        "app/accounts.py: `member_of(user)` does not take what it is given; app/views.py:4 uses it",
    ),
    "a parameter that is given by name is renamed": (
        {**SHOP, "app/views.py": VIEWS.replace("(user, 1)", "(user, account=1)")},
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("account", "of")),),
        "app/accounts.py: `member_of(user, of, strict=…)` does not take what it is given; app/views.py:4 uses it",
    ),
    "a file of the patchset itself still uses it": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, RENAMED), edit("app/views.py", VIEWS, VIEWS + "\nx = 1\n")),
        "app/accounts.py: `member_of` is gone; app/views.py:1 uses it",
    ),
    "a new file of the patchset uses what it takes away": (
        {"app/accounts.py": ACCOUNTS},
        (edit("app/accounts.py", ACCOUNTS, RENAMED), new("app/views.py", VIEWS)),
        "app/accounts.py: `member_of` is gone; app/views.py:1 uses it",
    ),
    "it is used through its module": (
        {"accounts.py": ACCOUNTS, "views.py": "import accounts as a\nprint(a.LIMIT, a.member_of(1, 2))\n"},
        (edit("accounts.py", ACCOUNTS, ACCOUNTS.replace("LIMIT", "MOST")),),
        "accounts.py: `LIMIT` is gone; views.py:2 uses it",
    ),
    "it is used through its package": (
        {**SHOP, "app/views.py": "import app.accounts\napp.accounts.member_of(1, 2)\n"},
        (edit("app/accounts.py", ACCOUNTS, RENAMED),),
        "app/accounts.py: `member_of` is gone; app/views.py:2 uses it",
    ),
    "it is imported by a relative name, inside a function": (
        {**SHOP, "app/views.py": "def show():\n    from .accounts import member_of as m\n    return m(1, 2)\n"},
        (edit("app/accounts.py", ACCOUNTS, RENAMED),),
        "app/accounts.py: `member_of` is gone; app/views.py:2 uses it",
    ),
    "a test beside the package uses it": (
        {
            "src/app/__init__.py": "",
            "src/app/accounts.py": ACCOUNTS,
            "tests/test_it.py": "from app.accounts import member_of\n",
        },
        (edit("src/app/accounts.py", ACCOUNTS, RENAMED),),
        "src/app/accounts.py: `member_of` is gone; tests/test_it.py:1 uses it",
    ),
    "its package hands it on": (
        {**SHOP, "app/__init__.py": "from app.accounts import *\n", "app/views.py": "from app import member_of\n"},
        (edit("app/accounts.py", ACCOUNTS, RENAMED),),
        "app/accounts.py: `member_of` is gone; app/views.py:1 uses it",
    ),
    "an object of a class is made otherwise": (
        {"a.py": "class Box:\n    def __init__(self, size): ...\n", "b.py": "from a import Box\nBox(3)\n"},
        (edit("a.py", "class Box:\n    def __init__(self, size): ...\n", "class Box:\n    def __init__(self): ...\n"),),
        "a.py: `Box()` does not take what it is given; b.py:2 uses it",
    ),
    "five files use it": (
        {"a.py": "def f(): ...\n", **{f"b{n}.py": "from a import f\n" for n in range(5)}},
        (edit("a.py", "def f(): ...\n", "def g(): ...\n"),),
        "a.py: `f` is gone; b0.py:1, b1.py:1, b2.py:1 and 2 more use it",
    ),
    "a TypeScript function is renamed": (
        WEB,
        (edit("web/src/price.ts", PRICE, PRICE.replace("price(", "cost(")),),
        "web/src/price.ts: `price` is gone; web/src/cart.tsx:1 uses it",
    ),
    "a TypeScript type is gone": (
        WEB,
        (edit("web/src/price.ts", PRICE, PRICE.replace("export type", "type")),),
        "web/src/price.ts: `Item` is gone; web/src/cart.tsx:1 uses it",
    ),
    "a TypeScript function takes less": (
        WEB,
        (edit("web/src/price.ts", PRICE, PRICE.replace(", tax = 0", "")),),
        "web/src/price.ts: `price(of)` does not take what it is given; web/src/cart.tsx:2 uses it",
    ),
    "a barrel hands it on": (
        {
            "src/a.ts": "export const one = 1\n",
            "src/index.ts": "export * from './a'\n",
            "src/b.ts": "import { one } from '.'\n",
        },
        (edit("src/a.ts", "export const one = 1\n", "export const two = 1\n"),),
        "src/a.ts: `one` is gone; src/b.ts:1 uses it",
    ),
    "a default is gone": (
        {"a.js": "export default 1\n", "b.js": "import a from './a'\n"},
        (edit("a.js", "export default 1\n", "export const a = 1\n"),),
        "a.js: `default` is gone; b.js:1 uses it",
    ),
    "a name of CommonJS is gone": (
        {"a.js": "exports.one = 1\n", "b.js": "const a = require('./a')\nconsole.log(a.one)\n"},
        (edit("a.js", "exports.one = 1\n", "exports.two = 1\n"),),
        "a.js: `one` is gone; b.js:2 uses it",
    ),
    "a JavaScript function wants more": (
        {"a.js": "export const f = (x) => x\n", "b.js": "import * as a from './a.js'\na.f(1)\n"},
        (edit("a.js", "export const f = (x) => x\n", "export const f = (x, y) => x\n"),),
        "a.js: `f(x, y, …)` does not take what it is given; b.js:2 uses it",
    ),
    "a Go function takes more": (
        GO,
        (edit("money/money.go", MONEY, MONEY.replace("a, b int", "a, b, c int")),),
        "money/money.go: `Add(a, b, c)` does not take what it is given; cmd/shop/main.go:5 uses it",
    ),
    "a Go function is gone": (
        GO,
        (edit("money/money.go", MONEY, MONEY.replace("Add(", "Sum(")),),
        "money/money.go: `Add` is gone; cmd/shop/main.go:5 uses it",
    ),
    "another file of a Go package used it": (
        GO,
        (edit("money/money.go", MONEY, MONEY.replace("half(", "third(")),),
        "money/money.go: `half` is gone; money/tax.go:3 uses it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "changes", "evidence"), BROKEN.values(), ids=list(BROKEN))
def test_what_others_lose_is_blocked_with_the_place_that_loses_it(
    files: Files, changes: tuple[Change, ...], evidence: str
) -> None:
    verdict = said(files, *changes)
    assert isinstance(verdict, Block)
    assert verdict.evidence == (evidence,)


WHOLE: dict[str, tuple[Files, tuple[Change, ...]]] = {
    "the importer is changed with it": (
        SHOP,
        (
            edit("app/accounts.py", ACCOUNTS, RENAMED),
            edit("app/views.py", VIEWS, VIEWS.replace("member_of", "belongs_to")),
        ),
    ),
    "the importer goes with it": (
        SHOP,
        (delete("app/accounts.py", ACCOUNTS), delete("app/views.py", VIEWS)),
    ),
    "the old name stays": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, RENAMED + "\nmember_of = belongs_to\n"),),
    ),
    "the name comes from elsewhere now": (
        SHOP,
        (
            edit("app/accounts.py", ACCOUNTS, "from app.people import member_of\n"),
            new("app/people.py", ACCOUNTS),
        ),
    ),
    "a parameter with a default is new": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("strict=False", "strict=False, at=None")),),
    ),
    "nobody imports what goes": (SHOP, (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("_own", "_mine")),)),
    "a module becomes a package": (
        SHOP,
        (delete("app/accounts.py", ACCOUNTS), new("app/accounts/__init__.py", ACCOUNTS)),
    ),
    "JavaScript becomes TypeScript": (
        {"a.js": "export const one = 1\n", "b.js": "import { one } from './a.js'\n"},
        (delete("a.js", "export const one = 1\n"), new("a.ts", "export const one = 1\n")),
    ),
    "what is used of it was never there": (
        {"a.py": "def f(): ...\n", "b.py": "import a\na.unknown()\n"},
        (edit("a.py", "def f(): ...\n", "def g(): ...\n"),),
    ),
    "another file of a Go package uses nothing of it": (
        {**GO, "money/tax.go": 'package money\n\nimport "fmt"\n\nfunc Tax(a int) int { fmt.Println(a); return a }\n'},
        (edit("money/money.go", MONEY, MONEY.replace("half(", "third(")),),
    ),
    "another package of the same name": (
        {**SHOP, "app/views.py": "from accounts import member_of\n"},
        (edit("app/accounts.py", ACCOUNTS, RENAMED),),
    ),
    "a call spreads a list": (
        {**SHOP, "app/views.py": "from app.accounts import member_of\nmember_of(*x)\n"},
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("strict=False", "strict")),),
    ),
    "a call that never fitted": (
        {**SHOP, "app/views.py": "from app.accounts import member_of\nmember_of()\n"},
        (edit("app/accounts.py", ACCOUNTS, ACCOUNTS.replace("strict=False", "strict")),),
    ),
    "a decorator may give it other parameters": (
        {"a.py": "@deco\ndef f(x): ...\n", "b.py": "from a import f\nf(1)\n"},
        (edit("a.py", "@deco\ndef f(x): ...\n", "@deco\ndef f(x, y): ...\n"),),
    ),
    "a module answers for any name": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, "def __getattr__(name): ...\n"),),
    ),
    "names come from a package that is not here": (
        SHOP,
        (edit("app/accounts.py", ACCOUNTS, "from elsewhere import *\n"),),
    ),
    "an export that is computed": (
        {"a.js": "exports.one = 1\n", "b.js": "const { one } = require('./a')\n"},
        (edit("a.js", "exports.one = 1\n", "module.exports = build()\n"),),
    ),
    "a name moves behind the same barrel": (
        {
            "src/a.ts": "export const one = 1\n",
            "src/c.ts": "export const three = 3\n",
            "src/index.ts": "export * from './a'\nexport * from './c'\n",
            "src/b.ts": "import { one } from './index'\n",
        },
        (
            edit("src/a.ts", "export const one = 1\n", "export const two = 1\n"),
            edit("src/c.ts", "export const three = 3\n", "export const one = 1\n"),
        ),
    ),
    "JavaScript takes more than it wants": (
        {"a.js": "export const f = (x, y) => x\n", "b.js": "import { f } from './a.js'\nf(1, 2)\n"},
        (edit("a.js", "export const f = (x, y) => x\n", "export const f = (x) => x\n"),),
    ),
    "a Go function moves within its package": (
        GO,
        (
            edit("money/money.go", MONEY, MONEY.replace("func half(a int) int { return a / 2 }\n", "")),
            new("money/half.go", "package money\n\nfunc half(a int) int { return a / 2 }\n"),
        ),
    ),
    "a Go function becomes variadic": (
        GO,
        (edit("money/money.go", MONEY, MONEY.replace("a, b int", "a ...int")),),
    ),
    "a file that cannot be parsed": (SHOP, (edit("app/accounts.py", ACCOUNTS, "\0"),)),
    "a file of no language that is read": ({"a.txt": "x"}, (delete("a.txt", "x"),)),
}  # fmt: skip


@pytest.mark.parametrize(("files", "changes"), WHOLE.values(), ids=list(WHOLE))
def test_a_change_that_takes_nothing_from_others_passes(files: Files, changes: tuple[Change, ...]) -> None:
    verdict = said(files, *changes)
    assert isinstance(verdict, Pass), verdict
    read_here = sum(path.endswith((".py", ".js", ".ts", ".tsx", ".go", "go.mod")) for path in files)
    assert verdict.evidence == (f"looked at {read_here} source file{'' if read_here == 1 else 's'}",)
