"""Which quality a sentence is about, and the number it asks for."""

import re
from functools import lru_cache
from typing import get_args

from agents.builtin.reader.quality_words import WORDS
from agents.schemas.requirements import Category, Target

PATTERNS: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile("|".join(patterns), re.IGNORECASE)) for category, *patterns in WORDS
)
NAMES: tuple[tuple[Category, re.Pattern[str]], ...] = tuple(
    (category, re.compile(rf"\b{category[:7]}", re.IGNORECASE))
    for category in get_args(Category)
    if category != "other"
)
SIGN = r"(?P<sign><=|>=|≤|≥|<|>|=|~|≈|under|below|less than|fewer than|at most|up to|no more than|within|max(?:imum)?(?: of)?|at least|more than|over|min(?:imum)?(?: of)?|greater than|above|unter|höchstens|mindestens|moins de|au moins|menos de|al menos|小于|不超过|至少|低于|超过)"
UNIT = (
    r"(?P<unit>%|percent|ms|milliseconds?|µs|us|microseconds?|s\b|secs?\b|seconds?|minutes?|mins?\b|hours?|h\b|days?|weeks?|months?|years?"
    r"|kb|mb|gb|tb|kib|mib|gib|mi\b|gi\b|fps|rps|qps|tps|ops/sec|requests?(?:/s| per second)|req/s|(?:concurrent |simultaneous |active )?(?:users|requests|connections|sessions|players|devices|messages|records|rows|events|items|files|clicks|taps)"
    r"|秒|毫秒|分钟|小时|天|sekunden?|minuten|stunden|tagen?|secondes|segundos)"
)
TARGET = re.compile(
    rf"(?:{SIGN}\s*)?(?P<number>\d{{1,3}}(?:[,\s]\d{{3}})+|\d+(?:[.,]\d+)?)\s?(?P<scale>[km](?=\s|\+|$)|million|thousand)?(?P<plus>\+)?\s*{UNIT}",
    re.IGNORECASE,
)
SPLIT_AT_MOST = 400
LESS = frozenset(
    {"<", "under", "below", "less than", "fewer than", "unter", "moins de", "menos de", "小于", "低于"}
)
MORE = frozenset({">", "more than", "over", "greater than", "above", "超过"})
AT_LEAST = frozenset(
    {
        ">=",
        "≥",
        "at least",
        "min",
        "minimum",
        "minimum of",
        "min of",
        "mindestens",
        "au moins",
        "al menos",
        "至少",
    }
)
EQUAL = frozenset({"=", "~", "≈", ""})
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}


@lru_cache(maxsize=8192)
def category_of(text: str) -> Category | None:
    """The quality the words are about, or None."""
    for category, pattern in PATTERNS:
        if pattern.search(text):
            return category
    return None


def category_named(heading: str) -> Category | None:
    """The quality a heading or a lead names (`Performance:`), or None."""
    for category, pattern in NAMES:
        if pattern.search(heading):
            return category
    return category_of(heading)


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


def target_of(text: str) -> Target | None:
    """The first measurable goal in the words, its number and its unit read."""
    found = TARGET.search(text)
    if not found:
        return None
    number = float(re.sub(r"[,\s](?=\d{3}\b)", "", found["number"]).replace(",", "."))
    number *= SCALES.get((found["scale"] or "").casefold(), 1.0)
    sign = (found["sign"] or "").casefold()
    before = text[: found.start()].casefold().rstrip()
    percentile = re.search(r"\bp\d{2}\b", text.casefold())
    return Target(
        comparison=_comparison(sign, plus=bool(found["plus"]), before=before),
        quantity=number,
        unit=found["unit"].casefold(),
        qualifier=percentile[0] if percentile else "",
    )


def _comparison(sign: str, *, plus: bool, before: str) -> str:
    if plus or sign in AT_LEAST:
        return ">="
    if sign in LESS:
        return "<"
    if sign in MORE:
        return ">"
    if sign in EQUAL:
        return "="
    del before
    return "<="
