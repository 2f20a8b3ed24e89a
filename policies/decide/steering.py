"""Pause, resume, stop and retry."""

from typing import assert_never

from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Moved, Refused
from policies.run import Run
from policies.stages import Stage, UnitState

# Nothing is asked, written or made here, so there is no step to try again.
_WAITS_FOR_WORDS = frozenset({Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED})


def steer(run: Run, command: c.Pause | c.Resume | c.Stop | c.Retry) -> Decision:
    """Hold the run, release it, end it, or try again."""
    by = command.said.by
    match command:
        case c.Pause():
            return Moved((e.Paused(by=by, why=command.why[:500]),))
        case c.Resume():
            if run.overlay is None:
                return Refused(
                    "SB-111", "The run is not held, so there is nothing to resume.", "", "/signalbox status"
                )
            return Moved((e.Resumed(by=by),))
        case c.Stop():
            return Moved((e.Stopped(by=by, why=command.why[:500]),))
        case c.Retry():
            return _retry(run, command)
        case _:
            assert_never(command)


def _retry(run: Run, command: c.Retry) -> Decision:
    by = command.said.by
    unit = run.unit_of_thread(command.said.thread)
    if unit is not None and unit.state is UnitState.NEEDS_HUMAN and unit.for_good:
        return Refused(
            "SB-111",
            f"I have given {unit.id} up: {unit.reason}.",
            "Do it by hand and close its issue, merge what is there, or say what to change with `/refine`.",
        )
    if unit is not None and unit.state is UnitState.NEEDS_HUMAN:
        return Moved((e.Retried(by=by, unit=unit.id),))
    if run.overlay is None and run.asked is None and run.stage in _WAITS_FOR_WORDS:
        return Refused(
            "SB-111", "Nothing is stuck: the run waits for what people say.", "", "/signalbox status"
        )
    return Moved((e.Retried(by=by),))
