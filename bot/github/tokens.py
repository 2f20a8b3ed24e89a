"""Who we are to GitHub: the App's own short-lived JWT, and installation tokens narrowed to what a task needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import jwt

from bot.errors import Bug
from bot.private_key import parsed

# GitHub refuses a life beyond ten minutes and an issue time in its future;
# https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
BACKDATED = 60
LIFE = 9 * 60
RENEW_JWT = 5 * 60
# A token is given up this long before GitHub would refuse it.
MARGIN = 5 * 60.0

READ: Mapping[str, str] = {
    "checks": "read",
    "contents": "read",
    "issues": "read",
    "metadata": "read",
    "pull_requests": "read",
    "statuses": "read",
}
TALK: Mapping[str, str] = {
    "checks": "write",
    "contents": "read",
    "issues": "write",
    "metadata": "read",
    "pull_requests": "write",
    "statuses": "read",
}
# What not every installation has granted; whoever asks for it can do without.
ACTIONS: Mapping[str, str] = {"actions": "read", "metadata": "read"}
QUEUES: Mapping[str, str] = {"merge_queues": "read", "metadata": "read", "pull_requests": "read"}
RERUN: Mapping[str, str] = {"actions": "write", "metadata": "read"}
WRITE: Mapping[str, str] = {"contents": "write", "metadata": "read"}
# A merge queue is entered through the pull request.
MERGE: Mapping[str, str] = {**WRITE, "pull_requests": "write"}


@dataclass(frozen=True, slots=True)
class Access:
    """What a token may do: in one installation, for one repository (None for all of it), with these permissions."""

    installation_id: int
    repository_id: int | None
    permissions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Token:
    """An installation token and the access it stands for; times are seconds since 1970 on our clock."""

    value: str = field(repr=False)
    access: Access
    expires_at: float


@dataclass(frozen=True, slots=True)
class WriteToken:
    """The only kind of token that can change files: one repository, never cached, revoked after use."""

    value: str = field(repr=False)
    installation_id: int
    repository_id: int
    expires_at: float


def access(installation_id: int, repository_id: int | None, permissions: Mapping[str, str]) -> Access:
    """The access a talker or reader may have; asking for the right to change files here is our own mistake."""
    if permissions.get("contents", "read") != "read":
        raise Bug("Only the write gate may hold a token that can change files.")
    return Access(installation_id, repository_id, tuple(sorted(permissions.items())))


def expiry(text: str) -> float:
    """GitHub's `expires_at` as seconds since 1970."""
    return datetime.fromisoformat(text).timestamp()


class AppIdentity:
    """Signs the App's JWT, on GitHub's clock as far as its answers have told it."""

    def __init__(self, *, app_id: str, private_key: str) -> None:
        self._app_id = app_id
        self._private_key = private_key
        self._ahead = 0.0
        self._signed_at = float("-inf")
        self._jwt = ""

    @property
    def ahead(self) -> float:
        """How many seconds GitHub's clock is ahead of ours."""
        return self._ahead

    def learn(self, ahead: float) -> None:
        """Take in what an answer's date says; jumps of a few seconds are the network's."""
        if abs(ahead - self._ahead) > 5:
            self._ahead = ahead
            self._signed_at = float("-inf")

    def jwt(self, now: float) -> str:
        """A JWT that GitHub accepts at `now`."""
        if not self._signed_at <= now < self._signed_at + RENEW_JWT:
            issued = int(now + self._ahead) - BACKDATED
            claims = {"iat": issued, "exp": issued + LIFE, "iss": self._app_id}
            self._jwt = jwt.encode(claims, parsed(self._private_key), algorithm="RS256")
            self._signed_at = now
        return self._jwt
