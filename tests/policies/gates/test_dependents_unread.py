"""What stands in files that are not read is never taken for missing, and is said where it could matter."""

import pytest

from agents.repository.graph import Graph
from policies.gates import dependents
from policies.gates.input import GateInput
from policies.tree import Change
from policies.verdict import Pass, Verdict, Warn
from tests.policies.gates.patchsets import DEFAULT, edit, new, patchset_of
from tests.policies.gates.shops import ACCOUNTS, GO, MONEY, RENAMED, SHOP, Files, known, said


@pytest.mark.parametrize(
    ("files", "unread", "change"),
    [
        (GO, "money/odd.go", edit("money/money.go", MONEY, MONEY.replace("half(", "third("))),
        (
            {**SHOP, "app/views.py": "from app.odd import member_of\nfrom app.accounts import LIMIT\n"},
            "app/odd.py",
            edit("app/accounts.py", ACCOUNTS, RENAMED),
        ),
    ],
    ids=["another file of a Go package", "a module in between"],
)
def test_what_a_file_that_cannot_be_read_may_hold_is_not_missed(
    files: Files, unread: str, change: Change
) -> None:
    assert isinstance(said({**files, unread: "\0"}, change), Pass)


def test_what_was_not_read_is_said_where_it_could_matter() -> None:
    whole = known(SHOP)
    partly = Graph(
        whole.modules,
        whole.places,
        whole.importers,
        {"big.py": "is larger than 512 KiB", "x.go": "was not given"},
    )
    changed = edit("app/accounts.py", ACCOUNTS, f"{ACCOUNTS}\n# more\n")

    def judged(*changes: Change) -> Verdict:
        return dependents.judge(GateInput(patchset_of(*changes), ("**",), DEFAULT, graph=partly))

    verdict = judged(changed)
    assert isinstance(verdict, Warn)
    assert verdict.evidence == ("big.py: is larger than 512 KiB",)
    assert isinstance(judged(new("app/new.py")), Pass)
