"""Reads who imports whom in a repository at one commit: through the API, bounded, and each file's content once."""

import asyncio
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cachetools import LRUCache

from agents.repository.graph import Graph, graph
from agents.repository.module import packed
from agents.repository.parsing import LARGEST, language_of
from agents.repository.reading import read
from bot.archive import files
from bot.base import contents
from bot.errors import GitHubError, Retry
from bot.github import Hub, Reader
from bot.place import Place
from bot.queue import Cache
from policies.patchset import PinnedBase
from policies.tree import WRITABLE_MODES

# Of one commit so many source files are read; the others are named as unread.
MOST_FILES = 20_000
# Up to so many are read one by one, and more than that as one archive.
ONE_BY_ONE = 24
# When there is no archive, still so many.
AT_MOST = 200
# Folders of other people's code.
FOREIGN = frozenset({"node_modules", "vendor", "third_party", "site-packages", ".venv", "venv", "Pods"})
TOO_MANY = f"is beyond the {MOST_FILES} source files that are read"
NOT_GIVEN = "could not be read"
BY_PROGRAM = "is too large, or written by a program"

_Key = tuple[int, int, str, str]


@dataclass(slots=True)
class Repositories:
    """Graphs by installation, repository and commit, and modules by installation, repository and blob.

    What one installation has read is never shown to another. A content is named by its hash, so nothing kept goes stale.
    """

    hub: Hub
    cache: Cache
    at_most: int = AT_MOST
    _graphs: LRUCache[tuple[int, int, str], Graph] = field(default_factory=lambda: LRUCache(maxsize=6))
    _modules: LRUCache[_Key, bytes] = field(
        default_factory=lambda: LRUCache(maxsize=96 * 1024 * 1024, getsizeof=lambda value: len(value) + 200)
    )
    _loaded: set[tuple[int, int]] = field(default_factory=set)
    # One at a time, because an archive and all that comes of it lie in memory.
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def graph(self, place: Place, base: PinnedBase) -> Graph:
        """The graph of the pinned commit; a file that cannot be read for now is named in it, and read the next time."""
        key = (place.installation, place.repository_id, base.sha)
        async with self._turn:
            known = self._graphs.get(key)
            if known is not None:
                return known
            wanted = _sources(base)
            modules = await self._known(place, wanted)
            missing = {path: sha for path, sha in wanted.items() if path not in modules}
            if missing:
                modules |= await self._fresh(place, base, missing)
            return await self._made(key, base, wanted, modules)

    async def _made(
        self,
        key: tuple[int, int, str],
        base: PinnedBase,
        wanted: Mapping[str, str],
        modules: Mapping[str, bytes],
    ) -> Graph:
        unread = {path: NOT_GIVEN for path in wanted if path not in modules}
        whole = not unread
        unread |= {path: BY_PROGRAM for path, content in modules.items() if not content}
        unread |= {path: TOO_MANY for path in base.entries if _is_source(base, path) and path not in wanted}
        told = {path: content for path, content in modules.items() if content}
        made = await asyncio.to_thread(graph, told, files=base.entries.keys(), unread=unread)
        if whole:
            self._graphs[key] = made
        return made

    async def _known(self, place: Place, wanted: Mapping[str, str]) -> dict[str, bytes]:
        """The modules that are known already; of a repository that this process has not read yet, those it left behind."""
        owner = (place.installation, place.repository_id)
        if owner not in self._loaded:
            kept = await self.cache.cached(_kept_under(place))
            for name, content in await asyncio.to_thread(_opened, kept) if kept else ():
                language, _, sha = name.partition(" ")
                self._modules[(*owner, language, sha)] = content
            self._loaded.add(owner)
        found = {path: self._modules.get(_key(place, path, sha)) for path, sha in wanted.items()}
        return {path: content for path, content in found.items() if content is not None}

    async def _fresh(self, place: Place, base: PinnedBase, missing: Mapping[str, str]) -> Mapping[str, bytes]:
        reader = self.hub.reader(place.installation, place.repository_id)
        modules: dict[str, bytes] = {}
        if len(missing) > ONE_BY_ONE:
            try:
                archive = await reader.archive(place.path, base.sha)
            except (Retry, GitHubError):
                archive = b""
            modules = await asyncio.to_thread(_from_archive, archive, missing)
        left = [path for path in missing if path not in modules][: self.at_most]
        modules |= await self._one_by_one(reader, place, base, left)
        for path, content in modules.items():
            self._modules[_key(place, path, missing[path])] = content
        if len(modules) > ONE_BY_ONE:
            await self._keep(place)
        return modules

    async def _one_by_one(
        self, reader: Reader, place: Place, base: PinnedBase, paths: Iterable[str]
    ) -> Mapping[str, bytes]:
        found = await contents(reader, place, base, paths)
        return await asyncio.to_thread(lambda: {path: _module(path, text) for path, text in found.items()})

    async def _keep(self, place: Place) -> None:
        """Leave what is known of the repository behind for the next process."""
        owner = (place.installation, place.repository_id)
        mine = [(key, content) for key, content in self._modules.items() if key[:2] == owner]
        kept = await asyncio.to_thread(
            lambda: zlib.compress(b"\n".join(f"{k[2]} {k[3]}\t".encode() + value for k, value in mine), 1)
        )
        await self.cache.cache(_kept_under(place), kept)


def _kept_under(place: Place) -> str:
    return f"modules/{place.installation}/{place.repository_id}"


def _key(place: Place, path: str, sha: str) -> _Key:
    return place.installation, place.repository_id, language_of(path), sha


def _opened(kept: bytes) -> list[tuple[str, bytes]]:
    lines = zlib.decompress(kept).split(b"\n")
    parts = (line.partition(b"\t") for line in lines)
    return [(name.decode(), content) for name, _, content in parts]


def _is_source(base: PinnedBase, path: str) -> bool:
    return (
        language_of(path) != ""
        and base.entries[path].mode in WRITABLE_MODES
        and not FOREIGN.intersection(path.split("/")[:-1])
    )


def _sources(base: PinnedBase) -> Mapping[str, str]:
    """Path -> blob id of the source files that are read, those nearest to the root first."""
    paths = sorted(
        (path for path in base.entries if _is_source(base, path)), key=lambda path: (path.count("/"), path)
    )
    return {path: base.entries[path].sha for path in paths[:MOST_FILES]}


def _from_archive(archive: bytes, missing: Mapping[str, str]) -> dict[str, bytes]:
    found = files(archive, wanted=missing, largest=LARGEST)
    return {path: b"" if content is None else _module(path, content) for path, content in found}


def _module(path: str, content: bytes) -> bytes:
    """The file's module, packed; nothing for one that is beyond reading."""
    found = read(path, content)
    return packed(found) if found is not None else b""
