"""Saying what to change: the new version says first what came of it, and a wish that changes nothing makes none."""

import json

import pytest

from agents.schemas import pack as packs
from agents.schemas.pack import ArchitecturePack
from policies import artifacts as files
from policies.stages import Stage, UnitState
from tests.stories.prds import PAID
from tests.stories.shortcuts import approve_unit, backlog_proposed, delivering, patchset_of, plan_proposed
from tests.stories.shown_text import shown
from tests.stories.stage import Play


async def pack(play: Play, version: int) -> ArchitecturePack:
    """A version of the plan, as it stands in the thread."""
    sight = await play.look()
    assert sight.run is not None
    return packs.load(sight.artifacts[sight.run.plans[version - 1].files[files.PACK]])


async def test_the_new_version_says_first_what_came_of_the_wish_and_then_what_changed(play: Play) -> None:
    await plan_proposed(play)

    await play.says(
        "mona", "/refine could you please drop R-2, and add requirement: a member can rate a tool?"
    )

    run = await play.run()
    assert [plan.number for plan in run.plans] == [1, 2]
    lines = [line for line in shown((await play.newest("turn")).body).splitlines() if line][1:]
    assert lines[:6] == [
        "### 🟡 Your turn, anyone with write access (cc @tess): approve or refine plan v2",
        "**What came of what you said**",
        "- “could you please drop R-2” (`@mona`): Dropped R-2; what was dropped now stands among the non-goals.",
        "- “add requirement: a member can rate a tool?” (`@mona`): Added R-4.",
        "**Changed since v1**, with everything else as it was:",
        "- requirement R-4 added: A member can rate a tool",
    ]


async def test_nothing_else_of_the_plan_changes(play: Play) -> None:
    await plan_proposed(play)

    await play.says("mona", "/refine drop R-2")

    old = json.loads(packs.canonical(await pack(play, 1)))
    new = json.loads(packs.canonical(await pack(play, 2)))
    assert {key for key in old if old[key] != new[key]} == {
        "prd",
        "requirements",
        "architecture",
        "refinement",
        "implementation",
        "coverage",
        "trace",
        "clarifications",
    }
    # A question bears on R-2 no more, and is asked in the same words.
    for each in (*old["clarifications"], *new["clarifications"]):
        each["requirement_ids"] = []
    assert old["clarifications"] == new["clarifications"]
    assert {key for key in old["prd"] if old["prd"][key] != new["prd"][key]} == {"non_goals", "understood"}
    # The database is not there for R-2 any more, and the decision about it names R-2 no more.
    for decision in (*old["architecture"]["decisions"], *new["architecture"]["decisions"]):
        decision["because"] = [each for each in decision["because"] if each != "R-2"]
    assert {key for key in old["architecture"] if old["architecture"][key] != new["architecture"][key]} == {
        "components"
    }


async def test_one_wish_is_told_as_one_decision_that_keeps_its_id(play: Play) -> None:
    await plan_proposed(play)

    await play.says("mona", "/refine use Django")
    await play.says("mona", "/refine use MySQL instead of PostgreSQL")

    lines = [line for line in shown((await play.newest("turn")).body).splitlines() if line]
    start = lines.index("**Changed since v2**, with everything else as it was:") + 1
    assert [line for line in lines[start:] if line.startswith("- ")][:2] == [
        "- part store is now: Database, MySQL: Keeps what must survive a restart.",
        "- decision D2 is now: Keep data in MySQL",
    ]
    third = (await pack(play, 3)).architecture
    assert [each.id for each in third.decisions] == [f"D{n}" for n in range(1, len(third.decisions) + 1)]
    assert third.decisions[-1].title == "Use Django"


async def test_a_wish_that_changes_nothing_makes_no_version_and_voids_nothing(play: Play) -> None:
    run = await plan_proposed(play)
    (plan,) = run.plans
    first = await play.newest("turn")

    said = await play.says("mona", "/refine please drop R-77")

    after = await play.run()
    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert (after.plans, after.stage, after.refinements) == ((plan,), Stage.PLAN_PROPOSED, ())
    told = await play.newest("turn")
    assert "plan v1 is as it was" in told.body
    assert "There is no R-77 in this plan (it has R-1 to R-3, N-1 and N-2); nothing changed." in told.body
    assert "`/help refine` lists what I understand" in told.body
    assert (await play.comment(first.id)).body == first.body
    assert await play.labels() == ["signalbox/your-turn"]

    await play.says("raj", f"/approve plan {plan.digest[:12]}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED


async def test_what_is_not_understood_is_recorded_and_the_comment_says_so_first(play: Play) -> None:
    await plan_proposed(play)

    await play.says("mona", "/refine make it pop more")

    body = shown((await play.newest("turn")).body)
    (line,) = [line for line in body.splitlines() if line.startswith("- “make it pop more”")]
    assert "Recorded as constraint" in line
    assert "I do not understand these words well enough to redraw anything." in line
    assert body.index("make it pop more") < body.index("What I understood")
    assert [each.text for each in (await pack(play, 2)).prd.constraints][-1:] == ["make it pop more"]


async def test_several_wishes_in_one_comment_make_one_version(play: Play) -> None:
    await plan_proposed(play)

    said = await play.says("mona", "/refine drop R-2\n/refine make R-1 must\n/refine drop R-77")

    run = await play.run()
    assert said.reactions == {"eyes": 1, "rocket": 1}
    assert [plan.number for plan in run.plans] == [1, 2]
    assert len(run.refinements) == 1
    assert [each.outcome for each in (await pack(play, 2)).refinement.applied] == [
        "Dropped R-2; what was dropped now stands among the non-goals.",
        "R-1 is now “must”.",
        "There is no R-77 in this plan (it has R-1, R-3, N-1 and N-2); nothing changed.",
    ]


async def test_each_wish_of_a_list_below_the_command_is_carried_out_and_answered(play: Play) -> None:
    await plan_proposed(play)

    await play.says(
        "mona", "/refine\n\n- R-2: drop\n- [ ] make R-1 must\n- add requirement: a member can rate a tool\n"
    )

    assert [(each.text, each.outcome) for each in (await pack(play, 2)).refinement.applied] == [
        ("R-2: drop", "Dropped R-2; what was dropped now stands among the non-goals."),
        ("make R-1 must", "R-1 is now “must”."),
        ("add requirement: a member can rate a tool", "Added R-4."),
    ]


async def test_two_people_can_wish_at_the_same_time(play: Play) -> None:
    await plan_proposed(play)
    await play.person("mona").comment("acme/shop", play.issue, "/refine drop R-2")
    await play.person("tess").comment("acme/shop", play.issue, "/refine drop R-3")
    await play.settled()

    run = await play.run()
    assert {each.id for each in (await pack(play, len(run.plans))).requirements} == {"R-1"}


async def test_the_last_wish_can_be_taken_back(play: Play) -> None:
    await plan_proposed(play)
    await play.says("mona", "/refine drop R-2")

    await play.says("mona", "/refine undo")

    assert "“undo” (`@mona`): Took back “drop R-2”." in (await play.newest("turn")).body
    assert {each.id for each in (await pack(play, 3)).requirements} == {"R-1", "R-2", "R-3"}


async def test_a_backlog_says_first_what_came_of_the_wish(play: Play) -> None:
    await backlog_proposed(play)

    await play.says("mona", "/refine please drop U-05 and rename U-03 to Scope")

    lines = [line for line in shown((await play.newest("turn")).body).splitlines() if line][1:]
    assert lines[1:5] == [
        "**What came of what you said**",
        "- “please drop U-05” (`@mona`) is done: U-05 left out.",
        "- “rename U-03 to Scope” (`@mona`) is done.",
        "**Changed since v1**, with everything else as it was:",
    ]


@pytest.mark.parametrize("wish", ["drop U-99", "make it cheaper", "thanks!"])
async def test_a_wish_that_changes_no_unit_makes_no_version_of_the_backlog(play: Play, wish: str) -> None:
    run = await backlog_proposed(play)
    (backlog,) = run.backlogs

    await play.says("mona", f"/refine {wish}")

    after = await play.run()
    assert (after.backlogs, after.stage) == ((backlog,), Stage.BACKLOG_PROPOSED)
    told = await play.newest("turn")
    assert "backlog v1 is as it was" in told.body
    assert "not done" in told.body
    assert f"/signalbox approve backlog {backlog.digest[:12]}" in told.body


async def test_an_approved_backlog_stands_with_its_approval_when_a_wish_changes_nothing(play: Play) -> None:
    run = await delivering(play, "U-01")
    assert run.backlog is not None

    await play.says("mona", "/refine backlog drop U-99")

    after = await play.run()
    assert (after.stage, after.backlogs) == (Stage.DELIVERING, run.backlogs)
    assert after.approval_of(run.backlog.digest) is not None
    assert "stands with its approval" in (await play.newest("turn")).body
    assert after.waiting == run.waiting


async def test_wishes_said_while_a_question_holds_the_plan_are_told_with_the_questions_and_with_the_plan(
    play: Play,
) -> None:
    await play.opens("mona", PAID)
    first = await play.newest("turn")

    await play.says("mona", "/refine drop R-2")

    came = "“drop R-2” (`@mona`): Dropped R-2; what was dropped now stands among the non-goals."
    asked = await play.newest("turn")
    assert asked.id == first.id
    assert came in asked.body

    await play.says("mona", "/refine R-3 can wait")

    again = await play.newest("turn")
    assert again.id == first.id
    assert came in again.body
    assert "Put off R-3" in again.body
    (held,) = (await play.run()).blocking
    await play.says("mona", f"/answer {held.removeprefix('Q')} Stripe\n/answer defaults")

    run = await play.run()
    assert [plan.number for plan in run.plans] == [1]
    assert came in (await play.newest("turn")).body


async def test_a_wish_that_changes_no_file_makes_no_version_of_a_patchset(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset, issue = patchset_of(run, "U-03"), run.units["U-03"].issue
    first = await play.newest("turn", thread=issue)

    await play.says("mona", "/refine make it pop more", thread=issue)

    after = await play.run()
    assert (patchset_of(after, "U-03"), after.refinements) == (patchset, ())
    told = await play.newest("turn", thread=issue)
    assert told.id != first.id
    assert "### 🟡 Your turn, anyone with write access (cc @tess): PS-1 is as it was" in told.body
    assert "“make it pop more” not done: without a model I understand only" in told.body
    assert f"/signalbox approve PS-1 {patchset.digest[:12]}" in told.body
    # What stood above is asked for again, in the same words.
    assert (await play.comment(first.id)).body == first.body

    pull = await approve_unit(play, "U-03")
    assert pull.digest == patchset.digest
    assert "<details><summary>A wish changed nothing, settled since" in (await play.comment(told.id)).body


async def test_a_wish_said_on_the_intake_issue_is_answered_in_the_units_issue_and_pointed_to(
    play: Play,
) -> None:
    await delivering(play, "U-03")

    await play.says("mona", "/refine U-03 make it pop more")

    pointer = await play.newest("pointer")
    assert "`@mona`: [your wish changed no file of PS-1](" in pointer.body
    assert "so that version stands." in pointer.body


async def test_a_wish_that_changes_no_file_leaves_a_rule_that_stops_it(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "frozen_paths:\n  - /docs/\n"})
    before = (await delivering(play, "U-03")).units["U-03"]
    assert before.patchset is not None

    await play.says("mona", "/refine make it pop more", thread=before.issue)

    unit = (await play.run()).units["U-03"]
    assert (unit.state, unit.reason, unit.patchset) == (
        UnitState.BLOCKED_POLICY,
        before.reason,
        before.patchset,
    )
    told = (await play.newest("turn", thread=unit.issue)).body
    assert "PS-1 is as it was, and the rule `frozen-paths` still stops it" in told
    assert "/signalbox approve" not in told


async def test_the_same_files_on_a_base_that_moved_are_a_new_version(play: Play) -> None:
    run = await delivering(play, "U-03")
    first = patchset_of(run, "U-03")
    await play.commits("raj", {"elsewhere.txt": "Nothing to do with it.\n"})

    await play.says("mona", "/refine make it pop more", thread=run.units["U-03"].issue)

    second = patchset_of(await play.run(), "U-03")
    assert (second.version, second.base_sha) == (2, await play.head())
    assert second.digest != first.digest


async def test_files_that_somebody_said_yes_to_come_back_under_another_digest(play: Play) -> None:
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await play.says("mona", "/refine make it pop more", thread=run.units["U-03"].issue)

    second = patchset_of(await play.run(), "U-03")
    assert second.version == 2
    assert second.digest != pull.digest
