"""Whether it is people's turn, and when a run that waits for them has been quiet for long."""

from dataclasses import dataclass

from policies.entries import Nudged
from policies.run import Run, UnitRun
from policies.stages import FINISHED, Overlay, Stage, UnitState

STUCK = frozenset({UnitState.NEEDS_HUMAN, UnitState.BLOCKED_POLICY, UnitState.CHECKS_RED})
DRAFTING = frozenset({UnitState.PATCHING, UnitState.PATCHES_PROPOSED, UnitState.READY})
_STANDING_STILL = frozenset({"missing", "stuck"})
_PEOPLE = frozenset({Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED, Stage.BACKLOG_PROPOSED})
_HELD = frozenset({Overlay.PAUSED, Overlay.BUDGET})


@dataclass(frozen=True, slots=True)
class Quiet:
    """The time is up in which something could have been heard of the run after its ledger had `length` entries."""

    length: int


def mergeable(run: Run, unit: UnitRun) -> bool:
    """Whether a unit's pull request is for people to merge: its checks are green, or there are none, and we do not merge it."""
    shown = unit.state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI}
    return shown and checks_of(run, unit) in {"", "green", "silent"} and not is_being_merged(run, unit)


def is_being_merged(run: Run, unit: UnitRun) -> bool:
    """Whether the App merges the unit's pull request, itself or through a queue; where that fails it is said, and people's again."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    return pull is not None and pull.state == "open" and bool(pull.merging)


def needs_a_look(run: Run, unit: UnitRun) -> bool:
    """Whether a unit goes on only when a person has looked at it."""
    verifying = unit.state is UnitState.VERIFYING_CI
    stuck = unit.state in STUCK and not is_being_mended(run, unit)
    return stuck or (verifying and checks_of(run, unit) in _STANDING_STILL)


def is_being_mended(run: Run, unit: UnitRun) -> bool:
    """Whether red checks are not people’s turn yet: they are tried once more and nothing came of it, or a fix is asked for."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    if unit.state is not UnitState.CHECKS_RED or pull is None:
        return False
    read = any(failure.head_sha == pull.commit_sha for failure in unit.failures)
    newer = unit.patchset is not None and unit.versions > unit.patchset.version
    fixing = newer and unit.id in run.unit_asks
    return fixing or (bool(pull.rerun_at) and not read)


def checks_of(run: Run, unit: UnitRun) -> str:
    """What the checks of the unit's pull request say together; `pending` while there is none."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    return pull.checks if pull else "pending"


def is_peoples_turn(run: Run) -> bool:
    """Whether nothing goes on before a person acts; a run that people have paused waits for nobody, nor does one out of budget."""
    if run.stage in FINISHED or run.overlay in _HELD:
        return False
    if run.overlay is not None:
        return True
    match run.stage:
        case Stage.INGESTED:
            return run.triage is not None and run.triage[0] != "GO"
        case Stage.DELIVERING:
            return _waits_in_delivery(run)
        case _:
            return run.stage in _PEOPLE and run.asked is None


def is_to_be_nudged(run: Run) -> bool:
    """Whether a word is due once the run has been quiet for long: not twice for one silence."""
    return is_peoples_turn(run) and not isinstance(run.events[-1][1], Nudged)


def _waits_in_delivery(run: Run) -> bool:
    """By what matters most among all the units, as the status card says it."""
    units = tuple(run.units.values())
    states = {unit.state for unit in units}
    if UnitState.WAITING_USER_APPROVAL in states:
        return True
    if UnitState.APPLYING_PATCHES in states:
        return False
    if any(mergeable(run, unit) for unit in units):
        return True
    stuck = [unit for unit in units if needs_a_look(run, unit)]
    verified = any(
        unit.state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI} and unit not in stuck for unit in units
    )
    return bool(stuck) and not verified and not DRAFTING & states
