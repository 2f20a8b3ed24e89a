"""The life of a pull request: opened, moved with its branch, closed, merged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox import conversation, push, respond
from sandbox.diff import merged_tree, picked_tree
from sandbox.git import Author
from sandbox.history import between
from sandbox.records import PullRequest
from sandbox.world import author_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.accounts import User
    from sandbox.records import Issue, Repo
    from sandbox.world import World

# https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue
CLOSING = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:(?P<owner>[\w.-]+)/(?P<name>[\w.-]+))?#(?P<number>\d+)",
    re.IGNORECASE,
)
METHODS = {"merge": "allow_merge_commit", "squash": "allow_squash_merge", "rebase": "allow_rebase_merge"}
MERGER = ("GitHub", "noreply@github.com")


@dataclass(frozen=True, slots=True)
class Merge:
    """How somebody wants a pull request merged; without words of their own GitHub finds some."""

    method: str = "merge"
    title: str | None = None
    message: str | None = None


def open_pull(  # noqa: PLR0913 - what the call to open one takes
    world: World,
    repo: Repo,
    *,
    title: str,
    body: str | None,
    head: str,
    base: str,
    draft: bool,
    by: User,
) -> PullRequest:
    """A pull request from one branch of the repository to another; both have to be there."""
    issue = conversation.open_issue(world, repo, title=title, body=body, by=by)
    head_sha, base_sha = repo.git.ref(push.HEADS + head), repo.git.ref(push.HEADS + base)
    if head_sha is None or base_sha is None:
        respond.not_found()
    pull = PullRequest(world.next_id(), issue, repo, head, base, head_sha, base_sha, draft=draft)
    issue.pull = pull
    repo.pulls[issue.number] = pull
    repo.git.set_ref(f"refs/pull/{pull.number}/head", head_sha)
    conversation.tell(world, issue, "opened", by=by)
    return pull


def synchronize(world: World, pull: PullRequest, *, head: str, by: User) -> None:
    """The branch of the pull request has a new head."""
    before, pull.head_sha = pull.head_sha, head
    pull.base_sha = pull.repo.git.ref(push.HEADS + pull.base_ref) or pull.base_sha
    pull.repo.git.set_ref(f"refs/pull/{pull.number}/head", head)
    conversation.tell(world, pull.issue, "synchronize", by=by, before=before, after=head)


def ready(world: World, pull: PullRequest, *, by: User) -> None:
    """The pull request is no draft any more; nothing happens to one that is none."""
    if pull.draft:
        pull.draft = False
        conversation.tell(world, pull.issue, "ready_for_review", by=by)


def close(world: World, pull: PullRequest, *, by: User) -> None:
    """Closes the pull request without merging it."""
    conversation.close(world, pull.issue, by=by)


def reopen(world: World, pull: PullRequest, *, by: User) -> None:
    """Opens a closed pull request again; 422 when it was merged or its branch is gone."""
    head, base = (pull.repo.git.ref(push.HEADS + name) for name in (pull.head_ref, pull.base_ref))
    if pull.merged_at is not None or head is None or base is None:
        respond.invalid("PullRequest", "state", "invalid")
    pull.head_sha, pull.base_sha = head, base
    pull.repo.git.set_ref(f"refs/pull/{pull.number}/head", head)
    conversation.reopen(world, pull.issue, by=by)


def mark_merged(world: World, pull: PullRequest, *, sha: str, by: User) -> None:
    """The base has the pull request's commits: it is merged, and what it closes is closed."""
    _settle(world, pull, sha=sha, by=by)
    _tell_merged(world, pull, by=by)


def close_what_commits_close(world: World, repo: Repo, head: str, *, before: str | None, by: User) -> None:
    """Closes the issues that the new commits of the default branch say they close."""
    for sha in between(repo.git, before, head):
        message = repo.git.commit(sha).message.decode(errors="replace")
        for issue in closed_by_text(world, repo, message):
            if issue.state == "open" and issue.pull is None:
                conversation.close(world, issue, by=by, commit_sha=sha)


def closed_by_text(world: World, repo: Repo, text: str | None) -> Iterator[Issue]:
    """The issues that a text such as `Closes #12` names."""
    for match in CLOSING.finditer(text or ""):
        where = world.repo(match["owner"], match["name"]) if match["owner"] else repo
        found = where.issues.get(int(match["number"])) if where else None
        if found is not None:
            yield found


def merge(world: World, pull: PullRequest, wish: Merge, *, by: User) -> str:
    """The sha of the merge on the base's head of this moment; ends the call with 405 when there are conflicts."""
    repo = pull.repo
    base = repo.git.ref(push.HEADS + pull.base_ref)
    if base is None:
        respond.refuse(405, "Base branch does not exist")
    if not repo.settings.get(METHODS[wish.method], True):
        respond.refuse(405, f"{wish.method.capitalize()} merges are not allowed on this repository.")
    tree = merged_tree(repo.git, base, pull.head_sha)
    if tree is None:
        respond.refuse(405, "Pull Request is not mergeable")
    committer = Author(*MERGER, world.clock())
    if wish.method == "rebase":
        sha = _rebased(pull, base, committer=committer)
    else:
        joined = wish.method == "merge"
        sha = repo.git.write_commit(
            tree,
            parents=(base, pull.head_sha) if joined else (base,),
            message=_merge_message(pull, wish) if joined else _squash_message(pull, wish, base=base),
            author=author_of(by if joined else pull.issue.user, world.clock()),
            committer=committer,
        )
    _settle(world, pull, sha=sha, by=by)
    push.move(world, repo, push.HEADS + pull.base_ref, to=sha, by=by)
    _tell_merged(world, pull, by=by)
    head = push.HEADS + pull.head_ref
    if repo.settings.get("delete_branch_on_merge") and repo.git.ref(head) == pull.head_sha:
        push.move(world, repo, head, to=None, by=by)
    return sha


def _settle(world: World, pull: PullRequest, *, sha: str, by: User) -> None:
    """Everything that makes it merged, before anybody hears of it."""
    issue = pull.issue
    pull.merged_at, pull.merged_by, pull.merge_commit_sha = world.clock(), by, sha
    issue.state, issue.closed_at, issue.closed_by = "closed", world.clock(), by


def _tell_merged(world: World, pull: PullRequest, *, by: User) -> None:
    issue = pull.issue
    conversation.note(world, issue, "merged", by=by).commit_sha = pull.merge_commit_sha
    conversation.note(world, issue, "closed", by=by, state_reason=None)
    conversation.tell(world, issue, "closed", by=by)
    if pull.base_ref != pull.repo.default_branch:
        return
    for target in closed_by_text(world, pull.repo, issue.body):
        if target.state == "open" and target.pull is None:
            conversation.close(world, target, by=by, commit_sha=pull.merge_commit_sha)


def _merge_message(pull: PullRequest, wish: Merge) -> str:
    title = wish.title or f"Merge pull request #{pull.number} from {pull.repo.owner.login}/{pull.head_ref}"
    return f"{title}\n\n{pull.issue.title if wish.message is None else wish.message}".rstrip()


def _squash_message(pull: PullRequest, wish: Merge, *, base: str) -> str:
    """https://docs.github.com/pull-requests/collaborating-with-pull-requests/incorporating-changes-from-a-pull-request/about-pull-request-merges#merge-message-for-a-squash-merge ."""
    title, message, git = wish.title or f"{pull.issue.title} (#{pull.number})", wish.message, pull.repo.git
    if message is None:
        told = [
            git.commit(sha).message.decode(errors="replace").strip()
            for sha in between(git, base, pull.head_sha)
        ]
        message = (
            told[0].partition("\n")[2].strip()
            if len(told) == 1
            else "\n\n".join(f"* {text}" for text in told)
        )
    return f"{title}\n\n{message}".rstrip()


def _rebased(pull: PullRequest, base: str, *, committer: Author) -> str:
    """The last of the pull request's commits, each made again on top of the base."""
    git, onto = pull.repo.git, base
    for sha in between(git, base, pull.head_sha):
        commit = git.commit(sha)
        if len(commit.parents) > 1:
            continue
        tree = picked_tree(git, onto, sha, author=committer)
        if tree is None:
            respond.refuse(405, "This branch can't be rebased")
        onto = git.write_again(sha, tree=tree, parent=onto, committer=committer)
    return onto
