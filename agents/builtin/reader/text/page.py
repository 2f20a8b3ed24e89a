"""Whether a text is a page somebody typed, who speaks in it: everything is said once, and nothing is listed or defined."""

import re
from collections.abc import Iterable
from typing import Final

from agents.builtin.reader.text.blocks import Block

# So many words stand on a page at most.
WORDS: Final = 400
# And so many signs, as not every text has blanks.
SIGNS: Final = 6000
# Somebody speaks of what they want; in a story somebody else does.
SPEAKS: Final = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|[Ww]e|[Ww]e['’](?:re|d|ve|ll)|[Oo]urs?|[Mm]y|us|me)\b")
STORY: Final = re.compile(r"\W{0,8}(?:\*\*)?(?:[Aa]s an? |[Gg]iven |[Ww]hen |[Tt]hen )")


def is_typed(blocks: Iterable[Block]) -> bool:
    """Whether the blocks are few words, and somebody speaks in them."""
    told = [block.text for block in blocks]
    return is_page(told) and any(SPEAKS.search(text) for text in told if not STORY.match(text))


def is_page(told: list[str]) -> bool:
    """Whether texts are so few words that they stand on one page."""
    return sum(map(len, told)) <= SIGNS and sum(text.count(" ") + 1 for text in told) <= WORDS
