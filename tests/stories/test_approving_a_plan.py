"""What clears a plan and what does not: versions, rights, time, edits, quotes, pauses."""

import pytest

from policies.stages import Overlay, Stage
from tests.stories.clearing import nothing_moved, plan_of, proposed, refusals
from tests.stories.prds import NO_QUESTIONS, TOOLS
from tests.stories.stage import REPO, REPOSITORY, Play

WISH = "add the requirement: A member can search tools by name"


async def test_a_wish_makes_the_next_version_and_says_what_changed(play: Play) -> None:
    first = await proposed(play)

    said = await play.says("mona", f"/refine {WISH}")

    assert said.reactions == {"eyes": 1, "rocket": 1}
    second = plan_of(await play.run())
    assert (first.number, second.number) == (1, 2)
    assert first.digest != second.digest
    shown = await play.newest("turn")
    assert "plan v2" in shown.body
    assert "A member can search tools by name" in shown.body
    assert "**Changed since v1**" in shown.body


async def test_an_approval_of_an_older_version_is_refused_with_the_line_that_works(play: Play) -> None:
    first = await proposed(play)
    await play.says("mona", f"/refine {WISH}")
    second = plan_of(await play.run())

    said = await play.says("raj", f"/approve plan {first.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    reply = await play.newest("turn")
    assert "That is plan v1; the current one is v2" in reply.body
    assert f"```text\n/signalbox approve plan {second.digest[:12]}\n```" in reply.body
    assert await refusals(play) == ["SB-201"]
    await nothing_moved(play, second)

    # The line in the reply is the one that works.
    await play.says("raj", f"/signalbox approve plan {second.digest[:12]}")
    assert [approval.digest for approval in (await play.run()).approvals] == [second.digest]


async def test_a_readers_approval_gets_a_reaction_and_not_a_word(play: Play) -> None:
    plan = await proposed(play)
    before = [comment.id for comment in await play.ours()]

    said = await play.says("eve", f"/approve plan {plan.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert [comment.id for comment in await play.ours()] == before
    await nothing_moved(play, plan)


@pytest.mark.parametrize("who", ["mona", "tess"])
async def test_triage_is_not_enough_to_approve_and_they_are_told_why(play: Play, who: str) -> None:
    plan = await proposed(play)

    said = await play.says(who, f"/approve plan {plan.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await refusals(play) == ["SB-101"]
    assert "You need write access" in (await play.newest("turn")).body
    await nothing_moved(play, plan)


async def test_a_bare_yes_counts_only_after_a_minute(play: Play) -> None:
    plan = await proposed(play)

    await play.says("raj", "/approve")

    assert await refusals(play) == ["SB-205"]
    assert f"/signalbox approve plan {plan.digest[:12]}" in (await play.newest("turn")).body
    await nothing_moved(play, plan)

    play.wait(62)
    said = await play.says("raj", "/approve")

    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert [approval.digest for approval in (await play.run()).approvals] == [plan.digest]


@pytest.mark.parametrize("yes", ["/approve", "/approve plan"])
async def test_a_bare_yes_is_not_for_a_version_that_somebody_else_had_drawn_meanwhile(
    play: Play, yes: str
) -> None:
    await proposed(play)
    await play.says("mona", f"/refine {WISH}")
    second = plan_of(await play.run())
    play.wait(3600)

    said = await play.says("raj", yes)

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await refusals(play) == ["SB-112"]
    line = f"/signalbox approve plan {second.digest[:12]}"
    assert f"```text\n{line}\n```" in (await play.newest("turn")).body
    await nothing_moved(play, second)

    await play.says("raj", line)
    assert [approval.digest for approval in (await play.run()).approvals] == [second.digest]


async def test_an_approval_that_is_edited_before_it_is_read_does_not_count(play: Play) -> None:
    plan = await proposed(play)
    await play.github.control("/webhooks", hold=True)
    line = f"/approve plan {plan.digest[:12]}"
    comment = await play.person("raj").comment(REPOSITORY, play.issue, line)
    await play.person("raj").do("PATCH", f"{REPO}/issues/comments/{comment}", {"body": f"{line}\n\nnot yet"})

    await play.github.control("/webhooks", hold=False)
    await play.settled()

    assert await refusals(play) == ["SB-102"]
    await nothing_moved(play, plan)


async def test_a_comment_edited_into_an_approval_does_not_count(play: Play) -> None:
    plan = await proposed(play)
    remark = await play.says("raj", "I read it at lunch.")

    await play.edits("raj", remark.id, f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-102"]
    assert "Write it as a new comment" in (await play.newest("turn")).body
    await nothing_moved(play, plan)


async def test_an_approval_that_is_deleted_before_it_is_read_does_not_count(play: Play) -> None:
    plan = await proposed(play)
    await play.github.control("/webhooks", hold=True)
    comment = await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {plan.digest[:12]}")
    await play.person("raj").do("DELETE", f"{REPO}/issues/comments/{comment}")

    await play.github.control("/webhooks", hold=False)
    await play.settled()

    assert await refusals(play) == ["SB-102"]
    await nothing_moved(play, plan)


async def test_an_edited_prd_makes_the_plan_one_of_an_old_text(play: Play) -> None:
    plan = await proposed(play)
    text = TOOLS + "\n- A member can rate a tool after returning it.\n"
    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"body": text})
    await play.settled()

    await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert await refusals(play) == ["SB-204"]
    reply = await play.newest("turn")
    assert "/signalbox refine plan read the PRD again" in reply.body
    await nothing_moved(play, plan)

    await play.says("mona", "/signalbox refine plan read the PRD again")
    fresh = plan_of(await play.run())
    assert fresh.number == 2
    assert "A member can rate a tool after returning it" in (await play.newest("turn")).body
    await play.says("raj", f"/approve plan {fresh.digest[:12]}")
    assert [approval.digest for approval in (await play.run()).approvals] == [fresh.digest]


@pytest.mark.parametrize(
    "wrapped",
    [
        "> {line}",
        "> Raj wrote:\n{line}",
        "```\n{line}\n```",
        "~~~text\n{line}\n~~~",
        "    {line}",
        "`{line}`",
        "- {line}",
        "<!--\n{line}\n-->",
        "<details>\n\n{line}\n\n</details>",
        "I would say {line} if I had read it",
    ],
    ids=[
        "quote",
        "lazy-quote",
        "fence",
        "tildes",
        "indented",
        "code-span",
        "list",
        "hidden",
        "folded",
        "in-a-sentence",
    ],
)
async def test_an_approval_people_only_talk_about_is_none(play: Play, wrapped: str) -> None:
    plan = await proposed(play)

    await play.says("raj", wrapped.format(line=f"/approve plan {plan.digest[:12]}"))

    await nothing_moved(play, plan)


async def test_what_a_bot_says_counts_for_nothing(play: Play) -> None:
    plan = await proposed(play)
    robot = await play.github.app("acme", name="robot", permissions={"issues": "write", "metadata": "read"})
    before = await play.run()

    made = await robot.as_installation.post(
        f"{REPO}/issues/{play.issue}/comments", {"body": f"/approve plan {plan.digest[:12]}"}
    )
    await play.settled()

    assert made.status == 201
    assert (await play.run()).length == before.length
    await nothing_moved(play, plan)


async def test_nothing_moves_while_a_run_is_paused(play: Play) -> None:
    plan = await proposed(play)

    await play.says("raj", "/pause until Monday")
    paused = await play.run()
    assert (paused.overlay, paused.overlay_reason) == (Overlay.PAUSED, "until Monday")
    assert await play.labels() == ["signalbox/paused"]
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    await play.says("mona", f"/refine {WISH}")
    assert await refusals(play) == ["SB-114", "SB-114"]
    await nothing_moved(play, plan)

    await play.says("raj", "/resume")
    assert (await play.run()).overlay is None
    assert await play.labels() == ["signalbox/your-turn"]
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert [approval.digest for approval in (await play.run()).approvals] == [plan.digest]


async def test_a_stopped_run_takes_no_command_any_more(play: Play) -> None:
    plan = await proposed(play)

    await play.says("raj", "/stop we buy one instead")
    stopped = await play.run()
    assert stopped.stage is Stage.CANCELLED
    assert await play.labels() == ["signalbox/done"]
    told = (await play.newest("turn")).body
    assert "### ⚫ Plan v1, not decided on before the run was ended" in told
    assert "/signalbox approve" not in told
    said = await play.says("raj", f"/approve plan {plan.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert (await play.run()).length == stopped.length
    assert "nothing can change in it any more" in (await play.newest("reply")).body
    assert await play.branches() == ["main"]


async def test_a_rejected_plan_waits_for_a_wish(play: Play) -> None:
    plan = await proposed(play)

    await play.says("raj", "/reject plan too large for us")
    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    rejected = await play.run()
    assert rejected.approvals == ()
    assert rejected.waiting == ()

    await play.says("mona", f"/refine {WISH}")
    second = plan_of(await play.run())
    await play.says("raj", f"/approve plan {second.digest[:12]}")
    assert [approval.digest for approval in (await play.run()).approvals] == [second.digest]


async def test_a_simulated_approval_tells_what_would_happen_and_does_nothing(play: Play) -> None:
    plan = await proposed(play)
    before = await play.run()

    await play.says("raj", f"/simulate approve plan {plan.digest[:12]}")

    reply = await play.newest("reply")
    assert "Simulated: nothing was done." in reply.body
    assert f"signalbox/run-{play.issue}-plan-v1" in reply.body
    assert (await play.run()).length == before.length
    await nothing_moved(play, plan)


async def test_a_digest_nobody_proposed_is_refused(play: Play) -> None:
    plan = await proposed(play)

    await play.says("raj", "/approve plan 000000000000")

    assert await refusals(play) == ["SB-201"]
    await nothing_moved(play, plan)


async def test_two_people_approve_one_after_the_other_and_the_second_is_told(play: Play) -> None:
    await play.cast(rita="write")
    await play.opens("mona", NO_QUESTIONS)
    plan = plan_of(await play.run())

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    said = await play.says("rita", f"/approve plan {plan.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    run = await play.run()
    assert [approval.by.login for approval in run.approvals] == ["raj"]
    assert len(await play.pulls()) == 1
