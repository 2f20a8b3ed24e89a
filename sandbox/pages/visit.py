"""One look at a page: who is looking, as whom they speak, and what the texts on it may link to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox import dispatch
from sandbox.accounts import Org, User
from sandbox.api import TABLE
from sandbox.auth import acting_as
from sandbox.pages.place import Place

if TYPE_CHECKING:
    from multidict import MultiDictProxy

    from sandbox.records import Repo
    from sandbox.respond import Reply
    from sandbox.world import World

SPEAKER_COOKIE = "speaker"
# The person chosen beside the button of the form that is being handled.
CHOSEN = web.RequestKey("chosen", str)
AGES = (("year", 31_536_000), ("month", 2_592_000), ("day", 86_400), ("hour", 3_600), ("minute", 60))
# The pages show private repositories too: whoever looks at them has the machine they run on.
KEEPER = User(0, "stand-in", datetime.min, site_admin=True)  # noqa: DTZ901 - nobody reads when it joined


class PageError(Exception):
    """Ends the drawing of a page with a short message for the person."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Visit:
    """A request for a page, with the world behind it."""

    world: World
    request: web.Request

    @property
    def people(self) -> tuple[User, ...]:
        """Everybody one can speak as, in order of joining."""
        everybody = (account for account in self.world.accounts.values() if isinstance(account, User))
        return tuple(user for user in everybody if user.type == "User")

    @property
    def speaker(self) -> User | None:
        """The person whose role is being played: the one chosen last, else the first there is."""
        named = self.request.get(CHOSEN) or self.request.cookies.get(SPEAKER_COOKIE, "")
        chosen = self.world.user(named)
        if chosen is not None and chosen.type == "User":
            return chosen
        return self.people[0] if self.people else None

    @property
    def repo(self) -> Repo:
        """The repository in the path; its old name leads to the new one."""
        owner, name = self.request.match_info["owner"], self.request.match_info["repo"]
        found = self.world.repo(owner, name)
        if found is not None:
            return found
        moved = self.world.repos_by_id.get(self.world.moved.get((owner.lower(), name.lower()), 0))
        if moved is None:
            raise PageError(404, "There is no such repository here.")
        rest = "/".join(["", *self.request.path.split("/")[3:]])
        raise web.HTTPMovedPermanently(f"/{moved.full_name}{rest}")

    @property
    def number(self) -> int:
        """The number of the issue or pull request in the path."""
        return int(self.request.match_info["number"])

    def place(self, repo: Repo, *, ref: str | None = None, folder: str = "") -> Place:
        """Where a text of the repository stands."""
        world = self.world
        things = (len(each.issues) for each in world.repos_by_id.values())
        edition = hash((len(world.accounts), tuple(things), tuple(repo.git.refs().items())))
        return Place(repo.owner.login, repo.name, Known(world), world.url, ref, folder, edition)

    async def form(self) -> MultiDictProxy[str | bytes | bytearray | web.FileField]:
        """The form that was sent, after it was made sure that it stands on a page of this server."""
        origin = self.request.headers.get("Origin")
        if origin is not None and origin.partition("://")[2] != self.request.host:
            raise PageError(403, "That form stands on another site.")
        form = await self.request.post()
        chosen = self.world.user(text_of(form, "as"))
        if chosen is not None and chosen.type == "User":
            self.request[CHOSEN] = chosen.login
        return form

    async def read(self, path: str, **query: str) -> Any:  # noqa: ANN401 - the answer is JSON
        """What the REST API answers to a GET, whoever may see it; PageError when it refuses."""
        reply = await self._ask(KEEPER, "GET", path, query=query, body={})
        if reply.status >= 400:
            raise PageError(reply.status, str((reply.value or {}).get("message", "It is not there.")))
        return reply.value

    async def act(self, method: str, path: str, body: dict[str, Any] | None = None) -> Reply:
        """Does in the speaker's name what the REST API does, rights and webhooks included."""
        if self.speaker is None:
            raise PageError(409, "There is nobody here yet to speak as. Make a user first.")
        return await self._ask(self.speaker, method, path, query={}, body=body or {})

    async def _ask(
        self, user: User, method: str, path: str, *, query: dict[str, str], body: dict[str, Any]
    ) -> Reply:
        found = TABLE.find(method, path)
        if found is None:
            raise PageError(501, f"This stand-in does not serve {method} {path} yet.")
        route, params = found
        context = dispatch.Context(self.world, method, path, acting_as(user), params, query=query, body=body)
        return await dispatch.run(route, context)


@dataclass(frozen=True, slots=True)
class Known:
    """What exists in the world, for the links in a text."""

    world: World

    def issue(self, owner: str, repo: str, number: int) -> str | None:
        """The page of an issue or pull request."""
        found = self.world.repo(owner, repo)
        issue = found.issues.get(number) if found else None
        if found is None or issue is None:
            return None
        return f"/{found.full_name}/{'pull' if issue.pull else 'issues'}/{number}"

    def account(self, login: str) -> str | None:
        """The page of a user, organization or team."""
        name, _, team = login.partition("/")
        account = self.world.account(name)
        if account is None or (team and not (isinstance(account, Org) and team in account.teams)):
            return None
        return f"/{account.login}"

    def commit(self, owner: str, repo: str, sha: str) -> str | None:
        """The page of a commit."""
        found = self.world.repo(owner, repo)
        full = found.git.resolve(sha) if found else None
        return f"/{found.full_name}/commit/{full}" if found and full and full.startswith(sha) else None


def text_of(form: MultiDictProxy[str | bytes | bytearray | web.FileField], name: str) -> str:
    """What was written in a field, with plain line ends; nothing when the field is missing or holds a file."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def ago(moment: datetime, *, now: datetime) -> str:
    """How long ago it was, as people say it: `just now`, `3 minutes ago`, `2 days ago`."""
    past = max(now - moment, timedelta())
    seconds = int(past.total_seconds())
    for word, length in AGES:
        count = seconds // length
        if count:
            return f"{count} {word}{'s' if count > 1 else ''} ago"
    return "just now" if seconds < 10 else f"{seconds} seconds ago"
