"""Merging: pull requests, branches into each other, and bringing a pull request up to date.

https://docs.github.com/rest/pulls/pulls#merge-a-pull-request
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import pulls, push, respond
from sandbox.api.git_data import signer
from sandbox.api.pulls import PULL, pull_in_path
from sandbox.diff import merged_tree
from sandbox.dispatch import Context, Route
from sandbox.git import Author
from sandbox.history import is_ancestor
from sandbox.merging import mergeability
from sandbox.permissions import reads, writes
from sandbox.shapes import git as git_shapes

if TYPE_CHECKING:
    from sandbox.respond import Reply

READ = reads("pull_requests", "contents")
WRITE = writes("contents", role="write")


def check(ctx: Context) -> Reply:
    """204 when the pull request is merged, 404 when it is not."""
    if pull_in_path(ctx).merged_at is None:
        respond.not_found()
    return respond.nothing()


def merge(ctx: Context) -> Reply:
    """Merges on the base as it is now: 405 when that cannot be, 409 when `sha` is not the head any more."""
    pull = pull_in_path(ctx)
    method = ctx.body.get("merge_method") or "merge"
    if method not in pulls.METHODS:
        respond.refuse(422, "Invalid request.\n\nmerge_method is merge, squash or rebase.", errors=[])
    wanted = ctx.body.get("sha")
    if wanted is not None and wanted != pull.head_sha:
        respond.refuse(409, "Head branch was modified. Review and try the merge again.")
    found = mergeability(ctx.world, pull)
    if found.why_not:
        respond.refuse(405, found.why_not[0])
    sha = pulls.merge(
        ctx.world,
        pull,
        pulls.Merge(method, ctx.body.get("commit_title"), ctx.body.get("commit_message")),
        by=ctx.actor,
    )
    return respond.json(200, {"sha": sha, "merged": True, "message": "Pull Request successfully merged"})


def update_branch(ctx: Context) -> Reply:
    """Merges the base into the head of the pull request."""
    pull, git = pull_in_path(ctx), ctx.repo.git
    wanted = ctx.body.get("expected_head_sha")
    if wanted is not None and wanted != pull.head_sha:
        respond.invalid("PullRequest", "expected_head_sha", "invalid")
    base = git.ref(push.HEADS + pull.base_ref)
    if base is None or is_ancestor(git, base, of=pull.head_sha):
        respond.refuse(422, "There are no new commits on the base branch.", errors=[])
    _merge(ctx, pull.head_ref, base, f"Merge branch '{pull.base_ref}' into {pull.head_ref}", conflict=422)
    url = f"{ctx.world.url}/{ctx.repo.full_name}/pull/{pull.number}"
    return respond.json(202, {"message": "Updating pull request branch.", "url": url})


def merge_branches(ctx: Context) -> Reply:
    """Merges a branch or commit into a branch: 201, 204 when it is there already, 409 when they conflict.

    https://docs.github.com/rest/branches/branches#merge-a-branch
    """
    git, base = ctx.repo.git, ctx.text("base", resource="Merge")
    head = git.resolve(ctx.text("head", resource="Merge"))
    tip = git.ref(push.HEADS + base)
    if tip is None:
        respond.refuse(404, "Base does not exist")
    if head is None:
        respond.refuse(404, "Head does not exist")
    if is_ancestor(git, head, of=tip):
        return respond.nothing()
    push.check_protection(ctx.world, ctx.repo, base, by=ctx.actor, status=409)
    message = ctx.body.get("commit_message") or f"Merge {ctx.body['head']} into {base}"
    sha = _merge(ctx, base, head, str(message), conflict=409)
    return respond.json(201, git_shapes.commit(ctx.world, ctx.repo, sha))


def _merge(ctx: Context, branch: str, other: str, message: str, *, conflict: int) -> str:
    git, tip = ctx.repo.git, ctx.repo.git.ref(push.HEADS + branch)
    tree = merged_tree(git, tip, other) if tip is not None else None
    if tip is None or tree is None:
        respond.refuse(conflict, "Merge conflict", errors=[] if conflict == 422 else None)
    committer = Author(*pulls.MERGER, ctx.world.clock())
    sha = git.write_commit(
        tree, parents=(tip, other), message=message, author=signer(ctx, None), committer=committer
    )
    push.move(ctx.world, ctx.repo, push.HEADS + branch, to=sha, by=ctx.actor)
    return sha


WISH = {"sha": "text", "merge_method": "text", "commit_title": "text", "commit_message": "text"}
MERGE = {"base": "text", "head": "text", "commit_message": "text"}
ROUTES = (
    Route("GET", PULL + "/merge", check, READ),
    Route("PUT", PULL + "/merge", merge, WRITE, WISH),
    Route("PUT", PULL + "/update-branch", update_branch, WRITE, {"expected_head_sha": "text"}),
    Route("POST", "/repos/{owner}/{repo}/merges", merge_branches, WRITE, MERGE),
)
