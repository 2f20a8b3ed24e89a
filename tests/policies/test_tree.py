"""A computed tree is the tree git itself makes, and a diff shows everything that changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policies.tree import (
    EXECUTABLE,
    FILE,
    Change,
    ResultTree,
    TreeEntry,
    blob_sha,
    changed_lines,
    diff,
    numbered_lines,
    result,
    tree_sha,
)
from policies.verdict import Block
from tests.policies.git_repository import GitRepository

LINK = 0o120000
SUBMODULE = 0o160000
HELLO = TreeEntry(FILE, blob_sha(b"hello\n"))
BASE = {
    "README.md": HELLO,
    "bin/run": TreeEntry(EXECUTABLE, blob_sha(b"#!/bin/sh\n")),
    "src/app.py": TreeEntry(FILE, blob_sha(b"x = 1\n")),
    "link": TreeEntry(LINK, blob_sha(b"README.md")),
    "vendored": TreeEntry(SUBMODULE, "1" * 40),
}

NAMES = st.text(alphabet=st.sampled_from("ab.-_0~ éß中🙂"), min_size=1, max_size=6).filter(
    lambda name: name not in (".", "..")
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
ENTRIES = st.builds(
    TreeEntry,
    st.sampled_from([FILE, EXECUTABLE, LINK, SUBMODULE]),
    st.binary(min_size=20, max_size=20).filter(any).map(bytes.hex),
)


@pytest.fixture(scope="module")
def git(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    return GitRepository(tmp_path_factory.mktemp("trees"))


def without_clashes(entries: dict[str, TreeEntry]) -> dict[str, TreeEntry]:
    return {
        path: entry
        for path, entry in entries.items()
        if not any(other.startswith(path + "/") for other in entries)
    }


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Change("README.md", None, b"new"), "`README.md` is on the base already."),
        (Change("README.md", b"other\n", b"new"), "`README.md` is not the same on the base."),
        (Change("gone.md", b"old", b"new"), "`gone.md` is not on the base."),
        (
            Change("gone.md", None, None),
            "`gone.md` is not on the base, so there is nothing to delete.",
        ),
        (Change("link", b"README.md", b"new"), "`link` is a symbolic link on the base."),
        (Change("link", b"README.md", None), "`link` is a symbolic link on the base."),
        (Change("vendored", None, b"new"), "`vendored` is a submodule on the base."),
        (Change("link/x", None, b"new"), "`link` would be a file and a folder at once."),
        (Change("vendored/x", None, b"new"), "`vendored` would be a file and a folder at once."),
        (Change("README.md/x", None, b"new"), "`README.md` would be a file and a folder at once."),
        (Change("README.md/a/b/c", None, b"new"), "`README.md` would be a file and a folder at once."),
        (Change("src", None, b"new"), "`src` would be a file and a folder at once."),
        (
            Change("new", None, b"README.md", LINK),
            "`new` would get the mode 120000; only plain and executable files are written.",
        ),
        (
            Change("new", None, b"x", SUBMODULE),
            "`new` would get the mode 160000; only plain and executable files are written.",
        ),
        (
            Change("new", None, b"x", 0o100600),
            "`new` would get the mode 100600; only plain and executable files are written.",
        ),
        (Change("bin/run", b"#!/bin/sh\n", b"x"), "`bin/run` has another mode on the base."),
        (
            Change("src/app.py", b"x = 1\n", b"x", FILE, EXECUTABLE),
            "`src/app.py` has another mode on the base.",
        ),
    ],
    ids=lambda value: value.path if isinstance(value, Change) else "",
)
def test_a_change_that_does_not_fit_the_base_is_blocked(change: Change, reason: str) -> None:
    outcome = result(BASE, (change,))
    assert isinstance(outcome, Block)
    assert outcome.reason == reason


def test_a_path_changed_twice_is_blocked() -> None:
    outcome = result(BASE, (Change("a", None, b"1"), Change("a", None, b"2")))
    assert isinstance(outcome, Block)
    assert outcome.reason == "`a` is changed twice."


def test_two_new_files_that_clash_with_each_other_are_blocked() -> None:
    outcome = result({}, (Change("a/b", None, b"1"), Change("a", None, b"2")))
    assert isinstance(outcome, Block)
    assert outcome.reason == "`a` would be a file and a folder at once."


def test_the_result_is_the_tree_git_makes(git: GitRepository) -> None:
    changes = (
        Change("README.md", b"hello\n", None),
        Change("src/app.py", b"x = 1\n", None),
        Change("src", None, b"a file where a folder was\n"),
        Change("docs/deep/er/guide.md", None, b"guide\n"),
        Change("bin/run", b"#!/bin/sh\n", b"#!/bin/sh\n", FILE, EXECUTABLE),
    )
    outcome = result(BASE, changes)
    assert isinstance(outcome, ResultTree)
    assert outcome.touched == ("README.md", "bin/run", "docs/deep/er/guide.md", "src", "src/app.py")
    assert dict(outcome.entries) == {
        "bin/run": TreeEntry(FILE, git.blob(b"#!/bin/sh\n")),
        "docs/deep/er/guide.md": TreeEntry(FILE, git.blob(b"guide\n")),
        "link": BASE["link"],
        "src": TreeEntry(FILE, git.blob(b"a file where a folder was\n")),
        "vendored": BASE["vendored"],
    }
    assert outcome.tree_sha == git.write_tree(outcome.entries)


def test_a_change_that_leaves_its_file_as_it_is_is_no_change() -> None:
    old = {"old": TreeEntry(0o100664, HELLO.sha), **BASE}
    outcome = result(old, (Change("old", b"hello\n", b"hello\n"),))
    assert isinstance(outcome, ResultTree)
    assert (outcome.touched, outcome.tree_sha) == ((), tree_sha(old))


def test_a_tree_without_files_is_gits_empty_tree() -> None:
    assert tree_sha({}) == "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def test_a_thousand_folders_deep_is_no_deeper_than_python_can_go() -> None:
    assert len(tree_sha({"/".join("a" * 2000): HELLO})) == 40


@given(st.dictionaries(PATHS, ENTRIES, max_size=12).map(without_clashes))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_tree_has_the_id_git_gives_it(git: GitRepository, entries: dict[str, TreeEntry]) -> None:
    assert tree_sha(entries) == git.write_tree(entries)


@given(
    st.dictionaries(PATHS, st.binary(max_size=40), max_size=8),
    st.dictionaries(PATHS, st.binary(max_size=40), max_size=8),
)
@settings(max_examples=200, deadline=None)
def test_what_is_touched_is_exactly_what_differs(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    base = without_clashes({path: TreeEntry(FILE, blob_sha(content)) for path, content in before.items()})
    changes = tuple(
        Change(path, before[path] if path in base else None, after.get(path))
        for path in sorted(base.keys() | after.keys())
    )
    outcome = result(base, changes)
    if isinstance(outcome, ResultTree):
        wanted = {path: TreeEntry(FILE, blob_sha(content)) for path, content in after.items()}
        assert dict(outcome.entries) == wanted
        assert outcome.touched == tuple(
            sorted(path for path in base.keys() | wanted.keys() if base.get(path) != wanted.get(path))
        )
    else:
        assert any(other.startswith(path + "/") for path in after for other in after)


TEXTS = st.text(alphabet=st.sampled_from("ab \n\n\té中"), max_size=60)


@given(
    st.dictionaries(st.sampled_from(["a", "b c", "d/e", "d/é"]), TEXTS, max_size=4),
    st.dictionaries(st.sampled_from(["a", "b c", "d/e", "d/é"]), TEXTS, max_size=4),
)
@settings(max_examples=40, deadline=None)
def test_the_diff_of_plain_text_is_one_git_can_apply(
    git: GitRepository, before: dict[str, str], after: dict[str, str]
) -> None:
    base = {path: TreeEntry(FILE, git.blob(text.encode())) for path, text in before.items()}
    changes = tuple(
        Change(
            path,
            before[path].encode() if path in before else None,
            after[path].encode() if path in after else None,
        )
        for path in sorted(before.keys() | after.keys())
    )
    outcome = result(base, changes)
    assert isinstance(outcome, ResultTree)
    git.write_tree(base)
    if outcome.touched:
        git.git("apply", "--cached", "--unidiff-zero", "-", stdin=diff(changes).encode())
    assert git.git("write-tree").decode().strip() == outcome.tree_sha


TRICKS = st.lists(
    st.sampled_from(
        ["diff --git a/x b/x\n", "--- a/x\n", "+++ b/y\n", "\n", "\r", "\u2028", "\x0b", "@@", "a"]
    ),
    max_size=8,
).map("".join)


@given(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), TRICKS),
    st.dictionaries(st.sampled_from(["a", "b", "c"]), TRICKS),
)
@settings(max_examples=1000, deadline=None)
def test_the_paths_a_diff_shows_are_those_that_change(before: dict[str, str], after: dict[str, str]) -> None:
    changes = tuple(
        Change(
            path,
            before[path].encode() if path in before else None,
            after[path].encode() if path in after else None,
        )
        for path in sorted(before.keys() | after.keys())
    )
    outcome = result(
        {path: TreeEntry(FILE, blob_sha(text.encode())) for path, text in before.items()}, changes
    )
    assert isinstance(outcome, ResultTree)
    headers = [line for line in diff(changes).splitlines() if line.startswith("diff --git ")]
    assert headers == [f"diff --git a/{path} b/{path}" for path in outcome.touched]


def test_a_diff_reads_like_gits() -> None:
    changes = (
        Change("bin/run", None, b"#!/bin/sh\n", EXECUTABLE),
        Change("gone.md", b"bye", None),
        Change("src/app.py", b"x = 1\ny = 2\n", b"x = 1\ny = 3\n"),
        Change("tool", b"same", b"same", EXECUTABLE, FILE),
        Change("untouched", b"same", b"same"),
    )
    assert diff(changes) == (
        "diff --git a/bin/run b/bin/run\n"
        "new file mode 100755\n"
        "index 0000000..1a24852\n"
        "--- /dev/null\n"
        "+++ b/bin/run\n"
        "@@ -0,0 +1 @@\n"
        "+#!/bin/sh\n"
        "diff --git a/gone.md b/gone.md\n"
        "deleted file mode 100644\n"
        "index 0abaeaa..0000000\n"
        "--- a/gone.md\n"
        "+++ /dev/null\n"
        "@@ -1 +0,0 @@\n"
        "-bye\n"
        "\\ No newline at end of file\n"
        "diff --git a/src/app.py b/src/app.py\n"
        "index 2c18545..af2cbd8 100644\n"
        "--- a/src/app.py\n"
        "+++ b/src/app.py\n"
        "@@ -1,2 +1,2 @@\n"
        " x = 1\n"
        "-y = 2\n"
        "+y = 3\n"
        "diff --git a/tool b/tool\n"
        "old mode 100644\n"
        "new mode 100755\n"
    )


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("a\u202eb\n", "+a[U+202E]b\n"),
        ("a\u200bb\n", "+a[U+200B]b\n"),
        ("a\U000e0041b\n", "+a[U+E0041]b\n"),
        ("a\ufe0fb\n", "+a[U+FE0F]b\n"),
        ("a\x1b[31mb\n", "+a[U+001B][31mb\n"),
        ("a\r\n", "+a[U+000D]\n"),
        ("a\u2028b\n", "+a[U+2028]b\n"),
        ("a\x0cb\n", "+a[U+000C]b\n"),
        ("a\xa0b\n", "+a[U+00A0]b\n"),
        ("\ufeffa\n", "+[U+FEFF]a\n"),
        ("héllo 中文\tok\n", "+héllo 中文\tok\n"),
    ],
    ids=ascii,
)
def test_a_diff_shows_hidden_characters(content: str, shown: str) -> None:
    assert diff((Change("a", None, content.encode()),)).splitlines(keepends=True)[-1] == shown


@pytest.mark.parametrize("content", [b"\x00", b"\xff\xfe"], ids=["nul", "not UTF-8"])
def test_a_diff_says_when_a_file_is_not_text(content: bytes) -> None:
    assert diff((Change("a", None, content),)).endswith("Binary files /dev/null and b/a differ\n")
    assert changed_lines(Change("a", content, b"x\n")) == ((), ())


def test_changed_lines_are_those_the_diff_marks() -> None:
    change = Change("a", b"one\ntwo\nthree", b"one\n2\nthree\n")
    assert changed_lines(change) == (("two", "three"), ("2", "three"))
    assert numbered_lines(change) == (((2, "two"), (3, "three")), ((2, "2"), (3, "three")))


def test_git_repository_lists_what_it_wrote(git: GitRepository) -> None:
    entries = {"a/b": TreeEntry(FILE, git.blob(b"1")), "c\udcff": TreeEntry(EXECUTABLE, git.blob(b"2"))}
    tree = git.write_tree(entries)
    assert git.listing(tree) == entries
    assert tree_sha(entries) == tree
