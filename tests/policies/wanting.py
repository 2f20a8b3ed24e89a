"""What the newest entries of a run want done."""

from policies import effects as f
from policies.effects import effects_of
from tests.policies.journey import Journey


def wanted(j: Journey, since: int) -> tuple[f.Effect, ...]:
    """What the records from `since` on want."""
    return effects_of(j.run, j.recorded[since:])
