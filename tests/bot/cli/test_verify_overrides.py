"""What a rule blocked is approved only when a person let that very rule pass, and a stranger reads who and why."""

from pathlib import Path

import pytest

from tests.bot.cli.exported import ENTRIES, PATCHES, Entry, check, export

JUDGED: Entry = (
    "gates_judged",
    {
        "unit": "U-01",
        "number": "PS-1",
        "digest": PATCHES,
        "gates": [{"rule": "paths", "result": "pass"}, {"rule": "ci-files", "result": "block"}],
    },
)


def overridden(rule: str, digest: str = PATCHES) -> Entry:
    by = {"id": 8, "login": "ada"}
    return (
        "overridden",
        {"digest": digest, "rule": rule, "target": "PS-1", "by": by, "why": "this unit is about CI"},
    )


@pytest.mark.parametrize(
    ("between", "line"),
    [
        ((JUDGED,), "entry 10 approves what the rule ci-files blocks"),
        ((JUDGED, overridden("size")), "entry 11 approves what the rule ci-files blocks"),
        ((JUDGED, overridden("ci-files", "9" * 64)), "entry 10 lets a rule pass for what was never proposed"),
    ],
    ids=["nobody let it pass", "another rule", "another patchset"],
)
def test_an_approval_of_what_a_rule_blocks_is_told(
    tmp_path: Path, between: tuple[Entry, ...], line: str
) -> None:
    done = check(export(tmp_path, (*ENTRIES[:9], *between, *ENTRIES[9:])))
    assert done.exit_code == 1
    assert done.stderr == f"Error: {line}\n"


def test_a_rule_that_a_person_let_pass_is_told_with_the_reason(tmp_path: Path) -> None:
    done = check(export(tmp_path, (*ENTRIES[:9], JUDGED, overridden("ci-files"), *ENTRIES[9:])))
    assert done.exit_code == 0
    (line,) = (line for line in done.output.splitlines() if "overridden" in line)
    assert line.endswith(
        f"overridden  ci-files PS-1  @ada  digest={PATCHES[:12]}  because: this unit is about CI"
    )
