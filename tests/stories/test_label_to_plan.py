"""From the label to a plan: what Mona sees when she hands in a PRD, and how often the App speaks."""

from policies.stages import Overlay, Stage
from tests.stories.prds import NO_QUESTIONS, ONE_SENTENCE, PAID, TOOLS
from tests.stories.stage import REPO, Play


async def test_a_label_brings_a_card_a_plan_and_one_state_label(play: Play) -> None:
    await play.opens("mona", TOOLS)

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert run.triage is not None
    assert run.triage[0] == "GO"
    assert (run.author.login, run.started_by.login) == ("mona", "tess")
    assert [plan.number for plan in run.plans] == [1]
    issue = await play.person("mona").do("GET", f"{REPO}/issues/{play.issue}")
    assert issue["reactions"]["eyes"] == 1
    assert issue["reactions"]["rocket"] == 1
    assert await play.labels() == ["signalbox/your-turn"]
    assert [comment.kind for comment in await play.comments()] == ["card", "turn"]
    plan = await play.newest("turn")
    assert run.plans[0].digest[:12] in plan.body
    assert f"/signalbox approve plan {run.plans[0].digest[:12]}" in plan.body
    assert "approve or refine plan v1" in (await play.card()).body


async def test_a_prd_that_leaves_nothing_open_is_asked_nothing(play: Play) -> None:
    await play.opens("mona", NO_QUESTIONS)

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert run.questions == ()
    assert [comment.kind for comment in await play.comments()] == ["card", "turn"]


async def test_a_question_without_a_safe_default_holds_the_plan_until_it_is_answered(play: Play) -> None:
    await play.opens("mona", PAID)

    asking = await play.run()
    assert asking.stage is Stage.WAITING_ANSWERS
    assert asking.plans == ()
    assert asking.blocking
    questions = await play.newest("turn")
    assert "No safe default: I will not guess." in questions.body
    assert f"/signalbox answer {asking.blocking[0].removeprefix('Q')} …" in questions.body
    card = await play.card()
    assert await play.labels() == ["signalbox/your-turn"]

    # The defaults do not answer what has none.
    defaults = await play.says("mona", "/answer defaults")
    assert defaults.reactions == {"eyes": 1, "rocket": 1}
    held = await play.run()
    assert held.stage is Stage.WAITING_ANSWERS
    assert {reply.question for reply in held.replies} == {q.id for q in held.questions if q.default}

    number = asking.blocking[0].removeprefix("Q")
    answered = await play.says("mona", f"/answer {number} Stripe, and only in Germany")

    assert answered.reactions == {"eyes": 1, "rocket": 1}
    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert [plan.number for plan in run.plans] == [1]
    assert [reply.text for reply in run.replies if reply.question == asking.blocking[0]] == [
        "Stripe, and only in Germany"
    ]
    assert "Stripe, and only in Germany" in (await play.newest("turn")).body
    # One comment for each turn, and the card is the one from the beginning, edited in place.
    kinds = [comment.kind for comment in await play.comments()]
    assert kinds == ["card", "turn", "", "", "turn"]
    edited = await play.card()
    assert edited.id == card.id
    assert edited.body != card.body


async def test_taking_the_defaults_redraws_the_plan_with_them(play: Play) -> None:
    await play.opens("mona", TOOLS)
    before = await play.run()
    assert before.stage is Stage.PLAN_PROPOSED
    assert before.open_questions

    said = await play.says("mona", "/answer defaults")

    assert said.reactions == {"eyes": 1, "rocket": 1}
    run = await play.run()
    assert run.open_questions == ()
    assert [plan.number for plan in run.plans] == [1, 2]
    assert [comment.kind for comment in await play.comments()] == ["card", "turn", "", "turn"]


async def test_two_answers_in_one_comment_make_one_new_version(play: Play) -> None:
    await play.opens("mona", TOOLS)

    await play.says("mona", "/answer 1 Sign-in with a code by text message\n/answer 2 Fifty people")

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert {reply.question: reply.text for reply in run.replies} == {
        "Q1": "Sign-in with a code by text message",
        "Q2": "Fifty people",
    }
    newest = await play.newest("turn")
    assert "Sign-in with a code by text message" in newest.body


async def test_triage_advises_against_a_single_sentence_and_a_person_overrules_it(play: Play) -> None:
    await play.opens("mona", ONE_SENTENCE)

    deferred = await play.run()
    assert deferred.stage is Stage.INGESTED
    assert deferred.triage is not None
    assert deferred.triage[0] == "DEFER"
    assert "triage says" in (await play.newest("turn")).body

    polite = await play.says("tess", "/plan")
    assert polite.reactions == {"eyes": 1, "confused": 1}
    assert "/signalbox plan anyway" in (await play.newest("turn")).body

    await play.says("tess", "/plan anyway")
    run = await play.run()
    assert run.stage is Stage.WAITING_ANSWERS

    await play.says("mona", "/answer 1 A member lists a tool, borrows a tool for some days, and returns it.")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_an_edited_prd_is_looked_at_again_after_triage_advised_against_it(play: Play) -> None:
    await play.opens("mona", ONE_SENTENCE)
    assert (await play.run()).stage is Stage.INGESTED

    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"body": f"{ONE_SENTENCE} Soon."})
    await play.settled()
    still = await play.run()
    assert still.stage is Stage.INGESTED
    assert still.triage is not None
    assert still.triage[0] == "DEFER"

    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"body": TOOLS})
    await play.settled()
    run = await play.run()
    assert run.triage is not None
    assert run.triage[0] == "GO"
    assert run.stage is Stage.PLAN_PROPOSED
    assert "approve or refine plan v1" in (await play.newest("turn")).body


async def test_the_whole_way_to_an_approved_plan_takes_three_comments_of_the_app(play: Play) -> None:
    await play.opens("mona", TOOLS)
    run = await play.run()
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    assert [comment.kind for comment in await play.ours()] == ["card", "turn", "turn"]


async def test_a_second_label_and_a_second_delivery_change_nothing(play: Play) -> None:
    await play.opens("mona", TOOLS)
    first = await play.run()

    await play.github.control("/webhooks", duplicate=1)
    await play.label()

    again = await play.run()
    assert (again.length, again.stage) == (first.length, first.stage)
    assert [comment.kind for comment in await play.comments()] == ["card", "turn"]


async def test_the_card_stays_quiet_when_nothing_has_changed(play: Play) -> None:
    await play.opens("mona", TOOLS)
    written = len(play.calls("PATCH", f"/issues/comments/{(await play.card()).id}"))

    await play.says("mona", "/status")
    await play.says("mona", "a remark to the others")

    assert len(play.calls("PATCH", f"/issues/comments/{(await play.card()).id}")) == written
    assert [comment.kind for comment in await play.comments()] == ["card", "turn", "", "reply", ""]


async def test_a_reader_cannot_start_a_run(play: Play) -> None:
    # Eve can read and nothing else, so GitHub does not let her put the label on; a command of hers starts nothing.
    await play.opens("eve", TOOLS, label=False)

    said = await play.says("eve", "/signalbox plan")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await play.ours() == []


async def test_a_triager_starts_a_run_with_a_command_where_there_is_no_label(play: Play) -> None:
    await play.opens("mona", TOOLS, label=False)
    assert await play.ours() == []

    await play.says("tess", "/signalbox plan")

    run = await play.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert run.overlay is not Overlay.PAUSED
