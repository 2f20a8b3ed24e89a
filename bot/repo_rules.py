"""Reads a repository's `.github/signalbox.yml` from its default branch; while it is broken, the last good version holds.

The last good version is remembered by the SHA of its blob, and where nothing is remembered it is looked for in the
file's own history, because GitHub is the database and a lost file of ours must not loosen anybody's rules.
"""

from collections import Counter
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.github import Hub, Reader
from bot.place import Place
from bot.queue import Cache
from config.repo_policy import PATH, RepoPolicy
from config.yaml_reader import Invalid
from policies.artifacts import from_base64

# How many commits back a good version is looked for.
_HISTORY = 10
_NO_FILE = "no file"
_ODD = Invalid(1, "it is not a file.")
# Seconds for which the settings that were read say what a delivery can ask for.
FRESH = 60.0


@dataclass(frozen=True, slots=True)
class RepoRules:
    """Reads the settings of repositories, and knows how it read them last."""

    hub: Hub
    cache: Cache
    clock: Clock
    _last: dict[int, RepoPolicy] = field(default_factory=dict)
    _wrong: dict[int, str] = field(default_factory=dict)
    _read_at: dict[int, float] = field(default_factory=dict)
    _pushes: Counter[int] = field(default_factory=Counter)

    async def read(self, place: Place) -> tuple[RepoPolicy, str]:
        """The repository's policy from its default branch, and what is wrong with the file; the last good one is kept."""
        id_, reader = place.repository_id, self.hub.reader(place.installation, place.repository_id)
        pushes = self._pushes[id_]
        policy, problem = await _read(reader, self.cache, place)
        self._last[id_], self._wrong[id_] = policy, problem
        if self._pushes[id_] == pushes:
            self._read_at[id_] = self.clock()
        return policy, problem

    def remembered(self, repository_id: int) -> RepoPolicy | None:
        """The policy as it was read within the last minute; None where it was not, or where it may have changed since."""
        fresh = self.clock() - self._read_at.get(repository_id, float("-inf")) < FRESH
        return self._last.get(repository_id) if fresh else None

    def doubts(self, repository_id: int) -> None:
        """Somebody pushed, and may have changed the policy, also where it is being read right now."""
        self._pushes[repository_id] += 1
        self._read_at.pop(repository_id, None)

    def known(self, place: Place) -> RepoPolicy:
        """The policy as it was read last; what decides reads it afresh."""
        return self._last.get(place.repository_id, RepoPolicy.default())

    def problem(self, place: Place) -> str:
        """What was wrong with the repository's settings when they were read last, for words only."""
        return self._wrong.get(place.repository_id, "")


async def _read(reader: Reader, cache: Cache, place: Place) -> tuple[RepoPolicy, str]:
    """The settings that hold, and what is wrong with the file now, as the end of a sentence; empty when nothing is.

    A file that is not there means all defaults.
    """
    key = f"policy/{place.repository_id}"
    kept = await cache.cached(key)
    sha, text = await _file(reader, place)
    if sha == _NO_FILE and kept and not kept.startswith(_NO_FILE.encode()):
        # Rules that were there a moment ago are looked for twice before their absence loosens anything.
        sha, text = await _file(reader, place)
    found = _ODD if text is None else RepoPolicy.read(text)
    if isinstance(found, RepoPolicy):
        await cache.cache(key, _kept(sha, text))
        return found, ""
    if kept is None:
        kept = await _last_good(reader, place)
        await cache.cache(key, kept)
    good, _, content = kept.partition(b"\n")
    policy = RepoPolicy.read(content)
    problem = found.message if found is _ODD else f"line {found.line}: {found.message}"
    if not good or isinstance(policy, Invalid):
        return (
            RepoPolicy.default(),
            f"{problem} No earlier version can be read, so the defaults hold meanwhile.",
        )
    name = "no file at all" if good.decode() == _NO_FILE else f"`{good.decode()[:7]}`"
    return policy, f"{problem} The version before, {name}, holds meanwhile."


async def _file(reader: Reader, place: Place, **at: str) -> tuple[str, bytes | None]:
    """The blob's SHA and its bytes, at `ref` or on the default branch; no bytes when it is a folder or a link."""
    found = await reader.get_or_none(f"{place.path}/contents/{PATH}", **at)
    if found is None:
        return _NO_FILE, b""
    if not isinstance(found, dict) or found["type"] != "file":
        return "", None
    blob = await reader.get(f"{place.path}/git/blobs/{found['sha']}")
    return found["sha"], from_base64(blob["content"])


async def _last_good(reader: Reader, place: Place) -> bytes:
    """The newest version in the file's history that can be read, as it is kept; empty when none can.

    https://docs.github.com/en/rest/commits/commits#list-commits
    """
    commits = await reader.get(f"{place.path}/commits", path=PATH, per_page=_HISTORY)
    for commit in commits[1:]:
        sha, text = await _file(reader, place, ref=commit["sha"])
        if text is not None and isinstance(RepoPolicy.read(text), RepoPolicy):
            return _kept(sha, text)
    return b""


def _kept(sha: str, text: bytes | None) -> bytes:
    return f"{sha}\n".encode() + (text or b"")
