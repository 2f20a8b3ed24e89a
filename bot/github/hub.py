"""Who may do what on GitHub: hands out readers, talkers that cannot change files, and the write gate's own token."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from typing import Any

from bot.clock import Clock
from bot.errors import Forbidden, Invalid, NoAccess, NotFound
from bot.github.classify import content
from bot.github.credentials import AsApp, AsHolder, AsInstallation, Unpaced
from bot.github.pacing import Limits, Pace, Sleep
from bot.github.port import Port
from bot.github.talkers import Reader, Talker, part
from bot.github.tokens import (
    MARGIN,
    READ,
    TALK,
    WRITE,
    Access,
    AppIdentity,
    Token,
    WriteToken,
    access,
    expiry,
)
from bot.github.wire import Tempo, Wire
from bot.queue import Cache

# Seconds after which we ask again what an installation gave us.
GRANTS_KEPT = 600.0


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
        return Talker(self._wire, AsHolder(token))

    async def revoke(self, token: WriteToken) -> None:
        """The token is worthless from here on; one that is worthless already is fine."""
        await self._wire.change(Unpaced(token), "DELETE", f"{self._wire.rest_url}/installation/token")

    async def graphql(self, asker: Reader, query: str, **variables: Any) -> Any:  # noqa: ANN401  # JSON can be anything
        """The `data` of one GraphQL call, for what REST does not have; raises Invalid with GraphQL's errors."""
        body = {"query": query, "variables": variables}
        reply = await self._wire.change(asker._credential, "POST", self._graphql_url, body)  # noqa: SLF001  # same package
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
