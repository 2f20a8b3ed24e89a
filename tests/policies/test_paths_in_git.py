"""Git itself, with its guards for Windows and macOS on, accepts every path that is allowed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.paths import judge_path
from tests.policies.git_repository import GitRepository

NASTY = st.lists(
    st.sampled_from(
        [
            ".git",
            "git",
            "GIT",
            "~1",
            "~2",
            "..",
            ".",
            "/",
            "/",
            "\\",
            ":",
            " ",
            "\u200c",
            "\ufeff",
            "．",
            "／",
            "‥",
            "a",
            "B",
            "é",
            "é",
            "中",
            "con",
            "nul",
            ".gitmodules",
            "GITMOD",
            "::$DATA",
            "C:",
            "-",
            "\t",
            "\n",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@pytest.fixture(scope="module")
def git(tmp_path_factory: pytest.TempPathFactory) -> GitRepository:
    return GitRepository(tmp_path_factory.mktemp("paths"))


@given(st.lists(NASTY, min_size=50, max_size=200))
@settings(max_examples=100, deadline=None)
def test_git_itself_accepts_whatever_is_allowed(git: GitRepository, paths: list[str]) -> None:
    allowed = [path for path in paths if judge_path(path) is None]
    # Each in a folder of its own, because as files and folders of one tree they would clash.
    lines = [f"100644 {'1' * 40}\t{number}/{path}" for number, path in enumerate(allowed)]
    git.git("read-tree", "--empty")
    guarded = ("-c", "core.protectNTFS=true", "-c", "core.protectHFS=true")
    git.git(*guarded, "update-index", "-z", "--index-info", stdin="\0".join([*lines, ""]).encode())
    kept = git.git("ls-files", "-z").decode().split("\0")[:-1]
    assert sorted(kept) == sorted(f"{number}/{path}" for number, path in enumerate(allowed))


@pytest.mark.parametrize("path", [".git/x", "a/../x", ".GIT/x", "git~1/x", ".g\u200cit/x"], ids=ascii)
def test_git_refuses_what_it_must_so_that_it_is_a_judge(git: GitRepository, path: str) -> None:
    git.git("read-tree", "--empty")
    guarded = ("-c", "core.protectNTFS=true", "-c", "core.protectHFS=true")
    line = f"100644 {'1' * 40}\t{path}\0".encode()
    try:
        git.git(*guarded, "update-index", "-z", "--index-info", stdin=line)
    except RuntimeError:
        return
    assert git.git("ls-files") == b""
