"""Where a repository is now, and what became of it since it was seen last: its name, its default branch, who may read it.

Theory of operation. GitHub sends reads from an old name on to the new one, and answers a change there with a redirect,
which is not followed unasked. Whoever meets one asks for the name by the repository's number; from then on work that
was told under the old name is done under the new one. A repository that was handed to another owner, or into which the App was
let anew, is another installation's; whoever is not let in any more asks which, and makes sure that it is the same repository by
its number. What the hourly look, and the look after GitHub's word that
something changed, shows otherwise than before is kept for a while, so that the status cards can tell it.

https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from bot.clock import Clock
from bot.errors import NotFound
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
    """A repository as it was seen last, the names and installations it had before, and what became of it."""

    name: str
    private: bool
    branch: str
    former: list[str]
    installation: int
    gone: list[int]
    changes: dict[Became, Change]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Remembers each repository by its number; when the cache is lost, there is nothing to compare with and nothing to tell.

    `accounts` are the lower-case logins that may use this App, None for all.
    """

    hub: Hub
    cache: Cache
    clock: Clock
    accounts: frozenset[str] | None = None

    async def of(self, place: Place, payload: Mapping[str, Any]) -> Place:
        """The place under the name it goes by now; a repository nobody has seen is remembered as the payload shows it."""
        seen = await seen_of(self.cache, place)
        if seen is None:
            shown = payload.get("repository")
            if isinstance(shown, dict) and {"private", "default_branch"} <= shown.keys():
                await self.see(shown, place.installation)
            return place
        renamed, moved = place.repository in seen["former"], place.installation in seen["gone"]
        return replace(
            place,
            repository=seen["name"] if renamed else place.repository,
            installation=seen["installation"] if moved else place.installation,
        )

    async def follow(self, place: Place) -> bool:
        """Ask for the name, because the one that we know leads elsewhere; whether there is another, which may be a former one."""
        shown, known = await self._listed(place), await self.of(place, {})
        if shown is None or shown["full_name"] == known.repository:
            return False
        await self._meet(place, shown, place.installation)
        return True

    async def let_in(self, place: Place) -> bool:
        """Ask who lets us in now, because whoever did does not any more; whether it is another installation that we serve.

        https://docs.github.com/en/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app
        """
        app = self.hub.app()
        try:
            installation = await app.get(f"{place.path}/installation")
        except NotFound:
            return False
        login = str((installation["account"] or {}).get("login", "")).lower()
        there = replace(place, installation=int(installation["id"]))
        known = await self.of(place, {})
        if there.installation == known.installation or not (self.accounts is None or login in self.accounts):
            return False
        # The name may be another repository's by now.
        shown = await self._listed(there)
        if shown is None:
            return False
        await self._meet(place, shown, there.installation)
        return True

    async def _listed(self, place: Place) -> Mapping[str, Any] | None:
        """The repository as its installation lists it to a token for it alone.

        https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
        """
        reader = self.hub.reader(place.installation, place.repository_id)
        listed = await reader.first_page("/installation/repositories")
        return next((each for each in listed if each["id"] == place.repository_id), None)

    async def _meet(self, told: Place, shown: Mapping[str, Any], installation: int) -> None:
        """See it as it was told, where it was never seen, and then as it is; what was told leads there from now on."""
        if await seen_of(self.cache, told) is None:
            await self.see({**shown, "full_name": told.repository}, told.installation)
        await self.see(shown, installation, told=told)

    async def see(self, shown: Mapping[str, Any], installation: int, *, told: Place | None = None) -> None:
        """Take note of a repository as GitHub shows it to an installation, and of what is otherwise than it was."""
        name, private, branch = str(shown["full_name"]), bool(shown["private"]), str(shown["default_branch"])
        key = _key(int(shown["id"]))
        seen = _read(await self.cache.cached(key))
        before = seen or Seen(
            name=name,
            private=private,
            branch=branch,
            former=[],
            installation=installation,
            gone=[],
            changes={},
        )
        names = (*before["former"], before["name"], *((told.repository,) if told else ()))
        installations = (*before["gone"], before["installation"], *((told.installation,) if told else ()))
        now = Seen(
            name=name,
            private=private,
            branch=branch,
            former=[each for each in dict.fromkeys(names) if each != name],
            installation=installation,
            gone=[each for each in dict.fromkeys(installations) if each != installation],
            changes=self._changes(before, name, branch, private=private),
        )
        if now != seen:
            await self.cache.cache(key, json.dumps(now).encode())

    async def rewritten(self, place: Place, *, before: str, after: str) -> None:
        """Take note that the default branch was forced from one commit to another."""
        seen = await seen_of(self.cache, place)
        if seen is not None:
            now = {**seen, "changes": {**seen["changes"], "rewritten": self._change(before[:7], after[:7])}}
            await self.cache.cache(_key(place.repository_id), json.dumps(now).encode())

    def _changes(self, seen: Seen, name: str, branch: str, *, private: bool) -> dict[Became, Change]:
        """What became of it since it was seen first, the newest of each kind; what is private again was never public."""
        found = {**seen["changes"]}
        if name != seen["name"]:
            moved = name.partition("/")[0] != seen["name"].partition("/")[0]
            found["transferred" if moved else "renamed"] = self._change(seen["name"], name)
        if branch != seen["branch"]:
            found["branch"] = self._change(seen["branch"], branch)
        if private:
            found.pop("public", None)
        elif seen["private"]:
            found["public"] = self._change("", "")
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
