"""A patchset is looked at together with the newest fifty that other units brought; what is older is named, never forgotten."""

from dataclasses import replace

import pytest

from policies.earlier import MOST, compared
from policies.run import Run
from policies.stages import UnitState
from tests.policies.journey import until


def run_of(units: int) -> Run:
    """A run whose units U-01, U-02, … each have one approved patchset that is not written yet, PS-1 the oldest."""
    j = until("proposed")
    j.approve("PS-1")
    first = j.unit("U-01")
    assert first.patchset is not None
    made = {}
    for number in range(1, units + 1):
        seen = replace(first.patchset, number=f"PS-{number}", digest=f"{number:064x}", seq=100 + number)
        made[f"U-{number:02d}"] = replace(first, id=f"U-{number:02d}", patchset=seen)
    return replace(j.run, units=made)


@pytest.mark.parametrize(
    ("units", "older"),
    [
        (1, ()),
        (2, ()),
        (MOST, ()),
        (MOST + 1, ()),
        (MOST + 2, ("PS-1",)),
        (MOST + 4, ("PS-1", "PS-2", "PS-3")),
    ],
    ids=ascii,
)
def test_the_newest_fifty_are_compared_and_the_rest_is_named(units: int, older: tuple[str, ...]) -> None:
    last = f"U-{units:02d}"
    brought, unread = compared(run_of(units), last)

    assert unread == older
    assert len(brought) == min(units - 1, MOST)
    numbers = [seen.number for _, seen in brought]
    assert [*older, *numbers] == [f"PS-{number}" for number in range(1, units)]


def test_what_nobody_approved_is_not_compared() -> None:
    run = run_of(3)
    waiting = replace(run.units["U-01"], approval=None, state=UnitState.WAITING_USER_APPROVAL)
    brought, _ = compared(replace(run, units={**run.units, "U-01": waiting}), "U-03")
    assert [unit_id for unit_id, _ in brought] == ["U-02"]
