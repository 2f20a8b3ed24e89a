"""The durable queue: what is acknowledged is on the disk, and one run is worked on by one worker at a time, in order."""

import asyncio
import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, Self

from bot import queue_schema as sql
from bot.clock import Clock
from bot.errors import QueueUnavailable
from bot.queue_order import Order
from bot.queue_writer import Writer

# Attempts are counted when a job is claimed, so that one which kills the process is counted too.
MAX_ATTEMPTS = 5
# A sleeping claim looks at the clock at least this often, so that a clock that jumps does no harm.
LONGEST_NAP = 0.5
SWEEP_EVERY = 3600.0

Put = Literal["queued", "duplicate"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Something that happened, addressed to a run.

    `id` is GitHub's delivery GUID, or a name the App makes for what it sends itself. `body` is the JSON as received.
    `body_digest` is the SHA-256 of a body from GitHub, in hex, and empty for the App's own events, which are recognised
    by `id` alone. `due_at` is when it may be worked on; times are seconds since 1970.
    """

    id: str
    event: str
    run_key: str
    body: bytes
    body_digest: str
    received_at: float
    due_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Job:
    """A delivery that is being worked on for the `attempt`-th time, counted from 1."""

    id: int
    delivery: Delivery
    attempt: int


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A delivery that was given up, and why."""

    id: int
    delivery: Delivery
    attempts: int
    why: str


class Answers(Protocol):
    """A keyed store of what a model answered, so that no question is paid for twice."""

    async def stored(self, digest: str) -> bytes | None:
        """The content stored under `digest`."""

    async def store(self, digest: str, content: bytes) -> None:
        """Keep `content`; it is on the disk when this returns."""


class Cache(Protocol):
    """A keyed store of what may be lost: ledgers as last read, pacing windows."""

    async def cached(self, key: str) -> bytes | None:
        """The value last cached under `key`."""

    async def cache(self, key: str, value: bytes) -> None:
        """Remember `value`, replacing what was there."""


class Queue(Answers, Cache, Protocol):
    """What both engines do; every method raises QueueUnavailable when nothing can be kept."""

    async def put(self, delivery: Delivery) -> Put:
        """Keep a delivery; a known id or body digest is a duplicate. On the disk when this returns."""

    async def known(self, id_: str) -> bool:
        """Whether a delivery of this id was ever put, as far back as the memory of finished ones goes."""

    async def claim(self) -> Job | None:
        """The next job that is due, waiting for one; None from `wake` on."""

    async def done(self, job: Job) -> None:
        """The job is finished."""

    async def retry_at(self, job: Job, when: float, why: str) -> None:
        """Bring the job back at `when`; the run's later jobs wait behind it."""

    async def dead(self, job: Job, why: str) -> None:
        """Give the job up; the run's later jobs go on."""

    async def forget(self, job: Job, *, also: str = "") -> None:
        """Take the job out as if it had never been put, and the finished one with the id `also`: they count when they come again."""

    async def dead_letters(self) -> tuple[DeadLetter, ...]:
        """What was given up, oldest first."""

    async def beat(self) -> None:
        """Write one thing durably, to know that the queue can."""

    def depth(self) -> int:
        """How many jobs wait or are being worked on."""

    def wake(self) -> None:
        """No more work: whoever waits in `claim`, or calls it from here on, gets None."""

    async def close(self) -> None:
        """Finish what was handed in and let go of the store."""


class SqliteQueue:
    """The embedded engine: one SQLite file, one owning process, no set-up."""

    def __init__(self, writer: Writer, *, clock: Clock) -> None:
        self._writer = writer
        self._clock = clock
        self._order = Order()
        self._news = asyncio.Event()
        self._woken = False
        self._sweeper: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path, *, clock: Clock) -> Self:
        """Take ownership of the file at `path`, make it if need be, and line up what an earlier process left."""
        self = cls(await asyncio.to_thread(Writer, path), clock=clock)
        for number, run_key, due, attempts in await self._writer.run(_recover):
            self._order.add(number, run_key, due_at=due, attempted=attempts > 0)
        self._sweeper = asyncio.create_task(self._sweep())
        return self

    async def put(self, delivery: Delivery) -> Put:
        """See Queue.put."""
        number = await self._writer.run(lambda connection: _put(connection, delivery))
        if number is None:
            return "duplicate"
        self._order.add(number, delivery.run_key, due_at=delivery.due_at)
        self._tell()
        return "queued"

    async def known(self, id_: str) -> bool:
        """See Queue.known."""
        row = await self._writer.run(lambda connection: connection.execute(sql.KNOWN, (id_,)).fetchone())
        return row is not None

    async def claim(self) -> Job | None:
        """See Queue.claim."""
        while not self._woken:
            taken = self._order.take(self._clock())
            if taken is not None:
                return await self._claimed(*taken)
            await self._nap()
        return None

    async def done(self, job: Job) -> None:
        """See Queue.done."""
        await self._conclude(job, sql.FINISH, self._clock())
        self._order.finish(job.id, job.delivery.run_key)
        self._tell()

    async def retry_at(self, job: Job, when: float, why: str) -> None:
        """See Queue.retry_at."""
        await self._conclude(job, sql.AGAIN, when, _text(why))
        self._order.put_back(job.id, job.delivery.run_key, due_at=when)
        self._tell()

    async def dead(self, job: Job, why: str) -> None:
        """See Queue.dead."""
        await self._conclude(job, sql.BURY, self._clock(), _text(why))
        self._order.finish(job.id, job.delivery.run_key)
        self._tell()

    async def forget(self, job: Job, *, also: str = "") -> None:
        """See Queue.forget."""
        await self._conclude(job, sql.FORGET, also)
        self._order.finish(job.id, job.delivery.run_key)
        self._tell()

    async def dead_letters(self) -> tuple[DeadLetter, ...]:
        """See Queue.dead_letters."""
        rows = await self._writer.run(lambda connection: connection.execute(sql.DEAD_LETTERS).fetchall())
        return tuple(DeadLetter(row[0], _delivery(row[1:8]), row[8], row[9]) for row in rows)

    async def stored(self, digest: str) -> bytes | None:
        """See Answers.stored."""
        return await self._value(sql.STORED, digest)

    async def store(self, digest: str, content: bytes) -> None:
        """See Answers.store."""
        now = self._clock()
        await self._writer.run(lambda connection: connection.execute(sql.STORE, (digest, content, now)))

    async def cached(self, key: str) -> bytes | None:
        """See Cache.cached."""
        return await self._value(sql.CACHED, key)

    async def cache(self, key: str, value: bytes) -> None:
        """See Cache.cache."""
        now = self._clock()
        await self._writer.run(lambda connection: connection.execute(sql.CACHE, (key, value, now)))

    async def beat(self) -> None:
        """See Queue.beat."""
        now = self._clock()
        await self._writer.run(lambda connection: connection.execute(sql.BEAT, (now,)))

    def depth(self) -> int:
        """See Queue.depth."""
        return len(self._order)

    def wake(self) -> None:
        """See Queue.wake."""
        self._woken = True
        self._tell()

    async def close(self) -> None:
        """See Queue.close."""
        self.wake()
        if self._sweeper is not None:
            self._sweeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sweeper
        await asyncio.to_thread(self._writer.close)

    async def _claimed(self, number: int, run_key: str) -> Job:
        writing = asyncio.ensure_future(
            self._writer.run(lambda connection: connection.execute(sql.CLAIM, (number,)).fetchone())
        )
        # Somebody always looks at the outcome, also when whoever claimed is cancelled.
        writing.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            row = await asyncio.shield(writing)
        except QueueUnavailable:
            self._order.put_back(number, run_key, due_at=self._clock() + 1.0)
            raise
        except asyncio.CancelledError:
            # Whoever claimed is gone before it had the job, so the attempt does not count and another may have it.
            self._order.put_back(number, run_key, due_at=0.0)
            with contextlib.suppress(QueueUnavailable):
                await self._writer.run(lambda connection: connection.execute(sql.UNCLAIM, (number,)))
            self._tell()
            raise
        return Job(number, _delivery(row[:7]), row[7])

    async def _conclude(self, job: Job, statement: str, *values: object) -> None:
        try:
            await self._writer.run(lambda connection: connection.execute(statement, (*values, job.id)))
        except QueueUnavailable:
            # The outcome is not on the disk, so the job is not over: it comes back, and its effects look before they write.
            self._order.put_back(job.id, job.delivery.run_key, due_at=self._clock() + 1.0)
            raise

    async def _nap(self) -> None:
        soonest = self._order.soonest()
        seconds = None if soonest is None else min(max(soonest - self._clock(), 0.001), LONGEST_NAP)
        news = self._news
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(news.wait(), seconds)

    def _tell(self) -> None:
        # A fresh event each time: whoever waits on the old one wakes, whoever comes later waits on the new one.
        self._news.set()
        self._news = asyncio.Event()

    async def _value(self, statement: str, key: str) -> bytes | None:
        row = await self._writer.run(lambda connection: connection.execute(statement, (key,)).fetchone())
        return None if row is None else bytes(row[0])

    async def _sweep(self) -> None:
        while True:
            now = self._clock()
            with contextlib.suppress(QueueUnavailable):
                await self._writer.run(
                    lambda connection, now=now: [connection.execute(s, (now - age,)) for s, age in sql.SWEEP]  # type: ignore[misc]  # mypy cannot infer a lambda with a default
                )
            await asyncio.sleep(SWEEP_EVERY)


def _recover(connection: sqlite3.Connection) -> list[tuple[int, str, float, int]]:
    connection.execute(sql.RECOVER)
    return connection.execute(sql.OPEN).fetchall()


def _put(connection: sqlite3.Connection, delivery: Delivery) -> int | None:
    digest = delivery.body_digest or None
    if connection.execute(sql.SEEN, (delivery.id, digest)).fetchone() is not None:
        return None
    row = (
        delivery.id,
        delivery.event,
        delivery.run_key,
        delivery.body,
        digest,
        delivery.received_at,
        delivery.due_at,
    )
    return connection.execute(sql.PUT, row).lastrowid


def _delivery(row: tuple[str, str, str, bytes, str | None, float, float]) -> Delivery:
    id_, event, run_key, body, digest, received, due = row
    return Delivery(id_, event, run_key, bytes(body), digest or "", received, due)


def _text(why: str) -> str:
    return why.encode("utf-8", "replace").decode()[:2000]
