"""What every queue engine must do; an engine's test file subclasses this and says how it is opened."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from bot.queue import Delivery, Job, Queue

Opener = Callable[[], Awaitable[Queue]]


class ManualClock:
    """Time that moves when the test says so."""

    def __init__(self) -> None:
        self.time = 1_000_000.0

    def __call__(self) -> float:
        return self.time


# What waited under the name that its repository had, and the key it has now; what names no repository stays as it is.
BY_NAME = (
    Delivery("told", "issues", "acme/shop#7", b'{"repository": {"id": 9}}', "", 0.0),
    Delivery("own", "ask", "acme/shop#7!model", b'{"place": {"repository_id": 9}}', "", 0.0),
    Delivery("other", "wake", "acme/store#8", b"{}", "", 0.0),
)
BY_NUMBER = {"told": "9#7", "own": "9#7!model", "other": "acme/store#8"}


def delivery(  # the parts that tests care for
    name: str,
    *,
    run: str = "run-1",
    body: bytes | None = None,
    due_at: float = 0.0,
    event: str = "issue_comment",
    installation: int = 5,
) -> Delivery:
    content = body if body is not None else f'{{"n":"{name}"}}'.encode()
    digest = f"digest of {content!r}"
    return Delivery(name, event, run, content, digest, 1_000_000.0, due_at, installation)


async def claimed(queue: Queue, seconds: float = 20.0) -> Job:
    async with asyncio.timeout(seconds):
        job = await queue.claim()
    assert job is not None
    return job


async def nothing_to_claim(queue: Queue) -> bool:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.05):
            await queue.claim()
            return False
    return True


class Engine:
    """How the tests hold an engine; its own test file gives `opener` and `kill`."""

    @pytest.fixture
    def clock(self) -> ManualClock:
        return ManualClock()

    async def kill(self, queue: Queue) -> None:
        """The engine's process ends, and nothing is put in order."""
        raise NotImplementedError

    @pytest.fixture
    async def queue(self, opener: Opener) -> AsyncIterator[Queue]:
        queue = await opener()
        yield queue
        await queue.close()


class QueueConformance(Engine):
    """The port's promises, one test each."""

    async def test_what_is_put_is_claimed_as_it_was(self, queue: Queue) -> None:
        one = delivery("a", body=b'{"x":"\xc3\xa9\x00"}')
        assert await queue.put(one) == "queued"
        job = await claimed(queue)
        assert job.delivery == one
        assert job.attempt == 1

    @pytest.mark.parametrize(
        "again",
        [
            pytest.param(delivery("a"), id="same delivery"),
            pytest.param(
                replace(delivery("b"), body_digest=delivery("a").body_digest), id="same body, new id"
            ),
            pytest.param(replace(delivery("a"), body_digest="other"), id="same id, other body"),
            pytest.param(
                replace(delivery("b"), event="push", body_digest=delivery("a").body_digest), id="new event"
            ),
        ],
    )
    async def test_a_replay_is_a_duplicate(self, queue: Queue, again: Delivery) -> None:
        await queue.put(delivery("a"))
        assert await queue.put(again) == "duplicate"
        await queue.done(await claimed(queue))
        assert await queue.put(again) == "duplicate"
        assert await queue.depth() == 0

    async def test_the_apps_own_events_may_have_equal_bodies(self, queue: Queue) -> None:
        first = Delivery("reply/1", "agent_replied", "run-1", b"{}", "", 0.0)
        assert await queue.put(first) == "queued"
        assert await queue.put(replace(first, id="reply/2")) == "queued"
        assert await queue.put(first) == "duplicate"

    async def test_what_was_put_is_known_also_when_it_is_over(self, queue: Queue) -> None:
        assert not await queue.known("a")
        await queue.put(delivery("a"))
        assert await queue.known("a")
        await queue.done(await claimed(queue))
        assert await queue.known("a")
        assert not await queue.known("b")

    async def test_a_hundred_copies_at_once_are_queued_once(self, queue: Queue) -> None:
        outcomes = await asyncio.gather(*(queue.put(delivery("a")) for _ in range(100)))
        assert sorted(outcomes) == ["duplicate"] * 99 + ["queued"]

    async def test_a_run_is_worked_on_in_order_and_one_at_a_time(self, queue: Queue) -> None:
        for name in ("a", "b", "c"):
            await queue.put(delivery(name))
        first = await claimed(queue)
        assert await nothing_to_claim(queue)
        await queue.done(first)
        second = await claimed(queue)
        await queue.done(second)
        third = await claimed(queue)
        assert [job.delivery.id for job in (first, second, third)] == ["a", "b", "c"]

    async def test_different_runs_are_worked_on_side_by_side(self, queue: Queue) -> None:
        await queue.put(delivery("a", run="run-1"))
        await queue.put(delivery("b", run="run-2"))
        jobs = {(await claimed(queue)).delivery.id, (await claimed(queue)).delivery.id}
        assert jobs == {"a", "b"}

    async def test_a_retried_job_waits_in_place_and_counts_its_attempts(
        self, queue: Queue, clock: ManualClock
    ) -> None:
        await queue.put(delivery("a"))
        await queue.put(delivery("b"))
        await queue.retry_at(await claimed(queue), clock() + 60, "GitHub is away")
        assert await nothing_to_claim(queue)
        clock.time += 60
        job = await claimed(queue)
        assert (job.delivery.id, job.attempt) == ("a", 2)
        await queue.done(job)
        assert (await claimed(queue)).delivery.id == "b"

    async def test_a_timer_comes_when_it_is_due_and_holds_nobody_up(
        self, queue: Queue, clock: ManualClock
    ) -> None:
        await queue.put(delivery("timer", due_at=clock() + 3600))
        await queue.put(delivery("now"))
        job = await claimed(queue)
        assert job.delivery.id == "now"
        await queue.done(job)
        assert await nothing_to_claim(queue)
        clock.time += 3600
        assert (await claimed(queue)).delivery.id == "timer"

    async def test_a_dead_job_is_listed_and_its_run_goes_on(self, queue: Queue) -> None:
        await queue.put(delivery("a"))
        await queue.put(delivery("b"))
        await queue.dead(await claimed(queue), "five attempts: \udc80 KeyError")
        (letter,) = await queue.dead_letters()
        assert (letter.delivery, letter.attempts, letter.why) == (
            delivery("a"),
            1,
            "five attempts: ? KeyError",
        )
        assert (await claimed(queue)).delivery.id == "b"

    async def test_a_forgotten_job_counts_when_it_comes_again(self, queue: Queue) -> None:
        for name in ("asked", "a", "b"):
            await queue.put(delivery(name))
        await queue.done(await claimed(queue))
        await queue.forget(await claimed(queue), also="asked")
        assert (await claimed(queue)).delivery.id == "b"
        assert await queue.put(delivery("a")) == "queued"
        assert await queue.put(delivery("asked")) == "queued"
        assert await queue.put(delivery("b")) == "duplicate"

    async def test_a_claim_waits_for_what_comes_later(self, queue: Queue) -> None:
        waiting = asyncio.create_task(queue.claim())
        await asyncio.sleep(0.01)
        await queue.put(delivery("a"))
        job = await asyncio.wait_for(waiting, 5)
        assert job is not None
        assert job.delivery.id == "a"

    async def test_waking_ends_every_wait(self, queue: Queue) -> None:
        waiting = [asyncio.create_task(queue.claim()) for _ in range(3)]
        await asyncio.sleep(0.01)
        queue.wake()
        assert await asyncio.wait_for(asyncio.gather(*waiting), 5) == [None, None, None]

    async def test_a_cancelled_claim_gives_its_job_back(self, queue: Queue) -> None:
        await queue.put(delivery("a"))
        claiming = asyncio.create_task(queue.claim())
        await asyncio.sleep(0)
        claiming.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            lost = await claiming
            pytest.fail(f"the claim had {lost} before it was cancelled")
        job = await claimed(queue)
        assert (job.delivery.id, job.attempt) == ("a", 1)

    async def test_every_job_reaches_exactly_one_of_many_workers(self, queue: Queue) -> None:
        names = [f"d{number}" for number in range(200)]
        seen: list[str] = []
        busy: set[str] = set()

        async def work() -> None:
            while (job := await queue.claim()) is not None:
                assert job.delivery.run_key not in busy
                busy.add(job.delivery.run_key)
                await asyncio.sleep(0)
                seen.append(job.delivery.id)
                busy.discard(job.delivery.run_key)
                await queue.done(job)
                if len(seen) == len(names):
                    queue.wake()

        workers = [asyncio.create_task(work()) for _ in range(8)]
        await asyncio.gather(
            *(queue.put(delivery(name, run=f"run-{index % 7}")) for index, name in enumerate(names))
        )
        await asyncio.wait_for(asyncio.gather(*workers), 20)
        assert sorted(seen) == sorted(names)

    async def test_what_was_not_done_survives_a_restart(self, opener: Opener, clock: ManualClock) -> None:
        queue = await opener()
        for name, run in (("done", "r1"), ("begun", "r2"), ("waiting", "r2"), ("dead", "r3")):
            await queue.put(delivery(name, run=run))
        await queue.put(delivery("timer", run="r4", due_at=clock() + 10))
        jobs = {job.delivery.id: job for job in [await claimed(queue) for _ in range(3)]}
        await queue.done(jobs["done"])
        await queue.dead(jobs["dead"], "poison")
        await queue.close()
        queue = await opener()
        job = await claimed(queue)
        assert (job.delivery.id, job.attempt) == ("begun", 2)
        assert await nothing_to_claim(queue)
        await queue.done(job)
        assert (await claimed(queue)).delivery.id == "waiting"
        clock.time += 10
        assert (await claimed(queue)).delivery.id == "timer"
        assert [letter.delivery.id for letter in await queue.dead_letters()] == ["dead"]
        assert await queue.put(delivery("done", run="r1")) == "duplicate"
        await queue.close()

    async def test_answers_and_caches_are_kept_by_key(self, queue: Queue) -> None:
        assert await queue.stored("d1") is None
        assert await queue.cached("k1") is None
        await queue.store("d1", b"an answer\x00")
        await queue.cache("k1", b"one")
        await queue.cache("k1", b"two")
        assert await queue.stored("d1") == b"an answer\x00"
        assert await queue.cached("k1") == b"two"
        assert await queue.stored("k1") is None

    async def test_a_beat_is_a_real_write(self, queue: Queue) -> None:
        await queue.beat()
        await queue.beat()
