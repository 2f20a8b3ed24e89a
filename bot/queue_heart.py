"""The life of a process that works on the shared queue: it shows that it lives, and takes over from those that do not.

Every BEAT a living process says so. Work of a process that has said nothing for `stalled` seconds goes back to the queue. A
process that cannot say so gives its own work up sooner than that, after `lease` seconds, and sends no change to GitHub from
then on; and it goes on under a new name, so that what it had in hand under the old one is taken over like any other's.

Between the two lies the longest that GitHub takes over a call. So whatever the one sent last has happened, or never will, when
the other looks what is there.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from procrastinate import exceptions

from bot import queue_postgres_schema as sql
from bot.errors import QueueUnavailable
from bot.log import logger
from bot.postgres import Database

LOG = logger(__name__)
# A time that has passed on every clock: the order of jobs is ours, and procrastinate shall not make one wait.
PASSED = datetime(2000, 1, 1, tzinfo=UTC)
# Seconds after which a process that was never heard of again is forgotten.
FORGOTTEN = 3600.0


# Seconds after which a cancellation that nothing came of is taken for lost.
AGAIN = 1.0
# In seconds; https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#timeouts
LONGEST_CALL = 10.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In seconds: how often a process shows that it lives, how long its work stays its own, and when others take it."""

    beat: float = 2.0
    lease: float = 6.0
    stalled: float = 6.0 + LONGEST_CALL + 1.0


class Heart:
    """One process's name among the workers, its leases, and its task; `each_beat` is done at every beat that succeeds."""

    def __init__(self, database: Database, rhythm: Rhythm, each_beat: Callable[[], Awaitable[None]]) -> None:
        self._database = database
        self.rhythm = rhythm
        self._each_beat = each_beat
        self._leases: set[asyncio.Timeout] = set()
        self._beating: asyncio.Task[None] | None = None
        self._until = 0.0
        self.worker: int | None = None

    async def start(self) -> None:
        """Live from here on; a second call changes nothing."""
        if self._beating is None:
            self._beating = asyncio.create_task(self._beat())
        if self.worker is None:
            await self._live()

    @contextlib.asynccontextmanager
    async def lease(self) -> AsyncIterator[None]:
        """The block ends with QueueUnavailable when the process cannot show any more that it lives."""
        try:
            async with asyncio.timeout_at(self._until) as lease:
                self._leases.add(lease)
                try:
                    yield
                finally:
                    self._leases.discard(lease)
        except TimeoutError as error:
            if not lease.expired():
                raise
            raise QueueUnavailable(
                "The database was away for too long, so another process may have this job."
            ) from error

    async def stop(self) -> None:
        """Live no longer, in order."""
        if self._beating is not None:
            await ended(self._beating)
        if self.worker is not None:
            with contextlib.suppress(exceptions.ProcrastinateException):
                await self._database.jobs.job_manager.unregister_worker(self.worker)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self.rhythm.beat)
            try:
                await self._live()
                await self._take_over()
                await self._each_beat()
            except QueueUnavailable as error:
                LOG.critical("queue_unavailable", why=str(error))

    async def _live(self) -> None:
        """Say that we live. The time is taken before, so that a slow answer makes a lease shorter and never longer."""
        now = asyncio.get_running_loop().time()
        manager = self._database.jobs.job_manager
        async with self._database.transaction():
            if self.worker is None or now >= self._until:
                self.worker = await manager.register_worker()
            else:
                await manager.update_heartbeat(self.worker)
        self._until = now + self.rhythm.lease
        for lease in self._leases:
            if not lease.expired():
                lease.reschedule(self._until)

    async def _take_over(self) -> None:
        manager = self._database.jobs.job_manager
        async with self._database.transaction():
            stalled = await manager.get_stalled_jobs(seconds_since_heartbeat=self.rhythm.stalled)
        if not stalled:
            return
        async with self._database.transaction() as connection:
            # Under the lock nobody else takes the same ones, so they are looked up again.
            await connection.execute(sql.LOCK_CHOICE)
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=self.rhythm.stalled):
                cursor = await connection.execute(sql.TAKE_OVER, {"job": job.id})
                if await cursor.fetchone() is None:
                    # It was over after all: whoever had it woke and said so before we came to it.
                    continue
                await manager.retry_job(job, retry_at=PASSED)
                LOG.warning("taken_over", delivery=str(job.task_kwargs.get("delivery")), run=job.lock)
            await manager.prune_stalled_workers(FORGOTTEN)


async def ended(task: asyncio.Task[None]) -> None:
    """Cancel a task until it is over.

    On Python 3.11 a cancellation is lost that meets what `wait_for` awaited, as the pool of connections does
    (https://github.com/python/cpython/issues/86296); a task that goes on for good would lose its only one.
    """
    while not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=AGAIN)
