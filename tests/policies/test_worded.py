"""What words decide of a question: an answer, the default, or nothing yet, and then how to say it."""

import pytest

from agents.schemas import pack as packs
from policies import commands as c
from policies.decide.worded import decided
from policies.decision import Refused
from policies.entries import AskedQuestion
from tests.policies.build import MONA, pack, said
from tests.policies.journey import until
from tests.policies.outcomes import refused

WHICH = AskedQuestion(id="Q2", text="Which database?", default="SQLite.", options=("Postgres", "Not decided"))
WHETHER = AskedQuestion(id="Q3", text="Should guests pay?", default="No, members alone.")
LATER = AskedQuestion(id="Q4", text="For guests: is there a fee?", default="None.")
BARE = AskedQuestion(id="Q5", text="Which currency?")


@pytest.mark.parametrize(
    ("question", "words", "answer"),
    [
        (WHICH, "MySQL", "MySQL"),
        (WHICH, "default", "SQLite."),
        (WHICH, "the default.", "SQLite."),
        (WHICH, "Yes, please!", "SQLite."),
        (WHICH, "fine with me", "SQLite."),
        (WHICH, "b", "Postgres"),
        (WHICH, "(B).", "Postgres"),
        (WHICH, "postgres", "Postgres"),
        (WHICH, "sqlite", "SQLite."),
        (WHICH, "not decided", "Not decided"),
        (WHICH, "Not SQLite. Is MySQL fine?", "Not SQLite. Is MySQL fine?"),
        (WHICH, "no database at all", "no database at all"),
        (
            WHICH,
            "depends on the customer: each brings their own",
            "depends on the customer: each brings their own",
        ),
        (WHETHER, "default", "No, members alone."),
        (WHETHER, "yes", "yes"),
        (WHETHER, "No.", "No."),
        (LATER, "yes", "yes"),
        (BARE, "Euro", "Euro"),
    ],
)
def test_words_that_answer(question: AskedQuestion, words: str, answer: str) -> None:
    assert decided(question, words) == answer


@pytest.mark.parametrize(
    "words",
    [
        "hm I don't know, what would you do?",
        "I do not know yet.",
        "no",
        "maybe",
        "TBD",
        "not sure",
        "it depends",
        "up to you!",
        "??",
        "What does SQLite cost?",
    ],
)
def test_words_that_leave_it_open_are_no_answer(words: str) -> None:
    told = decided(WHICH, words)
    assert isinstance(told, Refused)
    assert (told.code, told.reason) == ("SB-117", "That does not decide question 2, so it stays as it is.")
    assert told.remedy == "Without an answer I take this: SQLite. If that will do, say so:"
    assert told.paste == "/signalbox answer 2 default"


@pytest.mark.parametrize(
    ("question", "words"),
    [(BARE, "yes"), (BARE, "no idea"), (WHETHER, "maybe"), (BARE, "Which would you take?")],
)
def test_a_yes_to_a_question_without_a_default_decides_nothing(question: AskedQuestion, words: str) -> None:
    told = decided(question, words)
    assert isinstance(told, Refused)
    assert told.paste.startswith(f"/signalbox answer {question.id[1:]} ")


def test_without_a_default_the_line_waits_for_who_decides() -> None:
    told = decided(BARE, "open")
    assert isinstance(told, Refused)
    assert (told.remedy, told.paste) == ("Once somebody has decided it:", "/signalbox answer 5 …")


def test_an_empty_answer_is_told_where_it_goes() -> None:
    told = decided(WHICH, "  ")
    assert isinstance(told, Refused)
    assert (told.reason, told.paste) == ("The answer is empty.", "/signalbox answer 2 …")


def test_a_question_without_a_default_says_so() -> None:
    told = decided(BARE, "the default")
    assert isinstance(told, Refused)
    assert (told.reason, told.paste) == ("Question 5 has no default.", "/signalbox answer 5 …")


@pytest.mark.parametrize(
    ("blocking", "said_of_them"), [(False, "The questions are 1 and 2."), (True, "The only question is 1.")]
)
def test_a_number_that_no_question_has_is_told_which_there_are(*, blocking: bool, said_of_them: str) -> None:
    j = until("triaged")
    drawn = pack(blocking=blocking)
    kept = drawn.clarifications[:1] if blocking else drawn.clarifications
    j.answer_role(packs.canonical(drawn.model_copy(update={"clarifications": kept})))
    assert refused(j.decide(c.Answer(said(MONA), "9", "blue"))).remedy == said_of_them


@pytest.mark.parametrize(
    "words", ["the second", "second one", "option b", "2nd", "b please", "the second option."]
)
def test_a_choice_can_be_named_by_its_place(words: str) -> None:
    assert decided(WHICH, words) == "Postgres"


def test_a_letter_that_no_choice_has_is_no_answer() -> None:
    told = decided(WHICH, "d")
    assert isinstance(told, Refused)
    assert told.reason == "Question 2 has no choice d: its choices are a to c."
    # `C` is a language, where there is nothing to choose from.
    assert decided(BARE, "d") == "d"


def test_an_answer_that_stands_already_makes_no_version() -> None:
    j = until("planned")
    j.take(c.Answer(said(MONA), "1", "Dollars"))
    known = refused(j.decide(c.Answer(said(MONA), "1", " dollars ")))
    assert known.reason == "Question 1 has that answer already, so everything stays as it is."
    j.take(c.Answer(said(MONA), "2", "German"))
    both = (c.Answer(said(MONA), "1", "Dollars"), c.Answer(said(MONA), "2", "German"))
    known = refused(j.decide(c.Answers(said(MONA), both)))
    assert known.reason == "Questions 1 and 2 have these answers already, so everything stays as it is."


def test_where_every_question_has_an_answer_no_default_is_left_to_take() -> None:
    j = until("planned")
    for question, text in (("1", "Dollars"), ("2", "German")):
        j.take(c.Answer(said(MONA), question, text))
    left = refused(j.decide(c.Answer(said(MONA), None, "")))
    assert (left.reason, left.paste) == ("Every question has an answer already.", "/signalbox answer 1 …")


MANY = AskedQuestion(
    id="Q6",
    text="How many users should it handle in the first year?",
    default="Up to 1,000.",
    options=("Up to 1,000.",),
)
LONG = AskedQuestion(id="Q7", text="For how long is what it records kept?", default="90 days.")
BOTH = AskedQuestion(id="Q8", text="How long is personal data kept, and who may have it deleted?")
WHERE = AskedQuestion(
    id="Q9", text="Where shall it run?", default="On a rented server.", options=("On our own machine",)
)


@pytest.mark.parametrize(
    ("question", "words", "wanted"),
    [
        (MANY, "Germany", "how many"),
        (MANY, "in Germany.", "how many"),
        (MANY, "PostgreSQL", "how many"),
        (LONG, "by e-mail", "how long"),
        (WHERE, "42", "where"),
        (WHERE, "2.", "where"),
        (AskedQuestion(id="Q1", text="Who may delete it?"), "500", "who"),
    ],
)
def test_words_that_can_be_no_answer_are_told_what_is_asked(
    question: AskedQuestion, words: str, wanted: str
) -> None:
    told = decided(question, words)
    assert isinstance(told, Refused)
    number = question.id.removeprefix("Q")
    assert told.reason == f"Question {number} asks {wanted}, and that does not say it, so it stays as it is."
    assert told.paste == f"/signalbox answer {number} …"


def test_how_it_can_be_answered_is_told_with_it() -> None:
    ways = [
        told.remedy
        for told in (
            decided(MANY, "Germany"),
            decided(WHERE, "42"),
            decided(AskedQuestion(id="Q1", text="Who pays?"), "42"),
        )
        if isinstance(told, Refused)
    ]
    assert ways == [
        "Say a number, or words such as “few”, “all” or “no limit”:",
        "Take one of its choices, a to b, or say it in words:",
        "Say it in words:",
    ]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (MANY, "500"),
        (MANY, "Fifty people"),
        (MANY, "a few"),
        (MANY, "unlimited"),
        (MANY, "our team"),
        (MANY, "zwanzig"),
        (MANY, "veinte personas, más o menos"),
        (MANY, "Those who live in Germany"),
        (MANY, "十人"),
        (LONG, "forever"),
        (LONG, "until Christmas"),
        (BOTH, "the owner"),
        (WHERE, "On 2 rented servers"),
        (AskedQuestion(id="Q1", text="Which port does it listen on?"), "8080"),
    ],
)
def test_words_that_may_be_an_answer_are_taken(question: AskedQuestion, words: str) -> None:
    assert decided(question, words) == words
