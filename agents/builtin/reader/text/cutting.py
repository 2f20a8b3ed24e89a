"""A Markdown or plain text document as a flat list of blocks."""

import re
from collections.abc import Iterator

from agents.builtin.reader.text.announcing import adopts, announcer
from agents.builtin.reader.text.bare import TITLE_LEVEL, Bare
from agents.builtin.reader.text.blocks import INLINE, LABEL_LEVEL, Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.labels import has_id
from agents.builtin.reader.text.marks import (
    BOLD_LINE,
    DRAWN,
    ENDS_IN_COLON,
    FENCE,
    HEADING,
    ITEM,
    LONE_TAG,
    MORE_THAN,
    NARROWEST_WRAP,
    PART_LEVEL,
    RULE,
    SEPARATOR,
    TIGHT_ITEM,
    WORDED,
    goes_on,
    numbered_part,
    opening,
    parts_lists,
    stands_apart,
)
from agents.builtin.reader.text.matter import front_matter_end
from agents.builtin.reader.text.reach import reaches_no_further
from agents.builtin.reader.words.nature import AWAITS, STORY, STORY_WANT

MOST_CELLS = 40


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
        self.bare = None if any(HEADING.match(line) for line in lines) else Bare(lines)
        self.ruled = False
        self.part = 0

    def visible(self) -> Iterator[tuple[int, str]]:
        """Line numbers and lines outside of code blocks, drawings and front matter."""
        fence, drawn = "", False
        start = front_matter_end(self.lines)
        for index in range(start + 1 if start else 0, len(self.lines)):
            line = self.lines[index]
            mark = FENCE.match(line)
            opens = not fence and (drawn or bool(DRAWN.match(line)) or self.is_code(line))
            drawn = opens and bool(line.strip())
            if mark and not fence:
                fence = mark[1][:3]
                self.show()
                self.listed_as_sample(index + 1, line)
            elif fence:
                fence = "" if mark and mark[1].startswith(fence) else fence
            elif drawn:
                self.show()
            else:
                yield index + 1, line

    def listed_as_sample(self, index: int, fence: str) -> None:
        """Read a sample as a list when it finishes a sentence, as below `The tool must:`, in words and not in code."""
        parent = self.found[-1] if self.found else None
        if (
            parent is None
            or not AWAITS.search(parent.text)
            or fence.strip().strip("`~") not in {"", "text", "txt"}
        ):
            return
        end = next((at for at in range(index, len(self.lines)) if FENCE.match(self.lines[at])), index)
        lines = [(at + 1, self.lines[at].strip()) for at in range(index, end) if self.lines[at].strip()]
        if lines and all(WORDED.match(words) for _, words in lines):
            for number, words in lines:
                self.add(
                    Block("item", [(number, words)], mark="-", above=tuple(self.headings), parent=parent)
                )
            self.close()

    def add(self, block: Block) -> None:
        """Put a list entry below what announces it."""
        if block.parent:
            block.depth = block.parent.depth + 1
            block.parent.children.append(block)
        self.found.append(block)
        self.open = block

    def is_code(self, line: str) -> bool:
        """Whether a line is an indented block of code: it follows a blank line, outside of every list."""
        inside = self.bare or self.items
        return self.blank and not inside and line.startswith("    ") and not ITEM.match(line)

    def show(self) -> None:
        """Pass over a sample; the paragraph that announced it is told."""
        last = self.found[-1] if self.found else None
        if last and last.shape == "paragraph" and last.raw.endswith((":", "：")):
            last.sample = True
        self.close()

    def take(self, number: int, line: str) -> None:
        """Read one line into the block it opens or continues."""
        quoted = line.lstrip().startswith(">") and not MORE_THAN.match(line)
        if quoted:
            line = re.sub(r"^(\s*>\s?){1,20}", "", line)
        if not line.strip() or LONE_TAG.match(line):
            self.close()
            self.blank, self.ruled = True, False
            return
        rule = bool(RULE.match(line))
        if not (self.heading(number, line) or self.table(number, line) or self.item(number, line)):
            self.words(number, line, quoted=quoted)
        self.blank, self.ruled = False, rule

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
        if self.bare and (opened := self.bare.opened(number)):
            self.enter(number, opened.text, level=opened.level)
            return True
        bold = BOLD_LINE.match(line)
        labels = bold and self.open and self.open.shape == "paragraph" and ENDS_IN_COLON.search(line)
        between = self.open.shape == "item" if self.open else not self.bare
        if between and parts_lists(self.open, line, self.after(number)):
            self.enter(number, line.strip(), level=TITLE_LEVEL if self.bare else LABEL_LEVEL)
            return True
        if self.open and self.open.shape != "row" and not labels:
            return False
        if bold and not line.startswith("    "):
            self.enter(number, bold["title"], level=LABEL_LEVEL)
            return True
        below_heading = bool(self.found) and self.found[-1].shape == "heading"
        if self.bare is None or not (self.blank or below_heading):
            return False
        title = self.bare.title(number, first=not self.found)
        if title:
            self.enter(number, title.text, level=title.level)
        return title is not None

    def after(self, number: int) -> str:
        """The line that follows line `number`."""
        return self.lines[number] if number < len(self.lines) else ""

    def underline(self, line: str) -> None:
        """Turn the line above into a heading when it is underlined; a numbered line also has to be ruled above."""
        last = self.open
        self.close()
        if last is None or len(last.parts) != 1 or line.strip()[0] not in "=-" or self.found[-1] is not last:
            return
        if last.shape == "item" and (not self.bare or not last.mark[:1].isdigit()):
            return
        if last.shape in {"paragraph", "item"}:
            self.found.pop()
            dots = last.mark.rstrip(".)").count(".") if last.shape == "item" else 0
            self.enter(last.first, last.raw, level=1 if line.strip()[0] == "=" else 2 + dots)

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
        """Read a table row; the row above a separator, or one between double bars, names the columns."""
        if "|" not in line or line.count("|") < (1 if self.columns else 2) - (
            SEPARATOR.match(line) is not None
        ):
            return False
        if SEPARATOR.match(line):
            return True
        ruled = SEPARATOR.match(self.after(number))
        headed = not ruled and line.lstrip().startswith("||")
        bar = r"\|\|" if headed else r"(?<!\\)\|"
        cut = re.split(bar, line.strip().strip("|"))[:MOST_CELLS]
        cells = tuple(cell.strip().replace(r"\|", "|") for cell in cut)
        if self.columns is None and (ruled or headed):
            self.leave()
            self.columns = tuple(plain(cell).casefold() for cell in cells)
            self.open = None
            return True
        return (self.columns is not None or line.strip().startswith("|")) and self.row(number, cells)

    def row(self, number: int, cells: tuple[str, ...]) -> bool:
        """Add one table row."""
        text = " | ".join(cell for cell in cells if cell)
        last = self.found[-1] if self.found else None
        if last and last.shape == "row" and self.open is not None:
            last = last.parent
        announcer = last if last and last.shape == "paragraph" and last.raw.endswith((":", "：")) else None
        block = Block("row", [(number, text)], columns=self.columns or (), above=tuple(self.headings))
        block.cells = tuple(map(plain, cells))
        block.parent = announcer
        self.add(block)
        return True

    def item(self, number: int, line: str) -> bool:
        """Read a list item and find its parent by indentation."""
        if TIGHT_ITEM.match(line) and (self.open is None or self.open.shape == "item"):
            near = (self.after(number), self.lines[number - 2] if number > 1 else "")
            line = TIGHT_ITEM.sub(r"\1\2 ", line) if any(map(TIGHT_ITEM.match, near)) else line
        alone = self.blank and not self.items and not self.after(number).strip()
        if alone and (part := numbered_part(line, last=self.part)):
            self.part += 1
            self.enter(number, part, level=PART_LEVEL)
            return True
        found = ITEM.match(line)
        if not found or (found["mark"] == "o" and not found["indent"]):
            return False
        indent = len(found["indent"].expandtabs(4))
        while (
            self.items
            and self.items[-1][0] >= indent
            and not adopts(*self.items[-1], indent=indent, mark=found["mark"])
        ):
            self.items.pop()
        parent = self.items[-1][1] if self.items else announcer(self.found, indent=indent)
        block = Block(
            "item",
            [(number, found["text"])],
            mark=found["mark"],
            boxed=bool(found["box"]),
            above=tuple(self.headings),
        )
        block.parent = parent
        self.items.append((indent, block))
        self.add(block)
        return True

    def words(self, number: int, line: str, *, quoted: bool) -> None:
        """Continue the open block, or begin a paragraph."""
        label = opening(line)
        if self.open and self.open.shape == "paragraph" and has_id(line) and has_id(self.open.raw):
            self.open = None
        if self.bare and self.bare.is_entry(number, fresh=self.open is None and not self.items):
            if not (label and stands_apart(label.title)):
                self.leave()
                self.entry(number, line.strip())
                return
            self.open, self.items = None, []
        if self.open and self.open.shape == "paragraph" and STORY.match(line) and not line[:1].islower():
            self.open = None if STORY_WANT.search(self.open.raw) else self.open
        labelled = label and self.open and self.open.shape == "paragraph"
        if labelled and line[:1].islower():
            below = bool(self.headings) and self.headings[-1].mark == INLINE
            labelled = below or bool(label and stands_apart(label.title) and len(line) < NARROWEST_WRAP)
        if self.open and not labelled and goes_on(self.open, line, labelled=label is not None):
            self.open.parts.append((number, line.strip()))
            return
        inside = self.items and line.startswith((" ", "\t"))
        if not inside:
            self.items = []
            self.leave()
        if label and not inside:
            self.enter(number, label.title, level=LABEL_LEVEL)
            self.headings[-1].mark = INLINE
            line = label.rest
        block = Block("paragraph", [(number, line.strip())], above=tuple(self.headings), quoted=quoted)
        if inside:
            block.parent = self.items[-1][1]
            block.depth = block.parent.depth + 1
        self.found.append(block)
        self.open = block

    def entry(self, number: int, words: str) -> None:
        """Add a list entry that has no mark; after a colon the entries are what was announced."""
        last = self.found[-1] if self.found else None
        if last and last.first == number - 1 and last.shape == "item" and last.raw.endswith((":", "：")):
            parent: Block | None = last
        else:
            parent = last.parent if last and last.first == number - 1 and len(words.split()) <= 4 else None
        self.add(Block("item", [(number, words)], above=tuple(self.headings), parent=parent))

    def leave(self) -> None:
        """Go back to the heading above where a label reaches no further than what stood below it."""
        if (
            self.headings
            and self.found
            and reaches_no_further(
                self.headings[-1], self.found[-1], bare=self.bare is not None, blank=self.blank
            )
        ):
            self.headings.pop()
