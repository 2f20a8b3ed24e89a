"""One call to the REST API: find the route, check the rights, run the handler."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode

from sandbox import bodies, respond
from sandbox.accounts import ROLES, App, Installation, User
from sandbox.auth import Caller, acting_as
from sandbox.permissions import Needs, allows
from sandbox.respond import Refused, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.bodies import Takes
    from sandbox.records import Repo
    from sandbox.world import World

SLOT = re.compile(r"\{(\w+)(:int|\.\.\.)?\}")
NOT_FOR_APPS = "Resource not accessible by integration"


@dataclass
class Context:
    """What a handler needs to know of one call."""

    world: World
    method: str
    path: str
    caller: Caller
    params: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    accept: str = ""
    prefix: str = ""
    found_repo: Repo | None = None

    @property
    def repo(self) -> Repo:
        """The repository in the path."""
        if self.found_repo is None:
            respond.not_found()
        return self.found_repo

    @property
    def actor(self) -> User:
        """The user, or the App's bot, in whose name the call is made."""
        if self.caller.user is None:
            respond.refuse(401, "Requires authentication")
        return self.caller.user

    @property
    def app(self) -> App | None:
        """The App through which the call is made, for `performed_via_github_app`."""
        return self.caller.app

    @property
    def installation(self) -> Installation | None:
        """The installation whose token the call carries."""
        return self.caller.installation

    @property
    def lasting_path(self) -> str:
        """The path as Link headers give it: by the repository's id, which a rename does not change."""
        if self.found_repo is None or not self.path.startswith("/repos/"):
            return self.path
        rest = self.path.split("/", 4)[4:]
        return "/".join([f"/repositories/{self.found_repo.id}", *rest])

    def text(self, name: str, *, resource: str) -> str:
        """A string in the body that has to be there and may not be blank; 422 otherwise."""
        value = self.body.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            respond.invalid(resource, name, "missing_field")
        if not isinstance(value, str):
            respond.refuse(
                422, f"Invalid request.\n\nFor 'properties/{name}', {value!r} is not a string.", errors=[]
            )
        return value


Handler = Callable[[Context], Reply | Awaitable[Reply]]


@dataclass(frozen=True)
class Route:
    """One operation. In the pattern `{name}` is one step, `{name:int}` digits, `{name...}` any number of steps."""

    method: str
    pattern: str
    handler: Handler
    needs: Needs
    takes: Takes = field(default_factory=dict)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression."""
        return compile_pattern(self.pattern)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Literal patterns are tried first, those that swallow slashes last."""
        return "..." in self.pattern, self.pattern.count("{"), -len(self.pattern)

    @property
    def writes_contents(self) -> bool:
        """Whether the operation changes what is in the repository."""
        return ("contents", "write") in self.needs.permissions


class Table:
    """All routes, found by method and the literal steps of the path."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._routes: dict[tuple[str, ...], list[Route]] = {}
        for route in sorted(routes, key=lambda route: route.rank):
            self._routes.setdefault(_bucket(route.method, route.pattern), []).append(route)

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """The route of a call and what stands in its slots; the path is as it was sent, with `%2F` for a slash in a name."""
        for route in self._routes.get(_bucket(method, path), ()):
            match = route.regex.fullmatch(path)
            if match:
                return route, {name: unquote(value) for name, value in match.groupdict().items()}
        return None


async def run(route: Route, context: Context) -> Reply:
    """The handler's reply, or the refusal that came first."""
    try:
        context.found_repo = _repo(context)
        check_rights(route.needs, context)
        bodies.check(context.body, route.takes)
        reply = route.handler(context)
        if inspect.isawaitable(reply):
            reply = await reply
    except Refused as refused:
        reply = refused.reply
    if route.needs.permissions:
        reply.headers["X-Accepted-GitHub-Permissions"] = route.needs.header
    if route.writes_contents and reply.status < 400:
        context.world.content_writes[context.actor.login] += 1
    return reply


async def call(  # noqa: PLR0913 - a call is all of these
    world: World, table: Table, *, user: User, method: str, path: str, body: dict[str, Any] | None = None
) -> Reply:
    """What the API answers when a person does this on a page, rights and webhooks included."""
    found = table.find(method, path)
    if found is None:
        return respond.error(404, "Not Found")
    route, params = found
    return await run(route, Context(world, method, path, acting_as(user), params, body=body or {}))


def check_rights(needs: Needs, context: Context) -> None:
    """Ends the call as GitHub does when the caller may not make it."""
    caller = context.caller
    if needs.who == "any" and context.found_repo is None:
        return
    if needs.who == "app":
        if caller.who != "app":
            respond.refuse(401, "A JSON web token could not be decoded")
        return
    if caller.who == "app":
        respond.refuse(403, NOT_FOR_APPS)
    if caller.who == "anonymous" and needs.who != "any":
        respond.refuse(401, "Requires authentication")
    if caller.who == "installation":
        _check_installation(needs, context)
    elif needs.who == "installation":
        respond.refuse(
            403,
            "You must authenticate with an installation access token in order to list repositories for an installation.",
        )
    elif context.found_repo is not None and caller.user is not None:
        _check_role(needs, context.world.role(context.found_repo, caller.user))
    if context.found_repo is not None and context.found_repo.archived and _changes_content(needs, context):
        respond.refuse(403, "Repository was archived so is read-only.")


def can_see(context: Context, repo: Repo) -> bool:
    """Whether the repository exists for the caller."""
    if not repo.private:
        return True
    caller = context.caller
    match caller.who:
        case "user" if caller.user is not None:
            return context.world.role(repo, caller.user) != "none"
        case "installation":
            return _covers(context, repo)
        case "app":
            return any(i.app is caller.app for i in context.world.installations_on(repo))
        case _:
            return False


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern with slots."""
    kinds = {None: "[^/]+", ":int": r"\d+", "...": ".+"}
    pieces, last = [], 0
    for slot in SLOT.finditer(pattern):
        pieces += [re.escape(pattern[last : slot.start()]), f"(?P<{slot[1]}>{kinds[slot[2]]})"]
        last = slot.end()
    return re.compile("".join([*pieces, re.escape(pattern[last:])]))


def _changes_content(needs: Needs, context: Context) -> bool:
    """Whether an archived repository refuses the call; its settings can still be changed, or it could never come back."""
    administers = any(name == "administration" for name, _ in needs.permissions)
    return context.method != "GET" and needs.who == "signed-in" and not administers


def _check_installation(needs: Needs, context: Context) -> None:
    token = context.caller.token
    if needs.who == "user" or token is None:
        respond.refuse(403, NOT_FOR_APPS)
    repo = context.found_repo
    if repo is not None and not _covers(context, repo):
        if repo.private:
            respond.not_found()
        if needs.who != "any":
            respond.refuse(403, NOT_FOR_APPS)
        return
    if not allows(token.permissions, needs):
        respond.refuse(403, NOT_FOR_APPS)


def _covers(context: Context, repo: Repo) -> bool:
    """Whether the installation's token was made for this repository."""
    token, installation = context.caller.token, context.caller.installation
    if token is None or installation is None or installation.account is not repo.owner:
        return False
    given = installation.repo_ids is None or repo.id in installation.repo_ids
    return given and (token.repo_ids is None or repo.id in token.repo_ids)


def _check_role(needs: Needs, role: str) -> None:
    if ROLES.index(role) < ROLES.index(needs.role):
        if role == "none":
            respond.not_found()
        right = "push" if needs.role == "write" else needs.role
        respond.refuse(403, f"Must have {right} rights to Repository.")


def _repo(context: Context) -> Repo | None:
    """The repository in the path if the caller may see it; a redirect when it was renamed."""
    owner, name = context.params.get("owner"), context.params.get("repo")
    if owner is None or name is None:
        return None
    world = context.world
    repo = world.repo(owner, name)
    if repo is None:
        moved = world.repos_by_id.get(world.moved.get((owner.lower(), name.lower()), 0))
        if moved is None or not can_see(context, moved):
            respond.not_found()
        rest = "/".join(context.path.split("/")[4:])
        url = f"{world.url}{context.prefix}/repositories/{moved.id}" + (f"/{rest}" if rest else "")
        # What was asked for goes with it; https://github.com/node-gh/gh/issues/579 shows one.
        url += f"?{urlencode(context.query)}" if context.query else ""
        status = 301 if context.method == "GET" else 307
        reply = respond.error(status, "Moved Permanently" if status == 301 else "Temporary Redirect")
        reply.value = {
            "message": reply.value["message"],
            "url": url,
            "documentation_url": respond.DOCUMENTATION,
        }
        reply.headers["Location"] = url
        raise Refused(reply)
    if not can_see(context, repo):
        respond.not_found()
    return repo


def _bucket(method: str, path: str) -> tuple[str, ...]:
    steps = path.split("/")
    deep = steps[4] if steps[1] == "repos" and len(steps) > 4 else ""
    return method, steps[1], deep
