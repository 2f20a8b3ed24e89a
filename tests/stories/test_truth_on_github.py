"""GitHub is the database: the App's own may be lost at any time, and what people change by hand is noticed."""

from collections import Counter
from collections.abc import Awaitable, Callable

from policies.stages import Stage, UnitState
from tests.stories.prds import PAID
from tests.stories.shortcuts import approve_unit, backlog_proposed, delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, Play

Step = Callable[[Play], Awaitable[None]]


async def label(play: Play) -> None:
    await play.opens("mona", PAID)


async def answers(play: Play) -> None:
    run = await play.run()
    await play.says("mona", f"/answer {run.blocking[0].removeprefix('Q')} Stripe, in Germany")


async def refines(play: Play) -> None:
    await play.says("mona", "/refine add the requirement: A member can search tools by name")


async def approves_plan(play: Play) -> None:
    run = await play.run()
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")


async def merges_plan(play: Play) -> None:
    await play.merges("raj", 2)


async def approves_backlog(play: Play) -> None:
    run = await play.run()
    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")


async def approves_unit(play: Play) -> None:
    await approve_unit(play, "U-03")


async def checks(play: Play) -> None:
    (pull,) = [pull for pull in (await play.run()).pull_requests.values() if pull.subject == "U-03"]
    await play.ci(pull.commit_sha, "success")


async def merges_unit(play: Play) -> None:
    (pull,) = [pull for pull in (await play.run()).pull_requests.values() if pull.subject == "U-03"]
    await play.merges("raj", pull.number)


JOURNEY: tuple[Step, ...] = (
    label,
    answers,
    refines,
    approves_plan,
    merges_plan,
    approves_backlog,
    approves_unit,
    checks,
    merges_unit,
)


async def seen(play: Play) -> dict[str, object]:
    """Everything of a finished journey that must not depend on what the App lost on the way."""
    run = await play.run()
    return {
        "stage": run.stage,
        "units": {unit.id: unit.state for unit in run.units.values()},
        "kinds": [comment.kind for comment in await play.comments()],
        "issues": [(issue["title"], issue["state"], issue["comments"]) for issue in await play.issues()],
        "branches": await play.branches(),
        "pulls": [(pull["head"]["ref"], pull["state"]) for pull in await play.pulls()],
        "tree": sorted(await play.tree()),
        "labels": await play.labels(),
        "entries": Counter(record.type for record in (await play.look()).records),
    }


async def test_a_run_ends_the_same_when_the_database_is_lost_after_every_step(play: Play) -> None:
    for step in JOURNEY:
        await step(play)
        before = (await play.look()).records
        await play.lose_database()
        await play.settled()
        assert (await play.look()).records == before

    assert await seen(play) == {
        "stage": Stage.DONE,
        "units": {"U-03": UnitState.DONE},
        "kinds": ["card", "turn", "", "turn", "", "turn", "", "turn", "", "turn"],
        "issues": [
            ("A small shop", "open", 10),
            ("S1 Foundation", "closed", 0),
            ("U-03 Scope page: what it does, what it does not, and how we will know", "closed", 3),
        ],
        "branches": ["main", "signalbox/run-1-plan-v2", "signalbox/run-1-u-03-v1"],
        "pulls": [("signalbox/run-1-plan-v2", "closed"), ("signalbox/run-1-u-03-v1", "closed")],
        "tree": sorted(
            [
                "README.md",
                "docs/scope.md",
                *(
                    f".signalbox/runs/1/{name}"
                    for name in (
                        "architecture_pack.json",
                        "architecture_pack_diagram.mmd",
                        "architecture_pack_summary.md",
                        "ledger.jsonl",
                    )
                ),
            ]
        ),
        "labels": ["signalbox/done"],
        "entries": Counter(
            run_started=1,
            triage_recommended=1,
            questions_asked=1,
            question_answered=1,
            refinement_asked=1,
            plan_proposed=2,
            backlog_proposed=1,
            backlog_synced=1,
            patchset_proposed=1,
            gates_judged=1,
            role_asked=6,
            role_replied=6,
            approved=3,
            write_intended=2,
            written=2,
            checks_seen=2,
            pull_request_ended=2,
            run_done=1,
        ),
    }


async def _forge(play: Play, comment: int, change: Callable[[str], str]) -> None:
    """Raj, who may, edits a comment of the App."""
    body = (await play.comment(comment)).body
    assert change(body) != body
    await play.edits("raj", comment, change(body))


def _other_verdict(body: str) -> str:
    return body.replace('"verdict":"GO"', '"verdict":"NO-GO"')


async def test_an_entry_that_a_person_changed_stops_the_run_and_is_named(play: Play) -> None:
    run = await plan_proposed(play)
    card = await play.card()
    play.broken = True
    number = [record.type for record in (await play.look()).records].index("triage_recommended")
    await _forge(play, card.id, _other_verdict)
    # The App has its own copy, so only what a fresh look at GitHub tells can be wrong.
    await play.lose_database()

    assert run.plan is not None
    said = await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    (reply,) = await play.ours("reply")
    assert f"Entry {number} does not hold" in reply.body
    assert "SB-901" in reply.body
    assert said.reactions.get("rocket") is None
    assert await play.branches() == ["main"]
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert [f"entry {number}" in why for why in play.dead] == [True] * len(play.dead)

    # Undone, it goes on.
    await _forge(play, card.id, lambda body: body.replace('"verdict":"NO-GO"', '"verdict":"GO"'))
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    assert len(await play.ours("reply")) == 1


async def test_a_changed_entry_is_noticed_while_the_app_still_has_its_own_copy(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    play.broken = True
    await _forge(play, (await play.card()).id, _other_verdict)

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    (reply,) = await play.ours("reply")
    assert "SB-901" in reply.body
    assert await play.branches() == ["main"]
    assert '"verdict":"NO-GO"' in (await play.card()).body
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert len(play.dead) == 1


async def test_an_entry_cut_out_of_the_middle_stops_the_run(play: Play) -> None:
    await plan_proposed(play)
    play.broken = True
    card = await play.card()
    lines = card.body.splitlines()
    cut = next(number for number, line in enumerate(lines) if '"type":"triage_recommended"' in line)
    await play.edits("raj", card.id, "\n".join([*lines[:cut], *lines[cut + 1 :]]))
    await play.lose_database()

    await play.says("raj", "/status")

    (reply,) = await play.ours("reply")
    assert "SB-901" in reply.body
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert play.dead


async def test_a_deleted_card_is_made_again_and_the_run_goes_on(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    old = await play.card()
    await play.person("raj").do("DELETE", f"{REPO}/issues/comments/{old.id}")

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert (await play.card()).id != old.id
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    assert len(await play.pulls()) == 1


async def test_a_card_set_back_to_an_older_version_is_brought_up_to_date(play: Play) -> None:
    await plan_proposed(play)
    older = (await play.card()).body
    await play.says("mona", "/refine add the requirement: A member can search tools by name")
    run = await play.run()
    assert run.plan is not None
    await play.edits("raj", (await play.card()).id, older)

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    after = await play.run()
    assert after.stage is Stage.BACKLOG_PROPOSED
    assert [plan.number for plan in after.plans] == [1, 2]


async def test_a_card_set_back_and_a_lost_database_do_not_undo_an_approval(play: Play) -> None:
    run = await plan_proposed(play)
    older = (await play.card()).body
    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    await play.edits("raj", (await play.card()).id, older)
    play.broken = True
    await play.lose_database()

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    # The comment that announced the backlog repeats its entry, so the older card is seen to be no whole record.
    (reply,) = await play.ours("reply")
    assert "SB-901" in reply.body
    assert len(await play.pulls()) == 1
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert len(play.dead) == 1


async def test_a_persons_copy_of_the_apps_blocks_is_no_record(play: Play) -> None:
    run = await plan_proposed(play)
    forged = (await play.card()).body.replace('"verdict":"GO"', '"verdict":"NO-GO"')
    await play.says("eve", forged)
    await play.lose_database()

    assert run.plan is not None
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
    play.broken = True


async def test_a_backlogs_bytes_are_found_again_on_github(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None
    await play.lose_database()
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")
    await play.lose_database()

    assert (await play.run()).stage is Stage.DELIVERING
    pull = await approve_unit(play, "U-03")
    assert pull.state == "open"


async def test_a_patchset_whose_bytes_are_gone_is_not_written(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")
    thread = run.units["U-03"].issue
    shown = await play.newest("turn", thread=thread)
    play.broken = True
    # While the App is away, the bytes are cut out of its comment, and its own copy goes as well.
    await play.stop()
    body = {"body": shown.body.partition("<!-- signalbox:artifact")[0]}
    await play.person("raj").do("PATCH", f"{REPO}/issues/comments/{shown.id}", body)
    await play.lose_database()

    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}", thread=thread)

    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]
    assert (await play.run()).units["U-03"].state is UnitState.WAITING_USER_APPROVAL
