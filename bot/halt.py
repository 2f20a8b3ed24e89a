"""Ends the work that is in flight for a run when a person ends the run, in whichever process the work is done."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import Halted
from bot.place import Place
from bot.queue import Cache

Result = TypeVar("Result")
# Seconds between two looks; a person who says `/stop` is promised five.
LOOK_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class Halt:
    """A mark in the cache that every process sees; losing it costs the work of a run that has ended, and nothing else."""

    cache: Cache
    every: float = LOOK_EVERY

    async def mark(self, place: Place) -> None:
        """The run is over; a run never begins again, so the mark never goes."""
        await self.cache.cache(_key(place), b"1")

    async def until_halted(self, place: Place, work: Coroutine[object, object, Result]) -> Result:
        """What the work comes to; raises Halted, with the work cancelled, once the run is marked."""
        task = asyncio.ensure_future(work)
        try:
            while not (await asyncio.wait({task}, timeout=self.every))[0]:
                if await self.cache.cached(_key(place)):
                    raise Halted(f"run {place.run} has ended")
            return task.result()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def _key(place: Place) -> str:
    return f"halted/{place.run}"
