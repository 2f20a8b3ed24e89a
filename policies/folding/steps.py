"""What every part of the fold uses: a record in its place, steps along the tables, and units that become ready."""

from dataclasses import dataclass, replace

from policies import entries as e
from policies.machine import Trigger, UnitTrigger, step, step_unit
from policies.run import Run, UnitRun
from policies.stages import UNIT_ENDED, UnitState


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry with its place in the chain: position, time of recording (RFC 3339), and the record's hash."""

    seq: int
    at: str
    hash: str
    entry: e.Entry


def promote(run: Run) -> Run:
    """Every queued unit whose dependencies are done becomes ready; a dropped or failed one holds nobody up forever."""
    ready = {
        unit.id: unit_stepped(unit, UnitTrigger.DEPENDENCIES_DONE)
        for unit in run.units.values()
        if unit.state is UnitState.QUEUED and all(_is_out_of_the_way(run, d) for d in unit.depends_on)
    }
    return replace(run, units={**run.units, **ready})


def _is_out_of_the_way(run: Run, unit_id: str) -> bool:
    unit = run.units.get(unit_id)
    return unit is None or unit.state in UNIT_ENDED


def unit_named(run: Run, number: str) -> UnitRun:
    """The unit with this patchset; raises ValueError when there is none."""
    unit = run.unit_of_patchset(number)
    if unit is None:
        raise ValueError(f"no unit has the patchset {number}")
    return unit


def stepped(run: Run, trigger: Trigger) -> Run:
    """The run one step on along its table."""
    return replace(run, stage=step(run.stage, trigger))


def unit_stepped(unit: UnitRun, trigger: UnitTrigger) -> UnitRun:
    """The unit one step on along its table."""
    return replace(unit, state=step_unit(unit.state, trigger))
