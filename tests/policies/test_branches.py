"""Branches are named by us alone, and their names say whose run they are of."""

import pytest

from policies.branches import branch, read_branch


@pytest.mark.parametrize(
    ("issue", "subject", "version", "name"),
    [
        (12, "plan", 1, "signalbox/run-12-plan-v1"),
        (12, "U-03", 2, "signalbox/run-12-u-03-v2"),
        (9999999999, "U-1234", 9999, "signalbox/run-9999999999-u-1234-v9999"),
    ],
)
def test_a_branch_is_named_by_us_alone(issue: int, subject: str, version: int, name: str) -> None:
    assert branch(issue, subject, version) == name
    assert read_branch(name) == issue


@pytest.mark.parametrize(
    ("issue", "subject", "version"),
    [
        (0, "plan", 1),
        (-1, "plan", 1),
        (12, "plan", 0),
        (12, "plan", 10_000),
        (12, "", 1),
        (12, "main", 1),
        (12, "U-1", 1),
        (12, "U-03/../../main", 1),
        (12, "U-03.lock", 1),
        (12, "U-03\n", 1),
        (12, "U-03@{0}", 1),
        (12, "U-٠٣", 1),
        (10_000_000_000, "plan", 1),
    ],
)
def test_nothing_else_can_be_a_branch(issue: int, subject: str, version: int) -> None:
    with pytest.raises(ValueError, match="not a subject or version of ours"):
        branch(issue, subject, version)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "main",
        "signalbox/run-12",
        "signalbox/run-12-plan",
        "signalbox/run-0-plan-v1",
        "signalbox/run-12-plan-v0",
        "signalbox/run-12-plan-v1 ",
        "signalbox/run-12-plan-v1\n",
        "x-signalbox/run-12-plan-v1",
        "signalbox/run-12-plan-v1/more",
        "Signalbox/run-12-plan-v1",
        "signalbox/run-12-U-03-v1",
        "refs/heads/signalbox/run-12-plan-v1",
    ],
)
def test_a_branch_that_is_not_ours_belongs_to_no_run(name: str) -> None:
    assert read_branch(name) is None
