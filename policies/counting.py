"""A number and what it counts, as people say it, lists of words, and what one list holds more often than another."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def count(number: int, thing: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def beyond(new: Iterable[Thing], old: Iterable[Thing]) -> tuple[Thing, ...]:
    """What `new` holds and `old` does not; what both hold counts as often as `new` holds it more often."""
    before, found = list(old), []
    for each in new:
        if each in before:
            before.remove(each)
        else:
            found.append(each)
    return tuple(found)


def listed(words: Sequence[str]) -> str:
    """`1`, `1 and 3`, `1, 2 and 3`."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
