"""Lists and stories written as code: a PRD that a program has written holds them as strings of Python or JSON, or between fences."""

import re
from collections.abc import Iterator
from typing import Final

from agents.builtin.reader.words.nature import is_story

FENCE = re.compile(r"^\s*(?:```|~~~)\s*(?P<tongue>\w*)\s*$")
TONGUES: Final = frozenset({"", "python", "py", "json", "javascript", "js", "text", "txt", "markdown", "md"})
# `"As a clerk, I want …",`, `("Print a bill", "P0"),`
ENTRY = re.compile(
    r"^\s*\(?\s*(?P<sign>[\"'])(?P<words>.{8,400}?)(?P=sign)(?:\s*,\s*[\"'](?P<rank>P\d)[\"'])?\s*\)?\s*,?\s*$"
)
OPENS: Final = "["
CLOSES: Final = "]"
# A list has so many lines at least, its brackets and fences included.
SHORTEST: Final = 5


def without_code(lines: list[str]) -> list[str]:
    """The lines with each such list as one of Markdown; the lines keep their numbers, other code stays as it is."""
    told = list(lines)
    for start, end in _fenced(lines):
        if _tells_stories(lines[start + 1 : end]):
            told[start], told[end] = "", ""
            continue
        entries = list(map(ENTRY.match, lines[start + 2 : end - 1]))
        if lines[start + 1].strip() != OPENS or lines[end - 1].strip() != CLOSES:
            continue
        if end - start + 1 >= SHORTEST and all(entries):
            told[start : end + 1] = ["", "", *map(_as_entry, filter(None, entries)), "", ""]
    return told


def _fenced(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each block of code that may hold such a list."""
    opened: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence is None:
            continue
        if opened is None:
            opened = (at, fence["tongue"].casefold())
            continue
        start, tongue = opened
        opened = None
        if tongue in TONGUES:
            yield start, at


def _tells_stories(lines: list[str]) -> bool:
    """Whether all that stands between two fences is told as user stories, with empty lines between them."""
    parts = "\n".join(map(str.strip, lines)).split("\n\n")
    return all(is_story(part.strip().replace("\n", " ")) for part in parts)


def _as_entry(entry: re.Match[str]) -> str:
    rank = f"[{entry['rank']}] " if entry["rank"] else ""
    return f"- {rank}{entry['words']}"
