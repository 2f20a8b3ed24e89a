"""What may be spent on model calls, in millionths of a dollar: judged before each call by the most it can cost."""

from dataclasses import dataclass
from typing import Final, Literal, assert_never

from config.budgets import Caps
from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Moved, Refused
from policies.facts import Facts
from policies.people import Right
from policies.run import Run

Scope = Literal["call", "run", "repository_day", "day"]

# Up to so many times the operator's budget for a run, write access is enough to raise it.
FREELY: Final = 5


@dataclass(frozen=True, slots=True)
class Spending:
    """What is spent or held for calls under way: of this run, of its repository today, and of everybody today."""

    run: int = 0
    repository_day: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Over:
    """Why a call is not made: it may cost up to `worst`, and of `cap` in this scope `spent` is gone already."""

    scope: Scope
    spent: int
    cap: int
    worst: int


def judge(worst: int, *, spending: Spending, caps: Caps) -> Over | None:
    """None when a call that costs `worst` at most stays within every budget; else the first that it would break."""
    scopes: tuple[tuple[Scope, int, int], ...] = (
        ("call", 0, caps.call),
        ("run", spending.run, caps.run),
        ("repository_day", spending.repository_day, caps.repository_day),
        ("day", spending.day, caps.day),
    )
    return next((Over(scope, spent, cap, worst) for scope, spent, cap in scopes if spent + worst > cap), None)


def reached(run: Run, command: c.OverBudget) -> Moved | None:
    """The hold, because a call would have broken a budget; None while the run is held already: the call is asked again."""
    if run.overlay is not None:
        return None
    entry = e.BudgetReached(
        role=command.role,
        subject=command.subject,
        scope=command.scope,
        spent=command.spent,
        cap=command.cap,
        worst=command.worst,
    )
    return Moved((entry,))


def raised(run: Run, command: c.Budget, facts: Facts) -> Decision:
    """`/budget 10`: what this run may spend in all, from now on; a run that stood for its budget goes on."""
    right = facts.actor.right if facts.actor else Right.NONE
    most = FREELY * facts.caps.run
    if command.cap > most and right < Right.ADMIN:
        return Refused(
            "SB-101",
            f"More than {dollars(most)} for one run needs admin access; GitHub says you have {right.name.lower()}.",
            f"Up to {dollars(most)} you may say yourself.",
        )
    if command.cap <= run.cost:
        return Refused(
            "SB-402",
            f"{dollars(run.cost)} is spent already, so {dollars(command.cap)} would leave nothing.",
            "Name what the run may spend in all:",
            f"/signalbox budget {-(-run.cost // 1_000_000) + 5}",
        )
    return Moved((e.BudgetRaised(by=command.said.by, cap=command.cap),))


def said(entry: e.BudgetReached) -> str:
    """Why the run stands, without a full stop."""
    spent, cap, worst = dollars(entry.spent), dollars(entry.cap), dollars(entry.worst)
    next_ = f"and the next call may cost up to {worst}"
    match entry.scope:
        case "call":
            return f"the next call may cost up to {worst}, and one call may cost {cap} at most"
        case "run":
            return f"{spent} of {cap} is spent, {next_}"
        case "repository_day":
            return f"{spent} of the {cap} this repository has for today is spent, {next_}"
        case "day":
            return f"{spent} of the {cap} there is for all repositories today is spent, {next_}"
        case _:
            assert_never(entry.scope)


def dollars(millionths: int) -> str:
    """`$4.93`: rounded up to a cent, so that nothing that was spent is shown as nothing."""
    cents = -(-millionths // 10_000)
    return f"${cents // 100}.{cents % 100:02d}"
