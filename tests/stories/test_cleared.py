"""The judge of every story's writes sees what it must see, or finding nothing in a story would mean nothing."""

import pytest

from sandbox.push import Moved
from sandbox.records import Repo
from sandbox.world import author_of
from tests.stories.shortcuts import approve_unit, delivering, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play


def repo_of(play: Play) -> Repo:
    owner, _, name = REPOSITORY.partition("/")
    repo = play.github.world.repo(owner, name)
    assert repo is not None
    return repo


def judged(play: Play, moved: Moved) -> list[str]:
    """What the judge says of a move that it is told of once more; it forgets it again."""
    play.clearance(repo_of(play), moved, play.clearance.app.bot)
    said, play.clearance.wrong = play.clearance.wrong, []
    return said


async def test_the_apps_own_writes_are_cleared_and_each_was_looked_at(play: Play) -> None:
    await delivering(play, "U-03")
    await approve_unit(play, "U-03")

    assert play.clearance.writes == 2
    assert play.clearance.wrong == []


async def test_a_write_with_the_apps_own_token_that_nobody_approved_is_seen(play: Play) -> None:
    """The same key, the same rights, a branch by the right name: only the approval is missing."""
    await plan_proposed(play)
    app = play.registered.as_installation
    head = await play.head()
    for name in ("signalbox/run-1-plan-v1", "signalbox/run-9-plan-v1", "elsewhere"):
        answer = await app.post(f"{REPO}/git/refs", {"ref": f"refs/heads/{name}", "sha": head})
        assert answer.status == 201

    said, play.clearance.wrong = play.clearance.wrong, []

    assert play.clearance.writes == 3
    assert [line.rpartition(": ")[2] for line in said] == [
        "the record does not tell of the intent to write it",
        "the record does not tell of the intent to write it",
        "this is no branch of the write gate",
    ]


@pytest.mark.parametrize("subject", ["plan", "U-03"])
async def test_one_byte_or_mode_or_file_more_than_was_approved_is_seen(play: Play, subject: str) -> None:
    run = await delivering(play, "U-03")
    if subject == "U-03":
        await approve_unit(play, "U-03")
        run = await play.run()
    pull = next(pull for pull in run.pull_requests.values() if pull.subject == subject)
    ref, git = f"refs/heads/{pull.branch}", repo_of(play).git
    commit = git.commit(pull.commit_sha)
    base, tree = commit.parents[0].decode(), commit.tree.decode()
    (path, _), *_ = git.changed_names(git.tree_of(base), tree)
    entry = git.entry(tree, path)
    assert entry is not None
    mona = play.github.world.user("mona")
    assert mona is not None
    author = author_of(mona, play.github.world.clock())
    assert judged(play, Moved(ref, None, pull.commit_sha)) == []

    trees = {
        "one byte": git.write_files(tree, {path: git.blob(entry.sha) + b"\n"}),
        "one file more": git.write_files(tree, {"more.txt": b""}),
        "one file less": git.write_files(tree, {path: None}),
        "a mode": git.write_changes(tree, {path: type(entry)(path, 0o100755, entry.sha)}),
        "a symbolic link": git.write_changes(tree, {path: type(entry)(path, 0o120000, entry.sha)}),
    }
    for what, other in trees.items():
        sha = git.write_commit(other, parents=[base], message=what, author=author, committer=author)
        assert len(judged(play, Moved(ref, None, sha))) == 1, what
    assert len(judged(play, Moved(ref, base, pull.commit_sha))) == 1
    assert len(judged(play, Moved(ref, pull.commit_sha, None))) == 1
