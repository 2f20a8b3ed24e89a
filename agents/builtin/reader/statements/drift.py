"""Paragraphs that are not about what their heading says: how things are before the wish, and what follows a finished list."""

import re
from collections.abc import Sequence
from itertools import takewhile

from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.laments import MIXED
from agents.builtin.reader.text.blocks import INLINE, Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words.technology import named_first
from agents.builtin.reader.words.tickets import GOES_WRONG
from agents.builtin.reader.words.topic import Topic

OF_ITS_OWN = re.compile(
    r"(?:performance|security|privacy|reliability|availability|accessibility|quality|tech(?:nology)?|stack|deadline|timeline"
    r"|budget|platforms?|languages?)\s*[:：]",
    re.IGNORECASE,
)
# After the name of what it is built with a sentence ends, or goes on to the next name.
BUILT_WITH = re.compile(r"\s*(?:\d[\w.]*\s*)?(?:[.,;(+/&]|and\b|$)")


def below_a_list(block: Block, place: Place, closed: set[int]) -> Place:
    """The place of a paragraph that stands below a list of exclusions and is none of them.

    `closed` are the headings below which such a list has begun; it grows while the blocks are gone through in their order.
    """
    if not block.above or (place.topic not in {"non_goal", "deferred"} and place.priority != "wont"):
        return place
    if block.shape == "item":
        closed.add(block.above[-1].first)
    elif (
        block.shape == "paragraph"
        and any(each.first in closed for each in block.above)
        and _speaks_of_else(block)
    ):
        return place._replace(topic=None, priority="unstated")
    return place


def _speaks_of_else(block: Block) -> bool:
    """Whether a paragraph is about a quality or about what the product is built with."""
    own = block.above[-1]
    text = f"{own.text.rstrip(' :')}: {block.text}" if own.mark == INLINE else block.text
    found = named_first(text)
    return OF_ITS_OWN.match(text) is not None or bool(found and BUILT_WITH.match(text, found.end()))


# Where a ticket says what shall be.
EXPECTED: frozenset[Topic | None] = frozenset({"functional", "feature", "acceptance"})


def first_wish(places: Sequence[tuple[Block, Place]]) -> int:
    """The line of the paragraph in which a text comes to what is wanted; 0 where it lists something before, or never does.

    Paragraphs before it tell how things are.
    """
    opening = takewhile(lambda one: one[0].shape == "paragraph" and one[1].topic != "functional", places)
    first = next((one for one in opening if casual.WANTING.search(one[0].text)), None)
    if first is None or first[1].topic not in MIXED or not casual.is_wish(first[0].text):
        return 0
    return first[0].first


def first_expected(places: Sequence[tuple[Block, Place]]) -> int:
    """The line in which a ticket comes to what is expected; 0 where it has no part of its own for that."""
    wanted = (block for block, place in places if block.above and place.topic in EXPECTED)
    first = next(wanted, None)
    return first.first if first else 0


def is_fault(block: Block) -> bool:
    """Whether a block of a ticket stands below what goes wrong now, or below what people take for its cause."""
    return bool(block.above) and GOES_WRONG.fullmatch(plain(block.above[-1].text)) is not None
