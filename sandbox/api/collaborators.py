"""Who may do what on a repository.

https://docs.github.com/rest/collaborators/collaborators
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import hooks, respond
from sandbox.accounts import ROLES, Org
from sandbox.dispatch import Context, Route
from sandbox.permissions import METADATA, Needs, writes
from sandbox.shapes.repos import permissions
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.respond import Reply

COLLABORATORS = "/repos/{owner}/{repo}/collaborators"
ONE = COLLABORATORS + "/{login}"
ADMIN = writes("administration", role="admin")
PUSH = Needs("signed-in", permissions=(("metadata", "read"),), role="write")
WORDS = {"pull": "read", "triage": "triage", "push": "write", "maintain": "maintain", "admin": "admin"}
# The older `permission` knows four words only; `role_name` has them all.
FOUR = {
    "none": "none",
    "read": "read",
    "triage": "read",
    "write": "write",
    "maintain": "write",
    "admin": "admin",
}


def list_collaborators(ctx: Context) -> Reply:
    """Everybody who was given a role, members of the organization among them."""
    found = [user for login in ctx.world.accounts if (user := ctx.world.user(login)) and _given(ctx, user)]
    return respond.page(ctx, found, lambda user: _collaborator(ctx, user))


def check(ctx: Context) -> Reply:
    """204 for a collaborator, 404 for anybody else."""
    user = ctx.world.user(ctx.params["login"])
    if user is None or not _given(ctx, user):
        respond.not_found()
    return respond.nothing()


def permission(ctx: Context) -> Reply:
    """The role of any user, also of one who was given none."""
    user = ctx.world.user(ctx.params["login"])
    if user is None:
        respond.not_found()
    role = ctx.world.role(ctx.repo, user)
    shown = {"permission": FOUR[role], "role_name": role, "user": _collaborator(ctx, user)}
    return respond.json(200, shown)


def put(ctx: Context) -> Reply:
    """Gives a user a role; they need not accept an invitation here, so the answer is always 204."""
    user, word = ctx.world.user(ctx.params["login"]), str(ctx.body.get("permission", "push"))
    if user is None:
        respond.not_found()
    if word not in WORDS:
        respond.invalid("Repository", "permission", "invalid")
    before = ctx.repo.collaborators.get(user.login.lower())
    ctx.repo.collaborators[user.login.lower()] = WORDS[word]
    shown = simple_user(ctx.world, user)
    if before is None:
        changes: dict[str, Any] = {"permission": {"to": FOUR[WORDS[word]]}}
        hooks.emit(
            ctx.world, "member", "added", sender=ctx.actor, repo=ctx.repo, member=shown, changes=changes
        )
    elif before != WORDS[word]:
        changes = {"permission": {"from": FOUR[before], "to": FOUR[WORDS[word]]}}
        hooks.emit(
            ctx.world, "member", "edited", sender=ctx.actor, repo=ctx.repo, member=shown, changes=changes
        )
    return respond.nothing()


def delete(ctx: Context) -> Reply:
    """Takes the role away."""
    user = ctx.world.user(ctx.params["login"])
    if user is not None and ctx.repo.collaborators.pop(user.login.lower(), None) is not None:
        shown = simple_user(ctx.world, user)
        hooks.emit(ctx.world, "member", "removed", sender=ctx.actor, repo=ctx.repo, member=shown)
    return respond.nothing()


def _given(ctx: Context, user: User) -> bool:
    login, owner = user.login.lower(), ctx.repo.owner
    return (
        user is owner
        or login in ctx.repo.collaborators
        or (isinstance(owner, Org) and login in owner.members)
    )


def _collaborator(ctx: Context, user: User) -> dict[str, Any]:
    role = ctx.world.role(ctx.repo, user)
    shown = permissions(role) if role in ROLES else {}
    return {**simple_user(ctx.world, user), "permissions": shown, "role_name": role}


ROUTES = (
    Route("GET", COLLABORATORS, list_collaborators, PUSH),
    Route("GET", ONE, check, METADATA),
    Route("PUT", ONE, put, ADMIN),
    Route("DELETE", ONE, delete, ADMIN),
    Route("GET", ONE + "/permission", permission, PUSH),
)
