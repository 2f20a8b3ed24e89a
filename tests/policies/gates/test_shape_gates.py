"""Paths, modes, size and scope: where a patchset reaches, and how far."""

from dataclasses import replace

import pytest

from policies.gates import modes, paths, scope, size
from policies.tree import EXECUTABLE, FILE, Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new, policy


@pytest.mark.parametrize("path", ["../x", ".git/config", "a\u202eb", "a\\b", "con", "/x"], ids=ascii)
def test_a_path_of_a_wrong_shape_is_blocked(path: str) -> None:
    assert isinstance(paths.judge(before_gates(new(path))), Block)


def test_twins_within_a_patchset_are_blocked() -> None:
    verdict = paths.judge(before_gates(new("src/App.py"), new("src/app.py")))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("src/App.py = src/app.py",)


def test_changing_the_case_of_a_name_is_not_a_twin() -> None:
    assert isinstance(paths.judge(before_gates(delete("App.py"), new("app.py"))), Pass)


@pytest.mark.parametrize("mode", [0o120000, 0o160000, 0o040000, 0o100600, 0o100664, 0o107777], ids=oct)
def test_a_mode_that_is_not_a_files_is_blocked(mode: int) -> None:
    verdict = modes.judge(before_gates(Change("a", None, b"x", mode)))
    assert isinstance(verdict, Block)
    assert verdict.evidence == (f"a: mode {mode:06o}",)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change("a", None, b"x", EXECUTABLE), Warn),
        (Change("a", b"x", b"x", EXECUTABLE, FILE), Warn),
        (Change("a", b"x", b"y", EXECUTABLE, EXECUTABLE), Pass),
        (Change("a", b"x", b"y", FILE, EXECUTABLE), Pass),
        (Change("a", b"x", None, FILE, EXECUTABLE), Pass),
        (Change("a", None, b"x"), Pass),
    ],
    ids=["new", "becomes", "stays", "stops", "goes", "plain"],
)
def test_a_file_that_becomes_executable_is_shown(change: Change, expected: type) -> None:
    assert type(modes.judge(before_gates(change))) is expected


@pytest.mark.parametrize(
    ("changes", "evidence"),
    [
        (
            tuple(new(f"f{number}", "") for number in range(21)),
            ("21 of at most 20 files",),
        ),
        ((new("a", "x\n" * 401),), ("401 of at most 400 lines added and removed",)),
        ((delete("a", "x\n" * 401),), ("401 of at most 400 lines added and removed",)),
        ((edit("a", "x\n" * 201, "y\n" * 200),), ("401 of at most 400 lines added and removed",)),
        ((new("a", "x" * (200 * 1024 + 1)),), ("201 of at most 200 KiB of new contents",)),
        (
            (edit("a", "x" * 200 * 1024 + "1", "x" * 200 * 1024 + "2"),),
            ("201 of at most 200 KiB of new contents",),
        ),
    ],
    ids=["files", "added", "removed", "both", "bytes", "bytes of an edit"],
)
def test_one_over_a_bound_is_blocked(changes: tuple[Change, ...], evidence: tuple[str, ...]) -> None:
    verdict = size.judge(before_gates(*changes))
    assert isinstance(verdict, Block)
    assert verdict.evidence == evidence


@pytest.mark.parametrize(
    "changes",
    [
        tuple(new(f"f{number}", "") for number in range(20)),
        (new("a", "x\n" * 400),),
        (edit("a", "x\n" * 200, "y\n" * 200),),
        (new("a", "x" * 200 * 1024),),
    ],
    ids=["files", "added", "both", "bytes"],
)
def test_exactly_on_a_bound_passes(changes: tuple[Change, ...]) -> None:
    assert isinstance(size.judge(before_gates(*changes)), Pass)


def test_the_bounds_are_the_repositorys() -> None:
    bounds = policy({"size": {"files": 1, "lines": 2, "kib": 1}})
    assert isinstance(size.judge(before_gates(new("a", "1\n2\n"), policy=bounds)), Pass)
    assert isinstance(size.judge(before_gates(new("a", "1\n2\n3\n"), policy=bounds)), Block)


@pytest.mark.parametrize(
    ("unit_files", "path", "inside"),
    [
        ((), "a", False),
        (("",), "a", False),
        (("/",), "a", False),
        (("src/a.py",), "src/b.py", False),
        (("src/a.py",), "src/A.py", False),
        (("src/a.py",), "x/src/a.py", False),
        (("a.py",), "src/a.py", False),
        (("src/*",), "src2/a.py", False),
        (("src/*.py",), "src/deep/a.py", False),
        (("src/a",), "src/ab", False),
        (("(a+)+$",), "a" * 100, False),
        (("*" * 401,), "a", False),
        (("[a-z].py",), "a.py", False),
        (("src/a.py",), "src/a.py", True),
        (("src",), "src/deep/a.py", True),
        (("src/",), "src/deep/a.py", True),
        (("src/**",), "src/deep/a.py", True),
        (("src/**/*.py",), "src/a.py", True),
        (("**/test_*.py",), "a/b/test_x.py", True),
        (("docs/**", "src/a.py"), "src/a.py", True),
        (("app/[id]/page.tsx",), "app/[id]/page.tsx", True),
        (("*" * 400,), "a", True),
        (("docs/**",), "docs/中文.md", True),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_only_what_the_unit_names_is_inside(unit_files: tuple[str, ...], path: str, inside: bool) -> None:  # noqa: FBT001 -- a table's column
    verdict = scope.judge(before_gates(new(path), unit_files=unit_files))
    assert isinstance(verdict, Pass) == inside


def test_what_its_proposer_had_not_declared_is_blocked_though_the_unit_names_it() -> None:
    both = (new("src/a.py"), new("src/b.py"))
    given = before_gates(*both, unit_files=("src/**",))
    declared = replace(given, patchset=replace(given.patchset, declared=("src/a.py",)))
    verdict = scope.judge(declared)
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("src/b.py: not declared by its proposer",)
    whole = replace(given, patchset=replace(given.patchset, declared=("src/a.py", "src/b.py")))
    assert isinstance(scope.judge(whole), Pass)


def test_one_file_outside_blocks_the_whole_patchset() -> None:
    verdict = scope.judge(before_gates(new("src/a.py"), delete("b.py"), unit_files=("src/**",)))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("b.py: not named by the unit",)
