"""What every queue engine must do about whose turn it is, about values that several change, and about work that kills."""

import asyncio
from collections.abc import Sequence

from bot.queue import Queue
from tests.bot.queue_conformance import Engine, Opener, claimed, delivery, nothing_to_claim


async def drained(queue: Queue, count: int) -> list[str]:
    """So many jobs in the order in which they are handed out, each finished before the next."""
    names: list[str] = []
    for _ in range(count):
        job = await claimed(queue)
        names.append(job.delivery.id)
        await queue.done(job)
    return names


class TurnsConformance(Engine):
    """More of the port's promises, one test each."""

    async def test_values_are_changed_together_and_one_change_at_a_time(self, queue: Queue) -> None:
        def more(values: Sequence[bytes | None]) -> tuple[Sequence[bytes], int]:
            numbers = [int(value or b"0") + 1 for value in values]
            return [str(number).encode() for number in numbers], numbers[0]

        keys = [["k1", "k2"], ["k2", "k1"], ["k1"]]
        results = await asyncio.gather(*(queue.change(keys[n % 3], more) for n in range(60)))
        assert await queue.cached("k1") == b"60"
        assert await queue.cached("k2") == b"40"
        assert sorted(results[2::3]) == sorted(set(results[2::3]))
        assert await queue.change(["k1", "new"], lambda values: (None, list(values))) == [b"60", None]
        assert await queue.cached("new") is None

    async def test_one_step_of_a_repository_at_a_time_and_a_question_beside_it(self, queue: Queue) -> None:
        await queue.put(delivery("a", run="acme/shop#1"))
        await queue.put(delivery("b", run="acme/shop#2"))
        await queue.put(delivery("c", run="acme/shop#2!plan 1", event="ask"))
        first, beside = await claimed(queue), await claimed(queue)
        assert [first.delivery.id, beside.delivery.id] == ["a", "c"]
        assert await nothing_to_claim(queue)
        await queue.retry_at(first, 2_000_000.0, "GitHub is away")
        assert (await claimed(queue)).delivery.id == "b"

    async def test_no_more_is_under_way_than_there_is_room_for(self, queue: Queue) -> None:
        """Five of each kind, as engines are opened by default."""
        for number in range(7):
            await queue.put(delivery(f"step {number}", run=f"acme/r{number}#1"))
            await queue.put(delivery(f"ask {number}", run=f"acme/r{number}#1!triage", event="ask"))
        under_way = [await claimed(queue) for _ in range(10)]
        assert await nothing_to_claim(queue)
        assert sum(job.delivery.event == "ask" for job in under_way) == 5
        await queue.done(next(job for job in under_way if job.delivery.event == "ask"))
        assert (await claimed(queue)).delivery.id == "ask 5"

    async def test_installations_take_turns_and_people_come_before_background_work(
        self, queue: Queue
    ) -> None:
        for number in range(6):
            await queue.put(delivery(f"storm {number}", run=f"storm/r{number}#1", installation=1))
        await queue.put(delivery("checks", run="acme/a#1", event="check_run", installation=2))
        await queue.put(delivery("command", run="acme/b#1", installation=2))
        order = await drained(queue, 8)
        assert order[:4] == ["storm 0", "command", "storm 1", "checks"]
        assert order[4:] == ["storm 2", "storm 3", "storm 4", "storm 5"]

    async def test_what_ends_its_process_is_counted(self, opener: Opener) -> None:
        queue = await opener()
        await queue.put(delivery("poison"))
        assert (await claimed(queue)).lost == 0
        await self.kill(queue)
        queue = await opener()
        job = await claimed(queue)
        assert (job.attempt, job.lost) == (2, 1)
        await queue.retry_at(job, 0.0, "GitHub is away")
        job = await claimed(queue)
        assert (job.attempt, job.lost) == (3, 1)
        await queue.close()
