"""Several processes on one queue: nothing is lost, nothing is out of order, and nothing is worked on by two."""

import asyncio
from collections.abc import AsyncIterator, Callable
from itertools import pairwise

import pytest

from bot.clock import now, ticks
from bot.queue_postgres import PostgresQueue
from tests.bot.queue_conformance import delivery
from tests.postgres.hands import Hands, hands
from tests.postgres.rhythm import FAST

PATIENCE = 60.0
RUNS, EACH = 6, 8


class Crew:
    """The working processes of a test."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.all: list[Hands] = []
        self._reading: list[asyncio.Task[None]] = []

    async def join(self, *options: str) -> Hands:
        """One more process."""
        one = await hands(self.url, "--pace", "0.25", *options)
        self.all.append(one)
        self._reading.append(asyncio.create_task(one.read()))
        return one

    async def until(self, what: Callable[[], bool]) -> None:
        """Waits for something to be true of what they said."""
        deadline = ticks() + PATIENCE
        while not what():
            assert ticks() < deadline, [one.said for one in self.all]
            await asyncio.sleep(0.01)

    def ended(self) -> set[str]:
        """The ids of what somebody has brought to its end."""
        return {said.id for one in self.all for said in one.said if said.what == "ended"}

    async def go_home(self) -> None:
        """Everybody ends in order."""
        for one in self.all:
            if one.process.returncode is None:
                one.process.terminate()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*self._reading, *(one.process.wait() for one in self.all))


@pytest.fixture
async def queue(url: str) -> AsyncIterator[PostgresQueue]:
    queue = await PostgresQueue.open(url, clock=now, rhythm=FAST)
    yield queue
    await queue.close()


@pytest.fixture
async def crew(url: str, queue: PostgresQueue) -> AsyncIterator[Crew]:
    del queue  # The tables are there before anybody joins.
    crew = Crew(url)
    yield crew
    await crew.go_home()


def spans(crew: Crew, run: str) -> list[tuple[float, float, str]]:
    """When each piece of a run's work began and ended, in order; what was in a killed process's hands ended with it."""
    found: list[tuple[float, float, str]] = []
    for one in crew.all:
        ends = {(said.id, said.attempt): said.at for said in one.said if said.what == "ended"}
        found += [
            (said.at, ends.get((said.id, said.attempt), one.killed_at or 0.0), said.id)
            for said in one.said
            if said.what == "began" and said.run == run
        ]
    return sorted(found)


async def test_a_run_is_in_order_and_never_with_two_also_when_one_of_them_is_killed(
    queue: PostgresQueue, crew: Crew
) -> None:
    names = [f"{run}-{number}" for number in range(EACH) for run in range(RUNS)]
    for name in names:
        await queue.put(delivery(name, run=f"acme/r{name[0]}#1"))
    first, second = await crew.join("--seconds", "0.1"), await crew.join("--seconds", "0.1")
    await crew.until(lambda: len(first.said) > 12 and len(second.said) > 4 and first.in_hand() != [])
    await first.kill()
    async with asyncio.timeout(PATIENCE):
        while await queue.depth():  # noqa: ASYNC110 - the database says it
            await asyncio.sleep(0.05)
    await crew.go_home()

    assert crew.ended() == set(names)
    assert first.in_hand()
    lost = {said.id for one in crew.all for said in one.in_hand()}
    for run in range(RUNS):
        ordered = spans(crew, f"acme/r{run}#1")
        assert all(before[1] <= after[0] for before, after in pairwise(ordered)), ordered
        assert [name for _, _, name in ordered if name not in lost] == [
            name for name in names if name[0] == str(run) and name not in lost
        ]
    # What one process has kept, no other works on again.
    kept = [said.id for one in crew.all for said in one.said if said.what == "kept"]
    assert len(kept) == len(set(kept))


async def test_work_that_kills_its_process_is_counted_and_holds_nobody_else_up(
    queue: PostgresQueue, crew: Crew
) -> None:
    await queue.put(delivery("poison", run="acme/a#1", event="poison"))
    await queue.put(delivery("other", run="acme/b#1"))
    for _ in range(2):
        one = await crew.join()
        await asyncio.wait_for(one.process.wait(), PATIENCE)
    job = await asyncio.wait_for(queue.claim(), PATIENCE)
    assert job is not None
    assert (job.delivery.id, job.attempt, job.lost) == ("poison", 3, 2)
    await queue.dead(job, "it kills")
    assert crew.ended() <= {"other"}
    await crew.join()
    await crew.until(lambda: crew.ended() == {"other"})
