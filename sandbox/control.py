"""`/_standin/`: what GitHub has no API for, such as making users, moving the clock and ordering failures."""

from __future__ import annotations

import json
import re
import secrets
from functools import partial
from typing import TYPE_CHECKING, Any

from aiohttp import web
from yarl import URL

from sandbox import checks, install, queueing, workflows
from sandbox.accounts import ROLES, Account, User
from sandbox.faults import KINDS, Fault
from sandbox.shapes import apps as app_shapes
from sandbox.shapes import repos as repo_shapes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.world import World

    Act = Callable[[World, web.Request, dict[str, Any]], Any]


class Wrong(Exception):
    """The control call cannot be carried out; the text says why."""


def add_user(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"login", "name"?, "type"?}` makes a user; for one that is there it gives another token."""
    user = world.user(body["login"]) or world.add_user(
        body["login"], name=body.get("name"), kind=body.get("type", "User")
    )
    return {"login": user.login, "id": user.id, "token": world.user_token(user).text}


def rename_user(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"to"}` gives a user another login; the old one is free for anybody then."""
    user = _user(world, request.match_info["login"])
    world.rename_user(user, body["to"])
    return {"login": user.login, "id": user.id}


def delete_user(world: World, request: web.Request, _body: dict[str, Any]) -> dict[str, Any]:
    """The account is deleted."""
    user = _user(world, request.match_info["login"])
    world.delete_user(user)
    return {"id": user.id}


def add_org(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"login", "description"?, "default_role"?, "members"?: {login: "member" or "admin"}}` makes an organization."""
    org = world.add_org(body["login"], description=body.get("description"))
    org.default_role = _role(body.get("default_role", "read"))
    for login, role in body.get("members", {}).items():
        org.members[_user(world, login).login.lower()] = role
    return {"login": org.login, "id": org.id}


def add_repo(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"owner", "name", "private"?, "files"?: {path: text}, "default_branch"?, "description"?}`."""
    owner = _account(world, body["owner"])
    repo = world.add_repo(
        owner,
        body["name"],
        private=bool(body.get("private")),
        default_branch=body.get("default_branch", "main"),
    )
    repo.description = body.get("description")
    files = {path: text.encode() for path, text in body.get("files", {}).items()}
    if files:
        world.seed(repo, files, message="Initial commit", by=install.sender_for(world, owner))
    return repo_shapes.repository(world, repo)


def set_collaborator(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"role"}` gives a user that role on a repository; "none" takes it away."""
    found = world.repo(request.match_info["owner"], request.match_info["repo"])
    if found is None:
        raise Wrong("There is no such repository.")
    user, role = _user(world, request.match_info["login"]), _role(body["role"])
    found.collaborators[user.login.lower()] = role
    return {"login": user.login, "role": world.role(found, user)}


def set_rules(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"branch", "rules": [{"type", "parameters"}]}` lays a ruleset of the repository on a branch, in place of the one before."""
    found = world.repo(request.match_info["owner"], request.match_info["repo"])
    if found is None:
        raise Wrong("There is no such repository.")
    found.rules[str(body["branch"])] = [dict(rule) for rule in body["rules"]]
    return {"rules": found.rules[str(body["branch"])]}


def leave_queue(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"number", "reason"}` takes a pull request out of its merge queue: merged, or given back for the reason."""
    found = world.repo(request.match_info["owner"], request.match_info["repo"])
    pull = found.pulls.get(int(body["number"])) if found is not None else None
    if pull is None or not pull.queued:
        raise Wrong("There is no such pull request in the queue.")
    if why := queueing.leave(world, pull, body["reason"]):
        raise Wrong(why)
    return {"number": pull.number}


def run_workflow(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"sha", "workflow"?, "jobs": [{"name", "status"?, "conclusion"?, "log"?, "annotations"?}]}`: what Actions came to on a commit.

    A job that had ended before is run once more. Without jobs, `conclusion` says how a run ended that never began.
    """
    found = world.repo(request.match_info["owner"], request.match_info["repo"])
    if found is None or found.git.kind(str(body["sha"])) != "commit":
        raise Wrong("There is no such commit.")
    name, by = str(body.get("workflow", "CI")), install.sender_for(world, found.owner)
    if not body.get("jobs"):
        workflows.never_began(world, found, body["sha"], name, str(body["conclusion"]), by=by)
        return {"jobs": []}
    run = workflows.report(world, found, body["sha"], name, body["jobs"], by=by)
    return {"run": run.id, "jobs": [job.check.id for job in run.latest]}


def press(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"login", "identifier"}` presses a button of a check run, as a person with write access does on its page."""
    repo = world.repo(request.match_info["owner"], request.match_info["repo"])
    run = repo.check_runs.get(int(request.match_info["run"])) if repo is not None else None
    if repo is None or run is None:
        raise Wrong("There is no such check run.")
    user = _user(world, body["login"])
    if ROLES.index(world.role(repo, user)) < ROLES.index("write"):
        raise Wrong(f"{user.login} may not press buttons here.")
    if not checks.press(world, repo, run, identifier=body["identifier"], by=user):
        raise Wrong("The check run has no such button.")
    return {"pressed": body["identifier"]}


def add_app(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """A manifest, with an optional `owner`, registers an App at once; its secrets are in the answer."""
    owner = _account(world, body.get("owner") or _first_account(world).login)
    return app_shapes.registered_app(world, install.register(world, body, owner=owner))


def add_installation(world: World, request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"account", "repositories": [name, ...] or "all"}` installs an App."""
    app = world.app(request.match_info["slug"])
    if app is None:
        raise Wrong("There is no such App.")
    account = _account(world, body["account"])
    wanted = body.get("repositories", "all")
    repos = None
    if wanted != "all":
        repos = [repo for name in wanted if (repo := world.repo(account.login, name.rpartition("/")[2]))]
        if len(repos) != len(wanted):
            raise Wrong("One of the repositories does not exist.")
    found = install.install(world, app, account, repos=repos, by=install.sender_for(world, account))
    return app_shapes.installation(world, found)


def advance_clock(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"advance_seconds"}` moves the stand-in's clock forward."""
    world.clock.advance(float(body["advance_seconds"]))
    return {"now": world.clock().isoformat()}


def set_faults(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"faults": [{"method", "path_regex", "kind", "nth"?, "times"?, "seconds"?}]}` replaces what was ordered."""
    ordered = body.get("faults", [body] if "kind" in body else [])
    faults = []
    for order in ordered:
        if order["kind"] not in KINDS:
            raise Wrong(f"A fault is one of {', '.join(KINDS)}.")
        fault = Fault(order.get("method", "*"), re.compile(order.get("path_regex", "")), order["kind"])
        fault.nth, fault.times = int(order.get("nth", 1)), int(order.get("times", 1))
        fault.seconds = float(order.get("seconds", fault.seconds))
        faults.append(fault)
    world.faults = faults
    return {"faults": len(faults)}


def set_limits(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"per_hour"?, "content_per_minute"?, "content_per_hour"?, "retry_after"?}`; null turns a secondary limit off."""
    limits = world.limits
    for name in ("per_hour", "content_per_minute", "content_per_hour", "retry_after"):
        if name in body:
            setattr(limits, name, body[name])
    return {
        "per_hour": limits.per_hour,
        "content_per_minute": limits.content_per_minute,
        "content_per_hour": limits.content_per_hour,
        "retry_after": limits.retry_after,
    }


def set_mishaps(world: World, _request: web.Request, body: dict[str, Any]) -> dict[str, Any]:
    """`{"lose"?: n, "duplicate"?: n, "hold"?: true or false, "backwards"?: true}` for the webhooks to come.

    The next n are lost (they stand in the list of deliveries as failed) or sent twice. `hold` keeps them until
    `{"hold": false}` lets them go, the latest first with `"backwards": true`.
    """
    mishaps = world.mishaps
    mishaps.lose, mishaps.duplicate = body.get("lose", mishaps.lose), body.get("duplicate", mishaps.duplicate)
    if body.get("hold") is True:
        mishaps.hold()
    elif body.get("hold") is False:
        mishaps.release(backwards=bool(body.get("backwards")))
    return {"lose": mishaps.lose, "duplicate": mishaps.duplicate, "held": mishaps.held}


def stats(world: World, _request: web.Request, _body: dict[str, Any]) -> dict[str, Any]:
    """Calls by operation, and every write that was refused; content writes are those that need `contents: write`."""
    refused = [entry for entry in world.refused if entry["contents"]]
    return {
        "calls": sum(world.calls.values()),
        "operations": dict(world.calls),
        "content_writes": world.content_writes.total(),
        "content_writes_by": dict(world.content_writes),
        "refused_content_writes": sum(entry["status"] in {401, 403, 404} for entry in refused),
        "refused": world.refused,
    }


async def register_from_manifest(world: World, request: web.Request) -> web.Response:
    """The form that a browser posts to register an App: goes back to the App's own page with a code.

    https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#1-you-redirect-people-to-github-to-create-a-new-github-app
    """
    form = await request.post()
    manifest = json.loads(str(form["manifest"]))
    login = request.match_info.get("org")
    owner = _account(world, login) if login else _first_account(world)
    app = install.register(world, manifest, owner=owner)
    code = secrets.token_hex(20)
    world.manifests[code] = app
    state = request.query.get("state")
    query = {"code": code, **({"state": state} if state else {})}
    return web.Response(
        status=302, headers={"Location": str(URL(manifest["redirect_url"]).update_query(query))}
    )


ACTS: tuple[tuple[str, str, Act], ...] = (
    ("POST", "/_standin/users", add_user),
    ("POST", "/_standin/users/{login}/rename", rename_user),
    ("POST", "/_standin/users/{login}/delete", delete_user),
    ("POST", "/_standin/orgs", add_org),
    ("POST", "/_standin/repos", add_repo),
    ("PUT", "/_standin/repos/{owner}/{repo}/collaborators/{login}", set_collaborator),
    ("POST", "/_standin/repos/{owner}/{repo}/rules", set_rules),
    ("POST", "/_standin/repos/{owner}/{repo}/queue", leave_queue),
    ("POST", "/_standin/repos/{owner}/{repo}/workflow-runs", run_workflow),
    ("POST", r"/_standin/repos/{owner}/{repo}/check-runs/{run:\d+}/press", press),
    ("POST", "/_standin/apps", add_app),
    ("POST", "/_standin/apps/{slug}/installations", add_installation),
    ("POST", "/_standin/clock", advance_clock),
    ("POST", "/_standin/faults", set_faults),
    ("POST", "/_standin/limits", set_limits),
    ("POST", "/_standin/webhooks", set_mishaps),
    ("GET", "/_standin/stats", stats),
)


def mount(application: web.Application, world: World) -> None:
    """Adds the control calls to the server."""
    for method, path, act in ACTS:
        application.router.add_route(method, path, partial(_answer, world, act))
    register_page = partial(register_from_manifest, world)
    application.router.add_route("POST", "/settings/apps/new", register_page)
    application.router.add_route("POST", "/organizations/{org}/settings/apps/new", register_page)


async def _answer(world: World, act: Act, request: web.Request) -> web.Response:
    try:
        body = await request.json() if request.can_read_body else {}
        return web.json_response(act(world, request, body))
    except Wrong as wrong:
        return web.json_response({"message": str(wrong)}, status=422)
    except KeyError as missing:
        return web.json_response({"message": f"{missing} is missing."}, status=422)


def _account(world: World, login: str) -> Account:
    found = world.account(login)
    if found is None:
        raise Wrong(f"There is no account {login}.")
    return found


def _first_account(world: World) -> Account:
    found = next((account for account in world.accounts.values() if account.type != "Bot"), None)
    return found or world.add_user("mona", name="Mona Lisa")


def _user(world: World, login: str) -> User:
    found = world.user(login)
    if found is None:
        raise Wrong(f"There is no user {login}.")
    return found


def _role(name: str) -> str:
    if name not in ROLES:
        raise Wrong(f"A role is one of {', '.join(ROLES)}.")
    return name
