"""One bare git repository: its refs, and its objects read and written as git would."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from dulwich.objects import Blob, Commit, ObjectID, Tag, Tree, TreeEntry
from dulwich.refs import Ref
from dulwich.repo import Repo as Bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

SHA = re.compile(r"[0-9a-f]{40}")
SHORT_SHA = re.compile(r"[0-9a-f]{4,40}")
# https://git-scm.com/docs/git-check-ref-format
BAD_REF = re.compile(r"\.\.|@\{|[\x00-\x20\x7f~^:?*\[\\]|//|/\.|\.lock(/|$)|/$|\.$|^\.|/@$")
TREE_MODE = 0o040000


@dataclass(frozen=True, slots=True)
class Author:
    """Who stands in a commit, and when."""

    name: str
    email: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a tree; `path` is relative to the tree that was asked for."""

    path: str
    mode: int
    sha: str

    @property
    def type(self) -> str:
        """`blob`, `tree` or `commit`, as git names it."""
        if stat.S_ISDIR(self.mode):
            return "tree"
        return "commit" if self.mode == 0o160000 else "blob"


class Git:
    """A bare repository on disk; the refs are kept in memory as well, because nothing else writes them."""

    def __init__(self, bare: Bare, path: Path) -> None:
        self.path = path
        self._bare = bare
        self._refs: dict[str, str] = {}
        self._objects: dict[str, Blob | Tree | Commit | Tag] = {}

    @classmethod
    def create(cls, path: Path, *, branch: str) -> Self:
        """A new empty repository whose HEAD points at the branch."""
        path.mkdir(parents=True)
        return cls(Bare.init_bare(path, default_branch=branch.encode()), path)

    def close(self) -> None:
        """Lets go of the files."""
        self._bare.close()

    # Refs

    def ref(self, name: str) -> str | None:
        """The sha a full ref name (`refs/heads/main`) points at."""
        return self._refs.get(name)

    def refs(self, prefix: str = "refs/") -> dict[str, str]:
        """All refs that start with the prefix, in order of name."""
        return {name: sha for name, sha in sorted(self._refs.items()) if name.startswith(prefix)}

    def set_ref(self, name: str, sha: str) -> None:
        """Points the ref at the object, without asking whether that is a fast-forward."""
        self._bare.refs[Ref(name.encode())] = ObjectID(sha.encode())
        self._refs[name] = sha

    def delete_ref(self, name: str) -> None:
        """Forgets the ref."""
        self._bare.refs.remove_if_equals(Ref(name.encode()), None)
        del self._refs[name]

    def set_head(self, branch: str) -> None:
        """Makes the branch the one that a clone checks out."""
        self._bare.refs.set_symbolic_ref(Ref(b"HEAD"), Ref(f"refs/heads/{branch}".encode()))

    def resolve(self, name: str) -> str | None:
        """The commit that a branch, a tag, a ref, a sha or the start of one names."""
        for full in (f"refs/heads/{name}", f"refs/tags/{name}", f"refs/{name}", name):
            if full in self._refs:
                return self._peeled(self._refs[full])
        if SHA.fullmatch(name):
            return name if self.kind(name) == "commit" else None
        if SHORT_SHA.fullmatch(name):
            found = {sha.decode() for sha in self._bare.object_store.iter_prefix(name.encode())}
            commits = [sha for sha in found if self.kind(sha) == "commit"]
            return commits[0] if len(commits) == 1 else None
        return None

    # Objects

    def kind(self, sha: str) -> str | None:
        """`blob`, `tree`, `commit` or `tag`; None when there is no such object."""
        found = self._get(sha)
        return None if found is None else found.type_name.decode()

    def blob(self, sha: str) -> bytes:
        """The bytes of a blob; KeyError when the object is something else."""
        found = self._get(sha)
        if not isinstance(found, Blob):
            raise KeyError(sha)
        return found.data

    def commit(self, sha: str) -> Commit:
        """A commit; KeyError when the object is something else."""
        found = self._get(sha)
        if not isinstance(found, Commit):
            raise KeyError(sha)
        return found

    def tag(self, sha: str) -> Tag:
        """An annotated tag; KeyError when the object is something else."""
        found = self._get(sha)
        if not isinstance(found, Tag):
            raise KeyError(sha)
        return found

    def tree_of(self, commit: str) -> str:
        """The tree of a commit."""
        return str(self.commit(commit).tree.decode())

    def entries(self, tree: str) -> list[Entry]:
        """What stands directly in a tree, in git's order; KeyError when the object is something else."""
        found = self._get(tree)
        if not isinstance(found, Tree):
            raise KeyError(tree)
        return [Entry(e.path.decode(), e.mode, e.sha.decode()) for e in found.items()]

    def walk(self, tree: str, *, under: str = "") -> Iterator[Entry]:
        """Everything in a tree, each folder before what is in it."""
        for entry in self.entries(tree):
            full = Entry(under + entry.path, entry.mode, entry.sha)
            yield full
            if entry.type == "tree":
                yield from self.walk(entry.sha, under=full.path + "/")

    def changed_names(
        self, old: str | None, new: str | None, *, under: str = ""
    ) -> Iterator[tuple[str, str]]:
        """The files that differ between two trees, each with `added`, `removed` or `modified`; renames are both."""
        before = {entry.path: entry for entry in self.entries(old)} if old else {}
        after = {entry.path: entry for entry in self.entries(new)} if new else {}
        for name in sorted(before.keys() | after.keys()):
            was, now, path = before.get(name), after.get(name), under + name
            if was == now:
                continue
            old_tree = was.sha if was and was.type == "tree" else None
            new_tree = now.sha if now and now.type == "tree" else None
            if old_tree or new_tree:
                yield from self.changed_names(old_tree, new_tree, under=path + "/")
            was_file, now_file = was is not None and not old_tree, now is not None and not new_tree
            if was_file or now_file:
                yield path, "modified" if was_file and now_file else "added" if now_file else "removed"

    def entry(self, tree: str, path: str) -> Entry | None:
        """What stands at the path; the empty path is the tree itself."""
        found = Entry("", TREE_MODE, tree)
        for step in (step for step in path.split("/") if step):
            if found.type != "tree":
                return None
            named = {entry.path: entry for entry in self.entries(found.sha)}
            if step not in named:
                return None
            found = named[step]
        return Entry(path.strip("/"), found.mode, found.sha)

    def write_blob(self, data: bytes) -> str:
        """The sha of the stored bytes."""
        return self._add(Blob.from_string(data))

    def write_tree(self, entries: Sequence[Entry]) -> str:
        """The sha of a tree of direct entries."""
        tree = Tree()
        for entry in entries:
            tree[entry.path.encode()] = TreeEntry(
                entry.path.encode(), entry.mode, ObjectID(entry.sha.encode())
            )[1:]
        return self._add(tree)

    def write_changes(self, base: str | None, changes: Mapping[str, Entry | None]) -> str:
        """The sha of the base tree with entries put at (or, for None, taken from) paths of any depth."""
        here = {entry.path: entry for entry in self.entries(base)} if base else {}
        below: dict[str, dict[str, Entry | None]] = {}
        for path, change in changes.items():
            name, _, rest = path.partition("/")
            if rest:
                below.setdefault(name, {})[rest] = change
            elif change is None:
                here.pop(name, None)
            else:
                here[name] = Entry(name, change.mode, change.sha)
        for name, inner in below.items():
            old = here.get(name)
            sha = self.write_changes(old.sha if old and old.type == "tree" else None, inner)
            if self.entries(sha):
                here[name] = Entry(name, TREE_MODE, sha)
            else:
                here.pop(name, None)
        return self.write_tree(list(here.values()))

    def write_files(self, base: str | None, files: Mapping[str, bytes | None]) -> str:
        """The sha of the base tree with files of these bytes put at (or, for None, taken from) their paths."""
        changes: dict[str, Entry | None] = {}
        for path, data in files.items():
            old = self.entry(base, path) if base else None
            mode = old.mode if old and old.type == "blob" else 0o100644
            changes[path] = None if data is None else Entry(path, mode, self.write_blob(data))
        return self.write_changes(base, changes)

    def write_commit(
        self, tree: str, *, parents: Sequence[str], message: str, author: Author, committer: Author
    ) -> str:
        """The sha of a new commit; no ref is moved."""
        commit = Commit()
        commit.tree = ObjectID(tree.encode())
        commit.parents = [ObjectID(parent.encode()) for parent in parents]
        commit.author, commit.committer = _signature(author), _signature(committer)
        commit.author_time, commit.commit_time = _seconds(author), _seconds(committer)
        commit.author_timezone, commit.commit_timezone = _zone(author), _zone(committer)
        commit.message = message.encode()
        return self._add(commit)

    def write_again(self, sha: str, *, tree: str, parent: str, committer: Author) -> str:
        """The sha of a copy of a commit with another tree, parent and committer, as a rebase makes it."""
        commit = Commit.from_string(self.commit(sha).as_raw_string())
        commit.tree, commit.parents = ObjectID(tree.encode()), [ObjectID(parent.encode())]
        commit.committer, commit.commit_time = _signature(committer), _seconds(committer)
        commit.commit_timezone = _zone(committer)
        return self._add(commit)

    def write_tag(self, name: str, *, sha: str, message: str, tagger: Author) -> str:
        """The sha of a new annotated tag; no ref is made."""
        tag = Tag()
        tag.name, tag.message, tag.tagger = name.encode(), message.encode(), _signature(tagger)
        tag.tag_time, tag.tag_timezone = _seconds(tagger), _zone(tagger)
        target = self._get(sha)
        if target is None:
            raise KeyError(sha)
        tag.object = (type(target), ObjectID(sha.encode()))
        return self._add(tag)

    def _peeled(self, sha: str) -> str | None:
        found = self._get(sha)
        while isinstance(found, Tag):
            found = self._get(found.object[1].decode())
        return found.id.decode() if isinstance(found, Commit) else None

    def _get(self, sha: str) -> Blob | Tree | Commit | Tag | None:
        found = self._objects.get(sha)
        if found is None and SHA.fullmatch(sha):
            try:
                stored = self._bare.object_store[ObjectID(sha.encode())]
            except KeyError:
                return None
            if isinstance(stored, Blob | Tree | Commit | Tag):
                found = self._objects[sha] = stored
        return found

    def _add(self, thing: Blob | Tree | Commit | Tag) -> str:
        sha = thing.id.decode()
        if self._get(sha) is None:
            self._bare.object_store.add_object(thing)
            self._objects[sha] = thing
        return sha


def is_ref_name(name: str) -> bool:
    """Whether git allows a full ref name; GitHub also wants `refs` and two slashes."""
    return name.startswith("refs/") and name.count("/") >= 2 and not BAD_REF.search(name)


def _signature(who: Author) -> bytes:
    clean = str.maketrans("", "", "<>\n")
    return f"{who.name.translate(clean)} <{who.email.translate(clean)}>".encode()


def _seconds(who: Author) -> int:
    return int(who.date.timestamp())


def _zone(who: Author) -> int:
    offset = who.date.utcoffset()
    return int(offset.total_seconds()) if offset else 0
