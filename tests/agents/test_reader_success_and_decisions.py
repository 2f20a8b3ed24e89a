"""How a document says what success is and what is still to be decided, in tables, lists and sentences."""

import pytest

from agents.builtin.reader import Findings, read

HEAD = (
    "# Berth board\n\nThe harbour office needs a board that shows who lies where tonight.\n\n"
    "## Features\n\n- Show each berth with its boat.\n- Move a boat to another berth.\n- Print the list of tonight.\n\n"
)


def found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


def kinds(text: str) -> list[tuple[str, str]]:
    """What is found below the features, with its kind."""
    after = HEAD.count("\n")
    return [(each.kind, each.text) for each in found(HEAD + text).findings if each.lines[0] > after]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "## Goals\n\n| Goal | Success looks like |\n|---|---|\n| Calm evenings | Nobody calls the office after six |\n",
            1,
        ),
        (
            "## Goals\n\n| Goal | Measured by |\n|---|---|\n| Calm | Calls after six |\n| Trust | Asked again |\n",
            2,
        ),
        (
            "## First test\n\nThe board succeeds in its first summer if a harbour can:\n\n1. know who lies where tonight,\n2. find a boat.\n",
            2,
        ),
        ("## Pilot\n\nThe pilot is successful when:\n\n- ten clerks use it daily\n", 1),
        ("## Pilot\n\nWe will know it worked when:\n\n- nobody asks for the old list\n", 1),
        (
            "## Validation hypothesis\n\n**We'll know we're right when** calls per night fall to two, and no boat lies twice.\n",
            1,
        ),
    ],
    ids=[
        "looks like",
        "measured by",
        "succeeds if",
        "successful when",
        "know it worked",
        "know we are right",
    ],
)
def test_what_success_is_called_is_a_measure(text: str, measures: int) -> None:
    said = kinds(text)
    assert [kind for kind, _ in said if kind == "metric"] == ["metric"] * measures
    assert not [text for kind, text in said if kind == "functional"]


def test_a_hypothesis_demands_nothing() -> None:
    text = "## Validation hypothesis\n\n**We believe** skippers will call less **because** the board shows the berth.\n"
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "## Open validation items\n\n- Confirm the licence of the map.\n- Measure the range of the radio.\n",
            2,
        ),
        (
            "## Open technical decisions\n\n| Decision | Options | Considerations |\n|---|---|---|\n| **Display** | Paper, screen | Sun and rain |\n",
            1,
        ),
        (
            "## Open decisions\n\n| # | Question | Options |\n|---|---|---|\n| 1 | **Tides** | Shown · Hidden |\n| 2 | **Language** | **Resolved: both** by browser |\n",
            1,
        ),
        ("## Open source licences\n\n- Show the licence of each part.\n", 0),
    ],
    ids=["items", "decisions in a table", "one is resolved", "open source"],
)
def test_what_is_open_is_a_question_until_it_is_resolved(text: str, questions: int) -> None:
    assert [kind for kind, _ in kinds(text)].count("question") == questions


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("Prometheus metrics endpoint", "functional"),
        ("Markdown preview", "functional"),
        ("Redis cache", "constraint"),
        ("PostgreSQL 16", "constraint"),
    ],
)
def test_what_is_offered_by_a_technology_is_a_function(entry: str, kind: str) -> None:
    text = f"# Berth board\n\n## Included\n\n- Static list of berths.\n- {entry}.\n- Search by name of the boat.\n"
    assert kind in {each.kind for each in found(text).findings if entry in each.text}


def test_a_sheet_about_a_persona_and_a_limit_name_nobody() -> None:
    text = (
        "## User personas\n\n### Persona 1: Alex — Harbour clerk\n\n| Attribute | Value |\n|---|---|\n| **Age** | 22 |\n"
        "| **Goals** | Quiet nights |\n| **Quote** | Show me tonight. |\n\n### Parent (organizer)\n\nBooks a berth for all.\n\n"
        "**Limits (v1):** up to 6 members.\n\n### Dana (dispatcher)\n\nMoves boats.\n"
    )
    names = {each.name for each in found(HEAD + text).actors}
    assert {"Harbour clerk", "Parent", "Dispatcher"} <= names
    assert not {"Age", "Goals", "Quote", "Organizer", "Up to 6 members"} & names


def test_an_id_of_two_parts_is_no_system() -> None:
    text = "## System integration\n\n| ID | Requirement |\n|---|---|\n| FR-SYS-01 | The board shall map radio calls to boats |\n"
    assert [each.name for each in found(HEAD + text).integrations] == []
