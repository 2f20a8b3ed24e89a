"""Which of the wishes somebody said still stand, where a later one takes the last of them back."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from agents.builtin.wording import plain

_UNDO = re.compile(
    r"undo(?: (?:(?:that|it|this)|(?:the |my )?(?:last|latest|previous) (?:change|refinement|wish|edit|one)|the change))?(?: again)?|"
    r"(?:take|roll) (?:that|it|the last (?:change|one)) back|go back to (?:the )?(?:previous|last|old)(?: version| plan| backlog)?",
    re.IGNORECASE,
)
_UNDO_ALL = re.compile(
    r"undo (?:everything|all|all of (?:it|them|that)|(?:all )?(?:my|the|our) (?:changes|wishes|refinements|edits))|start (?:over|again|afresh)|"
    r"(?:(?:go|roll) back to|undo to|restore) (?:(?:plan |backlog )?v(?:ersion )?1|the (?:first|original)(?: version| plan| backlog| one)?)",
    re.IGNORECASE,
)
# `actually, keep it`, said after something was dropped.
_KEEP = re.compile(
    r"(?:keep|leave) (?:it|that|this|them|those)(?: in)?(?: (?:after all|anyway|then|in the plan|as (?:it|they) (?:was|were)))?",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """Whether the words take wishes back: the last one, or all."""
    said = plain(text)
    return _UNDO.fullmatch(said) is not None or _UNDO_ALL.fullmatch(said) is not None


class Standing(NamedTuple):
    """A wish that counts, by its place among all; `takes_back` are the places of those it undoes, none when none was left."""

    place: int
    takes_back: tuple[int, ...] | None = None


def standing(wishes: Sequence[str]) -> tuple[Standing, ...]:
    """The wishes that count, in order; one that was taken back is not among them."""
    found: list[Standing] = []
    for place, text in enumerate(wishes):
        left = [each for each in found if each.takes_back is None]
        if not takes_back(text) and not _keeps(text, [wishes[each.place] for each in left]):
            found.append(Standing(place))
            continue
        gone = left if _UNDO_ALL.fullmatch(plain(text)) else left[-1:]
        found = [each for each in found if each not in gone]
        found.append(Standing(place, tuple(each.place for each in gone)))
    return tuple(found)


def _keeps(text: str, before: Sequence[str]) -> bool:
    """Whether `keep it` takes back that something was left out."""
    return _KEEP.fullmatch(plain(text)) is not None and plain(before[-1] if before else "").startswith(
        ("drop ", "defer ")
    )
