"""Finds the runs that are not over, wherever the App is installed, and wakes each, so that nothing waits for a lost word.

https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
"""

from dataclasses import dataclass
from typing import Any

from bot import events
from bot.clock import Clock
from bot.errors import GitHubError, Retry
from bot.github import Hub, Reader
from bot.log import logger
from bot.place import Place
from bot.queue import Queue
from bot.whereabouts import Whereabouts
from handlers.replies.labels import BLOCKED, PAUSED, RUNNING, YOUR_TURN

LOG = logger(__name__)
WAKE = "wake"
# What the intake issue of a run that is not over carries one of.
OPEN = (YOUR_TURN, RUNNING, BLOCKED, PAUSED)
LOOK = {"issues": "read", "metadata": "read"}


@dataclass(frozen=True, slots=True)
class OpenRuns:
    """Looks through every installation of `accounts` (None for all)."""

    hub: Hub
    queue: Queue
    whereabouts: Whereabouts
    clock: Clock
    accounts: frozenset[str] | None = None

    async def wake(self, occasion: str) -> int:
        """Wake every open run, once for each `occasion`; the number of runs."""
        found = await self.places()
        for place in found:
            await self._wake(place, occasion)
        return len(found)

    async def places(self) -> tuple[Place, ...]:
        """Where the open runs are. One installation's trouble is not the others'."""
        found: list[Place] = []
        for installation in await self.hub.app().get_all("/app/installations"):
            account = installation["account"] or {}
            if installation["suspended_at"] or not self._served(str(account.get("login", ""))):
                continue
            try:
                found += await self._places(int(installation["id"]))
            except (GitHubError, Retry) as error:
                LOG.warning("installation_not_read", installation=installation["id"], why=str(error))
        return tuple(found)

    async def _wake(self, place: Place, occasion: str) -> None:
        id_ = f"{WAKE}/{place.run}/{occasion}"
        await self.queue.put(events.event(place, name=WAKE, id_=id_, fields={}, now=self.clock()))

    async def _places(self, installation: int) -> tuple[Place, ...]:
        reader = self.hub.reader(installation, None, LOOK)
        found: list[Place] = []
        for repository in await reader.get_all("/installation/repositories"):
            if repository["archived"] or not repository["has_issues"]:
                continue
            await self.whereabouts.see(repository, installation)
            found += [
                Place(installation, int(repository["id"]), str(repository["full_name"]), number)
                for number in await _open_issues(reader, repository)
            ]
        return tuple(found)

    def _served(self, login: str) -> bool:
        return self.accounts is None or login.lower() in self.accounts


async def _open_issues(reader: Reader, repository: dict[str, Any]) -> tuple[int, ...]:
    """The issues with a label of an open run; people may have closed the issue, which does not end the run."""
    path = f"/repos/{repository['full_name']}/issues"
    numbers: set[int] = set()
    for label in OPEN:
        issues = await reader.get_all(path, labels=label, state="all", sort="created", direction="asc")
        numbers |= {int(issue["number"]) for issue in issues if "pull_request" not in issue}
    return tuple(sorted(numbers))
