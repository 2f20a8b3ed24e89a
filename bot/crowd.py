"""How much one person, and all strangers together, can make a run read within ten minutes; the rest is passed over.

Whoever GitHub once said may triage, and the PRD's author, are no strangers. What strangers together may use never keeps out
somebody who works here: whom the delivery itself, or one look at their role, shows to be no stranger is read all the same.
Kept in memory alone: after a restart everybody begins anew, which costs a few reads.
"""

from collections import deque
from dataclasses import dataclass, field
from enum import Enum

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
    _known: set[_Key] = field(default_factory=set)
    _strangers: set[_Key] = field(default_factory=set)
    _refused: set[_Key] = field(default_factory=set)
    _tidied: float = float("-inf")
    _through: set[tuple[str, str]] = field(default_factory=set)

    def hears(  # noqa: PLR0913 - who spoke where and when, and what is known of it
        self, run: str, person: int, delivery: str, *, now: float, belongs: bool = False, before: bool = False
    ) -> Heard:
        """Whether this comment is read; nothing is looked up for it here.

        `belongs` is what the delivery says of its author. It counts until their role has been looked up, because people
        with nothing but read access belong to a repository too. What arrived `before` is passed over as it was then: its
        author may have come by rights since, and nothing under the comment tells that it was passed over.
        """
        key = (run, person)
        known = bool(person) and key in self._known and not (before and key in self._refused)
        if known and (belongs or not before):
            return self._counted(key, delivery, now, most=KNOWN)
        own = self._counted(key, delivery, now, most=KNOWN if known else STRANGER)
        if own is not Heard.READ:
            return Heard.PASSED_OVER
        looked_up = key in self._strangers
        if belongs and not looked_up:
            return Heard.READ
        if self._counted((run, 0), delivery, now, most=STRANGERS) is Heard.READ:
            return Heard.READ
        if before or looked_up or self._counted((run, -1), delivery, now, most=LOOKED_UP) is not Heard.READ:
            return Heard.PASSED_OVER
        return Heard.UNSURE

    def refused_then(self, run: str, person: int) -> None:
        """What this person said before was refused as a stranger's is, with a sign and no word."""
        if len(self._refused) >= MOST:
            self._refused.clear()
        self._refused.add((run, person))

    def is_through(self, run: str, once: str) -> bool:
        """Whether what is told in many deliveries, as a review with its lines is, was dealt with at one of them."""
        return (run, once) in self._through

    def goes_through(self, run: str, once: str) -> None:
        """It has been dealt with, whatever it came to."""
        if len(self._through) >= MOST:
            self._through.clear()
        self._through.add((run, once))

    def edits(self, run: str, person: int, delivery: str, *, now: float) -> bool:
        """Whether this edit of the PRD is read at once."""
        return self._counted((f"{run} prd", person), delivery, now, most=EDITS) is Heard.READ

    def knows(self, run: str, person: int) -> None:
        """This person works here, as GitHub says."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known.add((run, person))
        self._strangers.discard((run, person))

    def forgets(self, run: str, person: int) -> None:
        """This person does not work here, or not any more."""
        self._known.discard((run, person))
        if len(self._strangers) >= MOST:
            self._strangers.clear()
        self._strangers.add((run, person))

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
