"""Entries about trying again without a person's word, and about stopping to."""

from typing import Literal

from policies.entries.base import EntryBase

Source = Literal["checks", "review", "base", "answer"]


class DrawnAgain(EntryBase):
    """A unit goes back to its proposer: `why` is for people, `feedback` what the proposer is told to mend.

    `source` is what brought it about: red checks, a review, a base that moved under it, or a later answer. `signature`
    names a failure, so that the same one is known when it comes again.
    """

    type: Literal["drawn_again"] = "drawn_again"
    unit: str
    source: Source
    why: str
    feedback: str = ""
    signature: str = ""


class GivenUp(EntryBase):
    """No further attempt is made at a unit: why, and what was tried, oldest first; `for_good` when `/retry` is no way on."""

    type: Literal["given_up"] = "given_up"
    unit: str
    reason: str
    tried: tuple[str, ...] = ()
    for_good: bool = False
