"""Reactions to issues, to comments and to review comments: one pattern, three places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.api import threads
from sandbox.api.comments import COMMENT
from sandbox.api.threads import ISSUE
from sandbox.dispatch import Context, Route
from sandbox.permissions import reads, writes
from sandbox.records import Reaction
from sandbox.shapes import issues as shapes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.respond import Reply

REVIEW_COMMENT = "/repos/{owner}/{repo}/pulls/comments/{comment_id:int}"


def to_issue(ctx: Context) -> list[Reaction]:
    """The reactions of the issue in the path."""
    return threads.thread(ctx).reactions


def to_comment(ctx: Context) -> list[Reaction]:
    """The reactions of the comment in the path."""
    return threads.comment_in_path(ctx).reactions


def to_review_comment(ctx: Context) -> list[Reaction]:
    """The reactions of the review comment in the path."""
    found = ctx.repo.review_comments.get(int(ctx.params["comment_id"]))
    if found is None:
        respond.not_found()
    return found.reactions


def list_all(ctx: Context, reactions: list[Reaction]) -> Reply:
    """https://docs.github.com/rest/reactions/reactions#list-reactions-for-an-issue ."""
    content = ctx.query.get("content")
    found = [entry for entry in reactions if content in (None, entry.content)]
    return respond.page(ctx, found, lambda entry: shapes.reaction(ctx.world, entry))


def create(ctx: Context, reactions: list[Reaction]) -> Reply:
    """https://docs.github.com/rest/reactions/reactions#create-reaction-for-an-issue .

    201 for a new one, 200 when the same person reacted so before.
    """
    content = ctx.body.get("content")
    if content not in shapes.REACTIONS:
        respond.invalid("Reaction", "content", "invalid" if content else "missing_field")
    same = (entry for entry in reactions if entry.user is ctx.actor and entry.content == content)
    known = next(same, None)
    if known is not None:
        return respond.json(200, shapes.reaction(ctx.world, known))
    made = Reaction(ctx.world.next_id(), ctx.actor, content, ctx.world.clock())
    reactions.append(made)
    return respond.json(201, shapes.reaction(ctx.world, made))


def delete(ctx: Context, reactions: list[Reaction]) -> Reply:
    """https://docs.github.com/rest/reactions/reactions#delete-an-issue-reaction (only one's own)."""
    wanted = int(ctx.params["reaction_id"])
    found = next((entry for entry in reactions if entry.id == wanted), None)
    if found is None:
        respond.not_found()
    if found.user is not ctx.actor:
        respond.refuse(403, "Must be the author of the reaction to delete it.")
    reactions.remove(found)
    return respond.nothing()


def _routes(where: str, of: Callable[[Context], list[Reaction]], *permissions: str) -> tuple[Route, ...]:
    """List, create and delete for the reactions that `of` finds."""
    write = writes(*permissions, role="read")
    return (
        Route("GET", f"{where}/reactions", lambda ctx: list_all(ctx, of(ctx)), reads(*permissions)),
        Route("POST", f"{where}/reactions", lambda ctx: create(ctx, of(ctx)), write),
        Route("DELETE", where + "/reactions/{reaction_id:int}", lambda ctx: delete(ctx, of(ctx)), write),
    )


ROUTES = (
    *_routes(ISSUE, to_issue, "issues", "pull_requests"),
    *_routes(COMMENT, to_comment, "issues", "pull_requests"),
    *_routes(REVIEW_COMMENT, to_review_comment, "pull_requests"),
)
