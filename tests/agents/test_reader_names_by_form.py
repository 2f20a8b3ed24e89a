"""People, systems and things that documents name by how they write them: small invented documents."""

import pytest

from tests.agents.stated import read_whole

HEAD = "# Berth Board\n\n"


def names(text: str, kind: str) -> set[str]:
    return {each.name for each in getattr(read_whole(HEAD + text), kind)}


PEOPLE: dict[str, tuple[str, set[str], set[str]]] = {
    "roles with strokes between": (
        "## Features\n- Boards with owner/editor/viewer roles\n- Read/write access by on/off switches\n",
        {"Owner", "Editor", "Viewer"},
        {"Read", "On"},
    ),
    "users such as": (
        "## Overview\nUsers who wait for a berth, such as students, harbour guides or boat owners.\n\n## Features\n- Show berths such as moorings and buoys\n",
        {"Students", "Harbour guides", "Boat owners"},
        {"Moorings", "Buoys"},
    ),
    "since when somebody is there": (
        "## Stories\n- As a skipper, I want to book a berth.\n- As a new skipper, I want to see a map.\n- As a returning skipper, I want my last berth.\n- As a tall skipper, I want depth.\n",
        {"Skipper", "New skipper", "Returning skipper"},
        {"Tall skipper"},
    ),
    "a glossary": (
        "## Glossary\n- **One-time guest**: a visitor without a boat\n- **Berth**: a place for one boat\n- **Harbour member**: the list of those who pay\n\n## Features\n- Book a berth\n",
        {"One-time guest"},
        {"Berth", "Harbour member"},
    ),
    "a letter in front of a heading": (
        "## User roles\n### A. Harbour managers\n- May close a berth\n### B. Skippers\n- May book a berth\n",
        {"Harbour managers", "Skippers"},
        {"A. Harbour managers"},
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_people_are_known_by_how_they_are_listed(name: str) -> None:
    text, known, others = PEOPLE[name]
    found = names(text, "actors")
    assert known <= found
    assert not others & found


@pytest.mark.parametrize(
    ("text", "known", "others"),
    [
        (
            "- Links to other sites (Google Flights, Booking.com, Portly)\n- Fields of a berth (Depth, Width, Google Maps link)\n",
            {"Google Flights", "Booking.com", "Portly"},
            {"Depth", "Width"},
        ),
        ("- Replace the existing AWS Textract workflow with our own\n- Send the list by Twilio\n", {"Twilio"}, {"AWS Textract"}),
        ("- Book a berth\n\n## Similar products\n- [Trello](https://trello.com)\n  - The list of berths may look like there.\n", set(), {"Trello"}),
    ],
    ids=["beside known ones", "what is replaced", "what others offer"],
)  # fmt: skip
def test_systems_are_those_it_talks_to(text: str, known: set[str], others: set[str]) -> None:
    found = names(f"## Features\n{text}", "integrations")
    assert known <= found
    assert not others & found


TERMS = (
    "## Rules\n- A skipper enters a Harbour and moors at one Pier.\n- Each Harbour has many a Pier, and every Pier has its Crane.\n"
    "- In each Harbour a Crane lifts the Cargo; no Crane lifts a second Cargo.\n- The Cargo stays on the Pier until the Harbour opens.\n"
)


def test_words_with_a_capital_in_the_middle_of_sentences_are_terms() -> None:
    assert {"Harbour", "Pier", "Crane", "Cargo"} <= names(TERMS, "entities")
    days = "## Rules\n- We meet each Monday on the Pier.\n- On a Friday the Pier is closed, on a Monday the desk.\n"
    assert not {"Monday", "Friday"} & names(days, "entities")


@pytest.mark.parametrize(
    ("text", "known", "others"),
    [
        ("## Requirements\n- ✓ Photo capture and upload (v1.0)\n- Berth notes creation\n- Gear tagging\n", {"Photo", "Berth Note", "Gear"}, set()),
        ("## Event\n#### Optional fields\n| Field | Type |\n|---|---|\n| `name` | string |\n| `date` | string |\n", set(), {"Optional"}),
        ("## Glossary\n- **Skipper**: a person who sails\n- **Berth**: a place\n\n## Features\n- A skipper books a berth\n- A skipper leaves a berth\n- A skipper rates a berth\n", {"Berth"}, {"Skipper"}),
    ],
    ids=["what is done to it", "fields", "terms for people"],
)  # fmt: skip
def test_things_are_what_is_kept(text: str, known: set[str], others: set[str]) -> None:
    found = names(text, "entities")
    assert known <= found
    assert not others & found
