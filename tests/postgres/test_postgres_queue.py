"""The shared queue: the port's promises, kept in a real PostgreSQL."""

import asyncio
import contextlib

import pytest

from bot.clock import now
from bot.queue import Queue
from bot.queue_heart import LONGEST_CALL, Rhythm, ended
from bot.queue_postgres import PostgresQueue
from tests.bot.queue_conformance import ManualClock, Opener, QueueConformance, claimed, delivery
from tests.bot.queue_turns import TurnsConformance
from tests.postgres.rhythm import FAST


async def kill(queue: Queue) -> None:
    """As when the process is killed: nothing is given back, and nobody says that it lives."""
    assert isinstance(queue, PostgresQueue)
    for task in (queue._heart._beating, queue._listening):
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
    await queue._database.close()


class TestPostgresQueue(QueueConformance, TurnsConformance):
    """The shared engine keeps the port's promises."""

    @pytest.fixture
    def opener(self, url: str, clock: ManualClock) -> Opener:
        async def open_queue() -> PostgresQueue:
            return await PostgresQueue.open(url, clock=clock, rhythm=FAST)

        return open_queue

    async def kill(self, queue: Queue) -> None:
        await kill(queue)


async def test_a_process_that_stood_still_holds_nothing_also_before_others_take_it(url: str) -> None:
    """By the database's clock; its own may have stood still with it."""
    queue = await PostgresQueue.open(url, clock=now, rhythm=FAST)
    await queue.put(delivery("a"))
    job = await claimed(queue)
    assert await queue.holds(job)
    beating = queue._heart._beating
    assert beating is not None
    beating.cancel()
    age = "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '0.9 seconds'"
    await queue._database.rows(age)
    assert not await queue.holds(job)
    await queue._heart._live()
    await queue.done(job)
    assert not await queue.holds(job)
    await queue.close()


def test_what_a_process_sent_last_has_ended_before_others_take_its_work() -> None:
    usual = Rhythm()
    assert usual.stalled - usual.lease > LONGEST_CALL
    assert usual.stalled + 2 * usual.beat < 30


async def test_a_task_whose_first_cancellation_is_lost_ends_all_the_same() -> None:
    async def deaf() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        await asyncio.sleep(60)

    task = asyncio.create_task(deaf())
    await asyncio.sleep(0)
    async with asyncio.timeout(30):
        await ended(task)
    assert task.cancelled()
