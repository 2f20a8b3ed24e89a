"""Two workers of the App, and which of them goes on: a lane's call with a number waits until the other lane has had its turn."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Mapping
from typing import Literal

import structlog

from bot.github.port import Port
from tests.crash.faults import Answer
from tests.crash.sites import here

# Bringing issues in step runs beside the run; everything else is a step of it, of which there is one at a time.
Lane = Literal["sync", "step"]
# So many looks in a row find no call on its way, and the App has nothing to do but what is held.
QUIET, GLANCE, PATIENCE = 12, 0.002, 20.0


class Lanes:
    """A port in which at most one lane is held at a call; `made` counts the calls that passed, and `waiting` names the deliveries held, by lane."""

    def __init__(self, port: Port) -> None:
        self.made: Counter[Lane] = Counter()
        self._port = port
        self._held: dict[Lane, int] = {}
        self._going: dict[Lane, asyncio.Event] = {"sync": asyncio.Event(), "step": asyncio.Event()}
        self.waiting: dict[Lane, set[str]] = {"sync": set(), "step": set()}
        self._under_way = 0

    def hold(self, lane: Lane, number: int) -> None:
        """The lane waits before its call with this number, counted from 0 over all calls of the lane."""
        self._held[lane] = number
        self._going[lane].clear()

    def release(self, lane: Lane) -> None:
        """The lane goes on."""
        self._held.pop(lane, None)
        self._going[lane].set()

    async def held(self, lane: Lane, settled: Awaitable[None]) -> bool:
        """Whether the lane comes to the call before which it is held, or the App has nothing left to do without."""
        working = asyncio.ensure_future(settled)
        try:
            while not self.waiting[lane]:
                done, _ = await asyncio.wait({working}, timeout=GLANCE)
                if done:
                    break
            await self.quiet()
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
        return bool(self.waiting[lane])

    async def quiet(self) -> None:
        """Until nothing moves any more but what is held."""
        still, before = 0, self.made.total()
        async with asyncio.timeout(PATIENCE):
            while still < QUIET:
                await asyncio.sleep(GLANCE)
                moved, before = self.made.total() != before or self._under_way, self.made.total()
                still = 0 if moved else still + 1

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One exchange."""
        lane: Lane = "sync" if here().startswith("sync.") else "step"
        if self._held.get(lane) == self.made[lane]:
            delivery = str(structlog.contextvars.get_contextvars().get("delivery", ""))
            self.waiting[lane].add(delivery)
            await self._going[lane].wait()
            self.waiting[lane].discard(delivery)
        self.made[lane] += 1
        self._under_way += 1
        try:
            return await self._port(method, url, headers, body)
        finally:
            self._under_way -= 1
