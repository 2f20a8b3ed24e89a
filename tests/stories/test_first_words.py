"""What is said where the App has not read a repository's settings yet: after a start, and always in a web process of its own."""

from policies.stages import Stage
from tests.stories.prds import TOOLS
from tests.stories.stage import Play


async def test_a_short_form_that_counts_everywhere_counts_before_the_settings_were_ever_read(
    play: Play,
) -> None:
    await play.commits("raj", {".github/signalbox.yml": "commands:\n  short: always\n"})
    await play.opens("mona", TOOLS, label=False)
    await play.says("tess", "/plan")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_a_short_form_that_does_not_count_there_starts_nothing(play: Play) -> None:
    await play.opens("mona", TOOLS, label=False)
    await play.says("tess", "/plan")
    assert await play.ours() == []
