"""Issue dependencies: what blocks an issue and what it blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from sandbox import conversation, respond
from sandbox.accounts import Org
from sandbox.api import threads
from sandbox.api.threads import ISSUE
from sandbox.dispatch import Context, Route
from sandbox.hooks import emit
from sandbox.shapes import issues as shapes
from sandbox.shapes.repos import repository

if TYPE_CHECKING:
    from sandbox.records import Issue
    from sandbox.respond import Reply

# https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/creating-issue-dependencies
MOST_OF_A_KIND = 50


def list_blocked_by(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issue-dependencies#list-dependencies-an-issue-is-blocked-by ."""
    return _page(ctx, threads.thread(ctx).blocked_by)


def list_blocking(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issue-dependencies#list-dependencies-an-issue-is-blocking ."""
    return _page(ctx, threads.thread(ctx).blocking)


def add(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issue-dependencies#add-a-dependency-an-issue-is-blocked-by ."""
    blocked, blocking = threads.thread(ctx), _named(ctx, ctx.body.get("issue_id"))
    if blocking in blocked.blocked_by:
        _refuse("This dependency already exists")
    if blocking is blocked or blocked in _everything_before(blocking):
        _refuse("An issue can't be blocked by itself, not even through other issues")
    if len(blocked.blocked_by) >= MOST_OF_A_KIND or len(blocking.blocking) >= MOST_OF_A_KIND:
        _refuse(f"An issue may have at most {MOST_OF_A_KIND} dependencies of each kind")
    blocked.blocked_by.append(blocking)
    blocking.blocking.append(blocked)
    _tell(ctx, blocked, blocking, "added")
    shown = shapes.issue(ctx.world, blocking)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def remove(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issue-dependencies#remove-dependency-an-issue-is-blocked-by ."""
    blocked, blocking = threads.thread(ctx), _named(ctx, int(ctx.params["issue_id"]))
    if blocking not in blocked.blocked_by:
        respond.not_found()
    blocked.blocked_by.remove(blocking)
    blocking.blocking.remove(blocked)
    _tell(ctx, blocked, blocking, "removed")
    return respond.json(200, shapes.issue(ctx.world, blocking))


def _page(ctx: Context, issues: list[Issue]) -> Reply:
    return respond.page(ctx, issues, lambda issue: shapes.issue(ctx.world, issue, with_repository=True))


def _named(ctx: Context, wanted: object) -> Issue:
    found = threads.issue_by_id(ctx, wanted)
    if found is None:
        respond.not_found()
    return found


def _everything_before(issue: Issue) -> set[Issue]:
    """Every issue that has to be done before this one."""
    found: set[Issue] = set()
    waiting = [issue]
    while waiting:
        for blocker in waiting.pop().blocked_by:
            if blocker not in found:
                found.add(blocker)
                waiting.append(blocker)
    return found


def _refuse(message: str) -> NoReturn:
    detail = {"resource": "Issue", "field": "issue_id", "code": "custom", "message": message}
    respond.refuse(422, message, errors=[detail])


def _tell(ctx: Context, blocked: Issue, blocking: Issue, word: str) -> None:
    """Timeline entries on both sides, and webhooks where the owner is an organization.

    GitHub's description of `issue_dependencies` requires `organization`, so there is none for a person's repository.
    """
    world, by = ctx.world, ctx.actor
    blocker, waiter = shapes.reference(world, blocking), shapes.reference(world, blocked)
    conversation.note(world, blocked, f"blocked_by_{word}", by=by, blocked_by=blocker)
    conversation.note(world, blocking, f"blocking_{word}", by=by, blocking=waiter)
    if not isinstance(ctx.repo.owner, Org):
        return
    parts: dict[str, Any] = {
        "blocked_issue_id": blocked.id,
        "blocked_issue": shapes.issue(world, blocked),
        "blocking_issue_id": blocking.id,
        "blocking_issue": shapes.issue(world, blocking),
    }
    there = repository(world, blocking.repo)
    here = repository(world, blocked.repo)
    event = "issue_dependencies"
    emit(world, event, f"blocked_by_{word}", repo=blocked.repo, sender=by, **parts, blocking_issue_repo=there)
    emit(world, event, f"blocking_{word}", repo=blocking.repo, sender=by, **parts, blocked_issue_repo=here)


BLOCKED_BY = ISSUE + "/dependencies/blocked_by"
ROUTES = (
    Route("GET", BLOCKED_BY, list_blocked_by, threads.READ),
    Route("POST", BLOCKED_BY, add, threads.TRIAGE),
    Route("DELETE", BLOCKED_BY + "/{issue_id:int}", remove, threads.TRIAGE),
    Route("GET", ISSUE + "/dependencies/blocking", list_blocking, threads.READ),
)
