"""A run that is woken looks for itself at what no delivery has told."""

from hashlib import sha256

import pytest

from policies.entries import PrdChanged, PullRequestEnded
from policies.stages import UnitState
from tests.stories.losing import ALL, forget, lose, standing, wake
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import approve_unit, delivering, plan_proposed
from tests.stories.stage import REPO, Play


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "closed"])
async def test_a_woken_run_sees_that_a_pull_request_has_ended(play: Play, *, merged: bool) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await lose(play, ALL)
    if merged:
        await play.merges("raj", pull.number)
    else:
        await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"state": "closed"})
    await play.settled()
    await forget(play)
    await wake(play, "later")
    run = await play.run()
    assert run.units["U-01"].state is (UnitState.DONE if merged else UnitState.NEEDS_HUMAN)
    assert f"{'merged' if merged else 'closed'}/{pull.number}" in run.causes
    (ended,) = (await play.look()).entries("pull_request_ended")
    assert isinstance(ended, PullRequestEnded)
    assert ended.by.login == "raj"


async def test_a_woken_run_sees_what_checks_came_to(play: Play) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await lose(play, ALL)
    await play.ci(pull.commit_sha, "failure")
    await wake(play, "red")
    assert (await play.run()).units["U-01"].state is UnitState.CHECKS_RED
    await lose(play, ALL)
    await play.ci(pull.commit_sha, "success")
    await wake(play, "green")
    assert (await play.run()).pull_requests[pull.number].checks == "green"


async def test_a_woken_run_sees_a_push_to_its_branch_whose_webhook_was_lost(play: Play) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await lose(play, ALL)
    await play.commits("raj", {"by-hand.txt": "1\n"}, branch=pull.branch)
    await forget(play)

    await wake(play, "later")

    assert f"somebody pushed to `{pull.branch}`" in (await play.run()).overlay_reason


async def test_a_woken_run_sees_that_the_prd_was_edited(play: Play) -> None:
    run = await plan_proposed(play)
    await lose(play, ALL)
    path = f"{REPO}/issues/{play.issue}"
    for text, occasion in (
        (TOOLS + "\n- FR-9: more\n", "one"),
        (TOOLS, "two"),
        (TOOLS + "\n- FR-9: more\n", "three"),
    ):
        await play.person("mona").do("PATCH", path, {"body": text})
        await forget(play)
        await wake(play, occasion)
        assert (await play.run()).prd_sha256 == sha256(text.encode()).hexdigest()
    assert (await play.run()).plan_is_behind
    changed = (await play.look()).entries("prd_changed")
    # The first was found without a delivery, and GitHub does not tell who edited an issue, so nobody is named.
    assert [each.by.login for each in changed if isinstance(each, PrdChanged)] == ["ghost", "mona", "mona"]
    assert run.prd_sha256 == sha256(TOOLS.encode()).hexdigest()


@pytest.mark.parametrize(
    ("reason", "state"), [("completed", UnitState.DONE), ("not_planned", UnitState.DROPPED)]
)
async def test_a_woken_run_sees_that_a_units_issue_was_closed(
    play: Play, reason: str, state: UnitState
) -> None:
    run = await delivering(play, "U-01", "U-02")
    await lose(play, ALL)
    await play.closes("raj", run.units["U-02"].issue, reason=reason)
    await forget(play)
    await wake(play, "later")
    assert (await play.run()).units["U-02"].state is state


async def test_a_woken_run_sees_who_has_a_unit_now(play: Play) -> None:
    run = await delivering(play, "U-02")
    path = f"{REPO}/issues/{run.units['U-02'].issue}"
    await lose(play, ALL)
    for assignees, state, occasion in (
        (["tess"], UnitState.TAKEN, "taken"),
        (["tess"], UnitState.TAKEN, "still"),
        ([], UnitState.WAITING_USER_APPROVAL, "back"),
    ):
        await play.person("raj").do("PATCH", path, {"assignees": assignees})
        await forget(play)
        await wake(play, occasion)
        assert (await play.run()).units["U-02"].state is state
    assert len((await play.look()).entries("unit_taken")) == 1


async def test_waking_a_run_that_lacks_nothing_changes_nothing(play: Play) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await play.ci(pull.commit_sha, "success")
    before = await standing(play)
    written = len([call for call in play.recorder.calls if call.method != "GET"])
    await wake(play, "one")
    await wake(play, "two")
    await wake(play, "two")
    assert await standing(play) == before
    changes = [call for call in play.recorder.calls if call.method != "GET"][written:]
    assert [call.path for call in changes if not call.path.endswith("/access_tokens")] == []


async def test_only_runs_that_are_not_over_are_woken(play: Play) -> None:
    await plan_proposed(play)
    assert await play.app.sweep.runs.wake("one") == 1
    await play.settled()
    await play.says("raj", "/signalbox stop")
    assert await play.app.sweep.runs.wake("two") == 0
