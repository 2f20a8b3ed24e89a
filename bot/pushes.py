"""Spreads the word of a push to the default branch to the runs that it may concern, each in its own place in the queue."""

import json
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from bot import events
from bot.base import head
from bot.clock import Clock
from bot.github import Hub
from bot.place import Place
from bot.queue import Delivery, Queue
from bot.whereabouts import Whereabouts
from handlers.replies.labels import BLOCKED, DONE, PAUSED, RUNNING, YOUR_TURN
from policies.drift import of_interest
from policies.people import GHOST
from policies.run import Run
from policies.stages import FINISHED

PUSH = "push"
LABELS = (YOUR_TURN, RUNNING, BLOCKED, PAUSED, DONE)
# Paths of one run that are remembered; with more than that it hears of every push.
MOST_PATHS = 3_000
# As many commits are in a payload at most: https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
MOST_COMMITS = 2_048


class Interest(TypedDict):
    """What is known of a run: the paths that are of interest to it, None where that is not known, and whether it is over."""

    paths: list[str] | None
    over: bool


# Intake issue -> the run there.
Known = dict[str, Interest]


def unread(place: Place, *, last: str, now: float) -> Delivery:
    """In place of pushes that are not read back one by one, of which this is the `last`: a look at the branch as it is then.

    It comes after those that are read back. Who pushed is not known any more.
    """
    everybody = replace(place, issue=0)
    return events.event(everybody, name=PUSH, id_=f"{PUSH}/{place.repository}/{last}", fields={}, now=now)


@dataclass(frozen=True, slots=True)
class Pushes:
    """Remembers in the cache which runs of a repository there are, so that a push where nobody waits costs no call."""

    hub: Hub
    queue: Queue
    whereabouts: Whereabouts
    clock: Clock

    async def spread(self, place: Place, payload: dict[str, Any]) -> None:
        """One event for each run that the push may concern; without paths where only a look at the files tells which."""
        told = _told(payload)
        if payload.get("forced"):
            await self.whereabouts.rewritten(
                place, before=str(payload["before"]), after=str(payload["after"])
            )
        fields = await self._where(place, payload)
        if not fields["sha"]:
            return
        for issue, known in (await self._known(place)).items():
            interest = known["paths"]
            paths = told if told is None or interest is None else told.intersection(interest)
            if interest is not None and paths is not None and not paths:
                continue
            there = replace(place, issue=int(issue))
            id_ = f"pushed/{there.run}/{fields['sha']}" + ("" if "after" in payload else "/unread")
            listed = sorted(paths) if paths and len(paths) <= MOST_PATHS else []
            about = {**fields, "paths": listed}
            await self.queue.put(events.event(there, name="pushed", id_=id_, fields=about, now=self.clock()))

    async def _where(self, place: Place, payload: dict[str, Any]) -> dict[str, Any]:
        """Where the branch is by that push, and who brought it there; where no push is told, where it is now."""
        if "after" not in payload:
            reader = self.hub.reader(place.installation, place.repository_id)
            now = await head(reader, place)
            return {"ref": now.ref, "sha": now.sha, "by": GHOST.model_dump()}
        by = payload["sender"]
        ref = str(payload["ref"]).removeprefix("refs/heads/")
        return {"ref": ref, "sha": payload["after"], "by": {"id": by["id"], "login": by["login"]}}

    async def remember(self, place: Place, run: Run) -> None:
        """What the run wants to hear of from now on, and whether it is over."""
        paths = of_interest(run)
        wanted: Interest = {
            "paths": list(paths) if len(paths) <= MOST_PATHS else None,
            "over": run.stage in FINISHED,
        }
        known = await self._known(place)
        if known.get(str(place.issue)) != wanted:
            known = {**known, str(place.issue): wanted}
            await self.queue.cache(_key(place), json.dumps(known).encode())

    async def open_runs(self, place: Place) -> tuple[int, ...]:
        """The intake issues of the repository's runs that have units and are not over."""
        return tuple(int(issue) for issue, known in (await self._known(place)).items() if not known["over"])

    async def _known(self, place: Place) -> Known:
        """The runs of the repository; looked up on GitHub when the cache has been lost."""
        kept = await self.queue.cached(_key(place))
        if kept is not None:
            known: Known = json.loads(kept)
            return known
        reader = self.hub.reader(place.installation, place.repository_id)
        found: Known = {}
        for label in LABELS:
            path = f"{place.path}/issues"
            issues = await reader.get_all(path, labels=label, state="all", sort="created", direction="asc")
            run: Interest = {"paths": None, "over": label == DONE}
            found |= {str(issue["number"]): run for issue in issues if "pull_request" not in issue}
        await self.queue.cache(_key(place), json.dumps(found).encode())
        return found


def _told(payload: dict[str, Any]) -> set[str] | None:
    """The paths that the commits name; None where they do not name all that changed, and whoever pushes can see to that."""
    commits = payload.get("commits") or ()
    if "after" not in payload or payload.get("forced") or len(commits) >= MOST_COMMITS:
        return None
    return {path for commit in commits for word in ("added", "removed", "modified") for path in commit[word]}


def _key(place: Place) -> str:
    return f"runs/{place.repository_id}"
