"""The numbers a statement gives, brought to one unit of each kind, so that those of two statements can be compared."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from agents.builtin.reader.words.nouns import singular

SECONDS: Final = {
    "ms": 0.001,
    "msec": 0.001,
    "millisecond": 0.001,
    "s": 1.0,
    "sec": 1.0,
    "second": 1.0,
    "min": 60.0,
    "minute": 60.0,
    "h": 3600.0,
    "hr": 3600.0,
    "hrs": 3600.0,
    "hour": 3600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "month": 2_592_000.0,
    "year": 31_536_000.0,
}
BYTES: Final = {"kb": 1e3, "kib": 1e3, "mb": 1e6, "mib": 1e6, "gb": 1e9, "gib": 1e9, "tb": 1e12}
MONEY = frozenset({"euro", "dollar", "eur", "usd", "pound", "gbp", "chf"})
# Behind a number they are no unit of it.
NO_UNIT = frozenset("a an and as at by for from if in is of on or per that the time times to with x".split())  # noqa: SIM905  # a list of words reads best as one string
SCALES = {"": 1.0, "k": 1e3, "thousand": 1e3, "million": 1e6}
WORDED = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),  # noqa: SIM905  # see above
        start=1,
    )
}
NUMBER = re.compile(
    # Scripts without spaces write a number right behind a word.
    r"(?:(?<![\w.,:-])|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]))(?P<money>[$€£])?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{'|'.join(WORDED)})\b)(?![:\d])(?:(?P<scale>k\b)| ?(?P<scaled>million|thousand)\b)?[ -]?"
    r"(?:(?P<how>concurrent|simultaneous|active|daily|monthly|registered|open) )?(?P<unit>%|[^\W\d_]+)?",
    re.IGNORECASE,
)
# Behind such words a number is a name, `version 3`, `WCAG 2.1`, or counts what stands right there: `all three fields`.
NAMES = re.compile(
    r"\b(?:level|version|section|step|phase|tier|rule|wcag|v|port|all|these|those|http|iso|top|article|art|no|#)[ .:]?$",
    re.IGNORECASE,
)

# What stands before the number: how much there may be, or must.
AT_MOST = (
    "at most",
    "up to",
    "no more than",
    "not more than",
    "within",
    "under",
    "less than",
    "fewer than",
    "maximum",
    "maximum of",
    "max",
    "max.",
    "below",
    "smaller than",
)
AT_LEAST = (
    "at least",
    "no less than",
    "not less than",
    "more than",
    "minimum",
    "minimum of",
    "min",
    "min.",
    "over",
    "above",
    "longer than",
)


def _before(words: tuple[str, ...], signs: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, words))})|[{signs}]=?)\s*$", re.IGNORECASE)


LONGEST_BOUND = 24
BOUNDS = (("<", _before(AT_MOST, "<≤")), (">", _before(AT_LEAST, ">≥")))
ENDLESS = re.compile(
    r"\bunlimited\b"
    r"|\bno (?:usage |daily )?limits?\b"
    r"|\bwithout (?:any )?limits?\b"
    r"|\bany number\b"
    r"|\bas many as they want\b"
    r"|\bunbegrenzt\w*",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b\d[\d,.]{0,20} (?:[\w-]+ ){1,4}?(?:per|a|each) (?:day|week|month|hour|year)\b"
    r"|\b(?:up to|at most|maximum of|max\.?) \d[\d,.]{0,20}(?: [\w-]+){1,2}",
    re.IGNORECASE,
)
HOLDS = re.compile(r" (?:holds?|stor(?:es?|ed)|keeps?|kept|contains?|handles?|supports?|saved?) ")
# In some time, of each, or at one time: a number of its own. `Each member` at the beginning is any member.
RATE = re.compile(
    r"(?<=\w) (?:per |each |every |an? (?=(?:second|minute|hour|day|night|week|month|quarter|year|user|person) ))"
    r"([^\W\d_]+)"
)
AT_ONCE = re.compile(r" (?:immediately|concurrent(?:ly)?|at a time) ")


class Amount(NamedTuple):
    """So much of something: `time` in seconds, `bytes`, `percent`, `money`, or things by their name."""

    of: str
    quantity: float
    # `<` for at most, `>` for at least, nothing where it is not said.
    bound: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts things."""
        return self.of not in {"time", "bytes", "percent", "money"}


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of a text in their order."""
    for each in NUMBER.finditer(text):
        if NAMES.search(text[max(0, each.start() - 12) : each.start()]):
            continue
        number = each["number"].casefold()
        quantity = WORDED.get(number) or float(number.replace(",", ""))
        of, size = _unit(singular((each["unit"] or "").casefold()), money=bool(each["money"]))
        if of:
            bound = next(
                (
                    sign
                    for sign, words in BOUNDS
                    if words.search(text[max(0, each.start() - LONGEST_BOUND) : each.start()])
                ),
                "",
            )
            scale = SCALES[(each["scale"] or each["scaled"] or "").casefold()]
            yield Amount(of, quantity * size * scale, bound)


def _unit(unit: str, *, money: bool) -> tuple[str, float]:
    if money or unit in MONEY:
        return "money", 1.0
    if unit in {"%", "percent"}:
        return "percent", 1.0
    if unit in SECONDS:
        return "time", SECONDS[unit]
    if unit in BYTES:
        return "bytes", BYTES[unit]
    return ("", 1.0) if unit in NO_UNIT else (unit, 1.0)
