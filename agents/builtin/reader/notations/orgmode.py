"""Org, line by line in Markdown's notation. See https://orgmode.org/worg/org-syntax.html."""

import re

from agents.builtin.reader.notations.notation import FENCE

HEADING = re.compile(
    r"^(?P<stars>\*{1,6})\s+(?:(?P<state>TODO|DONE|NEXT|WAITING)\s+)?(?:\[#[A-C]\]\s+)?(?P<words>\S.*?)\s*(?::[\w@:]+:)?\s*$"
)
TITLE = re.compile(r"^#\+title:\s*(?=\S)", re.IGNORECASE)
CODE = re.compile(r"^\s*#\+(?:begin|end)_(?:src|example)\b.*$", re.IGNORECASE)
ASIDE = re.compile(r"^\s*(?:#\+\w+:.*|:[\w-]+:.*|(?:SCHEDULED|DEADLINE|CLOSED):.*)$", re.IGNORECASE)
ITEM = re.compile(r"^\s*[-+] \S")


def as_lines(lines: list[str]) -> list[str]:
    """The lines in Markdown, each where it stands; what is to be done and has nothing below it is an entry of a list."""
    return [_line(lines, at) for at in range(len(lines))]


def _line(lines: list[str], at: int) -> str:
    line = lines[at]
    if CODE.match(line):
        return FENCE
    if TITLE.match(line):
        return TITLE.sub("# ", line)
    heading = HEADING.match(line)
    if heading:
        entry = (
            len(heading["stars"]) > 1
            and (heading["state"] or _among_tasks(lines, at))
            and _is_leaf(lines, at)
        )
        return f"{'-' if entry else '#' * len(heading['stars'])} {heading['words']}"
    return "" if ASIDE.match(line) else line


def _is_leaf(lines: list[str], at: int) -> bool:
    """Whether nothing but dates and properties stands below a heading."""
    depth = len(lines[at]) - len(lines[at].lstrip("*"))
    below = next((line for line in lines[at + 1 :] if line.strip() and not ASIDE.match(line)), "")
    found = HEADING.match(below)
    return not below or (found is not None and len(found["stars"]) <= depth)


def _among_tasks(lines: list[str], at: int) -> bool:
    """Whether the heading before this one at the same depth is a task."""
    depth = len(lines[at]) - len(lines[at].lstrip("*"))
    for line in reversed(lines[:at]):
        found = HEADING.match(line)
        if found and len(found["stars"]) <= depth:
            return len(found["stars"]) == depth and bool(found["state"])
    return False
