"""How much one person, and all strangers together, can make a run read within ten minutes; the rest is passed over.

Whoever GitHub once said may triage, and the PRD's author, are no strangers. Kept in memory alone: after a restart everybody
begins anew, which costs a few reads.
"""

from collections import deque
from dataclasses import dataclass, field
from enum import Enum

WINDOW = 600.0
# Comments with commands: of one stranger, of all strangers of a run, and of somebody who works here.
STRANGER, STRANGERS, KNOWN = 3, 12, 60
# More people than this are not remembered at once.
MOST = 10_000

_Key = tuple[str, int]


class Heard(Enum):
    """What becomes of a comment: read, told once that it is too much, or passed over without a word."""

    READ = "read"
    TOLD = "told"
    PASSED_OVER = "passed over"


@dataclass(slots=True)
class Crowd:
    """Counts comments by run and person; the same delivery, tried again, counts once."""

    _times: dict[_Key, deque[tuple[float, str]]] = field(default_factory=dict)
    _known: set[_Key] = field(default_factory=set)

    def hears(self, run: str, person: int, delivery: str, *, now: float) -> Heard:
        """Whether this comment is read; nobody is asked for it, and nothing is looked up."""
        if person and (run, person) in self._known:
            return self._counted((run, person), delivery, now, most=KNOWN)
        own = self._counted((run, person), delivery, now, most=STRANGER)
        if own is not Heard.READ:
            return Heard.PASSED_OVER
        everybody = self._counted((run, 0), delivery, now, most=STRANGERS)
        return Heard.READ if everybody is Heard.READ else Heard.PASSED_OVER

    def knows(self, run: str, person: int) -> None:
        """This person works here, as GitHub says."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known.add((run, person))

    def forgets(self, run: str, person: int) -> None:
        """This person does not work here, or not any more."""
        self._known.discard((run, person))

    def _counted(self, key: _Key, delivery: str, now: float, *, most: int) -> Heard:
        if len(self._times) >= MOST:
            self._times = {each: kept for each, kept in self._times.items() if kept[-1][0] > now - WINDOW}
        times = self._times.setdefault(key, deque(maxlen=most + 1))
        while times and times[0][0] <= now - WINDOW:
            times.popleft()
        place = next((n for n, (_, id_) in enumerate(times) if id_ == delivery), len(times))
        if place > most:
            return Heard.PASSED_OVER
        if place == len(times):
            times.append((now, delivery))
        return Heard.READ if place < most else Heard.TOLD
