"""How much one person, and all strangers together, can make a run read within ten minutes; the rest is passed over.

Whoever GitHub once said may triage, and the PRD's author, are no strangers. What strangers together may use never keeps out
somebody who works here: whom the delivery itself, or one look at their role, shows to be no stranger is read all the same.
Kept in memory alone: after a restart everybody begins anew, which costs a few reads. Of too many, those who were longest not
asked about are forgotten.
"""

from collections import deque
from dataclasses import dataclass, field
from enum import Enum

from cachetools import LRUCache

WINDOW = 600.0
# Comments with commands: of one stranger, of all strangers of a run, and of somebody who works here.
STRANGER, STRANGERS, KNOWN = 3, 12, 60
# People of a run whose role is looked up, once each, when strangers have used up what they have together.
LOOKED_UP = 60
# Edits of the PRD by one person, whoever it is.
EDITS = 3
# More people than this are not remembered at once.
MOST = 10_000

_Key = tuple[str, int]


class Heard(Enum):
    """What becomes of a comment: read, read if its author works here, told once that it is too much, or passed over."""

    READ = "read"
    UNSURE = "unsure"
    TOLD = "told"
    PASSED_OVER = "passed over"


@dataclass(slots=True)
class Crowd:
    """Counts comments by run and person; the same delivery, tried again, counts once."""

    _times: dict[_Key, deque[tuple[float, str]]] = field(default_factory=dict)
    # What is in them is true; `get` makes it the newest.
    _known: LRUCache[_Key, bool] = field(default_factory=lambda: LRUCache(MOST))
    _strangers: LRUCache[_Key, bool] = field(default_factory=lambda: LRUCache(MOST))
    _refused: LRUCache[_Key, bool] = field(default_factory=lambda: LRUCache(MOST))
    _through: LRUCache[tuple[str, str], bool] = field(default_factory=lambda: LRUCache(MOST))
    _tidied: float = float("-inf")

    def hears(  # noqa: PLR0913 - who spoke where and when, and what is known of it
        self, run: str, person: int, delivery: str, *, now: float, belongs: bool = False, before: bool = False
    ) -> Heard:
        """Whether this comment is read; nothing is looked up for it here.

        `belongs` is what the delivery says of its author. It counts until their role has been looked up, because people
        with nothing but read access belong to a repository too. What arrived `before` is passed over as it was then: its
        author may have come by rights since, and nothing under the comment tells that it was passed over.
        """
        key = (run, person)
        known = bool(person) and self._known.get(key, False) and not (before and self._refused.get(key))
        if known and (belongs or not before):
            return self._counted(key, delivery, now, most=KNOWN)
        own = self._counted(key, delivery, now, most=KNOWN if known else STRANGER)
        if own is not Heard.READ:
            return Heard.PASSED_OVER
        looked_up = self._strangers.get(key, False)
        if belongs and not looked_up:
            return Heard.READ
        if self._counted((run, 0), delivery, now, most=STRANGERS) is Heard.READ:
            return Heard.READ
        if before or looked_up or self._counted((run, -1), delivery, now, most=LOOKED_UP) is not Heard.READ:
            return Heard.PASSED_OVER
        return Heard.UNSURE

    def refused_then(self, run: str, person: int) -> None:
        """What this person said before was refused as a stranger's is, with a sign and no word."""
        self._refused[run, person] = True

    def is_through(self, run: str, once: str) -> bool:
        """Whether what is told in many deliveries, as a review with its lines is, was dealt with at one of them."""
        return self._through.get((run, once), False)

    def goes_through(self, run: str, once: str) -> None:
        """It has been dealt with, whatever it came to."""
        self._through[run, once] = True

    def edits(self, run: str, person: int, delivery: str, *, now: float) -> bool:
        """Whether this edit of the PRD is read at once."""
        return self._counted((f"{run} prd", person), delivery, now, most=EDITS) is Heard.READ

    def knows(self, run: str, person: int) -> None:
        """This person works here, as GitHub says."""
        self._known[run, person] = True
        self._strangers.pop((run, person), None)

    def forgets(self, run: str, person: int) -> None:
        """This person does not work here, or not any more."""
        self._known.pop((run, person), None)
        self._strangers[run, person] = True

    def _counted(self, key: _Key, delivery: str, now: float, *, most: int) -> Heard:
        if now >= self._tidied + WINDOW or len(self._times) >= MOST:
            self._times = {each: kept for each, kept in self._times.items() if kept[-1][0] > now - WINDOW}
            self._tidied = now
        times = self._times.setdefault(key, deque())
        while times and times[0][0] <= now - WINDOW:
            times.popleft()
        place = next((n for n, (_, id_) in enumerate(times) if id_ == delivery), len(times))
        if place > most:
            return Heard.PASSED_OVER
        if place == len(times):
            times.append((now, delivery))
        return Heard.READ if place < most else Heard.TOLD
