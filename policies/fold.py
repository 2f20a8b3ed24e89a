"""Folding: each entry of the ledger, in order, changes the run as the tables in `policies.machine` allow."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from policies import entries as e
from policies.machine import Trigger, UnitTrigger, step, step_unit
from policies.run import (
    Approval,
    PatchsetSeen,
    PullRequest,
    Refinement,
    Reply,
    Run,
    RunKey,
    UnitRun,
    Version,
    with_unit,
    without,
)
from policies.stages import UNIT_ENDED, Overlay, Stage, UnitState


@dataclass(frozen=True, slots=True)
class Recorded:
    """One entry with its place in the chain: position, time of recording (RFC 3339), and the record's hash."""

    seq: int
    at: str
    hash: str
    entry: e.Entry


def fold(records: Iterable[Recorded]) -> Run | None:
    """The run these records amount to, or None when there are none; raises IllegalStepError on an impossible history."""
    run: Run | None = None
    for record in records:
        run = apply(run, record)
    return run


def apply(run: Run | None, record: Recorded) -> Run:
    """The run after one more record."""
    entry = record.entry
    if isinstance(entry, e.RunStarted):
        started = Run(
            key=RunKey(entry.repository, entry.issue),
            repository_id=entry.repository_id,
            title=entry.title,
            author=entry.author,
            started_by=entry.by,
            prd_sha256=entry.prd_sha256,
            base_ref=entry.base_ref,
        )
        return _count(started, record)
    if run is None:
        raise ValueError("a ledger begins with run_started")
    return _count(_changed(run, entry, record), record)


def _count(run: Run, record: Recorded) -> Run:
    return replace(
        run,
        causes=run.causes | {record.entry.cause} if record.entry.cause else run.causes,
        length=record.seq + 1,
        head=record.hash,
        events=(*run.events, (record.at, record.entry.type))[-12:],
    )


def _changed(run: Run, entry: e.Entry, record: Recorded) -> Run:
    match entry:
        case e.RunStarted():
            raise ValueError("a run starts once")
        case e.TriageRecommended() | e.TriageOverruled() | e.QuestionsAsked() | e.QuestionAnswered():
            return _questions(run, entry)
        case e.RoleAsked() | e.RoleReplied():
            return _agents(run, entry)
        case e.PlanProposed() | e.BacklogProposed() | e.RefinementAsked() | e.BacklogSynced():
            return _artifacts(run, entry, record)
        case e.Approved() | e.ApprovalVoided() | e.Rejected():
            return _approvals(run, entry, record)
        case e.PatchsetProposed() | e.GatesJudged() | e.UnitWaits() | e.UnitDropped():
            return _units(run, entry, record)
        case e.WriteIntended() | e.Written() | e.WriteRefused() | e.ChecksSeen() | e.PullRequestEnded():
            return _writes(run, entry, record)
        case _:
            return _overlays(run, entry)


def _questions(
    run: Run, entry: e.TriageRecommended | e.TriageOverruled | e.QuestionsAsked | e.QuestionAnswered
) -> Run:
    match entry:
        case e.TriageRecommended():
            run = replace(run, triage=(entry.verdict, entry.reasons))
            return _step(run, Trigger.TRIAGED_GO) if entry.verdict == "GO" else run
        case e.TriageOverruled():
            return _step(run, Trigger.OVERRULED)
        case e.QuestionsAsked():
            run = replace(run, questions=entry.questions, blocking=entry.blocking, draft=entry.draft)
            return _step(run, Trigger.QUESTIONS_BLOCK)
        case e.QuestionAnswered():
            kept = tuple(reply for reply in run.replies if reply.question != entry.question)
            replies = (*kept, Reply(entry.question, entry.text, entry.by))
            return replace(run, replies=replies, asked_in_vain=run.asked is not None)
        case _:
            assert_never(entry)


def _agents(run: Run, entry: e.RoleAsked | e.RoleReplied) -> Run:
    match entry:
        case e.RoleAsked(role="implementation"):
            unit_id = entry.subject.partition(" ")[0]
            unit = run.units[unit_id]
            if unit.state is UnitState.READY:
                unit = _unit_step(unit, UnitTrigger.ASKED)
            asked = replace(unit, versions=unit.versions + 1, attempts=unit.attempts + 1, approval=None)
            return replace(with_unit(run, asked), unit_asks={**run.unit_asks, unit_id: entry.subject})
        case e.RoleAsked():
            if entry.role == "planner" and run.stage in {Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED}:
                run = _step(run, Trigger.ANSWERED)
            return replace(run, asked=(entry.role, entry.subject), asked_in_vain=False)
        case e.RoleReplied():
            pending = {unit: subject for unit, subject in run.unit_asks.items() if subject != entry.subject}
            run = replace(run, spent=(*run.spent, entry.spent), unit_asks=pending)
            return replace(run, asked=None) if run.asked == (entry.role, entry.subject) else run
        case _:
            assert_never(entry)


def _artifacts(
    run: Run,
    entry: e.PlanProposed | e.BacklogProposed | e.RefinementAsked | e.BacklogSynced,
    record: Recorded,
) -> Run:
    match entry:
        case e.PlanProposed():
            version = Version(
                entry.version, entry.digest, entry.files, record.at, record.seq, entry.prd_sha256
            )
            run = replace(run, plans=(*run.plans, version), questions=entry.questions, blocking=())
            return _step(run, Trigger.PLAN_PROPOSED)
        case e.BacklogProposed():
            version = Version(entry.version, entry.digest, entry.files, record.at, record.seq)
            run = replace(run, backlogs=(*run.backlogs, version), dependencies=entry.units)
            return _step(run, Trigger.BACKLOG_PROPOSED)
        case e.RefinementAsked():
            return _refined(run, entry)
        case e.BacklogSynced():
            units = {
                unit_id: replace(run.units[unit_id], depends_on=run.dependencies.get(unit_id, ()))
                if unit_id in run.units
                else UnitRun(unit_id, number, issue_id, run.dependencies.get(unit_id, ()))
                for unit_id, (number, issue_id) in entry.issues.items()
            }
            gone = {unit.id: unit for unit in run.units.values() if unit.id not in units}
            run = replace(run, units={**gone, **units}, slices=entry.slices)
            return promote(_step(run, Trigger.SYNCED))
        case _:
            assert_never(entry)


def _refined(run: Run, entry: e.RefinementAsked) -> Run:
    run = replace(run, refinements=(*run.refinements, Refinement(entry.target, entry.text, entry.by)))
    if entry.target == "plan":
        return _step(run, Trigger.PLAN_REFINED)
    if entry.target == "backlog":
        return _step(run, Trigger.BACKLOG_REFINED)
    unit = run.units[entry.target]
    run = replace(run, approvals=without(run.approvals, unit.patchset.digest)) if unit.patchset else run
    return with_unit(run, replace(_unit_step(unit, UnitTrigger.REFINED), approval=None, reason=""))


def _approvals(run: Run, entry: e.Approved | e.ApprovalVoided | e.Rejected, record: Recorded) -> Run:
    match entry:
        case e.Approved():
            approval = Approval(
                **entry.model_dump(exclude={"type", "cause", "by"}), by=entry.by, at=record.at, seq=record.seq
            )
            run = replace(run, approvals=(*without(run.approvals, entry.digest), approval))
            if entry.target == "plan":
                return _step(run, Trigger.PLAN_APPROVED)
            if entry.target == "backlog":
                return _step(run, Trigger.BACKLOG_APPROVED)
            unit = _unit_named(run, entry.target)
            return with_unit(run, replace(_unit_step(unit, UnitTrigger.APPROVED), approval=approval))
        case e.ApprovalVoided():
            run = replace(run, approvals=without(run.approvals, entry.digest))
            unit_or_none = run.unit_of_patchset(entry.target)
            if unit_or_none is None or unit_or_none.state is not UnitState.APPLYING_PATCHES:
                return run
            voided = _unit_step(unit_or_none, UnitTrigger.VOIDED)
            return with_unit(run, replace(voided, approval=None, reason=entry.reason))
        case e.Rejected(target="plan" | "backlog"):
            version = run.plan if entry.target == "plan" else run.backlog
            run = replace(run, rejected=run.rejected | {version.digest}) if version else run
            return _step(run, Trigger.BACKLOG_KEPT) if entry.target == "backlog" and run.units else run
        case e.Rejected():
            unit = _unit_named(run, entry.target)
            return promote(with_unit(run, replace(_unit_step(unit, UnitTrigger.REJECTED), reason=entry.why)))
        case _:
            assert_never(entry)


def _units(
    run: Run, entry: e.PatchsetProposed | e.GatesJudged | e.UnitWaits | e.UnitDropped, record: Recorded
) -> Run:
    unit = run.units[entry.unit]
    match entry:
        case e.PatchsetProposed():
            seen = PatchsetSeen(
                **entry.model_dump(exclude={"type", "cause", "unit"}), at=record.at, seq=record.seq
            )
            run = replace(run, patchsets=max(run.patchsets, int(entry.number.removeprefix("PS-"))))
            proposed = _unit_step(unit, UnitTrigger.PROPOSED)
            return with_unit(run, replace(proposed, patchset=seen, reason=""))
        case e.GatesJudged():
            trigger = UnitTrigger.GATES_BLOCKED if entry.blocked else UnitTrigger.GATES_PASSED
            gates = tuple((gate.rule, gate.result, gate.reason) for gate in entry.gates)
            seen_or_none = replace(unit.patchset, gates=gates) if unit.patchset else None
            reasons = "; ".join(gate.reason for gate in entry.gates if gate.result == "block")
            return with_unit(run, replace(_unit_step(unit, trigger), patchset=seen_or_none, reason=reasons))
        case e.UnitWaits():
            return with_unit(run, replace(_unit_step(unit, UnitTrigger.WAITS), reason=entry.reason))
        case e.UnitDropped():
            trigger = UnitTrigger.DONE_BY_PERSON if entry.done_by_person else UnitTrigger.DROPPED
            return promote(with_unit(run, replace(_unit_step(unit, trigger), reason=entry.why)))
        case _:
            assert_never(entry)


def _writes(
    run: Run,
    entry: e.WriteIntended | e.Written | e.WriteRefused | e.ChecksSeen | e.PullRequestEnded,
    record: Recorded,
) -> Run:
    match entry:
        case e.WriteIntended():
            return replace(run, intents={**run.intents, entry.digest: (record.seq, record.hash)})
        case e.WriteRefused():
            return replace(run, overlay=Overlay.NEEDS_HUMAN, overlay_reason=entry.reason)
        case e.Written():
            pull = PullRequest(
                entry.pull_request, entry.subject, entry.branch, entry.commit_sha, entry.digest
            )
            run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
            if entry.subject == "plan":
                return run
            unit = _unit_step(run.units[entry.subject], UnitTrigger.WRITTEN)
            return with_unit(run, replace(unit, pull_request=pull.number))
        case e.ChecksSeen():
            return _checked(run, entry)
        case e.PullRequestEnded():
            pull = replace(
                run.pull_requests[entry.pull_request], state="merged" if entry.merged else "closed"
            )
            run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
            unit_or_none = run.units.get(pull.subject)
            if unit_or_none is None or unit_or_none.pull_request != pull.number:
                return run
            if unit_or_none.state in UNIT_ENDED:
                return run
            trigger = UnitTrigger.MERGED if entry.merged else UnitTrigger.CLOSED
            return promote(with_unit(run, _unit_step(unit_or_none, trigger)))
        case _:
            assert_never(entry)


def _checked(run: Run, entry: e.ChecksSeen) -> Run:
    pull = replace(run.pull_requests[entry.pull_request], checks=entry.state)
    run = replace(run, pull_requests={**run.pull_requests, pull.number: pull})
    unit = run.units.get(pull.subject)
    if unit is None or unit.pull_request != pull.number:
        return run
    if unit.state in {UnitState.PR_OPEN, UnitState.VERIFYING_CI, UnitState.CHECKS_RED}:
        unit = _unit_step(unit, UnitTrigger.CHECKS)
    if entry.state == "red" and unit.state is UnitState.VERIFYING_CI:
        unit = replace(_unit_step(unit, UnitTrigger.RED), reason=entry.summary)
    return with_unit(run, unit)


def _overlays(
    run: Run,
    entry: e.Paused
    | e.Resumed
    | e.Retried
    | e.Stopped
    | e.NeedsHuman
    | e.CommandRefused
    | e.PrdChanged
    | e.RunDone,
) -> Run:
    match entry:
        case e.Paused():
            return replace(run, overlay=Overlay.PAUSED, overlay_reason=entry.why)
        case e.Resumed() | e.Retried(unit=""):
            return replace(run, overlay=None, overlay_reason="")
        case e.Retried():
            return with_unit(run, _unit_step(run.units[entry.unit], UnitTrigger.RETRIED))
        case e.Stopped():
            return replace(_step(run, Trigger.STOPPED), overlay=None, overlay_reason=entry.why)
        case e.NeedsHuman():
            return replace(run, overlay=Overlay.NEEDS_HUMAN, overlay_reason=entry.reason)
        case e.CommandRefused():
            return replace(run, refusals=run.refusals + 1)
        case e.PrdChanged():
            return replace(run, prd_sha256=entry.prd_sha256)
        case e.RunDone():
            return replace(_step(run, Trigger.UNITS_ENDED), overlay=None, overlay_reason="")
        case _:
            assert_never(entry)


def promote(run: Run) -> Run:
    """Every queued unit whose dependencies are done becomes ready; a dropped or failed one holds nobody up forever."""
    for unit in run.units.values():
        if unit.state is UnitState.QUEUED and all(_is_out_of_the_way(run, d) for d in unit.depends_on):
            run = with_unit(run, _unit_step(unit, UnitTrigger.DEPENDENCIES_DONE))
    return run


def _is_out_of_the_way(run: Run, unit_id: str) -> bool:
    unit = run.units.get(unit_id)
    return unit is None or unit.state in {UnitState.DONE, UnitState.DROPPED}


def _unit_named(run: Run, number: str) -> UnitRun:
    unit = run.unit_of_patchset(number)
    if unit is None:
        raise ValueError(f"no unit has the patchset {number}")
    return unit


def _step(run: Run, trigger: Trigger) -> Run:
    return replace(run, stage=step(run.stage, trigger))


def _unit_step(unit: UnitRun, trigger: UnitTrigger) -> UnitRun:
    return replace(unit, state=step_unit(unit.state, trigger))
