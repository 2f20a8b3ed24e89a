"""A run that waits for a person and hears nothing for an hour says once more whose turn it is, and never again for that silence."""

from bot.events import event
from bot.place import Place
from policies.stages import UnitState
from tests.stories.losing import redelivered, wake
from tests.stories.modelled import settled_anew
from tests.stories.shortcuts import delivering, plan_proposed
from tests.stories.stage import REPOSITORY, Play

HOUR = 3600.0
QUIET = "It has been quiet here since"


async def nudges(play: Play) -> list[str]:
    return [each.body for each in await play.ours("turn") if QUIET in each.body]


async def patient(play: Play, seconds: float = HOUR) -> None:
    await settled_anew(play, nudge_seconds=seconds)


async def test_an_hour_of_silence_is_answered_with_one_word(play: Play) -> None:
    await patient(play)
    run = await plan_proposed(play)
    assert run.plan is not None
    await play.passes(HOUR - 900)
    assert await nudges(play) == []

    await play.passes(960)

    (said,) = await nudges(play)
    assert "Your turn, anyone with write access (cc @tess): approve or refine plan v1" in said
    assert f"`/approve plan {run.plan.digest[:12]}`" in said
    assert (await play.look()).records[-1].type == "nudged"
    for _ in range(3):
        await play.passes(HOUR + 60)
    assert len(await nudges(play)) == 1


async def test_whatever_happened_meanwhile_begins_the_hour_anew(play: Play) -> None:
    await patient(play)
    await plan_proposed(play)
    await play.passes(HOUR / 2)
    await play.says("raj", "/refine drop FR-1")
    await play.passes(HOUR / 2 + 60)
    assert await nudges(play) == []

    await play.passes(HOUR / 2)

    assert len(await nudges(play)) == 1
    await play.says("raj", "/refine drop FR-2")
    await play.passes(HOUR + 60)
    assert len(await nudges(play)) == 2


async def test_a_patchset_that_waits_brings_the_line_that_approves_it(play: Play) -> None:
    await patient(play)
    patchset = (await delivering(play, "U-03")).units["U-03"].patchset
    assert patchset is not None

    await play.passes(HOUR + 60)

    (said,) = await nudges(play)
    line = f"/signalbox approve {patchset.number} {patchset.digest[:12]}"
    assert line in said
    await play.says("raj", line)
    assert (await play.run()).units["U-03"].state is not UnitState.WAITING_USER_APPROVAL


async def test_a_pause_an_end_and_the_operators_switch_keep_it_silent(play: Play) -> None:
    await patient(play)
    await plan_proposed(play)
    await play.says("raj", "/pause until Monday")
    await play.passes(HOUR + 60)
    await play.says("raj", "/resume")
    await play.says("raj", "/stop")
    await play.passes(HOUR + 60)
    assert await nudges(play) == []

    await patient(play, 0)
    await plan_proposed(play)
    await play.passes(2 * HOUR)
    assert await nudges(play) == []


async def test_a_lost_database_and_deliveries_that_come_again_bring_neither_two_nor_none(play: Play) -> None:
    await patient(play)
    await plan_proposed(play)
    await play.lose_database()
    await wake(play, "after the loss")
    await play.passes(HOUR + 60)
    assert len(await nudges(play)) == 1
    before = await play.run()

    await play.lose_database()
    await wake(play, "after the second loss")
    await redelivered(play)
    await play.passes(HOUR + 60)

    assert len(await nudges(play)) == 1
    assert (await play.run()).length == before.length


async def test_a_timer_that_comes_three_times_is_one_nudge(play: Play) -> None:
    await patient(play)
    run = await plan_proposed(play)
    await play.passes(HOUR + 60)
    installation = play.registered.installation_id
    place = Place(installation, run.repository_id, REPOSITORY, play.issue)
    for time in range(2):
        again = event(
            place, name="quiet", id_=f"quiet/again/{time}", fields={"length": run.length}, now=play.now()
        )
        await play.app.queue.put(again)
        await play.settled()

    assert len(await nudges(play)) == 1
    assert (await play.run()).length == run.length + 1
