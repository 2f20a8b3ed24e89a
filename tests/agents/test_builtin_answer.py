"""The built-in answers: each role's question in, canonical JSON or a plain reason out."""

from pathlib import Path

import pytest

from agents.ask import Answered, Unanswered, ask
from agents.builtin import answer
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import triage as triages

PRD = (Path(__file__).parents[1] / "prds" / "clinic-booking.md").read_text()


def test_the_planner_answers_with_a_pack() -> None:
    outcome = answer(ask("planner", {"body": PRD}))
    assert isinstance(outcome, Answered)
    assert packs.canonical(packs.load(outcome.content)) == outcome.content
    assert outcome.usage.model == "built-in"


def test_decomposition_answers_with_a_backlog() -> None:
    plan = answer(ask("planner", {"body": PRD}))
    assert isinstance(plan, Answered)
    outcome = answer(ask("decomposition", {"pack": packs.load(plan.content).model_dump(mode="json")}))
    assert isinstance(outcome, Answered)
    assert backlogs.load(outcome.content).units


def test_an_empty_prd_is_no_plan_and_the_reason_is_said() -> None:
    outcome = answer(ask("planner", {"body": " "}))
    assert isinstance(outcome, Unanswered)
    assert outcome.reason == "The PRD is empty. Write at least one sentence that says what shall be built."


def test_a_question_that_does_not_fit_is_not_answered() -> None:
    outcome = answer(ask("planner", {"text": PRD}))
    assert isinstance(outcome, Unanswered)
    assert outcome.reason == "the question does not fit the role planner: 2 mistakes"


@pytest.mark.parametrize(
    ("body", "verdict", "remedy"),
    [
        (PRD, "GO", False),
        ("An app for dogs.", "DEFER", True),
        ("", "NO-GO", True),
        ("Thanks for the lunch yesterday. " * 60, "NO-GO", True),
    ],
    ids=["a PRD", "one sentence", "nothing", "a letter"],
)
def test_triage_recommends(body: str, verdict: str, remedy: bool) -> None:  # noqa: FBT001  # a column of the table
    outcome = answer(ask("triage", {"body": body}))
    assert isinstance(outcome, Answered)
    found = triages.load(outcome.content)
    assert found.verdict == verdict
    assert found.reasons
    assert bool(found.remedies) is remedy
