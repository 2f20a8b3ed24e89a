"""Whether a statement as a whole is only perhaps wanted: a photo that is added `maybe` leaves what it is added to firm."""

import re

from agents.builtin.reader.words import nature
from agents.builtin.reader.words.joints import CASE

PART = re.compile(r"[,;()（），；]|\s[–—-]\s")
# `with maybe a photo`, `and ideally on the phone`: from here on something is added.
ADDED = re.compile(
    r"\b(?:with|and|or|plus|including)\s+(?=(?:also )?(?:possibly|perhaps|maybe|optionally|ideally|optional)\b)",
    re.IGNORECASE,
)
FEWEST_WORDS = 3
# `Dark mode, but optional`, `…, but only if it is not too much work`: nothing but the doubt itself.
EMPTY = frozenset(
    (
        "but",
        "and",
        "so",
        "only",
        "work",
        "effort",
        "for",
        "now",
        "later",
        "then",
        "too",
        "it",
        "is",
        "that",
        "this",
        "really",
        "please",
    )
)


def is_tentative(text: str) -> bool:
    """Whether the doubt is about the statement, and not only about something that it adds at its end."""
    hedge = nature.HEDGED.search(text)
    if hedge is None:
        return False
    parts = [
        each.end() for each in (*PART.finditer(text), *ADDED.finditer(text)) if each.end() <= hedge.start()
    ]
    begin = max(parts, default=0)
    before = text[:begin]
    if len(re.findall(r"\w+", before)) < FEWEST_WORDS or CASE.match(before):
        return True
    ends = PART.search(text, hedge.end())
    beside = text[begin : hedge.start()] + text[hedge.end() : ends.start() if ends else len(text)]
    return EMPTY.issuperset(re.findall(r"\w+", beside.casefold()))
