"""The lines of a document that raise a question, and the words of the first of them around what raises it."""

import re
from collections.abc import Callable, Sequence

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import SLACK, short

MOST_LINES, SHOWN = 3, 70
SAYS = re.compile(r"[^\W\d_]{3}")
# A line and its words.
Told = tuple[int, str]


def demands(entries: Entries) -> Sequence[Told]:
    """What is demanded for sure, and stands on a line that leaves nothing open."""
    opened = {line for each in entries.questions for line in each.lines}
    sure = (each for each in entries.requirements if not each.tentative)
    every = (*sure, *entries.nfrs, *entries.stories)
    return [
        (each.lines[0], each.text) for each in every if each.lines and not opened.intersection(each.lines)
    ]


def lines_with(entries: Entries, speaks: Callable[[str], object]) -> tuple[int, ...]:
    """The first lines whose demands speak of something, at most three."""
    found = dict.fromkeys(line for line, text in demands(entries) if speaks(text))
    return tuple(sorted(tuple(found)[:MOST_LINES]))


def opening_of(source: Sequence[str]) -> tuple[int, ...]:
    """The first line that says something: what the document calls itself."""
    said = (number for number, row in enumerate(source, start=1) if SAYS.search(row))
    first = next(said, 0)
    return (first,) if first else ()


def cited(text: str, found: re.Match[str] | None) -> str:
    """The words of a statement around a place in it, whole where they are few."""
    if found is None or len(text) <= SHOWN + SLACK:
        return short(text, longest=SHOWN)
    middle = (found.start() + found.end()) // 2
    begin, end = max(0, middle - SHOWN // 2), min(len(text), middle + SHOWN // 2)
    begin = min(begin, found.start())
    end = max(end, min(found.end(), begin + 2 * SHOWN))
    before = text[:begin].rpartition(" ")[0] if begin else ""
    after = text[end:].partition(" ")[0]
    words = text[len(before) : end + len(after)].strip(" ,;:")
    left = "… " if before else ""
    right = " …" if end + len(after) < len(text.rstrip(" .")) else ""
    return f"{left}{short(words, longest=3 * SHOWN)}{right}"
