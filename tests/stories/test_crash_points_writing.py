"""From the approval to the pull request every change goes wrong in every way once; what is written is written once."""

import pytest

from policies.stages import Stage
from tests.stories.mishaps import KINDS, STEP, Kind, Struck, through
from tests.stories.prds import NO_QUESTIONS
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play


# A change that never left is tried again like one whose answer was lost, only that nothing is found there.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not-sent"])
@pytest.mark.parametrize("first", range(STEP))
async def test_from_the_approval_to_the_pull_request_any_change_may_go_wrong(
    asleep: Play, kind: Kind, first: int
) -> None:
    play = asleep
    port = Struck(play.recorder, changes=True)
    play.port = port
    await play.start()
    number, calls, struck = first, first + 1, set[str]()
    while number < calls:
        run = await plan_proposed(play, NO_QUESTIONS)
        assert run.plan is not None
        port.arm(number, kind)
        line = f"/approve plan {run.plan.digest[:12]}"
        said = await play.person("raj").comment(REPOSITORY, play.issue, line)
        await through(play, port)
        calls = port.count if number == first else calls
        struck.add(port.struck)
        where = f"{kind} at change {number}: {port.struck}"
        run = await play.run()
        assert run.stage is Stage.BACKLOG_PROPOSED, where
        assert run.overlay is None, where
        assert len(run.approvals) == 1, where
        assert (await play.comment(said)).reactions == {"eyes": 1, "rocket": 1}, where
        assert [pull.subject for pull in run.pull_requests.values()] == ["plan"], where
        assert [comment.kind for comment in await play.comments()] == ["card", "turn", "", "turn"], where
        ours = f"signalbox/run-{play.issue}-"
        assert [name for name in await play.branches() if name.startswith(ours)] == [f"{ours}plan-v1"], where
        pulls = [pull for pull in await play.pulls() if pull["head"]["ref"].startswith(ours)]
        assert [pull["number"] for pull in pulls] == list(run.pull_requests), where
        assert await play.labels() == ["signalbox/your-turn"], where
        assert await play.app.queue.dead_letters() == (), where
        # The next run has the same PRD, and an open one would make it a duplicate.
        await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"state": "closed"})
        number += STEP
    # Later runs know tokens and make a call or two less, so the last numbers may strike nothing.
    assert len(struck - {""}) >= (calls - first) // STEP // 2
