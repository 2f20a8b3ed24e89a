"""The telling words of a statement, by which two statements are compared."""

import re

from agents.builtin.reader.words.nouns import singular

WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    "the and for with that this from shall must should will can system user users support supports provide allow new all any its not are into when only app service data feature features first version".split()  # noqa: SIM905  # a list of words reads best as one string
)


def words_of(text: str) -> frozenset[str]:
    """The telling words of a statement, cut to their stems."""
    return frozenset(word[:7] for word in map(str.casefold, WORD.findall(text)) if word not in COMMON)


def telling(text: str) -> frozenset[str]:
    """The same of all nouns in the singular, so that one page and pages are about the same."""
    return words_of(" ".join(singular(word.casefold()) for word in WORD.findall(text)))
