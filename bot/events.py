"""The App's own events: work that comes back to a run through the same queue and the same road as a webhook."""

import dataclasses
import json
from typing import Any

from bot.place import Place
from bot.queue import Delivery

ASK = "ask"
SYNC = "sync"
# Asks for nothing: an answer is late, and the status card is to say so.
LATE = "late"


def named(place: Place) -> str:
    """A run as people know it, `owner/name#12`, under the name that its repository goes by now."""
    return f"{place.repository}#{place.issue}"


def keyed(run: str, repository_id: int) -> str:
    """The queue's key of a run that is known by name: what is under one key is worked on by one worker at a time, in order.

    It is the run's name in its ledger, and says the repository's number; so a run has one key, whatever its repository is or
    was called.
    """
    return f"{repository_id}#{run.rpartition('#')[2]}"


def event(  # noqa: PLR0913 - an event has these parts, each named by the caller
    place: Place,
    *,
    name: str,
    id_: str,
    fields: dict[str, Any],
    now: float,
    due_at: float = 0.0,
    aside: str = "",
) -> Delivery:
    """A delivery of our own; `aside` puts it on a key beside the run, for work that must not hold the run up."""
    payload = {"run": named(place), "place": dataclasses.asdict(place), **fields}
    return Delivery(
        id=id_,
        event=name,
        run_key=place.run + (f"!{aside}" if aside else ""),
        body=json.dumps(payload).encode(),
        body_digest="",
        received_at=now,
        due_at=due_at,
        installation=place.installation,
    )


def outcome_of(id_: str) -> str:
    """The id of the work beside a run whose outcome an event of ours tells, or "" for any other event."""
    before = id_.partition("/")[2]
    return before if before.startswith((f"{ASK}/", f"{SYNC}/")) else ""


def place_of(payload: dict[str, Any], key: str) -> Place | None:
    """Where a delivery belongs: our own events say it, GitHub's name installation and repository."""
    own = payload.get("place")
    if isinstance(own, dict):
        return Place(**own)
    repository, installation = payload.get("repository"), payload.get("installation")
    issue = key.rpartition("#")[2].partition("!")[0]
    if not isinstance(repository, dict) or not isinstance(installation, dict) or not issue.isdecimal():
        return None
    return Place(
        installation=int(installation["id"]),
        repository_id=int(repository["id"]),
        repository=str(repository["full_name"]),
        issue=int(issue),
    )
