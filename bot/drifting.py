"""What a push to the base branch moved: under patchsets that wait, and in files that merged units brought."""

from collections.abc import Mapping

from bot.base import pinned, pinned_unless_gone
from bot.github import Reader
from bot.place import Place
from policies import commands as c
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
    reader: Reader, place: Place, run: Run, now: PinnedBase, push: c.Pushed
) -> Mapping[str, str]:
    """Path -> blob SHA now, empty when gone, of traced files that are neither as approved nor as people have been told.

    Of the paths that the push names alone, or of all traced files where it names none.
    What the run's own pull requests hold is approved, also of one whose merge has not been told yet. What came after
    that push is left to the one that brought it, so that it is not put down to somebody else.
    """
    known = traced(run)
    touched = [path for path in dict.fromkeys(push.paths) if path in known] if push.paths else list(known)
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
    changed = {
        path: blob
        for path, known_to_us in holding.items()
        if (blob := _blob(now, path)) not in known_to_us and run.as_changed.get(path) != blob
    }
    if not changed or push.sha == now.sha:
        return changed
    then = await pinned_unless_gone(reader, place, ref=now.ref, sha=push.sha)
    if then is None:
        return changed
    return {path: blob for path, blob in changed.items() if _blob(then, path) == blob}


def _blob(base: PinnedBase, path: str) -> str:
    entry = base.entries.get(path)
    return entry.sha if entry else ""
