"""Lines that only stand further in below a few words are the list that these words announce: `want`, then one wish a line."""

import re
from itertools import pairwise

from agents.builtin.reader.text.marks import ITEM
from agents.builtin.reader.text.topics import announced

# `want`, `House rules:`: the words above such a list, on a line of their own.
LABEL = re.compile(r"(?P<words>[^\W\d_][\w'’/&-]*(?: [\w'’/&-]+){0,4})\s?[:：]?\s*$")
INDENTED = re.compile(r"(?: {1,8}|\t)(?=\S)")
# What stands further in and is no list of wishes: code, quotations, tables, entries with marks of their own.
OTHER = re.compile(r"\s*(?:[>|`#<{}\[\]()=/\\$@]|.*[{};]\s*$|[\w.-]+\s*=|[\w.-]+:\s*$)")
# A line that ends like this goes on in the next one.
UNFINISHED = re.compile(
    r"(?:[,:;–—-]|\b(?:and|or|the|a|an|of|to|in|at|by|on|for|with|that|which|und|oder|et|ou|y|o))\s*$",
    re.IGNORECASE,
)
FEWEST_LINES = 2
# Nobody wraps so early.
NARROWEST = 40


def as_entries(lines: list[str]) -> list[str]:
    """The lines with a mark in front of those that stand further in below a label."""
    told = list(lines)
    at = 0
    while at < len(lines):
        end = _end(lines, at + 1) if LABEL.match(lines[at]) else at
        below = lines[at + 1 : end]
        if _is_list(lines[at], below):
            told[at] = f"{lines[at].rstrip(' :：')}:"
            told[at + 1 : end] = [f"- {line.strip()}" for line in below]
        elif _names_list(lines, at):
            told[at] = f"{lines[at].rstrip()}:"
        at = max(end, at + 1)
    return told


def _names_list(lines: list[str], at: int) -> bool:
    """Whether a line in small letters, as `won't`, names the list that begins right below it."""
    label = lines[at].rstrip()
    if not label[:1].islower() or label[-1] in ":：" or at + 1 == len(lines) or not LABEL.match(label):
        return False
    alone = at == 0 or not lines[at - 1].strip()
    return alone and ITEM.match(lines[at + 1]) is not None and announced(label) is not None


def _end(lines: list[str], begin: int) -> int:
    return next((at for at in range(begin, len(lines)) if not INDENTED.match(lines[at])), len(lines))


def _is_list(label: str, below: list[str]) -> bool:
    """Whether lines below a label are entries, all as far in, and none only goes on where the one before had no more room."""
    if len(below) < FEWEST_LINES or len({len(line) - len(line.lstrip()) for line in below}) > 1:
        return False
    if any(ITEM.match(line) or OTHER.match(line) for line in below) or any(
        map(UNFINISHED.search, below[:-1])
    ):
        return False
    width = max(map(len, below))
    if width <= NARROWEST:
        return True
    room = [
        len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) <= width for line, after in pairwise(below)
    ]
    return (any(room) or announced(label.strip(" :：")) is not None) and all(
        had or len(line) == width for had, line in zip(room, below, strict=False)
    )
