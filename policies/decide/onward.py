"""What follows by itself from where a run stands: whom to ask next, which units to start, and when it is done."""

from policies import entries as e
from policies.decide.reviewing import to_review
from policies.facts import Facts
from policies.run import Run, UnitRun
from policies.side_by_side import room, startable
from policies.stages import FINISHED, Stage, UnitState


def onward(run: Run, facts: Facts) -> tuple[e.Entry, ...]:
    """The entries that go with nobody's word; none while the run is held or has ended."""
    if run.overlay is not None or run.stage in FINISHED:
        return ()
    if run.asked is not None:
        return _units(run, facts)
    match run.stage:
        case Stage.INGESTED:
            return () if run.triage else (e.RoleAsked(role="triage", subject="triage"),)
        case Stage.PLANNING:
            return (e.RoleAsked(role="planner", subject=f"plan {len(run.plans) + 1}"),)
        case Stage.WAITING_ANSWERS:
            answered = {reply.question for reply in run.replies}
            # Whoever edits the PRD may have answered there, and waits for us as much as somebody who said `/answer`.
            if run.unread or set(run.blocking) <= answered:
                return (e.RoleAsked(role="planner", subject=f"plan {len(run.plans) + 1}"),)
            return ()
        case Stage.BACKLOG_PROPOSED if _plan_is_wished_otherwise(run):
            return (e.RoleAsked(role="planner", subject=f"plan {len(run.plans) + 1}"),)
        case Stage.DECOMPOSING:
            return (e.RoleAsked(role="decomposition", subject=f"backlog {len(run.backlogs) + 1}"),)
        case Stage.DELIVERING if run.units and not run.open_units:
            return (e.RunDone(),)
        case _:
            return _units(run, facts)


def _plan_is_wished_otherwise(run: Run) -> bool:
    """Whether somebody has wished for another plan since the one there is, and got no answer yet."""
    plan = run.plan
    return plan is not None and any(wish.target == "plan" and wish.seq > plan.seq for wish in run.refinements)


def _units(run: Run, facts: Facts) -> tuple[e.Entry, ...]:
    redrawn = [
        unit
        for unit in run.units.values()
        if unit.state is UnitState.PATCHING and unit.id not in run.unit_asks
    ]
    free = room(run, facts.policy.max_parallel_units, facts.elsewhere)
    fresh: tuple[UnitRun, ...] = ()
    if run.stage is Stage.DELIVERING:
        ready = (unit for unit in run.units.values() if unit.state is UnitState.READY)
        fresh = startable(run, ready, facts.touches, room=free, elsewhere=facts.elsewhere)
    drawn = tuple(
        e.RoleAsked(role="implementation", subject=f"{unit.id} {unit.versions + 1}")
        for unit in (*redrawn, *fresh)
    )
    return (*drawn, *to_review(run, facts))
