"""What a review may say: only of the files under review, at lines that are there, and not too much at once."""

from typing import Any

import pytest

from agents.ask import Answered, Unanswered
from agents.builtin import answer
from agents.schemas import review as reviews
from tests.agents.modelled import outcome_of, review_ask


def finding(**changed: Any) -> dict[str, Any]:
    known = {
        "severity": "major",
        "category": "correctness",
        "path": "src/books.py",
        "line": 2,
        "text": "Nothing is lent.",
    }
    return {**known, **changed}


@pytest.mark.parametrize(
    ("findings", "mistake"),
    [
        ([finding(path="src/other.py")], "src/other.py is not one of the files under review"),
        ([finding(line=0)], "so none is line 0"),
        ([finding(line=4)], "has 3 lines, so none is line 4"),
        ([finding()] * 13, "give at most 12 findings"),
        ([finding(severity="blocker")], "severity"),
        ([finding(text="")], "text"),
        ([finding(approve=True)], "Extra inputs are not permitted"),
    ],
)
def test_a_review_of_something_else_is_a_mistake(findings: list[dict[str, Any]], mistake: str) -> None:
    outcome = outcome_of(review_ask(), {"findings": findings})
    assert isinstance(outcome, tuple)
    assert mistake in " ".join(outcome)


@pytest.mark.parametrize("findings", [[], [finding()], [finding(line=None), finding(line=1)]])
def test_a_review_that_fits_is_kept_as_it_is(findings: list[dict[str, Any]]) -> None:
    outcome = outcome_of(review_ask(), {"findings": findings})
    assert isinstance(outcome, Answered)
    assert [each.model_dump() for each in reviews.load(outcome.content).findings] == findings


def test_without_a_model_there_is_no_review() -> None:
    assert answer(review_ask()) == Unanswered(
        "Without a model nobody reviews but people.", answer(review_ask()).usage
    )
