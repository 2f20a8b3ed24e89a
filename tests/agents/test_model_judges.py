"""What is made of a model's backlog and of its proposal for a unit."""

import json

import pytest

from agents.ask import Answered, ask
from agents.builtin import answer
from agents.schemas import backlog as backlogs
from agents.schemas import triage as triages
from tests.agents.modelled import backlog_ask, implementation_ask, outcome_of

SHELF = (
    "# Shelf\n\n## Features\n- Members can add a tool.\n- Members can lend a tool.\n- Members can return a tool.\n"
    "- Members can see who has a tool.\n\n## Constraints\n- Written in PHP\n"
)
NO_PHP = "forbidden: [PHP]"
AGAINST = (
    "The built-in rules recommend DEFER: The PRD asks for PHP, and the repository’s constraints rule it out"
    " (“forbidden: PHP”)."
)


@pytest.mark.parametrize(
    ("constraints", "verdict", "reasons"),
    [
        ("", "GO", ["It is clear."]),
        ("", "DEFER", ["It is clear."]),
        (NO_PHP, "DEFER", ["It is clear."]),
        (NO_PHP, "GO", ["It is clear.", AGAINST]),
    ],
    ids=["nothing", "the model alone", "both", "the rules alone"],
)
def test_what_the_rules_hold_against_a_document_stands_below_what_the_model_says_of_it(
    constraints: str, verdict: str, reasons: list[str]
) -> None:
    said = {"schema_version": "1", "verdict": verdict, "reasons": ["It is clear."], "remedies": []}
    outcome = outcome_of(ask("triage", {"body": SHELF, "constraints": constraints}), said)
    assert isinstance(outcome, Answered)
    found = triages.load(outcome.content)
    assert (found.verdict, list(found.reasons)) == (verdict, reasons)


def test_a_whole_backlog_is_taken() -> None:
    asked, backlog = backlog_ask()
    assert isinstance(outcome_of(asked, backlog), Answered)


def test_a_backlog_that_loses_a_requirement_is_sent_back() -> None:
    asked, backlog = backlog_ask()
    for unit in backlog["units"]:
        unit["requirement_ids"] = [each for each in unit["requirement_ids"] if each != "FR-2"]
        unit["foundation"] = unit["foundation"] or not unit["requirement_ids"]
    outcome = outcome_of(asked, backlog)
    assert outcome == ("no unit serves FR-2",)


def test_a_backlog_with_a_cycle_is_sent_back() -> None:
    asked, backlog = backlog_ask()
    first, second = backlog["units"][:2]
    first["depends_on"], second["depends_on"] = [second["id"]], [first["id"]]
    outcome = outcome_of(asked, backlog)
    assert isinstance(outcome, tuple)
    assert "wait for one another" in outcome[0]


@pytest.mark.parametrize(
    ("reply", "complaint"),
    [
        ({"proposal": None, "cannot": None}, "fill exactly one of proposal and cannot"),
        (
            {"proposal": None, "cannot": {"unit_id": "U-02", "reason": "r", "what_would_help": "w"}},
            "unit_id must be U-01",
        ),
    ],
    ids=["neither", "another unit"],
)
def test_a_proposal_must_be_for_its_unit(reply: object, complaint: str) -> None:
    assert outcome_of(implementation_ask(), reply) == (complaint,)


def test_an_honest_no_is_an_answer() -> None:
    reply = {"proposal": None, "cannot": {"unit_id": "U-01", "reason": "r", "what_would_help": "w"}}
    assert isinstance(outcome_of(implementation_ask(), reply), Answered)


def test_a_wish_that_no_rule_understands_is_not_said_to_be_unread_where_a_model_cut_the_backlog() -> None:
    asked, _ = backlog_ask()
    inputs = json.loads(asked.inputs) | {"refinements": [{"text": "make it nicer", "by": "mona"}]}
    wished = ask("decomposition", inputs)
    cut = answer(wished)
    assert isinstance(cut, Answered)
    assert "without a model I do not understand these words" in backlogs.load(cut.content).notes[-1]

    outcome = outcome_of(wished, json.loads(cut.content))

    assert isinstance(outcome, Answered)
    assert backlogs.load(outcome.content).notes == (
        "“make it nicer” (`@mona`) went to the model, to cut the backlog with it in mind.",
    )
