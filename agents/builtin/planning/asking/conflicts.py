"""Places where a document seems to disagree with itself, found by words; people decide whether it really does."""

import re
from collections.abc import Iterator
from dataclasses import replace

from agents.builtin.planning.asking import clashes, twice
from agents.builtin.planning.asking.contradiction import Contradiction, between, stand_apart
from agents.builtin.planning.asking.contradictions import miscounts, rivals, toolkits
from agents.builtin.planning.asking.opposites import opposites
from agents.builtin.planning.asking.pairs import disagreeing
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.stems import telling, words_of
from agents.builtin.reader.statements.targets import target_of
from agents.schemas.requirements import Entry, NonFunctional, Target

MOST = 3
# Nobody reads more numbers against each other.
MOST_COMPARED = 300
# Characters of a statement that are shown.
LONGEST = 280
NAMED = re.compile(r"\b(?:[A-Za-z]+\d+|[Pp]\d{2})\b")
SECONDS = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds", "msec"), 0.001),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1.0),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60.0),
    **dict.fromkeys(("h", "hour", "hours"), 3600.0),
    **dict.fromkeys(("day", "days"), 86_400.0),
}
# What a number may differ for: another place, another percentile, another moment.
APART = frozenset(
    """mobile desktop tablet phone peak average median worst cold warm first after before initial offline slow fast maximum minimum
max min free paid premium pro basic read write reads writes upload download week month day year each per""".split()  # noqa: SIM905  # a list of words reads best as one string
)
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
    """The disagreements found, the weightiest first, at most three; `body` is the document, where counts are read."""
    found = (
        *_excluded(entries),
        *opposites(entries, body=body),
        *clashes.forbidden(entries),
        *clashes.banned(entries),
        *rivals(entries),
        *toolkits(entries),
        *_numbers(entries),
        *twice.priced(body),
        *twice.ranked(entries),
        *clashes.dated(entries),
        *clashes.counted(entries),
        *clashes.exceeded(entries),
        *clashes.put_off(entries, body),
        *clashes.scoped(entries),
        *miscounts(body),
        *twice.valued(body),
        *clashes.gaps(body),
        *twice.named_twice(entries),
        *twice.broken_off(body),
    )
    told = {each.lines for each in found}
    found = (*found, *(each for each in disagreeing(entries) if each.lines not in told))
    short = (replace(each, first=each.first[:LONGEST], second=each.second[:LONGEST]) for each in found)
    once = {(each.first, each.second): each for each in short}
    return tuple(once.values())[:MOST]


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


def _numbers(entries: Entries) -> Iterator[Contradiction]:
    """Two different numbers in the same unit for the same thing."""
    seen: list[tuple[Entry, Target, frozenset[str]]] = []
    for each in (*entries.nfrs, *entries.constraints, *entries.requirements, *entries.metrics):
        target = each.target if isinstance(each, NonFunctional) else target_of(each.text)
        if target is None or not target.unit:
            continue
        if len(seen) == MOST_COMPARED:
            return
        about = subject(each.text)
        for other, theirs, what in seen:
            if _base(theirs) == _base(target) or stand_apart(each, other):
                continue
            if _same_unit(theirs, target) and _same_thing(about, what):
                options = (other.text[:200], each.text[:200])
                found = between("a number", other, each, "how it is proved", options)
                yield replace(found, safe=False)
                break
        seen.append((each, target, about))


def subject(text: str) -> frozenset[str]:
    """What a sentence with a number is about: its telling words, and names such as `p95` or `l1`."""
    return telling(text) | {name.casefold() for name in NAMED.findall(text)}


def _same_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    common, apart = one & other, one ^ other
    if len(common) < 2 or any(re.search(r"\d", word) for word in apart) or apart & APART:
        return False
    return (
        not apart
        or (min(len(one), len(other)) == len(common) and len(apart) <= 2)
        or len(common) >= 4 * len(apart)
    )


def _base(target: Target) -> float:
    return target.quantity * SECONDS.get(target.unit, 1.0)


def _same_unit(one: Target, other: Target) -> bool:
    return one.unit == other.unit or (one.unit in SECONDS and other.unit in SECONDS)
