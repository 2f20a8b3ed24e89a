"""From the backlog to issues: what is made, what is linked, and what people's own hands change."""

from typing import Any

import pytest

from handlers import markers
from policies import entries as e
from policies.stages import Stage, UnitState
from tests.stories.shortcuts import backlog_proposed, delivering
from tests.stories.stage import REPO, Play


async def by_unit(play: Play) -> dict[str, dict[str, Any]]:
    """Unit or slice id -> its issue."""
    found: dict[str, dict[str, Any]] = {}
    for issue in await play.issues():
        marker = markers.read(issue["body"] or "")
        if marker is not None and (name := marker.fields.get("unit") or marker.fields.get("slice")):
            assert name not in found, f"{name} has two issues"
            found[name] = issue
    return found


async def sub_issues(play: Play, issue: object) -> list[int]:
    """The numbers of an issue's sub-issues."""
    return [each["number"] for each in await play.person("raj").all(f"{REPO}/issues/{issue}/sub_issues")]


async def blocked_by(play: Play, issue: object) -> list[int]:
    """The numbers of the issues that block this one."""
    path = f"{REPO}/issues/{issue}/dependencies/blocked_by"
    return [each["number"] for each in await play.person("raj").all(path)]


async def test_the_backlog_waits_for_its_own_approval(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None

    assert [issue["number"] for issue in await play.issues()] == [play.issue]
    shown = await play.newest("turn")
    assert f"/signalbox approve backlog {run.backlog.digest[:12]}" in shown.body
    assert run.waiting == ("backlog",)


async def test_a_requirement_whose_units_are_left_out_is_named_as_a_gap(play: Play) -> None:
    await backlog_proposed(play)
    assert (
        "**Coverage** 5 of 5 requirements and quality demands have a unit\n\n"
        in (await play.newest("turn")).body
    )

    await play.says("mona", "/refine backlog drop S3")

    shown = (await play.newest("turn")).body
    assert "**Coverage** 2 of 5 requirements and quality demands have a unit\n**Only prepared for**, and usable by nobody yet: R-1, R-2, R-3" in shown  # fmt: skip


async def test_every_unit_becomes_one_issue_under_its_slice_and_blocked_by_what_it_waits_for(
    play: Play,
) -> None:
    run = await delivering(play)

    issues = await by_unit(play)
    assert set(issues) == {*run.units, *run.slices}
    assert {name: issue["number"] for name, issue in issues.items() if name in run.units} == {
        unit.id: unit.issue for unit in run.units.values()
    }
    assert sorted(await sub_issues(play, play.issue)) == sorted(number for number, _ in run.slices.values())
    under = [number for part, _ in run.slices.values() for number in await sub_issues(play, part)]
    assert sorted(under) == sorted(unit.issue for unit in run.units.values())
    for unit in run.units.values():
        expected = sorted(run.units[other].issue for other in unit.depends_on)
        assert sorted(await blocked_by(play, unit.issue)) == expected
    assert {tuple(label["name"] for label in issue["labels"]) for issue in issues.values()} == {
        ("signalbox/unit",)
    }


async def test_bringing_issues_in_step_again_writes_nothing(play: Play) -> None:
    run = await delivering(play, "S1")
    before = await play.issues()

    # The same slice is approved again of a new version, which leaves out a unit of another slice.
    await play.says("raj", f"/refine backlog drop {list(run.dependencies)[-1]}")
    again = await play.run()
    assert again.backlog is not None
    await play.says("raj", f"/approve backlog {again.backlog.digest[:12]} --only S1")

    synced = (await play.look()).entries("backlog_synced")
    assert [entry.writes for entry in synced if isinstance(entry, e.BacklogSynced)][1:] == [0]
    after = await play.issues()
    assert [issue["number"] for issue in after] == [issue["number"] for issue in before]
    assert set((await play.run()).units) == set(run.units)


async def test_a_dropped_unit_leaves_the_backlog_and_its_issue_is_closed(play: Play) -> None:
    run = await delivering(play, "S1")
    gone = run.units["U-05"]

    await play.says("mona", "/refine backlog drop U-05")
    proposed = await play.run()
    assert proposed.stage is Stage.BACKLOG_PROPOSED
    assert proposed.backlog is not None
    assert proposed.backlog.number == 2
    assert "U-05" not in proposed.dependencies
    # Until somebody approves it, the issue stays as it is.
    issue = await play.person("raj").do("GET", f"{REPO}/issues/{gone.issue}")
    assert issue["state"] == "open"
    await play.says("raj", f"/approve backlog {proposed.backlog.digest[:12]} --only S1")

    issue = await play.person("raj").do("GET", f"{REPO}/issues/{gone.issue}")
    assert (issue["state"], issue["state_reason"]) == ("closed", "not_planned")
    after = await play.run()
    assert after.units["U-05"].state is UnitState.DROPPED
    assert after.stage is Stage.DELIVERING


async def test_only_names_units_and_brings_along_what_they_wait_for(play: Play) -> None:
    run = await delivering(play, "U-06")

    assert set(run.units) == {"U-01", "U-06"}
    assert set(await by_unit(play)) == {"U-01", "U-06", "S1"}
    assert run.units["U-06"].depends_on == ("U-01",)
    assert await blocked_by(play, run.units["U-06"].issue) == [run.units["U-01"].issue]


async def test_a_flood_of_issues_is_refused_and_the_part_that_is_offered_is_made(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "max_issues: 3\n"})
    run = await backlog_proposed(play)
    assert run.backlog is not None
    asked = (await play.newest("turn")).body
    assert "lets one approval make at most 3 issues" in asked
    line = f"/signalbox approve backlog {run.backlog.digest[:12]} --only U-01"
    assert line in asked

    said = await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")

    assert said.reactions == {"eyes": 1, "confused": 1}
    told = (await play.newest("turn")).body
    assert "SB-127" in told
    assert "so I made none" in told
    assert line in told
    assert (await play.run()).waiting == ("backlog",)
    assert len(await play.issues()) == 1

    await play.says("raj", line)
    assert set(await by_unit(play)) == {"U-01", "S1"}
    assert (await play.run()).stage is Stage.DELIVERING


async def test_only_refuses_names_that_are_not_in_the_backlog(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None

    said = await play.says("raj", f"/approve backlog {run.backlog.digest[:12]} --only U-99")

    assert said.reactions == {"eyes": 1, "confused": 1}
    refused = (await play.look()).entries("command_refused")
    assert [entry.code for entry in refused if isinstance(entry, e.CommandRefused)] == ["SB-119"]
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    assert len(await play.issues()) == 1


@pytest.mark.parametrize(
    ("reason", "state"),
    [("completed", UnitState.DONE), ("not_planned", UnitState.DROPPED)],
    ids=["done-by-hand", "not-wanted"],
)
async def test_a_person_who_closes_a_units_issue_has_the_last_word(
    play: Play, reason: str, state: UnitState
) -> None:
    run = await delivering(play, "U-02", "U-03")

    await play.closes("raj", run.units["U-02"].issue, reason=reason)

    after = await play.run()
    assert after.units["U-02"].state is state
    assert "raj" in after.units["U-02"].reason
    assert after.units["U-03"].state is UnitState.WAITING_USER_APPROVAL


async def test_a_run_ends_when_people_have_closed_every_unit(play: Play) -> None:
    run = await delivering(play, "U-02", "U-03")

    await play.closes("raj", run.units["U-02"].issue)
    await play.closes("raj", run.units["U-03"].issue, reason="not_planned")

    after = await play.run()
    assert after.stage is Stage.DONE
    assert await play.labels() == ["signalbox/done"]
    assert "### 🟢 Finished: " in (await play.newest("turn")).body


async def test_a_unit_whose_dependency_is_done_by_hand_is_taken_up(play: Play) -> None:
    run = await delivering(play, "U-06")
    assert run.units["U-06"].state is UnitState.QUEUED

    await play.closes("raj", run.units["U-01"].issue)

    after = await play.run()
    assert after.units["U-06"].state not in {UnitState.QUEUED, UnitState.READY}


async def test_a_rejected_backlog_makes_no_issue(play: Play) -> None:
    run = await backlog_proposed(play)
    assert run.backlog is not None

    await play.says("raj", "/reject backlog far too many")
    await play.says("raj", f"/approve backlog {run.backlog.digest[:12]}")

    after = await play.run()
    assert after.waiting == ()
    assert len(after.approvals) == 1
    assert len(await play.issues()) == 1


async def test_issues_that_people_wrote_are_left_alone(play: Play) -> None:
    mine = await play.person("mona").do("POST", f"{REPO}/issues", {"title": "Mine", "body": "Not yours."})
    forged = await play.person("mona").do(
        "POST", f"{REPO}/issues", {"title": "U-01", "body": "<!-- signalbox:v1 kind=unit run=3 unit=U-01 -->"}
    )

    run = await delivering(play, "S1")

    assert play.issue == 3
    assert run.units["U-01"].issue not in {mine["number"], forged["number"]}
    for number in (mine["number"], forged["number"]):
        issue = await play.person("raj").do("GET", f"{REPO}/issues/{number}")
        assert (issue["state"], issue["comments"]) == ("open", 0)
