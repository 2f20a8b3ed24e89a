"""The shared queue: the port's promises, kept in a real PostgreSQL."""

import asyncio

import pytest

from bot.queue import Queue
from bot.queue_heart import Rhythm
from bot.queue_postgres import PostgresQueue
from tests.bot.queue_conformance import ManualClock, Opener, QueueConformance
from tests.bot.queue_turns import TurnsConformance

# As in production, ten times as fast.
FAST = Rhythm(beat=0.2, lease=0.8, stalled=1.2)


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
