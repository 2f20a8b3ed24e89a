"""A person takes a unit over by being assigned to its issue, and gives it back by being taken off it."""

from policies.stages import Stage, UnitState
from tests.stories.losing import wake
from tests.stories.serving import meanwhile
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import REPO, REPOSITORY, Play


async def assign(play: Play, issue: int, *logins: str, by: str = "raj") -> None:
    """Somebody assigns these people to an issue, and nobody else."""
    await play.person(by).do("PATCH", f"{REPO}/issues/{issue}", {"assignees": list(logins)})
    await play.settled()


async def test_a_unit_is_theirs_from_the_assignment_until_they_close_its_issue(play: Play) -> None:
    run = await delivering(play, "U-01", "U-06")
    issue = run.units["U-01"].issue
    patchset = patchset_of(run, "U-01")

    await assign(play, issue, "tess")

    taken = (await play.run()).units["U-01"]
    assert taken.state is UnitState.TAKEN
    assert taken.holder is not None
    assert taken.holder.login == "tess"
    told = await play.newest("turn", thread=issue)
    assert "@tess, U-01 is yours" in told.body
    assert "PS-1 cannot be approved any more" in told.body
    card = await play.card()
    assert "🟣 with `@tess`" in card.body
    assert "0 of 2 units ended; 1 in people’s hands" in card.body

    # An old yes and a wish come to nothing, and say so.
    refused = await play.says("raj", f"/approve PS-1 {patchset.digest[:12]}", thread=issue)
    assert "-1" in refused.reactions or "confused" in refused.reactions
    await play.says("raj", "/refine name it Shelf", thread=issue)
    assert any("in the hands of `@tess`" in each.body for each in await play.ours("turn", thread=issue))
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]

    await play.closes("tess", issue)

    after = await play.run()
    assert after.units["U-01"].state is UnitState.DONE
    # The settings wait for no skeleton any more; what stands in their base is a person's now.
    assert after.units["U-06"].state is not UnitState.QUEUED


async def test_taken_off_again_the_unit_goes_on_with_another_version(play: Play) -> None:
    run = await delivering(play, "U-03")
    issue = run.units["U-03"].issue
    await assign(play, issue, "tess")

    await assign(play, issue)

    back = await play.run()
    patchset = patchset_of(back, "U-03")
    assert (patchset.number, patchset.version) == ("PS-1", 2)
    assert back.units["U-03"].holder is None
    assert "🟣" not in (await play.card()).body
    pull = await approve_unit(play, "U-03")
    assert pull.branch == "signalbox/run-1-u-03-v2"


async def test_a_unit_that_waits_for_others_can_be_taken_and_passed_on(play: Play) -> None:
    run = await delivering(play, "U-01", "U-06")
    issue = run.units["U-06"].issue
    assert run.units["U-06"].state is UnitState.QUEUED

    await assign(play, issue, "tess")
    await assign(play, issue, "raj")

    holder = (await play.run()).units["U-06"].holder
    assert holder is not None
    assert holder.login == "raj"

    await assign(play, issue)

    assert (await play.run()).units["U-06"].state is UnitState.QUEUED


async def test_whoever_is_assigned_to_look_after_a_pull_request_takes_nothing_over(play: Play) -> None:
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await assign(play, run.units["U-03"].issue, "tess")

    unit = (await play.run()).units["U-03"]
    assert unit.holder is None
    await play.ci(pull.commit_sha, "success")
    await play.merges("raj", pull.number)
    assert (await play.run()).stage is Stage.DONE


async def test_a_wish_while_somebody_looks_after_the_pull_request_is_carried_out(play: Play) -> None:
    run = await delivering(play, "U-03")
    issue = run.units["U-03"].issue
    pull = await approve_unit(play, "U-03")
    await assign(play, issue, "tess")

    await play.says("raj", "/refine name it Shelf", thread=issue)
    await wake(play, "later")

    unit = (await play.run()).units["U-03"]
    assert (unit.state, unit.holder, unit.versions) == (UnitState.WAITING_USER_APPROVAL, None, 2)

    await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"state": "closed"})
    await play.settled()
    await wake(play, "later")

    holder = (await play.run()).units["U-03"].holder
    assert holder is not None
    assert holder.login == "tess"


async def test_an_assignment_while_the_unit_was_being_written_counts_once_the_write_came_to_nothing(
    play: Play,
) -> None:
    """Its pull request would have spoken for the unit; the yes was taken back right before the branch."""
    run = await delivering(play, "U-03")
    issue, patchset = run.units["U-03"].issue, patchset_of(run, "U-03")
    raj = play.person("raj")
    word = 0

    async def act() -> None:
        await raj.do("PATCH", f"{REPO}/issues/{issue}", {"assignees": ["tess"]})
        await raj.do("DELETE", f"{REPO}/issues/comments/{word}", None)

    done = meanwhile(play.recorder, "POST /git/commits", act)
    await play.github.control("/webhooks", hold=True)
    word = await raj.comment(REPOSITORY, issue, f"/approve PS-1 {patchset.digest[:12]}")
    await play.github.control("/webhooks", hold=False)
    await play.settled()

    assert done()
    after = (await play.run()).units["U-03"]
    assert after.state is UnitState.TAKEN
    assert after.holder is not None
    assert after.holder.login == "tess"
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
