"""What a run still wants of the world when nobody knows what was done of it: after a retry, a resume, a crash or a lost database."""

from datetime import datetime

from policies.checks import PATIENCE
from policies.run import Run
from policies.stages import FINISHED, Stage, UnitState
from policies.waiting import is_to_be_nudged
from policies.wants import AskRole, Effect, Listen, LookAgain, Merge, SyncIssues, WriteApproved


def outstanding(run: Run) -> tuple[Effect, ...]:
    """What a run still wants when nobody knows what was done of it: after a retry, a resume, or a lost database."""
    if run.stage in FINISHED or run.overlay is not None:
        return ()
    effects: list[Effect] = []
    if run.asked:
        effects.append(AskRole(*run.asked))
    effects += [
        AskRole("fixup" if run.units[unit].state is UnitState.CHECKS_RED else "implementation", subject)
        for unit, subject in run.unit_asks.items()
    ]
    effects += [AskRole("reviewer", subject) for subject in run.reviewing.values()]
    plan, backlog = run.approved_plan, run.approved_backlog
    if plan and not any(pull.digest == plan.digest for pull in run.pull_requests.values()):
        effects.append(WriteApproved("plan", plan.digest))
    if backlog and run.stage is Stage.SYNCING:
        effects.append(SyncIssues(backlog.number))
    effects += [
        WriteApproved(unit.id, unit.approval.digest)
        for unit in run.units.values()
        if unit.state is UnitState.APPLYING_PATCHES and unit.approval
    ]
    effects += [
        LookAgain(pull.number, pull.look_at)
        for pull in run.pull_requests.values()
        if pull.state == "open" and pull.subject != "plan" and (pull.look_at or not pull.checks)
    ]
    effects += [
        LookAgain(pull.number, second_try_ends(pull.rerun_at))
        for pull in run.pull_requests.values()
        if pull.state == "open" and pull.checks == "red" and pull.rerun_at
    ]
    effects += [
        Merge(pull.number) for pull in run.pull_requests.values() if pull.state == "open" and pull.merging
    ]
    return tuple(effects)


def listening(run: Run) -> tuple[Listen, ...]:
    """What a run wants that waits for people, however it came to wait; the time begins with its newest entry."""
    return (Listen(run.length, run.events[-1][0]),) if is_to_be_nudged(run) else ()


def is_to_be_written(run: Run, effect: WriteApproved) -> bool:
    """Whether what was approved once still waits to be written: an old yes comes back with an old delivery."""
    if run.stage in FINISHED or run.approval_of(effect.digest) is None:
        return False
    if any(pull.digest == effect.digest for pull in run.pull_requests.values()):
        # Its branch may be merged and gone by now, and must not be made again.
        return False
    unit = run.units.get(effect.subject)
    return effect.subject == "plan" or (unit is not None and unit.state is UnitState.APPLYING_PATCHES)


def second_try_ends(asked: str) -> str:
    """When it is known what came of red checks that were run again."""
    return (datetime.fromisoformat(asked) + PATIENCE).isoformat()
