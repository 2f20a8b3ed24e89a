"""A base that moves under a patchset is noticed when it moves: the patchset is drawn again, and it is said why."""

from policies import entries as e
from policies.stages import UnitState
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import Play


async def test_a_patchset_that_waits_is_drawn_again_when_its_paths_move(play: Play) -> None:
    run = await delivering(play, "U-02", "U-03")
    before = patchset_of(run, "U-03")

    moved = await play.commits("raj", {"docs/scope.md": "# Scope, by hand\n"})

    after = await play.run()
    (again,) = (await play.look()).entries("drawn_again")
    assert isinstance(again, e.DrawnAgain)
    assert (again.unit, again.source) == ("U-03", "base")
    said = (await play.ours("turn", thread=run.units["U-03"].issue))[1]
    assert "`main` moved under `docs/scope.md`" in said.body
    unit = after.units["U-03"]
    if unit.patchset is not None and unit.state is UnitState.WAITING_USER_APPROVAL:
        assert (unit.patchset.version, unit.patchset.base_sha) == (2, moved)
    assert (
        unit.patchset is None or unit.patchset.digest != before.digest or unit.state is UnitState.NEEDS_HUMAN
    )
    # The other unit's paths are as they were.
    assert patchset_of(after, "U-02") == patchset_of(run, "U-02")


async def test_a_push_elsewhere_changes_nothing(play: Play) -> None:
    run = await delivering(play, "U-03")
    await play.commits("raj", {"elsewhere.txt": "By hand.\n"})
    assert patchset_of(await play.run(), "U-03") == patchset_of(run, "U-03")
    assert (await approve_unit(play, "U-03")).branch == "signalbox/run-1-u-03-v1"


async def test_a_push_where_nothing_is_planned_costs_one_look_and_then_none(play: Play) -> None:
    await play.opens("mona", "Nothing yet.", label=False)
    await play.commits("raj", {"one.txt": "1\n"})
    before = len(play.recorder.calls)
    await play.commits("raj", {"two.txt": "2\n"})
    assert len(play.recorder.calls) == before
