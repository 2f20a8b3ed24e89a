"""Lists and stories written as code: a PRD that a program has written holds them as strings of Python or JSON, or between fences."""

import re
from collections.abc import Iterator
from typing import Final

from agents.builtin.reader.text.marks import HEADING
from agents.builtin.reader.words.nature import is_story

FENCE = re.compile(r"^\s*(?:```|~~~)\s*(?P<tongue>\w*)\s*$")
TONGUES: Final = frozenset(
    {
        "",
        "c",
        "dart",
        "go",
        "java",
        "javascript",
        "js",
        "json",
        "kotlin",
        "py",
        "python",
        "ruby",
        "rust",
        "swift",
        "ts",
        "typescript",
    }
)
PLAIN: Final = frozenset({"", "text", "txt", "md", "markdown"})
# `- Print a bill`: words, where `- uses: checkout` and `- old line` are data and changes of a file.
PLAIN_ENTRY = re.compile(r"^\s*[-*•]\s+[^\Wa-z_][^{}=<>]*$")
FEWEST_PLAIN: Final = 2
# What stands below `Example output:` is shown, and not asked for.
SHOWN = re.compile(
    r"\b(?:examples?|e\.g|output|prints?|sample|looks? like|format|template|returns?|beispiel|exemple|ejemplo)\b|示例|例",
    re.IGNORECASE,
)
# `"As a clerk, I want …",`, `("Print a bill", "P0"),`
ENTRY = re.compile(
    r"^\s*\(?\s*(?P<sign>[\"'])(?P<words>.{8,400}?)(?P=sign)(?:\s*,\s*[\"'](?P<rank>P\d)[\"'])?\s*\)?\s*,?\s*$"
)
# `track(event, details = {})`, `current() -> string`, and no `print("done")`.
SIGNATURE = re.compile(
    r"^\s*(?:(?:async|def|fn|fun|func|function|static|public) )*[a-z_]\w*(?:\.[a-z_]\w*)?\((?:[a-zA-Z_*.?][^()\"']*)?\)\s*(?:(?:->|:|=>)\s*[\w<>\[\]| .]+)?;?\s*$"
)
MOST_CALLS: Final = 12
OPENS: Final = "["
CLOSES: Final = "]"
# A list has so many lines at least, its brackets and fences included.
SHORTEST: Final = 5


def without_code(lines: list[str]) -> list[str]:
    """The lines with each such list as one of Markdown; the lines keep their numbers, other code stays as it is."""
    told = list(lines)
    before = ""
    seen = 0
    for start, end in _fenced(lines):
        before = next((line for line in reversed(lines[seen:start]) if line.strip()), before)
        seen = end + 1
        if _holds_signatures(lines[start + 1 : end], before):
            told[start], told[end] = "", ""
            told[start + 1 : end] = [
                f"- `{line.strip()}`" if line.strip() else "" for line in lines[start + 1 : end]
            ]
            continue
        if _tells_stories(lines[start + 1 : end]) or _holds_entries(lines[start : end + 1], before):
            told[start], told[end] = "", ""
            continue
        entries = list(map(ENTRY.match, lines[start + 2 : end - 1]))
        if lines[start + 1].strip() != OPENS or lines[end - 1].strip() != CLOSES:
            continue
        if end - start + 1 >= SHORTEST and all(entries):
            told[start : end + 1] = ["", "", *map(_as_entry, filter(None, entries)), "", ""]
    return told


def _holds_entries(block: list[str], before: str) -> bool:
    """Whether there is nothing but entries in words between two fences, but for a first line that announces them."""
    tongue = FENCE.match(block[0])
    said = [line for line in block[1:-1] if line.strip()]
    if said and said[0].rstrip().endswith(":"):
        before, *said = said
    plain = tongue is not None and tongue["tongue"].casefold() in PLAIN
    enough = len(said) >= FEWEST_PLAIN and not SHOWN.search(before)
    return plain and enough and all(map(PLAIN_ENTRY.match, said))


def _holds_signatures(block: list[str], before: str) -> bool:
    """Whether a heading stands above nothing but calls that a library offers: `open(path, mode = "r") -> Book`."""
    said = [line for line in block if line.strip()]
    heads = HEADING.match(before) is not None and not SHOWN.search(before)
    return heads and 0 < len(said) <= MOST_CALLS and all(map(SIGNATURE.match, said))


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
        if tongue in TONGUES | PLAIN:
            yield start, at


def _tells_stories(lines: list[str]) -> bool:
    """Whether all that stands between two fences is told as user stories, with empty lines between them."""
    parts = "\n".join(map(str.strip, lines)).split("\n\n")
    return all(is_story(part.strip().replace("\n", " ")) for part in parts)


def _as_entry(entry: re.Match[str]) -> str:
    rank = f"[{entry['rank']}] " if entry["rank"] else ""
    return f"- {rank}{entry['words']}"
