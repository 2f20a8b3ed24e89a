"""What a push to the base branch moved: under patchsets that wait, and in files that merged units brought."""

from collections.abc import Collection, Mapping

from bot.base import pinned, pinned_unless_gone
from bot.github import Reader
from bot.place import Place
from policies.drift import WAITING, merged, traced
from policies.moving import moved_under
from policies.patchset import PinnedBase
from policies.run import Run


async def under_patchsets(
    reader: Reader, place: Place, run: Run, now: PinnedBase
) -> Mapping[str, tuple[str, ...]]:
    """Unit -> the paths of its waiting patchset that are not what they were when it was drawn."""
    found: dict[str, tuple[str, ...]] = {}
    for unit in run.units.values():
        seen = unit.patchset
        if unit.state not in WAITING or seen is None or seen.base_sha == now.sha:
            continue
        before = await pinned_unless_gone(reader, place, ref=seen.base_ref, sha=seen.base_sha)
        # Whoever approves what was drawn on a commit that is gone is refused and told the way on.
        if before is not None and (moved := moved_under(seen.paths, before=before.entries, now=now.entries)):
            found[unit.id] = moved
    return found


async def since_merged(
    reader: Reader, place: Place, run: Run, now: PinnedBase, paths: Collection[str]
) -> Mapping[str, str]:
    """Path -> blob SHA now, empty when gone, of traced files that are neither as approved nor as people have been told.

    Of `paths` alone, or of all traced files where no paths are known.
    What the run's own pull requests hold is approved, also of one whose merge has not been told yet.
    """
    known = traced(run)
    touched = [path for path in dict.fromkeys(paths) if path in known] if paths else list(known)
    if not touched:
        return {}
    approved = [pull for pull in run.pull_requests.values() if pull.state == "open"] + list(merged(run))
    holding: dict[str, set[str]] = {path: set() for path in touched}
    for pull in approved:
        held = holding.keys() & set(pull.patchset.paths) if pull.patchset else set()
        if held:
            tree = await pinned(reader, place, ref=now.ref, sha=pull.commit_sha)
            for path in held:
                holding[path].add(_blob(tree, path))
    return {
        path: blob
        for path, known_to_us in holding.items()
        if (blob := _blob(now, path)) not in known_to_us and run.as_changed.get(path) != blob
    }


def _blob(base: PinnedBase, path: str) -> str:
    entry = base.entries.get(path)
    return entry.sha if entry else ""
