"""Failures that a test orders in advance: the nth call that fits a pattern goes wrong in a named way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

KINDS = ("500_before", "502_after", "timeout", "secondary_limit", "429", "html", "truncated")


@dataclass(slots=True)
class Fault:
    """Lets `nth - 1` fitting calls pass, then spoils the next `times`."""

    method: str
    path: re.Pattern[str]
    kind: str
    nth: int = 1
    times: int = 1
    seconds: float = 30.0
    seen: int = 0

    def strikes(self, method: str, path: str) -> bool:
        """Counts a call that fits; True when this one is to go wrong."""
        if self.method not in ("*", method) or not self.path.search(path):
            return False
        self.seen += 1
        return self.nth <= self.seen < self.nth + self.times
