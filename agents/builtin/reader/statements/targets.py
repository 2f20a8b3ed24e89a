"""The number a statement asks for: `at most 200 ms`, `99.9 %`, `$5 a month`, `3秒以内`."""

import re
from functools import lru_cache

from agents.builtin.reader.words.occurring import by_first_letter
from agents.schemas.requirements import Target

_WORDED = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBER_WORDS = {word: float(max(index, 1)) for index, word in enumerate(_WORDED)} | {
    "half a": 0.5,
    "half an": 0.5,
}
_LESS = (
    "<",
    "under",
    "below",
    "less than",
    "fewer than",
    "unter",
    "moins de",
    "menos de",
    "meno di",
    "minder dan",
    "poniżej",
    "menos que",
    "小于",
    "低于",
    "少于",
    "менее",
)
_MORE = (
    ">",
    "more than",
    "over",
    "greater than",
    "above",
    "mehr als",
    "plus de",
    "más de",
    "meer dan",
    "超过",
    "大于",
    "более",
)
_AT_LEAST = (
    ">=",
    "≥",
    "at least",
    "minimum of",
    "min of",
    "minimum",
    "min",
    "no less than",
    "mindestens",
    "au moins",
    "al menos",
    "pelo menos",
    "almeno",
    "minstens",
    "co najmniej",
    "至少",
    "不低于",
    "не менее",
    "最低",
)
_AT_MOST = (
    "<=",
    "≤",
    "at most",
    "up to",
    "no more than",
    "not exceed",
    "not more than",
    "within",
    "maximum of",
    "max of",
    "maximum",
    "max",
    "höchstens",
    "maximal",
    "innerhalb von",
    "au plus",
    "como máximo",
    "no máximo",
    "al massimo",
    "hoogstens",
    "binnen",
    "不超过",
    "最多",
    "不得超过",
    "не более",
    "최대",
)
_EXACT = ("=", "~", "≈", "about", "around", "approximately")
_SIGNS = sorted((*_LESS, *_MORE, *_AT_LEAST, *_AT_MOST, *_EXACT), key=len, reverse=True)
_WORDS = [re.escape(sign) for sign in _SIGNS if sign[0].isascii() and sign[0].isalpha()]
_OTHERS = [re.escape(sign) for sign in _SIGNS if not (sign[0].isascii() and sign[0].isalpha())]
_SIGN = rf"\b(?:{by_first_letter(_WORDS)})\b|{'|'.join(_OTHERS)}"
_UNIT = (
    r"%|percent\b|ms\b|milliseconds?|µs|us\b|microseconds?|s\b|secs?\b|seconds?|minutes?|mins?\b"
    r"|hours?|hrs?\b|h\b|days?|weeks?|months?|years?"
    r"|kb|mb|gb|tb|kib|mib|gib|mi\b|gi\b|fps|rps|qps|tps|ops/sec|requests?(?:/s| per second)|req/s|px\b|€|eur\b|usd\b|dollars?|euros?|£"
    r"|(?:concurrent |simultaneous |active |daily )?"
    r"(?:users|requests|connections|sessions|players|devices|messages|records|rows|events|items|files"
    r"|clicks|taps|steps)"
    r"|毫秒|秒|分钟|小时|天|个月|人|초|분|시간|일\b|명"
    r"|sekunden?|minuten|stunden|tagen?|secondes?|segundos?|secondi|secondo|minuti|minutos|horas"
    r"|seconden|uur\b|sekund\w*|секунд\w*|минут\w*|часов|мс\b"
)
TARGET = re.compile(
    rf"(?:(?P<sign>{_SIGN})\s*)?(?:(?P<money>[$€£])\s?)?"
    # Nobody means more digits than these, and a search that begins in each of 19,000 takes minutes.
    r"(?P<number>(?<!\d)(?:\d{1,3}(?:[,\s]\d{3}){1,4}(?!\d)|\d{1,15}(?:[.,]\d{1,15})?(?!\d))"
    rf"|\b(?:{'|'.join(_WORDED[1:])})\b"
    r"|\bhalf an?\b|(?<=under )a\b|(?<=within )a\b|(?<=than )a\b|(?<=below )a\b)"
    r"\s?(?P<scale>[km](?=\s|\+|$)|million|thousand|万)?(?P<plus>\+)?"
    rf"(?:\s*(?P<unit>{_UNIT})|(?(money)|(?!)))"
    r"(?:\s?(?P<after>以内|以下|以上|이내|이하|이상|or (?:less|fewer|more|better)\b))?",
    re.IGNORECASE,
)
# Most statements have no number, and this is seen sooner than that none of them is a goal.
_ANY_NUMBER = re.compile(
    rf"\d|\b(?:{'|'.join(_WORDED[1:])})\b|(?:under|within|than|below|half) an?\b", re.IGNORECASE
)
TIME = re.compile(r"(?:ms|milli|s|sec|min|m|hour|h|day|week|month|year)\w*$", re.IGNORECASE)
SIZE = re.compile(r"(?:[kmgt]i?b|[mg]i|rows|records|items|files|messages|events)$", re.IGNORECASE)
# Nothing has to be that slow; such a time is how long something has to be kept.
LONG = re.compile(r"(?:month|year|monat|jahr|mois|mes|año|anno)\w*$", re.IGNORECASE)
# So is a time after which something is gone: `deleted after 90 days`.
RETAINED = re.compile(
    r"\b(?:deletes?d?|removed?s?|purged?s?|kept|keeps?|retain(?:ed|s)?|archived?s?|erased?s?"
    r"|expires?)\b.{0,40}\b"
    r"(?:after|for|within)\b"
    r"|\bgelöscht\b|\baufbewahrt\b",
    re.IGNORECASE,
)
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "万": 1e4}
AFTER = {
    "以内": "<=",
    "以下": "<=",
    "이내": "<=",
    "이하": "<=",
    "less": "<=",
    "fewer": "<=",
    "以上": ">=",
    "이상": ">=",
    "more": ">=",
    "better": ">=",
}


@lru_cache(maxsize=4096)
def target_of(text: str) -> Target | None:
    """The first measurable goal in the words, its number and its unit read."""
    if not _ANY_NUMBER.search(text):
        return None
    counted = [each for each in TARGET.finditer(text) if _counts(each)]
    if not counted:
        return None
    first = counted[0]
    found = next(filter(_bounds_time, counted), first) if _amount(first) else first
    said = found["number"].casefold()
    number = NUMBER_WORDS.get(said) or float(re.sub(r"[,\s](?=\d{3}\b)", "", said).replace(",", "."))
    percentile = re.search(r"\bp\d{2}\b", text.casefold())
    return Target(
        comparison=_comparison(found),
        quantity=number * SCALES.get((found["scale"] or "").casefold(), 1.0),
        unit=(found["unit"] or found["money"]).casefold(),
        qualifier=percentile[0] if percentile else "",
    )


def _counts(found: re.Match[str]) -> bool:
    """Whether a number is a goal; one in words is only one before a unit of time: `within two seconds`, not `two files`."""
    return found["number"].casefold() not in NUMBER_WORDS or bool(TIME.match(found["unit"] or ""))


def _amount(found: re.Match[str]) -> bool:
    """Whether a number only says how much goes in: `1 GB log in < 20 s`."""
    return not (found["sign"] or found["after"] or found["plus"]) and bool(SIZE.match(found["unit"] or ""))


def _bounds_time(found: re.Match[str]) -> bool:
    return bool(found["sign"] or found["after"]) and bool(TIME.match(found["unit"] or ""))


def _comparison(found: re.Match[str]) -> str:
    sign = (found["sign"] or "").casefold()
    if found["after"]:
        return AFTER[found["after"].split()[-1]]
    if found["plus"] or sign in _AT_LEAST:
        return ">="
    if sign in _LESS:
        return "<"
    if sign in _MORE:
        return ">"
    return "<=" if sign in _AT_MOST else "="
