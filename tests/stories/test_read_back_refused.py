"""What was refused stays refused: a comment that bears our answer is no new command, whoever its author is by now."""

import pytest

from policies.stages import Overlay, Stage, UnitState
from tests.stories.clearing import nothing_moved, proposed
from tests.stories.losing import lose, standing, sweep
from tests.stories.prds import TOOLS
from tests.stories.second_machine import beside
from tests.stories.seen import OWNER
from tests.stories.serving import Serving
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, REPOSITORY, Play


async def second_machine(play: Play) -> int:
    """Another machine reads back all that was delivered; how many deliveries were new to it."""
    second = await Serving.begin(beside(play), clock=play.now, port=play.recorder)
    first, play._serving = play._serving, second
    try:
        read = await second.app.sweep.read_back()
        await play.settled()
        return read
    finally:
        play._serving = first
        await second.stop()


@pytest.mark.parametrize("again", ["the database is lost", "a second machine"])
async def test_what_a_reader_was_refused_counts_no_more_when_they_have_the_right(
    play: Play, *, again: str
) -> None:
    plan = await proposed(play)
    line = f"/approve plan {plan.digest[:12]}"
    asked = [await play.says("eve", each) for each in (line, "/stop", f"{line}\n/pause")]
    assert [said.reactions for said in asked] == [{"eyes": 1, "confused": 1}] * 3
    await play.cast(eve="admin")
    before = await standing(play)

    if again == "a second machine":
        assert await second_machine(play) >= 4
    else:
        await play.lose_database()
        await sweep(play)

    await nothing_moved(play, plan)
    assert await standing(play) == before
    assert [(await play.comment(said.id)).reactions for said in asked] == [{"eyes": 1, "confused": 1}] * 3
    # Said again, when a stranger's comments are read again, it counts.
    play.wait(601)
    assert (await play.says("eve", "/pause")).reactions == {"eyes": 1, "rocket": 1}
    assert (await play.run()).overlay is Overlay.PAUSED


@pytest.mark.parametrize("storm", ["of their own", "of others"])
@pytest.mark.parametrize("again", ["the database is lost", "a second machine"])
async def test_what_was_passed_over_in_a_storm_counts_no_more_when_its_author_has_the_right(
    play: Play, monkeypatch: pytest.MonkeyPatch, *, storm: str, again: str
) -> None:
    plan = await proposed(play)
    if storm == "of others":  # So that each of them is a stranger to begin with.
        monkeypatch.setattr("sandbox.shapes.issues.association", lambda *_: "NONE")
    strangers = ["eve"] if storm == "of their own" else ["e1", "e2", "e3", "e4"]
    await play.cast(**dict.fromkeys(strangers, "read"))
    for who in strangers:
        for _ in range(3):
            assert (await play.says(who, "/stop")).reactions == {"eyes": 1, "confused": 1}
    passed_over = await play.says("eve", f"/approve plan {plan.digest[:12]}")
    assert passed_over.reactions == {}
    await play.cast(eve="admin")

    if again == "a second machine":
        assert await second_machine(play) >= 5
    else:
        await play.lose_database()
        # It is told who she is now before it reads back what she said then.
        assert (await play.says("eve", "/status")).reactions == {"eyes": 1, "+1": 1}
        await sweep(play)

    await nothing_moved(play, plan)
    assert (await play.comment(passed_over.id)).reactions == {}


async def test_who_hides_that_they_belong_is_heard_although_the_queue_was_lost_before_it_was_worked_off(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.shapes.issues.association", lambda *_: "NONE")
    plan = await proposed(play)
    play.app.queue.wake()  # The loops end, so what comes now is acknowledged and stays undone.
    said = await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {plan.digest[:12]}")
    await play.github.settle()
    await play.lose_database()
    await sweep(play)
    assert (await play.comment(said)).reactions == {"eyes": 1, "rocket": 1}


async def test_a_reader_s_word_that_began_no_run_begins_none_later(play: Play) -> None:
    await play.opens("mona", TOOLS, label=False)
    said = await play.says("eve", "/signalbox plan")
    assert said.reactions == {"eyes": 1, "confused": 1}
    await play.cast(eve="admin")

    await play.lose_database()
    await sweep(play)

    assert await play.ours() == []
    await play.says("eve", "/signalbox plan")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_what_the_app_never_saw_counts_whatever_others_show_under_it(play: Play) -> None:
    plan = await proposed(play)
    await lose(play, 1)
    said = await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert said.reactions == {}
    for each in ("confused", "rocket"):
        path = f"{REPO}/issues/comments/{said.id}/reactions"
        await play.person("eve").do("POST", path, {"content": each})
    robot = await play.github.app(OWNER, name="robot", permissions={"issues": "write", "metadata": "read"})
    assert (await robot.as_installation.post(path, {"content": "confused"})).status == 201

    assert await play.app.sweep.read_back() == 1
    await play.settled()

    assert (await play.run()).approvals
    assert (await play.comment(said.id)).reactions == {"confused": 2, "rocket": 2, "eyes": 1}


async def test_a_lost_command_whose_comment_is_gone_before_it_is_read_back_was_taken_back(play: Play) -> None:
    plan = await proposed(play)
    await lose(play, 2)
    said = await play.person("raj").comment(REPOSITORY, play.issue, "/stop")
    await play.person("raj").do("DELETE", f"{REPO}/issues/comments/{said}")
    await play.settled()

    await sweep(play)

    await nothing_moved(play, plan)


async def test_an_answered_question_is_not_answered_again_and_costs_two_calls(play: Play) -> None:
    await proposed(play)
    said = await play.says("eve", "/status")
    assert said.reactions == {"eyes": 1, "+1": 1}
    replies = await play.ours("reply")
    await play.lose_database()
    calls = len(play.recorder.calls)

    await sweep(play)

    assert await play.ours("reply") == replies
    path = f"{REPO}/issues/comments/{said.id}/reactions"
    about = [call.method for call in play.recorder.calls[calls:] if call.path.partition("?")[0] == path]
    assert about == ["POST", "GET"]


async def test_an_issue_that_was_closed_and_opened_again_ends_no_unit_when_that_is_read_back(
    play: Play,
) -> None:
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    issue = (await play.run()).units["U-01"].issue
    await play.closes("raj", issue)
    await play.person("raj").do("PATCH", f"{REPO}/issues/{issue}", {"state": "open"})
    await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"state": "closed"})
    await play.settled()
    before = await standing(play)
    assert (await play.run()).units["U-01"].state is UnitState.NEEDS_HUMAN

    await second_machine(play)

    assert await standing(play) == before


async def test_a_yes_on_record_is_not_judged_again(play: Play) -> None:
    plan = await proposed(play)
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    before = await standing(play)
    await play.lose_database()
    calls = len(play.recorder.calls)

    await sweep(play)

    assert await standing(play) == before
    looks = [call.path for call in play.recorder.calls[calls:] if call.path.startswith(f"{REPO}/git/ref/")]
    assert looks == []
