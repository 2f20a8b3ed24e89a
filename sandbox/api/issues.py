"""Issues: list, open, read, change, assign, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import conversation, pulls, respond
from sandbox.api import threads
from sandbox.api.threads import ISSUE, LONGEST_BODY, LONGEST_TITLE
from sandbox.dispatch import Context, Route
from sandbox.expect import expect, since
from sandbox.permissions import METADATA, writes
from sandbox.shapes import issues as shapes
from sandbox.shapes.repos import api_url
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.records import Issue, Milestone
    from sandbox.respond import Reply

REPO_ISSUES = "/repos/{owner}/{repo}/issues"
LOCK_REASONS = (None, "off-topic", "too heated", "resolved", "spam")
KINDS = {
    "body": "string?",
    "labels": "array?",
    "assignees": "array?",
    "assignee": "string?",
    "milestone": "string or integer?",
    "state_reason": "string?",
}
CLOSE_REASONS = ("completed", "not_planned", "duplicate")


def list_for_repo(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#list-repository-issues (pull requests among them)."""
    query = ctx.query
    found = [issue for issue in ctx.repo.issues.values() if _wanted(issue, query)]
    key = {"updated": "updated_at", "comments": "comments"}.get(query.get("sort", ""), "created_at")
    found.sort(
        key=lambda issue: (len(issue.comments) if key == "comments" else getattr(issue, key), issue.number)
    )
    if query.get("direction", "desc") == "desc":
        found.reverse()
    return respond.page(ctx, found, lambda issue: shapes.issue(ctx.world, issue))


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#create-an-issue .

    Labels, assignees and milestone of somebody without triage rights are dropped without a word.
    """
    expect(ctx.body, **KINDS)
    title = _title(ctx.text("title", resource="Issue"))
    body = _body(ctx)
    milestone = _milestone(ctx) if ctx.body.get("milestone") is not None else None
    issue = conversation.open_issue(ctx.world, ctx.repo, title=title, body=body, by=ctx.actor)
    if threads.has_role(ctx, "triage"):
        issue.milestone = milestone
        issue.labels = _labels(ctx)
        issue.assignees = threads.users_named(ctx, _assignees(ctx))
    conversation.announce(ctx.world, issue, by=ctx.actor)
    url = f"{api_url(ctx.world, ctx.repo)}/issues/{issue.number}"
    return respond.json(201, shapes.issue(ctx.world, issue), headers={"Location": url})


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#get-an-issue ."""
    return respond.json(200, shapes.issue(ctx.world, threads.thread(ctx)))


def update(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#update-an-issue ."""
    issue, body = threads.thread(ctx), ctx.body
    expect(body, **KINDS)
    author = issue.user is ctx.actor
    if not author:
        threads.need_role(ctx, "write" if body.keys() & {"title", "body"} else "triage")
    new_title = _title(ctx.text("title", resource="Issue")) if body.get("title") is not None else issue.title
    new_body = _body(ctx) if "body" in body else issue.body
    state = body.get("state", issue.state)
    if state not in ("open", "closed"):
        respond.invalid("Issue", "state", "invalid")
    reason = body.get("state_reason") or "completed"
    if state == "closed" and reason not in CLOSE_REASONS:
        respond.invalid("Issue", "state_reason", "invalid")
    who: Any = {"by": ctx.actor}
    conversation.edit(ctx.world, issue, title=new_title, body=new_body, **who)
    if threads.has_role(ctx, "triage"):
        _rearrange(ctx, issue)
    if state == "closed" and (
        issue.state == "open" or body.get("state_reason", issue.state_reason) != issue.state_reason
    ):
        conversation.close(ctx.world, issue, reason=reason, **who)
    elif state == "open" and issue.state == "closed" and issue.pull is not None:
        pulls.reopen(ctx.world, issue.pull, **who)
    elif state == "open" and issue.state == "closed":
        conversation.reopen(ctx.world, issue, **who)
    return respond.json(200, shapes.issue(ctx.world, issue))


def add_assignees(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/assignees#add-assignees-to-an-issue ."""
    issue = threads.thread(ctx)
    users = [*issue.assignees, *threads.users_named(ctx, threads.names_in(ctx, "assignees"))]
    conversation.set_assignees(ctx.world, issue, users[:10], by=ctx.actor)
    return respond.json(201, shapes.issue(ctx.world, issue))


def remove_assignees(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/assignees#remove-assignees-from-an-issue ."""
    issue = threads.thread(ctx)
    gone = {str(name).lower() for name in threads.names_in(ctx, "assignees")}
    left = [user for user in issue.assignees if user.login.lower() not in gone]
    conversation.set_assignees(ctx.world, issue, left, by=ctx.actor)
    return respond.json(200, shapes.issue(ctx.world, issue))


def list_assignees(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/assignees#list-assignees ."""
    people = [user for login in ctx.world.accounts if (user := ctx.world.user(login)) is not None]
    found = [user for user in people if threads.can_be_assigned(ctx, user)]
    return respond.page(ctx, found, lambda user: simple_user(ctx.world, user))


def check_assignee(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/assignees#check-if-a-user-can-be-assigned ."""
    user = ctx.world.user(ctx.params["assignee"])
    if user is None or not threads.can_be_assigned(ctx, user):
        respond.not_found()
    return respond.nothing()


def lock(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#lock-an-issue ."""
    issue, reason = threads.thread(ctx), ctx.body.get("lock_reason")
    if reason not in LOCK_REASONS:
        respond.invalid("Issue", "lock_reason", "invalid")
    conversation.lock(ctx.world, issue, by=ctx.actor, reason=reason)
    return respond.nothing()


def unlock(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/issues#unlock-an-issue ."""
    conversation.unlock(ctx.world, threads.thread(ctx), by=ctx.actor)
    return respond.nothing()


def _wanted(issue: Issue, query: dict[str, str]) -> bool:
    """Whether the issue passes every filter of the list."""
    labels = [name.strip().lower() for name in query.get("labels", "").split(",") if name.strip()]
    has = {label.name.lower() for label in issue.labels}
    assignee, milestone = query.get("assignee", ""), query.get("milestone", "")
    logins = {user.login.lower() for user in issue.assignees}
    after = since(query)
    return (
        query.get("state", "open") in ("all", issue.state)
        and all(name in has for name in labels)
        and query.get("creator", issue.user.login).lower() == issue.user.login.lower()
        and (
            not assignee
            or (assignee == "*" and bool(logins))
            or (assignee == "none" and not logins)
            or assignee.lower() in logins
        )
        and (not milestone or _under(issue, milestone))
        and (
            "@" + query.get("mentioned", "").lower() in (issue.body or "").lower()
            if "mentioned" in query
            else True
        )
        and (after is None or issue.updated_at.replace(microsecond=0) >= after)
    )


def _under(issue: Issue, milestone: str) -> bool:
    if milestone in ("*", "none"):
        return (issue.milestone is None) == (milestone == "none")
    return issue.milestone is not None and str(issue.milestone.number) == milestone


def _rearrange(ctx: Context, issue: Issue) -> None:
    """Labels, assignees and milestone, where the body names them."""
    who: Any = {"by": ctx.actor}
    if "labels" in ctx.body:
        conversation.set_labels(ctx.world, issue, _labels(ctx), **who)
    if ctx.body.keys() & {"assignee", "assignees"}:
        conversation.set_assignees(ctx.world, issue, threads.users_named(ctx, _assignees(ctx)), **who)
    if "milestone" in ctx.body:
        conversation.set_milestone(ctx.world, issue, _milestone(ctx), **who)


def _title(title: str) -> str:
    threads.check_length(title, resource="Issue", field="title", most=LONGEST_TITLE)
    return title.strip()


def _body(ctx: Context) -> str | None:
    body = ctx.body.get("body")
    if body is not None and not isinstance(body, str):
        respond.refuse(
            422, f"Invalid request.\n\nFor 'properties/body', {body!r} is not a string.", errors=[]
        )
    threads.check_length(body, resource="Issue", field="body", most=LONGEST_BODY)
    return body


def _labels(ctx: Context) -> list[Any]:
    names = [
        str(entry.get("name") if isinstance(entry, dict) else entry) for entry in ctx.body.get("labels") or []
    ]
    found = (conversation.label_named(ctx.world, ctx.repo, name, by=ctx.actor) for name in names)
    return list(dict.fromkeys(found))


def _assignees(ctx: Context) -> list[Any]:
    single = ctx.body.get("assignee")
    return [*(ctx.body.get("assignees") or []), *([single] if single else [])]


def _milestone(ctx: Context) -> Milestone | None:
    number = ctx.body.get("milestone")
    if number is None:
        return None
    found = ctx.repo.milestones.get(int(number)) if str(number).isdecimal() else None
    if found is None:
        respond.invalid("Issue", "milestone", "invalid")
    return found


ROUTES = (
    Route("GET", REPO_ISSUES, list_for_repo, threads.READ),
    Route("POST", REPO_ISSUES, create, writes("issues", role="read")),
    Route("GET", ISSUE, get, threads.READ),
    Route("PATCH", ISSUE, update, threads.WRITE),
    Route("POST", ISSUE + "/assignees", add_assignees, threads.TRIAGE),
    Route("DELETE", ISSUE + "/assignees", remove_assignees, threads.TRIAGE),
    Route("GET", ISSUE + "/assignees/{assignee}", check_assignee, threads.READ),
    Route("GET", "/repos/{owner}/{repo}/assignees", list_assignees, METADATA),
    Route("GET", "/repos/{owner}/{repo}/assignees/{assignee}", check_assignee, METADATA),
    Route("PUT", ISSUE + "/lock", lock, writes("issues", "pull_requests", role="write")),
    Route("DELETE", ISSUE + "/lock", unlock, writes("issues", "pull_requests", role="write")),
)
