"""How commits hang together: ancestors, merge bases, what one branch has and another has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.git import Git


def ancestors(git: Git, sha: str) -> set[str]:
    """The commit and everything it was built on."""
    seen = {sha}
    waiting = [sha]
    while waiting:
        for parent in parents(git, waiting.pop()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return seen


def is_ancestor(git: Git, old: str, *, of: str) -> bool:
    """Whether `of` was built on the old commit, or is it."""
    return old == of or old in ancestors(git, of)


def between(git: Git, base: str | None, head: str) -> list[str]:
    """The commits that the head has and the base has not, oldest first."""
    known = ancestors(git, base) if base is not None else set()
    ordered: list[str] = []
    seen = set(known)
    waiting = [(head, False)]
    while waiting:
        sha, ready = waiting.pop()
        if ready:
            ordered.append(sha)
        elif sha not in seen:
            seen.add(sha)
            waiting.append((sha, True))
            waiting += [(parent, False) for parent in reversed(parents(git, sha))]
    return ordered


def merge_base(git: Git, one: str, other: str) -> str | None:
    """The best common ancestor; None when the histories have nothing in common."""
    common = ancestors(git, one) & ancestors(git, other)
    # Whatever a common commit was built on is common too, so the best ones are those that no other was built on.
    best = common - {parent for sha in common for parent in parents(git, sha)}
    return max(best, key=lambda sha: (git.commit(sha).commit_time, sha), default=None)


def log(git: Git, head: str, *, path: str = "") -> list[str]:
    """The commits up to the head, newest first; with a path, only those that changed what stands there."""
    commits = between(git, None, head)[::-1]
    if not path:
        return commits
    kept = []
    for sha in commits:
        now = git.entry(git.tree_of(sha), path)
        before = [git.entry(git.tree_of(parent), path) for parent in parents(git, sha)]
        if (not before and now is not None) or (before and all(entry != now for entry in before)):
            kept.append(sha)
    return kept


def parents(git: Git, sha: str) -> list[str]:
    """The shas of a commit's parents."""
    return [parent.decode() for parent in git.commit(sha).parents]
