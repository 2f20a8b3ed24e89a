"""All gates are asked, in order, and their findings weigh what the repository's policy says."""

import typing
from types import ModuleType

import pytest

from config.repo_policy import GateName
from policies import gates
from policies.gates import FIXED, GATES, judge_all
from policies.verdict import Block, Pass, Verdict, Warn, worst
from tests.policies.gates.patchsets import before_gates, delete, new, policy


def said(rule: str, verdicts: tuple[Verdict, ...]) -> Verdict:
    return next(verdict for verdict in verdicts if verdict.rule == rule)


def test_every_module_is_in_the_table_of_contents() -> None:
    modules = {
        value
        for name, value in vars(gates).items()
        if isinstance(value, ModuleType) and value.__name__ == f"policies.gates.{name}" and name != "input"
    }
    assert set(GATES) == modules
    assert len({gate.RULE for gate in GATES}) == len(GATES)


def test_a_repository_can_set_every_gate_but_those_that_keep_a_write_inside() -> None:
    assert {"paths", "modes", "own-files"} == FIXED
    assert {gate.RULE for gate in GATES} - FIXED == set(typing.get_args(GateName))


def test_each_gate_answers_under_its_own_name_and_in_order() -> None:
    verdicts = judge_all(before_gates(new("src/a.py")))
    assert [verdict.rule for verdict in verdicts] == [
        "paths",
        "modes",
        "own-files",
        "scope",
        "dependents",
        "frozen-paths",
        "ci-files",
        "agent-files",
        "dependencies",
        "new-dependencies",
        "build-files",
        "secrets",
        "text",
        "generated",
        "size",
        "tests-weakened",
        "architecture",
        "whole-run",
    ]
    assert all(isinstance(verdict, Pass) for verdict in verdicts)


def test_a_first_patchset_of_a_new_project_passes_with_its_manifest_shown() -> None:
    verdicts = judge_all(
        before_gates(
            new("pyproject.toml", '[project]\nname = "shop"\n'),
            new("Makefile", "test:\n\tpython -m unittest\n"),
            new("Dockerfile", "FROM python:3.12-slim\n"),
            new("src/shop/__init__.py", '"""Shop."""\n'),
            new("tests/test_health.py", "import unittest\n"),
            unit_files=("pyproject.toml", "Makefile", "Dockerfile", "src/shop/**", "tests/**"),
        )
    )
    assert isinstance(worst(verdicts), Warn)
    assert [verdict.rule for verdict in verdicts if not isinstance(verdict, Pass)] == [
        "dependencies",
        "new-dependencies",
        "build-files",
    ]


@pytest.mark.parametrize(
    ("level", "expected"),
    [(None, Block), ("block", Block), ("warn", Warn), ("off", Pass)],
    ids=str,
)
def test_a_finding_that_blocks_weighs_what_the_policy_says(level: str | None, expected: type) -> None:
    chosen = policy({"gates": {} if level is None else {"tests-weakened": level}})
    verdicts = judge_all(before_gates(delete("tests/test_a.py"), policy=chosen))
    assert type(said("tests-weakened", verdicts)) is expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [(None, Warn), ("block", Block), ("warn", Warn), ("off", Pass)],
    ids=str,
)
def test_a_finding_that_warns_weighs_what_the_policy_says(level: str | None, expected: type) -> None:
    chosen = policy({"gates": {} if level is None else {"tests-weakened": level}})
    verdicts = judge_all(before_gates(new("a.py", "import os  # noqa\n"), policy=chosen))
    assert type(said("tests-weakened", verdicts)) is expected


@pytest.mark.parametrize("level", ["block", "warn"])
def test_a_level_does_not_make_a_finding_of_nothing(level: str) -> None:
    verdicts = judge_all(before_gates(new("a.py"), policy=policy({"gates": {"size": level}})))
    assert isinstance(said("size", verdicts), Pass)


def test_a_gate_that_is_off_says_so() -> None:
    verdicts = judge_all(before_gates(new("a.py"), policy=policy({"gates": {"size": "off"}})))
    assert said("size", verdicts) == Pass("size", ("switched off in .github/signalbox.yml",))


@pytest.mark.parametrize("path", [".github/signalbox.yml", ".signalbox/runs/7/ledger.jsonl"])
@pytest.mark.parametrize("level", ["off", "warn"])
def test_no_setting_opens_the_rules_and_the_records(path: str, level: str) -> None:
    chosen = policy({"gates": dict.fromkeys(set(typing.get_args(GateName)) - {"secrets"}, level)})
    assert isinstance(said("own-files", judge_all(before_gates(new(path), policy=chosen))), Block)


PASS, WARN, BLOCK = Pass("a"), Warn("b", "why", "how"), Block("c", "why", "how")


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((BLOCK, PASS, WARN), BLOCK),
        ((PASS, WARN, BLOCK, Block("d", "why", "how")), BLOCK),
        ((PASS, WARN), WARN),
        ((PASS, Pass("z")), PASS),
    ],
    ids=["block", "first block", "warn", "pass"],
)
def test_the_worst_verdict_counts(verdicts: tuple[Verdict, ...], expected: Verdict) -> None:
    assert worst(verdicts) is expected


def test_no_verdict_is_not_a_pass() -> None:
    with pytest.raises(ValueError, match="empty"):
        worst(())
