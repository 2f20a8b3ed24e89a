"""The gates a patchset passes before a person is asked to approve it."""

from typing import Literal, assert_never

from config.repo_policy import Level
from policies.gates import (
    agent_files,
    architecture,
    build_files,
    ci_files,
    dependencies,
    dependents,
    frozen_paths,
    generated,
    modes,
    new_dependencies,
    own_files,
    paths,
    scope,
    secrets,
    size,
    tests_weakened,
    text,
    whole_run,
)
from policies.gates.input import Gate, GateInput
from policies.verdict import Block, Pass, Verdict, Warn

GATES: tuple[Gate, ...] = (
    paths,
    modes,
    own_files,
    scope,
    dependents,
    frozen_paths,
    ci_files,
    agent_files,
    dependencies,
    new_dependencies,
    build_files,
    secrets,
    text,
    generated,
    size,
    tests_weakened,
    architecture,
    whole_run,
)

# What keeps a write inside the repository and away from its own rules: no setting weakens these, and nobody overrules them.
FIXED: frozenset[str] = frozenset({paths.RULE, modes.RULE, own_files.RULE})


def judge_all(gate_input: GateInput) -> tuple[Verdict, ...]:
    """What every gate says, in the order of GATES, at the level the repository's policy gives it."""
    levels: dict[str, Level] = dict(gate_input.policy.gates.items())
    return tuple(verdict for gate in GATES for verdict in _verdicts(gate, gate_input, levels.get(gate.RULE)))


def _verdicts(gate: Gate, gate_input: GateInput, level: Level | None) -> tuple[Verdict, ...]:
    if level == "off":
        return (Pass(gate.RULE, ("switched off in .github/signalbox.yml",)),)
    said = gate.judge(gate_input)
    return tuple(_at_level(each, level) for each in (said if isinstance(said, tuple) else (said,)))


def _at_level(verdict: Verdict, level: Literal["warn", "block"] | None) -> Verdict:
    match level:
        case None:
            return verdict
        case "warn":
            if isinstance(verdict, Block):
                return Warn(verdict.rule, verdict.reason, verdict.remedy, verdict.evidence)
            return verdict
        case "block":
            if isinstance(verdict, Warn):
                return Block(verdict.rule, verdict.reason, verdict.remedy, verdict.evidence)
            return verdict
        case _:
            assert_never(level)
