"""Several wishes in one comment, in one list and in one sentence: each is heard, and none is lost without a word."""

import time

import pytest

from agents.builtin.pieces import pieces
from tests.agents.edited import DROPPED, outcomes, planned

GONE = DROPPED.format("R-4")
LATER = "Put off R-4: it stands among what comes later."
DJANGO = "Recorded as constraint C-1; the plan uses Django."
MUST, COULD = "R-1 is now “must”.", "R-4 is now “could”."


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("drop R-4 and use Django", [GONE, DJANGO]),
        ("drop R-4, use Django", [GONE, DJANGO]),
        ("drop R-4 and build it with Django", [GONE, DJANGO]),
        ("drop R-4 and we need a dark mode", [GONE, "Added R-6."]),
        ("drop R-4 and R-3 is a nice to have", [GONE, "R-3 is now “could”."]),
        ("merge R-2 and R-4 and use Django", ["Merged R-4 into R-2.", DJANGO]),
        ("make R-1 must and use Django", [MUST, DJANGO]),
        ("make R-1 must, R-4 could", [MUST, COULD]),
        ("R-1 must, R-4 could", [MUST, COULD]),
        ("R-4 can wait and R-1 is must", [LATER, MUST]),
        ("First drop R-4, then move R-3 to the api, finally make R-1 must", [GONE, "Moved R-3 to api.", MUST]),
        ("1) drop R-4 2) use Django", [GONE, DJANGO]),
        ("use Django\n\nR-4: could", [DJANGO, COULD]),
        ("constraint: hosted in the EU and non-goal: payments", ["Recorded as constraint C-1.", "Recorded as non-goal X-1."]),
        ("please add:\n- undo\n- a dark mode", ["Added R-6.", "Added R-7."]),
        ("drop these:\n- R-4\n- R-3", [GONE, DROPPED.format("R-3")]),
        ("- drop R-4", [GONE]),
        ("1. drop R-4", [GONE]),
        ("drop `R-4`", [GONE]),
        ("drop **R-4** and “R-3”", [DROPPED.format("R-4, R-3")]),
        ("there is no need for R-4", [GONE]),
    ],
)  # fmt: skip
def test_each_wish_is_heard(comment: str, said: list[str]) -> None:
    assert outcomes(comment) == said


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("make R-1 and R-2 must", ["R-1, R-2 are now “must”."]),
        ("R-2 and R-4 are the same", ["Merged R-4 into R-2."]),
        ("drop R-4 because it is like R-3", [GONE]),
        ("change R-3 to A weekly report is sent and R-1 is shown", ["Changed R-3."]),
        ("add requirement: a member can drop R-4 and use an app", ["Added R-6."]),
    ],
)
def test_one_wish_stays_one(comment: str, said: list[str]) -> None:
    assert outcomes(comment) == said


@pytest.mark.parametrize(
    "spite", ["R-1, ", "drop R-1 and ", "drop R-1 - - ", "R-1 is a and ", "could you please ", "- "]
)
def test_a_long_comment_of_nothing_is_read_at_once(spite: str) -> None:
    began = time.process_time()
    assert pieces((spite * 4_000)[:4_000])
    assert time.process_time() - began < 1


def test_what_a_lead_says_is_said_of_each_row() -> None:
    assert [
        each.text for each in planned("also add these features:\n- undo a loan\n- rate a tool").requirements
    ][5:] == [
        "Undo a loan",
        "Rate a tool",
    ]
