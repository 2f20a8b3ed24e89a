"""The embedded engine of the durable queue: one SQLite file, one owning process, no set-up."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Self, TypeVar

from bot import queue_schema as sql
from bot.clock import Clock
from bot.errors import QueueUnavailable
from bot.queue import DeadLetter, Delivery, Job, Put, Step, fit_to_keep
from bot.queue_order import Order, Room, Ticket, is_urgent, kind_of
from bot.queue_writer import Writer

Result = TypeVar("Result")
# A sleeping claim looks at the clock at least this often, so that a clock that jumps does no harm.
LONGEST_NAP = 0.5
SWEEP_EVERY = 3600.0


class SqliteQueue:
    """The port's promises, kept in one file by one process; see bot.queue for what each method does."""

    def __init__(self, writer: Writer, *, clock: Clock, room: Room | None = None) -> None:
        self._writer = writer
        self._clock = clock
        self._order = Order(room)
        self._news = asyncio.Event()
        self._woken = False
        self._sweeper: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, path: Path, *, clock: Clock, room: Room | None = None) -> Self:
        """Take ownership of the file at `path`, make it if need be, and line up what an earlier process left."""
        self = cls(await asyncio.to_thread(Writer, path), clock=clock, room=room)
        for number, run_key, event, installation, due, attempts in await self._writer.run(_recover):
            ticket = Ticket(number, run_key, installation, kind_of(event), is_urgent(event))
            self._order.add(ticket, due_at=due, attempted=attempts > 0)
        self._sweeper = asyncio.create_task(self._sweep())
        return self

    async def put(self, delivery: Delivery) -> Put:
        """See Queue.put."""
        number = await self._writer.run(lambda connection: _put(connection, delivery))
        if number is None:
            return "duplicate"
        event = delivery.event
        ticket = Ticket(number, delivery.run_key, delivery.installation, kind_of(event), is_urgent(event))
        self._order.add(ticket, due_at=delivery.due_at)
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

    def lease(self, job: Job) -> contextlib.nullcontext[None]:
        """See Queue.lease; the one owning process never loses a job to another."""
        del job
        return contextlib.nullcontext()

    async def holds(self, job: Job) -> bool:
        """See Queue.holds."""
        del job
        return True

    async def done(self, job: Job) -> None:
        """See Queue.done."""
        await self._conclude(job, sql.FINISH, self._clock())
        self._order.finish(job.id, job.delivery.run_key)
        self._tell()

    async def retry_at(self, job: Job, when: float, why: str) -> None:
        """See Queue.retry_at."""
        await self._conclude(job, sql.AGAIN, when, fit_to_keep(why))
        self._order.put_back(job.id, job.delivery.run_key, due_at=when)
        self._tell()

    async def dead(self, job: Job, why: str) -> None:
        """See Queue.dead."""
        await self._conclude(job, sql.BURY, self._clock(), fit_to_keep(why))
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
        return tuple(DeadLetter(row[0], _delivery(row[1:9]), row[9], row[10]) for row in rows)

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

    async def change(self, keys: Sequence[str], step: Step[Result]) -> Result:
        """See Cache.change."""
        now = self._clock()
        return await self._writer.run(lambda connection: _change(connection, keys, step, now))

    async def beat(self) -> None:
        """See Queue.beat."""
        now = self._clock()
        await self._writer.run(lambda connection: connection.execute(sql.BEAT, (now,)))

    async def depth(self) -> int:
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
        # What is in hand when we end in order is no attempt that was lost with its process.
        with contextlib.suppress(QueueUnavailable):
            await self._writer.run(lambda connection: connection.execute(sql.GIVE_BACK))
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
        return Job(number, _delivery(row[:8]), row[8], row[9])

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
            # Unlike `wait_for`, this lets no cancellation pass that comes together with the news.
            async with asyncio.timeout(seconds):
                await news.wait()

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


def _recover(connection: sqlite3.Connection) -> list[tuple[int, str, str, int, float, int]]:
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
        delivery.installation,
    )
    return connection.execute(sql.PUT, row).lastrowid


def _change(connection: sqlite3.Connection, keys: Sequence[str], step: Step[Result], now: float) -> Result:
    rows = [connection.execute(sql.CACHED, (key,)).fetchone() for key in keys]
    values, result = step([None if row is None else bytes(row[0]) for row in rows])
    for key, value in zip(keys, values or (), strict=values is not None):
        connection.execute(sql.CACHE, (key, value, now))
    return result


def _delivery(row: tuple[str, str, str, bytes, str | None, float, float, int]) -> Delivery:
    id_, event, run_key, body, digest, received, due, installation = row
    return Delivery(id_, event, run_key, bytes(body), digest or "", received, due, installation)
