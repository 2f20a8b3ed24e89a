"""A patchset does not pass its checks by making them weaker."""

from policies.gates.input import GateInput
from policies.globs import first_match
from policies.tree import Change
from policies.verdict import Block, Pass, Verdict, Warn
from policies.weakening import doubts

RULE = "tests-weakened"

_FOLDERS = ("test", "tests", "__tests__", "spec", "specs", "e2e")
# What test runners collect by its name.
_NAMES = (
    "test_*.*",
    "*_test.*",
    "*.test.*",
    "*_spec.*",
    "*.spec.*",
    "*Test.*",
    "*Tests.*",
    "conftest.py",
)
TESTS = (*_FOLDERS, *_NAMES)


def judge(gate_input: GateInput) -> Verdict:
    """Blocks the deletion of test files; warns of whatever `policies.weakening` sees in the files that stay."""
    changes = gate_input.patchset.changes
    gone = tuple(f"{change.path}: {how}" for change in changes if (how := _gone(change, changes)) is not None)
    if gone:
        return Block(
            rule=RULE,
            reason="Tests are deleted.",
            remedy="Keep them, or delete them in a pull request of your own.",
            evidence=gone,
        )
    found = tuple(
        f"{change.path}{f':{doubt.line}' if doubt.line else ''}: {doubt.words}"
        for change in changes
        for doubt in doubts(change, is_test=_is_test(change))
    )
    if found:
        return Warn(
            rule=RULE,
            reason="Checks may become weaker.",
            remedy="Look at the marked places in the diff before you approve.",
            evidence=found,
        )
    return Pass(RULE, ("no test deleted, no check switched off",))


def _is_test(change: Change) -> bool:
    return first_match(TESTS, change.path) is not None


def _gone(change: Change, changes: tuple[Change, ...]) -> str | None:
    """How a test file is gone; one that was moved to where a test runner finds it as before is not."""
    if change.after is not None or not _is_test(change):
        return None
    moved = [
        other
        for other in changes
        if other.before is None and other.after == change.before and _is_test(other)
    ]
    if not moved:
        return "deleted"
    if first_match(_NAMES, change.path) and not any(first_match(_NAMES, other.path) for other in moved):
        return f"moved to {moved[0].path}, where no test runner looks"
    return None
