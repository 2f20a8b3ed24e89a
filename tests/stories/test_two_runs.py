"""Two runs in one repository: together they start no more than one would, and never two units that touch the same files."""

import pytest

from policies.run import Run
from policies.stages import UnitState
from tests.stories.losing import ALL, lose, wake
from tests.stories.shortcuts import delivering, merge_unit
from tests.stories.stage import Play

CHOIR = """# Choir calendar

A web service in which singers see rehearsals and concerts.

## Requirements

- A conductor can announce a rehearsal with a place and a time.
- A singer can say whether they come.
- A conductor can see who comes.

## Quality

- The calendar opens in under two seconds.
- Enough for 80 singers.

## Data

- Rehearsal: place, time
- Reply: singer, rehearsal, comes
"""
WAITS, READY = UnitState.WAITING_USER_APPROVAL, UnitState.READY


async def both(play: Play, first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, int]:
    """Two runs that deliver these units, the second begun after the first; their intake issues."""
    await delivering(play, *first)
    one = play.issue
    await play.opens("mona", CHOIR, title="A calendar for our choir")
    plan = (await play.run()).plan
    assert plan is not None
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    backlog = (await play.run()).backlog
    assert backlog is not None
    await play.says("raj", f"/approve backlog {backlog.digest[:12]} --only {' '.join(second)}")
    return one, play.issue


async def run_in(play: Play, issue: int) -> Run:
    play.issue = issue
    return await play.run()


def states(run: Run) -> dict[str, UnitState]:
    return {unit.id: unit.state for unit in run.units.values()}


async def test_a_unit_waits_for_the_files_that_another_run_holds_and_starts_when_they_are_free(
    play: Play,
) -> None:
    one, two = await both(play, ("U-03",), ("U-03", "U-02"))
    assert states(await run_in(play, two)) == {"U-03": READY, "U-02": WAITS}
    assert f"U-03 waits for the files of U-03 of #{one}" in (await play.card()).body

    await run_in(play, one)
    await merge_unit(play, "U-03")

    after = await run_in(play, two)
    # The file stands there by now, so there is nothing left to scaffold; but the unit had its turn.
    assert (after.units["U-03"].versions, after.units["U-03"].state) == (1, UnitState.NEEDS_HUMAN)
    assert "waits for the files" not in (await play.card()).body


@pytest.mark.parametrize("how", ["told", "found when the word is lost"])
async def test_both_together_have_no_more_under_way_than_one_may(play: Play, how: str) -> None:
    await play.commits("raj", {".github/signalbox.yml": "max_parallel_units: 1\n"})
    one, two = await both(play, ("U-03",), ("U-02",))
    assert states(await run_in(play, two)) == {"U-02": READY}
    assert f"U-02 waits for a place: 1 of 1 are taken, some by #{one}" in (await play.card()).body

    await run_in(play, one)
    if how == "told":
        await play.says("raj", "/stop")
    else:
        await lose(play, ALL)
        await play.lose_database()
        await wake(play, "after the loss")
        assert states(await run_in(play, two)) == {"U-02": READY}
        await run_in(play, one)
        await play.says("raj", "/stop")

    assert states(await run_in(play, two)) == {"U-02": WAITS}
