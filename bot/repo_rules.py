"""Reads a repository's `.github/signalbox.yml` from its default branch; while it is broken, the last good version holds.

The last good version is remembered by the SHA of its blob, and where nothing is remembered it is looked for in the
file's own history, because GitHub is the database and a lost file of ours must not loosen anybody's rules.
"""

from bot.github import Reader
from bot.place import Place
from bot.queue import Cache
from config.repo_policy import PATH, RepoPolicy
from config.yaml_reader import Invalid
from policies.artifacts import from_base64

# How many commits back a good version is looked for.
_HISTORY = 10
_NO_FILE = "no file"
_ODD = Invalid(1, "it is not a file.")


async def read_rules(reader: Reader, cache: Cache, place: Place) -> tuple[RepoPolicy, str]:
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
