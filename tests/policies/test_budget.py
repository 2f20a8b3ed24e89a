"""What may be spent: judged before each call by the most it can cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.budgets import Caps
from policies import commands as c
from policies import entries as e
from policies.budget import Over, Spending, dollars, judge, said
from policies.decision import Moved, Refused
from policies.effects import AskRole
from policies.outstanding import outstanding
from policies.people import Actor, Right
from policies.stages import Overlay
from tests.policies.build import RAJ
from tests.policies.build import said as spoken
from tests.policies.journey import Journey, until

CAPS = Caps(call=2_000, run=5_000, repository_day=50_000, day=200_000)
OVER = c.OverBudget("planner", "plan 1", "run", 4_900_000, 5_000_000, 300_000)


@pytest.mark.parametrize(
    ("worst", "spending", "over"),
    [
        pytest.param(2_000, Spending(), None, id="exactly what a call may cost"),
        pytest.param(2_001, Spending(), Over("call", 0, 2_000, 2_001), id="more than a call may cost"),
        pytest.param(1, Spending(run=4_999), None, id="the run's last one"),
        pytest.param(2, Spending(run=4_999), Over("run", 4_999, 5_000, 2), id="one too many for the run"),
        pytest.param(0, Spending(run=9_999), Over("run", 9_999, 5_000, 0), id="a run that is over already"),
        pytest.param(
            9,
            Spending(repository_day=49_992),
            Over("repository_day", 49_992, 50_000, 9),
            id="the repository's day",
        ),
        pytest.param(9, Spending(day=199_992), Over("day", 199_992, 200_000, 9), id="everybody's day"),
        pytest.param(
            9, Spending(4_999, 50_000, 200_000), Over("run", 4_999, 5_000, 9), id="the first of three"
        ),
    ],
)
def test_a_call_is_made_only_within_every_budget(worst: int, spending: Spending, over: Over | None) -> None:
    assert judge(worst, spending=spending, caps=CAPS) == over


@given(st.lists(st.integers(0, 3_000), max_size=60))
def test_whatever_is_asked_for_no_budget_is_ever_overspent(worsts: list[int]) -> None:
    spent = 0
    for worst in worsts:
        if judge(worst, spending=Spending(spent, spent, spent), caps=CAPS) is None:
            spent += worst
        assert spent <= CAPS.run


def _held() -> Journey:
    j = until("triaged")
    j.take(OVER)
    return j


def test_a_run_at_its_budget_stands_and_keeps_what_it_wanted_to_ask() -> None:
    run = _held().run
    assert (run.overlay, run.asked) == (Overlay.BUDGET, ("planner", "plan 1"))
    assert run.overlay_reason == "$4.90 of $5.00 is spent, and the next call may cost up to $0.30"
    assert outstanding(run) == ()


def test_a_raised_budget_lets_the_run_ask_the_same_again() -> None:
    j = _held()
    j.take(c.Budget(spoken(), 10_000_000))
    assert (j.run.overlay, j.run.budget) == (None, 10_000_000)
    assert outstanding(j.run) == (AskRole("planner", "plan 1"),)


@pytest.mark.parametrize("held_by", [c.Pause(spoken(), "wait"), c.Stuck("a step failed")])
def test_a_run_that_is_held_otherwise_stays_so(held_by: c.Command) -> None:
    j = until("triaged")
    j.take(held_by)
    before = j.run.overlay
    j.take(OVER)
    assert j.run.overlay is before


def test_a_budget_raised_beforehand_frees_nobody_who_is_held_otherwise() -> None:
    j = until("triaged")
    j.take(c.Stuck("a step failed"))
    j.take(c.Budget(spoken(), 10_000_000))
    assert (j.run.overlay, j.run.budget) == (Overlay.NEEDS_HUMAN, 10_000_000)


@pytest.mark.parametrize(
    ("right", "cap", "code"),
    [
        (Right.TRIAGE, 1_000_000, "SB-101"),
        (Right.WRITE, 25_000_000, ""),
        (Right.WRITE, 25_010_000, "SB-101"),
        (Right.MAINTAIN, 25_010_000, "SB-101"),
        (Right.ADMIN, 25_010_000, ""),
        (Right.ADMIN, 99_999_000_000, ""),
    ],
)
def test_beyond_five_times_the_operators_budget_it_takes_an_admin(right: Right, cap: int, code: str) -> None:
    decision = _held().decide(c.Budget(spoken(), cap), actor=Actor(person=RAJ, right=right, is_human=True))
    if code:
        assert isinstance(decision, Refused)
        assert decision.code == code
    else:
        assert isinstance(decision, Moved)


@pytest.mark.parametrize(("cap", "moved"), [(4_910_000, True), (4_900_000, False), (10_000, False)])
def test_a_budget_below_what_is_spent_is_refused_with_one_that_would_do(cap: int, *, moved: bool) -> None:
    j = until("triaged")
    spent = e.Spent(model="claude", output_tokens=1, cost=4_900_000)
    j.record(e.RoleReplied(role="triage", subject="triage", ask="", content=None, spent=spent))
    decision = j.decide(c.Budget(spoken(), cap))
    assert isinstance(decision, Moved) == moved
    if isinstance(decision, Refused):
        assert (decision.code, decision.paste) == ("SB-402", "/signalbox budget 10")


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("call", "the next call may cost up to $0.30, and one call may cost $5.00 at most"),
        ("run", "$4.90 of $5.00 is spent, and the next call may cost up to $0.30"),
        (
            "repository_day",
            "$4.90 of the $5.00 this repository has for today is spent, and the next call may cost up to $0.30",
        ),
        (
            "day",
            "$4.90 of the $5.00 there is for all repositories today is spent, and the next call may cost up to $0.30",
        ),
    ],
)
def test_the_reason_names_the_budget_and_the_amounts(scope: str, words: str) -> None:
    entry = e.BudgetReached.model_validate(
        {
            "role": "planner",
            "subject": "plan 1",
            "scope": scope,
            "spent": 4_900_000,
            "cap": 5_000_000,
            "worst": 300_000,
        }
    )
    assert said(entry) == words


@pytest.mark.parametrize(
    ("millionths", "shown"),
    [
        (0, "$0.00"),
        (1, "$0.01"),
        (10_000, "$0.01"),
        (10_001, "$0.02"),
        (4_912_300, "$4.92"),
        (10**12, "$1000000.00"),
    ],
)
def test_money_is_shown_rounded_up_to_a_cent(millionths: int, shown: str) -> None:
    assert dollars(millionths) == shown
