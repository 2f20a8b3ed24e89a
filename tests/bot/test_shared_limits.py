"""What several processes on one queue may do together: GitHub's pace and the budgets hold for all of them, not for each."""

import asyncio

import pytest

from bot.budget import Budgets, OverBudget
from bot.errors import Limited, Retry
from bot.github.pacing import NEWS, Limits, Pace
from bot.place import Place
from bot.queue_sqlite import SqliteQueue
from config.budgets import Caps
from tests.bot.conftest import Naps
from tests.bot.queue_conformance import ManualClock

PLACE = Place(5, 9, "acme/shop", 7)


def pace(queue: SqliteQueue, clock: ManualClock, naps: Naps) -> Pace:
    """That of one more process."""
    limits = Limits(per_minute=10, per_hour=1000, spacing=0)
    return Pace(limits=limits, cache=queue, clock=clock, sleep=naps)


async def test_the_writes_of_all_processes_count_together(
    queue: SqliteQueue, clock: ManualClock, naps: Naps
) -> None:
    first, second = pace(queue, clock, naps), pace(queue, clock, naps)
    for _ in range(5):
        await asyncio.gather(first.write(5), second.write(5))
    for each in (first, second):
        with pytest.raises(Retry) as later:
            await each.write(5)
        assert later.value.at == clock() + 60
    await second.write(6)


async def test_what_one_process_was_told_another_knows_a_second_later(
    queue: SqliteQueue, clock: ManualClock, naps: Naps
) -> None:
    first, second = pace(queue, clock, naps), pace(queue, clock, naps)
    await second.call(5)
    await first.close(5, clock() + 90)
    with pytest.raises(Limited):
        await first.call(5)
    # A write looks into what all share, and goes by no old news.
    with pytest.raises(Retry):
        await second.write(5)
    clock.time += NEWS + 0.1
    with pytest.raises(Limited):
        await second.call(5)
    clock.time += 90
    await second.call(5)


async def test_the_last_of_a_budget_is_spent_once_by_however_many_processes(
    queue: SqliteQueue, clock: ManualClock
) -> None:
    caps = Caps(call=10, run=100, repository_day=100, day=100)
    processes = [Budgets(cache=queue, caps=caps, clock=clock) for _ in range(4)]
    holds = [each.hold(PLACE, 10, caps=caps, recorded=0) for each in processes for _ in range(5)]
    outcomes = await asyncio.gather(*holds, return_exceptions=True)
    held = [each for each in outcomes if not isinstance(each, BaseException)]
    assert len(held) == 10
    assert sum(isinstance(each, OverBudget) for each in outcomes) == 10
    await processes[1].settle(held[0], 0)
    await processes[2].hold(PLACE, 10, caps=caps, recorded=0)
