"""A Markdown or plain text document as a flat list of blocks, each with its lines, its headings and its place in a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from agents.builtin.reader.inline import plain
from agents.builtin.reader.matter import front_matter_end

HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
RULE = re.compile(r"^\s*([-*_=])(\s*\1){2,}\s*$")
ITEM = re.compile(
    r"^(?P<indent>\s*)(?P<mark>[-*+•◦▪·–o]|\d{1,2}(?:\.\d{1,2}){1,4}[.)]?(?=\s+[A-ZÄÖÜ])|\(?\d{1,3}[.)、]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)])(?:\s+|(?<=、))"
    r"(?P<box>\[[ xX✓]\]\s+)?(?P<text>\S.*)$"
)
SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
BOLD_LINE = re.compile(r"^\s{0,3}(?:\*\*|__)(?P<title>[^*_]{2,90}?)(?:\*\*|__)\s*[:：]?\s*$")
BOLD_OPENING = re.compile(
    r"^\s{0,3}(?:\*\*|__)(?P<title>[^*_]{2,60}?)(?:[:：](?:\*\*|__)|(?:\*\*|__)\s*[:：])\s*(?P<rest>\S.*)$"
)
LABELLED = re.compile(r"^[A-Za-z]{1,8}[-_. ]?\d")
LABEL_LINE = re.compile(r"^\s{0,3}(?P<title>[^.!?|。]{2,60}?)[:：]\s*$")
NUMBERED_TITLE = re.compile(r"^\s{0,3}\d{1,2}(\.\d{1,2}){0,3}[.)]?\s+(?P<title>[A-ZÄÖÜ][^.!?:]{2,60})$")
CAPITALS = re.compile(r"^\s{0,3}(?P<title>[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 &/,()'-]{3,60}):?\s*$")
MOST_CELLS = 40
INLINE = "inline"
LONG_LABEL = 140
# No person writes a longer paragraph; what follows begins a new one.
MOST_LINES = 200
LABEL_LEVEL = 7

Shape = Literal["heading", "item", "paragraph", "row"]


@dataclass(slots=True)
class Block:
    """One heading, list item, paragraph or table row; `parts` keeps each source line's words apart."""

    shape: Shape
    parts: list[tuple[int, str]]
    depth: int = 0
    mark: str = ""
    done: bool = False
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    above: tuple["Block", ...] = ()
    parent: "Block | None" = None
    children: list["Block"] = field(default_factory=list)
    quoted: bool = False

    @property
    def first(self) -> int:
        """The line the block begins on."""
        return self.parts[0][0]

    @property
    def lines(self) -> tuple[int, ...]:
        """The first line, and the last one when the block is wrapped."""
        last = self.parts[-1][0]
        return (self.first,) if last == self.first else (self.first, last)

    @property
    def top(self) -> bool:
        """Whether the block stands in no other list entry."""
        return self.parent is None or self.parent.shape == "paragraph"

    @property
    def raw(self) -> str:
        """The block's source words on one line, markup included."""
        return " ".join(words for _, words in self.parts).strip()

    @property
    def text(self) -> str:
        """The block's words on one line."""
        return plain(self.raw)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text` without code, front matter, rules and navigation."""
    reading = _Reading(text.split("\n"))
    for number, line in reading.visible():
        reading.take(number, line)
    return tuple(reading.found)


class _Reading:
    """The state of one pass over the lines."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.found: list[Block] = []
        self.headings: list[Block] = []
        self.items: list[tuple[int, Block]] = []
        self.open: Block | None = None
        self.columns: tuple[str, ...] | None = None
        self.blank = True
        self.plain = not any(HEADING.match(line) for line in lines)

    def visible(self) -> Iterator[tuple[int, str]]:
        """Line numbers and lines outside of code blocks and front matter."""
        fence = ""
        start = front_matter_end(self.lines)
        for index in range(start + 1 if start else 0, len(self.lines)):
            line = self.lines[index]
            mark = FENCE.match(line)
            if mark and not fence:
                fence = mark[1][:3]
                self.close()
            elif fence:
                fence = "" if mark and mark[1].startswith(fence) else fence
            else:
                yield index + 1, line

    def take(self, number: int, line: str) -> None:
        """Read one line into the block it opens or continues."""
        quoted = line.lstrip().startswith(">")
        if quoted:
            line = re.sub(r"^(\s*>\s?){1,20}", "", line)
        if not line.strip():
            self.close()
            self.blank = True
            return
        if not (self.heading(number, line) or self.table(number, line) or self.item(number, line)):
            self.words(number, line, quoted=quoted)
        self.blank = False

    def close(self) -> None:
        """End the open block; a blank line ends a table too."""
        self.open = None
        self.columns = None

    def heading(self, number: int, line: str) -> bool:
        """Read ATX, underlined, bold and capital headings, and lines that do nothing but announce what follows."""
        atx = HEADING.match(line)
        if atx:
            self.enter(number, atx[2], level=len(atx[1]))
            return True
        if RULE.match(line):
            self.underline(line)
            return True
        if self.open and self.open.shape != "row":
            return False
        bold = BOLD_LINE.match(line)
        if bold and not line.startswith("    "):
            self.enter(number, bold["title"], level=LABEL_LEVEL)
            return True
        below_heading = bool(self.found) and self.found[-1].shape == "heading"
        return self.plain and (self.blank or below_heading) and self.title_alone(number, line)

    def title_alone(self, number: int, line: str) -> bool:
        """Read a heading of a document without any markup: a short line that stands alone."""
        after = self.lines[number] if number < len(self.lines) else ""
        found = NUMBERED_TITLE.match(line) or CAPITALS.match(line) or LABEL_LINE.match(line)
        level = 2 + _dots(line)
        if not found or (
            NUMBERED_TITLE.match(line) and NUMBERED_TITLE.match(after) and level == 2 + _dots(after)
        ):
            return False
        self.enter(number, found["title"], level=level if NUMBERED_TITLE.match(line) else 4)
        return True

    def underline(self, line: str) -> None:
        """Turn the line above into a heading when it is underlined."""
        last = self.open
        self.close()
        if last and last.shape == "paragraph" and len(last.parts) == 1 and line.strip()[0] in "=-":
            self.found.remove(last)
            self.enter(last.first, last.raw, level=1 if line.strip()[0] == "=" else 2)

    def enter(self, number: int, title: str, *, level: int) -> None:
        """Open a heading."""
        self.close()
        self.items = []
        while self.headings and self.headings[-1].depth >= level:
            self.headings.pop()
        block = Block("heading", [(number, title)], depth=level, above=tuple(self.headings))
        self.found.append(block)
        self.headings.append(block)

    def table(self, number: int, line: str) -> bool:
        """Read a table row; the row above a separator names the columns."""
        if "|" not in line or line.count("|") < (1 if self.columns else 2) - (
            SEPARATOR.match(line) is not None
        ):
            return False
        if SEPARATOR.match(line):
            return True
        cells = tuple(plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))[:MOST_CELLS])
        after = self.lines[number] if number < len(self.lines) else ""
        if self.columns is None and SEPARATOR.match(after):
            self.columns = tuple(cell.casefold() for cell in cells)
            self.open = None
            return True
        if self.columns is None:
            return line.strip().startswith("|") and self.row(number, cells)
        return self.row(number, cells)

    def row(self, number: int, cells: tuple[str, ...]) -> bool:
        """Add one table row."""
        text = " | ".join(cell for cell in cells if cell)
        block = Block(
            "row", [(number, text)], cells=cells, columns=self.columns or (), above=tuple(self.headings)
        )
        self.found.append(block)
        self.open = block
        return True

    def item(self, number: int, line: str) -> bool:
        """Read a list item and find its parent by indentation."""
        found = ITEM.match(line)
        if not found or (found["mark"] == "o" and not found["indent"]):
            return False
        indent = len(found["indent"].expandtabs(4))
        while (
            self.items
            and self.items[-1][0] >= indent
            and not self.adopts(self.items[-1], indent, found["mark"])
        ):
            self.items.pop()
        parent = self.items[-1][1] if self.items else self.announcer(indent)
        done = bool(found["box"]) and found["box"][1] in "xX✓"
        block = Block(
            "item", [(number, found["text"])], mark=found["mark"], done=done, above=tuple(self.headings)
        )
        block.parent = parent
        block.depth = parent.depth + 1 if parent else 0
        if parent:
            parent.children.append(block)
        self.items.append((indent, block))
        self.found.append(block)
        self.open = block
        return True

    @staticmethod
    def adopts(item: tuple[int, Block], indent: int, mark: str) -> bool:
        """Whether a numbered item that ends in a colon takes an equally indented bullet as its child."""
        level, block = item
        bullet = not mark[-1].isalnum() and not any(sign.isdigit() for sign in mark)
        return level == indent and bullet and block.mark[:1].isdigit() and block.text.endswith((":", "："))

    def announcer(self, indent: int) -> Block | None:
        """The paragraph right above that ends in a colon: it announces the list."""
        last = self.found[-1] if self.found else None
        if last and last.shape == "paragraph" and last.text.endswith((":", "：")) and indent < 4:
            return last
        if last and last.shape == "item" and last.parent and last.parent.shape == "paragraph":
            return last.parent if last.depth == last.parent.depth + 1 else None
        return self.paragraph_of_siblings()

    def paragraph_of_siblings(self) -> Block | None:
        """The announcing paragraph of the list that is being continued, if there is one."""
        for block in reversed(self.found[-40:]):
            if block.shape != "item":
                return None
            if block.parent and block.parent.shape == "paragraph":
                return block.parent
        return None

    def words(self, number: int, line: str, *, quoted: bool) -> None:
        """Continue the open block, or begin a paragraph."""
        labelled = BOLD_OPENING.match(line) and self.open and self.open.shape == "paragraph"
        if (
            not labelled
            and self.open
            and self.open.shape in {"item", "paragraph"}
            and len(self.open.parts) < MOST_LINES
        ):
            self.open.parts.append((number, line.strip()))
            return
        inside = self.items and line.startswith((" ", "\t"))
        opening = BOLD_OPENING.match(line) if not inside else None
        if not inside:
            self.items = []
        if opening and not LABELLED.match(opening["title"]):
            self.enter(number, opening["title"], level=LABEL_LEVEL)
            self.headings[-1].mark = INLINE
            line = opening["rest"]
        elif not inside:
            self.leave_label()
        block = Block("paragraph", [(number, line.strip())], above=tuple(self.headings), quoted=quoted)
        if inside:
            block.parent = self.items[-1][1]
            block.depth = block.parent.depth + 1
        self.found.append(block)
        self.open = block

    def leave_label(self) -> None:
        """A short `**Label:** words` covers only its own paragraph; a long one opens a section like any heading."""
        label = self.headings[-1] if self.headings else None
        own = self.found[-1] if self.found else None
        if (
            label is None
            or own is None
            or label.mark != INLINE
            or not own.above
            or own.above[-1] is not label
        ):
            return
        if own.shape != "paragraph" or (len(own.raw) < LONG_LABEL and not own.raw.endswith((":", "："))):
            self.headings.pop()


def _dots(line: str) -> int:
    """How deep a section number is: `3.1` is one dot deep."""
    return line.split(maxsplit=1)[0].rstrip(".)").count(".")
