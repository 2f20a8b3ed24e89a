"""Entries under `Notes`, `Details` or `Other things`, where wishes, limits and plain facts stand side by side."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.stated import stated

WANTED = "# Lamps\n\n## What it does\n- scan a lamp to take it\n- show who has a lamp\n- remind people by mail\n- mark a lamp as broken\n- count all lamps\n\n"


def kinds(remark: str, heading: str = "## Notes") -> list[str]:
    return [kind for kind, _ in stated(f"{WANTED}{heading}\n- {remark}\n")[5:]]


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("people should be able to see their own lamps", "functional"),
        ("the old list is an Excel file, should be imported once", "functional"),
        ("our people log in with Microsoft 365", "functional"),
        ("we have no budget for licences", "constraint"),
        ("Budget is 15k", "constraint"),
        ("has to run on the box in the office", "constraint"),
        ("No passwords please", "constraint"),
        ("hours are deleted after 2 years", "nonfunctional"),
        ("labels would be great but not now", "deferred"),
        ("Can somebody hold two lamps?", "question"),
        ("emails stay as they are", "non_goal"),
    ],
)
def test_what_is_asked_for_there_is_read(remark: str, kind: str) -> None:
    assert kinds(remark) == [kind]


@pytest.mark.parametrize(
    "fact",
    [
        "about 1,200 lamps, 40 people",
        "barcodes are already on everything",
        "wifi in the cellar is bad!",
        "Planday has an API, we have a key",
        "most people never touch a computer",
        "my sister and I use it",
        "nothing fancy, it should just work",
    ],
)
@pytest.mark.parametrize("heading", ["## Details", "## Other things", "## Sonstiges"])
def test_how_things_are_asks_for_nothing(fact: str, heading: str) -> None:
    assert kinds(fact, heading) == []


def test_under_a_heading_of_functions_a_fact_still_counts_as_its_list_says() -> None:
    assert kinds("the lamp is locked when it is broken", "## Features") == ["functional"]


def test_notes_without_a_mark_of_a_heading_are_remarks_too() -> None:
    text = "Lamps\n\nI need:\n1. scan a lamp\n2. show who has a lamp\n3. count all lamps\n\nNotes\n- wifi in the cellar is bad\n- Prices must not be visible to guests\n"
    assert stated(text)[3:] == [("functional", "Prices must not be visible to guests")]


def test_a_table_without_heads_about_the_document_asks_for_nothing_but_its_date() -> None:
    text = "# Lamps\n\n| | |\n|---|---|\n| Author | Priya |\n| Target | Q1 |\n| Stakeholders | Support, Sales |\n\n## Features\n- scan a lamp\n"
    assert stated(text) == [("constraint", "Target: Q1"), ("functional", "scan a lamp")]
    found = read(text)
    assert isinstance(found, Findings)
    assert not found.notes


@pytest.mark.parametrize(
    "goal",
    ["Lost lamps visible within 2 minutes", "Reduce lost lamps by half", "Double the number of loans"],
)
def test_a_goal_with_how_far_is_a_metric(goal: str) -> None:
    assert stated(f"# Lamps\n\n## Goals\n- {goal}\n") == [("metric", goal)]
