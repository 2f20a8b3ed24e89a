"""Answers that fit their schema and cannot be meant: each is sent back with a sentence, and no id of ours is ever in the way."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from agents.ask import Answered, ask
from agents.model_turns import mistakes
from agents.schemas import pack as packs
from tests.agents.modelled import (
    BODY,
    PLAN,
    backlog_ask,
    demands,
    design,
    domain,
    outcome_of,
    reply,
    workflows,
)

Backlog = dict[str, Any]


def five_thousand(backlog: Backlog) -> None:
    backlog["units"] = [
        {"id": f"U-{n:04}", "title": "Do it", "slice": f"S{n % 60 + 1}", "summary": "", "foundation": True}
        for n in range(5000)
    ]
    backlog["slices"] = [{"id": f"S{n + 1}", "title": "Part", "starts_after": []} for n in range(60)]


def dropped(backlog: Backlog) -> None:
    gone = backlog["units"].pop()
    backlog["dropped"] = [
        {
            "id": gone["id"],
            "title": gone["title"],
            "requirement_ids": gone["requirement_ids"],
            "reason": "dull",
        }
    ]


def cleared(backlog: Backlog) -> None:
    backlog |= {"units": [], "slices": []}


def unserved(backlog: Backlog) -> None:
    backlog["units"][-1] |= {"requirement_ids": [], "foundation": False}


def dangling(backlog: Backlog) -> None:
    backlog["units"][-1]["depends_on"] = ["U-99"]


def foreign(backlog: Backlog) -> None:
    backlog["units"][-1]["component_ids"] = ["moon" * 100]


def twice(backlog: Backlog) -> None:
    backlog["units"].append(backlog["units"][0])


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (five_thousand, "the backlog has 5000 units; it takes at least 1 and at most 600"),
        (cleared, "the backlog has 0 units; it takes at least 1 and at most 600"),
        (dropped, "nobody asked to leave out U-"),
        (unserved, "serves no requirement and is not marked as foundation"),
        (dangling, "waits for U-99, which is not a unit"),
        (foreign, "names component moonmoon"),
        (twice, "is given twice"),
    ],
    ids=[
        "5,000 units",
        "no unit",
        "left out unasked",
        "a unit for nothing",
        "dangling",
        "another component",
        "twice",
    ],
)
def test_a_backlog_that_cannot_be_meant_is_sent_back(
    spoil: Callable[[Backlog], None], complaint: str
) -> None:
    asked, backlog = backlog_ask()
    spoil(backlog)
    outcome = outcome_of(asked, json.dumps(backlog, separators=(",", ":")))
    assert isinstance(outcome, tuple)
    assert any(complaint in each for each in outcome), outcome
    assert max(map(len, outcome)) < 400


def test_what_people_asked_to_leave_out_may_be_left_out() -> None:
    asked, backlog = backlog_ask()
    dropped(backlog)
    inputs = json.loads(asked.inputs) | {"refinements": [{"text": "leave out the last one", "by": "raj"}]}
    assert isinstance(outcome_of(ask("decomposition", inputs), backlog), Answered)


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"verdict": "DEFER", "reasons": []}, "DEFER needs a reason"),
        ({"verdict": "GO", "reasons": ["why"] * 11}, "give at most 10 reasons and remedies"),
    ],
    ids=["no reason", "too many"],
)
def test_a_triage_that_cannot_be_meant_is_sent_back(said: dict[str, Any], complaint: str) -> None:
    answer = {"schema_version": "1", "remedies": [], **said}
    assert outcome_of(ask("triage", {"body": BODY}), answer) == (complaint,)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('{"workflows": [], "workflows": []}', "Workflows: workflows is given twice in one object"),
        (
            '{"workflows": [{"name": "a", "name": "b", "steps": [], "lines": []}]}',
            "Workflows: name is given twice in one object",
        ),
        (
            '{"workflows": [{"name": "a", "steps": [], "lines": ["1"]}]}',
            "Workflows: workflows.0.lines.0: Input should be a valid integer",
        ),
        (
            '{"workflows": [{"name": "a", "steps": [], "lines": [true]}]}',
            "Workflows: workflows.0.lines.0: Input should be a valid integer",
        ),
        (
            '{"workflows": [], "' + "x" * 500 + '": 1}',
            f"Workflows: {'x' * 40}: Extra inputs are not permitted",
        ),
        (" " * 400_001, "the answer has 400,001 characters; at most 400,000 are read"),
    ],
    ids=["a name twice", "deeper", "words for a number", "yes for a number", "a long name", "too long"],
)
def test_what_only_looks_like_an_answer_is_sent_back(text: str, complaint: str) -> None:
    assert mistakes(PLAN, "planner_workflows", {"planner_workflows": reply(text)}) == (complaint,)


def test_what_a_model_adds_takes_no_id_that_the_reader_has_given() -> None:
    """Otherwise no answer could ever become a plan of such a document."""
    body = (
        BODY.replace("- FR-1: ", "- ").replace("- FR-2: ", "- ")
        + "\n## Open questions\n- Which shelf comes first in the list?\n"
    )
    first, second = demands()["requirements"]
    found = demands() | {
        "requirements": [
            {**first, "id": "R-1"},
            {**second, "id": "R-2"},
            {**first, "id": "", "text": "Burn a book"},
        ]
    }
    drawing = design()
    drawing["components"][1]["requirement_ids"] = ["R-1", "R-2"]
    drawing["questions"].append({**drawing["questions"][0], "text": "Who burns?", "default": ""})
    outcome = outcome_of(ask("planner", {"body": body}), found, workflows(), domain(), drawing)
    assert isinstance(outcome, Answered), outcome
    pack = packs.load(outcome.content)
    assert [each.id for each in pack.requirements] == ["R-1", "R-2", "R-3"]
    assert [each.id for each in pack.clarifications] == ["Q1", "Q2", "Q3", "Q4"]
    assert [each.question for each in pack.assumptions] == ["Q1", "Q2", "Q3"]
    assert [each.question for each in pack.open_questions] == ["Q1", "Q4"]
    ids = [each.id for each in pack.assumptions] + [each.id for each in pack.open_questions]
    assert len(set(ids)) == len(ids) == 5
