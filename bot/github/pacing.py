"""How fast we may write to GitHub, remembered over restarts.

The figures are GitHub's own for content: 80 writes a minute, 500 an hour, a second between two; see
https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests.
"""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from bot.clock import Clock
from bot.errors import Limited, Retry
from bot.queue import Cache

MINUTE = 60.0
HOUR = 3600.0
# A wait up to this long is slept through; a longer one goes back to the queue.
LONGEST_SLEEP = 2.0
# What another process was told by GitHub is known here within this many seconds.
NEWS = 1.0

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many writes, and how many seconds between two."""

    per_minute: int = 80
    per_hour: int = 500
    spacing: float = 1.0

    def for_bulk(self) -> "Limits":
        """For long work of many writes, which leaves one place in 25 to people: they are answered while it goes on."""
        return replace(self, per_hour=max(1, self.per_hour - self.per_hour // 25))


@dataclass(frozen=True, slots=True)
class Window:
    """The writes of the last hour, oldest first, and until when GitHub wants no calls at all."""

    writes: tuple[float, ...] = ()
    closed_until: float = 0.0

    def opens(self, now: float, limits: Limits) -> float:
        """The earliest time at which one more write is allowed."""
        at = max(now, self.closed_until)
        if self.writes:
            at = max(at, self.writes[-1] + limits.spacing)
        for count, span in ((limits.per_minute, MINUTE), (limits.per_hour, HOUR)):
            if len(self.writes) >= count:
                at = max(at, self.writes[-count] + span)
        return at

    def through(self, now: float, limits: Limits, count: int) -> float:
        """When the last of so many writes may be made, if nobody else writes meanwhile; `now` when there is none."""
        writes = deque(self.writes, maxlen=limits.per_hour)
        at = max(now, self.closed_until)
        for _ in range(count):
            if writes:
                at = max(at, writes[-1] + limits.spacing)
            for most, span in ((limits.per_minute, MINUTE), (limits.per_hour, HOUR)):
                if len(writes) >= most:
                    at = max(at, writes[-most] + span)
            writes.append(at)
        return at

    def with_write(self, at: float) -> Self:
        """The window after a write at `at`, without what an hour has passed over."""
        return replace(self, writes=(*(one for one in self.writes if one > at - HOUR), at))

    def until(self, now: float) -> Self:
        """The window without writes from the future, which a clock that was set back leaves behind."""
        return replace(self, writes=tuple(one for one in self.writes if one <= now + HOUR))


class Pace:
    """Windows by installation: asked before every call, told after every limit, shared by all processes on one queue."""

    def __init__(self, *, limits: Limits, cache: Cache, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._limits = limits
        self._cache = cache
        self._clock = clock
        self._sleep = sleep
        self._locks: dict[int, asyncio.Lock] = {}
        # Until when each installation is closed, and when that was looked up.
        self._closed: dict[int, tuple[float, float]] = {}

    async def call(self, installation_id: int) -> None:
        """Raises Limited while GitHub wants no calls of this installation."""
        now = self._clock()
        until, seen = self._closed.get(installation_id, (0.0, float("-inf")))
        if not now - NEWS <= seen <= now:
            until = _read(await self._cache.cached(_key(installation_id)), now).closed_until
            self._closed[installation_id] = until, now
        if until > now:
            raise Limited(until, "GitHub limits our calls")

    async def write(self, installation_id: int, *, bulk: bool = False) -> None:
        """Take the next place for a write: sleeps up to two seconds, raises Retry when it would be longer."""
        limits = self._limits.for_bulk() if bulk else self._limits
        # Whoever writes in this process waits in line here, so that only writers of other processes make a wait long.
        async with self._locks.setdefault(installation_id, asyncio.Lock()):
            await self.call(installation_id)
            now = self._clock()

            def place(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, float]:
                window = _read(kept[0], now)
                at = window.opens(now, limits)
                return ([_kept(window.with_write(at))] if at - now <= LONGEST_SLEEP else None), at

            at = await self._cache.change([_key(installation_id)], place)
            if at - now > LONGEST_SLEEP:
                raise Retry(at, "Writes to GitHub are paced")
            if at > now:
                await self._sleep(at - now)

    async def bulk_through(self, installation_id: int, count: int) -> float:
        """When the last of so many writes of long work may be made, as far as can be told now."""
        now = self._clock()
        window = _read(await self._cache.cached(_key(installation_id)), now)
        return window.through(now, self._limits.for_bulk(), count)

    async def close(self, installation_id: int, until: float) -> None:
        """No calls of this installation before `until`."""
        now = self._clock()

        def later(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, float]:
            window = _read(kept[0], now)
            if until <= window.closed_until:
                return None, window.closed_until
            return [_kept(replace(window, closed_until=until))], until

        self._closed[installation_id] = await self._cache.change([_key(installation_id)], later), now


def _key(installation_id: int) -> str:
    return f"pacing/{installation_id}"


def _kept(window: Window) -> bytes:
    return json.dumps({"writes": window.writes, "closed_until": window.closed_until}).encode()


def _read(kept: bytes | None, now: float) -> Window:
    # The cache may be lost or old; an unreadable window is an empty one.
    with contextlib.suppress(ValueError, KeyError, TypeError):
        if kept is not None:
            value = json.loads(kept)
            window = Window(tuple(float(one) for one in value["writes"]), float(value["closed_until"]))
            return window.until(now)
    return Window()
