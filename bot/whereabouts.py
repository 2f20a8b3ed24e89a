"""Where a repository is now, and what became of it since it was seen last: its name, its default branch, who may read it.

Theory of operation. GitHub sends reads from an old name on to the new one, and answers a change there with a redirect,
which is not followed unasked. Whoever meets one asks for the name by the repository's number; from then on work that
was told under the old name is done under the new one. What the hourly look, and the look after GitHub's word that
something changed, shows otherwise than before is kept for a while, so that the status cards can tell it.

https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from bot.clock import Clock
from bot.github import Hub
from bot.place import Place
from bot.queue import Cache
from handlers.replies.view import Became


class Change(TypedDict):
    """What was so before, what is so now, and since when we know, in seconds since 1970."""

    before: str
    after: str
    at: float


class Seen(TypedDict):
    """A repository as it was seen last, the names it had before, and what became of it."""

    name: str
    private: bool
    branch: str
    former: list[str]
    changes: dict[Became, Change]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Remembers each repository by its number; when the cache is lost, there is nothing to compare with and nothing to tell."""

    hub: Hub
    cache: Cache
    clock: Clock

    async def of(self, place: Place, payload: Mapping[str, Any]) -> Place:
        """The place under the name it goes by now; a repository nobody has seen is remembered as the payload shows it."""
        seen = await seen_of(self.cache, place)
        if seen is None:
            shown = payload.get("repository")
            if isinstance(shown, dict) and {"private", "default_branch"} <= shown.keys():
                await self.see(shown)
            return place
        return replace(place, repository=seen["name"]) if place.repository in seen["former"] else place

    async def follow(self, place: Place) -> bool:
        """Ask for the name, because this one leads elsewhere; whether there is another.

        The token is for this repository alone, and so is the list:
        https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
        """
        reader = self.hub.reader(place.installation, place.repository_id)
        listed = await reader.first_page("/installation/repositories")
        shown = next((each for each in listed if each["id"] == place.repository_id), None)
        if shown is None or shown["full_name"] == place.repository:
            return False
        if await seen_of(self.cache, place) is None:
            await self.see({**shown, "full_name": place.repository})
        await self.see(shown)
        return True

    async def see(self, shown: Mapping[str, Any]) -> None:
        """Take note of a repository as GitHub shows it, and of what is otherwise than it was."""
        name, private, branch = str(shown["full_name"]), bool(shown["private"]), str(shown["default_branch"])
        key = _key(int(shown["id"]))
        seen = _read(await self.cache.cached(key))
        if seen is None:
            seen = Seen(name=name, private=private, branch=branch, former=[], changes={})
        elif (seen["name"], seen["private"], seen["branch"]) == (name, private, branch):
            return
        former = [each for each in (*seen["former"], seen["name"]) if each != name]
        changes = {**seen["changes"], **self._changed(seen, name, branch)}
        changes.pop("public", None)
        if not private and (seen["private"] or "public" in seen["changes"]):
            changes["public"] = seen["changes"].get("public") or self._change("", "")
        now = Seen(
            name=name, private=private, branch=branch, former=list(dict.fromkeys(former)), changes=changes
        )
        await self.cache.cache(key, json.dumps(now).encode())

    async def rewritten(self, place: Place, *, before: str, after: str) -> None:
        """Take note that the default branch was forced from one commit to another."""
        seen = await seen_of(self.cache, place)
        if seen is not None:
            now = {**seen, "changes": {**seen["changes"], "rewritten": self._change(before[:7], after[:7])}}
            await self.cache.cache(_key(place.repository_id), json.dumps(now).encode())

    def _changed(self, seen: Seen, name: str, branch: str) -> dict[Became, Change]:
        found: dict[Became, Change] = {}
        if name != seen["name"]:
            moved = name.partition("/")[0] != seen["name"].partition("/")[0]
            found["transferred" if moved else "renamed"] = self._change(seen["name"], name)
        if branch != seen["branch"]:
            found["branch"] = self._change(seen["branch"], branch)
        return found

    def _change(self, before: str, after: str) -> Change:
        return Change(before=before, after=after, at=self.clock())


async def seen_of(cache: Cache, place: Place) -> Seen | None:
    """The repository as it was seen last; None when nobody has seen it, or the cache was lost."""
    return _read(await cache.cached(_key(place.repository_id)))


def _read(kept: bytes | None) -> Seen | None:
    seen: Seen | None = json.loads(kept) if kept else None
    return seen


def _key(repository_id: int) -> str:
    return f"whereabouts/{repository_id}"
