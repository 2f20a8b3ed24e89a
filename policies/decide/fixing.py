"""What is done about red checks: one more try, then a fix that people approve, while attempts are left, and never in a circle."""

from datetime import datetime

from policies import commands as c
from policies import entries as e
from policies.artifacts import sha256
from policies.checks import PATIENCE, Reading
from policies.decide.rounds import enough
from policies.facts import Facts
from policies.failures import Failure, canonical, stayed_red
from policies.run import PullRequest, Run, UnitRun
from policies.stages import UnitState

_SHOWN = frozenset({UnitState.PR_OPEN, UnitState.VERIFYING_CI, UnitState.CHECKS_RED})


def after_red(
    run: Run, pull: PullRequest, reading: Reading, command: c.ChecksReported, facts: Facts
) -> tuple[e.Entry, ...]:
    """What follows when a unit's checks are red; nothing while that is being dealt with."""
    unit = run.units.get(pull.subject)
    if reading.standing != "red" or unit is None or unit.pull_request != pull.number:
        return ()
    if unit.state not in _SHOWN or unit.id in run.unit_asks or run.overlay is not None:
        return ()
    if reading.look_at is not None:
        # GitHub runs nothing again while the workflow is still at work, and what else fails belongs to the same failure.
        return ()
    if not pull.rerun_at:
        names = tuple(sorted({check.name[:255] for check in reading.red}))[:20]
        reports = tuple(check.stamp for check in reading.red)[:100]
        return (
            e.RerunAsked(pull_request=pull.number, head_sha=pull.commit_sha, checks=names, reports=reports),
        )
    if facts.failure is None or not confirmed(unit, pull, reading, command, facts.now):
        return ()
    return _read(unit, pull, reading, facts.failure)


def confirmed(
    unit: UnitRun, pull: PullRequest, reading: Reading, command: c.ChecksReported, now: datetime
) -> bool:
    """Whether the checks are red for good: red again, or nothing came of the second try; told once for a commit."""
    if reading.standing != "red" or not pull.rerun_at or unit.pull_request != pull.number:
        return False
    if reading.look_at is not None:
        return False
    if any(failure.head_sha == pull.commit_sha for failure in unit.failures):
        return False
    again = not {check.stamp for check in reading.red} & set(pull.rerun_reports)
    late = now >= datetime.fromisoformat(pull.rerun_at) + PATIENCE
    return again or late or bool(command.no_rerun)


def _read(unit: UnitRun, pull: PullRequest, reading: Reading, failure: Failure) -> tuple[e.Entry, ...]:
    signature = failure.signature
    checks = tuple(dict.fromkeys(check.name[:255] for check in reading.red))[:20]
    gives_up = enough(unit, stayed_red(checks), signature=signature)[:500]
    read = e.FailureRead(
        unit=unit.id,
        pull_request=pull.number,
        head_sha=pull.commit_sha,
        checks=checks,
        signature=signature,
        log=sha256(canonical(failure)),
        gives_up=gives_up,
    )
    if gives_up:
        return (read,)
    return (read, e.RoleAsked(role="fixup", subject=f"{unit.id} {unit.versions + 1}"))
