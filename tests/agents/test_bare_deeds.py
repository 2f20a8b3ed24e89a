"""Titles say what is to be done, without the words of wishing; numbers, devices and doors that a text has told of are not asked for."""

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.reader.statements.bare import bare
from policies.coverage import complete
from tests.agents.kinds import kinds
from tests.agents.test_planner import planned


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        ("What I'd like: people choose a boat on our page", "People choose a boat on our page"),
        ("What we want is just a page where the cook ticks a box", "A page where the cook ticks a box"),
        ("It would be great if it worked without reception.", "It works without reception."),
        ("It would be nice if members could pay.", "Members can pay."),
        ("I'd also like it if they could answer by mail.", "They can answer by mail."),
        ("I would like a list of all boats", "A list of all boats"),
        ("I teach maths to children and I would love a quiz that they can play", "A quiz that they can play"),
        ("I want to get a mail when a boat is late", "Get a mail when a boat is late"),
        ("While they play I want to see who is stuck", "While they play, see who is stuck"),
        ("After the trip I would like a short list of damages", "After the trip, a short list of damages"),
        ("We want the run to apply the discount once", "The run should apply the discount once"),
        ("There should be a place for a note or whatever.", "A place for a note."),
        ("It should be possible to read the list aloud", "Read the list aloud"),
        ("But the guests shouldn't be able to change it I think that's it.", "The guests shouldn't be able to change it."),
    ],
)  # fmt: skip
def test_a_deed_stands_without_the_words_of_wishing(said: str, deed: str) -> None:
    assert bare(said) == deed
    assert bare(deed) == deed


@pytest.mark.parametrize(
    "said",
    [
        "Members can book a boat.",
        "The app must show what members want to see.",
        "So that nobody waits, the list is short.",
        "What happens when a boat is late is written down.",
        "I want it.",
    ],
)
def test_what_is_no_wish_stays_as_it_is(said: str) -> None:
    assert bare(said) == said


WISH = """Hi Tom,

we have {size} and write everything in a book.

What I'd like: people choose a boat {where} and pick a day. It would be great if they could cancel it, too. The caretaker should see a list of today's boats. The owner gets a mail when something is broken.

Thanks, Ruth
"""


def test_units_and_requirements_have_the_bare_deed_as_their_title() -> None:
    pack = complete(planned(WISH.format(size="some boats", where="online")))
    wanted = ["People choose a boat online", "They can cancel it, too.", "The owner gets a mail when something is broken."]  # fmt: skip
    assert set(wanted) <= {each.text for each in pack.requirements}
    titles = {each.title for each in decompose(DecompositionInputs(pack=pack)).units}
    assert {each.rstrip(".") for each in wanted} <= titles


def test_a_case_that_is_broken_is_no_complaint() -> None:
    assert ("functional", 3) in kinds(
        "We need a page for boats.\n\nThe owner gets a mail when something is broken.\n"
    )
    assert kinds("We need a page that lists boats.\n\nThe old page is broken.\n") == [("functional", 1)]


@pytest.mark.parametrize(
    "size",
    ["132 plots", "two stores with 46 winter berths", "about 28 children (28 children play at once)", "132 Parzellen (132 Parzellen)", "seven volunteers"],
)  # fmt: skip
def test_a_number_that_was_told_is_not_asked_for(size: str) -> None:
    asked = [each.text for each in planned(WISH.format(size=size, where="online")).clarifications]
    assert not any("How many users" in each for each in asked)


@pytest.mark.parametrize("size", ["some boats", "boats since 20 years", "boats for 30 days a year"])
def test_a_time_or_an_age_is_no_such_number(size: str) -> None:
    asked = [each.text for each in planned(WISH.format(size=size, where="online")).clarifications]
    assert any("How many users" in each for each in asked)


KITCHEN = "{} the carer taps given or not given for each pill. A pill that was given cannot be tapped again. My sister sees a list of what was given. Carers write a note beside it. The list of pills is changed by me alone, and changes sometimes. A reminder comes at ten.\n"


def test_a_device_that_was_named_is_not_asked_for() -> None:
    def kind_asked(where: str) -> bool:
        asked = planned(KITCHEN.format(where)).clarifications
        return any(each.changes == "the whole architecture" for each in asked)

    assert kind_asked("In the kitchen")
    assert not kind_asked("On a tablet in the kitchen")


TIDE = """# Tide

An app for iOS and Android.

## Features
- Users see tide and wind for a spot
- Users save spots
- Works offline with the last forecast
- Users compare two spots on one page
- Users choose which wind is too strong for them
{}
"""


def test_what_has_no_server_has_no_door() -> None:
    def door(more: str) -> bool:
        return any("prove who they are" in each.text for each in planned(TIDE.format(more)).clarifications)

    assert not door("- Users see how old the forecast is")
    assert door("- Members share spots with each other through our server")


QUIZ = """I teach maths and I would love a little quiz game for my pupils. I type in the questions, and the children join with a short code that I write on the board. {} No leaderboard, no subscription.
"""


def test_a_game_that_a_class_joins_is_more_than_one_device() -> None:
    parts = {part.id for part in planned(QUIZ.format("I see the answers.")).architecture.components}
    assert "match_server" in parts


def test_what_is_wished_after_the_first_words_is_read_and_what_is_ruled_out_is_not_kept() -> None:
    pack = planned(QUIZ.format("After the lesson I would like a list of the hardest questions."))
    assert any("short code" in each.text for each in (*pack.requirements, *pack.nfrs))
    assert "Subscription" not in {each.name for each in pack.entities}
    assert "childs" not in pack.prd.understood[0]
