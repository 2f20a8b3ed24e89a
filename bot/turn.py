"""One process at a time does what is to be done once for all of them; another goes on when it falls silent."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from bot.clock import Clock
from bot.queue import Cache


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn to do one thing, kept in the shared cache under `key`."""

    cache: Cache
    clock: Clock
    key: str
    name: str = field(default_factory=lambda: str(uuid4()))

    async def mine(self, seconds: float) -> bool:
        """Whether this process has the turn, from now for so many seconds; who has it keeps it by asking again."""
        now = self.clock()

        def taken(kept: Sequence[bytes | None]) -> tuple[Sequence[bytes] | None, bool]:
            owner, until = json.loads(kept[0] or b'["", 0]')
            if owner != self.name and until > now:
                return None, False
            return [json.dumps([self.name, now + seconds]).encode()], True

        return await self.cache.change([self.key], taken)
