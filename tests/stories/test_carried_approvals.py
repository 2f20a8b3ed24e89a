"""A yes belongs to the run it was shown in: pasted into another run of the repository it clears nothing there."""

import pytest

from tests.stories.clearing import nothing_moved, plan_of, proposed, refusals
from tests.stories.prds import NO_QUESTIONS
from tests.stories.stage import Play


@pytest.mark.parametrize("target", ["plan ", ""], ids=["by name", "by digest alone"])
async def test_a_line_that_was_shown_in_one_run_clears_nothing_in_another(play: Play, target: str) -> None:
    first = await proposed(play)
    one = play.issue
    other = await play.opens("mona", NO_QUESTIONS)
    second = plan_of(await play.run())
    assert first.digest != second.digest

    for issue, digest in ((other, first.digest), (one, second.digest)):
        said = await play.says("raj", f"/approve {target}{digest[:12]}", thread=issue)
        assert said.reactions == {"eyes": 1, "confused": 1}

    for play.issue, plan in ((one, first), (other, second)):
        assert await refusals(play) == ["SB-201" if target else "SB-111"]
        await nothing_moved(play, plan)
