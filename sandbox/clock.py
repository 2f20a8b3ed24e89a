"""The one place where the stand-in reads the clock, which a test may move forward."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Wall time plus what was added by `POST /_standin/clock`."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        """The time now, in UTC."""
        return datetime.fromtimestamp(time.time(), tz=UTC) + self._ahead

    def advance(self, seconds: float) -> None:
        """Moves the clock forward for everything in the stand-in, tokens and rate windows included."""
        self._ahead += timedelta(seconds=seconds)


def stamp(moment: datetime) -> str:
    """The moment as GitHub writes it: `2026-01-31T12:00:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp_or_none(moment: datetime | None) -> str | None:
    """Like `stamp`, for a moment that may not have come."""
    return None if moment is None else stamp(moment)
