"""The pieces a document is cut into, each with its lines, its headings and its place in a list."""

from dataclasses import dataclass, field
from typing import Literal

from agents.builtin.reader.text.inline import plain

LABEL_LEVEL = 7
# The mark of a heading that stands in front of its own paragraph.
INLINE = "inline"

Shape = Literal["heading", "item", "paragraph", "row"]


@dataclass(slots=True)
class Block:
    """One heading, list item, paragraph or table row; `parts` keeps each source line's words apart.

    `boxed` is set on an entry of a check list, `sample` on a paragraph that a block of code or a table follows after a colon,
    `module` on the heading of a part of the product, with features of its own below it.
    """

    shape: Shape
    parts: list[tuple[int, str]]
    depth: int = 0
    mark: str = ""
    boxed: bool = False
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    above: tuple["Block", ...] = ()
    parent: "Block | None" = None
    children: list["Block"] = field(default_factory=list)
    quoted: bool = False
    sample: bool = False
    module: bool = field(default=False, compare=False)
    _words: tuple[int, str, str] = field(default=(0, "", ""), compare=False, repr=False)

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
        known, raw, _ = self._words
        return raw if known == len(self.parts) else self._joined()[1]

    @property
    def text(self) -> str:
        """The block's words on one line."""
        known, _, plain_words = self._words
        return plain_words if known == len(self.parts) else self._joined()[2]

    def _joined(self) -> tuple[int, str, str]:
        """How many parts there are and their words, raw and plain; kept, because every rule asks for them."""
        raw = " ".join(words for _, words in self.parts).strip()
        self._words = (len(self.parts), raw, plain(raw))
        return self._words
