"""Places where a document seems to disagree with itself, found by words; people decide whether it really does."""

from collections.abc import Iterable, Sequence

from agents.builtin.planning.asking import counts, rivals, scope, twice
from agents.builtin.planning.asking.accounts import accounts
from agents.builtin.planning.asking.contradiction import Contradiction
from agents.builtin.planning.asking.erasing import erasing
from agents.builtin.planning.asking.opposites import opposites
from agents.builtin.planning.asking.pairs import disagreeing
from agents.builtin.planning.entries import Entries

MOST = 3
# Characters of a statement that are shown.
LONGEST = 280


def conflicts(entries: Entries, *, body: str = "") -> tuple[Contradiction, ...]:
    """The disagreements found, the weightiest first, at most three; `body` is the document, where counts are read.

    They stand in the order of what they change: the whole product, what it is built with, single rules and numbers, the order
    of the work, a list.
    """
    weighty = (
        *scope.scoped(entries),
        *accounts(entries),
        *opposites(entries, body=body),
        *rivals.banned(entries),
        *rivals.rivals(entries),
        *rivals.toolkits(entries),
    )
    further = (
        *erasing(entries),
        *twice.priced(body),
        *twice.ranked(entries),
        *twice.dated(entries),
        *scope.put_off(entries, body),
        *counts.miscounts(body),
        *twice.valued(body),
        *counts.gaps(body),
        *twice.named_twice(entries),
        *twice.broken_off(body),
    )
    told = {each.lines for each in (*weighty, *further)}
    found = (*weighty, *(each for each in disagreeing(entries) if each.lines not in told), *further)
    short = (each._replace(first=each.first[:LONGEST], second=each.second[:LONGEST]) for each in found)
    once = {(each.first, each.second): each for each in short}
    return tuple(_ordered(once.values()))[:MOST]


def _ordered(found: Iterable[Contradiction]) -> Sequence[Contradiction]:
    """Every matter once before any is asked about again, and minor ones last."""
    matters: set[str] = set()
    first: list[Contradiction] = []
    again: list[Contradiction] = []
    for each in found:
        (again if each.about in matters else first).append(each)
        matters.add(each.about)
    return sorted((*first, *again), key=lambda each: each.minor)
