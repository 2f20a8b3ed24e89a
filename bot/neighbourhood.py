"""Looks for other bots in a repository that listen to the same words; remembered for a while, because it is for words only."""

from dataclasses import dataclass, field

from bot.clock import Clock
from bot.github import Hub
from bot.place import Place
from handlers.neighbours import taken
from policies.artifacts import from_base64

# Seconds for which what was found is believed.
KEPT = 600.0
# Workflows read at most.
MOST = 30


@dataclass(slots=True)
class Neighbourhood:
    """Verbs whose short form is off, by repository."""

    hub: Hub
    clock: Clock
    _found: dict[int, tuple[float, frozenset[str]]] = field(default_factory=dict)

    def known(self, repository_id: int) -> frozenset[str]:
        """What was found last; nothing when nobody has looked yet."""
        return self._found.get(repository_id, (0.0, frozenset[str]()))[1]

    async def taken(self, place: Place) -> frozenset[str]:
        """The verbs that another bot listens to, by the default branch.

        https://docs.github.com/en/rest/repos/contents#get-repository-content
        """
        at, found = self._found.get(place.repository_id, (float("-inf"), frozenset[str]()))
        if self.clock() - at < KEPT:
            return found
        reader = self.hub.reader(place.installation, place.repository_id)
        root = await reader.get_or_none(f"{place.path}/contents")
        names = {str(item["name"]) for item in root or ()}
        flows = (
            await reader.get_or_none(f"{place.path}/contents/.github/workflows") if ".github" in names else ()
        )
        texts: list[str] = []
        for item in (flows or ())[:MOST]:
            if item["type"] == "file":
                blob = await reader.get(f"{place.path}/git/blobs/{item['sha']}")
                texts.append(from_base64(blob["content"]).decode(errors="replace"))
        found = taken(names, texts)
        self._found[place.repository_id] = (self.clock(), found)
        return found
