"""Small repositories of which one file uses another, and what the gate says of a change there."""

from agents.repository.graph import Graph, graph
from agents.repository.module import packed
from agents.repository.reading import read
from policies.gates import dependents
from policies.gates.input import GateInput
from policies.tree import Change
from policies.verdict import Verdict
from tests.policies.gates.patchsets import DEFAULT, patchset_of

Files = dict[str, str]


ACCOUNTS = "import os\n\nLIMIT = 3\n\ndef member_of(user, account, strict=False):\n    return True\n\ndef _own():\n    pass\n"


VIEWS = "from app.accounts import member_of\n\ndef show(user):\n    return member_of(user, 1)\n"


SHOP: Files = {"app/__init__.py": "", "app/accounts.py": ACCOUNTS, "app/views.py": VIEWS}


RENAMED = ACCOUNTS.replace("member_of", "belongs_to")


GO: Files = {
    "go.mod": "module example.com/shop\n\ngo 1.22\n",
    "money/money.go": "package money\n\nfunc Add(a, b int) int { return a + b }\n\nfunc half(a int) int { return a / 2 }\n",
    "money/tax.go": "package money\n\nfunc Tax(a int) int { return half(a) }\n",
    "cmd/shop/main.go": 'package main\n\nimport "example.com/shop/money"\n\nfunc main() { println(money.Add(1, 2)) }\n',
}


MONEY = GO["money/money.go"]


def known(files: Files) -> Graph:
    """The graph of these files."""
    modules = {path: read(path, text.encode()) for path, text in files.items()}
    return graph({path: packed(each) for path, each in modules.items() if each is not None}, files=set(files))


def said(files: Files, *changes: Change) -> Verdict:
    return dependents.judge(GateInput(patchset_of(*changes), ("**",), DEFAULT, graph=known(files)))
