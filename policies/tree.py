"""Computes the git tree that results from changing files, so that what is shown, judged and written is one thing."""

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from policies.characters import visible
from policies.verdict import Block

RULE = "tree"

FILE = 0o100644
EXECUTABLE = 0o100755
FOLDER = 0o040000
WRITABLE_MODES = frozenset({FILE, EXECUTABLE})

# What `index` lines show for a side that does not exist.
_NO_BLOB = "0" * 40


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file as git stores it: `mode` as in `git ls-tree` (an octal number), `sha` the blob's SHA-1 in 40 hex."""

    mode: int
    sha: str


# Path -> entry of everything `git ls-tree -r` lists on the pinned base: files, symlinks and submodules, no folders.
BaseTree = Mapping[str, TreeEntry]


# A line's number, from 1, and its text without the line end.
Numbered = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One file before and after: None before is a new file, None after is a deleted one (`mode` then says nothing)."""

    path: str
    before: bytes | None
    after: bytes | None
    mode: int = FILE
    mode_before: int = FILE


@dataclass(frozen=True, slots=True)
class ResultTree:
    """The tree after the changes: its id, every file in it, and the paths that differ from the base, sorted."""

    tree_sha: str
    entries: BaseTree
    touched: tuple[str, ...]


def result(base: BaseTree, changes: Iterable[Change]) -> ResultTree | Block:
    """The tree that `changes` make of `base`; a Block when they do not fit it exactly.

    What each change says of the file before must be what the base holds, to the byte. A change that leaves its file
    as it is counts as no change.
    """
    entries = dict(base)
    touched: list[str] = []
    seen: set[str] = set()
    for change in changes:
        if change.path in seen:
            return _block(change.path, "is changed twice")
        seen.add(change.path)
        if (reason := _misfit(base.get(change.path), change)) is not None:
            return _block(change.path, reason)
        if (change.after, change.mode) == (change.before, change.mode_before):
            continue
        if change.after is None:
            del entries[change.path]
        else:
            entries[change.path] = TreeEntry(change.mode, blob_sha(change.after))
        touched.append(change.path)
    if (clash := _clash(entries, touched)) is not None:
        return _block(clash, "would be a file and a folder at once")
    return ResultTree(tree_sha(entries), MappingProxyType(entries), tuple(sorted(touched)))


def blob_sha(content: bytes) -> str:
    """The id git gives a file's content. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects."""
    return _object_sha(b"blob", content)


def tree_sha(entries: BaseTree) -> str:
    """The id git gives the tree of these files; folders that hold nothing do not exist."""
    folders: dict[str, dict[bytes, TreeEntry]] = {"": {}}
    for path, entry in entries.items():
        folder, _, name = path.rpartition("/")
        _with_parents(folders, folder)[_raw(name)] = entry
    for folder in sorted(folders, key=lambda path: path.count("/"), reverse=True):
        if folder:
            above, _, name = folder.rpartition("/")
            folders[above][_raw(name)] = TreeEntry(FOLDER, _folder_sha(folders[folder]))
    return _folder_sha(folders[""])


def diff(changes: Iterable[Change]) -> str:
    """A unified diff in git's form, made from the contents; hidden characters are written as `[U+202E]`.

    It is for reading only and is never applied.
    """
    return "".join(line for change in changes for line in _diff_of(change))


def changed_lines(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines a change takes away and the lines it adds, without line ends; binary content has none."""
    removed, added = numbered_lines(change)
    return tuple(line for _, line in removed), tuple(line for _, line in added)


def numbered_lines(change: Change) -> tuple[tuple[Numbered, ...], tuple[Numbered, ...]]:
    """The same, each with its number, from 1: where it stood before, and where it stands after."""
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        return (), ()
    return _differing(before, after)


# Several gates ask for the lines of one change, and comparing long files takes long.
@lru_cache(maxsize=64)
def _differing(before: str, after: str) -> tuple[tuple[Numbered, ...], tuple[Numbered, ...]]:
    removed: list[Numbered] = []
    added: list[Numbered] = []
    old, new = _lines(before), _lines(after)
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            removed += [(number + 1, old[number].removesuffix("\n")) for number in range(i1, i2)]
            added += [(number + 1, new[number].removesuffix("\n")) for number in range(j1, j2)]
    return tuple(removed), tuple(added)


def _misfit(entry: TreeEntry | None, change: Change) -> str | None:
    """Why the change does not fit what the base holds at its path."""
    if change.after is not None and change.mode not in WRITABLE_MODES:
        return f"would get the mode {change.mode:06o}; only plain and executable files are written"
    if entry is None:
        if change.before is not None:
            return "is not on the base"
        return "is not on the base, so there is nothing to delete" if change.after is None else None
    if entry.mode == 0o120000:
        return "is a symbolic link on the base"
    if entry.mode == 0o160000:
        return "is a submodule on the base"
    if change.before is None:
        return "is on the base already"
    if blob_sha(change.before) != entry.sha:
        return "is not the same on the base"
    if (entry.mode == EXECUTABLE) != (change.mode_before == EXECUTABLE):
        return "has another mode on the base"
    return None


def _clash(entries: BaseTree, touched: Iterable[str]) -> str | None:
    """A touched path that is a file while another file lies under it, or that lies under a file."""
    folders: set[str] = set()
    for path in entries:
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    for path in touched:
        if path not in entries:
            continue
        if path in folders:
            return path
        above = path.rpartition("/")[0]
        while above:
            if above in entries:
                return above
            above = above.rpartition("/")[0]
    return None


def _with_parents(folders: dict[str, dict[bytes, TreeEntry]], folder: str) -> dict[bytes, TreeEntry]:
    above = folder
    while above not in folders:
        folders[above] = {}
        above = above.rpartition("/")[0]
    return folders[folder]


def _folder_sha(members: Mapping[bytes, TreeEntry]) -> str:
    # Git sorts a folder as if its name ended in a slash.
    ordered = sorted(members.items(), key=lambda item: item[0] + b"/" if item[1].mode == FOLDER else item[0])
    body = b"".join(b"%o %s\0%s" % (entry.mode, name, bytes.fromhex(entry.sha)) for name, entry in ordered)
    return _object_sha(b"tree", body)


def _object_sha(kind: bytes, body: bytes) -> str:
    return hashlib.sha1(b"%s %d\0%s" % (kind, len(body), body), usedforsecurity=False).hexdigest()


def _raw(name: str) -> bytes:
    # A base may hold names that are not UTF-8; readers hand them over with escaped bytes, and they stay as they are.
    return name.encode("utf-8", "surrogateescape")


def _diff_of(change: Change) -> Iterator[str]:
    if change.before == change.after and (change.after is None or change.mode == change.mode_before):
        return
    name = visible(change.path)
    yield f"diff --git a/{name} b/{name}\n"
    if change.before is None:
        yield f"new file mode {change.mode:06o}\n"
    elif change.after is None:
        yield f"deleted file mode {change.mode_before:06o}\n"
    elif change.mode != change.mode_before:
        yield f"old mode {change.mode_before:06o}\nnew mode {change.mode:06o}\n"
    if change.before == change.after:
        return
    suffix = (
        f" {change.mode:06o}"
        if None not in (change.before, change.after) and (change.mode == change.mode_before)
        else ""
    )
    yield f"index {_short(change.before)}..{_short(change.after)}{suffix}\n"
    # Git ends a name that holds a space with a tab, so that readers know where it ends.
    tab = "\t" if " " in name else ""
    old = "/dev/null" if change.before is None else f"a/{name}{tab}"
    new = "/dev/null" if change.after is None else f"b/{name}{tab}"
    before, after = _text(change.before), _text(change.after)
    if before is None or after is None:
        yield f"Binary files {old.rstrip()} and {new.rstrip()} differ\n"
        return
    yield from _hunks(before, after, old=old, new=new)


def _hunks(before: str, after: str, *, old: str, new: str) -> Iterator[str]:
    lines = difflib.unified_diff(_lines(before), _lines(after), fromfile=old, tofile=new)
    for index, line in enumerate(lines):
        if index < 2:
            yield line
        elif line.endswith("\n"):
            yield visible(line)
        else:
            yield f"{visible(line)}\n\\ No newline at end of file\n"


def _short(content: bytes | None) -> str:
    return (_NO_BLOB if content is None else blob_sha(content))[:7]


def _text(content: bytes | None) -> str | None:
    """The content as text, empty for a missing side, None when it is not text."""
    if content is None:
        return ""
    if b"\0" in content:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _lines(text: str) -> list[str]:
    # Only a line feed ends a line for git; `splitlines` would also break at form feeds and U+2028.
    return [line + "\n" for line in text.split("\n")[:-1]] + (
        [tail] if (tail := text.rpartition("\n")[2]) else []
    )


def _block(path: str, reason: str) -> Block:
    return Block(
        rule=RULE,
        reason=f"`{visible(path)}` {reason}.",
        remedy="Propose the change again on the present base, as plain files.",
        evidence=(visible(path),),
    )
