"""Answers GitHub need not send twice, kept apart by who asked, so that no token ever sees another token's answer."""

from dataclasses import dataclass

from cachetools import LRUCache

from bot.tokens import Access

LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was sent: bytes, so that every reader parses a copy of their own."""

    etag: str
    body: bytes
    headers: tuple[tuple[str, str], ...]


class Etags:
    """A bounded memory of answers by access and address."""

    def __init__(self, *, largest: int = LARGEST) -> None:
        self._largest = largest
        self._kept: LRUCache[tuple[Access, str], Kept] = LRUCache(
            largest, getsizeof=lambda kept: len(kept.body) + 512
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
        if len(kept.body) + 512 <= self._largest // 4:
            self._kept[access, url] = kept
