"""Primary and secondary rate limits, counted for each token."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.clock import Clock

WINDOW = 3600
MINUTE = 60


@dataclass(slots=True)
class Window:
    """One token's hour."""

    reset: int
    used: int = 0


class Limits:
    """How much each token may ask for; the secondary limits are off until a number is set.

    https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    """

    def __init__(self, clock: Clock) -> None:
        self.per_hour = 5000
        self.content_per_minute: int | None = None
        self.content_per_hour: int | None = None
        self.retry_after = MINUTE
        self._clock = clock
        self._windows: dict[str, Window] = {}
        self._created: dict[str, deque[float]] = {}

    def window(self, key: str) -> Window:
        """The hour that is running for this token."""
        now = self._clock().timestamp()
        window = self._windows.get(key)
        if window is None or window.reset <= now:
            window = self._windows[key] = Window(int(now) + WINDOW)
        return window

    def spend(self, key: str) -> bool:
        """Counts one call; False when the hour's calls are used up."""
        window = self.window(key)
        if window.used >= self.per_hour:
            return False
        window.used += 1
        return True

    def create(self, key: str) -> bool:
        """Counts one content-creating call; False when the secondary limit refuses it."""
        if self.content_per_minute is None and self.content_per_hour is None:
            return True
        now = self._clock().timestamp()
        created = self._created.setdefault(key, deque())
        while created and created[0] <= now - WINDOW:
            created.popleft()
        last_minute = sum(moment > now - MINUTE for moment in created)
        if self.content_per_minute is not None and last_minute >= self.content_per_minute:
            return False
        if self.content_per_hour is not None and len(created) >= self.content_per_hour:
            return False
        created.append(now)
        return True
