"""A document copied from a word processor: its page numbers left out, its numbered titles and its bullets as in Markdown."""

import re
from collections.abc import Iterable

# A line of the table of contents: `2.1 Functional  4`, with tabulators or dots before the page.
CONTENTS = re.compile(r"^\s*\S.{1,100}?(?:\t|\s?\.{4,}+)\s*+\d{1,3}\s*$")
CONTENTS_TITLE = re.compile(
    r"^\s*(?:table of )?contents\s*$|^\s*(?:inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice)\s*$",
    re.IGNORECASE,
)
FEWEST_PAGES = 2
NUMBERED = re.compile(r"^\s{0,3}(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+(?P<words>\S.*?)\s*$")
# The bullets a word processor draws, each with a tabulator behind it: the first is the outer one.
BULLETS = re.compile(r"^\s*(?P<mark>[•·●○▪§–—-]|o)\t\s*(?P<words>\S.*)$")
OUTER = frozenset("•·●–—-")
ENDED = re.compile(r"[.;:,!?]$")
LONGEST_TITLE = 8


def as_lines(lines: list[str]) -> list[str]:
    """The lines in Markdown, each where it stands; unchanged where nothing shows that they come from a page."""
    pages = sum(bool(CONTENTS.match(line)) for line in lines)
    if pages < FEWEST_PAGES and not any(map(BULLETS.match, lines)):
        return lines
    listed = pages >= FEWEST_PAGES
    lines = [
        "" if listed and (CONTENTS.match(line) or CONTENTS_TITLE.match(line)) else line for line in lines
    ]
    numbers = {found["number"] for found in map(NUMBERED.match, lines) if found}
    titled = any("." in number and number.rpartition(".")[0] in numbers for number in numbers)
    told = [_line(line, after, titled=titled) for line, after in zip(lines, _next_words(lines), strict=True)]
    first = next((at for at, line in enumerate(told) if line.strip()), None)
    if titled and first is not None and not told[first].startswith(("#", "- ", "  - ")):
        told[first] = f"# {told[first].strip()}"
    return told


def _next_words(lines: Iterable[str]) -> list[str]:
    """For each line the next one that is not empty."""
    after = ""
    following: list[str] = []
    for line in reversed(list(lines)):
        following.append(after)
        after = line if line.strip() else after
    return following[::-1]


def _line(line: str, after: str, *, titled: bool) -> str:
    bullet, numbered = BULLETS.match(line), NUMBERED.match(line)
    if bullet:
        return f"{'' if bullet['mark'] in OUTER else '  '}- {bullet['words']}"
    if not numbered or not titled:
        return line
    depth = numbered["number"].count(".") + 2
    title = len(numbered["words"].split()) <= LONGEST_TITLE and not ENDED.search(numbered["words"])
    below = NUMBERED.match(after)
    # With another number of the same depth right after it, a line is an entry and no title.
    if title and after and not (below and below["number"].count(".") + 2 == depth):
        return f"{'#' * min(depth, 6)} {numbered['words']}"
    return f"- {numbered['words']}"
