"""Places where a document seems to disagree with itself, found by words; people decide whether it really does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from agents.builtin.planning.asking import clashes, twice
from agents.builtin.planning.asking.contradiction import Contradiction, between
from agents.builtin.planning.asking.contradictions import miscounts, rivals, toolkits
from agents.builtin.planning.asking.opposites import opposites
from agents.builtin.planning.asking.pairs import disagreeing
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.stems import words_of

MOST = 3
# Characters of a statement that are shown.
LONGEST = 280
NOT_IN_SCOPE = re.compile(r"\bnot?\b|\bwithout\b|\bonly\b|\bnever\b|\blater\b|\bfuture\b", re.IGNORECASE)
# What stands there as an example is not asked for.
EXAMPLE = re.compile(r"\((?:e\.g\.|for example|such as|like)[^)]*\)", re.IGNORECASE)
# That it is ruled out says nothing of what is.
RULED_OUT = re.compile(
    r"\s*\b(?:is|are|will be|stays?|remains?) "
    r"(?:out of scope|not (?:part of|in scope|included|planned|supported)|excluded|left out|postponed|deferred)\b.*",
    re.IGNORECASE,
)
LEAD = re.compile(r"^([^:(–—]{3,60}?)\s*(?::|\(|\s[–—]\s)")


def conflicts(entries: Entries, *, body: str = "") -> tuple[Contradiction, ...]:
    """The disagreements found, the weightiest first, at most three; `body` is the document, where counts are read.

    They stand in the order of what they change: the whole product, what it is built with, single rules and numbers, the order
    of the work, a list.
    """
    weighty = (
        *_excluded(entries),
        *opposites(entries, body=body),
        *clashes.banned(entries),
        *rivals(entries),
        *toolkits(entries),
    )
    further = (
        *twice.priced(body),
        *twice.ranked(entries),
        *clashes.dated(entries),
        *clashes.put_off(entries, body),
        *clashes.scoped(entries),
        *miscounts(body),
        *twice.valued(body),
        *clashes.gaps(body),
        *twice.named_twice(entries),
        *twice.broken_off(body),
    )
    told = {each.lines for each in (*weighty, *further)}
    found = (*weighty, *(each for each in disagreeing(entries) if each.lines not in told), *further)
    short = (replace(each, first=each.first[:LONGEST], second=each.second[:LONGEST]) for each in found)
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


def _excluded(entries: Entries) -> Iterator[Contradiction]:
    """What is asked for and ruled out, or asked for now and put off."""
    out = [(each, "It is out of scope") for each in entries.non_goals]
    out += [(each, "It comes later") for each in entries.deferred]
    wanted = [
        (each, words_of(EXAMPLE.sub("", each.text)))
        for each in entries.requirements
        if not NOT_IN_SCOPE.search(each.text)
    ]
    for gone, how in out:
        said = RULED_OUT.sub("", gone.text)
        lead = LEAD.match(said)
        words = words_of(lead[1] if lead else said)
        if not 2 <= len(words) <= 9:
            continue
        for each, asked in wanted:
            if words <= asked and not set(each.lines) & set(gone.lines):
                yield between(
                    "whether this is in scope",
                    each,
                    gone,
                    "the backlog",
                    (f"{how}: {gone.text[:160]}", f"It is in scope: {each.text[:160]}"),
                )
                break
