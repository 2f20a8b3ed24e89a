"""What a ticked box comes to: refusals first, then the answer it records."""

import pytest

from policies import commands as c
from policies import entries as e
from policies.decide import decide
from policies.decision import Decision, Ignored, Moved, Refused
from policies.entries import AskedQuestion
from policies.facts import Facts
from tests.policies.build import NOW, said
from tests.policies.cells import PEOPLE
from tests.policies.journey import Journey, until


def ticked(
    j: Journey, *marks: tuple[str, str], seq: int | None = None, ours: bool = True, who: str = "writer"
) -> Decision:
    tick = c.Tick(said(), j.run.asking[-1] if seq is None else seq, marks)
    return decide(j.run, tick, Facts(now=NOW, actor=PEOPLE[who], comment_stands=ours), cause="70/tick")


IGNORED: dict[str, tuple[tuple[tuple[str, str], ...], int | None, bool]] = {
    "a comment of another App": ((("Q1", "a"),), None, False),
    "an older comment": ((("Q1", "a"),), 1, True),
    "a question nobody asked": ((("Q9", "a"),), None, True),
    "a letter without a choice": ((("Q1", "h"),), None, True),
    "a known box beside an unknown one": ((("Q1", "a"), ("Q9", "a")), None, True),
}


@pytest.mark.parametrize(("marks", "seq", "ours"), IGNORED.values(), ids=IGNORED)
def test_a_tick_that_fits_nothing_asked_is_ignored(
    marks: tuple[tuple[str, str], ...],
    seq: int | None,
    ours: bool,  # noqa: FBT001 - a table
) -> None:
    assert isinstance(ticked(until("planned"), *marks, seq=seq, ours=ours), Ignored)


@pytest.mark.parametrize(("who", "code"), [("reader", "SB-101"), ("bot", "SB-104"), ("stranger", "SB-101")])
def test_a_tick_by_somebody_without_the_right_is_refused(who: str, code: str) -> None:
    refused = ticked(until("planned"), ("Q1", "a"), who=who)
    assert isinstance(refused, Refused)
    assert refused.code == code


def test_a_tick_records_the_words_of_its_choice_by_name_and_asks_for_a_new_version() -> None:
    j = until("planned")
    question = j.run.questions[0]
    moved = ticked(j, ("Q1", "a"))
    assert isinstance(moved, Moved)
    answered, asked = moved.entries
    assert isinstance(answered, e.QuestionAnswered)
    assert (answered.question, answered.text) == ("Q1", question.choices[0])
    assert answered.by == said().by
    assert answered.cause == "70/tick"
    assert isinstance(asked, e.RoleAsked)


def test_a_box_ticked_after_its_question_was_answered_is_too_late() -> None:
    j = until("planned")
    j.take(c.Answer(said(), "Q1", "In my own words"))
    assert isinstance(ticked(j, ("Q1", "a")), Ignored)


QUESTION = AskedQuestion(id="Q1", text="Which?", default="One", options=("Two", "One", "Three"))


@pytest.mark.parametrize(("letter", "choice"), [("a", "One"), ("b", "Two"), ("c", "Three"), ("B", "Two"), ("d", None), ("", None), ("ab", None)])  # fmt: skip
def test_the_default_is_the_first_choice_and_none_stands_twice(letter: str, choice: str | None) -> None:
    assert QUESTION.choice(letter) == choice


def test_a_question_without_a_default_has_its_options_for_choices() -> None:
    assert AskedQuestion(id="Q1", text="Which?", options=("Two", "Three")).choices == ("Two", "Three")
    assert AskedQuestion(id="Q1", text="Which?").choices == ()
