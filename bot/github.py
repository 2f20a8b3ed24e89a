"""GitHub as the rest of the App sees it: readers, talkers that cannot change files, and the write gate's own token."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from bot.classify import content, elements
from bot.clock import Clock
from bot.credentials import AsApp, AsInstallation
from bot.errors import Bug, Forbidden, Invalid, NoAccess, NotFound
from bot.github_wire import Credential, Tempo, Wire
from bot.moment import seen, something_changed
from bot.pacing import Limits, Pace, Sleep
from bot.paging import onward, whole
from bot.port import Port
from bot.queue import Cache
from bot.tokens import MARGIN, READ, TALK, WRITE, Access, AppIdentity, Token, WriteToken, access, expiry

PAGE = 100
# Seconds after which we ask again what an installation gave us.
GRANTS_KEPT = 600.0

Query = str | int | None


class Reader:
    """Reads as one credential. Paths begin with a slash and hold quoted parts (see `part`); answers are parsed JSON."""

    def __init__(self, wire: Wire, credential: Credential) -> None:
        self._wire = wire
        self._credential = credential

    async def get(self, path: str, /, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET."""
        url = _address(self._wire, path, query)
        return await seen(self._credential.access, url, partial(self._read, url))

    async def get_or_none(self, path: str, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one GET, None when there is no such thing. Raises NoAccess when its repository is not ours to see.

        To whoever lost a repository GitHub says of everything in it that it is not there, an approving comment as well as
        a file of rules, and nothing may be decided on such an answer.
        """
        try:
            return await self.get(path, **query)
        except NotFound:
            await self.sees_repository_of(path)
            return None

    async def archive(self, repository: str, sha: str) -> bytes:
        """The commit's files as GitHub packs them, gzipped; `repository` is its path. Nothing in it is to be trusted.

        https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar
        """
        return await self._wire.elsewhere(
            self._credential, f"{self._wire.rest_url}{repository}/tarball/{sha}"
        )

    async def download(self, path: str) -> bytes:
        """What GitHub keeps elsewhere and sends us to, such as the log of a job. Nothing in it is to be trusted."""
        return await self._wire.elsewhere(self._credential, _address(self._wire, path, {}))

    async def get_unless_gone(self, path: str, **query: Query) -> Any:  # noqa: ANN401  # JSON can be anything
        """Like `get_or_none`, and None only when GitHub says so twice: for what is nearly always there.

        Not every machine of GitHub's knows at once what has just been made, and whoever takes that for "it is not there"
        makes it again, or takes somebody's yes for withdrawn.
        """
        found = await self.get_or_none(path, **query)
        return found if found is not None else await self.get_or_none(path, **query)

    async def sees_repository_of(self, path: str) -> None:
        """Make sure that a 404 for this path means what it says; raises NoAccess when the whole repository is not to be seen."""
        top, _, rest = path[1:].partition("/")
        if top != "repos":
            return
        try:
            await self.get("/repos/" + "/".join(rest.split("/")[:2]))
        except NotFound as error:
            raise NoAccess(error.status, error.message, method=error.method, path=error.path) from error

    async def get_all(self, path: str, **query: Query) -> list[Any]:
        """Every element of a list over all its pages, each id once; a page that fails or is no list raises.

        What is in the list all the while is in the answer, also when others are taken out of it meanwhile; see `bot.paging`.
        """
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        read = partial(whole, partial(self._wire.read, self._credential), url)
        found: list[Any] = await seen(self._credential.access, f"all {url}", read)
        return found

    async def _read(self, url: str) -> Any:  # noqa: ANN401  # JSON can be anything
        return content(await self._wire.read(self._credential, url))

    async def first_page(self, path: str, **query: Query) -> list[Any]:
        """The first elements of a list, `PAGE` at most, where nobody is owed more reading than that."""
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        return elements(await self._wire.read(self._credential, url))

    async def pages(self, path: str, **query: Query) -> AsyncIterator[list[Any]]:
        """A list page by page, each read when it is wanted, for whoever can stop early."""
        url = _address(self._wire, path, {"per_page": PAGE, **query})
        async for page in onward(partial(self._wire.read, self._credential), url):
            yield page


class Talker(Reader):
    """Reads and changes; every change is sent once, at GitHub's pace."""

    async def post(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one POST."""
        return await self._change("POST", path, body)

    async def patch(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one PATCH."""
        return await self._change("PATCH", path, body)

    async def put(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one PUT."""
        return await self._change("PUT", path, body)

    async def delete(self, path: str, body: Any = None) -> Any:  # noqa: ANN401  # JSON can be anything
        """The answer to one DELETE, None when it has no body."""
        return await self._change("DELETE", path, body)

    async def _change(self, method: str, path: str, body: object) -> Any:  # noqa: ANN401  # JSON can be anything
        if self._credential.installation_id is not None:
            something_changed()
        return content(
            await self._wire.change(self._credential, method, _address(self._wire, path, {}), body)
        )


class Hub:
    """The door to one GitHub: mints tokens, hands out readers and talkers, and counts the calls."""

    def __init__(  # noqa: PLR0913  # the composition root passes each by name
        self,
        *,
        rest_url: str,
        graphql_url: str,
        app_id: str,
        private_key: str,
        port: Port,
        cache: Cache,
        clock: Clock,
        limits: Limits | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._graphql_url = graphql_url
        self._identity = AppIdentity(app_id=app_id, private_key=private_key)
        self._pace = Pace(limits=limits or Limits(), cache=cache, clock=clock, sleep=sleep)
        self._wire = Wire(
            rest_url=rest_url,
            port=port,
            identity=self._identity,
            tempo=Tempo(clock=clock, sleep=sleep, pace=self._pace),
        )
        self._tokens: dict[Access, Token] = {}
        self._granted: dict[int, tuple[float, dict[str, str]]] = {}
        self._minting: dict[Access, asyncio.Lock] = {}

    @property
    def calls(self) -> Counter[str]:
        """How many calls were sent, by method."""
        return self._wire.calls

    @property
    def ahead(self) -> float:
        """How many seconds GitHub's clock is ahead of ours."""
        return self._identity.ahead

    def app(self) -> Talker:
        """The App itself: its deliveries, installations and settings."""
        return Talker(self._wire, AsApp(self._identity, self._clock))

    async def installation_for(self, owner: str, repo: str) -> int:
        """The installation that covers a repository; raises NotFound when the App is not installed there."""
        return int((await self.app().get(f"/repos/{part(owner)}/{part(repo)}/installation"))["id"])

    def reader(
        self, installation_id: int, repository_id: int | None, permissions: Mapping[str, str] = READ
    ) -> Reader:
        """Reads in one installation, and only one repository of it when that is named."""
        return Reader(self._wire, AsInstallation(self, access(installation_id, repository_id, permissions)))

    def talker(
        self,
        installation_id: int,
        repository_id: int,
        permissions: Mapping[str, str] = TALK,
        *,
        bulk: bool = False,
    ) -> Talker:
        """Talks in one repository with a token that cannot change its files; `bulk` for many writes, which leave room for others."""
        wanted = access(installation_id, repository_id, permissions)
        return Talker(self._wire, AsInstallation(self, wanted, bulk=bulk))

    async def bulk_through(self, installation_id: int, count: int) -> float:
        """When so many writes of a bulk talker may be through, in seconds since 1970."""
        return await self._pace.bulk_through(installation_id, count)

    async def mint_write_token(
        self, installation_id: int, repository_id: int, permissions: Mapping[str, str] = WRITE
    ) -> WriteToken:
        """A new token that can change the files of one repository; for the write gate, which revokes it after use."""
        value, expires_at = await self._mint(installation_id, repository_id, permissions)
        return WriteToken(value, installation_id, repository_id, expires_at)

    def writer(self, token: WriteToken) -> Talker:
        """Writes with the write gate's token."""
        return Talker(self._wire, _AsHolder(token))

    async def revoke(self, token: WriteToken) -> None:
        """The token is worthless from here on; one that is worthless already is fine."""
        await self._wire.change(_Unpaced(token), "DELETE", f"{self._wire.rest_url}/installation/token")

    async def graphql(self, asker: Reader, query: str, **variables: Any) -> Any:  # noqa: ANN401  # JSON can be anything
        """The `data` of one GraphQL call, for what REST does not have; raises Invalid with GraphQL's errors."""
        body = {"query": query, "variables": variables}
        reply = await self._wire.change(asker._credential, "POST", self._graphql_url, body)  # noqa: SLF001  # same module
        answer = content(reply)
        if not isinstance(answer, dict) or answer.get("errors"):
            errors = answer.get("errors", ()) if isinstance(answer, dict) else ()
            raise Invalid("GraphQL errors", method="POST", path="/graphql", errors=tuple(errors))
        return answer["data"]

    async def grants(self, installation_id: int, permission: str, level: str) -> bool:
        """Whether the installation gave us this; asked now and then, and anew when GitHub tells that it may have changed."""
        until, granted = self._granted.get(installation_id, (0.0, {}))
        if until <= self._clock():
            try:
                shown = await self.app().get(f"/app/installations/{int(installation_id)}")
            except (Forbidden, NotFound) as error:
                raise NoAccess(error.status, error.message, method=error.method, path=error.path) from error
            granted = dict(shown["permissions"])
            self._granted[installation_id] = self._clock() + GRANTS_KEPT, granted
        return granted.get(permission) in {level, "write"}

    async def token(self, wanted: Access) -> Token:
        """A cached token that is good for five minutes at least, or a new one."""
        async with self._minting.setdefault(wanted, asyncio.Lock()):
            token = self._tokens.get(wanted)
            if token is None or token.expires_at - MARGIN <= self._clock():
                value, expires_at = await self._mint(
                    wanted.installation_id, wanted.repository_id, dict(wanted.permissions)
                )
                token = self._tokens[wanted] = Token(value, wanted, expires_at)
            return token

    def forget(self, wanted: Access) -> None:
        """GitHub no longer accepts this token."""
        self._tokens.pop(wanted, None)

    def forget_installation(self, installation_id: int) -> None:
        """What may be done in this installation has changed, or may have; tokens and answers are asked for afresh."""
        self._wire.forget(installation_id)
        self._granted.pop(installation_id, None)
        for wanted in [each for each in self._tokens if each.installation_id == installation_id]:
            self.forget(wanted)

    async def _mint(
        self, installation_id: int, repository_id: int | None, permissions: Mapping[str, str]
    ) -> tuple[str, float]:
        # https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
        body: dict[str, Any] = {"permissions": dict(permissions)}
        if repository_id is not None:
            body["repository_ids"] = [repository_id]
        try:
            answer = await self.app().post(f"/app/installations/{int(installation_id)}/access_tokens", body)
        except (Forbidden, NotFound, Invalid) as error:
            raise NoAccess(error.status, error.message, method=error.method, path=error.path) from error
        return answer["token"], expiry(answer["expires_at"]) - self._identity.ahead


def part(text: str) -> str:
    """One part of a path, quoted so that it stays one part."""
    if text in {"", ".", ".."}:
        raise Bug(f"{text!r} cannot be a part of a path.")
    return quote(text, safe="")


class _AsHolder:
    """The write gate by the token it holds; its answers are never remembered."""

    access = None
    bulk = False

    def __init__(self, token: WriteToken) -> None:
        self._token = token
        self.installation_id: int | None = token.installation_id

    async def authorization(self) -> Mapping[str, str]:
        """See Credential.authorization."""
        return {"oauth_token": self._token.value}

    def forget(self) -> bool:
        """See Credential.forget."""
        return False


class _Unpaced(_AsHolder):
    """The holder of a token who gives it back, which is no content and must not wait."""

    def __init__(self, token: WriteToken) -> None:
        super().__init__(token)
        self.installation_id = None


def _address(wire: Wire, path: str, query: Mapping[str, Query]) -> str:
    if not path.startswith("/") or not path.isascii() or not path.isprintable() or set("?# \\") & set(path):
        raise Bug("A path begins with a slash, and its parts are quoted.")
    if any(one in {".", "..", ""} for one in path[1:].split("/")):
        raise Bug(f"{path} has an empty or relative part.")
    asked = {name: value for name, value in query.items() if value is not None}
    return wire.rest_url + path + (f"?{urlencode(asked)}" if asked else "")
