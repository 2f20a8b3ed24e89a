"""The one place that reads the time."""

import time
from collections.abc import Callable

# Seconds since 1970 in UTC, as a function, so that tests and the demo can bring their own time.
Clock = Callable[[], float]


def now() -> float:
    """The machine's time, in seconds since 1970 in UTC."""
    return time.time()


def ticks() -> float:
    """Seconds that only ever grow, for measuring how long something took."""
    return time.monotonic()
