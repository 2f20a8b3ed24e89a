"""The way from the chapters of a document to a statement: the headings above it, and the words that announce its list."""

from collections.abc import Iterable, Iterator, Mapping

from agents.builtin.reader.text.announcing import announcers
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.words import nature

# More words than these are a sentence, and name nothing.
LONGEST_LABEL = 5


def trails(found: Iterable[Block], *, title: Block | None) -> Mapping[int, tuple[str, ...]]:
    """First line of each block that is no heading -> what stands above it, from the outside in, without the `title`."""
    known: dict[int, tuple[str, ...]] = {}
    for block in found:
        if block.shape != "heading" and block.first not in known:
            headings = (each.text for each in block.above if each is not title)
            known[block.first] = (*headings, *_labels(block))
    return known


def _labels(block: Block) -> Iterator[str]:
    """The entries above this one that only announce others: `Stash management:`."""
    for above in announcers(block):
        lead, words = split_lead(above.raw)
        if above.text.endswith((":", "：")) and nature.size(above.text) <= LONGEST_LABEL:
            yield above.text
        elif lead and not words.strip(" :："):
            yield lead
