"""Two statements of a document that cannot both hold, and the choices that remain."""

from typing import NamedTuple

from agents.schemas.requirements import Entry, Requirement

# How every question about two statements ends that cannot both hold.
HOLDS = "Which one holds?"
# Lines that stand so near each other stand under one heading.
NEAR = 15


class Contradiction(NamedTuple):
    """Two statements, what they disagree about, and the choices; the first choice is taken by default when it is `safe`.

    A `minor` one is asked only where nothing weightier is. `asks` is the question where the usual one does not fit.
    """

    about: str
    first: str
    second: str
    changes: str
    options: tuple[str, ...]
    lines: tuple[int, ...]
    safe: bool = True
    minor: bool = False
    asks: str = ""


def between(about: str, first: Entry, second: Entry, changes: str, options: tuple[str, ...]) -> Contradiction:
    """The contradiction of two statements, found at the first line of each."""
    lines = tuple(sorted({*first.lines[:1], *second.lines[:1]}))
    return Contradiction(about, first.text, second.text, changes, options, lines)


def stand_apart(one: Entry, other: Entry) -> bool:
    """Whether two functions stand under two headings, be they called alike, so that each may have a number of its own."""
    if not (isinstance(one, Requirement) and isinstance(other, Requirement) and one.area and other.area):
        return False
    far = one.lines and other.lines and abs(one.lines[0] - other.lines[0]) > NEAR
    return one.area != other.area or bool(far)
