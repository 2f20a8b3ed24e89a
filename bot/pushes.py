"""Spreads the word of a push to the default branch to the runs that it may concern, each in its own place in the queue."""

import json
from dataclasses import dataclass, replace
from typing import Any

from bot import events
from bot.clock import Clock
from bot.github import Hub
from bot.place import Place
from bot.queue import Queue
from handlers.replies.labels import BLOCKED, DONE, PAUSED, RUNNING, YOUR_TURN
from policies.drift import of_interest
from policies.run import Run

PUSH = "push"
LABELS = (YOUR_TURN, RUNNING, BLOCKED, PAUSED, DONE)
# Paths of one run that are remembered; with more than that it hears of every push.
MOST_PATHS = 3_000

# Intake issue -> the paths that are of interest to its run; None where that is not known.
Known = dict[str, list[str] | None]


@dataclass(frozen=True, slots=True)
class Pushes:
    """Remembers in the cache which runs of a repository there are, so that a push where nobody waits costs no call."""

    hub: Hub
    queue: Queue
    clock: Clock

    async def spread(self, place: Place, payload: dict[str, Any]) -> None:
        """One event for each run that the push may concern."""
        commits = payload.get("commits") or ()
        paths = {
            path for commit in commits for word in ("added", "removed", "modified") for path in commit[word]
        }
        by = payload["sender"]
        fields = {
            "ref": str(payload["ref"]).removeprefix("refs/heads/"),
            "sha": payload["after"],
            "by": {"id": by["id"], "login": by["login"]},
            "paths": sorted(paths)[:MOST_PATHS],
        }
        for issue, interest in (await self._known(place)).items():
            if interest is None or paths.intersection(interest):
                there = replace(place, issue=int(issue))
                id_ = f"pushed/{there.run}/{payload['after']}"
                event = events.event(there, name="pushed", id_=id_, fields=fields, now=self.clock())
                await self.queue.put(event)

    async def remember(self, place: Place, run: Run) -> None:
        """What the run wants to hear of from now on."""
        paths = of_interest(run)
        kept = await self.queue.cached(_key(place))
        known: Known = json.loads(kept) if kept is not None else {}
        wanted = list(paths) if len(paths) <= MOST_PATHS else None
        issue = str(place.issue)
        if not paths and issue not in known:
            return
        if kept is None:
            known = await self._known(place)
        if issue not in known or known[issue] != wanted:
            await self.queue.cache(_key(place), json.dumps({**known, issue: wanted}).encode())

    async def _known(self, place: Place) -> Known:
        """The runs of the repository; looked up on GitHub when the cache has been lost."""
        kept = await self.queue.cached(_key(place))
        if kept is not None:
            known: Known = json.loads(kept)
            return known
        reader = self.hub.reader(place.installation, place.repository_id)
        found: Known = {}
        for label in LABELS:
            issues = await reader.get_all(f"{place.path}/issues", labels=label, state="all")
            found |= {str(issue["number"]): None for issue in issues if "pull_request" not in issue}
        await self.queue.cache(_key(place), json.dumps(found).encode())
        return found


def _key(place: Place) -> str:
    return f"pushes/{place.repository_id}"
