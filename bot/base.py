"""A repository at one pinned commit, read through the API: its tree, and the files somebody asks for."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Literal

from cachetools import LRUCache

from bot.errors import Bug, Conflict, NotFound
from bot.github import Reader
from bot.place import Place
from policies.artifacts import from_base64
from policies.patchset import PinnedBase
from policies.tree import TreeEntry

# Files and symlinks have bytes; a submodule is a commit of another repository.
READABLE = frozenset({0o100644, 0o100755, 0o120000})
# Trees and blobs are named by their content, so what is cached here never goes stale. It is kept by installation and repository:
# whoever is let in anew reads for themselves.
# They are counted by paths, of which two hundred thousand take some 60 MB, and are at most sixty-six.
_TREES: LRUCache[tuple[int, int, str], PinnedBase] = LRUCache(
    maxsize=200_000, getsizeof=lambda base: max(len(base.entries), 3_000)
)
# Nor does what a commit comes after; only a yes is kept.
_BEFORE: LRUCache[tuple[int, int, str, str], bool] = LRUCache(maxsize=1024)
_BLOBS: LRUCache[tuple[int, int, str], bytes] = LRUCache(maxsize=16 * 1024 * 1024, getsizeof=len)


async def pinned(reader: Reader, place: Place, *, ref: str, sha: str) -> PinnedBase:
    """The whole listing of the commit's tree; a tree that GitHub cuts short is beyond us, and says so as a Bug."""
    cached = _TREES.get((place.installation, place.repository_id, sha))
    if cached is not None:
        return replace(cached, ref=ref)
    commit = await reader.get(f"{place.path}/git/commits/{sha}")
    tree_sha = commit["tree"]["sha"]
    tree: Mapping[str, Any] = await reader.get(f"{place.path}/git/trees/{tree_sha}", recursive="1")
    if tree.get("truncated"):
        raise Bug("the repository's tree is too large for GitHub to list in one answer")
    base = PinnedBase(
        repository_id=place.repository_id,
        repository=place.repository,
        ref=ref,
        sha=sha,
        tree_sha=tree_sha,
        entries={
            item["path"]: TreeEntry(int(item["mode"], 8), item["sha"])
            for item in tree["tree"]
            if item["type"] != "tree"
        },
    )
    if len(base.entries) <= _TREES.maxsize:
        _TREES[place.installation, place.repository_id, sha] = base
    return base


async def pinned_unless_gone(reader: Reader, place: Place, *, ref: str, sha: str) -> PinnedBase | None:
    """Like `pinned`, and None when GitHub says twice that the commit is not there, as after a purge."""
    for _ in range(2):
        with suppress(NotFound):
            return await pinned(reader, place, ref=ref, sha=sha)
    return None


async def contents(
    reader: Reader, place: Place, base: PinnedBase, paths: Iterable[str]
) -> Mapping[str, bytes]:
    """The bytes of those paths that are files on the base."""
    found: dict[str, bytes] = {}
    for path in paths:
        entry = base.entries.get(path)
        if entry is not None and entry.mode in READABLE:
            found[path] = await _blob(reader, place, entry.sha)
    return found


async def _blob(reader: Reader, place: Place, sha: str) -> bytes:
    key = (place.installation, place.repository_id, sha)
    cached = _BLOBS.get(key)
    if cached is None:
        blob = await reader.get(f"{place.path}/git/blobs/{sha}")
        cached = from_base64(blob["content"])
        # What is larger than the whole cache is handed on and not kept.
        if len(cached) <= _BLOBS.maxsize:
            _BLOBS[key] = cached
    return cached


async def leads_to(reader: Reader, place: Place, *, sha: str, tip: str) -> bool:
    """Whether the commit is `tip` or one that `tip` comes after; no as well when GitHub finds no way between the two.

    `ahead` says that the tip has all of the commit's history and more. https://docs.github.com/en/rest/commits/commits#compare-two-commits
    """
    key = (place.installation, place.repository_id, sha, tip)
    if sha == tip or key in _BEFORE:
        return True
    compared = (
        await reader.get_unless_gone(f"{place.path}/compare/{sha}...{tip}", per_page=1) if tip else None
    )
    if compared is None or compared["status"] not in {"ahead", "identical"}:
        return False
    _BEFORE[key] = True
    return True


@dataclass(frozen=True, slots=True)
class Head:
    """The default branch, and the commit it points to now."""

    ref: str
    sha: str


@dataclass(frozen=True, slots=True)
class NoBranch:
    """No branch has the name of the default one: there is no commit yet, or somebody took the branch away; `sha` is empty."""

    ref: str
    sha: Literal[""] = ""

    @property
    def reason(self) -> str:
        """What people are told, as the beginning of a sentence."""
        return f"GitHub shows no branch `{self.ref}`, which is the default one"


async def head(reader: Reader, place: Place) -> Head | NoBranch:
    """Where the default branch is now; that it is nowhere is believed when GitHub says so twice, as of what is late or renamed.

    A repository without a commit may be answered with 409. https://docs.github.com/en/rest/git/refs#get-a-reference
    """
    branch = ""
    for _ in range(2):
        repository = await reader.get(place.path)
        branch = str(repository["default_branch"])
        with suppress(NotFound, Conflict):
            ref = await reader.get(f"{place.path}/git/ref/heads/{branch}")
            return Head(branch, str(ref["object"]["sha"]))
    return NoBranch(branch)


async def newest(reader: Reader, place: Place) -> PinnedBase | NoBranch:
    """The default branch as it is now, listed."""
    found = await head(reader, place)
    if isinstance(found, NoBranch):
        return found
    return await pinned(reader, place, ref=found.ref, sha=found.sha)


async def newest_in_place(reader: Reader, place: Place) -> PinnedBase:
    """The same for work that can only be tried again while there is no such branch; raises NotFound, which says why."""
    found = await newest(reader, place)
    if isinstance(found, NoBranch):
        path = f"{place.path}/git/ref/heads/{found.ref}"
        raise NotFound(404, found.reason, method="GET", path=path)
    return found
