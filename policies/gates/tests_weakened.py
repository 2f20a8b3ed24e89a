"""A patchset does not pass its checks by making them weaker."""

import re

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.tree import Change, changed_lines
from policies.verdict import Block, Pass, Verdict, Warn

RULE = "tests-weakened"

TESTS = (
    "test",
    "tests",
    "__tests__",
    "spec",
    "specs",
    "test_*.*",
    "*_test.*",
    "*.test.*",
    "*_spec.*",
    "*.spec.*",
    "*Test.*",
    "*Tests.*",
    "conftest.py",
)

# What switches a test off, or a checker for a line or a file.
_MARKERS = re.compile(
    r"""
      pytest\.mark\.(?:skip|skipif|xfail)\b | pytest\.(?:skip|xfail)\( | unittest\.skip | \.skipTest\(
    | \b(?:it|test|describe|context|suite)\.(?:skip|only|todo|failing)\b | \b(?:xit|xtest|xdescribe|fit|fdescribe)\(
    | \bt\.Skip(?:Now|f)?\( | \#\[ignore | @(?:Ignore|Disabled)\b
    | \#\s*noqa\b | \#\s*type:\s*ignore | \#\s*pyright:\s*ignore | \#\s*nosec\b | \#\s*pragma:\s*no\s*cover
    | eslint-disable | @ts-(?:ignore|nocheck|expect-error) | istanbul\s+ignore | c8\s+ignore | biome-ignore
    | //\s*nolint | @SuppressWarnings | \#\[allow\( | rubocop:disable | phpcs:ignore | shellcheck\s+disable
    | --no-verify\b | continue-on-error:\s*true
    """,
    re.VERBOSE,
)
_ASSERTION = re.compile(r"\bassert|\bexpect\(|\.should\b|\brequire\.\w+\(t\b|\bt\.(?:Error|Fatal)")


def judge(gate_input: GateInput) -> Verdict:
    """Blocks the deletion of test files; warns of tests with fewer assertions and of markers that switch checks off."""
    changes = gate_input.patchset.changes
    # A file that was moved is not gone.
    added = {change.after for change in changes if change.before is None and _is_test(change)}
    gone = tuple(
        f"{change.path}: deleted"
        for change in changes
        if change.after is None and _is_test(change) and change.before not in added
    )
    if gone:
        return Block(
            rule=RULE,
            reason="Tests are deleted.",
            remedy="Keep them, or delete them in a pull request of your own.",
            evidence=gone,
        )
    doubts = tuple(doubt for change in changes if change.after is not None for doubt in _doubts(change))
    if doubts:
        return Warn(
            rule=RULE,
            reason="Checks may become weaker.",
            remedy="Look at the marked places in the diff before you approve.",
            evidence=doubts,
        )
    return Pass(RULE, ("no test deleted, no check switched off",))


def _is_test(change: Change) -> bool:
    return first_match(TESTS, change.path) is not None


def _doubts(change: Change) -> tuple[str, ...]:
    removed, added = changed_lines(change)
    kept = [line.strip() for line in removed]
    doubts = [
        f"{change.path}: {line.strip()[:120]}"
        for line in added
        if _MARKERS.search(line) and line.strip() not in kept
    ]
    if change.before is not None and _is_test(change):
        fewer = _assertions(removed) - _assertions(added)
        if fewer > 0:
            doubts.append(f"{change.path}: {fewer} fewer lines that assert")
    return tuple(doubts)


def _assertions(lines: tuple[str, ...]) -> int:
    return sum(_ASSERTION.search(line) is not None for line in lines)
