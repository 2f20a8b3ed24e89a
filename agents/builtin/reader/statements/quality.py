"""Which quality a sentence is about."""

import re
from functools import lru_cache
from typing import get_args

from agents.builtin.reader.words.nature import STRONG
from agents.builtin.reader.words.occurring import Occurring, occurring
from agents.builtin.reader.words.quality_words import WORDS
from agents.builtin.reader.words.quality_words_abroad import ABROAD
from agents.schemas.requirements import Category

ALL = tuple((category, f"{words}|{ABROAD[category]}") for category, words in WORDS)
PATTERNS: tuple[tuple[Category, Occurring], ...] = tuple(
    (category, occurring(words)) for category, words in ALL
)
# Most statements are about none of them, which is seen sooner of all words together.
ANY = occurring("|".join(words for _, words in ALL))
NAMES: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile(rf"\b{category[:7]}", re.IGNORECASE))
    for category in get_args(Category)
    if category != "other"
)
SPLIT_AT_MOST = 400


@lru_cache(maxsize=8192)
def category_of(text: str) -> Category | None:
    """The quality the words are about, or None."""
    for category, pattern in PATTERNS if ANY.search(text) else ():
        if pattern.search(text):
            return category
    return None


def category_named(heading: str) -> Category | None:
    """The quality a heading or a lead names (`Performance:`), or None."""
    for category, pattern in NAMES:
        if pattern.search(heading):
            return category
    return category_of(heading)


# `…; errors shall be logged`, `…, and must not crash the page`: where a second demand begins.
JOINT = re.compile(r"[;；]\s+|,\s+and\s+(?=(?:it |they )?(?:shall|must)\b)")


def halves(text: str) -> tuple[str, ...]:
    """The statement cut where it binds a second time; it stays whole where one half does not bind."""
    parts = (
        [part.strip() for part in JOINT.split(text[:SPLIT_AT_MOST])] if len(text) <= SPLIT_AT_MOST else [text]
    )
    binding = (
        len(parts) > 1 and all(map(STRONG.search, parts)) and all(len(part.split()) > 2 for part in parts)
    )
    return tuple(part[:1].upper() + part[1:] for part in parts) if binding else (text,)


def several(text: str) -> tuple[tuple[Category | None, str], ...]:
    """The statement cut at an “and” between two different qualities; usually it stays whole."""
    if len(text) > SPLIT_AT_MOST:
        return ((None, text),)
    for found in re.finditer(r"\s+and\s+", text):
        left, right = text[: found.start()], text[found.end() :]
        first, second = category_of(left), category_of(right)
        if first and second and first != second and len(right.split()) >= 2:
            return ((first, left), (second, right[:1].upper() + right[1:]))
    return ((None, text),)
