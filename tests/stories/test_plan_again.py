"""Another plan after the first was approved: a review of its pull request, a PRD that was edited, and what stands meanwhile."""

from typing import Any

import pytest

from policies.stages import Stage
from tests.stories.clearing import refusals
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import backlog_proposed, delivering, plan_proposed
from tests.stories.stage import REPO, Play


async def reviews(play: Play, who: str, body: str) -> dict[str, Any]:
    """Somebody requests changes on the plan's pull request; the pull request as it is afterwards."""
    (pull,) = (await play.run()).pull_requests.values()
    review = {"event": "REQUEST_CHANGES", "body": body}
    await play.person(who).do("POST", f"{REPO}/pulls/{pull.number}/reviews", review)
    await play.settled()
    return await play.pull(pull.number)


async def test_a_review_of_the_plan_brings_a_new_version_that_needs_its_own_approval(play: Play) -> None:
    run = await backlog_proposed(play)
    written = await play.content_writes()

    pull = await reviews(play, "raj", "Please drop R-2, nobody asked for it.")

    after = await play.run()
    assert (after.stage, [plan.number for plan in after.plans]) == (Stage.PLAN_PROPOSED, [1, 2])
    assert after.approvals == ()
    assert pull["state"] == "open"
    assert await play.content_writes() == written
    told = await play.newest("turn")
    assert "Dropped R-2; what was dropped now stands among the non-goals." in told.body
    assert (
        f"The version before was approved; that yes counts no more. Its pull request #{pull['number']} is closed"
        in told.body
    )

    assert run.backlog is not None
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED
    await play.says("raj", f"/approve plan {after.plans[1].digest[:12]}")

    again = await play.run()
    assert (again.stage, [backlog.number for backlog in again.backlogs]) == (Stage.BACKLOG_PROPOSED, [1, 2])
    assert [one["state"] for one in await play.pulls()] == ["closed", "open"]
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1", "signalbox/run-1-plan-v2"]


async def test_a_bare_yes_to_the_backlog_is_none_to_a_plan_that_took_its_place(play: Play) -> None:
    await backlog_proposed(play)
    branches = await play.branches()
    await play.says("mona", "/refine plan use MySQL instead of PostgreSQL")
    play.wait(90)

    said = await play.says("raj", "/approve")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert await refusals(play) == ["SB-112"]
    run = await play.run()
    assert (run.stage, [plan.number for plan in run.plans]) == (Stage.PLAN_PROPOSED, [1, 2])
    assert run.approvals == ()
    assert f"/signalbox approve plan {run.plans[1].digest[:12]}" in (await play.newest("turn")).body
    assert await play.branches() == branches


async def test_a_bare_yes_counts_for_the_first_backlog_in_the_run_s_issue_alone(play: Play) -> None:
    run = await backlog_proposed(play)
    (pull,) = run.pull_requests
    play.wait(90)

    await play.says("raj", "/approve", thread=pull)
    assert await refusals(play) == ["SB-112"]
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED

    await play.says("raj", "/approve")
    assert (await play.run()).stage is Stage.DELIVERING


async def test_a_review_that_changes_nothing_leaves_the_approval_and_the_backlog(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None

    await reviews(play, "raj", "drop R-77")

    after = await play.run()
    assert (after.stage, after.plans, after.backlogs) == (Stage.BACKLOG_PROPOSED, run.plans, run.backlogs)
    assert after.approvals == run.approvals
    assert "stands with its approval" in (await play.newest("turn")).body
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")
    assert (await play.run()).stage is Stage.DELIVERING


async def test_a_review_that_only_asks_changes_nothing(play: Play) -> None:
    run = await backlog_proposed(play)
    (pull,) = run.pull_requests.values()
    path = f"{REPO}/pulls/{pull.number}/reviews"
    comment = {"path": ".signalbox/runs/1/architecture_pack_summary.md", "position": 1, "body": "Why?"}

    await play.person("raj").do(
        "POST", path, {"event": "REQUEST_CHANGES", "body": " ", "comments": [comment]}
    )
    await play.settled()

    after = await play.run()
    assert (after.plans, after.approvals) == (run.plans, run.approvals)
    assert "That reads as a question, not as a wish." in (await play.newest("turn")).body


async def test_a_review_by_somebody_who_may_not_refine_changes_nothing(play: Play) -> None:
    run = await backlog_proposed(play)

    await reviews(play, "eve", "drop R-2")

    after = await play.run()
    assert (after.stage, after.plans, after.refinements) == (run.stage, run.plans, ())


async def test_the_plan_stays_once_its_issues_are_made(play: Play) -> None:
    run = await delivering(play, "U-01")

    said = await play.says("mona", "/refine plan drop R-2")

    assert said.reactions == {"eyes": 1, "confused": 1}
    assert (await play.run()).plans == run.plans
    assert "so the plan stays as it is" in (await play.newest("turn")).body


async def edits_prd(play: Play) -> None:
    await play.person("mona").do(
        "PATCH",
        f"{REPO}/issues/{play.issue}",
        {"body": TOOLS.replace("- A member can list", "- A member can rate a tool.\n- A member can list")},
    )
    await play.settled()


async def test_an_edited_prd_is_said_on_the_plan_itself_and_on_the_card(play: Play) -> None:
    run = await plan_proposed(play)
    first = await play.newest("turn")

    await edits_prd(play)

    behind = await play.comment(first.id)
    assert "the PRD changed after plan v1 was drawn" in behind.body
    assert "/signalbox approve plan" not in behind.body
    assert "/signalbox refine plan read the PRD again" in behind.body
    assert "the PRD changed after plan v1 was drawn" in (await play.card()).body
    await play.says("raj", f"/approve plan {run.plans[0].digest[:12]}")
    assert (await play.run()).approvals == ()

    await play.person("mona").do("PATCH", f"{REPO}/issues/{play.issue}", {"body": TOOLS})
    await play.settled()
    assert (await play.comment(first.id)).body == first.body


async def test_an_edited_prd_voids_what_waits_for_approval_and_can_be_read_again(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None

    await edits_prd(play)

    assert "the PRD changed after plan v1 was drawn" in (await play.card()).body
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    assert "/signalbox refine plan read the PRD again" in (await play.newest("turn")).body

    await play.says("mona", "/refine plan read the PRD again")

    again = await play.run()
    assert (again.stage, [plan.number for plan in again.plans]) == (Stage.PLAN_PROPOSED, [1, 2])
    assert again.approvals == ()
    told = (await play.newest("turn")).body.partition("**Changed since v1**")[2].partition("**")[0]
    first, *raised = [line.partition(":")[0] for line in told.splitlines() if line.startswith("- ")]
    assert first == "- requirement R-4 added"
    # Whatever else is told is what the new demand raises.
    assert all(line.endswith(" added") or line.startswith("- risk ") for line in raised)


@pytest.mark.parametrize("unit", ["U-01"])
async def test_an_edited_prd_is_said_on_the_card_of_a_run_that_delivers(play: Play, unit: str) -> None:
    await delivering(play, unit)

    await edits_prd(play)

    assert (
        "**edited after the plan was approved**; the units follow the approved text"
        in (await play.card()).body
    )
