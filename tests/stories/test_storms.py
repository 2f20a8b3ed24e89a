"""A storm of comments: a stranger's is read a few times and never answered at length, and one comment is one decision."""

import asyncio
from hashlib import sha256

import pytest

from bot.queue_sqlite import SqliteQueue
from policies.entries import PrdChanged
from policies.stages import Stage, UnitState
from tests.stories.clearing import nothing_moved, proposed, refusals
from tests.stories.losing import ALL, forget, lose
from tests.stories.prds import TOOLS
from tests.stories.seen import NAME, OWNER
from tests.stories.shortcuts import delivering, patchset_of
from tests.stories.stage import GLANCE, REPO, REPOSITORY, Play


async def storm(play: Play, who: str, text: str, times: int) -> None:
    for _ in range(times):
        await play.person(who).comment(REPOSITORY, play.issue, text)
    await play.settled()


async def test_a_stranger_s_storm_makes_no_word_no_record_and_a_handful_of_reactions(play: Play) -> None:
    plan = await proposed(play)
    before, asked = await play.run(), [each.id for each in await play.ours()]
    calls = len(play.recorder.calls)

    await storm(play, "eve", f"/approve plan {plan.digest[:12]}", 60)

    assert (await play.run()).length == before.length
    assert [each.id for each in await play.ours()] == asked
    changes = [call for call in play.recorder.calls[calls:] if call.method != "GET"]
    assert len([call for call in changes if call.path.endswith("/reactions")]) == 6
    assert len(changes) - 6 <= 2  # a token, if the last one is old
    assert len(play.recorder.calls) - calls < 40
    await nothing_moved(play, plan)


async def test_a_storm_of_questions_is_answered_three_times(play: Play) -> None:
    await proposed(play)

    await storm(play, "eve", "/help", 30)

    assert len(await play.ours("reply")) == 3


async def cast_outside(play: Play, who: str) -> None:
    """An account without any ties to the repository, which is public, so that GitHub says they can read it."""
    await play.cast(**{who: "read"})
    repo = play.github.world.repo(OWNER, NAME)
    assert repo is not None
    del repo.collaborators[who]


@pytest.mark.parametrize(
    "text", ["/status", "/signalbox help", "/why R1", "/signalbox simulate approve plan"]
)
async def test_a_stranger_in_a_public_repository_cannot_make_the_app_talk(play: Play, text: str) -> None:
    await cast_outside(play, "kim")
    await proposed(play)
    before = await play.ours()

    said = await play.says("kim", text)

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await play.ours() == before


async def test_whoever_opened_an_issue_or_was_let_in_to_read_is_answered(play: Play) -> None:
    await cast_outside(play, "kim")
    opened = await play.opens("kim", TOOLS, label=False)
    await play.says("kim", "/signalbox help")
    await play.says("eve", "/signalbox help")
    assert [(await play.comment(each.id)).kind for each in await play.ours()] == ["reply", "reply"]
    assert opened == play.issue


async def test_in_a_storm_of_strangers_an_approver_is_heard(play: Play) -> None:
    plan = await proposed(play)
    await play.github.control("/webhooks", hold=True)
    for _ in range(40):
        await play.person("eve").comment(REPOSITORY, play.issue, "/stop")
    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {plan.digest[:12]}")

    await play.github.control("/webhooks", hold=False)
    await play.settled()

    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("says_so", [True, False], ids=["belongs", "hidden"])
async def test_four_strangers_do_not_silence_who_works_here(
    play: Play, monkeypatch: pytest.MonkeyPatch, *, restarts: bool, says_so: bool
) -> None:
    strangers = ("e1", "e2", "e3", "e4")
    await play.cast(**dict.fromkeys(strangers, "read"))
    plan = await proposed(play)
    if not says_so:  # GitHub calls somebody whose membership is hidden a stranger.
        monkeypatch.setattr("sandbox.shapes.issues.association", lambda *_: "NONE")
    if restarts:
        await play.says("raj", "/status")
        await play.crash()
        await play.start()
    for who in strangers:
        await storm(play, who, "/stop", 4)

    said = await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert [one.by.login for one in (await play.run()).approvals] == ["raj"]


async def test_in_a_storm_the_author_of_the_prd_is_heard(play: Play) -> None:
    strangers = ("e1", "e2", "e3", "e4")
    await play.cast(**dict.fromkeys(strangers, "read"))
    await proposed(play)
    for who in strangers:
        await storm(play, who, "/stop", 4)

    said = await play.says("mona", "/refine plan add the requirement: A member can search tools by name")

    assert said.reactions == {"eyes": 1, "rocket": 1}


async def test_ten_minutes_later_a_stranger_is_read_again(play: Play) -> None:
    await proposed(play)
    await storm(play, "eve", "/help", 10)
    play.wait(601)

    await play.says("eve", "/help")

    assert len(await play.ours("reply")) == 4


async def test_of_two_commands_of_which_one_cannot_be_neither_is_carried_out(play: Play) -> None:
    run = await delivering(play, "U-02", "U-03")
    first, second = patchset_of(run, "U-02"), patchset_of(run, "U-03")

    said = await play.says(
        "raj", f"/approve {first.number} {first.digest[:12]}\n\n/approve {second.number} 000000000000"
    )

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await refusals(play) == ["SB-201"]
    told = (await play.newest("turn")).body
    assert "Command 2 of 2 in that comment cannot be carried out, so none of them was." in told
    assert f"/signalbox approve {second.number} {second.digest[:12]}" in told
    run = await play.run()
    assert {run.units[each].state for each in ("U-02", "U-03")} == {UnitState.WAITING_USER_APPROVAL}

    line = f"/approve {first.number} {first.digest[:12]}\n\n/approve {second.number} {second.digest[:12]}"
    said = await play.says("raj", line)
    assert said.reactions == {"eyes": 1, "rocket": 1}
    run = await play.run()
    assert run.stage is Stage.DELIVERING
    assert {run.units[each].state for each in ("U-02", "U-03")} == {UnitState.PR_OPEN}


async def worked_off(play: Play) -> None:
    """Everything that is due has been dealt with; what is put off is still put off."""
    await play.github.settle()
    queue = play.app.queue
    assert isinstance(queue, SqliteQueue)
    for _ in range(10_000):
        if not queue._order._lanes:
            return
        await asyncio.sleep(GLANCE)
    raise AssertionError("the App is still at work")


async def test_a_storm_of_edits_leaves_four_records_and_the_last_text_counts(play: Play) -> None:
    await proposed(play)
    path = f"{REPO}/issues/{play.issue}"
    texts = [f"{TOOLS}\n- FR-{number}: more\n" for number in range(20, 45)]

    for text in texts:
        await play.person("mona").do("PATCH", path, {"body": text})
        await worked_off(play)
    changed = (await play.look()).entries("prd_changed")
    assert len(changed) == 3
    # The ten minutes end at any time from now.
    await play.settled(600.0)

    run = await play.run()
    assert run.prd_sha256 == sha256(texts[-1].encode()).hexdigest()
    changed = (await play.look()).entries("prd_changed")
    assert len(changed) == 4
    assert {each.by.login for each in changed if isinstance(each, PrdChanged)} == {"mona"}


async def test_an_edit_nobody_told_us_of_stops_an_approval(play: Play) -> None:
    plan = await proposed(play)
    await lose(play, ALL)
    await play.edits_issue("mona", f"{TOOLS}\n- FR-20: more\n")
    await forget(play)
    await lose(play, 0)

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-204"]
    await nothing_moved(play, plan)
