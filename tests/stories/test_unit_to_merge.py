"""A unit's way: a diff to read, an approval by digest, one pull request, checks, a person's merge, the next unit."""

import base64
from typing import Any

from policies import entries as e
from policies.stages import Stage, UnitState
from tests.stories.shortcuts import approve_unit, delivering, merge_unit, patchset_of
from tests.stories.stage import REPO, REPOSITORY, Play


async def gates_of(play: Play, sha: str) -> dict[str, Any]:
    """The App's own check run on a commit."""
    path = f"{REPO}/commits/{sha}/check-runs"
    found = await play.person("raj").do("GET", path, check_name="signalbox/gates")
    (check,) = found["check_runs"]
    assert isinstance(check, dict)
    return check


async def test_a_patchset_is_shown_with_its_diff_gates_and_digest_before_anything_is_written(
    play: Play,
) -> None:
    run = await delivering(play, "U-03")

    patchset = patchset_of(run, "U-03")
    assert (patchset.number, patchset.version) == ("PS-1", 1)
    shown = await play.newest("turn", thread=run.units["U-03"].issue)
    assert f"/signalbox approve PS-1 {patchset.digest[:12]}" in shown.body
    assert "```diff" in shown.body
    for path in patchset.paths:
        assert path in shown.body
    assert {gate.result for gate in patchset.gates} <= {"pass", "warn"}
    assert patchset.base_sha == await play.head()
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_the_commit_holds_exactly_the_tree_that_was_approved(play: Play) -> None:
    run = await delivering(play, "U-03")
    patchset = patchset_of(run, "U-03")

    pull = await approve_unit(play, "U-03")

    assert pull.branch == "signalbox/run-1-u-03-v1"
    commit = await play.person("raj").do("GET", f"{REPO}/git/commits/{pull.commit_sha}")
    assert commit["tree"]["sha"] == patchset.tree_sha
    assert [parent["sha"] for parent in commit["parents"]] == [patchset.base_sha]
    # In the App's own name, so that GitHub signs it; who said yes to what stands in its trailers.
    assert (commit["verification"]["verified"], commit["author"]["name"]) == (True, "signalbox[bot]")
    trailers = dict(
        line.split(": ", 1) for line in commit["message"].rstrip().rpartition("\n\n")[2].splitlines()
    )
    assert trailers["Signalbox-Run"] == f"{REPOSITORY}#{play.issue}"
    assert trailers["Signalbox-Approved"] == f"PS-1@{patchset.digest}"
    assert trailers["Approved-by"].startswith("raj (comment ")
    before, after = await play.tree("main"), await play.tree(pull.branch)
    assert {path for path in after if before.get(path) != after[path]} == set(patchset.paths)
    assert set(before) <= set(after)
    shown = await play.pull(pull.number)
    assert shown["state"] == "open"
    assert shown["base"]["ref"] == "main"
    assert patchset.digest[:12] in shown["body"]
    # What the diff in the thread showed is what the branch holds.
    sight = await play.look()
    proposal = sight.artifacts[patchset.content].decode()
    for path in patchset.paths:
        found = await play.person("raj").do("GET", f"{REPO}/contents/{path}", ref=pull.branch)
        first = base64.b64decode(found["content"]).decode().splitlines()[0]
        assert first in proposal


async def test_green_checks_and_a_persons_merge_finish_a_unit(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    opened = await play.run()
    assert opened.units["U-03"].state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI}
    assert opened.pull_requests[pull.number].checks in {"", "pending"}
    assert (await gates_of(play, pull.commit_sha))["app"]["slug"] == "signalbox"

    await play.ci(pull.commit_sha, "success")
    verified = await play.run()
    assert verified.units["U-03"].state is UnitState.VERIFYING_CI
    assert verified.pull_requests[pull.number].checks == "green"
    assert (await gates_of(play, pull.commit_sha))["conclusion"] == "success"

    await play.merges("raj", pull.number)
    done = await play.run()
    assert done.units["U-03"].state is UnitState.DONE
    assert done.stage is Stage.DONE
    ended = (await play.look()).entries("pull_request_ended")
    assert [entry.by.login for entry in ended if isinstance(entry, e.PullRequestEnded)] == ["raj"]
    # What asked for the merge asks no more.
    told = (await play.newest("turn", thread=done.units["U-03"].issue)).body
    assert "<details><summary>The checks of #" in told
    assert " were green, merged since</summary>" in told


async def test_the_app_merges_nothing_by_itself(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")

    assert (await play.pull(pull.number))["merged"] is False
    assert play.calls("PUT", "/merge") == []


async def test_the_next_units_start_when_what_they_wait_for_is_merged(play: Play) -> None:
    run = await delivering(play, "U-06", "U-07")
    assert {unit.id: unit.state for unit in run.units.values()} == {
        "U-01": UnitState.WAITING_USER_APPROVAL,
        "U-06": UnitState.QUEUED,
        "U-07": UnitState.QUEUED,
    }

    merged = await merge_unit(play, "U-01")

    assert merged.state is UnitState.DONE
    after = await play.run()
    base = await play.head()
    for unit in ("U-06", "U-07"):
        assert patchset_of(after, unit).base_sha == base


async def test_three_units_are_under_way_at_most(play: Play) -> None:
    run = await delivering(play, "S1")
    states = [unit.state for unit in run.units.values()]
    assert states.count(UnitState.WAITING_USER_APPROVAL) == 3
    assert states.count(UnitState.READY) == 2

    await merge_unit(play, "U-02")

    after = await play.run()
    assert len(after.active_units) == 3
    assert after.units["U-02"].state is UnitState.DONE


async def test_a_red_check_is_told_and_a_wish_makes_the_next_patchset(play: Play) -> None:
    await delivering(play, "U-03")
    first = await approve_unit(play, "U-03")

    await play.ci(first.commit_sha, "failure")
    red = await play.run()
    assert red.units["U-03"].state is UnitState.CHECKS_RED
    assert "build" in red.units["U-03"].reason
    assert (await gates_of(play, first.commit_sha))["conclusion"] != "success"

    await play.says("raj", "/refine name the product Shelf in the first line", thread=red.units["U-03"].issue)
    second = patchset_of(await play.run(), "U-03")
    assert (second.number, second.version) == ("PS-1", 2)
    pull = await approve_unit(play, "U-03")

    assert pull.branch == "signalbox/run-1-u-03-v2"
    assert (await play.pull(first.number))["state"] == "closed"
    assert [p["number"] for p in await play.pulls() if p["state"] == "open"][-1] == pull.number
    # The closing of the replaced pull request is no person's no.
    after = await play.run()
    assert after.units["U-03"].state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI}


async def test_a_check_that_goes_green_again_is_enough(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "failure")

    await play.ci(pull.commit_sha, "success")

    run = await play.run()
    assert run.units["U-03"].state is UnitState.VERIFYING_CI
    assert run.pull_requests[pull.number].checks == "green"


async def test_one_green_check_beside_a_red_one_is_red(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await play.ci(pull.commit_sha, "failure", name="lint")
    await play.ci(pull.commit_sha, "success", name="build")

    assert (await play.run()).units["U-03"].state is UnitState.CHECKS_RED


async def test_a_review_that_requests_changes_is_a_wish(play: Play) -> None:
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    review = {"event": "REQUEST_CHANGES", "body": "Name the product Shelf in the first line."}
    made = await play.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", review)
    await play.settled()

    assert play.calls("POST", f"/issues/comments/{made['id']}/reactions") == [], (
        "a review's id is no comment's"
    )
    after = await play.run()
    assert [(wish.target, wish.text, wish.by.login) for wish in after.refinements] == [
        ("U-03", "Name the product Shelf in the first line.", "raj")
    ]
    assert patchset_of(after, "U-03").version == 2
    shown = await play.newest("turn", thread=run.units["U-03"].issue)
    assert patchset_of(after, "U-03").digest[:12] in shown.body
    (pointer,) = [each for each in await play.comments(pull.number) if each.kind == "pointer"]
    assert (
        f"#issuecomment-{shown.id}) says what came of your wish. This pull request stays as it is"
        in pointer.body
    )


async def test_an_approving_review_writes_nothing_and_approves_nothing(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    before = await play.run()

    review = {"event": "APPROVE", "body": "/approve"}
    await play.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", review)
    await play.settled()

    assert (await play.run()).length == before.length


async def test_a_rejected_patchset_ends_its_unit(play: Play) -> None:
    run = await delivering(play, "U-02", "U-03")
    patchset = patchset_of(run, "U-03")

    await play.says("raj", f"/reject {patchset.number} we keep that in the wiki")

    after = await play.run()
    assert after.units["U-03"].state is UnitState.FAILED
    assert after.units["U-03"].reason == "we keep that in the wiki"
    shown, told = await play.ours("turn", thread=run.units["U-03"].issue)
    assert f"### ⚫ {patchset.number} for `acme/shop`, rejected: we keep that in the wiki" in shown.body
    assert "/signalbox approve" not in shown.body
    assert f"### ⚫ U-03 ends here: `@raj` rejected {patchset.number}" in told.body
    assert "**Why:** we keep that in the wiki." in told.body
    assert "`/refine backlog add unit: " in told.body
    await play.says("raj", f"/approve {patchset.number} {patchset.digest[:12]}")
    assert (await play.run()).units["U-03"].state is UnitState.FAILED
    assert await play.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_a_pull_request_that_a_person_closes_needs_that_person(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    await play.person("raj").do("PATCH", f"{REPO}/pulls/{pull.number}", {"state": "closed"})
    await play.settled()

    run = await play.run()
    assert run.units["U-03"].state is UnitState.NEEDS_HUMAN
    assert "signalbox/your-turn" in await play.labels()


async def test_a_unit_that_never_had_a_patchset_says_so_in_its_own_issue_and_what_can_be_done(
    play: Play,
) -> None:
    await play.cast(ada="admin")
    before = await play.head()
    await play.commits("raj", {"docs/scope.md": "# Scope, by hand\n"})
    run = await delivering(play, "U-03")

    unit = run.units["U-03"]
    assert (unit.state, unit.patchset) == (UnitState.NEEDS_HUMAN, None)
    (told,) = await play.ours("turn", thread=unit.issue)
    assert (
        "### 🟠 Your turn, anyone with write access (cc @tess): there is no patchset for U-03 yet"
        in told.body
    )
    assert "is there already" in told.body
    assert "`/retry` has me try the same once more" in told.body
    assert "/signalbox refine U-03 …" in told.body

    await play.person("ada").do("PATCH", f"{REPO}/git/refs/heads/main", {"sha": before, "force": True})
    await play.says("raj", "/retry", thread=unit.issue)

    assert patchset_of(await play.run(), "U-03").version == 1
    assert (
        "<details><summary>There was no version for U-03, settled since" in (await play.comment(told.id)).body
    )
