"""The things a short text mentions once, in a wish, where nothing defines them."""

import pytest

from agents.builtin.reader import Findings, read

NOTE = "We need a page that helps us.\n\n{}\n\nIt should print what we need.\n"


def entities(text: str) -> list[str]:
    """The names of the things, in small letters."""
    result = read(text)
    assert isinstance(result, Findings)
    return [each.name.casefold() for each in result.entities]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("It should remind us of the rehearsals.", ["rehearsal"]),
        ("It should print which kayak comes back.", ["kayak"]),
        ("It should keep a friendly invoice.", ["invoice"]),
        ("It must count the eggs per gronk.", ["gronk", "egg"]),
        ("Every practice can change the hours.", ["practice"]),
        ("It must show a floor plan.", ["floor plan"]),
        ("It must print a short packing list.", ["list"]),
        ("It must warn the suppliers.", ["supplier"]),
    ],
)
def test_what_a_wish_of_a_short_text_mentions_is_a_thing(words: str, names: list[str]) -> None:
    assert set(entities(NOTE.format(words))) == set(names)


@pytest.mark.parametrize(
    "words",
    [
        "It should run every night.",
        "It should be easy for each person.",
        "It must work in the kitchen and in the hall.",
        "It should ask the kayak coaches.",
        "No rehearsals, please.",
        "What happens to the rehearsals?",
        "It has to know us (name, street, due date).",
        "It must ask the shift lead.",
        "Everybody gets an email.",
        "It should call a function I pass in.",
    ],
)
def test_what_a_short_text_only_says_in_passing_is_no_thing(words: str) -> None:
    assert entities(NOTE.format(words)) == []


def test_a_short_specification_in_which_nobody_speaks_mentions_none() -> None:
    assert entities("# Boats\n\n## Features\n\n- The system shall print which kayak comes back\n") == []


def test_a_text_that_defines_its_things_and_a_long_one_mention_no_others() -> None:
    once = "It should print which kayak comes back.\n"
    assert "kayak" not in entities(
        f"# Our boats\n\n## Data model\n\n- Booking: name, date, hours\n\n## Features\n\n- {once}"
    )
    assert "kayak" not in entities("We look at the tide and the wind. " * 80 + f"\n\n{once}")
