"""A second machine is started with the same App and keys by mistake, and reads back everything that the first has done."""

from policies.stages import Stage
from tests.stories.losing import standing
from tests.stories.mishaps import Struck
from tests.stories.second_machine import beside
from tests.stories.serving import Serving
from tests.stories.shortcuts import backlog_proposed, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play


async def test_a_second_machine_does_nothing_that_the_first_has_done(play: Play) -> None:
    """The run's record on GitHub holds what each delivery came to, so that whoever comes later has nothing left to decide."""
    await backlog_proposed(play)
    before, writes = await standing(play), await play.content_writes()
    second = await Serving.begin(beside(play), clock=play.now, port=play.recorder)
    try:
        first, play._serving = play._serving, second
        read = await second.app.sweep.read_back()
        await play.settled()
        # The label and the yes; what the gates came to is the App's own word.
        assert read == 2
        assert await second.app.queue.dead_letters() == ()
    finally:
        play._serving = first
        await second.stop()

    assert await standing(play) == before
    assert await play.content_writes() == writes
    # The first goes on as if nothing had been.
    run = await play.run()
    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")
    assert (await play.run()).stage is Stage.DELIVERING


async def test_two_machines_that_sign_the_same_entry_number_stop_the_run_and_say_so(play: Play) -> None:
    """The first is killed after it signed and before it showed; the second decides; the first comes back with what it kept."""
    run = await plan_proposed(play)
    assert run.plan is not None
    port = Struck(play.recorder, changes=True)
    await play.stop()
    play.port = port
    await play.start()
    # Two tokens and 👀 come before; the entries are signed and kept by then.
    port.arm(3, "killed-before")
    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {run.plan.digest[:12]}")
    await port.killing.wait()
    assert port.struck == f"PATCH {REPO}/issues/comments/{(await play.card()).id}"
    port.gone()
    await play.crash()
    port.disarm()
    second = await Serving.begin(beside(play), clock=play.now, port=play.recorder)
    play._serving = second
    play.wait(60)
    await second.app.sweep.read_back()
    await play.settled()
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    writes = await play.content_writes()
    await second.stop()

    play.broken = True
    await play.start()
    await play.settled()
    (given_up,) = await play.app.queue.dead_letters()
    play.dead = (given_up.why,)

    assert "entry 9: the comments do not hold it as it was recorded" in given_up.why
    (said,) = await play.ours("reply")
    assert "Entry 9 does not hold" in said.body
    assert await play.content_writes() == writes
