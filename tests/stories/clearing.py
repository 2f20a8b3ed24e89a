"""How the stories about approvals begin, and how they see that nothing came of one."""

from policies import entries as e
from policies.run import Run, Version
from policies.stages import Stage
from tests.stories.prds import TOOLS
from tests.stories.stage import Play


async def proposed(play: Play) -> Version:
    """A plan is up for approval."""
    await play.opens("mona", TOOLS)
    return plan_of(await play.run())


def plan_of(run: Run) -> Version:
    """The plan that waits."""
    assert run.stage is Stage.PLAN_PROPOSED
    assert run.plan is not None
    return run.plan


async def refusals(play: Play) -> list[str]:
    """The codes of what was refused, in order."""
    found = (await play.look()).entries("command_refused")
    return [entry.code for entry in found if isinstance(entry, e.CommandRefused)]


async def nothing_moved(play: Play, plan: Version) -> None:
    """The plan still waits, and nothing was written."""
    run = await play.run()
    assert plan_of(run) == plan
    assert run.approvals == ()
    assert await play.branches() == ["main"]
    assert await play.pulls() == []
