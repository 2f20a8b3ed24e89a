"""What is fetched from the web host and not from the API: clones, archives, diffs."""

from __future__ import annotations

import asyncio
import gzip
import secrets
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.auth import authenticate
from sandbox.diff import ENVIRONMENT, GIT, diff_text, patch_text
from sandbox.history import merge_base
from sandbox.respond import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sandbox.records import Repo
    from sandbox.workflows import Job
    from sandbox.world import World

    Fetch = Callable[[World, web.Request], Awaitable[web.StreamResponse]]

SERVICE = "git-upload-pack"
LOG_LIFETIME = timedelta(minutes=1)
FORMATS = {"tar.gz": "tar.gz", "zip": "zip"}
# Clients of git send the installation token as a password under this name.
# https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation#http-based-git-access
ASK = {"WWW-Authenticate": 'Basic realm="stand-in"'}


def archive_url(world: World, repo: Repo, sha: str, kind: str) -> str:
    """Where the archive of a commit can be fetched once, without signing in."""
    code = secrets.token_urlsafe(16)
    world.archives[code] = repo
    return f"{world.url}/_standin/archive/{code}/{sha}.{FORMATS[kind]}"


async def archive(world: World, request: web.Request) -> web.Response:
    """The archive that an `archive_url` names."""
    repo = world.archives.pop(request.match_info["code"], None)
    sha, _, kind = request.match_info["name"].partition(".")
    if repo is None or kind not in FORMATS or repo.git.resolve(sha) is None:
        raise web.HTTPNotFound
    prefix = f"--prefix={repo.owner.login}-{repo.name}-{sha[:7]}/"
    data = await _git(repo, "archive", f"--format={kind}", prefix, sha)
    return web.Response(body=data, content_type="application/zip" if kind == "zip" else "application/gzip")


def log_url(world: World, job: Job) -> str:
    """Where the log of a job can be fetched for a minute, without signing in."""
    code = secrets.token_urlsafe(16)
    world.logs[code] = job, world.clock() + LOG_LIFETIME
    return f"{world.url}/_standin/log/{code}"


async def log(world: World, request: web.Request) -> web.Response:
    """The log that a `log_url` names; like the store behind GitHub it refuses whoever brings a token along.

    https://docs.github.com/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run
    """
    if "Authorization" in request.headers:
        raise web.HTTPBadRequest(text="The address is signed already.")
    job, until = world.logs.get(request.match_info["code"], (None, world.clock()))
    if job is None or job.log is None or world.clock() >= until:
        raise web.HTTPForbidden(text="The signature is not valid any more.")
    return web.Response(body=job.log, content_type="text/plain")


async def advertise(world: World, request: web.Request) -> web.Response:
    """The refs, as the first half of a clone or fetch over HTTP; pushing goes through the API only.

    https://git-scm.com/docs/http-protocol
    """
    if request.query.get("service") != SERVICE:
        raise web.HTTPForbidden(
            text="This local stand-in takes changes through its API, not through git push."
        )
    repo = _readable(world, request)
    data = await _git(repo, "upload-pack", "--http-backend-info-refs", str(repo.git.path))
    line = f"# service={SERVICE}\n"
    head = f"{len(line) + 4:04x}{line}0000".encode()
    return web.Response(body=head + data, content_type=f"application/x-{SERVICE}-advertisement")


async def upload_pack(world: World, request: web.Request) -> web.Response:
    """The objects, as the second half."""
    repo, body = _readable(world, request), await request.read()
    if request.headers.get("Content-Encoding") == "gzip" and body.startswith(b"\x1f\x8b"):
        body = gzip.decompress(body)
    data = await _git(repo, "upload-pack", "--stateless-rpc", str(repo.git.path), send=body)
    return web.Response(body=data, content_type=f"application/x-{SERVICE}-result")


async def pull_text(world: World, request: web.Request) -> web.Response:
    """`/pull/1.diff` and `/pull/1.patch`."""
    repo = _readable(world, request)
    pull = repo.pulls.get(int(request.match_info["number"]))
    if pull is None:
        raise web.HTTPNotFound
    start = merge_base(repo.git, pull.base_sha, pull.head_sha) or pull.base_sha
    text = diff_text if request.match_info["kind"] == "diff" else patch_text
    data = text(repo.git, start, pull.head_sha)
    return web.Response(body=data, content_type="text/plain", charset="utf-8")


FETCHES: tuple[tuple[str, str, Fetch], ...] = (
    ("GET", "/_standin/archive/{code}/{name}", archive),
    ("GET", "/_standin/log/{code}", log),
    ("GET", "/{owner}/{repo}.git/info/refs", advertise),
    ("POST", "/{owner}/{repo}.git/git-upload-pack", upload_pack),
    ("GET", r"/{owner}/{repo}/pull/{number:\d+}.{kind:diff|patch}", pull_text),
)


def mount(application: web.Application, world: World) -> None:
    """Adds the downloads to the server."""
    for method, path, fetch in FETCHES:
        application.router.add_route(method, path, partial(fetch, world))


def _readable(world: World, request: web.Request) -> Repo:
    """The repository in the path if whoever asks may read it."""
    repo = world.repo(request.match_info["owner"], request.match_info["repo"])
    if repo is None:
        raise web.HTTPNotFound
    if not repo.private:
        return repo
    try:
        caller = authenticate(world, request.headers.get("Authorization", ""))
    except Refused:
        raise web.HTTPUnauthorized(headers=ASK) from None
    token, installation = caller.token, caller.installation
    if caller.user is None or token is None:
        raise web.HTTPUnauthorized(headers=ASK)
    if installation is None:
        allowed = world.role(repo, caller.user) != "none"
    else:
        given = repo in world.installed_repos(installation) and (
            token.repo_ids is None or repo.id in token.repo_ids
        )
        allowed = given and "contents" in token.permissions
    if not allowed:
        raise web.HTTPNotFound
    return repo


async def _git(repo: Repo, *arguments: str, send: bytes = b"") -> bytes:
    process = await asyncio.create_subprocess_exec(
        GIT,
        *arguments,
        cwd=repo.git.path,
        env=ENVIRONMENT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    data, _ = await process.communicate(send)
    return data
