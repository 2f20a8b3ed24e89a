"""Answers GitHub need not send twice, kept apart by who asked, so that no token ever sees another token's answer."""

import zlib
from dataclasses import dataclass

from cachetools import LRUCache

from bot.github.tokens import Access

# Bytes, of packed answers; a usual one and what it takes beside its body are some three thousand.
LARGEST = 2 * 1024 * 1024
BESIDE = 1536


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent, packed: bytes, so that every reader parses a copy of their own."""

    etag: str
    packed: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, etag: str, body: bytes, headers: tuple[tuple[str, str], ...]) -> "Kept":
        """Remembers this body, in a fifth of its bytes where it is JSON."""
        return cls(etag, zlib.compress(body, zlib.Z_BEST_SPEED), headers)

    @property
    def body(self) -> bytes:
        """The body as it was sent."""
        return zlib.decompress(self.packed)


class Etags:
    """A bounded memory of answers by access and address."""

    def __init__(self, *, largest: int = LARGEST) -> None:
        self._largest = largest
        self._kept: LRUCache[tuple[Access, str], Kept] = LRUCache(
            largest, getsizeof=lambda kept: len(kept.packed) + BESIDE
        )

    def get(self, access: Access, url: str) -> Kept | None:
        """What was last answered to exactly this access for exactly this address."""
        return self._kept.get((access, url))

    def forget(self, installation_id: int) -> None:
        """Nothing answered to this installation is used again."""
        for known in [each for each in self._kept if each[0].installation_id == installation_id]:
            del self._kept[known]

    def keep(self, access: Access, url: str, kept: Kept) -> None:
        """Remember an answer, unless it alone would fill the memory."""
        if len(kept.packed) + BESIDE <= self._largest // 4:
            self._kept[access, url] = kept
