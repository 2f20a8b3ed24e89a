"""Where the short form of a command counts: not where another bot listens to it, and everywhere where the settings say so."""

import pytest

from tests.stories.clearing import nothing_moved, proposed
from tests.stories.losing import lose
from tests.stories.prds import TOOLS
from tests.stories.stage import Play

FILE = ".github/signalbox.yml"
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
    await play.commits("raj", {**CHECK, FILE: "commands:\n  short: always\n"})
    plan = await proposed(play)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]


@pytest.mark.parametrize("push", ["is told", "is lost"])
async def test_settings_that_let_short_forms_count_everywhere_count_for_the_first_of_them(
    play: Play, *, push: str
) -> None:
    await proposed(play)  # So the settings of this repository are remembered.
    issue = await play.opens("mona", TOOLS, label=False)
    calls = len(play.recorder.calls)
    assert (await play.says("raj", "/plan")).reactions == {}
    assert len(play.recorder.calls) == calls

    if push == "is lost":
        await lose(play, 1)
        await play.commits("raj", {FILE: "commands:\n  short: always\n"})
        play.wait(60)
    else:
        await play.commits("raj", {FILE: "commands:\n  short: always\n"})
    assert (await play.says("raj", "/plan")).reactions == {"eyes": 1, "rocket": 1}
    assert (await play.run()).key.issue == issue


async def test_a_path_in_a_comment_elsewhere_costs_a_look_at_the_settings_and_no_more(play: Play) -> None:
    await proposed(play)
    await play.opens("mona", TOOLS, label=False)
    play.wait(60)
    calls = len(play.recorder.calls)
    await play.says("raj", "It is in src/app.py, see https://example.org/why.")
    about = [call.path for call in play.recorder.calls[calls:]]
    assert about[0].endswith(FILE)
    assert {(call.method, "/issues/" in call.path) for call in play.recorder.calls[calls:]} == {
        ("GET", False)
    }
