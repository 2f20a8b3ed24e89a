"""From the label to the plan every call goes wrong in every way once; the end is the same, and nothing is there twice."""

import pytest

from policies.stages import Stage
from tests.stories.mishaps import KINDS, STEP, Kind, Struck, through
from tests.stories.prds import NO_QUESTIONS
from tests.stories.stage import REPO, Play


async def labelled(play: Play, port: Struck) -> None:
    """The label, and whatever comes of it."""
    path = f"{REPO}/issues/{play.issue}/labels"
    await play.person("tess").do("POST", path, {"labels": ["signalbox"]})
    await through(play, port)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", range(STEP))
async def test_from_the_label_to_the_plan_any_call_may_go_wrong(asleep: Play, kind: Kind, first: int) -> None:
    play = asleep
    port = Struck(play.recorder, changes=False)
    play.port = port
    await play.start()
    number, calls, struck = first, first + 1, set[str]()
    while number < calls:
        await play.opens("mona", NO_QUESTIONS, label=False)
        port.arm(number, kind)
        await labelled(play, port)
        # The first run tells how many calls there are; later ones know more tokens, and make fewer.
        calls = port.count if number == first else calls
        struck.add(port.struck)
        where = f"{kind} at call {number}: {port.struck}"
        run = await play.run()
        assert run.stage is Stage.PLAN_PROPOSED, where
        assert run.overlay is None, where
        assert [plan.number for plan in run.plans] == [1], where
        assert [comment.kind for comment in await play.comments()] == ["card", "turn"], where
        assert await play.labels() == ["signalbox/your-turn"], where
        issue = await play.person("raj").do("GET", f"{REPO}/issues/{play.issue}")
        assert (issue["reactions"]["eyes"], issue["reactions"]["rocket"]) == (1, 1), where
        assert await play.app.queue.dead_letters() == (), where
        # The next run has the same PRD, and an open one would make it a duplicate.
        await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"state": "closed"})
        number += STEP
    # Later runs know tokens and make a call or two less, so the last numbers may strike nothing.
    assert len(struck - {""}) >= (calls - first) // STEP // 2
