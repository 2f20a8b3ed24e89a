"""Moving a branch or tag, with everything that GitHub lets follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox import checks, hooks, respond
from sandbox.accounts import ROLES
from sandbox.history import between, is_ancestor
from sandbox.shapes import git as shapes
from sandbox.shapes.repos import html_url
from sandbox.world import email_of

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.records import Repo
    from sandbox.world import World

NOTHING = "0" * 40
HEADS, TAGS = "refs/heads/", "refs/tags/"
MOST_COMMITS = 2048


@dataclass(frozen=True, slots=True)
class Moved:
    """A ref with what it pointed at before and after; None is nothing."""

    ref: str
    before: str | None
    after: str | None

    @property
    def kind(self) -> str:
        """`branch` or `tag`."""
        return "branch" if self.ref.startswith(HEADS) else "tag"


def move(world: World, repo: Repo, ref: str, *, to: str | None, by: User) -> None:
    """Points the ref at a commit (None: deletes it), tells the Apps, and lets open pull requests follow.

    https://docs.github.com/webhooks/webhook-events-and-payloads#push
    """
    before = repo.git.ref(ref)
    if before == to:
        return
    if to is None:
        repo.git.delete_ref(ref)
    else:
        repo.git.set_ref(ref, to)
    if world.observe_move is not None:
        world.observe_move(repo, Moved(ref, before, to), by)
    if not ref.startswith((HEADS, TAGS)):
        return
    repo.pushed_at = repo.updated_at = world.clock()
    moved = Moved(ref, before, to)
    _tell(world, repo, moved, by=by)
    if moved.kind == "branch":
        _follow(world, repo, moved, by=by)


def check_protection(world: World, repo: Repo, branch: str, *, by: User, status: int) -> None:
    """Ends the call when the branch takes changes only through pull requests and this is none.

    https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
    """
    rules = repo.protections.get(branch)
    if not rules or rules.get("required_pull_request_reviews") is None:
        return
    admin = ROLES.index(world.role(repo, by)) >= ROLES.index("admin")
    if rules.get("enforce_admins") or not admin:
        respond.refuse(
            status,
            f"Protected branch update failed for {HEADS}{branch}.",
            errors=["Changes must be made through a pull request."],
        )


def _tell(world: World, repo: Repo, moved: Moved, *, by: User) -> None:
    name = moved.ref.removeprefix(HEADS).removeprefix(TAGS)
    kind: dict[str, Any] = {"ref": name, "ref_type": moved.kind, "pusher_type": "user"}
    if moved.before is None:
        more: dict[str, Any] = {"master_branch": repo.default_branch, "description": repo.description}
        hooks.emit(world, "create", None, sender=by, repo=repo, **kind, **more)
    if moved.after is None:
        hooks.emit(world, "delete", None, sender=by, repo=repo, **kind)
    hooks.emit(world, "push", None, sender=by, repo=repo, **_push(world, repo, moved, by=by))
    if moved.kind == "branch" and moved.after is not None:
        checks.request_suites(world, repo, moved.ref, before=moved.before, by=by)


def _push(world: World, repo: Repo, moved: Moved, *, by: User) -> dict[str, Any]:
    before, after = moved.before, moved.after
    start = before
    if before is None and moved.ref != HEADS + repo.default_branch:
        start = repo.git.ref(HEADS + repo.default_branch)
    tip = repo.git.resolve(moved.ref) if after is not None else None
    new = between(repo.git, start, tip)[-MOST_COMMITS:] if tip is not None else []
    ends = f"{before[:12]}...{tip[:12]}" if before and tip else moved.ref.rpartition("/")[2]
    return {
        "ref": moved.ref,
        "before": before or NOTHING,
        "after": after or NOTHING,
        "base_ref": None,
        "created": before is None,
        "deleted": after is None,
        "forced": bool(before and tip and not is_ancestor(repo.git, before, of=tip)),
        "compare": f"{html_url(world, repo)}/compare/{ends}",
        "commits": [shapes.push_commit(world, repo, sha) for sha in new],
        "head_commit": shapes.push_commit(world, repo, tip) if tip is not None else None,
        "pusher": {"name": by.login, "email": email_of(by)},
    }


def _follow(world: World, repo: Repo, moved: Moved, *, by: User) -> None:
    """Open pull requests see their new head; those whose head is now in the base are merged, those without one closed."""
    from sandbox import pulls  # noqa: PLC0415 - merging moves a branch, and moving a branch may close a pull request

    branch, before, after = moved.ref.removeprefix(HEADS), moved.before, moved.after
    for pull in [pull for pull in repo.pulls.values() if pull.issue.state == "open"]:
        if pull.head_ref == branch:
            if after is None:
                pulls.close(world, pull, by=by)
            else:
                pulls.synchronize(world, pull, head=after, by=by)
        elif pull.base_ref == branch and after is not None:
            if is_ancestor(repo.git, pull.head_sha, of=after):
                pulls.mark_merged(world, pull, sha=after, by=by)
            else:
                pull.base_sha = after
    if branch == repo.default_branch and before is not None and after is not None:
        pulls.close_what_commits_close(world, repo, after, before=before, by=by)
