"""Red checks: one more try, and what they said."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.failures import stayed_red
from policies.folding.steps import Recorded, unit_stepped
from policies.machine import UnitTrigger
from policies.run import FailureSeen, Round, Run, with_unit


def fixes(run: Run, entry: e.RerunAsked | e.FailureRead, record: Recorded) -> Run:
    """The run after CI was asked to try again, or after a failure was read."""
    match entry:
        case e.RerunAsked():
            pull = replace(
                run.pull_requests[entry.pull_request],
                rerun_at=record.at,
                rerun_checks=entry.checks,
                rerun_reports=entry.reports,
            )
            return replace(run, pull_requests={**run.pull_requests, pull.number: pull})
        case e.FailureRead():
            unit = run.units[entry.unit]
            seen = FailureSeen(entry.head_sha, entry.checks, entry.signature, entry.log, record.seq)
            unit = replace(unit, failures=(*unit.failures, seen))
            if entry.gives_up:
                given_up = replace(unit_stepped(unit, UnitTrigger.GIVEN_UP), reason=entry.gives_up)
                return with_unit(run, given_up)
            attempt = Round(
                "checks", f"{stayed_red(entry.checks)} on `{entry.head_sha[:7]}`", entry.signature
            )
            return with_unit(run, replace(unit, rounds=(*unit.rounds, attempt)))
        case _:
            assert_never(entry)
