"""Every situation a run can stand in, each played from its start, by the name of the file that holds its cells."""

from collections.abc import Callable

from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import triage as triages
from config.repo_policy import Approvals, RepoPolicy
from policies import commands as c
from policies.checks import Check
from tests.policies.build import ADMIN, BLOCKED, COMMIT, MONA, RAJ, backlog, pack, proposal, said
from tests.policies.journey import Journey, until

GREEN, RED = (Check("ci", "green"),), (Check("ci", "red"),)


def _triage_defers() -> Journey:
    j = until("started")
    j.answer_role(triages.canonical(triages.Triage(verdict="DEFER", reasons=("It names nobody.",))))
    return j


def _waiting_answers() -> Journey:
    j = until("triaged")
    j.answer_role(packs.canonical(pack(blocking=True)))
    return j


def _planner_failed() -> Journey:
    j = until("triaged")
    j.answer_role(None, reason="the model refused")
    return j


def _budget_reached() -> Journey:
    j = until("triaged")
    j.take(c.OverBudget("planner", "plan 1", "run", 4_900_000, 5_000_000, 300_000))
    return j


def _plan_rejected() -> Journey:
    j = until("planned")
    j.take(c.Reject(said(), "plan", "too large"))
    return j


def _plan_behind() -> Journey:
    j = until("planned")
    j.take(c.PrdEdited(MONA), prd_sha256="f" * 64)
    return j


def _paused(last: str) -> Journey:
    j = until(last)
    j.take(c.Pause(said(), "until Monday"))
    return j


def _unit_waits() -> Journey:
    j = until("synced")
    j.answer_unit(None, reason="it cannot write prose")
    return j


def _unit_blocked() -> Journey:
    j = until("synced")
    j.answer_unit(proposal("U-01"), gates=BLOCKED)
    return j


def _unit_overridden() -> Journey:
    j = _unit_blocked()
    j.take(
        c.Override(said(), "ci-files", "PS-1", j.digest("PS-1")[:12], "this unit is about CI"), actor=ADMIN
    )
    return j


def _unit_rejected() -> Journey:
    j = until("proposed")
    j.take(c.Reject(said(), "PS-1", "not this"))
    return j


def _write_unknown() -> Journey:
    j = until("unit approved")
    j.take(c.WriteFailed("U-01", j.patchset().digest, "GitHub answered 502", unknown=True))
    return j


def _write_voided() -> Journey:
    j = until("unit approved")
    j.take(c.WriteFailed("U-01", j.patchset().digest, "`main` moved"))
    return j


def _checked(state: tuple[Check, ...]) -> Journey:
    j = until("unit written")
    j.take(c.ChecksReported(41, COMMIT, "pending", ""), checks=state)
    return j


def _refined_pull_request() -> Journey:
    j = until("unit written")
    j.take(c.Refine(said(), "U-01", "name it better"))
    return j


def _second_version_waits() -> Journey:
    j = _refined_pull_request()
    j.answer_unit(proposal("U-01", 2))
    return j


def _second_version_approved() -> Journey:
    j = _second_version_waits()
    j.approve("PS-1")
    return j


def _merged() -> Journey:
    j = _checked(GREEN)
    j.take(c.PullRequestClosed(41, merged=True, merge_sha="f" * 40, head_sha=COMMIT, by=RAJ))
    return j


def _backlog_refined() -> Journey:
    j = until("proposed")
    j.take(c.Refine(said(), "backlog", "leave out U-03"))
    return j


def _backlog_2_proposed() -> Journey:
    j = _backlog_refined()
    play_backlog(j)
    return j


def _done() -> Journey:
    j = _merged()
    for issue in (35, 36):
        j.take(c.UnitIssueClosed(issue, RAJ, completed=True))
    return j


def _stopped() -> Journey:
    j = until("planned")
    j.take(c.Stop(said(), "we buy it"))
    return j


def play_backlog(j: Journey) -> None:
    """The decomposition's reply, the same units again."""
    j.answer_role(backlogs.canonical(backlog()))


def _plan_endorsed() -> Journey:
    j = until("planned")
    j.policy = RepoPolicy(approvals=Approvals(minimum=2))
    j.approve("plan")
    return j


def _plan_voided() -> Journey:
    j = until("plan approved")
    j.take(c.WriteFailed("plan", j.digest("plan"), "the approving comment was edited or deleted", void=True))
    return j


def _unit_taken() -> Journey:
    j = until("proposed")
    j.take(c.UnitAssigned(34, RAJ), holders=(MONA,))
    return j


def _unit_dropped() -> Journey:
    j = until("synced")
    j.take(c.UnitIssueClosed(34, RAJ, completed=False))
    return j


SITUATIONS: dict[str, Callable[[], Journey]] = {
    "no-run": Journey,
    "ingested": lambda: until("started"),
    "ingested-triage-defers": _triage_defers,
    "planning": lambda: until("triaged"),
    "planning-planner-failed": _planner_failed,
    "planning-budget-reached": _budget_reached,
    "waiting-answers": _waiting_answers,
    "plan-proposed": lambda: until("planned"),
    "plan-proposed-paused": lambda: _paused("planned"),
    "plan-proposed-endorsed": _plan_endorsed,
    "plan-proposed-voided": _plan_voided,
    "plan-proposed-rejected": _plan_rejected,
    "plan-proposed-prd-edited": _plan_behind,
    "decomposing": lambda: until("plan approved"),
    "backlog-proposed": lambda: until("backlog proposed"),
    "syncing": lambda: until("backlog approved"),
    "delivering-patching": lambda: until("synced"),
    "delivering-unit-dropped": _unit_dropped,
    "delivering-unit-taken": _unit_taken,
    "delivering-unit-waits": _unit_waits,
    "delivering-unit-blocked": _unit_blocked,
    "delivering-unit-overridden": _unit_overridden,
    "delivering-patchset-waits": lambda: until("proposed"),
    "delivering-patchset-waits-paused": lambda: _paused("proposed"),
    "delivering-patchset-rejected": _unit_rejected,
    "delivering-applying": lambda: until("unit approved"),
    "delivering-write-unknown": _write_unknown,
    "delivering-write-voided": _write_voided,
    "delivering-pull-request-open": lambda: until("unit written"),
    "delivering-checks-green": lambda: _checked(GREEN),
    "delivering-checks-red": lambda: _checked(RED),
    "delivering-pull-request-refined": _refined_pull_request,
    "delivering-second-version-waits": _second_version_waits,
    "delivering-second-version-approved": _second_version_approved,
    "delivering-merged": _merged,
    "backlog-refined": _backlog_refined,
    "backlog-2-proposed": _backlog_2_proposed,
    "done": _done,
    "cancelled": _stopped,
}
