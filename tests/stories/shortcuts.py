"""The way to where a story begins, walked by the people and the App as in every other run."""

from policies.run import PatchsetSeen, PullRequest, Run, UnitRun
from policies.stages import Stage, UnitState
from tests.stories.prds import TOOLS
from tests.stories.stage import Play


async def plan_proposed(play: Play, prd: str = TOOLS) -> Run:
    """A plan waits for approval."""
    await play.opens("mona", prd)
    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    return run


async def backlog_proposed(play: Play, prd: str = TOOLS) -> Run:
    """Raj has approved the plan, and a backlog waits for approval."""
    run = await plan_proposed(play, prd)
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    run = await play.run()
    assert run.stage is Stage.BACKLOG_PROPOSED
    return run


async def delivering(play: Play, *units: str, prd: str = TOOLS) -> Run:
    """Raj has approved the backlog, or only these units of it, and their issues stand."""
    run = await backlog_proposed(play, prd)
    assert run.backlog is not None
    narrowed = f" --only {' '.join(units)}" if units else ""
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}{narrowed}")
    run = await play.run()
    assert run.stage is Stage.DELIVERING
    return run


def patchset_of(run: Run, unit: str) -> PatchsetSeen:
    """The patchset of a unit that waits for approval."""
    waiting = run.units[unit]
    assert waiting.state is UnitState.WAITING_USER_APPROVAL
    assert waiting.patchset is not None
    return waiting.patchset


async def approve_unit(play: Play, unit: str, who: str = "raj") -> PullRequest:
    """Somebody approves a unit's patchset in the unit's issue; the pull request that comes of it."""
    run = await play.run()
    patchset = patchset_of(run, unit)
    line = f"/approve {patchset.number} {patchset.digest[:12]}"
    await play.says(who, line, thread=run.units[unit].issue)
    run = await play.run()
    number = run.units[unit].pull_request
    assert number is not None, (run.units[unit], run.overlay_reason)
    return run.pull_requests[number]


async def merge_unit(play: Play, unit: str) -> UnitRun:
    """The unit's patchset is approved, its checks go green, and Raj merges it."""
    pull = await approve_unit(play, unit)
    await play.ci(pull.commit_sha, "success")
    await play.merges("raj", pull.number)
    return (await play.run()).units[unit]
