"""Whether a unit is tried once more without a person's word, or handed to people with what was tried."""

from policies import entries as e
from policies.entries.rounds import Source
from policies.run import UnitRun

# How often a unit is drawn again for red checks and reviews together, and how often for a base that moved.
MOST_ROUNDS = 3
_FIXES = frozenset({"checks", "review"})
_LONGEST = 4000


def another_round(  # noqa: PLR0913 - an attempt has these parts, each named by the caller
    unit: UnitRun, source: Source, why: str, *, feedback: str = "", signature: str = "", grave: bool = False
) -> e.DrawnAgain | e.GivenUp:
    """One more attempt, while fewer than three were made; the same failure a second time ends them at once.

    `why` is half a sentence for people. What is `grave` and still there after the last attempt is for people for good.
    Later answers are people's words, so they are not counted.
    """
    counted = [each for each in unit.rounds if _together(each.source, source)]
    fixed = unit.failures if source in _FIXES else ()
    tried = (*(each.why for each in unit.rounds), *("a fix for red checks" for _ in fixed))
    if signature and any(each.signature == signature for each in counted):
        reason = f"the same failure came again: {why}"
        return e.GivenUp(unit=unit.id, reason=reason[:500], tried=tried, for_good=grave)
    if source != "answer" and len(counted) + len(fixed) >= MOST_ROUNDS:
        reason = f"{MOST_ROUNDS} attempts were made, and there it is again: {why}"
        return e.GivenUp(unit=unit.id, reason=reason[:500], tried=tried, for_good=grave)
    return e.DrawnAgain(
        unit=unit.id, source=source, why=why[:500], feedback=feedback[:_LONGEST], signature=signature
    )


def _together(one: Source, other: Source) -> bool:
    return one == other or {one, other} <= _FIXES
