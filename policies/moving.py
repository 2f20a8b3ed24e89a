"""Whether the base moved under what a change touches."""

from collections.abc import Iterable, Iterator, Mapping

from policies.tree import TreeEntry

Entries = Mapping[str, TreeEntry]


def moved_under(paths: Iterable[str], *, before: Entries, now: Entries) -> tuple[str, ...]:
    """The touched paths that are not what they were: changed, made, deleted, or in the way of a file or folder."""
    folders = {parent for path in now for parent in parents(path)}
    return tuple(
        path
        for path in paths
        if before.get(path) != now.get(path)
        or any(parent in now for parent in parents(path))
        or (path in folders and path not in before)
    )


def parents(path: str) -> Iterator[str]:
    """`a/b` and `a` of `a/b/c`."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
