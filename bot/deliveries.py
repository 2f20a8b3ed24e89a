"""GitHub's own list of what it delivered to the App: which deliveries there were, how they ended, what was in them.

https://docs.github.com/en/rest/apps/webhooks#list-deliveries-for-an-app-webhook
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.github import Reader

PATH = "/app/hook/deliveries"
# Stands in a payload that is read back although it arrived before, when its author may have been somebody else to us.
ARRIVED = "arrived_before"
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to deliver; `guid` is the delivery's, which all its attempts share, and `at` seconds since 1970."""

    id: int
    guid: str
    event: str
    action: str
    at: float
    arrived: bool
    repository: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """One delivery over all its attempts.

    `attempt` is the number under which its content can be read, `at` when it arrived first, or was tried first if it never
    did, and `repository` 0 where it is of none.
    """

    guid: str
    attempt: int
    event: str
    action: str
    arrived: bool
    at: float = 0.0
    repository: int = 0


async def attempts(app: Reader, *, since: float) -> tuple[Attempt, ...]:
    """Every attempt since then, newest first; pages are read only as far back as that."""
    found: list[Attempt] = []
    async for page in app.pages(PATH):
        read = [_attempt(item) for item in page]
        found += [attempt for attempt in read if attempt.at >= since and GUID.fullmatch(attempt.guid)]
        if any(attempt.at < since for attempt in read):
            break
    return tuple(found)


def told(found: Sequence[Attempt]) -> tuple[Told, ...]:
    """The deliveries behind these attempts in the order in which they were first tried; one that arrived once has arrived."""
    first: dict[str, Attempt] = {}
    arrived: dict[str, float] = {}
    for attempt in sorted(found, key=lambda each: each.id):
        first.setdefault(attempt.guid, attempt)
        if attempt.arrived:
            arrived.setdefault(attempt.guid, attempt.at)
    return tuple(
        Told(
            guid,
            each.id,
            each.event,
            each.action,
            guid in arrived,
            at=arrived.get(guid, each.at),
            repository=each.repository,
        )
        for guid, each in first.items()
    )


async def payload(app: Reader, delivery: Told) -> Any:  # noqa: ANN401  # whatever GitHub sent
    """What the delivery said, parsed; None when GitHub does not have it any more."""
    shown = await app.get_unless_gone(f"{PATH}/{delivery.attempt}")
    return shown["request"]["payload"] if shown is not None else None


def _attempt(item: dict[str, Any]) -> Attempt:
    return Attempt(
        id=int(item["id"]),
        guid=str(item["guid"]).lower(),
        event=str(item["event"]),
        action=str(item["action"] or ""),
        at=datetime.fromisoformat(item["delivered_at"]).timestamp(),
        arrived=200 <= int(item["status_code"]) < 300,
        repository=int(item.get("repository_id") or 0),
    )
