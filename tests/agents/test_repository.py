"""What a repository's files offer and take, where imports lead, and what of it a model is shown."""

import pytest

from agents.repository import outline
from agents.repository.context import (
    LONGEST,
    MOST_BYTES,
    MOST_FILES,
    MOST_PATHS,
    Look,
    Wanted,
    context,
    wanted,
)
from agents.repository.graph import graph
from agents.repository.module import Call, Definition, Import, Module, Signature, Use, packed, unpacked
from agents.repository.reading import read
from agents.repository.shown import NAMED

Files = dict[str, str]


def looked(files: Files, *named: str) -> Look:
    """A look at these files from these paths, with the graph over them."""
    modules = {path: read(path, text.encode()) for path, text in files.items()}
    known = graph({path: packed(each) for path, each in modules.items() if each}, files=set(files))
    return Look(phase="implementation", paths=set(files), named=named, graph=known)


def of(path: str, text: str) -> Module:
    found = read(path, text.encode())
    assert found is not None
    return found


def test_a_python_file_offers_its_top_level_and_takes_what_it_imports() -> None:
    module = of(
        "shop/cart.py",
        "import os.path, json as j\nfrom .prices import tax as t\n\nRATE: int = 7\n\n\n"
        "def total(items, /, *, rounded=False):\n    return t(items, rate=RATE) + j.dumps(items)\n",
    )
    assert module.definitions == (
        Definition(4, "RATE"),
        Definition(7, "total", Signature(("items",), 1, named=("rounded",), unnamed=1)),
        Definition(1, "os"),
        Definition(1, "j"),
        Definition(2, "t"),
    )
    assert module.imports == (
        Import(1, "os.path", "", "os.path"),
        Import(1, "json", "", "j"),
        Import(2, ".prices", "tax", "t"),
    )
    assert module.uses == (Use(8, "t", Call(1, ("rate",))), Use(8, "j.dumps", Call(1)))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "def f(a, b=1, *c, d, **e): ...\nclass A(B):\n    def __init__(self, x): ...\n"),
        ("a.ts", "export const f = (a: string, b?: number) => a\nimport * as n from './n'\nn.g(...x)\n"),
        ("a.go", 'package a\nimport x "y/z"\nfunc F(a ...int) { x.G(h()) }\n'),
        ("go.mod", "module example.com/a\n"),
        ("b.py", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")),
    ],
)
def test_a_module_comes_back_as_it_was_packed(path: str, text: str) -> None:
    module = of(path, text)
    assert unpacked(packed(module)) == module


@pytest.mark.parametrize(
    "content", [b"\0", b"x = 1\n" * 100_000, b"x" * 30_000], ids=["binary", "too large", "minified"]
)
def test_what_only_a_program_can_have_written_is_not_read(content: bytes) -> None:
    assert read("a.js", content) is None


@pytest.mark.parametrize("path", ["a.py", "a.js", "a.ts", "a.tsx", "a.go", "go.mod"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00"[:2], b"((((((" * 200, b"import import from\n", b"\xf0\x9f"]
)
def test_no_bytes_raise(path: str, content: bytes) -> None:
    assert read(path, content) is not None


LEADS: dict[str, tuple[Files, str, tuple[str, ...]]] = {
    "a module of a package beside src": (
        {"src/shop/__init__.py": "", "src/shop/db.py": "", "tests/test_db.py": "import shop.db"},
        "tests/test_db.py",
        ("src/shop/db.py",),
    ),
    "a module of one of several projects": (
        {"a/shop/__init__.py": "", "a/shop/db.py": "", "b/shop/__init__.py": "", "b/shop/db.py": "", "b/run.py": "from shop import db"},
        "b/run.py",
        ("b/shop/db.py", "b/shop/__init__.py"),
    ),
    "a script beside a module": ({"run.py": "import db", "db.py": ""}, "run.py", ("db.py",)),
    "the standard library, though a package has such a module": (
        {"shop/__init__.py": "", "shop/json.py": "", "shop/db.py": "import json"},
        "shop/db.py",
        (),
    ),
    "two folders up": ({"a/b/c.py": "from ..x import y", "a/x.py": "y = 1"}, "a/b/c.py", ("a/x.py",)),
    "above the root": ({"c.py": "from ...x import y", "x.py": "y = 1"}, "c.py", ()),
    "JavaScript without a suffix": ({"a.js": "import './b'", "b.jsx": ""}, "a.js", ("b.jsx",)),
    "a folder with an index": ({"a.ts": "import x from './b'", "b/index.ts": ""}, "a.ts", ("b/index.ts",)),
    "TypeScript by the name of what is made of it": ({"a.ts": "import './b.js'", "b.ts": ""}, "a.ts", ("b.ts",)),
    "an alias of the root": ({"w/src/a/b.ts": "import x from '@/c'", "w/src/c.ts": ""}, "w/src/a/b.ts", ("w/src/c.ts",)),
    "a package of npm": ({"a.ts": "import x from 'react'", "react.ts": ""}, "a.ts", ()),
    "a package of Go, without its tests": (
        {"go.mod": "module x.io/m", "a/a.go": 'package a\nimport "x.io/m/b"', "b/b.go": "package b", "b/b_test.go": "package b"},
        "a/a.go",
        ("b/b.go",),
    ),
    "a package of a nested Go module": (
        {"go.mod": "module x.io/m", "n/go.mod": "module x.io/m/n", "n/b/b.go": "package b", "a.go": 'package a\nimport "x.io/m/n/b"'},
        "a.go",
        ("n/b/b.go",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "path", "leads"), LEADS.values(), ids=list(LEADS))
def test_imports_lead_where_their_language_says(files: Files, path: str, leads: tuple[str, ...]) -> None:
    assert looked(files).graph.imports(path) == leads


SHOP: Files = {
    "AGENTS.md": "Short functions.\n",
    "docs/CONTRIBUTING.md": "Be kind.\n",
    ".signalbox/context/implementation.md": "Say loan.\n",
    ".signalbox/context/planning.md": "One process.\n",
    ".github/workflows/ci.yml": "on: push\n",
    "pyproject.toml": "[project]\n",
    "shop/__main__.py": "from shop.cart import total\n",
    "shop/cart.py": "from shop.prices import tax\n\n\ndef total(): ...\n",
    "shop/prices.py": "def tax(): ...\n",
    "shop/far.py": "",
    "tests/test_cart.py": "from shop.cart import total\n",
}


def test_what_is_shown_is_the_units_files_how_people_work_tests_callers_and_what_is_called() -> None:
    look = looked(SHOP, "shop/cart.py", "shop/new.py")
    assert [(each.path, each.why) for each in wanted(look)] == [
        ("shop/cart.py", NAMED),
        ("docs/CONTRIBUTING.md", "says how people work here"),
        ("AGENTS.md", "says how people work here"),
        (".signalbox/context/implementation.md", "says how people work here"),
        ("tests/test_cart.py", "tests shop/cart.py"),
        ("shop/__main__.py", "uses shop/cart.py"),
        ("shop/prices.py", "is used by shop/cart.py"),
        ("shop/far.py", "lies beside shop/new.py"),
        ("pyproject.toml", "says what this is and needs"),
    ]
    shown = context(look, wanted(look), SHOP)
    assert shown.languages == ("Python (5)",)
    assert shown.entry_points == ("shop/__main__.py",)
    assert shown.checks == (".github/workflows/ci.yml",)
    assert shown.tests == ("tests (1)",)
    assert shown.to_change() == {"shop/cart.py": SHOP["shop/cart.py"]}
    assert shown.dependents == (
        "shop/__main__.py:1 takes total from shop/cart.py",
        "tests/test_cart.py:1 takes total from shop/cart.py",
    )
    assert shown.cut == ()


def test_each_phase_has_its_own_page_of_conventions() -> None:
    pages = [outline.conventions(SHOP, phase)[-1] for phase in ("planning", "implementation", "review")]
    assert pages == [".signalbox/context/planning.md", ".signalbox/context/implementation.md", "AGENTS.md"]


def test_what_does_not_fit_is_cut_and_said() -> None:
    files = {f"a/f{number:03}.txt": "x" * 9_000 for number in range(60)} | {
        "a/mine.txt": "m" * 100_000,
        "b/long.md": "line\n" * 10_000,
    }
    asked = [Wanted("a/mine.txt", NAMED), Wanted("b/long.md", "w"), *(Wanted(path, "w") for path in files)]
    paths = {*files, *(f"c/{number}" for number in range(400))}
    look = Look(phase="implementation", paths=paths, named=("a/mine.txt",))
    shown = context(look, [*asked[:2], Wanted("gone.bin", "w"), *asked[2:40]], files)

    assert len(shown.files) <= MOST_FILES
    assert shown.size <= MOST_BYTES
    assert shown.files[0].text == files["a/mine.txt"]
    assert (shown.files[1].whole, len(shown.files[1].text)) == (False, LONGEST)
    assert len(shown.tree) == MOST_PATHS
    assert shown.cut[0] == "b/long.md is shown to its first 16000 of 50000 bytes."
    assert shown.cut[1] == "gone.bin is no text, or could not be read."
    assert "a/f014.txt is left out: 40 files and 240000 bytes are shown at most." in shown.cut
    assert shown.cut[-1] == "162 further paths of the tree are not listed."
