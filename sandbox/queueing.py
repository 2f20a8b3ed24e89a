"""A branch's merge queue: each pull request in it gets a commit of its own, of what is ahead of it and of itself, to be checked.

https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-a-merge-queue
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox import conversation, pulls, push
from sandbox.diff import merged_tree
from sandbox.git import Author
from sandbox.hooks import emit
from sandbox.merging import GOOD, required_checks, results
from sandbox.shapes.checks import head_commit

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.records import PullRequest, Repo
    from sandbox.world import World

QUEUE = "github-merge-queue[bot]"


@dataclass(frozen=True, slots=True)
class Group:
    """What is checked for one entry of a queue; its parent is the group ahead of it, or the base branch."""

    pull: PullRequest
    base_ref: str
    base_sha: str
    head_sha: str

    @property
    def branch(self) -> str:
        """The branch that GitHub makes for it, for as long as it is needed."""
        return f"gh-readonly-queue/{self.base_ref}/pr-{self.pull.number}-{self.base_sha}"


def entries(repo: Repo, branch: str) -> list[Group]:
    """The queue of a branch, the first to be merged first."""
    return [group for group in repo.queue if group.base_ref == branch]


def enter(world: World, pull: PullRequest, *, by: User) -> str:
    """The pull request is the last in the queue, and checks are asked for; why it cannot be, or an empty text."""
    repo, ahead = pull.repo, entries(pull.repo, pull.base_ref)
    base = ahead[-1].head_sha if ahead else repo.git.ref(push.HEADS + pull.base_ref)
    tree = merged_tree(repo.git, base, pull.head_sha) if base is not None else None
    if base is None or tree is None:
        return "Pull request has conflicts"
    maker = Author(*pulls.MERGER, world.clock())
    title = f"Merge pull request #{pull.number} from {repo.owner.login}/{pull.head_ref}"
    sha = repo.git.write_commit(
        tree,
        parents=(base, pull.head_sha),
        message=f"{title}\n\n{pull.issue.title}",
        author=maker,
        committer=maker,
    )
    group = Group(pull, pull.base_ref, base, sha)
    repo.queue.append(group)
    pull.queued = True
    conversation.tell(world, pull.issue, "enqueued", by=by)
    push.move(world, repo, push.HEADS + group.branch, to=sha, by=_queue(world))
    _tell(world, group, "checks_requested")
    return ""


def leave(world: World, pull: PullRequest, reason: str) -> str:
    """The pull request leaves the queue, merged when the reason is MERGE; why it cannot be, or an empty text."""
    repo = pull.repo
    group = next(each for each in repo.queue if each.pull is pull)
    there = results(repo, group.head_sha)
    waiting = [name for name in required_checks(repo, group.base_ref) if there.get(name) not in GOOD]
    if reason == "MERGE" and waiting:
        return f"The group waits for {', '.join(waiting)}."
    repo.queue.remove(group)
    pull.queued = False
    by = _queue(world)
    push.move(world, repo, push.HEADS + group.branch, to=None, by=by)
    _tell(world, group, "destroyed", reason="merged" if reason == "MERGE" else "dequeued")
    if reason == "MERGE":
        pulls.merge(world, pull, pulls.Merge("merge"), by=by)
    else:
        conversation.tell(world, pull.issue, "dequeued", by=by, reason=reason)
    return ""


def _tell(world: World, group: Group, action: str, **more: Any) -> None:  # noqa: ANN401  # JSON
    repo = group.pull.repo
    shown = {
        "head_sha": group.head_sha,
        "head_ref": push.HEADS + group.branch,
        "base_sha": group.base_sha,
        "base_ref": push.HEADS + group.base_ref,
        "head_commit": head_commit(world, repo, group.head_sha),
    }
    emit(world, "merge_group", action, repo=repo, sender=_queue(world), merge_group=shown, **more)


def _queue(world: World) -> User:
    return world.user(QUEUE) or world.add_user(QUEUE, kind="Bot")
