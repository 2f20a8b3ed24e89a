"""The stand-in as a web server: the REST API, its own control calls and its pages on one port."""

from __future__ import annotations

import asyncio
import hashlib
import json
import uuid
from dataclasses import dataclass
from email.utils import format_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox import control, downloads, faults, pages, respond
from sandbox.api import TABLE
from sandbox.auth import ANONYMOUS, Caller, authenticate
from sandbox.dispatch import Context, Route, run
from sandbox.postman import Postman
from sandbox.respond import Refused, Reply
from sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sandbox.faults import Fault

API = "/api/v3"
API_STEPS = frozenset(
    {
        "api",
        "app",
        "app-manifests",
        "apps",
        "installation",
        "markdown",
        "meta",
        "orgs",
        "rate_limit",
        "repos",
        "repositories",
    }
    | {"search", "user", "users", "zen"}
)
LARGEST_BODY = 100 * 1024 * 1024
PLAIN_METHODS = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """One call to the API and its answer, for whoever observes; `path` is as GitHub's description names it."""

    method: str
    path: str
    query: Mapping[str, str]
    request_headers: Mapping[str, str]
    request_json: Any
    request_is_json: bool
    status: int
    response_headers: Mapping[str, str]
    response_json: Any


class Running:
    """A stand-in that listens; stop it before the program ends."""

    def __init__(self, world: World, runner: web.AppRunner, postman: Postman) -> None:
        self.world = world
        self._runner = runner
        self._postman = postman

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return self.world.url

    async def settle(self) -> None:
        """Waits until every queued webhook has been sent."""
        await self._postman.settle()

    async def stop(self) -> None:
        """Stops listening and sending, and closes the repositories."""
        await self._postman.stop()
        await self._runner.cleanup()
        for repo in self.world.repos_by_id.values():
            repo.git.close()


async def start(
    *,
    data: Path,
    port: int = 0,
    observe: Callable[[Exchange], None] | None = None,
    observe_webhook: Callable[[str, dict[str, Any]], None] | None = None,
) -> Running:
    """A stand-in that listens on 127.0.0.1; port 0 is any free one. Its git repositories are made in `data`."""
    world = World(data)
    world.observe_webhook = observe_webhook
    application = web.Application(client_max_size=LARGEST_BODY)
    door = Door(world, observe)
    for first in (*API_STEPS - {"api"}, API.removeprefix("/"), "api"):
        application.router.add_route("*", f"/{first}", door.answer)
        application.router.add_route("*", f"/{first}/{{path:.*}}", door.answer)
    control.mount(application, world)
    downloads.mount(application, world)
    pages.mount(application, world)
    runner = web.AppRunner(application, access_log=None, handle_signals=False, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    world.url = "http://{}:{}".format(*runner.addresses[0][:2])
    postman = Postman(world)
    await postman.start()
    return Running(world, runner, postman)


class Door:
    """Where calls to the API come in and answers go out with GitHub's headers."""

    def __init__(self, world: World, observe: Callable[[Exchange], None] | None) -> None:
        self._world = world
        self._observe = observe

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The whole way of one call."""
        prefix = API if request.path.startswith(API + "/") else ""
        path = request.rel_url.raw_path.removeprefix(prefix)
        path = path.rstrip("/") or "/"
        fault = next((f for f in self._world.faults if f.strikes(request.method, path)), None)
        if fault is not None and fault.kind in faults.BEFORE:
            return _spoiled(fault, faults.instead(fault))
        data = await request.read()
        body, is_json = _parsed(data)
        path = self._described(path)
        reply, caller, route = await self._reply(request, path, prefix=prefix, body=body)
        self._finish(request, reply, caller, route)
        if self._observe is not None:
            self._observe(_exchange(request, path, body=body, is_json=is_json, reply=reply))
        if fault is not None:
            if fault.kind == "timeout":
                await asyncio.sleep(fault.seconds)
            return _spoiled(fault, reply)
        return _response(reply)

    async def _reply(
        self, request: web.Request, path: str, *, prefix: str, body: object
    ) -> tuple[Reply, Caller, Route | None]:
        caller, route = ANONYMOUS, None
        try:
            caller = authenticate(self._world, request.headers.get("Authorization", ""))
            method = "GET" if request.method == "HEAD" else request.method
            found = TABLE.find(method, path)
            self._spend(caller, path)
            if found is None:
                respond.not_found()
            route, params = found
            self._world.calls[f"{route.method} {route.pattern}"] += 1
            context = Context(
                self._world,
                method,
                path,
                caller,
                params,
                dict(request.query),
                _object(body),
                accept=request.headers.get("Accept", ""),
                prefix=prefix,
            )
            self._pace(caller, route)
            reply = await run(route, context)
        except Refused as refused:
            reply = refused.reply
        return reply, caller, route

    def _spend(self, caller: Caller, path: str) -> None:
        if path != "/rate_limit" and not self._world.limits.spend(caller.key):
            respond.refuse(403, f"API rate limit exceeded for {caller.key}.")

    def _pace(self, caller: Caller, route: Route) -> None:
        limits = self._world.limits
        makes_content = route.method not in PLAIN_METHODS and route.needs.who != "app"
        if makes_content and not limits.create(caller.key):
            raise Refused(faults.secondary_limit(limits.retry_after))

    def _described(self, path: str) -> str:
        """`/repositories/{id}/...`, which Link headers hold, as the `/repos/{owner}/{repo}/...` it stands for."""
        steps = path.split("/")
        if steps[1] == "repositories" and len(steps) > 2 and steps[2].isdecimal():
            repo = self._world.repos_by_id.get(int(steps[2]))
            if repo is not None:
                return "/".join(["", "repos", repo.owner.login, repo.name, *steps[3:]])
        return path

    def _finish(self, request: web.Request, reply: Reply, caller: Caller, route: Route | None) -> None:
        """Adds the headers that GitHub puts on every answer, turns a known ETag into 304, keeps the tally."""
        window = self._world.limits.window(caller.key)
        limit = self._world.limits.per_hour
        reply.headers |= {
            "Date": format_datetime(self._world.clock(), usegmt=True),
            "Server": "github-stand-in",
            "X-GitHub-Media-Type": "github.v3; format=json",
            "X-GitHub-Api-Version-Selected": request.headers.get("X-GitHub-Api-Version", "2022-11-28"),
            "X-GitHub-Request-Id": uuid.uuid4().hex[:24].upper(),
        }
        if request.method in PLAIN_METHODS and reply.status == HTTPStatus.OK:
            stamped = hashlib.sha256(
                caller.key.encode() + request.headers.get("Accept", "").encode() + reply.body()
            )
            etag = f'W/"{stamped.hexdigest()}"'
            reply.headers |= {"ETag": etag, "Cache-Control": "private, max-age=60, s-maxage=60"}
            reply.headers["Vary"] = "Accept, Authorization, Cookie, X-GitHub-OTP"
            if request.headers.get("If-None-Match") == etag:
                reply.status, reply.value, reply.raw = 304, None, None
                window.used -= 1
        reply.headers |= {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": str(max(limit - window.used, 0)),
            "X-RateLimit-Reset": str(window.reset),
            "X-RateLimit-Used": str(window.used),
            "X-RateLimit-Resource": "core",
        }
        if reply.status >= 400 and request.method not in PLAIN_METHODS:
            self._world.refused.append(
                {
                    "method": request.method,
                    "path": request.path,
                    "status": reply.status,
                    "why": (reply.value or {}).get("message"),
                    "by": caller.user.login if caller.user else caller.key,
                    "contents": route is not None and route.writes_contents,
                }
            )


def _spoiled(fault: Fault, reply: Reply) -> web.Response:
    """What the client sees of a call that goes wrong."""
    reply = faults.spoiled(fault, reply)
    if fault.kind != "truncated":
        return _response(reply)
    body = reply.body()
    headers = {**reply.headers, "Content-Type": reply.content_type}
    return web.Response(status=reply.status, body=body[: len(body) // 2], headers=headers)


def _response(reply: Reply) -> web.Response:
    body = reply.body()
    headers = dict(reply.headers)
    if body:
        headers["Content-Type"] = reply.content_type
    return web.Response(status=reply.status, body=body, headers=headers)


def _parsed(data: bytes) -> tuple[object, bool]:
    """The JSON in the body and whether it was JSON at all; an empty body is None and counts as JSON."""
    if not data.strip():
        return None, True
    try:
        return json.loads(data), True
    except ValueError:
        return data, False


def _object(body: object) -> dict[str, Any]:
    """The body as handlers get it; a bare array, which a few operations take (labels), stands under an empty key."""
    if isinstance(body, bytes):
        respond.refuse(400, "Problems parsing JSON")
    if isinstance(body, list):
        return {"": body}
    if body is not None and not isinstance(body, dict):
        respond.refuse(400, "Body should be a JSON object")
    return body or {}


def _exchange(request: web.Request, path: str, *, body: object, is_json: bool, reply: Reply) -> Exchange:
    json_answer = reply.raw is None and bool(reply.body())
    return Exchange(
        request.method,
        path,
        dict(request.query),
        dict(request.headers),
        body if is_json else None,
        is_json,
        reply.status,
        {**reply.headers, "Content-Type": reply.content_type},
        json.loads(reply.body()) if json_answer else (reply.raw or None),
    )
