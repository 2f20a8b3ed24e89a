"""Whether a text is a page somebody typed, in which everything is said once."""

from collections.abc import Iterable
from typing import Final

from agents.builtin.reader.text.blocks import Block

# So many words stand on a page at most.
WORDS: Final = 400


def is_page(blocks: Iterable[Block]) -> bool:
    """Whether the blocks are so few words that they list nothing and say everything once."""
    return sum(block.text.count(" ") + 1 for block in blocks) <= WORDS
