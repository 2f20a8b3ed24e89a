"""Milestones of repositories."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sandbox import conversation, respond
from sandbox.api import threads
from sandbox.clock import stamp_or_none
from sandbox.dispatch import Context, Route
from sandbox.expect import expect
from sandbox.hooks import emit
from sandbox.permissions import writes
from sandbox.records import Milestone
from sandbox.shapes import issues as shapes

if TYPE_CHECKING:
    from sandbox.respond import Reply

MILESTONES = "/repos/{owner}/{repo}/milestones"
KINDS = {"title": "string", "description": "string?", "due_on": "date-time?", "state": "string"}
MILESTONE = MILESTONES + "/{milestone:int}"


def list_in_repo(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/milestones#list-milestones ."""
    state = ctx.query.get("state", "open")
    found = [entry for entry in ctx.repo.milestones.values() if state in ("all", entry.state)]
    return respond.page(ctx, found, lambda entry: shapes.milestone(ctx.world, ctx.repo, entry))


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/milestones#create-a-milestone ."""
    _check(ctx)
    title = _free_title(ctx, ctx.text("title", resource="Milestone"))
    number, now = max(ctx.repo.milestones, default=0) + 1, ctx.world.clock()
    made = Milestone(ctx.world.next_id(), number, title, ctx.actor, now, now)
    ctx.repo.milestones[number] = made
    _apply(ctx, made)
    _tell(ctx, made, "created")
    shown = shapes.milestone(ctx.world, ctx.repo, made)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/milestones#get-a-milestone ."""
    return respond.json(200, shapes.milestone(ctx.world, ctx.repo, _milestone(ctx)))


def update(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/milestones#update-a-milestone ."""
    found = _milestone(ctx)
    _check(ctx)
    before = _told(found)
    state = found.state
    if ctx.body.get("title") not in (None, found.title):
        found.title = _free_title(ctx, ctx.text("title", resource="Milestone"))
    _apply(ctx, found)
    found.updated_at = ctx.world.clock()
    changes = {key: {"from": value or ""} for key, value in before.items() if value != _told(found)[key]}
    if changes:
        _tell(ctx, found, "edited", changes=changes)
    if state != found.state:
        _tell(ctx, found, "closed" if found.state == "closed" else "opened")
    return respond.json(200, shapes.milestone(ctx.world, ctx.repo, found))


def delete(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/milestones#delete-a-milestone (its issues stay)."""
    found = _milestone(ctx)
    for issue in ctx.repo.issues.values():
        if issue.milestone is found:
            conversation.set_milestone(ctx.world, issue, None, by=ctx.actor)
    del ctx.repo.milestones[found.number]
    _tell(ctx, found, "deleted")
    return respond.nothing()


def _check(ctx: Context) -> None:
    """Ends the call with 422 where GitHub would not take the body; nothing is changed before that."""
    expect(ctx.body, **KINDS)
    if ctx.body.get("state", "open") not in ("open", "closed"):
        respond.invalid("Milestone", "state", "invalid")


def _apply(ctx: Context, found: Milestone) -> None:
    """Description, due date and state, where the body names them."""
    if "description" in ctx.body:
        found.description = ctx.body["description"]
    if "due_on" in ctx.body:
        found.due_on = datetime.fromisoformat(ctx.body["due_on"]) if ctx.body["due_on"] else None
    state = ctx.body.get("state", found.state)
    if state != found.state:
        found.state, found.closed_at = state, ctx.world.clock() if state == "closed" else None


def _told(found: Milestone) -> dict[str, str | None]:
    """What `milestone.edited` tells changes of."""
    return {"title": found.title, "description": found.description, "due_on": stamp_or_none(found.due_on)}


def _tell(ctx: Context, found: Milestone, action: str, **parts: Any) -> None:  # noqa: ANN401  # the parts are JSON
    shown = shapes.milestone(ctx.world, ctx.repo, found)
    emit(ctx.world, "milestone", action, repo=ctx.repo, sender=ctx.actor, milestone=shown, **parts)


def _milestone(ctx: Context) -> Milestone:
    found = ctx.repo.milestones.get(int(ctx.params["milestone"]))
    if found is None:
        respond.not_found()
    return found


def _free_title(ctx: Context, title: str) -> str:
    if any(entry.title == title for entry in ctx.repo.milestones.values()):
        respond.invalid("Milestone", "title", "already_exists")
    return title


PUSH = writes("issues", "pull_requests", role="write")
ROUTES = (
    Route("GET", MILESTONES, list_in_repo, threads.READ),
    Route("POST", MILESTONES, create, PUSH),
    Route("GET", MILESTONE, get, threads.READ),
    Route("PATCH", MILESTONE, update, PUSH),
    Route("DELETE", MILESTONE, delete, PUSH),
)
