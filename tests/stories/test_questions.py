"""Asking and answering: boxes that people tick, answers in words, and old versions that fold away."""

import re

import aiohttp
import pytest

from handlers import markers
from handlers.blocks import read_ledger
from handlers.ticks import box
from policies.chain import Broken
from policies.stages import Stage
from tests.stories.prds import PAID, TOOLS
from tests.stories.seen import REPOSITORY, Comment
from tests.stories.shortcuts import backlog_proposed, delivering, patchset_of
from tests.stories.stage import Play

DEMO_PRD = PAID + "\n## Open questions\n\n- Which country's tax rules come first?\n"


async def asks(play: Play, prd: str = PAID) -> Comment:
    """The comment with the questions that hold the run."""
    await play.opens("mona", prd)
    assert (await play.run()).stage is Stage.WAITING_ANSWERS
    return await play.newest("turn")


def ticked(body: str, question: str, letter: str) -> str:
    """The body with one box ticked."""
    mark = box(question, letter)
    assert mark in body
    return body.replace(mark, mark.replace("[ ]", "[x]"))


async def edits_to_come(play: Play, comment: int) -> int:
    """How often the App has edited this comment so far."""
    return len(play.calls("PATCH", f"/issues/comments/{comment}"))


async def answers(play: Play) -> dict[str, tuple[str, str]]:
    """Question -> the answer and who gave it."""
    return {reply.question: (reply.text, reply.by.login) for reply in (await play.run()).replies}


def whole(comment: Comment) -> bool:
    """Whether the comment still holds the record of its entry, last of those that came about with it."""
    found = read_ledger(comment.body)
    marker = markers.read(comment.body)
    told = marker.fields["seq"] if marker else ""
    return not isinstance(found, Broken) and bool(found) and str(found[-1].seq) == told


async def test_a_tick_on_the_page_is_an_answer_by_name_and_the_row_says_so(play: Play) -> None:
    asked = await asks(play)
    run = await play.run()
    question = next(q for q in run.questions if q.default is not None and len(q.choices) > 1)
    rows = asked.body.splitlines()
    line = next(n for n, row in enumerate(rows) if row.startswith(box(question.id, "b")))
    # Raj ticks the box on the page, as in the browser.
    page = f"{play.github.url}/{REPOSITORY}/issues/{play.issue}"
    async with aiohttp.ClientSession(cookies={"speaker": "raj"}) as browser:
        form = {"line": str(line), "speaker": "raj"}
        answer = await browser.post(
            f"{page}/comments/{asked.id}/tick", data=form, headers={"Origin": play.github.url}
        )
        assert answer.status == 200, await answer.text()
    await play.settled()

    assert await answers(play) == {question.id: (question.choices[1], "raj")}
    redrawn = await play.comment(asked.id)
    assert re.search(r"- \[x\] ~~.+~~ ✅ by `@raj` \d\d:\d\d UTC", redrawn.body)
    assert box(question.id, "a") not in redrawn.body
    assert whole(redrawn)
    assert redrawn.reactions == {}
    assert (await play.run()).stage is Stage.WAITING_ANSWERS
    assert [comment.kind for comment in await play.comments()] == ["card", "turn"]


async def test_ticks_and_words_lead_to_the_plan_and_the_questions_fold(play: Play) -> None:
    asked = await asks(play)
    run = await play.run()
    (held,) = run.blocking

    await play.edits("raj", asked.id, ticked(asked.body, next(q.id for q in run.questions if q.choices), "a"))
    await play.says("mona", f"/answer {held.removeprefix('Q')} Stripe, and only in Germany")

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert [plan.number for plan in run.plans] == [1]
    plan = await play.newest("turn")
    folded = await play.comment(asked.id)
    assert f'answered, followed by <a href="{play.github.url}/' in folded.body
    assert f"#issuecomment-{plan.id}" in folded.body
    assert "Stripe, and only in Germany~~ ✅ by `@mona`" in folded.body
    assert "- [ ]" not in folded.body
    assert whole(folded)


async def test_a_tick_in_the_plan_makes_the_next_version_and_folds_the_old_one(play: Play) -> None:
    await play.opens("mona", TOOLS)
    first = await play.newest("turn")
    digest = (await play.run()).plans[0].digest[:12]

    await play.edits("raj", first.id, ticked(first.body, "Q1", "b"))

    run = await play.run()
    assert [plan.number for plan in run.plans] == [1, 2]
    assert (await answers(play))["Q1"][1] == "raj"
    second = await play.newest("turn")
    assert second.id != first.id
    folded = await play.comment(first.id)
    text = folded.body.split("\n", 1)[1]
    assert text.startswith('<details><summary>Plan v1, replaced by <a href="')
    assert f'#issuecomment-{second.id}">v2</a></summary>' in folded.body
    assert digest in folded.body
    assert "/signalbox approve plan" not in folded.body
    assert "- [ ]" not in folded.body
    assert whole(folded)


@pytest.mark.parametrize("what", ["another word", "unticking", "two boxes of one question", "an unknown box"])
async def test_any_other_edit_counts_for_nothing_and_is_drawn_again(play: Play, what: str) -> None:
    asked = await asks(play)
    run = await play.run()
    number = next(q.id for q in run.questions if len(q.choices) > 1)
    both = ticked(ticked(asked.body, number, "a"), number, "b")
    bodies = {
        "another word": asked.body.replace("recorded by name", "recorded by nobody"),
        "unticking": asked.body.replace("- [ ] ", "- [-] ", 1),
        "two boxes of one question": both,
        "an unknown box": asked.body.replace("**1 ·", "- [x] <!-- sb:q9=a --> Mine\n\n**1 ·"),
    }
    assert bodies[what] != asked.body

    await play.edits("raj", asked.id, bodies[what])

    assert await answers(play) == {}
    assert (await play.run()).length == run.length
    assert (await play.comment(asked.id)).body == asked.body


async def test_a_tick_counts_once_however_often_it_is_told(play: Play) -> None:
    asked = await asks(play)
    run = await play.run()
    number = next(q.id for q in run.questions if q.choices)
    await play.github.control("/webhooks", duplicate=1)

    await play.edits("raj", asked.id, ticked(asked.body, number, "a"))

    after = await play.run()
    assert after.length == run.length + 1
    assert [reply.question for reply in after.replies] == [number]


async def test_a_tick_in_a_folded_version_is_too_late(play: Play) -> None:
    await play.opens("mona", TOOLS)
    first = await play.newest("turn")
    await play.says("mona", "/answer defaults")
    folded = await play.comment(first.id)
    run = await play.run()

    # Raj had the old page open: his edit brings the old text back with a box ticked.
    await play.edits("raj", first.id, ticked(first.body, "Q1", "b"))

    assert (await play.run()).length == run.length
    assert (await play.comment(first.id)).body == folded.body


async def test_an_edit_that_breaks_the_record_stops_the_run_until_it_is_put_back(play: Play) -> None:
    asked = await asks(play)
    (held,) = (await play.run()).blocking

    await play.edits("raj", asked.id, asked.body.partition("<!-- signalbox:ledger")[0])

    broken = await play.newest("reply")
    assert "entry" in broken.body
    await play.says("mona", f"/answer {held.removeprefix('Q')} Stripe")
    assert "Stripe" not in (await play.comment(asked.id)).body

    await play.edits("raj", asked.id, asked.body)
    await play.says("mona", f"/answer {held.removeprefix('Q')} Klarna")
    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert [reply.text for reply in run.replies] == ["Klarna"]
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert len(play.dead) == 2


async def test_answers_in_one_comment_make_one_version_and_one_redrawing(play: Play) -> None:
    await play.opens("mona", TOOLS)
    first = await play.newest("turn")

    said = await play.says("mona", "/answer 2 Fifty people\n/answer 1 b\n/answer defaults")

    run = await play.run()
    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert [plan.number for plan in run.plans] == [1, 2]
    assert run.open_questions == ()
    given = await answers(play)
    assert given["Q2"] == ("Fifty people", "mona")
    assert given["Q1"][0] == run.questions[0].options[1]
    # Once when the answers came, once when the new version stood.
    assert await edits_to_come(play, first.id) == 2
    assert sum(spent.model != "" for spent in run.spent) == 3


async def test_one_answer_that_cannot_be_read_leaves_all_of_them_out(play: Play) -> None:
    await play.opens("mona", TOOLS)

    said = await play.says("mona", "/answer 1 b\n/answer 9 anything")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await answers(play) == {}


async def test_what_nobody_may_guess_holds_the_run_and_an_answer_brings_plan_v1(play: Play) -> None:
    asked = await asks(play, DEMO_PRD)
    run = await play.run()
    texts = {q.id: q.text for q in run.questions}
    assert "Which country's tax rules come first?" in [texts[each] for each in run.blocking]
    assert "I will not guess" in asked.body

    lines = "\n".join(f"/answer {each.removeprefix('Q')} Germany" for each in run.blocking)
    await play.says("mona", f"{lines}\n/answer defaults")

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert [plan.number for plan in run.plans] == [1]
    assert run.open_questions == ()


async def test_an_older_backlog_folds_behind_the_newer_one(play: Play) -> None:
    await backlog_proposed(play)
    first = await play.newest("turn")

    await play.says("mona", "/refine backlog drop U-05")

    second = await play.newest("turn")
    folded = await play.comment(first.id)
    assert 'Backlog v1, replaced by <a href="' in folded.body
    assert f'#issuecomment-{second.id}">v2</a>' in folded.body
    assert "approve backlog" not in folded.body
    assert whole(folded)


async def test_the_record_outlives_a_lost_database_after_ticks_and_folding(play: Play) -> None:
    await play.opens("mona", TOOLS)
    first = await play.newest("turn")
    await play.edits("raj", first.id, ticked(first.body, "Q1", "b"))
    before = await play.run()

    await play.lose_database()
    await play.says("mona", "/status")

    after = await play.run()
    assert (after.head, after.plans) == (before.head, before.plans)
    await play.says("raj", f"/approve plan {after.plans[-1].digest[:12]}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    approved = await play.comment((await play.ours("turn"))[1].id)
    assert "approved by `@raj`" in approved.body


async def test_an_older_patchset_folds_behind_the_newer_one_in_its_issue(play: Play) -> None:
    run = await delivering(play, "U-01")
    issue, number = run.units["U-01"].issue, patchset_of(run, "U-01").number
    first = await play.newest("turn", thread=issue)
    assert "Diff (" in first.body

    await play.says("raj", f"/refine {number} drop file .gitignore", thread=issue)

    seen = patchset_of(await play.run(), "U-01")
    assert seen.version == 2
    second = await play.newest("turn", thread=issue)
    assert second.id != first.id
    folded = await play.comment(first.id)
    text = folded.body.split("\n", 1)[1]
    assert text.startswith(f'<details><summary>{number}, version 1, replaced by <a href="')
    assert f'#issuecomment-{second.id}">a newer version</a></summary>' in folded.body
    assert "Diff (" in folded.body
    assert "/signalbox approve" not in folded.body
    assert whole(folded)


async def test_an_edit_of_the_prd_that_answers_a_question_is_an_answer(play: Play) -> None:
    first = await asks(play)

    await play.edits_issue("mona", f"{PAID}\n- Money is taken through Stripe, in Germany only.\n")

    assert (await play.run()).stage is Stage.PLAN_PROPOSED
    assert "approve or refine plan v1" in (await play.newest("turn")).body
    assert "4 questions, 0 answered, followed by" in (await play.comment(first.id)).body


async def test_an_edit_of_the_prd_that_leaves_a_question_open_asks_it_in_the_same_place(play: Play) -> None:
    first = await asks(play)

    await play.edits_issue("mona", PAID.replace("with a name and", "with a photo and"))

    assert (await play.run()).stage is Stage.WAITING_ANSWERS
    assert [comment.id for comment in await play.ours("turn")] == [first.id]
    assert "Through which provider" in (await play.comment(first.id)).body


async def test_an_edit_while_the_run_is_paused_is_read_when_it_goes_on(play: Play) -> None:
    await asks(play)
    await play.says("raj", "/pause")
    await play.edits_issue("mona", f"{PAID}\n- Money is taken through Stripe, in Germany only.\n")
    assert (await play.run()).stage is Stage.WAITING_ANSWERS

    await play.says("raj", "/resume")

    assert (await play.run()).stage is Stage.PLAN_PROPOSED
