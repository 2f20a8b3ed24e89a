"""Two machines on one queue: an App each with a memory of its own, and which of them goes on after which call."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field

from pydantic import SecretStr

from bot.clock import ticks
from bot.compose import LOOPS
from bot.github.port import Port
from bot.queue_postgres import PostgresQueue
from tests.crash.faults import Answer
from tests.crash.laboratory import Laboratory, Prepared
from tests.stories.ci import SOON
from tests.stories.serving import Serving
from tests.stories.stage import Play

PATIENCE, GLANCE = 300.0, 0.02
TABLES = "signalbox_delivery, signalbox_turn, signalbox_answer, signalbox_cache, procrastinate_jobs, procrastinate_workers"


class Stopping:
    """A machine's port; after the call with a number is carried out the machine stands still, until it is let go on.

    What left beside that call is carried out too, and its answers are not heard. Whatever the machine would send next, it asks about
    first (`bot.holding`). A machine's very first call, which mints a token, can be stopped at, too.
    """

    def __init__(self, port: Port) -> None:
        self.made = 0
        self.standing = asyncio.Event()
        self._port = port
        self._after: int | None = None
        self._going = asyncio.Event()
        self._going.set()

    def stop_after(self, number: int) -> None:
        """Stand still after so many more calls; after none, before the next."""
        self._after = self.made + number
        self.standing.clear()
        self._going.clear()

    def go_on(self) -> None:
        """The answers are heard."""
        self._after = None
        self._going.set()

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One exchange."""
        if self._after == self.made == 0:
            await self._stood()
        self.made += 1
        answer = await self._port(method, url, headers, body)
        await self._stood()
        return answer

    async def _stood(self) -> None:
        if self._after is not None and self.made >= self._after:
            self.standing.set()
            await self._going.wait()


@dataclass(slots=True)
class Machine:
    """One App; it has a name among the workers from its first claim on."""

    serving: Serving
    port: Stopping
    loops: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def queue(self) -> PostgresQueue:
        """Its door to the shared queue."""
        queue = self.serving.app.queue
        assert isinstance(queue, PostgresQueue)
        return queue

    @property
    def name(self) -> int | None:
        """Its name among the workers."""
        return self.queue._heart.worker

    def work(self) -> None:
        """Take whatever there is to do."""
        self.loops = [asyncio.create_task(self.serving.app.worker.run()) for _ in range(LOOPS)]

    async def falls_silent(self) -> None:
        """It stands still for longer than others wait, and its own clock with it; it takes nothing more when it goes on."""
        beating = self.queue._heart._beating
        assert beating is not None
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)
        self.queue._woken = True
        long_ago = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes' WHERE id = %(name)s"
        await self.queue._database.rows(long_ago, name=self.name)

    async def goes_home(self) -> None:
        """What it has in hand comes to its end."""
        self.port.go_on()
        self.queue.wake()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*self.loops)


class Machines:
    """The first answers deliveries and works; the second works when it is told to. People and GitHub are those of `play`."""

    def __init__(self, play: Play, first: Machine, second: Machine) -> None:
        self.play, self.first, self.second = play, first, second

    async def stands(self, machine: Machine, *, beside: Machine | None = None) -> bool:
        """Whether a machine comes to where it stands still; it does not when everything is done before."""
        standing = asyncio.create_task(machine.port.standing.wait())
        settled = asyncio.create_task(self.settled(beside=beside))
        try:
            await asyncio.wait({standing, settled}, return_when=asyncio.FIRST_COMPLETED)
            if settled.done():
                settled.result()
            return standing.done()
        finally:
            for task in (standing, settled):
                task.cancel()
            await asyncio.gather(standing, settled, return_exceptions=True)

    async def settled(self, *, beside: Machine | None = None) -> None:
        """Until nothing is left to do, but for what one machine has in hand and what waits for that; naps are cut short."""
        deadline, play = ticks() + PATIENCE, self.play
        while ticks() < deadline:
            await play.github.settle()
            idle = play.github.world.outbox._unfinished_tasks == 0  # type: ignore[attr-defined]  # nothing public tells it without waiting
            ((left, running, due),) = await self.second.queue._database.rows(
                LEFT, soon=play.now() + SOON, now=play.now(), beside=beside.name if beside else -1
            )
            if idle and left == 0:
                return
            if idle and running == 0 and due is not None and due > play.now():
                play.wait(due - play.now() + 0.001)
            await asyncio.sleep(GLANCE)
        raise AssertionError(f"the machines are still at work after {PATIENCE:.0f} seconds")

    async def taken_over(self) -> None:
        """The first has fallen silent, and the second takes its work."""
        await self.first.falls_silent()
        self.second.work()
        await self.second.queue._heart.start()
        await self.second.queue._heart._take_over()


# What is under way elsewhere, or may begin soon: a step of a repository waits for the step of it that is in hand.
LEFT = """
WITH held AS (SELECT repository, run_key, kind FROM signalbox_delivery WHERE state = 1 AND worker = %(beside)s),
open AS (SELECT * FROM signalbox_delivery AS one WHERE (state = 1 AND worker IS DISTINCT FROM %(beside)s) OR (
  state = 0 AND due <= %(soon)s AND NOT EXISTS (SELECT 1 FROM held WHERE held.run_key = one.run_key
    OR (held.kind = 0 AND one.kind = 0 AND held.repository = one.repository))))
SELECT count(*), count(*) FILTER (WHERE state = 1), min(due) FILTER (WHERE state = 0) FROM open
"""


@contextlib.asynccontextmanager
async def machines(lab: Laboratory, prepared: Prepared, url: str) -> AsyncIterator[Machines]:
    """Both of them on an empty database, in a world as it was prepared; they read the run back from GitHub."""
    await lab.set_back(prepared)
    lab.port.arm({}, before={})
    play = lab.play
    shared = {
        "database_url": SecretStr(url),
        "ledger_key": SecretStr((play.data / "ledger_key.pem").read_text()),
    }
    settings = play.settings.model_copy(update=shared)
    ports = Stopping(lab.port), Stopping(lab.port)
    first = Machine(
        await Serving.begin(settings, clock=play.now, port=ports[0], sleep=play.sleep, loops=0), ports[0]
    )
    await first.queue._database.rows(f"TRUNCATE {TABLES} RESTART IDENTITY CASCADE")
    # Nobody sends anything to its address.
    beside = settings.model_copy(update={"port": 0})
    second = Machine(
        await Serving.begin(beside, clock=play.now, port=ports[1], sleep=play.sleep, loops=0), ports[1]
    )
    play.keys = first.serving.app.ledger.keys
    play.clearance.keys = {**play.clearance.keys, **play.keys}
    play._serving = second.serving
    try:
        yield Machines(play, first, second)
    finally:
        play._serving = None
        for each in (first, second):
            each.port.go_on()
            for loop in each.loops:
                loop.cancel()
            await asyncio.gather(*each.loops, return_exceptions=True)
            await each.serving.crash()
