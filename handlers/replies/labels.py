"""The labels a run carries: one trigger, and exactly one that says how it stands."""

from collections.abc import Mapping
from types import MappingProxyType

from policies.run import Run
from policies.stages import Overlay, Stage, UnitState
from policies.waiting import mergeable, needs_a_look

TRIGGER = "signalbox"
UNIT = "signalbox/unit"
YOUR_TURN = "signalbox/your-turn"
RUNNING = "signalbox/running"
BLOCKED = "signalbox/blocked"
PAUSED = "signalbox/paused"
DONE = "signalbox/done"

# Label -> colour, for when a repository has not got it yet.
LABELS: Mapping[str, str] = MappingProxyType(
    {
        TRIGGER: "5319E7",
        YOUR_TURN: "FBCA04",
        RUNNING: "1D76DB",
        BLOCKED: "B60205",
        PAUSED: "C2E0C6",
        DONE: "0E8A16",
        UNIT: "BFDADC",
    }
)

_PEOPLE = frozenset({Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED, Stage.BACKLOG_PROPOSED})


def run_label(run: Run) -> str:
    """The one state label of a run."""
    if run.stage in {Stage.DONE, Stage.CANCELLED}:
        return DONE
    if run.overlay in {Overlay.PAUSED, Overlay.BUDGET}:
        return PAUSED
    if run.overlay is not None:
        return BLOCKED
    advised_against = run.stage is Stage.INGESTED and run.triage is not None and run.triage[0] != "GO"
    waits = run.stage is Stage.DELIVERING and any(
        unit.state is UnitState.WAITING_USER_APPROVAL or needs_a_look(run, unit) or mergeable(run, unit)
        for unit in run.units.values()
    )
    return YOUR_TURN if run.stage in _PEOPLE or advised_against or waits else RUNNING
