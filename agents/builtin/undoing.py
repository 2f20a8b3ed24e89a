"""Which of the wishes somebody said still stand, where a later one takes the last of them back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.builtin.wording import plain

_UNDO = re.compile(
    r"undo(?: (?:(?:that|it|this)|(?:the |my )?(?:last|latest|previous) (?:change|refinement|wish|edit|one)|the change))?(?: again)?|"
    r"(?:take|roll) (?:that|it|the last (?:change|one)) back|go back to (?:the )?(?:previous|last|old)(?: version| plan| backlog)?",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """Whether the words take the last wish back."""
    return _UNDO.fullmatch(plain(text)) is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """A wish that counts, by its place among all; `takes_back` is the place of the one it undoes, -1 for none left."""

    place: int
    takes_back: int | None = None


def standing(wishes: Sequence[str]) -> tuple[Standing, ...]:
    """The wishes that count, in order; one that was taken back is not among them."""
    found: list[Standing] = []
    for place, text in enumerate(wishes):
        if not takes_back(text):
            found.append(Standing(place))
            continue
        last = next((each for each in reversed(found) if each.takes_back is None), None)
        if last is not None:
            found.remove(last)
        found.append(Standing(place, last.place if last else -1))
    return tuple(found)
