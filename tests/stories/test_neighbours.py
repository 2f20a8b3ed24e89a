"""Where another bot listens to `/approve`, that short form is not ours, and what we print says so."""

from tests.stories.clearing import nothing_moved, proposed
from tests.stories.stage import Play

CHECK = {".github/workflows/approve.yml": "on: issue_comment\njobs: {a: {uses: x/agent-approval-check@v1}}\n"}


async def test_the_short_form_that_another_bot_owns_is_off_and_help_says_so(play: Play) -> None:
    await play.commits("raj", CHECK)
    plan = await proposed(play)

    said = await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert said.reactions == {}
    await nothing_moved(play, plan)

    await play.says("raj", "/help")
    help_ = (await play.newest("reply")).body
    assert f"`/signalbox approve plan {plan.digest[:12]}`" in help_
    assert "`/refine" in help_
    assert "but for those of approve: another bot in this repository listens to them" in help_

    await play.says("raj", f"/signalbox approve plan {plan.digest[:12]}")
    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]


async def test_a_repository_that_says_always_is_taken_at_its_word(play: Play) -> None:
    await play.commits("raj", {**CHECK, ".github/signalbox.yml": "commands:\n  short: always\n"})
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]
