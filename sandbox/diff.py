"""What git itself says of two commits: which files differ, and what a merge would give."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sandbox.history import is_ancestor, parents

if TYPE_CHECKING:
    from sandbox.git import Author, Git

V = TypeVar("V")
GIT = shutil.which("git") or "/usr/bin/git"
# Nothing of the user's own git configuration may change a diff or a merge.
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}
STATUSES = {"A": "added", "D": "removed", "M": "modified", "R": "renamed", "C": "copied", "T": "changed"}
PIECES = re.compile(rb"^diff --git ", re.MULTILINE)
REMEMBERED = 2000
# Objects never change, so an answer about two shas holds for ever; old ones are dropped first.
_changes: dict[tuple[str, str, str], tuple[Change, ...]] = {}
_merges: dict[tuple[str, str, str], str | None] = {}


@dataclass(frozen=True, slots=True)
class Change:
    """One file that differs; `patch` is None for binary files, `sha` is the blob after (or, if removed, before)."""

    path: str
    status: str
    sha: str
    additions: int
    deletions: int
    patch: str | None
    previous_path: str | None = None


def changes(git: Git, base: str | None, head: str) -> tuple[Change, ...]:
    """The files that differ between two commits or trees; None stands for nothing at all."""
    key = (str(git.path), base or "", head)
    if key not in _changes:
        if base is None:
            base = git.write_tree([])
        arguments = (
            "diff",
            "--raw",
            "-z",
            "-p",
            "--no-abbrev",
            "--find-renames",
            "--no-ext-diff",
            base,
            head,
        )
        _remember(_changes, key, _parsed(_git(git, *arguments)[1]))
    return _changes[key]


def diff_text(git: Git, base: str, head: str) -> bytes:
    """The whole diff, as `Accept: application/vnd.github.diff` gives it."""
    return _git(git, "diff", "--find-renames", "--no-ext-diff", base, head)[1]


def patch_text(git: Git, base: str, head: str) -> bytes:
    """The commits as mail, as `Accept: application/vnd.github.patch` gives them."""
    return _git(git, "format-patch", "--stdout", "--find-renames", f"{base}..{head}")[1]


def merged_tree(git: Git, base: str, head: str) -> str | None:
    """The tree that merging the head into the base gives; None when they conflict."""
    key = (str(git.path), base, head)
    if key not in _merges:
        if is_ancestor(git, base, of=head):
            tree: str | None = git.tree_of(head)
        elif is_ancestor(git, head, of=base):
            tree = git.tree_of(base)
        else:
            code, out = _git(
                git, "merge-tree", "--write-tree", "--no-messages", "--allow-unrelated-histories", base, head
            )
            tree = out.split(b"\n", 1)[0].decode() if code == 0 else None
        _remember(_merges, key, tree)
    return _merges[key]


def picked_tree(git: Git, onto: str, commit: str, *, author: Author) -> str | None:
    """The tree that picking one commit onto another gives; None when they conflict.

    `git merge-tree --merge-base` came after git 2.39, so three throw-away commits play base, ours and theirs.
    """
    first = parents(git, commit)[:1]
    before = git.tree_of(first[0]) if first else git.write_tree([])
    base = git.write_commit(before, parents=(), message="base", author=author, committer=author)
    ours, theirs = (
        git.write_commit(git.tree_of(sha), parents=(base,), message=name, author=author, committer=author)
        for sha, name in ((onto, "ours"), (commit, "theirs"))
    )
    return merged_tree(git, ours, theirs)


def _git(git: Git, *arguments: str) -> tuple[int, bytes]:
    # The arguments are fixed words and shas that were looked up before.
    done = subprocess.run(  # noqa: S603 - no shell, no text of a caller
        [GIT, "-C", str(git.path), *arguments], capture_output=True, check=False, env=ENVIRONMENT
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.returncode, done.stdout


def _parsed(output: bytes) -> tuple[Change, ...]:
    """The raw records first, each ended by NUL, then one patch for each of them in the same order."""
    records: list[tuple[str, str, str, str | None]] = []
    rest = output
    while rest.startswith(b":"):
        line, path, rest = rest.split(b"\0", 2)
        _, _, before, after, status = line.decode().split(" ")
        previous = None
        if status[0] in "RC":
            previous, (path, rest) = path.decode(), rest.split(b"\0", 1)
        kind = STATUSES.get(status[0], "changed")
        records.append((path.decode(), kind, before if status == "D" else after, previous))
    pieces = PIECES.split(rest.removeprefix(b"\0"))[1:]
    return tuple(
        _change(record, piece) for record, piece in zip(records, _paired(records, pieces), strict=True)
    )


def _paired(records: list[tuple[str, str, str, str | None]], pieces: list[bytes]) -> list[bytes]:
    """One piece for each record: a changed type is printed as a removal and an addition."""
    paired = []
    for _, kind, _, _ in records:
        count = 2 if kind == "changed" else 1
        paired.append(b"".join(pieces[:count]))
        del pieces[:count]
    return paired


def _change(record: tuple[str, str, str, str | None], piece: bytes) -> Change:
    path, status, sha, previous = record
    start = piece.find(b"\n@@ ")
    patch = piece[start + 1 :].decode(errors="replace").removesuffix("\n") if start >= 0 else None
    lines = patch.split("\n") if patch is not None else []
    added = sum(line.startswith("+") for line in lines)
    removed = sum(line.startswith("-") for line in lines)
    return Change(path, status, sha, added, removed, patch, previous)


def _remember(kept: dict[tuple[str, str, str], V], key: tuple[str, str, str], value: V) -> None:
    if len(kept) >= REMEMBERED:
        del kept[next(iter(kept))]
    kept[key] = value
