"""Sub-issues: a parent, its ordered children, and their events on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from sandbox import conversation, respond
from sandbox.api import threads
from sandbox.api.threads import ISSUE
from sandbox.dispatch import Context, Route
from sandbox.hooks import emit
from sandbox.shapes import issues as shapes
from sandbox.shapes.repos import repository

if TYPE_CHECKING:
    from sandbox.records import Issue
    from sandbox.respond import Reply

# https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues
MOST_CHILDREN, DEEPEST = 100, 8


def list_children(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/sub-issues#list-sub-issues ."""
    children = threads.thread(ctx).sub_issues
    return respond.page(ctx, children, lambda child: shapes.issue(ctx.world, child, with_repository=True))


def get_parent(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/sub-issues#get-parent-issue ."""
    parent = threads.thread(ctx).parent
    if parent is None:
        respond.not_found()
    return respond.json(200, shapes.issue(ctx.world, parent))


def add(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/sub-issues#add-sub-issue ."""
    parent, child = threads.thread(ctx), _named(ctx, "sub_issue_id")
    if child.parent is parent:
        _refuse("Issue may not contain duplicate sub-issues")
    if child.parent is not None and not ctx.body.get("replace_parent"):
        _refuse("Sub issue may only have one parent")
    if child is parent or child in _ancestors(parent):
        _refuse("Sub issue can't be the parent or an ancestor of its parent")
    if len(parent.sub_issues) >= MOST_CHILDREN:
        _refuse(f"Parent cannot have more than {MOST_CHILDREN} sub-issues")
    if len(_ancestors(parent)) + 1 + _height(child) > DEEPEST:
        _refuse(f"Sub-issues may be nested at most {DEEPEST} levels deep")
    if child.parent is not None:
        _unlink(ctx, child.parent, child)
    parent.sub_issues.append(child)
    child.parent = parent
    _tell(ctx, parent, child, "added")
    return _answer(ctx, 201, parent)


def remove(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/sub-issues#remove-sub-issue ."""
    parent, child = threads.thread(ctx), _named(ctx, "sub_issue_id")
    if child.parent is not parent:
        respond.not_found()
    _unlink(ctx, parent, child)
    return _answer(ctx, 200, parent)


def reprioritize(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/sub-issues#reprioritize-sub-issue ."""
    parent, child = threads.thread(ctx), _named(ctx, "sub_issue_id")
    places = [key for key in ("after_id", "before_id") if key in ctx.body]
    if child.parent is not parent or len(places) != 1:
        _refuse("A sub-issue of this issue and exactly one of after_id and before_id are needed")
    neighbour = _named(ctx, places[0])
    if neighbour not in parent.sub_issues or neighbour is child:
        _refuse(f"{places[0]} must be the ID of another sub-issue of this issue")
    parent.sub_issues.remove(child)
    parent.sub_issues.insert(parent.sub_issues.index(neighbour) + (places[0] == "after_id"), child)
    return respond.json(200, shapes.issue(ctx.world, parent))


def _named(ctx: Context, key: str) -> Issue:
    """The issue whose database id (not number) the body gives."""
    found = threads.issue_by_id(ctx, ctx.body.get(key))
    if found is None:
        respond.refuse(404, "The provided sub-issue does not exist")
    return found


def _unlink(ctx: Context, parent: Issue, child: Issue) -> None:
    parent.sub_issues.remove(child)
    child.parent = None
    _tell(ctx, parent, child, "removed")


def _ancestors(issue: Issue) -> list[Issue]:
    found = []
    while issue.parent is not None:
        issue = issue.parent
        found.append(issue)
    return found


def _height(issue: Issue) -> int:
    """How many levels the issue and what is under it take."""
    return 1 + max((_height(child) for child in issue.sub_issues), default=0)


def _answer(ctx: Context, status: int, parent: Issue) -> Reply:
    shown = shapes.issue(ctx.world, parent)
    return respond.json(status, shown, headers={"Location": shown["url"]})


def _refuse(message: str) -> NoReturn:
    detail = {"resource": "Issue", "field": "sub_issue_id", "code": "custom", "message": message}
    respond.refuse(
        422, f"An error occurred while adding the sub-issue to the parent issue. {message}", errors=[detail]
    )


def _tell(ctx: Context, parent: Issue, child: Issue, word: str) -> None:
    """Timeline entries and `sub_issues` webhooks on both sides."""
    world, by = ctx.world, ctx.actor
    above, below = shapes.reference(world, parent), shapes.reference(world, child)
    conversation.note(world, parent, f"sub_issue_{word}", by=by, sub_issue=below)
    conversation.note(world, child, f"parent_issue_{word}", by=by, parent_issue=above)
    parts: dict[str, Any] = {
        "parent_issue_id": parent.id,
        "parent_issue": shapes.issue(world, parent),
        "sub_issue_id": child.id,
        "sub_issue": shapes.issue(world, child),
    }
    parents_home, childs_home = repository(world, parent.repo), repository(world, child.repo)
    to_parent, to_child = (
        {**parts, "sub_issue_repo": childs_home},
        {**parts, "parent_issue_repo": parents_home},
    )
    emit(world, "sub_issues", f"sub_issue_{word}", repo=parent.repo, sender=by, **to_parent)
    emit(world, "sub_issues", f"parent_issue_{word}", repo=child.repo, sender=by, **to_child)


ROUTES = (
    Route("GET", ISSUE + "/sub_issues", list_children, threads.READ),
    Route("POST", ISSUE + "/sub_issues", add, threads.TRIAGE),
    Route("DELETE", ISSUE + "/sub_issue", remove, threads.TRIAGE),
    Route("PATCH", ISSUE + "/sub_issues/priority", reprioritize, threads.TRIAGE),
    Route("GET", ISSUE + "/parent", get_parent, threads.READ),
)
