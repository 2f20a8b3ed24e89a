"""A database is lost after much was delivered: what the record shows to be dealt with is not read again, and nothing else is missed."""

import pytest

from handlers.reviews import cause
from policies.run import PullRequest, Run
from policies.stages import Overlay, Stage, UnitState
from tests.stories.losing import standing, sweep
from tests.stories.prds import NO_QUESTIONS
from tests.stories.shortcuts import approve_unit, backlog_proposed, delivering, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play
from tests.stories.unheard import A_WHILE, HOUR, lost, numbers, read, unheard


async def busy(play: Play) -> Run:
    """A run with a pull request whose checks are green; the App was let in a while before it, and a while has passed since."""
    play.wait(A_WHILE)
    await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    await play.ci(pull.commit_sha, "success")
    play.wait(A_WHILE)
    return await play.run()


async def test_what_the_record_shows_to_be_dealt_with_is_not_read_again(play: Play) -> None:
    await busy(play)
    await play.ci(next(iter((await play.run()).pull_requests.values())).commit_sha, "success", name="lint")
    before = await standing(play)
    play.wait(A_WHILE)
    begun = await lost(play)
    await sweep(play)
    assert await standing(play) == before
    # A label, a command, an approval and pushes began all this; what came within a minute of the last entry is read.
    assert "check_run.completed" in read(play, begun)
    assert not {"issues.labeled", "issue_comment.created", "push."} & set(read(play, begun))


async def test_what_was_said_after_the_last_entry_is_read(play: Play) -> None:
    await busy(play)
    await unheard(play)
    await play.person("raj").comment(REPOSITORY, play.issue, "/pause lunch")
    play.wait(A_WHILE)
    await lost(play)
    assert (await play.run()).overlay is None
    await sweep(play)
    assert (await play.run()).overlay is Overlay.PAUSED


@pytest.mark.parametrize("newer", ["a check", "a word"])
async def test_what_the_new_queue_dealt_with_first_is_no_proof_for_the_old_one(
    play: Play, newer: str
) -> None:
    run = await busy(play)
    await unheard(play)
    await play.person("raj").comment(REPOSITORY, play.issue, "/pause lunch")
    play.wait(A_WHILE)
    await lost(play)
    # Before anybody has looked for what was lost, something newer comes and goes on record.
    if newer == "a check":
        await play.ci((await pull_of(play, "U-01")).commit_sha, "success", name="lint")
    else:
        await play.says("raj", "/approve plan 111111111111")
    assert (await play.run()).length > run.length
    play.wait(A_WHILE)
    await sweep(play)
    assert (await play.run()).overlay is Overlay.PAUSED


async def test_a_word_on_record_shows_that_what_came_before_it_was_dealt_with(play: Play) -> None:
    play.wait(A_WHILE)
    await backlog_proposed(play)
    for line in ("/pause lunch", "/resume"):
        last = play.github.world.deliveries[-1].id
        play.wait(A_WHILE)
        await play.says("raj", line)
    before = await standing(play)
    play.wait(A_WHILE)
    begun = await lost(play)
    await sweep(play)
    assert await standing(play) == before
    assert numbers(play, begun)
    assert min(numbers(play, begun)) > last


async def test_a_run_in_which_nothing_was_said_for_long_has_nothing_to_be_read_again(play: Play) -> None:
    play.wait(A_WHILE)
    await plan_proposed(play, NO_QUESTIONS)
    quiet = play.issue
    play.wait(2 * HOUR)
    first = play.github.world.deliveries[-1].id
    await busy(play)
    last = play.github.world.deliveries[-1].id
    await play.ci((await pull_of(play, "U-01")).commit_sha, "success", name="fmt")
    begun, other = await lost(play), play.issue
    await sweep(play)
    assert [number for number in numbers(play, begun) if first < number <= last] == []

    await unheard(play)
    await play.person("raj").comment(REPOSITORY, quiet, "/pause lunch")
    await lost(play)
    play.wait(A_WHILE)
    await play.ci((await pull_of(play, "U-01")).commit_sha, "success", name="lint")
    play.wait(A_WHILE)
    await lost(play)
    await sweep(play)
    play.issue = quiet
    assert (await play.run()).overlay is Overlay.PAUSED
    play.issue = other
    assert (await play.run()).overlay is None


async def test_a_label_and_a_comment_elsewhere_are_read_however_far_a_run_has_come(play: Play) -> None:
    first = await delivering(play, "U-01")
    pull = await approve_unit(play, "U-01")
    intake, mona, raj = play.issue, play.person("mona"), play.person("raj")
    play.wait(A_WHILE)
    labeled = await mona.do("POST", f"{REPO}/issues", {"title": "A shop", "body": NO_QUESTIONS})
    spoken = await mona.do("POST", f"{REPO}/issues", {"title": "A shop", "body": NO_QUESTIONS})
    await play.settled()
    held = play.app.queue
    await unheard(play)
    await play.person("tess").do(
        "POST", f"{REPO}/issues/{labeled['number']}/labels", {"labels": ["signalbox"]}
    )
    await raj.comment(REPOSITORY, spoken["number"], "/signalbox plan")
    await play.github.settle()
    assert await held.depth() >= 2
    # The process begins again with nothing of these two, and the first run goes on.
    await lost(play)
    play.wait(A_WHILE)
    await play.ci(pull.commit_sha, "success")
    assert (await play.run()).length > first.length
    play.wait(A_WHILE)
    await lost(play)
    await sweep(play)
    for number, who in ((labeled["number"], "tess"), (spoken["number"], "raj")):
        play.issue = number
        assert (await play.run()).started_by.login == who
    play.issue = intake


async def test_a_unit_s_issue_and_a_review_are_read_only_where_they_came_after_the_last_entry(
    play: Play,
) -> None:
    await play.commits("raj", {".github/signalbox.yml": "max_parallel_units: 2\n"})
    play.wait(A_WHILE)
    run = await delivering(play, "U-02", "U-03")
    await reviews(play, await approve_unit(play, "U-02"))
    await play.settled()
    await play.closes("raj", run.units["U-03"].issue, reason="not_planned")
    pull = await approve_unit(play, "U-02")
    assert (await play.run()).units["U-03"].state is UnitState.DROPPED
    play.wait(A_WHILE)
    await play.ci(pull.commit_sha, "success")
    before = await standing(play)
    play.wait(A_WHILE)
    begun = await lost(play)
    await sweep(play)
    assert await standing(play) == before
    assert not {"issues.closed", "pull_request_review.submitted"} & set(read(play, begun))


async def test_a_review_after_the_last_entry_is_read(play: Play) -> None:
    await busy(play)
    await unheard(play)
    review = await reviews(play, await pull_of(play, "U-01"))
    play.wait(A_WHILE)
    begun = await lost(play)
    assert cause(review) not in (await play.run()).causes
    await sweep(play)
    assert "pull_request_review.submitted" in read(play, begun)
    assert cause(review) in (await play.run()).causes


async def test_a_review_on_a_pull_request_of_a_run_that_is_over_is_answered(play: Play) -> None:
    await delivering(play, "U-03")
    over = await approve_unit(play, "U-03")
    await play.merges("raj", over.number)
    assert (await play.run()).stage is Stage.DONE
    await busy(play)
    await unheard(play)
    await reviews(play, over)
    await lost(play)
    play.wait(A_WHILE)
    await play.ci((await pull_of(play, "U-01")).commit_sha, "success", name="lint")
    play.wait(A_WHILE)
    await lost(play)

    await sweep(play)

    said = await play.ours("reply", thread=over.number)
    assert [("This run is done" in each.body) for each in said] == [True]


async def pull_of(play: Play, unit: str) -> PullRequest:
    """The pull request of a unit."""
    return next(pull for pull in (await play.run()).pull_requests.values() if pull.subject == unit)


async def reviews(play: Play, pull: PullRequest) -> int:
    """Raj requests changes on a pull request."""
    review = {"event": "REQUEST_CHANGES", "body": "Draw it again, please."}
    made = await play.person("raj").do("POST", f"{REPO}/pulls/{pull.number}/reviews", review)
    await play.github.settle()
    return int(made["id"])
