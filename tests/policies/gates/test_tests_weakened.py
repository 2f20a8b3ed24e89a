"""Weaker tests and checks: what is always seen, and how much of two corpora of diffs is."""

import pytest

from policies.gates import tests_weakened
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.cheating import CHEATING, UNSEEN, Case
from tests.policies.gates.honest import FALSE_ALARMS, HONEST
from tests.policies.gates.patchsets import before_gates, delete, edit, new, raw


@pytest.mark.parametrize(
    "change",
    [
        delete("tests/test_order.py"),
        delete("test/order.py"),
        delete("src/order.test.ts"),
        delete("src/__tests__/order.js"),
        delete("order_test.go"),
        delete("spec/order_spec.rb"),
        delete("src/OrderTest.java"),
        delete("conftest.py"),
    ],
    ids=lambda change: change.path,
)
def test_deleting_a_test_is_blocked(change: Change) -> None:
    verdict = tests_weakened.judge(before_gates(new("src/a.py"), change))
    assert isinstance(verdict, Block)
    assert verdict.evidence == (f"{change.path}: deleted",)


def test_deleting_a_test_and_adding_another_is_still_blocked() -> None:
    changes = (delete("tests/test_a.py", "assert a\n"), new("tests/test_b.py", "assert b\n"))
    assert isinstance(tests_weakened.judge(before_gates(*changes)), Block)


def test_moving_a_test_to_a_name_no_runner_collects_is_blocked() -> None:
    changes = (delete("tests/test_a.py", "assert a\n"), new("tests/a_check.py", "assert a\n"))
    verdict = tests_weakened.judge(before_gates(*changes))
    assert isinstance(verdict, Block)
    assert verdict.evidence == ("tests/test_a.py: moved to tests/a_check.py, where no test runner looks",)


def test_moving_a_test_out_of_the_tests_is_blocked() -> None:
    changes = (delete("tests/test_a.py", "assert a\n"), new("attic/a.txt", "assert a\n"))
    assert isinstance(tests_weakened.judge(before_gates(*changes)), Block)


@pytest.mark.parametrize(
    "line",
    [
        "@pytest.mark.skip",
        "@pytest.mark.skipif(True)",
        "@pytest.mark.xfail(strict=False)",
        "    pytest.skip('later')",
        "@unittest.skip('later')",
        "        self.skipTest('later')",
        "it.skip('adds', () => {})",
        "test.only('adds', () => {})",
        "describe.skip('order', () => {})",
        "xit('adds', () => {})",
        "\tt.Skip()",
        "#[ignore]",
        "@Disabled",
        "import os  # noqa",
        "x = y()  # type: ignore[no-any-return]",
        "run(cmd)  # nosec",
        "except ValueError:  # pragma: no cover",
        "// eslint-disable-next-line",
        "// @ts-ignore",
        "//nolint:errcheck",
        "#[allow(dead_code)]",
        "git commit --no-verify",
        "continue-on-error: true",
    ],
)
def test_a_marker_that_switches_a_check_off_is_shown(line: str) -> None:
    verdict = tests_weakened.judge(before_gates(edit("src/a.py", "x\n", f"x\n{line}\n")))
    assert isinstance(verdict, Warn)
    assert verdict.evidence == (f"src/a.py:2: {line.strip()}",)


def test_fewer_assertions_in_a_test_are_shown() -> None:
    change = edit("tests/test_a.py", "assert a\nassert b\n", "assert a\nprint(b)\n")
    verdict = tests_weakened.judge(before_gates(change))
    assert isinstance(verdict, Warn)
    assert verdict.evidence == ("tests/test_a.py: 1 fewer lines that assert",)


@pytest.mark.parametrize(
    "changes",
    [
        (new("tests/test_a.py", "assert a\n"),),
        (edit("tests/test_a.py", "assert a\n", "assert a\nassert b\n"),),
        (edit("tests/test_a.py", "assert a == 1\n", "assert a == 2\n"),),
        (delete("src/a.py", "assert x\n"),),
        (delete("tests/test_a.py", "assert a\n"), new("tests/deep/test_a.py", "assert a\n")),
        (edit("src/a.py", "import os  # noqa\n", "  import os  # noqa\n"),),
        (edit("src/a.py", "import os  # noqa\n", "import os\n"),),
        (new("src/contest.py", "latest = skip(1)\n"),),
        (new("docs/testing.md", "Skip this step.\n"),),
    ],
    ids=["new test", "more", "other", "not a test", "moved", "kept marker", "marker gone", "names", "prose"],
)
def test_tests_that_stay_as_strong_pass(changes: tuple[Change, ...]) -> None:
    assert isinstance(tests_weakened.judge(before_gates(*changes)), Pass)


def said(case: Case) -> type:
    _, path, before, after = case
    return type(tests_weakened.judge(before_gates(Change(path, raw(before), raw(after)))))


@pytest.mark.parametrize("case", CHEATING, ids=lambda case: case[0])
def test_a_change_that_cheats_is_seen(case: Case) -> None:
    assert said(case) is not Pass


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case[0])
def test_an_honest_change_passes(case: Case) -> None:
    assert said(case) is Pass


@pytest.mark.parametrize("case", UNSEEN, ids=lambda case: case[0])
def test_what_needs_an_understanding_of_the_program_is_not_seen(case: Case) -> None:
    assert said(case) is Pass


@pytest.mark.parametrize("case", FALSE_ALARMS, ids=lambda case: case[0])
def test_some_honest_changes_are_shown_and_not_blocked(case: Case) -> None:
    assert said(case) is Warn


def test_both_corpora_are_long_enough_to_mean_something() -> None:
    """The figures of docs/gates.md: what is seen of all that cheats, and what passes of all that is honest."""
    assert (len(CHEATING), len(UNSEEN), len(HONEST), len(FALSE_ALARMS)) == (76, 5, 51, 4)
    every = (*CHEATING, *UNSEEN, *HONEST, *FALSE_ALARMS)
    assert len({case[0] for case in every}) == len({case[1:] for case in every}) == len(every)
