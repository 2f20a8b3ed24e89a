"""Comments that asked people for something, and the entry after which that was done, or of no use any more."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding.steps import Recorded, unit_named
from policies.run import Run, UnitRun
from policies.stages import FINISHED, Overlay, Stage, UnitState
from policies.turns import TurnKind, YourTurn

# Turns that are over are remembered as long as their comments may have to be drawn again after a crash.
MOST = 50

_ASKED = frozenset({"green", "missing", "stuck", "silent"})
_AT_WORK = frozenset({"pending", "settling"})
_UNDECIDED = frozenset({UnitState.WAITING_USER_APPROVAL, UnitState.BLOCKED_POLICY})


def turned(run: Run, record: Recorded) -> Run:
    """The run that knows which of its comments still ask for something after this entry."""
    fresh = _asks(run, record)
    if fresh is None and not run.turns:
        return run
    known = [
        replace(each, over=record.seq) if each.over is None and not _stands(run, each) else each
        for each in run.turns
    ]
    over = [each for each in known if each.over is not None][-MOST:]
    still = [each for each in known if each.over is None]
    asked = [fresh] if fresh is not None and (fresh.kind == "quiet" or _stands(run, fresh)) else []
    return replace(run, turns=(*over, *still, *asked))


def _asks(run: Run, record: Recorded) -> YourTurn | None:
    """The turn that the comment about this entry announces; one of a unit stands in the unit's thread."""
    entry, seq, thread = record.entry, record.seq, run.key.issue
    match entry:
        case e.TriageRecommended():
            return YourTurn("triage", thread, seq, entry.verdict)
        case e.NeedsHuman() | e.WriteRefused():
            return YourTurn("stuck", thread, seq)
        case e.BudgetReached():
            return YourTurn("budget", thread, seq)
        case e.Nudged():
            return YourTurn("quiet", thread, seq)
        case e.ApprovalVoided():
            return YourTurn("void", thread, seq, entry.digest)
        case e.Endorsed():
            return YourTurn("endorsed", entry.thread, seq, entry.digest)
        case e.VersionKept():
            return YourTurn("as it was", thread, seq, entry.digest)
        case e.PatchsetKept():
            return YourTurn("as it was", run.units[entry.unit].issue, seq, entry.digest)
        case e.UnitWaits():
            unit = run.units[entry.unit]
            kind: TurnKind = "no fix" if unit.state is UnitState.CHECKS_RED else "no version"
            return YourTurn(kind, unit.issue, seq, entry.unit)
        case e.GivenUp() | e.FailureRead():
            return YourTurn("given up", run.units[entry.unit].issue, seq, entry.unit)
        case e.Overridden():
            return YourTurn("exception", unit_named(run, entry.target).issue, seq, entry.digest)
        case e.ChecksSeen() | e.PullRequestKept():
            return _of_a_pull_request(run, entry, seq)
        case _:
            return None


def _of_a_pull_request(run: Run, entry: e.ChecksSeen | e.PullRequestKept, seq: int) -> YourTurn | None:
    number = entry.pull_request
    unit = _unit_of(run, number)
    if unit is None:
        return None
    if isinstance(entry, e.PullRequestKept):
        return YourTurn("kept", unit.issue, seq, unit.id, number)
    if entry.state not in _ASKED:
        return None
    return YourTurn("checks", unit.issue, seq, unit.id, number, entry.state)


def _unit_of(run: Run, number: int) -> UnitRun | None:
    """The unit that shows itself in this pull request now."""
    unit = run.units.get(run.pull_requests[number].subject)
    return unit if unit is not None and unit.pull_request == number else None


def _stands(run: Run, turn: YourTurn) -> bool:
    """Whether it is still people's turn."""
    match turn.kind:
        case "triage":
            return run.stage is Stage.INGESTED and run.triage is not None
        case "stuck":
            return run.overlay is Overlay.NEEDS_HUMAN
        case "budget":
            return run.overlay is Overlay.BUDGET
        case "quiet":
            return False
        case "void" | "endorsed" | "as it was" | "exception":
            return _undecided(run, turn.about)
        case "no fix":
            return run.units[turn.about].state is UnitState.CHECKS_RED
        case "given up" | "no version":
            return run.units[turn.about].state is UnitState.NEEDS_HUMAN
        case "checks":
            return _open(run, turn) and run.pull_requests[turn.pull_request].checks in {
                turn.checks,
                *_AT_WORK,
            }
        case "kept":
            return _open(run, turn)
        case _:
            assert_never(turn.kind)


def _open(run: Run, turn: YourTurn) -> bool:
    """Whether the pull request is the one of its unit still, and open."""
    pull = run.pull_requests[turn.pull_request]
    return pull.state == "open" and _unit_of(run, pull.number) is not None


def _undecided(run: Run, digest: str) -> bool:
    """Whether what has this digest waits for a yes or a no."""
    if run.stage in FINISHED or run.approval_of(digest) is not None:
        return False
    versions = {"plan": run.plan, "backlog": run.backlog}
    if any(
        version and version.digest == digest and name in run.waiting for name, version in versions.items()
    ):
        return True
    return any(
        unit.patchset is not None and unit.patchset.digest == digest and unit.state in _UNDECIDED
        for unit in run.units.values()
    )
