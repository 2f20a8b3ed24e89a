"""What the operations on issues and comments share: finding the thread, and who may change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond
from sandbox.accounts import ROLES
from sandbox.permissions import reads, writes

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.dispatch import Context
    from sandbox.records import Comment, Issue

READ = reads("issues", "pull_requests")
# Anybody who can read may write here; what only some may do, the handlers check.
WRITE = writes("issues", "pull_requests", role="read")
TRIAGE = writes("issues", "pull_requests", role="triage")
ISSUE = "/repos/{owner}/{repo}/issues/{number:int}"
LONGEST_BODY, LONGEST_TITLE = 65_536, 256


def thread(ctx: Context) -> Issue:
    """The issue or pull request in the path; an App needs the permission for the one that it is."""
    found = ctx.repo.issues.get(int(ctx.params["number"]))
    if found is None:
        respond.not_found()
    check_kind(ctx, found)
    return found


def check_kind(ctx: Context, found: Issue) -> None:
    """Refuses an App that may do this to pull requests but not to issues."""
    token = ctx.caller.token
    if found.pull is not None or token is None or ctx.installation is None:
        return
    level = token.permissions.get("issues", "none")
    reads_it = ctx.method == "GET" and (level != "none" or not ctx.repo.private)
    if not reads_it and level != "write":
        respond.refuse(403, "Resource not accessible by integration")


def comment_in_path(ctx: Context) -> Comment:
    """The comment in the path."""
    found = ctx.repo.comments.get(int(ctx.params["comment_id"]))
    if found is None:
        respond.not_found()
    check_kind(ctx, found.issue)
    return found


def issue_by_id(ctx: Context, wanted: object) -> Issue | None:
    """The issue of that database id (not number) in any repository of the same owner."""
    for repo in ctx.world.repos_by_id.values():
        if repo.owner is ctx.repo.owner:
            found = next((issue for issue in repo.issues.values() if issue.id == wanted), None)
            if found is not None:
                return found
    return None


def has_role(ctx: Context, role: str) -> bool:
    """Whether the caller has the role; an App that came this far has the permission instead."""
    if ctx.installation is not None:
        return True
    return ROLES.index(ctx.world.role(ctx.repo, ctx.actor)) >= ROLES.index(role)


def need_role(ctx: Context, role: str) -> None:
    """Ends the call with 403 unless the caller has the role."""
    if not has_role(ctx, role):
        respond.refuse(403, f"Must have {'push' if role == 'write' else role} rights to Repository.")


def check_length(value: str | None, *, resource: str, field: str, most: int) -> None:
    """Ends the call with 422 when the text is longer than GitHub stores."""
    if value is not None and len(value) > most:
        text = f"{field} is too long (maximum is {most} characters)"
        respond.invalid(resource, field, "custom", message=text)


def users_named(ctx: Context, names: list[Any]) -> list[User]:
    """The users that can be assigned among the names; GitHub drops the others without a word."""
    logins = [str(entry.get("login", "") if isinstance(entry, dict) else entry) for entry in names]
    users = [ctx.world.user(login) for login in logins]
    return [user for user in users if user is not None and can_be_assigned(ctx, user)]


def can_be_assigned(ctx: Context, user: User) -> bool:
    """Whether issues of the repository can be given to the user: people with push access, and members."""
    if user.type == "Bot":
        return False
    owner = ctx.repo.owner
    member = user.login.lower() in getattr(owner, "members", {})
    return member or ctx.world.role(ctx.repo, user) not in ("none", "read")


def names_in(ctx: Context, key: str) -> list[Any]:
    """A list in the body: under its key, or the body itself where GitHub takes a bare array."""
    value = ctx.body.get("", ctx.body.get(key, []))
    if not isinstance(value, list):
        respond.refuse(
            422, f"Invalid request.\n\nFor 'properties/{key}', {value!r} is not an array.", errors=[]
        )
    return value
