"""The shared engine of the durable queue: PostgreSQL, any number of processes, jobs handed out by procrastinate.

Theory of operation. A delivery is a row of ours and a job of procrastinate's, made in one transaction; the job's only
argument is the delivery's id, its lock the run. `bot.queue_postgres_schema.CHOOSE` says whose turn it is, and procrastinate
hands out that run's oldest job, to one worker alone. How it ends is again one transaction over both. Deliveries tell of
themselves (LISTEN/NOTIFY); that a repository or a place is free again is found by looking ten times a second.

What a process has in hand is known in its memory and in the table. Where the two differ, because the database went away
between them, the table is put right at the next beat of the process's heart (`bot.queue_heart`).
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from hashlib import sha256
from typing import Any, Self, TypeVar

from procrastinate.jobs import Status

from bot import queue_postgres_schema as sql
from bot.clock import Clock, ticks
from bot.errors import QueueUnavailable
from bot.holding import still_ours
from bot.log import logger
from bot.postgres import Connection, Database, failing
from bot.queue import DeadLetter, Delivery, Job, Put, Step, fit_to_keep
from bot.queue_heart import PASSED, Heart, Rhythm, ended
from bot.queue_order import Room, is_urgent, kind_of, repository_of

LOG = logger(__name__)
TASK = "signalbox.delivery"
# Seconds between two looks while something waits, and while nothing does and its coming would be told.
POLL, IDLE = 0.1, 1.0
SWEEP_EVERY = 3600.0

Result = TypeVar("Result")


class PostgresQueue:
    """The port's promises, kept in a database by as many processes as like; see bot.queue for what each method does."""

    def __init__(self, database: Database, *, clock: Clock, room: Room, rhythm: Rhythm) -> None:
        self._database = database
        self._clock = clock
        self._manager = database.jobs.job_manager
        self._room = [room.steps, room.asks, room.syncs]
        self._heart = Heart(database, rhythm, self._put_right)
        self._in_hand: set[tuple[int, int]] = set()
        # One loop of a process looks for work at a time, and nobody puts the table right while one takes hold of a job.
        self._looking, self._taking = asyncio.Lock(), asyncio.Lock()
        self._news = asyncio.Event()
        self._woken = False
        self._listening: asyncio.Task[None] | None = None
        self._swept_at = float("-inf")

    @classmethod
    async def open(
        cls, url: str, *, clock: Clock, room: Room | None = None, rhythm: Rhythm | None = None
    ) -> Self:
        """Connect; raises Misconfigured or QueueUnavailable. A process that never claims is none of the workers."""
        database = await Database.open(url)
        return cls(database, clock=clock, room=room or Room(), rhythm=rhythm or Rhythm())

    async def put(self, delivery: Delivery) -> Put:
        """See Queue.put."""
        values = {
            "id": delivery.id,
            "event": delivery.event,
            "run_key": delivery.run_key,
            "repository": repository_of(delivery.run_key),
            "installation": delivery.installation,
            "kind": int(kind_of(delivery.event)),
            "urgent": is_urgent(delivery.event),
            "body": delivery.body,
            "digest": delivery.body_digest or None,
            "received": delivery.received_at,
            "due": delivery.due_at,
        }
        async with self._database.transaction() as connection:
            later = delivery.due_at > self._clock()
            job = None if later else await self._line_up(delivery.id, delivery.run_key)
            if await _one(connection, sql.PUT, **values, job=job) is None:
                await connection.rollback()
                return "duplicate"
        self._news.set()
        return "queued"

    async def known(self, id_: str) -> bool:
        """See Queue.known."""
        return bool(await self._database.rows(sql.KNOWN, id=id_))

    async def claim(self) -> Job | None:
        """See Queue.claim."""
        async with self._looking:
            await self._heart.start()
            if self._listening is None:
                self._listening = asyncio.create_task(self._listen())
            while not self._woken:
                self._news.clear()
                job, waiting = await self._looked()
                if job is not None:
                    return job
                # On Python 3.11 `wait_for` swallows a cancellation that meets the news.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(POLL if waiting else IDLE):
                        await self._news.wait()
        return None

    @contextlib.asynccontextmanager
    async def lease(self, job: Job) -> AsyncIterator[None]:
        """See Queue.lease."""
        try:
            async with self._heart.lease():
                yield
        finally:
            self._in_hand.discard((job.id, job.attempt))

    async def holds(self, job: Job) -> bool:
        """See Queue.holds; told by the database's clock, because ours may have stood still with us."""
        values = {"number": job.id, "attempt": job.attempt, "lease": self._heart.rhythm.lease}
        return bool(await self._database.rows(sql.HOLDS, **values))

    async def done(self, job: Job) -> None:
        """See Queue.done."""
        await self._conclude(job, sql.FINISH, now=self._clock(), why=None)

    async def retry_at(self, job: Job, when: float, why: str) -> None:
        """See Queue.retry_at."""
        await self._conclude(job, sql.AGAIN, again=True, due=when, why=fit_to_keep(why))

    async def dead(self, job: Job, why: str) -> None:
        """See Queue.dead."""
        await self._conclude(job, sql.BURY, now=self._clock(), why=fit_to_keep(why))

    async def forget(self, job: Job, *, also: str = "") -> None:
        """See Queue.forget."""
        await self._conclude(job, sql.FORGET)
        await self._database.rows(sql.FORGET_ALSO, id=also)

    async def dead_letters(self) -> tuple[DeadLetter, ...]:
        """See Queue.dead_letters."""
        rows = await self._database.rows(sql.DEAD_LETTERS)
        return tuple(DeadLetter(row[0], _delivery(row[1:9]), row[9], row[10]) for row in rows)

    async def stored(self, digest: str) -> bytes | None:
        """See Answers.stored."""
        return _value(await self._database.rows(sql.STORED, key=digest))

    async def store(self, digest: str, content: bytes) -> None:
        """See Answers.store."""
        await self._database.rows(sql.STORE, key=digest, value=content, now=self._clock())

    async def cached(self, key: str) -> bytes | None:
        """See Cache.cached."""
        return _value(await self._database.rows(sql.CACHED, key=key))

    async def cache(self, key: str, value: bytes) -> None:
        """See Cache.cache; a process that stood still puts nothing back over what another has brought further."""
        await still_ours()
        await self._database.rows(sql.CACHE, key=key, value=value, now=self._clock())

    async def change(self, keys: Sequence[str], step: Step[Result]) -> Result:
        """See Cache.change."""
        async with self._database.transaction() as connection:
            # Always in one order, so that two who want the same keys never wait for each other.
            for key in sorted(keys):
                await connection.execute(sql.LOCK_KEY, {"key": key})
            before = [await _one(connection, sql.CACHED, key=key) for key in keys]
            values, result = step([None if row is None else bytes(row[0]) for row in before])
            for key, value in zip(keys, values or (), strict=values is not None):
                await connection.execute(sql.CACHE, {"key": key, "value": value, "now": self._clock()})
            return result

    async def beat(self) -> None:
        """See Queue.beat."""
        await self._database.rows(sql.BEAT, now=self._clock())

    async def depth(self) -> int:
        """See Queue.depth."""
        return int((await self._database.rows(sql.DEPTH))[0][0])

    def wake(self) -> None:
        """See Queue.wake."""
        self._woken = True
        self._news.set()

    async def close(self) -> None:
        """See Queue.close; what is in hand goes back, and other processes have it at once."""
        self.wake()
        if self._listening is not None:
            await ended(self._listening)
        self._in_hand.clear()
        with contextlib.suppress(QueueUnavailable):
            await self._put_right()
        await self._heart.stop()
        await self._database.close()

    async def _line_up(self, id_: str, run_key: str) -> int:
        """Procrastinate's number for a job that may be worked on from now; joins the transaction under way."""
        task = self._database.jobs.configure_task(
            TASK, allow_unknown=True, lock=run_key, queue=_queue(run_key)
        )
        return await task.defer_async(delivery=id_)

    async def _looked(self) -> tuple[Job | None, bool]:
        """One look for work; whoever is cancelled meanwhile gives back what it may have got."""
        look = asyncio.create_task(self._look())
        try:
            return await asyncio.shield(look)
        except asyncio.CancelledError:
            with contextlib.suppress(QueueUnavailable):
                job, _ = await look
                if job is not None:
                    await self._conclude(job, sql.UNCLAIM, again=True)
            raise

    async def _look(self) -> tuple[Job | None, bool]:
        """The job whose turn it is, ours from here on; or whether anything waits for a turn at all."""
        async with self._taking:
            async with self._database.transaction() as connection:
                await connection.execute(sql.LOCK_CHOICE)
                chosen = await _one(connection, sql.CHOOSE, room=self._room, now=self._clock())
                if chosen is None:
                    (waiting,) = await _one(connection, sql.WAITING) or (False,)
                    return None, waiting
                run_key, installation = chosen
                job = await self._fetch(run_key)
                values = {"job": job, "installation": installation, "worker": self._heart.worker}
                row = await _one(connection, sql.CLAIM, **values)
                if row is None:
                    raise QueueUnavailable(f"Job {job} of {run_key} belongs to no delivery.")
            claimed = Job(row[0], _delivery(row[1:9]), row[9], row[10])
            self._in_hand.add((claimed.id, claimed.attempt))
            return claimed, True

    async def _fetch(self, run_key: str) -> int:
        """The run's oldest job, from procrastinate, which gives it to nobody else; joins the transaction under way."""
        assert self._heart.worker is not None  # noqa: S101 - who claims has a name, for the type checker
        job = await self._manager.fetch_job(queues=[_queue(run_key)], worker_id=self._heart.worker)
        if job is None or job.id is None:
            raise QueueUnavailable(f"Procrastinate has no job for {run_key}, whose turn it is.")
        return job.id

    async def _conclude(self, job: Job, statement: str, *, again: bool = False, **values: object) -> None:
        """Say in one transaction, in our row and to procrastinate, how this attempt has ended, if it is still ours."""
        try:
            async with self._database.transaction() as connection:
                row = await _one(connection, statement, number=job.id, attempt=job.attempt, **values)
                if row is None:
                    LOG.warning("not_ours_any_more", delivery=job.delivery.id, attempt=job.attempt)
                elif again:
                    await self._manager.retry_job_by_id_async(row[0], retry_at=PASSED)
                else:
                    await self._manager.finish_job_by_id_async(
                        row[0], status=Status.SUCCEEDED, delete_job=True
                    )
        finally:
            # If the end could not be kept, the job goes back at the next beat.
            self._in_hand.discard((job.id, job.attempt))
        self._news.set()

    async def _put_right(self) -> None:
        """What this process has in hand by the table, and not by its memory, goes back; what is due is lined up."""
        async with self._taking:
            held = await self._database.rows(sql.HELD_BY, worker=self._heart.worker)
            for number, attempt in held:
                if (number, attempt) not in self._in_hand:
                    await self._give_back(number, attempt)
        async with self._database.transaction() as connection:
            cursor = await connection.execute(sql.LATER, {"now": self._clock()})
            for number, id_, run_key in await cursor.fetchall():
                job = await self._line_up(id_, run_key)
                await connection.execute(sql.LINE_UP, {"job": job, "number": number})
        if ticks() - self._swept_at >= SWEEP_EVERY:
            for statement, age in sql.SWEEP:
                await self._database.rows(statement, before=self._clock() - age)
            self._swept_at = ticks()

    async def _give_back(self, number: int, attempt: int) -> None:
        due = 0.0 if self._woken else self._clock() + 1.0
        async with self._database.transaction() as connection:
            values = {"number": number, "attempt": attempt, "due": due, "why": "its end could not be kept"}
            row = await _one(connection, sql.AGAIN, **values)
            if row is not None:
                await self._manager.retry_job_by_id_async(row[0], retry_at=PASSED)

    async def _listen(self) -> None:
        """Hear of new jobs at once; while the database is away, looking now and then is enough."""

        async def told(**_: object) -> None:
            self._news.set()

        while True:
            with contextlib.suppress(QueueUnavailable), failing():
                await self._manager.listen_for_jobs(on_notification=told)
            await asyncio.sleep(IDLE)


def _queue(run_key: str) -> str:
    """The name of procrastinate's queue of one run; names are short there, and a run's is as long as its repository's."""
    return sha256(run_key.encode("utf-8", "replace")).hexdigest()[:32]


async def _one(connection: Connection, statement: str, **values: object) -> Any:  # noqa: ANN401 - a row of whatever was asked for
    cursor = await connection.execute(statement, values)
    return await cursor.fetchone()


def _value(rows: list[tuple[Any, ...]]) -> bytes | None:
    return bytes(rows[0][0]) if rows else None


def _delivery(row: tuple[Any, ...]) -> Delivery:
    id_, event, run_key, body, digest, received, due, installation = row
    return Delivery(id_, event, run_key, bytes(body), digest or "", received, due, installation)
