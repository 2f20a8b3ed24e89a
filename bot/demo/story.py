"""What the demo tells while it runs, and what it has counted when it ends."""

import asyncio
import sys
from dataclasses import dataclass, field
from typing import Any

from bot.clock import ticks

DIM, BOLD, RESET = "\x1b[2m", "\x1b[1m", "\x1b[0m"


@dataclass(slots=True)
class Story:
    """One line a step; silent when only the summary is wanted."""

    pause: float = 0.0
    silent: bool = False
    started: float = field(default_factory=ticks)
    refusals: list[str] = field(default_factory=list)
    numbers: dict[str, Any] = field(default_factory=dict)

    async def tell(self, who: str, what: str) -> None:
        """One step: who acted, and what came of it."""
        if not self.silent:
            color = sys.stdout.isatty()
            at = f"{ticks() - self.started:6.1f}s"
            dim, bold, reset = (DIM, BOLD, RESET) if color else ("", "", "")
            print(f"{dim}{at}{reset}  {bold}{who:<10}{reset} {what}", flush=True)  # noqa: T201 - a progress display
        await asyncio.sleep(self.pause)

    async def refused(self, who: str, what: str) -> None:
        """One step that must be refused, and was."""
        self.refusals.append(what)
        await self.tell(who, f"refused ✋ {what}")
