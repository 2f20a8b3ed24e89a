"""Whether a unit is tried once more without a person's word, or handed to people with what was tried."""

from collections.abc import Sequence

from policies import entries as e
from policies.entries.rounds import Source
from policies.run import UnitRun

# How often a unit is tried again in all since a person last said what to do: for red checks, a review, or a base that moved.
MOST_ATTEMPTS = 3
_LONGEST = 4000


def another_round(  # noqa: PLR0913 - an attempt has these parts, each named by the caller
    unit: UnitRun, source: Source, why: str, *, feedback: str = "", signature: str = "", grave: bool = False
) -> e.DrawnAgain | e.GivenUp:
    """One more attempt, unless it is enough.

    `why` is half a sentence for people. What is `grave` and still there after the last attempt is for people for good.
    Later answers are people's words, so they are always another attempt.
    """
    reason = "" if source == "answer" else enough(unit, why, signature=signature)
    if reason:
        return e.GivenUp(unit=unit.id, reason=reason[:500], tried=tried(unit), for_good=grave)
    return e.DrawnAgain(
        unit=unit.id, source=source, why=why[:500], feedback=feedback[:_LONGEST], signature=signature
    )


def were(things: Sequence[str], happened: str) -> str:
    """The half sentence that says why another attempt is made: “R-1 and R-2 were amended”."""
    return f"{' and '.join(things)} {'was' if len(things) == 1 else 'were'} {happened}"


def enough(unit: UnitRun, why: str, *, signature: str = "") -> str:
    """Why no further attempt is made: three were, or the same failure came a second time; empty while there is one left.

    The count begins anew with a person's word, but a failure that was seen before it is not tried again either.
    """
    known = {*(each.signature for each in unit.rounds), *(each.signature for each in unit.failures)}
    if signature and signature in known:
        return f"the same failure came twice: {why}"
    if len(_attempts(unit)) >= MOST_ATTEMPTS:
        return f"{MOST_ATTEMPTS} attempts were made, and there it is again: {why}"
    return ""


def tried(unit: UnitRun) -> tuple[str, ...]:
    """What brought about each attempt so far, oldest first."""
    return tuple(each.why for each in unit.rounds)


def _attempts(unit: UnitRun) -> list[str]:
    return [each.why for each in unit.rounds if each.source != "answer"]
