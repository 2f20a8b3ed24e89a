"""What happens to a repository and its issues in the middle of a run: it stops where it must, says so, and loses nothing."""

from dataclasses import replace

from policies.stages import Stage
from sandbox.records import Repo
from tests.stories.clearing import refusals
from tests.stories.losing import sweep, wake
from tests.stories.prds import NO_QUESTIONS
from tests.stories.seen import NAME, OWNER
from tests.stories.shortcuts import approve_unit, delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play

PLAN = "signalbox/run-1-plan-v1"


def repository(play: Play, name: str = NAME) -> Repo:
    found = play.github.world.repo(OWNER, name)
    assert found is not None
    return found


async def test_an_archived_repository_stops_a_run_until_it_is_opened_again(play: Play) -> None:
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    await play.github.control("/webhooks", hold=True)
    await play.person("raj").comment(REPOSITORY, play.issue, f"/approve plan {run.plan.digest[:12]}")
    repository(play).archived = True
    await play.github.control("/webhooks", hold=False)
    await play.settled()
    assert await play.branches() == ["main"]

    repository(play).archived = False
    await sweep(play)
    await wake(play, "opened again")

    run = await play.run()
    assert (run.stage, run.overlay) == (Stage.BACKLOG_PROPOSED, None)
    assert await play.branches() == ["main", PLAN]


async def test_a_run_goes_on_in_an_issue_that_is_locked_to_others(play: Play) -> None:
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    repository(play).issues[play.issue].locked = True

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED


async def test_a_run_goes_on_under_another_default_branch(play: Play) -> None:
    await delivering(play, "U-03")
    before = patchset_of(await play.run(), "U-03")
    await play.cast(ada="admin")
    await play.person("ada").do("POST", f"{REPO}/branches/main/rename", {"new_name": "trunk"})
    await play.settled()

    await play.says("raj", f"/approve PS-1 {before.digest[:12]}")
    assert await refusals(play) == ["SB-203"]
    told = (await play.newest()).body
    assert "The default branch is `trunk` now; PS-1 was computed on `main`." in told
    assert "/signalbox refine PS-1 draw it again on the current base" in told
    await play.says("mona", "/refine PS-1 draw it again on the current base")

    pull = await approve_unit(play, "U-03")
    assert (await play.pull(pull.number))["base"]["ref"] == "trunk"


async def test_a_run_goes_on_in_a_repository_that_is_made_public(play: Play) -> None:
    repository(play).private = True
    run = await plan_proposed(play, NO_QUESTIONS)
    assert run.plan is not None
    repository(play).private = False

    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")

    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED


async def test_a_record_that_came_from_another_repository_is_no_run_here(play: Play) -> None:
    """GitHub moves an issue with its comments, and they bear the App's name wherever they are."""
    await plan_proposed(play, NO_QUESTIONS)
    await play.github.repo(f"{OWNER}/store", files={"README.md": "# Store\n"})
    await play.github.role(f"{OWNER}/store", mona="write", tess="triage")
    store = repository(play, "store")
    play.github.world.installations[play.registered.installation_id].repo_ids = {
        repository(play).id,
        store.id,
    }
    path = f"/repos/{OWNER}/store/issues"
    made = await play.person("mona").do("POST", path, {"title": "A small shop", "body": NO_QUESTIONS})
    moved = store.issues[made["number"]]
    for comment in repository(play).issues[play.issue].comments:
        copy = replace(comment, id=play.github.world.next_id(), issue=moved, reactions=[])
        moved.comments.append(copy)
        store.comments[copy.id] = copy
    before = len(moved.comments)

    await play.person("tess").do("POST", f"{path}/{moved.number}/labels", {"labels": ["signalbox"]})
    await play.settled()

    (said,) = [each.body for each in moved.comments[before:]]
    assert "I need a person: the record of this run is not whole" in said
    assert "it came here when an issue was moved or its comments were copied" in said
    assert "open a new issue with the PRD to start afresh" in said
    assert store.git.refs("refs/heads/") == {"refs/heads/main": store.git.ref("refs/heads/main")}
    play.dead = tuple(letter.why for letter in await play.app.queue.dead_letters())
    assert len(play.dead) == 1
