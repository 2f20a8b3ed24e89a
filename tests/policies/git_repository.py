"""The real git, asked what tree it makes of some files."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from policies.tree import TreeEntry

_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "Mona",
    "GIT_AUTHOR_EMAIL": "mona@example.com",
    "GIT_COMMITTER_NAME": "Mona",
    "GIT_COMMITTER_EMAIL": "mona@example.com",
}


class GitRepository:
    """A repository in a folder of its own, driven with the git program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.git("config", "core.protectNTFS", "false")
        self.git("config", "core.autocrlf", "false")

    def git(self, *words: str, stdin: bytes = b"") -> bytes:
        """Standard output of one git command; a failing one raises with what it said."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), **_ENVIRONMENT},
            input=stdin,
            capture_output=True,
            check=False,
            timeout=30,
        )
        if done.returncode:
            raise RuntimeError(f"git {' '.join(words)}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def blob(self, content: bytes) -> str:
        """Stores a blob and says its id."""
        return self.git("hash-object", "-w", "--stdin", "--no-filters", stdin=content).decode().strip()

    def write_tree(self, entries: Mapping[str, TreeEntry]) -> str:
        """The id of the tree git writes for these entries."""
        self.git("read-tree", "--empty")
        lines = b"".join(
            b"%06o %s\t%s\0" % (entry.mode, entry.sha.encode(), path.encode("utf-8", "surrogateescape"))
            for path, entry in entries.items()
        )
        self.git("update-index", "-z", "--index-info", stdin=lines)
        return self.git("write-tree", "--missing-ok").decode().strip()

    def listing(self, tree: str) -> dict[str, TreeEntry]:
        """What `git ls-tree -r` lists."""
        entries: dict[str, TreeEntry] = {}
        for line in self.git("ls-tree", "-r", "-z", tree).split(b"\0")[:-1]:
            words, _, path = line.partition(b"\t")
            mode, _, sha = words.split(b" ")
            entries[path.decode("utf-8", "surrogateescape")] = TreeEntry(int(mode, 8), sha.decode())
        return entries
