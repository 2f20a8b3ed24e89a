"""What people take away or put in the way on GitHub undoes nothing, repeats nothing and hides nothing."""

import pytest

import bot.ledger
from policies.stages import Stage, UnitState
from tests.stories.losing import sweep
from tests.stories.shortcuts import delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, Play


async def test_a_card_whose_records_are_cut_out_does_not_release_a_paused_run(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    # Most of the records stand in pages by now, so the comments without the card's make a whole chain, only a shorter one.
    monkeypatch.setattr(bot.ledger, "BLOCK", 600)
    await play.says("raj", "/pause until Monday")
    card = await play.card()
    play.broken = True
    await play.edits("raj", card.id, card.body.partition("<!-- signalbox:ledger")[0])

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert await play.branches() == ["main"]
    (reply,) = await play.ours("reply")
    assert "SB-901" in reply.body
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert [bot.ledger.TAKEN in why for why in play.dead] == [True]

    # Put back, it stands as it stood: paused.
    await play.edits("raj", card.id, card.body)
    said = await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await play.branches() == ["main"]


async def test_a_strangers_copy_of_a_marker_does_not_keep_back_that_the_record_is_broken(play: Play) -> None:
    await plan_proposed(play)
    card = await play.card()
    for number in range(12):
        await play.says("eve", f"<!-- signalbox:v1 kind=reply run=1 to=broken-{number} -->\nNothing to see.")
    play.broken = True
    await play.edits("raj", card.id, card.body.replace('"verdict":"GO"', '"verdict":"NO-GO"'))

    await play.says("raj", "/status")

    assert [reply.by for reply in await play.ours("reply") if "SB-901" in reply.body] == ["signalbox[bot]"]
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert len(play.dead) == 1


async def test_an_approval_that_was_void_is_not_tried_again_when_its_delivery_is_read_back(
    play: Play,
) -> None:
    run = await delivering(play, "U-03")
    patchset, thread = patchset_of(run, "U-03"), run.units["U-03"].issue
    in_the_way = {"ref": "refs/heads/signalbox/run-1-u-03-v1", "sha": await play.head()}
    await play.person("raj").do("POST", f"{REPO}/git/refs", in_the_way)
    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}", thread=thread)
    before = await play.run()
    assert before.units["U-03"].state is UnitState.WAITING_USER_APPROVAL

    await play.lose_database()
    await sweep(play)

    after = await play.run()
    assert after.overlay is None
    assert after.length == before.length


async def test_a_run_that_was_stopped_before_its_plan_was_written_is_not_written_later(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    in_the_way = {"ref": "refs/heads/signalbox/run-1-plan-v1", "sha": await play.head()}
    await play.person("raj").do("POST", f"{REPO}/git/refs", in_the_way)
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    await play.says("raj", "/stop we do it by hand")
    assert (await play.run()).stage is Stage.CANCELLED
    await play.person("raj").do("DELETE", f"{REPO}/git/refs/heads/signalbox/run-1-plan-v1")

    await play.lose_database()
    await sweep(play)

    assert await play.branches() == ["main"]
    assert await play.pulls() == []


async def test_a_units_issue_whose_label_was_taken_off_is_not_made_a_second_time(play: Play) -> None:
    number = (await delivering(play, "U-03")).units["U-03"].issue
    before = [issue["number"] for issue in await play.issues()]
    await play.person("raj").do("DELETE", f"{REPO}/issues/{number}/labels/signalbox%2Funit")
    await play.says("raj", "/refine backlog U-03 is high risk")
    run = await play.run()
    assert run.backlog is not None

    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")

    assert (await play.run()).stage is Stage.DELIVERING
    assert [issue["number"] for issue in await play.issues()] == before


async def test_what_a_person_wrote_into_a_units_issue_stays_when_the_issues_are_brought_in_step(
    play: Play,
) -> None:
    number = (await delivering(play, "U-03")).units["U-03"].issue
    path = f"{REPO}/issues/{number}"
    written = {"title": "Ours now", "body": "Raj's own words, and none of the App's."}
    await play.person("raj").do("PATCH", path, written)
    await play.person("raj").do("POST", f"{path}/labels", {"labels": ["later"]})
    await play.says("raj", "/refine backlog keep U-03 as it is")
    run = await play.run()
    assert run.backlog is not None

    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-03")

    assert (await play.run()).stage is Stage.DELIVERING
    issue = await play.person("raj").do("GET", path)
    assert {name: issue[name] for name in written} == written
    assert "later" in await play.labels(number)
    assert (await play.run()).units["U-03"].issue == number
