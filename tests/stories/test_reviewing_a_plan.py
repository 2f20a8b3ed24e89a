"""A review of the plan's pull request: its words and its comments on single lines are one wish, answered once."""

from typing import Any

from policies.run import Run
from policies.stages import Stage
from tests.stories.clearing import refusals
from tests.stories.losing import redelivered
from tests.stories.plan_lines import comments, on_line
from tests.stories.shortcuts import backlog_proposed
from tests.stories.shown_text import shown
from tests.stories.stage import REPO, Play


async def reviews(play: Play, who: str, event: str, body: str, *lines: dict[str, Any]) -> dict[str, Any]:
    """Somebody reviews the plan's pull request."""
    (number,) = (await play.run()).pull_requests
    review = {"event": event, "body": body, "comments": list(lines)}
    made: dict[str, Any] = await play.person(who).do("POST", f"{REPO}/pulls/{number}/reviews", review)
    return made


def untouched(before: Run, after: Run) -> bool:
    """Whether nothing was wished."""
    return (after.stage, after.plans, after.refinements, after.approvals) == (
        before.stage, before.plans, before.refinements, before.approvals,
    )  # fmt: skip


async def test_a_review_with_comments_on_lines_is_one_wish_however_often_it_is_told(play: Play) -> None:
    await backlog_proposed(play)
    lines = (
        await on_line(play, "- R-2 ", "Please remove this."),
        await on_line(play, "- R-3 ", "nice to have"),
    )
    said = len(await play.ours())

    await reviews(play, "raj", "REQUEST_CHANGES", "/refine add requirement: a member can rate a tool", *lines)
    await play.settled()

    run = await play.run()
    assert (run.stage, [plan.number for plan in run.plans]) == (Stage.PLAN_PROPOSED, [1, 2])
    (wish,) = run.refinements
    assert wish.by.login == "raj"
    assert f"> architecture_pack_summary.md, line {lines[0]['line']}: - R-2 " in wish.text
    told = [line for line in shown((await play.newest("turn")).body).splitlines() if line.startswith("- “")]
    assert told == [
        "- “add requirement: a member can rate a tool” (`@raj`): Added R-4.",
        "- “Please remove this.” (`@raj`): Dropped R-2; what was dropped now stands among the non-goals.",
        "- “nice to have” (`@raj`): R-3 is now “could”.",
    ]
    assert len(await play.ours()) == said + 1

    await redelivered(play)

    assert (await play.run()).refinements == (wish,)
    assert len(await play.ours()) == said + 1


async def pointers(play: Play, thread: int) -> list[str]:
    """The App's lines in a thread that point to where an answer stands, as people read them."""
    ours = [each for each in await play.comments(thread) if each.kind == "pointer"]
    return [each.body.split("\n", 1)[1] for each in ours]


async def test_the_pull_request_says_once_where_the_answer_to_a_review_stands(play: Play) -> None:
    await backlog_proposed(play)
    (number,) = (await play.run()).pull_requests

    await reviews(play, "raj", "COMMENT", "add requirement: a member can rate a tool")
    await play.settled()
    answer = f"{play.github.url}/acme/shop/issues/{play.issue}#issuecomment-{(await play.newest('turn')).id}"
    (told,) = await pointers(play, number)
    assert told.startswith(
        f"🔵 `@raj`: [plan v2]({answer}) says what came of your wish. This pull request stays"
    )

    await redelivered(play)
    assert await pointers(play, number) == [told]


async def test_two_people_who_review_at_once_are_both_heard(play: Play) -> None:
    await backlog_proposed(play)
    (number,) = (await play.run()).pull_requests

    await reviews(play, "raj", "COMMENT", "add requirement: a member can rate a tool")
    await reviews(play, "mona", "COMMENT", "drop R-2")
    await play.settled()

    assert await refusals(play) == []
    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    told = "".join(await pointers(play, number))
    assert "`@raj`" in told
    assert "`@mona`" in told
    asked = shown((await play.newest("turn")).body)
    assert "Dropped R-2" in asked


async def test_a_review_that_changes_nothing_is_pointed_to_what_is_said_of_it(play: Play) -> None:
    await backlog_proposed(play)
    (number,) = (await play.run()).pull_requests

    await reviews(play, "raj", "COMMENT", "please drop R-77")
    await play.settled()

    answer = f"/issues/{play.issue}#issuecomment-{(await play.newest('turn')).id}"
    (told,) = await pointers(play, number)
    assert answer in told
    assert told.startswith("🔵 `@raj`: [your wish changed nothing in plan v1](")
    assert told.endswith("), so that version stands.")


async def test_a_single_comment_on_a_line_is_a_wish_and_editing_it_is_none(play: Play) -> None:
    await backlog_proposed(play)

    made = await comments(play, "mona", await on_line(play, "- R-2 ", "drop this"))
    await play.settled()
    run = await play.run()
    assert [plan.number for plan in run.plans] == [1, 2]
    assert "“drop this” (`@mona`): Dropped R-2" in (await play.newest("turn")).body

    await play.person("mona").do("PATCH", f"{REPO}/pulls/comments/{made['id']}", {"body": "drop R-3"})
    await play.settled()
    assert untouched(run, await play.run())


async def test_a_comment_on_a_line_that_was_edited_before_it_was_read_is_not_read(play: Play) -> None:
    run = await backlog_proposed(play)
    line = await on_line(play, "- R-2 ", "drop this")
    await play.stop()
    made = await comments(play, "mona", line)
    play.wait(60)
    await play.person("raj").do("PATCH", f"{REPO}/pulls/comments/{made['id']}", {"body": "drop R-3"})
    await play.github.settle()
    await play.start()
    await redelivered(play)

    assert untouched(run, await play.run())
    assert await refusals(play) == ["SB-102"]


async def test_talk_in_a_thread_an_approving_review_and_strangers_ask_for_nothing(play: Play) -> None:
    before = await backlog_proposed(play)
    (number,) = before.pull_requests
    line = await on_line(play, "- R-2 ", "drop this")
    said = len(await play.comments(number)), len(await play.ours())

    first = await comments(play, "eve", line)
    answer = f"{REPO}/pulls/{number}/comments/{first['id']}/replies"
    await play.person("mona").do("POST", answer, {"body": "drop this, I agree"})
    await reviews(play, "raj", "APPROVE", "", line)
    bot = await play.registered.as_installation.post(
        f"{REPO}/pulls/{number}/reviews", {"event": "COMMENT", "body": "", "comments": [line]}
    )
    assert bot.status == 200
    await play.settled()

    assert untouched(before, await play.run())
    assert (len(await play.comments(number)), len(await play.ours())) == said


async def test_a_command_in_a_review_decides_nothing_and_is_told_where_it_counts(play: Play) -> None:
    before = await backlog_proposed(play)
    (number,) = before.pull_requests
    assert before.backlog is not None
    yes = f"/signalbox approve backlog {before.backlog.digest[:12]}"

    await comments(play, "raj", await on_line(play, "- R-2 ", yes))
    await play.settled()

    assert untouched(before, await play.run())
    (reply,) = [each for each in await play.comments(number) if each.kind]
    assert "I read a review as a wish and not as a command." in reply.body


async def test_a_flood_of_comments_on_lines_is_one_page_of_reading_and_no_wish(play: Play) -> None:
    before = await backlog_proposed(play)
    (number,) = before.pull_requests
    line = await on_line(play, "- R-2 ", "drop this")
    calls = len(play.recorder.calls)

    made = await reviews(play, "eve", "REQUEST_CHANGES", "drop R-3", *[line] * 120)
    await play.settled()

    assert untouched(before, await play.run())
    path = f"{REPO}/pulls/{number}/reviews/{made['id']}/comments"
    read = [call for call in play.recorder.calls[calls:] if call.path.partition("?")[0] == path]
    assert len(read) == 1
    assert len(play.recorder.calls) - calls < 12

    await reviews(play, "raj", "REQUEST_CHANGES", "drop R-3", *[line] * 100)
    await play.settled()
    assert untouched(before, await play.run())
    assert await refusals(play) == ["SB-118"]
