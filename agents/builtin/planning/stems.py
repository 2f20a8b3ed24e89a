"""Whether two texts say the same words: what people point at, a statement that was edited, a demand said twice.

Apart from `asking/roots.py`, which tells what a statement is about in whatever words: there one word stands for another, and
members are users. Here a word stands for itself alone, in any language, and whoever does it counts.
"""

import re

from agents.builtin.reader.words.nouns import singular

WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    "the and for with that this from shall must should will can system user users support supports provide allow new all any its not are into when only app service data feature features first version".split()  # noqa: SIM905  # a list of words reads best as one string
)


def words_of(text: str) -> frozenset[str]:
    """The telling words of a text, cut to their stems, each in the number it has: `everything about tools` is not every tool."""
    return frozenset(word[:7] for word in map(str.casefold, WORD.findall(text)) if word not in COMMON)


def telling(text: str) -> frozenset[str]:
    """The same with all nouns in the singular, so that a demand about one page and one about pages can be the same."""
    return words_of(" ".join(singular(word.casefold()) for word in WORD.findall(text)))
