"""The people a short text mentions once, in a wish or of themselves, where no list of users stands."""

import pytest

from agents.builtin.reader import Findings, read

NOTE = "We need a page that lists our boats.\n\n{}\n\nIt should print the list.\n"


def actors(text: str) -> list[str]:
    """The names of the people, in small letters."""
    result = read(text)
    assert isinstance(result, Findings)
    return [each.name.casefold() for each in result.actors]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Please print a list for the referees.", ["referee"]),
        ("It must tell the shift lead in a message.", ["shift lead"]),
        ("Every branch can change its opening hours.", ["branch"]),
        ("Only people with the Steward role may close a regatta.", ["steward"]),
        ("Let the race officer choose which of them counts.", ["race officer"]),
        ("I've been treasurer of the club for nine years.", ["treasurer"]),
        ("I'm a sports journalist and lose my recordings.", ["sports journalist"]),
        ("I teach geography and need maps.", ["teacher"]),
        ("I keep three hives behind the house.", ["beekeeper"]),
        ("I lead a choir of forty.", ["choir leader"]),
        ("Volunteer admin of the food bank here.", ["volunteer admin"]),
        ("My colleague Irene must see the list too.", ["colleague"]),
        ("The kiln master closes the list.", ["kiln master"]),
        ("Two children can row in one boat.", ["child"]),
    ],
)
def test_whom_a_short_text_mentions_is_an_actor(words: str, names: list[str]) -> None:
    assert actors(NOTE.format(words)) == names


@pytest.mark.parametrize(
    "words",
    [
        "Dear treasurers,",
        "It should keep the member addresses.",
        "It should draw a chart of members.",
        "It should show the author beside the title.",
        "And what about the treasurer?",
        "My mother found the list.",
        "The branch is closed in winter.",
        "It should have a date picker.",
        "No booking by guests.",
    ],
)
def test_who_is_only_spoken_of_is_no_actor(words: str) -> None:
    assert actors(NOTE.format(words)) in ([], ["user"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "I dream of a cosy game about a ferry.\n\n- The ferry carries cars\n- The night is short\n",
            ["player"],
        ),
        (
            "We need a tiny library for tide tables.\n\n- It parses a table\n- It has no dependencies\n",
            ["developer"],
        ),
        ("A cli that sorts notes. I'm a translator.\n\n- It sorts by date\n", ["translator"]),
        ("A page about tides.\n\n- You can print the tide table\n", ["user"]),
    ],
    ids=["a game", "a library", "who says so", "anything else"],
)
def test_what_only_people_of_one_kind_use_says_who_they_are(text: str, names: list[str]) -> None:
    assert actors(text) == names


def test_a_long_text_and_one_with_a_list_of_users_mention_nobody_besides() -> None:
    once = "\n\nPlease print a list for the referees.\n"
    assert "referee" not in actors("# Boats\n\n## Users\n\n- Rowers\n- Coaches\n" + once)
    assert "referee" not in actors(
        "We need a page that lists boats.\n\n" + "It shows us the tide and the wind. " * 80 + once
    )
