"""Merging by the App: off by default, only where a repository lets it, and only the approved commit while nothing speaks against it."""

import pytest

from policies import entries as e
from policies.stages import Overlay, UnitState
from tests.stories.ci import QUEUE
from tests.stories.seen import REPOSITORY
from tests.stories.shortcuts import approve_unit, delivering
from tests.stories.stage import REPO, Play


async def allowed(play: Play, how: str) -> None:
    await play.commits("raj", {".github/signalbox.yml": f"merge: {how}\n"})


async def review_required(play: Play) -> None:
    parameters = {
        "required_approving_review_count": 1,
        "dismiss_stale_reviews_on_push": False,
        "require_code_owner_review": False,
        "require_last_push_approval": False,
        "required_review_thread_resolution": False,
    }
    rules = [{"type": "pull_request", "parameters": parameters}]
    await play.github.control(f"/repos/{REPOSITORY}/rules", branch="main", rules=rules)


async def test_green_is_merged_by_the_app_and_the_record_says_why(play: Play) -> None:
    await allowed(play, "when_green")
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    before = await play.content_writes()

    await play.ci(pull.commit_sha, "success")

    assert (await play.pull(pull.number))["merged"] is True
    run = await play.run()
    assert run.units["U-03"].state is UnitState.DONE
    sight = await play.look()
    (intent,) = sight.entries("merge_intended")
    assert isinstance(intent, e.MergeIntended)
    assert (intent.head_sha, intent.digest) == (pull.commit_sha, pull.digest)
    (merge,) = play.calls("PUT", f"/pulls/{pull.number}/merge")
    assert merge.path.endswith("/merge")
    assert (await play.content_writes())["signalbox[bot]"] == before["signalbox[bot]"] + 1


async def test_a_label_and_a_review_keep_it_for_people_until_they_are_gone(play: Play) -> None:
    await allowed(play, "when_green")
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.person("raj").do("POST", f"{REPO}/issues/{pull.number}/labels", {"labels": ["needs-human"]})
    await play.settled()

    await play.ci(pull.commit_sha, "success")
    assert (await play.pull(pull.number))["merged"] is False
    told = await play.newest("turn", thread=run.units["U-03"].issue)
    assert "carries the label `needs-human`" in told.body
    assert play.calls("PUT", "/merge") == []

    await play.person("raj").do("DELETE", f"{REPO}/issues/{pull.number}/labels/needs-human")
    await play.settled()
    assert (await play.pull(pull.number))["merged"] is True


async def test_a_required_review_is_waited_for_and_its_coming_is_enough(play: Play) -> None:
    await allowed(play, "when_green")
    await delivering(play, "U-03")
    await review_required(play)
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")
    assert (await play.pull(pull.number))["merged"] is False

    await play.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", {"event": "APPROVE"})
    await play.settled()

    assert (await play.pull(pull.number))["merged"] is True


@pytest.mark.parametrize("later", ["dismissed", "overruled"])
async def test_a_review_that_is_taken_back_counts_no_more(play: Play, later: str) -> None:
    await allowed(play, "when_green")
    await delivering(play, "U-03")
    await review_required(play)
    pull = await approve_unit(play, "U-03")
    reviews, raj = f"{REPO}/pulls/{pull.number}/reviews", play.person("raj")
    yes = await raj.do("POST", reviews, {"event": "APPROVE"})
    if later == "dismissed":
        await raj.do("PUT", f"{reviews}/{yes['id']}/dismissals", {"message": "Too soon.", "event": "DISMISS"})
    else:
        await raj.do("POST", reviews, {"event": "REQUEST_CHANGES", "body": "Name the product Shelf."})
    await play.settled()

    await play.ci(pull.commit_sha, "success")

    assert (await play.pull(pull.number))["merged"] is False
    assert play.calls("PUT", "/merge") == []


async def test_only_the_reviews_of_those_who_may_push_are_counted_as_approving(play: Play) -> None:
    """GitHub calls a collaborator who can only read a collaborator, too."""
    await allowed(play, "when_green")
    await delivering(play, "U-03")
    await review_required(play)
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")

    reviews = f"{REPO}/pulls/{pull.number}/reviews"
    for who in ("eve", "tess"):
        await play.person(who).do("POST", reviews, {"event": "APPROVE"})
        await play.settled()
    assert "0 of 1 required reviews approve it" in (await play.run()).pull_requests[pull.number].kept

    no = {"event": "REQUEST_CHANGES", "body": "Name the product Shelf."}
    await play.person("eve").do("POST", reviews, no)
    await play.person("raj").do("POST", reviews, {"event": "APPROVE"})
    await play.settled()
    assert (await play.pull(pull.number))["merged"] is True


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("revoked", "@raj may not approve any more"),
        ("edited", "the approving comment was edited or deleted"),
        ("retargeted", "it goes to `release`, and what was approved was for `main`"),
        ("moved", "changed on `main` after it was drawn"),
        ("settings", "the repository's configuration changed after the approval"),
    ],
)
async def test_what_would_make_an_approval_void_before_a_write_keeps_it_from_being_merged(
    play: Play, *, change: str, why: str
) -> None:
    await allowed(play, "when_green")
    await play.cast(ada="write")
    run = await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    approval = (await play.run()).approval_of(pull.digest)
    assert approval is not None
    main = await play.head()
    match change:
        case "revoked":
            await play.github.role(REPOSITORY, raj="triage")
        case "edited":
            await play.edits("raj", approval.comment_id, "/signalbox help")
        case "retargeted":
            ada = play.person("ada")
            await ada.do("POST", f"{REPO}/git/refs", {"ref": "refs/heads/release", "sha": main})
            await ada.do("PATCH", f"{REPO}/pulls/{pull.number}", {"base": "release"})
        case "moved":
            files = await play.person("raj").all(f"{REPO}/pulls/{pull.number}/files")
            touched = files[0]["filename"]
            await play.commits("ada", {touched: "By hand meanwhile.\n"})
        case _:
            await play.commits("ada", {".github/signalbox.yml": "merge: when_green\nmax_parallel_units: 2\n"})
    main = await play.head()

    await play.ci(pull.commit_sha, "success")

    assert (await play.pull(pull.number))["merged"] is False
    assert play.calls("PUT", "/merge") == []
    assert await play.head() == main
    assert why in (await play.newest("turn", thread=run.units["U-03"].issue)).body


async def test_a_merge_queue_is_entered_and_its_word_is_heard(play: Play) -> None:
    await allowed(play, "queue")
    run = await delivering(play, "U-03")
    rules = [{"type": "merge_queue", "parameters": QUEUE}]
    await play.github.control(f"/repos/{REPOSITORY}/rules", branch="main", rules=rules)
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")
    assert "pull_request.enqueued" in play.github.told("pull_request")
    assert play.calls("PUT", "/merge") == []
    assert "| 🔵 merging |" in (await play.card()).body
    assert "Your turn" not in (await play.newest("turn", thread=run.units["U-03"].issue)).body

    await play.github.control(f"/repos/{REPOSITORY}/queue", number=pull.number, reason="CI_FAILURE")
    await play.settled()
    told = await play.newest("turn", thread=run.units["U-03"].issue)
    assert "gave it back" in told.body
    assert (await play.run()).units["U-03"].state is UnitState.VERIFYING_CI


async def test_by_default_nothing_is_merged(play: Play) -> None:
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    await play.ci(pull.commit_sha, "success")
    assert (await play.pull(pull.number))["merged"] is False
    assert play.calls("PUT", "/merge") == []


async def test_a_push_between_the_last_look_and_the_merge_merges_nothing(play: Play) -> None:
    """GitHub is told the head that was approved, so that it refuses with 409 whatever we have not seen yet."""
    await allowed(play, "when_green")
    await delivering(play, "U-03")
    pull = await approve_unit(play, "U-03")
    main = await play.head()

    async def push(method: str, path: str) -> None:
        if method == "PUT" and path.endswith("/merge"):
            play.recorder.before = None
            await play.pushes("raj", {"backdoor.txt": "By hand.\n"}, branch=pull.branch)

    play.recorder.before = push
    await play.ci(pull.commit_sha, "success")

    (merge,) = play.calls("PUT", f"/pulls/{pull.number}/merge")
    assert (merge.status, merge.sent["sha"]) == (409, pull.commit_sha)
    assert await play.head() == main
    assert (await play.pull(pull.number))["merged"] is False
    assert (await play.run()).overlay is Overlay.NEEDS_HUMAN
