"""What the gates said of a patchset, as a table for people."""

from handlers import markdown as m
from handlers.replies import words as w
from policies import entries as e
from policies.counting import count

GATES = {
    "paths": "Safe file names",
    "modes": "Plain files, no links",
    "own-files": "Signalbox’s rules and records untouched",
    "scope": "Only files the unit names",
    "dependents": "What others use stays",
    "frozen-paths": "Frozen paths untouched",
    "ci-files": "CI untouched",
    "agent-files": "Files that steer agents untouched",
    "dependencies": "Dependencies",
    "new-dependencies": "Nothing new is fetched",
    "build-files": "What builds and tests run",
    "secrets": "No secrets",
    "text": "Plain text, nothing hidden",
    "generated": "Written by people",
    "size": "Small enough to read",
    "tests-weakened": "No test weakened",
    "owners": "Owners (CODEOWNERS)",
    "whole-run": "With the run’s other patchsets",
    "architecture": "Rules of the architecture kept",
}
Gates = tuple[e.GateResult, ...]
_SIGNS = {"pass": "✅", "warn": "🟡", "block": "🔴", "overridden": "🟠"}


def gates_table(results: Gates) -> str:
    """Rule, result, reason and evidence of each gate."""
    rows = [
        (GATES.get(gate.rule, m.cell(gate.rule)), f"{_SIGNS[gate.result]} {gate_words(gate)}".rstrip())
        for gate in results
    ]
    return m.table(("Gate", "Result"), rows)


def gates_shown(results: Gates) -> str:
    """What people should look at before they say yes; what passed, with what each gate saw, opens on a click."""
    passed = tuple(gate for gate in results if gate.result == "pass")
    found = tuple(gate for gate in results if gate.result != "pass")
    return w.blocks(
        gates_table(found) if found else None,
        m.details(f"✅ {count(len(passed), 'gate')} passed", gates_table(passed)) if passed else None,
    )


def gate_words(gate: e.GateResult) -> str:
    """The gate's reason and the places it speaks of, for one cell of a table; a gate that passes says what it saw."""
    if gate.result == "pass":
        return m.line("; ".join(gate.evidence), limit=200)
    places = " · ".join(m.cell_code(_place_of(evidence), limit=200) for evidence in gate.evidence)
    return f"{m.sentence(gate.reason, limit=300)} {places}".strip()


def _place_of(evidence: str) -> str:
    """A finding without the pattern it fell under, where the path says that already."""
    path, _, pattern = evidence.partition(": ")
    return path if pattern and path.startswith(pattern) else evidence
