"""Reads what a model is shown of a repository: at a pinned commit, through the API, within the bounds of its context."""

from collections.abc import Mapping
from dataclasses import dataclass

from agents.repository.context import Look, context, wanted
from agents.repository.graph import Graph
from agents.repository.shown import Phase, RepositoryContext
from agents.schemas.backlog import Unit
from bot.base import contents
from bot.github import Hub
from bot.place import Place
from bot.repository import Repositories
from policies import owners
from policies.globs import covers
from policies.patchset import PinnedBase

# Paths of one unit that are looked at; a glob may cover more than anybody can read.
MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class Contexts:
    """Makes contexts where a model is asked; the built-in agents read what they need by themselves."""

    hub: Hub
    repositories: Repositories
    for_model: bool

    async def planning(self, place: Place, base: PinnedBase) -> RepositoryContext | None:
        """What a planner is shown: how people work here, and what lies where."""
        return await self._shown(place, base, phase="planning") if self.for_model else None

    async def implementation(self, place: Place, base: PinnedBase, unit: Unit) -> RepositoryContext | None:
        """What the proposer of a unit is shown: its files, who tests and uses them, and what they stand on."""
        if not self.for_model:
            return None
        graph = await self.repositories.graph(place, base)
        return await self._shown(place, base, phase="implementation", named=_named(unit, base), graph=graph)

    async def review(
        self, place: Place, base: PinnedBase, paths: tuple[str, ...]
    ) -> RepositoryContext | None:
        """What a reviewer is shown of the repository before the change: who uses and tests the files in question."""
        if not self.for_model:
            return None
        graph = await self.repositories.graph(place, base)
        return await self._shown(place, base, phase="review", named=paths[:MOST_NAMED], graph=graph)

    async def _shown(
        self,
        place: Place,
        base: PinnedBase,
        *,
        phase: Phase,
        named: tuple[str, ...] = (),
        graph: Graph | None = None,
    ) -> RepositoryContext:
        reader = self.hub.reader(place.installation, place.repository_id)
        file = next((path for path in owners.FILES if path in base.entries), None) if named else None
        look = Look(
            phase=phase,
            paths=base.entries.keys(),
            named=named,
            graph=graph if graph is not None else Graph(),
            owners=owners.lines_of(
                owners.owned((await contents(reader, place, base, (file,))).get(file), named)
            )
            if file is not None
            else (),
        )
        asked = wanted(look)
        found = await contents(reader, place, base, [each.path for each in asked])
        return context(look, asked, texts(found))


def texts(found: Mapping[str, bytes]) -> dict[str, str]:
    """Those of the files that are UTF-8 text."""
    read: dict[str, str] = {}
    for path, content in found.items():
        try:
            read[path] = content.decode()
        except UnicodeDecodeError:
            continue
    return read


def _named(unit: Unit, base: PinnedBase) -> tuple[str, ...]:
    """The paths that the unit names, there or not, and those there that its globs cover."""
    plain = [path for path in unit.files if "*" not in path and "?" not in path]
    globs = [path for path in unit.files if path not in plain]
    covered = sorted(path for path in base.entries if any(covers(glob, path) for glob in globs))
    return tuple(dict.fromkeys((*plain, *covered)))[:MOST_NAMED]
