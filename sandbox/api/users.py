"""Users, and what the API says of itself.

https://docs.github.com/rest/users and https://docs.github.com/rest/meta
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.permissions import ANYONE, PERSON
from sandbox.shapes.users import private_user, public_user

if TYPE_CHECKING:
    from sandbox.respond import Reply

ZEN = "Approachable is better than simple."


def get_itself(ctx: Context) -> Reply:
    """The user that the token is of."""
    return respond.json(200, private_user(ctx.world, ctx.actor))


def get_by_login(ctx: Context) -> Reply:
    """A user, bot or organization by login."""
    found = ctx.world.account(ctx.params["login"])
    if found is None:
        respond.not_found()
    return respond.json(200, public_user(ctx.world, found))


def get_by_id(ctx: Context) -> Reply:
    """A user, bot or organization by id."""
    wanted = int(ctx.params["account_id"])
    found = next((account for account in ctx.world.accounts.values() if account.id == wanted), None)
    if found is None:
        respond.not_found()
    return respond.json(200, public_user(ctx.world, found))


def rate_limit(ctx: Context) -> Reply:
    """How much of the hour is left; asking does not count."""
    window, limit = ctx.world.limits.window(ctx.caller.key), ctx.world.limits.per_hour
    core = {
        "limit": limit,
        "used": window.used,
        "remaining": max(limit - window.used, 0),
        "reset": window.reset,
    }
    search = {"limit": 30, "used": 0, "remaining": 30, "reset": window.reset}
    resources = {"core": core, "search": search, "graphql": {**search, "limit": 5000, "remaining": 5000}}
    return respond.json(200, {"resources": resources, "rate": core})


def meta(ctx: Context) -> Reply:
    """What clients want to know of the installation before they begin."""
    host = ctx.world.url.partition("://")[2].partition(":")[0]
    shown: dict[str, Any] = {
        "verifiable_password_authentication": False,
        "hooks": [f"{host}/32"],
        "web": [f"{host}/32"],
        "api": [f"{host}/32"],
        "git": [f"{host}/32"],
    }
    return respond.json(200, shown)


def zen(_ctx: Context) -> Reply:
    """A sentence in plain text."""
    return respond.raw(ZEN.encode(), content_type="text/plain; charset=utf-8")


ROUTES = (
    Route("GET", "/user", get_itself, PERSON),
    Route("GET", "/user/{account_id:int}", get_by_id, ANYONE),
    Route("GET", "/users/{login}", get_by_login, ANYONE),
    Route("GET", "/rate_limit", rate_limit, ANYONE),
    Route("GET", "/meta", meta, ANYONE),
    Route("GET", "/zen", zen, ANYONE),
)
