"""Numbers that people give for those an entry holds: `200 ms` in place of `300 ms`."""

import re

from agents.builtin.seldom import Seldom

_NUMBER = r"(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HEDGE = r"(?:at most|at least|under|below|over|above|up to|within|less than|more than|no more than|max(?:imum|\.)?|min(?:imum)?)"
_AMOUNT = Seldom(
    rf"(?P<hedge>{_HEDGE} )?(?<!\w)(?P<number>{_NUMBER})(?P<gap> ?)(?P<unit>%|[^\W\d_]+)?(?!\w)",
    re.IGNORECASE,
)
_SIZED = (
    ("%", "percent"),
    (
        "ms",
        "milliseconds",
        "s",
        "sec",
        "seconds",
        "min",
        "minutes",
        "h",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
    ),
)


def is_amount(text: str) -> bool:
    """Whether the words are a number, with or without what is counted, and nothing else."""
    return _AMOUNT.fullmatch(text.strip()) is not None


def with_amount(text: str, new: str) -> str | None:
    """The text with this amount in place of the only one of its kind; None where there is none, or more than one."""
    given = _AMOUNT.fullmatch(new.strip())
    if given is None:
        return None
    alike = [
        each for each in _AMOUNT.finditer(text) if _kind(each["unit"]) == _kind(given["unit"] or each["unit"])
    ]
    if len(alike) != 1:
        return None
    (old,) = alike
    unit = f"{given['gap']}{given['unit']}" if given["unit"] else f"{old['gap']}{old['unit'] or ''}"
    hedge = old["hedge"] or given["hedge"] or ""
    return f"{text[: old.start()]}{hedge}{given['number']}{unit}{text[old.end() :]}"


def _kind(unit: str | None) -> str:
    """`ms` and `seconds` measure the same; what is counted is its own kind."""
    word = (unit or "").casefold()
    same = next((names[0] for names in _SIZED if {word, f"{word}s"} & {*names}), None)
    return same or word.removesuffix("s")
