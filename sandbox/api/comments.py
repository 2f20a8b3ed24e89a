"""Comments in the conversation of issues and pull requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import conversation, respond
from sandbox.api import threads
from sandbox.api.threads import ISSUE, LONGEST_BODY
from sandbox.dispatch import Context, Route
from sandbox.expect import since
from sandbox.hooks import emit
from sandbox.permissions import writes
from sandbox.records import Comment
from sandbox.shapes import issues as shapes

if TYPE_CHECKING:
    from typing import Any

    from sandbox.respond import Reply

REPO_COMMENTS = "/repos/{owner}/{repo}/issues/comments"
COMMENT = REPO_COMMENTS + "/{comment_id:int}"


def list_on_issue(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#list-issue-comments ."""
    found = _since(ctx, threads.thread(ctx).comments)
    return respond.page(ctx, found, lambda comment: shapes.comment(ctx.world, comment))


def list_in_repo(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#list-issue-comments-for-a-repository ."""
    found = _since(ctx, list(ctx.repo.comments.values()))
    if ctx.query.get("sort") == "updated":
        found.sort(key=lambda comment: comment.updated_at)
    if ctx.query.get("direction") == "desc" and "sort" in ctx.query:
        found.reverse()
    return respond.page(ctx, found, lambda comment: shapes.comment(ctx.world, comment))


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#create-an-issue-comment ."""
    issue = threads.thread(ctx)
    if issue.locked and not threads.has_role(ctx, "write"):
        respond.refuse(403, "Unable to create comment because issue is locked.")
    body = _body(ctx)
    now = ctx.world.clock()
    comment = Comment(ctx.world.next_id(), issue, ctx.actor, body, now, now, app=ctx.app)
    issue.comments.append(comment)
    issue.updated_at = now
    ctx.repo.comments[comment.id] = comment
    conversation.note(ctx.world, issue, "commented", by=ctx.actor, comment=comment)
    conversation.mention(ctx.world, issue, body, by=ctx.actor)
    _tell(ctx, comment, "created")
    shown = shapes.comment(ctx.world, comment)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#get-an-issue-comment ."""
    return respond.json(200, shapes.comment(ctx.world, threads.comment_in_path(ctx)))


def update(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#update-an-issue-comment ."""
    comment = _own_comment(ctx)
    body = _body(ctx)
    if body != comment.body:
        before, comment.body, comment.updated_at = comment.body, body, ctx.world.clock()
        conversation.mention(ctx.world, comment.issue, body, by=ctx.actor)
        _tell(ctx, comment, "edited", changes={"body": {"from": before}})
    return respond.json(200, shapes.comment(ctx.world, comment))


def delete(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#delete-an-issue-comment ."""
    comment = _own_comment(ctx)
    issue = comment.issue
    issue.comments.remove(comment)
    issue.timeline = [entry for entry in issue.timeline if entry.extra.get("comment") is not comment]
    del ctx.repo.comments[comment.id]
    _tell(ctx, comment, "deleted")
    return respond.nothing()


def pin(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#pin-an-issue-comment (one comment of an issue is pinned)."""
    comment = threads.comment_in_path(ctx)
    for other in comment.issue.comments:
        other.pinned_at, other.pinned_by = None, None
    comment.pinned_at, comment.pinned_by = ctx.world.clock(), ctx.actor
    _tell(ctx, comment, "pinned")
    return respond.json(200, shapes.comment(ctx.world, comment))


def unpin(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/comments#unpin-an-issue-comment ."""
    comment = threads.comment_in_path(ctx)
    comment.pinned_at, comment.pinned_by = None, None
    _tell(ctx, comment, "unpinned")
    return respond.nothing()


def _own_comment(ctx: Context) -> Comment:
    """The comment in the path, if the caller wrote it or may write to the repository."""
    comment = threads.comment_in_path(ctx)
    if comment.user is not ctx.actor:
        threads.need_role(ctx, "write")
    return comment


def _body(ctx: Context) -> str:
    body = ctx.text("body", resource="IssueComment")
    threads.check_length(body, resource="IssueComment", field="body", most=LONGEST_BODY)
    return body


def _since(ctx: Context, comments: list[Comment]) -> list[Comment]:
    after = since(ctx.query)
    if after is None:
        return list(comments)
    return [comment for comment in comments if comment.updated_at.replace(microsecond=0) >= after]


def _tell(ctx: Context, comment: Comment, action: str, **parts: Any) -> None:  # noqa: ANN401  # the parts are JSON
    emit(
        ctx.world,
        "issue_comment",
        action,
        repo=ctx.repo,
        sender=ctx.actor,
        issue=shapes.issue_in_webhook(ctx.world, comment.issue),
        comment=shapes.comment(ctx.world, comment),
        **parts,
    )


PIN = writes("issues", "pull_requests", role="triage")
ROUTES = (
    Route("GET", ISSUE + "/comments", list_on_issue, threads.READ),
    Route("POST", ISSUE + "/comments", create, threads.WRITE),
    Route("GET", REPO_COMMENTS, list_in_repo, threads.READ),
    Route("GET", COMMENT, get, threads.READ),
    Route("PATCH", COMMENT, update, threads.WRITE),
    Route("DELETE", COMMENT, delete, threads.WRITE),
    Route("PUT", COMMENT + "/pin", pin, PIN),
    Route("DELETE", COMMENT + "/pin", unpin, PIN),
)
