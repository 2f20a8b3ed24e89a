"""Sentences that no list of phrases holds are known by the weight of their words; the table is small, whole and the same for everybody."""

import json

import pytest

from agents.builtin.reader import Findings, read
from agents.builtin.reader.words.weighing import KINDS, WEIGHTS, weigh
from bench.weighing import SENTENCES, sentences
from tests.agents.kinds import kinds

NOTE = (
    "We want a page where members book a boat for two hours, and where the treasurer sees who has which one.\n\n"
    "{}\n\n"
    "The page shows the boats that are free. Members tick what they have brought back.\n"
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Whoever brings a boat back writes down what is missing on it.", "functional"),
        ("At the end of the month the treasurer gets a list of all trips.", "functional"),
        ("My grandfather has to get along with it without his glasses.", "nonfunctional"),
        ("A booking that was confirmed may never vanish, whatever the power does.", "nonfunctional"),
        ("The club owns an old NAS in the boathouse and that is where it has to run.", "constraint"),
        ("The board gave us 300 euros and there will not be more.", "constraint"),
        ("Renting to strangers is none of our business.", "non_goal"),
        ("Selling drinks through it is off the table.", "non_goal"),
        ("A map of the river would be lovely one day, but not before next season.", "deferred"),
        ("If by August nobody has phoned Ute about a boat, it was worth the trouble.", "metric"),
        ("I keep wondering if juniors should book for themselves.", "question"),
        # No rule finds anything in these.
        ('The page also has a "nap now" button: 90 minutes red, then green.', "functional"),
        (
            "I need a page where members pick a boat (small, large, and the one without oars), say for how many it is.",
            "functional",
        ),
        (
            "I imagine, therefore, something on the tablets where a child taps on its own picture and writes a line.",
            "functional",
        ),
    ],
)
def test_a_sentence_in_somebodys_own_words_is_what_it_says(words: str, kind: str) -> None:
    assert [(found, line) for found, line in kinds(NOTE.format(words)) if line == 3] == [(kind, 3)]


@pytest.mark.parametrize(
    "words",
    [
        "Last summer two of them drifted off and the fire brigade laughed at us.",
        "My uncle still swears by the blackboard at the landing stage.",
    ],
)
def test_what_only_tells_how_things_are_asks_for_nothing(words: str) -> None:
    assert not [line for _, line in kinds(NOTE.format(words)) if line == 3]


def test_a_single_wish_is_not_weighed() -> None:
    assert kinds("Renting to strangers is none of our business.") == [("functional", 1)]


def test_what_is_written_in_another_language_is_not_weighed() -> None:
    assert weigh("Die Mitglieder buchen ein Boot für zwei Stunden.") is None


def test_a_text_is_read_the_same_each_time() -> None:
    text = NOTE.format("A booking that was confirmed may never vanish.")
    assert read(text) == read(f"{text} ".strip() + "\n")


def test_the_table_holds_whole_numbers_one_for_each_kind() -> None:
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert all(
        len(row) == len(KINDS) and all(isinstance(each, int) for each in row) for row in table.values()
    )


def test_the_table_was_learned_from_the_sentences_that_are_there() -> None:
    """A table that is older than its sentences knows fewer of them."""
    rows = [row for path in sorted(SENTENCES.glob("*.txt")) for row in sentences(path)]
    assert {kind for kind, _ in rows} == set(KINDS)
    known = sum((found := weigh(words)) is not None and found.kind == kind for kind, words in rows)
    assert known / len(rows) > 0.97


def test_a_wish_leaves_out_what_only_says_why_and_keeps_what_it_rules_out() -> None:
    words = "They should leave their name and phone number; most of our members don't want yet another account, so please no registration."
    assert [found for found, line in kinds(NOTE.format(words)) if line == 3] == ["functional", "non_goal"]


@pytest.mark.parametrize(
    ("line", "word", "quoted"),
    [
        ("**Author:** Hanna Vogt · **Status:** draft for review", "Hanna", False),
        ("Draft · Owner: Dana · Last updated: 3 May", "Dana", False),
        ("Last summer two of them drifted off and the fire brigade laughed.", "brigade", True),
    ],
)
def test_what_a_document_says_of_itself_is_no_wish_that_was_passed_over(
    line: str, word: str, *, quoted: bool
) -> None:
    found = read(f"# Boats\n\n{line}\n\n" + NOTE.format("Nobody laughed at us on the phone."))
    assert isinstance(found, Findings)
    assert any(word in each for each in found.notes) is quoted


def test_sentences_that_gave_nothing_are_quoted_so_that_nothing_is_lost_unseen() -> None:
    story = "Last summer two of them drifted off and the fire brigade laughed at us."
    found = read(NOTE.format(story))
    assert isinstance(found, Findings)
    assert found.notes == (
        (
            "I took these sentences for background, and nothing is built for them: "
            "“Last summer two of them drifted off and the fire brigade …” (line 3)."
        ),
    )


def test_where_every_sentence_gave_something_nothing_is_said_of_it() -> None:
    found = read(NOTE.format("The page shows the weather of the day."))
    assert isinstance(found, Findings)
    assert found.notes == ()
