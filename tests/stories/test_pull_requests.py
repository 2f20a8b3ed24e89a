"""A unit's pull request: the repository's own template, a draft while checks run, its owners asked, and no foreign commit."""

import json

from policies import entries as e
from policies.checks import OWN
from policies.run import PullRequest
from policies.stages import Overlay
from tests.stories.shortcuts import approve_unit, delivering, patchset_of
from tests.stories.stage import REPO, Play

TEMPLATE = """\
<!-- Please say what it is about. -->
## Summary

Say it here.

## How was it tested?

## Screenshots

## Checklist

- [x] I read the guidelines
- [ ] Fixes #1, cc @everyone <b>now</b>
"""


async def shown(play: Play, pull: PullRequest) -> dict[str, object]:
    found: dict[str, object] = await play.pull(pull.number)
    return found


async def test_the_repository_s_template_is_filled_in_and_nothing_in_it_acts(play: Play) -> None:
    await play.commits("raj", {".github/pull_request_template.md": TEMPLATE})
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")

    body = str((await shown(play, pull))["body"])
    assert body.startswith("<!-- signalbox:v1 kind=pull")
    order = ["### Summary", "### How was it tested?", "### Screenshots", "### Checklist"]
    assert [body.index(each) for each in order] == sorted(body.index(each) for each in order)
    assert "Not filled in: this is for a person to say." in body
    assert "- [ ] I read the guidelines" in body
    assert "[x]" not in body
    assert "Please say" not in body
    assert f"Closes #{run.units['U-03'].issue}" in body
    assert "Fixes #1" not in body
    assert "@everyone" not in body
    assert "<b>" not in body


async def test_it_is_a_draft_until_its_checks_are_green(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    first = await shown(play, pull)
    assert first["draft"] is True
    labels = first["labels"]
    assert isinstance(labels, list)
    assert [label["name"] for label in labels] == ["signalbox/unit"]

    await play.ci(pull.commit_sha, "failure")
    assert (await shown(play, pull))["draft"] is True
    await play.ci(pull.commit_sha, "success")

    assert (await shown(play, pull))["draft"] is False
    assert "pull_request.ready_for_review" in play.github.told("pull_request")
    # Making it ready writes nothing: these are the plan's and the unit's tree, commit and branch.
    assert (await play.content_writes()) == {"signalbox[bot]": 6}


async def test_a_repository_can_have_it_ready_from_the_start(play: Play) -> None:
    await play.commits("raj", {".github/signalbox.yml": "draft: false\n"})
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    assert (await shown(play, pull))["draft"] is False


async def test_its_owners_are_asked_for_a_review(play: Play) -> None:
    await play.commits("raj", {".github/CODEOWNERS": "* @tess @nobody-here @raj\n"})
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    # A draft asks for nobody's time.
    assert (await shown(play, pull))["requested_reviewers"] == []

    await play.ci(pull.commit_sha, "success")
    found = (await shown(play, pull))["requested_reviewers"]
    assert isinstance(found, list)
    assert sorted(user["login"] for user in found) == ["raj", "tess"]


async def test_a_push_to_its_branch_stops_the_run_and_the_check_says_so(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    foreign = await play.commits("raj", {"extra.txt": "mine\n"}, branch=pull.branch)

    run = await play.run()
    assert run.overlay is Overlay.NEEDS_HUMAN
    assert "somebody pushed to" in run.overlay_reason
    head = await play.person("raj").do("GET", f"{REPO}/git/ref/heads/{pull.branch}")
    assert head["object"]["sha"] == foreign
    said = f"{REPO}/commits/{pull.commit_sha}/check-runs"
    (check,) = (await play.person("raj").do("GET", said, check_name=OWN))["check_runs"]
    assert check["conclusion"] == "failure"
    assert f"the branch holds `{foreign[:7]}`, which nobody approved" in check["output"]["summary"]


async def test_where_graphql_is_refused_it_stays_a_draft_and_says_so(play: Play) -> None:
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    faults = [{"method": "POST", "path_regex": "/api/graphql", "kind": "forbidden"}]
    await play.github.control("/faults", faults=faults)
    await play.ci(pull.commit_sha, "success")

    assert (await shown(play, pull))["draft"] is True
    told = [each.body for each in await play.comments(run.units["U-03"].issue)]
    assert any("is still a draft" in body for body in told)
    await play.merges("raj", pull.number)
    assert (await shown(play, pull))["merged"] is True


async def test_a_branch_with_the_same_files_and_somebody_elses_words_is_not_taken_for_ours(
    play: Play,
) -> None:
    """The patchset is public, so whoever may push can make its branch first: with a message that keeps checks from running."""
    seen = patchset_of(await delivering(play, "U-03"), "U-03")
    raj, sight = play.person("raj"), await play.look()
    files = json.loads(sight.artifacts[seen.content])["files"]
    base = await raj.do("GET", f"{REPO}/git/commits/{seen.base_sha}")
    entries = [
        {"path": file["path"], "mode": "100644", "type": "blob", "content": file["content"]} for file in files
    ]
    tree = await raj.do("POST", f"{REPO}/git/trees", {"base_tree": base["tree"]["sha"], "tree": entries})
    assert tree["sha"] == seen.tree_sha
    words = "Scope [skip ci]\n\nApproved-by: ada (comment 1 on issue 1, 2026-11-21T10:00:00Z)\n"
    commit = {"message": words, "tree": tree["sha"], "parents": [seen.base_sha]}
    made = await raj.do("POST", f"{REPO}/git/commits", commit)
    branch = "signalbox/run-1-u-03-v1"
    await raj.do("POST", f"{REPO}/git/refs", {"ref": f"refs/heads/{branch}", "sha": made["sha"]})

    thread = (await play.run()).units["U-03"].issue
    await play.says("raj", f"/approve {seen.number} {seen.digest[:12]}", thread=thread)

    (voided,) = (await play.look()).entries("approval_voided")
    assert isinstance(voided, e.ApprovalVoided)
    assert voided.reason == f"`{branch}` exists and holds something else"
    assert f"{branch}` exists and holds something else" in (await play.newest()).body
    assert [pull["head"]["ref"] for pull in await play.pulls()] == ["signalbox/run-1-plan-v1"]

    # Once it is out of the way, the branch is ours.
    await raj.do("DELETE", f"{REPO}/git/refs/heads/{branch}")
    ours = await raj.do("GET", f"{REPO}/git/commits/{(await approve_unit(play, 'U-03')).commit_sha}")
    assert "Approved-by: raj" in ours["message"]
