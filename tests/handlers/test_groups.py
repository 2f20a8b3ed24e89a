"""What our check says of a merge queue's group, for each way its pull requests may stand."""

from collections.abc import Sequence

import pytest

from handlers.replies.groups import Member, group_check

OURS = Member(41, ours=True, head_sha="a" * 40, conclusion="success")
CALM = Member(42, ours=True, head_sha="b" * 40, conclusion="neutral")
RED = Member(43, ours=True, head_sha="c" * 40, conclusion="failure")
UNDONE = Member(44, ours=True, head_sha="d" * 40, conclusion="")
THEIRS = Member(45, ours=False, head_sha="e" * 40, conclusion="")


@pytest.mark.parametrize(
    ("members", "conclusion", "title"),
    [
        ((OURS,), "success", "#41 passed on its own head"),
        ((OURS, CALM, THEIRS), "success", "#41 and #42 passed on their own head"),
        ((OURS, RED, UNDONE), "failure", "#43 has not passed on its own head"),
        ((UNDONE,), "failure", "#44 has not passed on its own head"),
        ((THEIRS,), "neutral", "no pull request of mine is in this group"),
        ((), "neutral", "no pull request of mine is in this group"),
    ],
)
def test_a_group_passes_when_each_of_ours_did(members: Sequence[Member], conclusion: str, title: str) -> None:
    check = group_check(members)
    assert (check.conclusion, check.title) == (conclusion, title)


def test_each_pull_request_of_a_group_has_a_row_and_nobody_is_promised_the_group_s_bytes() -> None:
    said = group_check((OURS, CALM, RED, UNDONE, THEIRS)).summary
    assert [line for line in said.splitlines() if line.startswith("| #")] == [
        "| #41 | `aaaaaaa` | ✅ passed |",
        "| #42 | `bbbbbbb` | ⚪ nothing against it |",
        "| #43 | `ccccccc` | 🔴 not passed |",
        "| #44 | `ddddddd` | 🔴 not there, or not done |",
        "| #45 | `eeeeeee` | ⚪ not mine |",
    ]
    assert "nobody has approved its bytes" in said
