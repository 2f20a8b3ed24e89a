"""Whether the base moved under a path: what a change touches, and the folders on the way to it."""

import pytest

from policies.moving import moved_under
from policies.tree import EXECUTABLE, FILE, TreeEntry

A, B = TreeEntry(FILE, "a" * 40), TreeEntry(FILE, "b" * 40)
BASE = {"src/app.py": A, "README.md": A, "docs/old.md": A}

CASES: dict[str, tuple[str, dict[str, TreeEntry], bool]] = {
    "nothing moved": ("src/app.py", BASE, False),
    "another file changed": ("src/app.py", {**BASE, "README.md": B}, False),
    "another file beside it": ("src/app.py", {**BASE, "src/more.py": B}, False),
    "another file gone": ("src/app.py", {"src/app.py": A}, False),
    "a new file, nothing there": ("src/new.py", BASE, False),
    "a new file in a new folder, nothing there": ("lib/x/new.py", BASE, False),
    "its content changed": ("src/app.py", {**BASE, "src/app.py": B}, True),
    "its mode changed": ("src/app.py", {**BASE, "src/app.py": TreeEntry(EXECUTABLE, "a" * 40)}, True),
    "it is a link now": ("src/app.py", {**BASE, "src/app.py": TreeEntry(0o120000, "a" * 40)}, True),
    "it is gone": ("src/app.py", {"README.md": A}, True),
    "a new file is there by now": ("src/new.py", {**BASE, "src/new.py": A}, True),
    "a new file is there by now, as it was proposed": ("src/new.py", {**BASE, "src/new.py": B}, True),
    "its folder is a file now": ("src/new.py", {"src": A, "README.md": A}, True),
    "a folder above it is a file now": ("lib/x/new.py", {**BASE, "lib": B}, True),
    "its folder is a link now": ("src/new.py", {"src": TreeEntry(0o120000, "c" * 40)}, True),
    "its folder is a submodule now": ("src/new.py", {"src": TreeEntry(0o160000, "c" * 40)}, True),
    "a folder stands where it would go": ("notes", {**BASE, "notes/a.md": A}, True),
    "it became a folder": ("README.md", {"README.md/a": A, "src/app.py": A}, True),
}


@pytest.mark.parametrize("name", CASES)
def test_a_path_moved_when_what_is_there_is_not_what_was(name: str) -> None:
    path, now, moved = CASES[name]
    assert moved_under([path], before=BASE, now=now) == ((path,) if moved else ())


def test_only_the_paths_that_moved_are_named() -> None:
    now = {**BASE, "src/app.py": B}
    assert moved_under(["README.md", "src/app.py", "docs/old.md"], before=BASE, now=now) == ("src/app.py",)
