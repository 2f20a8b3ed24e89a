"""The check run on a pull request of ours: is the commit what was approved, and what do gates and CI say."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.gates import GATES, gate_words
from handlers.replies.view import View
from policies.run import PullRequest, Run, UnitRun

# https://docs.github.com/en/rest/checks/runs#create-a-check-run
TITLE = 255
TEXT = 65_535

Conclusion = Literal["success", "neutral", "failure"]
_SIGNS = {"pass": "✅", "warn": "🟡", "block": "🔴", "wait": "⏳", "none": "⚪", "overridden": "🟠"}


@dataclass(frozen=True, slots=True)
class GatesAction:
    """A button on the check run: label and identifier up to 20 characters, description up to 40."""

    label: str
    description: str
    identifier: str


@dataclass(frozen=True, slots=True)
class GatesCheck:
    """The check run's content; `conclusion` is None while CI is still at work."""

    title: str
    summary: str
    text: str
    conclusion: Conclusion | None
    actions: tuple[GatesAction, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    gate: str
    result: str
    evidence: str


def gates_check(run: Run, pull: PullRequest, view: View) -> GatesCheck:
    """What the check run says; the first gate is that the commit equals what was approved."""
    unit = run.units.get(pull.subject)
    judged = _judged(unit)
    rows = (_equal(run, pull, view), *judged, _ci(pull, unit), *_merge(pull, view))
    blocked = [row for row in rows if row.result == "block"]
    waiting = pull.checks in {"pending", "settling", "missing", "stuck"}
    if blocked:
        said, conclusion = f"{blocked[0].gate}: not passed", _conclusion("failure")
    elif waiting:
        said, conclusion = "waiting for CI", None
    elif pull.checks == "green":
        said, conclusion = "all that must be green is green", _conclusion("success")
    else:
        said, conclusion = "no CI has reported on this commit", _conclusion("neutral")
    title = f"{_counted(judged)}{said}"
    title = title[:1].upper() + title[1:]
    table = m.table(
        ("Gate", "Result", "Evidence"), [(row.gate, _SIGNS[row.result], row.evidence or "—") for row in rows]
    )
    length, head = view.verified or (run.length, run.head)
    text = f"Commit {m.code(pull.commit_sha)} · record of {length} entries, head {m.code(head)}"
    return GatesCheck(
        title.replace("`", "")[:TITLE], w.blocks(table, _approved(run, pull))[:TEXT], text[:TEXT], conclusion
    )


def _counted(judged: tuple[_Row, ...]) -> str:
    """How many of the patchset's gates passed, counted as in its comment and its proof record; a plan has none."""
    if not judged:
        return ""
    results = Counter(row.result for row in judged)
    looked = f", {results['warn']} to look at" if results["warn"] else ""
    by_people = f", {results['overridden']} let pass by a person" if results["overridden"] else ""
    return f"{results['pass']} of {len(judged)} gates passed{looked}{by_people}, "


def _conclusion(word: Conclusion) -> Conclusion:
    return word


def _merge(pull: PullRequest, view: View) -> tuple[_Row, ...]:
    """Who merges it, where the repository lets the App do that at all."""
    if view.policy.merge == "never" or pull.subject == "plan":
        return ()
    if pull.kept:
        return (_Row("Merge", "none", f"by a person: {m.sentence(pull.kept, limit=300)}"),)
    return (_Row("Merge", "wait" if not pull.merging else "pass", "by the App, when all of this is green"),)


def _equal(run: Run, pull: PullRequest, view: View) -> _Row:
    gate = f"Commit equals what was approved {m.code(w.short(pull.digest))}"
    if run.approval_of(pull.digest) is None:
        return _Row(gate, "block", "no standing approval has this digest")
    if view.head and view.head[0] != pull.commit_sha:
        return _Row(gate, "block", f"the branch holds {m.code(view.head[0][:7])}, which nobody approved")
    if view.head and pull.patchset and view.head[1] != pull.patchset.tree_sha:
        return _Row(gate, "block", "the commit’s tree is not the approved one")
    return _Row(gate, "pass", "the commit’s tree is the approved tree, byte for byte")


def _judged(unit: UnitRun | None) -> tuple[_Row, ...]:
    if unit is None or unit.patchset is None:
        return ()
    return tuple(
        _Row(GATES.get(gate.rule, m.cell(gate.rule)), gate.result, gate_words(gate))
        for gate in unit.patchset.gates
    )


def _ci(pull: PullRequest, unit: UnitRun | None) -> _Row:
    match pull.checks:
        case "green":
            return _Row("CI", "pass", "green")
        case "red":
            why = unit.reason if unit and unit.pull_request == pull.number else ""
            return _Row("CI", "block", m.sentence(why, limit=300) or "red")
        case "pending" | "settling":
            return _Row("CI", "wait", "still running" if pull.checks == "pending" else "green so far")
        case "missing" | "stuck":
            why = unit.reason if unit and unit.pull_request == pull.number else ""
            return _Row("CI", "wait", m.sentence(why, limit=300) or pull.checks)
        case _:
            return _Row("CI", "none", "nothing has reported")


def _approved(run: Run, pull: PullRequest) -> str:
    approval = run.approval_of(pull.digest)
    if approval is None:
        return "No standing approval."
    return f"Approved by {w.name(approval.by)}, {w.day_and_time(approval.at)}, record entry {approval.seq}."
