"""Documents without any headings marked as such: which of their lines are titles, and which are entries of a list."""

import re
from typing import NamedTuple

from agents.builtin.reader.text.marks import (
    CAPITALS,
    DOCUMENT_TITLE,
    FIRST_SMALL,
    LABEL_LINE,
    NUMBERED_TITLE,
    SHORT_LABEL,
    SMALL_TITLE,
    TITLE,
    is_listing,
    is_said,
    is_title,
)

# How deep a line of capitals, a title among numbered ones, and a line that ends in a colon stand.
CAPITAL_LEVEL, TITLE_LEVEL, COLON_LEVEL = 4, 5, 6
# A longer group of lines is running text.
MOST_ENTRIES = 200


class Title(NamedTuple):
    """A heading and how deep it stands; 1 is the title of the document."""

    text: str
    level: int


# Nobody calls a document by a greeting.
GREETS = re.compile(
    r"\s*(?:hallo|hi|hey|hello|dear|moin|servus|liebe[rs]?|guten (?:tag|morgen|abend)|bonjour|salut|hola|buen(?:os|as) \w+|ciao|good (?:day|morning|afternoon|evening))\b(?! \w+ (?:app|bot|game|page|site)\b).{0,80}[,:!.]\s*$",
    re.IGNORECASE,
)


class Bare:
    """The lines of such a document; which kind of title comes first decides which stands above the other."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.numbered_first: bool | None = None
        self.entries_end = 0
        self.blank = 0

    def title(self, number: int, *, first: bool) -> Title | None:
        """The heading that line `number` is; it follows a blank line or another heading, or is the `first` of all."""
        line, after = self.line(number), self.line(number + 1)
        numbered = NUMBERED_TITLE.match(line)
        if GREETS.match(line):
            return None
        if numbered:
            return None if _same_depth(line, after) else Title(numbered["title"], self._numbered_level(line))
        capitals, label = CAPITALS.match(line), LABEL_LINE.match(line)
        if capitals or label:
            found = capitals or label
            return Title(found["title"], CAPITAL_LEVEL if capitals else COLON_LEVEL) if found else None
        named = DOCUMENT_TITLE.match(line) if first and not after.strip() else None
        if named:
            return Title(named["title"], 1)
        if first and not after.strip() and (small := FIRST_SMALL.match(line)) and not is_said(line):
            return Title(small["title"], 1)
        title = TITLE.match(line) or (None if first else SMALL_TITLE.match(line))
        if title is None or not (first or is_title(line, alone=not after.strip())):
            return None
        if first:
            return Title(title["title"], 1)
        if title.re is SMALL_TITLE:
            # Typed in haste, it reaches as far as `won't:` does.
            return Title(title["title"], COLON_LEVEL)
        if self.numbered_first is None:
            self.numbered_first = False
        return Title(title["title"], TITLE_LEVEL if self.numbered_first else 3)

    def opened(self, number: int) -> Title | None:
        """The heading that line `number` is wherever it stands: `Limits:`, or `3.2 Checklists` right above `3.2.1`."""
        line = self.line(number)
        label, numbered = SHORT_LABEL.match(line), NUMBERED_TITLE.match(line)
        if label:
            return Title(label["title"], COLON_LEVEL)
        if not numbered or not _dots(line):
            return None
        own = line.split(maxsplit=1)[0].rstrip(".)")
        below = self.line(number + 1).strip().startswith(f"{own}.")
        return Title(numbered["title"], self._numbered_level(line)) if below else None

    def is_entry(self, number: int, *, fresh: bool) -> bool:
        """Whether the line is an entry among others, each on its own line; `fresh` when it opens a group of lines."""
        if fresh:
            group = self.lines[number - 1 : min(self._blank(number) - 1, number + MOST_ENTRIES)]
            self.entries_end = number + len(group) - 1 if is_listing(group) else 0
        return number <= self.entries_end

    def _blank(self, number: int) -> int:
        """The first line from `number` on that is empty; the lines are gone through once, however often this is asked."""
        if not number <= self.blank:
            self.blank = number
            while self.line(self.blank).strip():
                self.blank += 1
        return self.blank

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty behind the last one."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def _numbered_level(self, line: str) -> int:
        if self.numbered_first is None:
            self.numbered_first = True
        return _dots(line) + (2 if self.numbered_first else TITLE_LEVEL)


def _same_depth(line: str, after: str) -> bool:
    """Whether the next line is numbered alike: then both are entries of a list."""
    return bool(NUMBERED_TITLE.match(after)) and _dots(line) == _dots(after)


def _dots(line: str) -> int:
    """How deep a section number is: `3.1` is one dot deep."""
    return line.split(maxsplit=1)[0].rstrip(".)").count(".")
