"""Attempts without a person's word: counted, ended by the same failure twice, and begun anew when a person speaks."""

import pytest

from policies import commands as c
from policies import entries as e
from policies.decide.rounds import another_round
from policies.decision import Refused
from policies.entries.rounds import Source
from policies.run import Round, UnitRun
from policies.stages import UnitState
from tests.policies.build import proposal, said
from tests.policies.journey import Journey, until

CHECKS, REVIEW, BASE, ANSWER = (
    Round("checks", "the check failed"),
    Round("review", "a fault was found"),
    Round("base", "`main` moved"),
    Round("answer", "Q1 was answered"),
)


def unit(*rounds: Round) -> UnitRun:
    return UnitRun("U-01", 34, 340, (), UnitState.CHECKS_RED, rounds=rounds)


@pytest.mark.parametrize(
    ("rounds", "source", "again"),
    [
        ((), "checks", True),
        ((CHECKS, REVIEW), "checks", True),
        ((CHECKS, REVIEW, CHECKS), "checks", False),
        ((CHECKS, REVIEW, CHECKS), "review", False),
        ((CHECKS, CHECKS, CHECKS), "base", False),
        ((BASE, BASE), "base", True),
        ((BASE, BASE, BASE), "base", False),
        ((BASE, REVIEW, BASE), "checks", False),
        ((ANSWER, ANSWER, ANSWER, ANSWER), "answer", True),
        ((ANSWER, ANSWER, ANSWER), "review", True),
    ],
)
def test_three_attempts_are_made_and_no_more(
    rounds: tuple[Round, ...], source: Source, *, again: bool
) -> None:
    outcome = another_round(unit(*rounds), source, "there it is")
    assert isinstance(outcome, e.DrawnAgain) is again
    if isinstance(outcome, e.GivenUp):
        assert outcome.tried == tuple(each.why for each in rounds)
        assert "3 attempts" in outcome.reason


def test_the_same_failure_twice_ends_it_at_once() -> None:
    earlier = Round("checks", "the check failed", "build/1")
    assert isinstance(another_round(unit(earlier), "checks", "x", signature="build/2"), e.DrawnAgain)
    ended = another_round(unit(earlier), "checks", "x", signature="build/1")
    assert isinstance(ended, e.GivenUp)
    assert "the same failure came twice" in ended.reason


def test_a_grave_one_is_for_people_for_good() -> None:
    spent = unit(REVIEW, REVIEW, REVIEW)
    ended = another_round(spent, "review", "a critical fault", grave=True)
    assert isinstance(ended, e.GivenUp)
    assert ended.for_good


def redrawn(j: Journey, feedback: str = "build: expected 1") -> Journey:
    j.record(e.DrawnAgain(unit="U-01", source="checks", why="the check failed", feedback=feedback))
    return j


def test_a_unit_drawn_again_is_patching_with_what_to_mend_and_without_its_approval() -> None:
    j = redrawn(until("unit written"))
    assert j.unit().state is UnitState.PATCHING
    assert j.unit().approval is None
    assert [(wish.target, wish.text, wish.by.login) for wish in j.run.refinements] == [
        ("U-01", "build: expected 1", "checks")
    ]


def test_a_reply_that_was_under_way_counts_no_more_and_another_is_asked_for() -> None:
    j = until("synced")
    subject = j.run.unit_asks["U-01"]
    j.record(e.DrawnAgain(unit="U-01", source="answer", why="Q1 was answered"))
    j.take(j.reply("implementation", subject, proposal("U-01")))
    assert j.unit().patchset is None
    assert j.unit().state is UnitState.PATCHING
    assert j.run.unit_asks["U-01"] == "U-01 2"
    j.answer_unit(proposal("U-01"))
    assert j.unit().state is UnitState.WAITING_USER_APPROVAL


def test_a_persons_word_begins_the_count_anew() -> None:
    j = redrawn(until("proposed"))
    j.record(e.RoleAsked(role="implementation", subject="U-01 2"))
    j.answer_unit(proposal("U-01", 2))
    assert len(j.unit().rounds) == 1
    j.take(c.Refine(said(), "U-01", "name it better"))
    assert j.unit().rounds == ()


@pytest.mark.parametrize("for_good", [False, True])
def test_what_was_given_up_is_tried_again_on_a_persons_word_unless_it_is_for_good(*, for_good: bool) -> None:
    j = until("unit written")
    j.record(e.GivenUp(unit="U-01", reason="enough", tried=("one",), for_good=for_good))
    assert j.unit().state is UnitState.NEEDS_HUMAN
    outcome = j.take(c.Retry(said(thread=34)))
    assert isinstance(outcome, Refused) is for_good
    assert (j.unit().state is UnitState.NEEDS_HUMAN) is for_good
    j.take(c.Refine(said(), "U-01", "do it like this"))
    if for_good:
        assert j.unit().state is UnitState.PATCHING
        assert not j.unit().for_good
