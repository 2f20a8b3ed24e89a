"""Who asks GitHub: the App by its JWT, an installation by a cached token, or the write gate by the token it holds."""

from collections.abc import Mapping
from typing import Protocol

from bot.clock import Clock
from bot.github.tokens import Access, AppIdentity, Token, WriteToken


class Tokens(Protocol):
    """Where installation tokens are kept and minted."""

    async def token(self, wanted: Access) -> Token:
        """A token that is good for a while."""

    def forget(self, wanted: Access) -> None:
        """GitHub no longer accepts the token for this."""


class AsApp:
    """The App by its JWT."""

    installation_id = None
    access = None
    bulk = False

    def __init__(self, identity: AppIdentity, clock: Clock) -> None:
        self._identity = identity
        self._clock = clock
        self._ahead = identity.ahead

    async def authorization(self) -> Mapping[str, str]:
        """See Credential.authorization."""
        self._ahead = self._identity.ahead
        return {"jwt": self._identity.jwt(self._clock())}

    def forget(self) -> bool:
        """See Credential.forget."""
        # A second try helps only when the refusal's date has just taught us GitHub's time.
        return self._identity.ahead != self._ahead


class AsInstallation:
    """An installation by a cached token."""

    def __init__(self, tokens: Tokens, wanted: Access, *, bulk: bool = False) -> None:
        self.bulk = bulk
        self._tokens = tokens
        self.access: Access | None = wanted
        self.installation_id: int | None = wanted.installation_id
        self._wanted = wanted

    async def authorization(self) -> Mapping[str, str]:
        """See Credential.authorization."""
        return {"oauth_token": (await self._tokens.token(self._wanted)).value}

    def forget(self) -> bool:
        """See Credential.forget."""
        self._tokens.forget(self._wanted)
        return True


class AsHolder:
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


class Unpaced(AsHolder):
    """The holder of a token who gives it back, which is no content and must not wait."""

    def __init__(self, token: WriteToken) -> None:
        super().__init__(token)
        self.installation_id = None
