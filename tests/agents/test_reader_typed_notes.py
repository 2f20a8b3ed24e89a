"""What people of all trades type in a hurry: each line by itself, as its author means it."""

import pytest

from agents.builtin.planning.entries import entries_of
from tests.agents.stated import read_whole, stated

SHOP = """# bouquets

Hi, Nadja here. I'd like a little web page where people sign up for a bouquet, small or big, and can say when they are away.
Allergies too please! A card would be lovely, but only if it's not too much work. No orders after eight in the evening because of the driver.
nobody who isn't at work may see the list. the page locks itself after 2 minutes. It must work when the wifi is away.
Should we take cards as well? Not in this version I think. Anyway, tell me what you think, bye.
"""
TOOL = """# dupes

finds the same photo twice

- exact ones by sha256, near ones with a flag
- 100k photos < 10 min on my box
- py3.11+
- videos: later
- statistics: which folders hold the most?
not sure about raw files
later: a window, other languages
"""


def kinds_of(text: str) -> dict[str, str]:
    return {words: kind for kind, words in stated(text)}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("People can say when they are away.", "functional"),
        ("Allergies too!", "functional"),
        ("A card would be lovely, but only if it's not too much work.", "functional"),
        ("No orders after eight in the evening because of the driver.", "functional"),
        ("nobody who isn't at work may see the list.", "nonfunctional"),
        ("the page locks itself after 2 minutes.", "nonfunctional"),
        ("It must work when the wifi is away.", "nonfunctional"),
        ("Not: Should we take cards as well (Not in this version I think)", "non_goal"),
    ],
)
def test_each_sentence_of_a_typed_text_is_what_its_author_means(words: str, kind: str) -> None:
    assert kinds_of(SHOP)[words] == kind


def test_nobody_is_asked_or_asks_with_a_farewell() -> None:
    assert not [words for words in kinds_of(SHOP) if "bye" in words]


def test_a_wish_on_a_condition_is_tentative_and_qualities_have_their_kind() -> None:
    entries = entries_of(read_whole(SHOP))
    assert [each.text[:6] for each in entries.requirements if each.tentative] == ["A card"]
    assert [each.category for each in entries.nfrs] == ["privacy", "security", "reliability"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("100k photos < 10 min on my box", "nonfunctional"),
        ("py3.11+", "constraint"),
        ("videos: later", "deferred"),
        ("statistics: which folders hold the most?", "functional"),
        ("a window", "deferred"),
        ("other languages", "deferred"),
    ],
)
def test_each_line_of_terse_notes_is_what_its_author_means(words: str, kind: str) -> None:
    assert kinds_of(TOOL)[words] == kind


@pytest.mark.parametrize(
    ("title", "product"),
    [
        ("Voice note about the rehearsal rooms", "Rehearsal rooms"),
        ("Club list, short notes 2 June", "Club list"),
    ],
)
def test_a_note_about_something_is_called_after_it(title: str, product: str) -> None:
    text = f"# {title}\n\nWe want a page where members book a room. No booking after eleven.\n"
    assert read_whole(text).product == product
    assert ("functional", "No booking after eleven.") in stated(text)


def test_what_is_named_only_because_nobody_wants_it_is_no_thing() -> None:
    text = (
        "# Diary\n\nI imagine, therefore, a diary where a child enters a secret instead of a password. I want to see which child has read,"
        " since I have had bad experiences with rankings.\n"
    )
    found = read_whole(text)
    entries = entries_of(found)
    assert not {"Password", "Ranking"} & {each.name for each in entries.entities}
    assert entries.requirements[0].text.startswith("A diary where a child enters")


def test_a_greeting_is_no_title() -> None:
    text = "Hallo zusammen, kurz zur Bibliothek:\n\nWir wollen Bücher per Barcode ausleihen.\n\n- Suche nach Titel\n"
    assert not read_whole(text).title


def test_steps_of_a_ticket_are_not_built_and_what_need_not_be_done_is_left_out() -> None:
    text = (
        "[INV-8] Import drops rows\n\nComponent: importer   Priority: P2   Reporter: ops\n\nSteps:\n1. Save a sheet\n2. Upload it\n\n"
        "Expected: all rows arrive.\n\nNotes:\n- old imports don't have to be repaired\n- add a column to the log\n"
    )
    said = kinds_of(text)
    assert "Save a sheet" not in said
    assert said["old imports don't have to be repaired"] == "non_goal"


def test_minutes_say_behind_an_arrow_what_is_wanted_and_what_was_voted_down() -> None:
    text = (
        "Allotment committee, short notes 2 June\nhere: Bea, Tomasz / sorry: Karl\n\n- the list lives in Bea's head -> wants a page where people sign up\n"
        "- Karl wants a forum -> voted down 3:0\n- work hours, who did how many. Long discussion, no decision\n- every plot gets a bill as PDF\n"
    )
    assert stated(text) == [
        ("functional", "A page where people sign up"),
        ("non_goal", "Not: A forum"),
        ("question", "Open: work hours, who did how many."),
        ("functional", "every plot gets a bill as PDF"),
    ]
