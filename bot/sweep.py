"""Reads back what GitHub delivered and we did not get, and wakes open runs; in poll mode everything comes this way.

Theory of operation. GitHub tries each delivery once and keeps it for three days. Every few minutes the list of
deliveries is read from the newest back to where the last look ended, and what did not arrive goes in by the same way as
through the web door, under the same GUID, so that it counts once however it comes. A look after a start also doubts
deliveries that did arrive, because the queue they arrived in may be gone; so does a look after an owner has changed
what the App may see, because work without access was put away. When the queue is new and much was delivered,
what the runs' records show to have been dealt with is not read again (`bot.past`). What is too old for the list is left to the
open runs: they are woken at each start, after such a change and every hour, and look for themselves (`bot.reconcile`).

https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from bot import deliveries, pushes
from bot.deliveries import Attempt, Told
from bot.errors import SignalboxError
from bot.github import Hub
from bot.github.pacing import Sleep
from bot.installations import OpenRuns
from bot.intake import Door, Refused, installation_of
from bot.log import logger
from bot.metrics import READ_BACK
from bot.past import NOTHING, Past
from bot.turn import Turn
from handlers import route

LOG = logger(__name__)
MARK = "sweep/seen"
# Changed by a process that hears of a change in what we may see.
DOUBT = "sweep/doubt"
# Seconds that a look may take beyond its pause before another process looks in its place.
LATE = 60.0
# How long GitHub keeps deliveries to read or send again.
KEPT = 3 * 24 * 3600.0
# A look goes back a little behind the last one, because an attempt is listed only once it has ended.
OVERLAP = 600.0
WAKE_EVERY = 3600.0
# How often poll mode looks, while there was news in the last minute and otherwise.
BUSY, IDLE, RECENT = 5.0, 30.0, 60.0
# So few deliveries are read one by one without further ado.
FEW = 50


@dataclass(slots=True)
class Sweep:
    """The one task of its kind in a process; `every` is in seconds, and `polling` reads everything back, arrived or not.

    Where several processes share a queue, the one whose `turn` it is looks for all of them.
    """

    hub: Hub
    door: Door
    runs: OpenRuns
    every: float
    polling: bool = False
    turn: Turn | None = None
    sleep: Sleep = asyncio.sleep
    past: Callable[[Sequence[Attempt]], Awaitable[Past]] | None = None
    few: int = FEW
    _settled: set[str] = field(default_factory=set)
    _trusting: bool = False
    _news_at: float = float("-inf")
    _woken_at: float = float("-inf")
    _doubted: bool = False
    _heard: bytes | None = None

    async def run(self) -> None:
        """Look again and again until cancelled; a look that fails is tried again at the next turn."""
        while True:
            pause = self.pause()
            try:
                if self.turn is None or await self.turn.mine(pause + LATE):
                    await self._hear()
                    await self.once()
                    pause = self.pause()
                else:
                    pause = min(pause, LATE)
            except SignalboxError as error:
                LOG.warning("sweep_failed", why=str(error))
            except (KeyError, TypeError, ValueError) as error:
                LOG.warning("sweep_failed", why=f"GitHub answered what cannot be read: {error!r}")
            await self.sleep(pause)

    async def once(self) -> None:
        """One look at the deliveries, and at the open runs when their hour has come."""
        await self.read_back()
        if self.door.clock() - self._woken_at >= WAKE_EVERY:
            now = self.door.clock()
            await self.runs.wake(f"{now:.0f}")
            self._woken_at = now

    def doubt_everything(self) -> None:
        """The next look is as after a start: an owner has changed what we may see, and may have let us in again."""
        self._woken_at = float("-inf")
        self._doubted, self._trusting = True, False
        self._settled.clear()

    async def tell_the_others(self) -> None:
        """Whoever looks for all processes doubts everything, too; lost when the queue is away, as the delivery itself is."""
        with contextlib.suppress(SignalboxError):
            await self.door.queue.cache(DOUBT, str(uuid4()).encode())

    async def _hear(self) -> None:
        doubt = await self.door.queue.cached(DOUBT)
        if doubt != self._heard:
            self._heard = doubt
            self.doubt_everything()

    def pause(self) -> float:
        """Seconds until the next look."""
        if not self.polling:
            return self.every
        return BUSY if self.door.clock() - self._news_at < RECENT else IDLE

    async def read_back(self) -> int:
        """Take in every delivery that is missing; how many were new to the queue."""
        mark = await self.door.queue.cached(MARK)
        since = self.door.clock() - KEPT
        if mark is not None and not self._doubted:
            since = max(since, float(mark) - OVERLAP)
        found = await deliveries.attempts(self.hub.app(), since=since)
        fresh, past = 0, await self._past(found, new=mark is None)
        for delivery in deliveries.told(found):
            if delivery.guid not in self._settled:
                fresh += 0 if past.covers(delivery) else await self._settle(delivery)
                self._settled.add(delivery.guid)
        for place, last in past.unread(found).items():
            await self.door.queue.put(pushes.unread(place, last=last, now=self.door.clock()))
        self._settled &= {attempt.guid for attempt in found}
        if found:
            await self.door.queue.cache(MARK, str(max(attempt.at for attempt in found)).encode())
        self._trusting, self._doubted = not self.polling, False
        if fresh:
            self._news_at = self.door.clock()
            LOG.info("read_back", deliveries=fresh)
        return fresh

    async def _past(self, found: Sequence[Attempt], *, new: bool) -> Past:
        """What need not be read again, because the queue is new and the one before had dealt with it."""
        if self.past is None or not new or self.polling or self._doubted:
            return NOTHING
        arrived = sum(each.arrived and _ours(each) for each in deliveries.told(found))
        return await self.past(found) if arrived > self.few else NOTHING

    async def _settle(self, delivery: Told) -> bool:
        """Whether the delivery was missing and now is in the queue."""
        if (
            (delivery.arrived and self._trusting)
            or not _ours(delivery)
            or await self.door.queue.known(delivery.guid)
        ):
            return False
        payload = await deliveries.payload(self.hub.app(), delivery)
        admitted = self.door.admit(delivery.event, payload)
        if isinstance(admitted, Refused):
            outcome: str = admitted.why
        else:
            # GitHub gives the payload as JSON, not as the bytes it signed, so there is no digest to know it by.
            seen = {deliveries.ARRIVED: True} if delivery.arrived else {}
            body = json.dumps({**payload, **seen}).encode()
            outcome = await self.door.keep(
                delivery.guid,
                delivery.event,
                admitted,
                body=body,
                digest="",
                installation=installation_of(payload),
            )
        READ_BACK.labels(outcome).inc()
        return outcome == "queued"


def _ours(delivery: Told) -> bool:
    """Whether anything listens to such deliveries; told from the list alone, without reading what was in them."""
    return delivery.event not in route.OWN_EVENTS and (delivery.event, delivery.action) in route.ROUTES
