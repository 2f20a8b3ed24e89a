"""Places where a document seems to disagree with itself, found by words; people decide whether it really does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from agents.builtin.planning.entries import Entries
from agents.schemas.requirements import Entry, NonFunctional

MOST = 3
WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    "the and for with that this from shall must should will can system user users support supports provide allow new all any its not are into when only app service data feature features first version".split()  # noqa: SIM905  # a list of words reads best as one string
)
LOCAL = re.compile(
    r"\b(?:entirely|exclusively|only|100%|strictly) (?:on[- ]device|offline|local(?:ly)?|on the (?:user's )?device)|\bnever leaves? the device|\bno (?:external api|cloud|network|internet)\b|\bzero network",
    re.IGNORECASE,
)
REMOTE = re.compile(
    r"\bcloud\b|\bcurrency conversion|\bexternal api\b|\bserver[- ]side|\bsync(?:s|ed)? (?:to|with)|\bmanaged .{0,20}endpoint",
    re.IGNORECASE,
)
OPTIONAL = re.compile(
    r"\boptional|\bopt[- ]in|\bno external|\bnever\b|\bwithout\b|\bnot\b|\buser-initiated", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both hold, and the choices that remain.

    The first choice is the stricter one; it is `safe` to take unless the two are numbers, of which neither is.
    """

    about: str
    first: str
    second: str
    changes: str
    options: tuple[str, ...]
    lines: tuple[int, ...]
    safe: bool = True


def conflicts(entries: Entries) -> tuple[Conflict, ...]:
    """The disagreements found, the weightiest first, at most three."""
    return (*_excluded(entries), *_local_and_remote(entries), *_numbers(entries))[:MOST]


def words_of(text: str) -> frozenset[str]:
    """The telling words of a statement, cut to their stems."""
    return frozenset(word.casefold()[:7] for word in WORD.findall(text) if word.casefold() not in COMMON)


def _excluded(entries: Entries) -> Iterator[Conflict]:
    for out in entries.non_goals:
        gone = words_of(out.text)
        if len(gone) < 2 or len(gone) > 9:
            continue
        for each in entries.requirements:
            if gone <= words_of(each.text) and not re.search(r"\bnot?\b|\bwithout\b|\bonly\b", each.text):
                yield _conflict(
                    "whether this is in scope",
                    each,
                    out,
                    "the backlog",
                    (f"It is out of scope: {out.text[:160]}", f"It is in scope: {each.text[:160]}"),
                )
                break


def _local_and_remote(entries: Entries) -> Iterator[Conflict]:
    every = (*entries.nfrs, *entries.requirements, *entries.constraints)
    strict = next((each for each in every if LOCAL.search(each.text)), None)
    loose = next(
        (
            each
            for each in every
            if REMOTE.search(each.text) and not OPTIONAL.search(each.text) and each is not strict
        ),
        None,
    )
    if strict and loose:
        yield _conflict(
            "whether data may leave the device",
            strict,
            loose,
            "where work is done, privacy, cost",
            (
                "Nothing leaves the device unless its owner asks for it each time.",
                "Outside services may be used where the PRD names them.",
            ),
        )


def _numbers(entries: Entries) -> Iterator[Conflict]:
    seen: list[NonFunctional] = []
    for each in entries.nfrs:
        if each.target is None:
            continue
        for other in seen:
            same = (
                other.target is not None
                and other.target.unit == each.target.unit
                and other.target.quantity != each.target.quantity
            )
            mine, theirs = words_of(each.text), words_of(other.text)
            if (
                same
                and len(mine & theirs) >= max(3, round(0.8 * min(len(mine), len(theirs))))
                and mine ^ theirs == frozenset()
            ):
                options = (other.text[:200], each.text[:200])
                yield replace(_conflict("a number", other, each, "how it is proved", options), safe=False)
        seen.append(each)


def _conflict(
    about: str,
    first: Entry,
    second: Entry,
    changes: str,
    options: tuple[str, ...],
) -> Conflict:
    return Conflict(
        about,
        first.text[:280],
        second.text[:280],
        changes,
        options,
        tuple(sorted({*first.lines[:1], *second.lines[:1]})),
    )
