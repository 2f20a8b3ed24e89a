"""Wishes about all demands of a priority, or about all there are."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark

BODY = """# Tool shelf

A web app where neighbours lend each other tools.

## Must have
- A member can list tools
- A member can return a tool

## Should have
- A member can export loans

## Could have
- A member can rate a tool
- A member can wish for a tool
"""


def wished(words: str, body: str = BODY) -> tuple[str, ArchitecturePack]:
    pack = plan(PlannerInputs(body=body, refinements=(Remark(text=words, by="raj"),)))
    assert isinstance(pack, ArchitecturePack)
    return pack.refinement.applied[0].outcome, pack


@pytest.mark.parametrize(
    "words",
    [
        "drop all could-haves",
        "drop the could haves",
        "please remove all nice-to-haves",
        "drop everything that is could",
        "drop all requirements with priority could",
        "could-haves are out of scope",
        "we don't need the could-haves",
    ],
)
def test_all_of_a_priority_can_be_dropped(words: str) -> None:
    said, pack = wished(words)
    assert said == "Dropped R-4, R-5; what was dropped now stands among the non-goals."
    assert [each.id for each in pack.requirements] == ["R-1", "R-2", "R-3"]


@pytest.mark.parametrize("words", ["postpone all could-haves", "all could-haves can wait"])
def test_all_of_a_priority_can_be_put_off(words: str) -> None:
    assert wished(words)[0] == "Put off R-4, R-5: they stand among what comes later."


@pytest.mark.parametrize(
    "words", ["make everything must", "everything is a must", "all requirements are must", "everything must"]
)
def test_all_can_be_ranked_at_once(words: str) -> None:
    said, pack = wished(words)
    assert said == "R-3, R-4, R-5 are now “must”."
    assert {each.priority for each in pack.requirements} == {"must"}


def test_all_of_a_priority_can_be_given_another() -> None:
    assert wished("make all should-haves could")[0] == "R-3 is now “could”."


def test_a_priority_that_nothing_has_is_said_and_changes_nothing() -> None:
    said, pack = wished("drop all won't-haves")
    assert said == "No requirement of this plan has that priority; nothing changed."
    assert len(pack.requirements) == 5


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("everything must be in German", "localization"),
        ("everything must be tested", "testability"),
        ("everything must be accessible by keyboard", "accessibility"),
        ("everything must work offline", "availability"),
    ],
)
def test_what_everything_must_be_is_a_quality(words: str, category: str) -> None:
    said, pack = wished(words)
    assert said == "Added N-1."
    assert [each.category for each in pack.nfrs] == [category]


@pytest.mark.parametrize("words", ["keep only the must-haves", "all must-haves stay as they are"])
def test_what_is_not_understood_is_kept_as_it_was_said(words: str) -> None:
    assert wished(words)[0].startswith("Recorded as constraint")
