"""The accounts: what is held before a call, what is paid after it, and that nobody overspends, however many ask at once."""

import asyncio
from pathlib import Path

import pytest

from bot.budget import Budgets, Hold, OverBudget, Purse
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from config.budgets import Caps
from tests.bot.queue_conformance import ManualClock

CAPS = Caps(call=100, run=500, repository_day=1_000, day=2_000)
DAY = 86_400


def purse(budgets: Budgets, *, issue: int = 12, repository: int = 9, recorded: int = 0) -> Purse:
    return Purse(budgets, Place(5, repository, "acme/shop", issue), CAPS, recorded)


async def refused(one: Purse, worst: int) -> str:
    with pytest.raises(OverBudget) as raised:
        await one.hold(worst)
    return raised.value.over.scope


@pytest.fixture
def budgets(queue: SqliteQueue, clock: ManualClock) -> Budgets:
    return Budgets(cache=queue, caps=CAPS, clock=clock)


async def test_a_thousand_who_ask_at_once_for_the_last_bit_spend_it_once(budgets: Budgets) -> None:
    one = purse(budgets, recorded=CAPS.run - 1)
    outcomes = await asyncio.gather(*(one.hold(1) for _ in range(1_000)), return_exceptions=True)
    assert sum(isinstance(outcome, Hold) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, OverBudget) for outcome in outcomes) == 999


async def test_runs_that_ask_at_once_never_overspend_their_repositorys_day(budgets: Budgets) -> None:
    outcomes = await asyncio.gather(
        *(purse(budgets, issue=number % 50).hold(7) for number in range(1_000)), return_exceptions=True
    )
    assert sum(isinstance(outcome, Hold) for outcome in outcomes) == CAPS.repository_day // 7


async def test_what_was_not_spent_is_there_again(budgets: Budgets) -> None:
    one = purse(budgets)
    holds = [await one.hold(100) for _ in range(5)]
    assert await refused(one, 1) == "run"
    await one.settle(holds[0], 30)
    await one.hold(70)
    assert await refused(one, 1) == "run"


async def test_a_call_that_cost_more_than_its_worst_case_is_counted_whole(budgets: Budgets) -> None:
    one = purse(budgets)
    await one.settle(await one.hold(100), 490)
    await one.hold(10)
    assert await refused(one, 1) == "run"


async def test_what_is_held_survives_a_restart(tmp_path: Path, clock: ManualClock) -> None:
    """Nobody knows what became of a call under way, so its worst case counts."""
    first = await SqliteQueue.open(tmp_path / "q.sqlite3", clock=clock)
    one = purse(Budgets(cache=first, caps=CAPS, clock=clock))
    for _ in range(5):
        await one.hold(100)
    await first.close()
    second = await SqliteQueue.open(tmp_path / "q.sqlite3", clock=clock)
    assert await refused(purse(Budgets(cache=second, caps=CAPS, clock=clock)), 1) == "run"
    await second.close()


async def test_without_its_account_a_run_has_spent_what_its_ledger_says(budgets: Budgets) -> None:
    assert await refused(purse(budgets, recorded=450), 51) == "run"
    await purse(budgets, recorded=450).hold(50)
    assert await refused(purse(budgets, recorded=0), 1) == "run"


async def test_days_begin_anew_at_midnight_and_runs_do_not(budgets: Budgets, clock: ManualClock) -> None:
    for issue in range(10):
        await purse(budgets, issue=issue).hold(100)
    assert await refused(purse(budgets, issue=10), 1) == "repository_day"
    for issue in range(10):
        await purse(budgets, repository=10, issue=issue).hold(100)
    assert await refused(purse(budgets, repository=11), 1) == "day"
    clock.time += DAY
    await purse(budgets, repository=11).hold(100)
    await purse(budgets, issue=0).hold(100)
    for _ in range(3):
        await purse(budgets, issue=0).hold(100)
    assert await refused(purse(budgets, issue=0), 1) == "run"


async def test_a_call_that_is_too_dear_touches_no_account(budgets: Budgets, queue: SqliteQueue) -> None:
    assert await refused(purse(budgets), 101) == "call"
    assert await queue.cached("budget/run/9/12") is None
