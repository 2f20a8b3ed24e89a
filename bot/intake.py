"""The one way in for what GitHub tells, delivered or read back: the shape, the account, the run, the queue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from bot.clock import Clock
from bot.fits import fits
from bot.queue import Delivery, Put, Queue

Concerns = Callable[[str, dict[str, Any]], str | None]

# What changes what the App may see or write: tokens that were minted before may be worth nothing after, work that was put
# away may succeed now, and people are to be told. An installation's owner changes it by any action.
ABOUT_ACCESS: Mapping[str, frozenset[str] | None] = MappingProxyType(
    {
        "installation": None,
        "installation_repositories": None,
        "repository": frozenset(
            {"renamed", "transferred", "unarchived", "publicized", "privatized", "edited"}
        ),
        "issues": frozenset({"unlocked"}),
        "pull_request": frozenset({"unlocked"}),
    }
)


def _nothing(installation: int) -> None:
    del installation


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a delivery is not kept: it has not its event's shape, or is none of a run, or of an account we do not serve."""

    why: Literal["shape", "dropped", "stranger"]


@dataclass(frozen=True, slots=True)
class Door:
    """What lets deliveries in.

    `secrets` are those a delivery may be signed with, the current one first; the one before counts until `previous_until`,
    or for good where that is None. `concerns` tells which run an event and payload belong to,
    `accounts` are the lower-case logins that may use this App (None for all), and `access_changed` hears of the
    installations whose tokens should be minted afresh.
    """

    secrets: tuple[bytes, ...]
    queue: Queue
    concerns: Concerns
    clock: Clock
    accounts: frozenset[str] | None = None
    access_changed: Callable[[int], None] = _nothing
    previous_until: datetime | None = None

    @property
    def ended(self) -> tuple[bytes, ...]:
        """The secret before, when its time is over."""
        over = self.previous_until is not None and self.clock() >= self.previous_until.timestamp()
        return self.secrets[1:] if over else ()

    def admit(self, event: str, payload: object) -> str | Refused:
        """The run that a delivery belongs to, or why it is not kept."""
        if not isinstance(payload, dict) or not fits(event, payload):
            return Refused("shape")
        if not self._served(payload):
            return Refused("stranger")
        if _about_access(event, payload) and (installation := installation_of(payload)):
            self.access_changed(installation)
        return self.concerns(event, payload) or Refused("dropped")

    async def keep(  # noqa: PLR0913 - a delivery has these parts, each named by the caller
        self, id_: str, event: str, run_key: str, *, body: bytes, digest: str, installation: int
    ) -> Put:
        """Put the delivery in the queue; raises QueueUnavailable."""
        now = self.clock()
        return await self.queue.put(
            Delivery(id_, event, run_key, body, digest, now, installation=installation)
        )

    def _served(self, payload: dict[str, Any]) -> bool:
        """Whether the repository's account may use this App; what names no repository starts nothing anyway."""
        repository = payload.get("repository")
        owner = repository.get("owner") if isinstance(repository, dict) else None
        if self.accounts is None or repository is None:
            return True
        login = owner.get("login") if isinstance(owner, dict) else None
        return isinstance(login, str) and login.lower() in self.accounts


def _about_access(event: str, payload: dict[str, Any]) -> bool:
    """Whether it changes what the App may see or write; of a repository's settings only the default branch does."""
    actions = ABOUT_ACCESS.get(event, frozenset())
    action = payload.get("action")
    if event == "repository" and action == "edited":
        changes = payload.get("changes")
        return isinstance(changes, dict) and "default_branch" in changes
    return actions is None or action in actions


def installation_of(payload: object) -> int:
    """The installation that a payload names, 0 when it names none."""
    installation = payload.get("installation") if isinstance(payload, dict) else None
    id_ = installation.get("id") if isinstance(installation, dict) else None
    return id_ if isinstance(id_, int) else 0
