"""Text and tests: what a patchset's contents hide, and what they switch off."""

import pytest

from policies.gates import tests_weakened, text
from policies.tree import Change
from policies.verdict import Block, Pass, Warn
from tests.policies.gates.patchsets import before_gates, delete, edit, new


@pytest.mark.parametrize(
    "change",
    [
        new("a.png", b"\x89PNG\r\n\x1a\n\x00"),
        new("a.txt", b"caf\xe9"),
        new("a.txt", "a".encode("utf-16")),
        new("a.txt", "text\0"),
        edit("a.txt", "a", b"\xff"),
        new("a.py", "if x:  # \u202e } \u2066 admin\n"),
        new("a.py", "x = 'a\u2067b'\n"),
        new("a.md", "\u200fa\n"),
        new("a.md", "\u061ca\n"),
        edit("a.py", "x\n", "x\n\u202dy\n"),
        edit("a.bin", b"\0\xff", "\u202e"),
    ],
    ids=lambda change: ascii(change.after)[:40],
)
def test_what_is_not_text_or_reads_otherwise_than_it_runs_is_blocked(change: Change) -> None:
    assert isinstance(text.judge(before_gates(new("ok.py"), change)), Block)


@pytest.mark.parametrize(
    ("change", "evidence"),
    [
        (new("a.py", "x\u200b = 1\n"), "a.py: holds U+200B"),
        (new("a.py", "x = 'a\u00a0b'\n"), "a.py: holds U+00A0"),
        (new("a.py", "x = '\U000e0041'\n"), "a.py: holds U+E0041"),
        (new("a.py", "x = '\x1b[0m'\n"), "a.py: holds U+001B"),
        (new("a.py", "\ufeffx = 1\n"), "a.py: starts with a byte order mark"),
        (new("a.py", "x = 1\r\ny = 2\n"), "a.py: mixes line ends"),
        (new("a.py", "x = 1\ry = 2\n"), "a.py: mixes line ends"),
        (edit("a.py", "x\n", "x\r\ny\n"), "a.py: mixes line ends"),
        (new("a.py", "p\u0430ypal = 1\n"), "a.py: `p\u0430ypal` mixes letters that look alike"),
    ],
    ids=lambda value: ascii(value)[-40:],
)
def test_what_a_reader_cannot_see_is_shown(change: Change, evidence: str) -> None:
    verdict = text.judge(before_gates(change))
    assert isinstance(verdict, Warn)
    assert evidence in verdict.evidence


@pytest.mark.parametrize(
    "change",
    [
        new("a.py", ""),
        new("a.py", "x = 1\n"),
        new("a.py", "no line feed at the end"),
        new("a.bat", "echo 1\r\necho 2\r\n"),
        new("a.md", "# 中文，标题\n\n全角\u3000空白\n"),
        new("a.md", "Привет, καλημέρα, Straße\n"),
        new("Makefile", "all:\n\techo\n"),
        edit("a.py", "\u202e old\nx = 1\n", "\u202e old\nx = 2\n"),
        edit("a.py", "a\u200b\nx = 1\n", "a\u200b\nx = 2\n"),
        edit("a.py", "a\r\nb\nc\n", "a\r\nb\nd\n"),
        delete("a.png", b"\x89PNG\0"),
        edit("a.png", b"\x89PNG\0", "text now\n"),
    ],
    ids=lambda change: ascii(change.after)[:40],
)
def test_plain_text_passes_and_what_was_there_before_does_not_count(change: Change) -> None:
    assert isinstance(text.judge(before_gates(change)), Pass)


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
    assert verdict.evidence == (f"src/a.py: {line.strip()}",)


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
