"""GitHub Actions, of which nothing runs here: empty lists, and the dispatch that Apps may listen for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.expect import expect
from sandbox.hooks import emit
from sandbox.permissions import reads, writes

if TYPE_CHECKING:
    from sandbox.dispatch import Handler
    from sandbox.respond import Reply

ACTIONS = "/repos/{owner}/{repo}/actions"
LONGEST_EVENT_TYPE, MOST_KEYS = 100, 10


def permissions(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/permissions#get-github-actions-permissions-for-a-repository ."""
    api = f"{ctx.world.url}/api/v3/repos/{ctx.repo.full_name}/actions/permissions/selected-actions"
    shown = {"enabled": False, "allowed_actions": "all", "selected_actions_url": api}
    return respond.json(200, shown)


def nothing_ran(key: str) -> Handler:
    """Answers an empty list under the key."""

    def empty(ctx: Context) -> Reply:
        return respond.page(ctx, (), _never, key=key)

    return empty


def no_such_run(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run ."""
    del ctx
    respond.not_found()


def dispatch(ctx: Context) -> Reply:
    """https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event ."""
    expect(ctx.body, client_payload="object?")
    event = ctx.text("event_type", resource="RepositoryDispatch")
    payload = ctx.body.get("client_payload") or {}
    if len(event) > LONGEST_EVENT_TYPE:
        respond.invalid("RepositoryDispatch", "event_type", "invalid")
    if len(payload) > MOST_KEYS:
        text = f"No more than {MOST_KEYS} properties are allowed; {len(payload)} were supplied."
        respond.refuse(422, f"Invalid request.\n\n{text}", errors=[text])
    parts: dict[str, Any] = {"branch": ctx.repo.default_branch, "client_payload": payload}
    emit(ctx.world, "repository_dispatch", event, repo=ctx.repo, sender=ctx.actor, **parts)
    return respond.nothing()


def _never(item: object) -> object:
    return item


READ = reads("actions")
ROUTES = (
    Route("GET", ACTIONS + "/permissions", permissions, reads("administration")),
    Route("GET", ACTIONS + "/runs", nothing_ran("workflow_runs"), READ),
    Route("GET", ACTIONS + "/workflows", nothing_ran("workflows"), READ),
    Route("GET", ACTIONS + "/artifacts", nothing_ran("artifacts"), READ),
    Route("GET", ACTIONS + "/runs/{run:int}", no_such_run, READ),
    Route("GET", ACTIONS + "/runs/{run:int}/jobs", no_such_run, READ),
    Route("GET", ACTIONS + "/runs/{run:int}/artifacts", no_such_run, READ),
    Route("POST", "/repos/{owner}/{repo}/dispatches", dispatch, writes("contents", role="write")),
)
