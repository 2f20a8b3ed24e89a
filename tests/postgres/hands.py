"""Processes that work on one queue, and what they said about it."""

import asyncio
import sys
from dataclasses import dataclass, field

from bot.clock import ticks
from bot.demo.servers import ROOT, bare_environment


@dataclass(frozen=True, slots=True)
class Said:
    """One line of one process; `at` is on the clock of the machine."""

    at: float
    what: str
    run: str
    id: str
    attempt: int


@dataclass(slots=True)
class Hands:
    """One working process."""

    process: asyncio.subprocess.Process
    said: list[Said] = field(default_factory=list)
    killed_at: float | None = None

    async def read(self) -> None:
        """Takes in what the process says until it ends."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            at, what, run, id_, attempt = line.decode().split()
            self.said.append(Said(float(at), what, run, id_, int(attempt)))

    async def kill(self) -> None:
        """As by a machine that is gone."""
        self.process.kill()
        await self.process.wait()
        self.killed_at = ticks()

    def in_hand(self) -> list[Said]:
        """What began, and whose end is not known to be kept."""
        kept = {(each.id, each.attempt) for each in self.said if each.what == "kept"}
        return [each for each in self.said if each.what == "began" and (each.id, each.attempt) not in kept]


async def hands(url: str, *options: str) -> Hands:
    """One more process on this queue."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.stand_ins.queue_hands", url, *options),
        cwd=ROOT,
        env=bare_environment(),
        stdout=asyncio.subprocess.PIPE,
    )
    return Hands(process)
