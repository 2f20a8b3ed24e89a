"""What people were refused and told so, as a run remembers it."""

from dataclasses import dataclass
from datetime import datetime

# Within so many seconds another refusal of the same person in the same thread takes the place of the one before.
WINDOW = 600.0


@dataclass(frozen=True, slots=True)
class Objection:
    """A refusal that somebody was told at entry `seq`; it took the place of `instead_of`, and entry `settled` settled it."""

    person: int
    thread: int
    seq: int
    at: str
    code: str
    instead_of: int | None = None
    settled: int | None = None


def within(earlier: str, later: str) -> bool:
    """Whether two times (RFC 3339) lie so near to each other that what is said is one conversation."""
    apart = datetime.fromisoformat(later) - datetime.fromisoformat(earlier)
    return abs(apart.total_seconds()) <= WINDOW
