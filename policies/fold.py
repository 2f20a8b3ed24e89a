"""Folding: each entry of the ledger, in order, changes the run as the tables in `policies.machine` allow."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.budget import said
from policies.folding import (
    delivering,
    drifting,
    elsewhere,
    fixing,
    merging,
    objections,
    planning,
    reviewing,
    rounds,
    turns,
)
from policies.folding.steps import Recorded, promote, stepped, unit_named, unit_stepped
from policies.machine import Trigger, UnitTrigger
from policies.run import Approval, Run, RunKey, with_unit, without
from policies.stages import Overlay, Stage, UnitState

# Until its backlog is cleared, a plan whose approval is void waits for another one.
VOIDABLE = frozenset({Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED})

__all__ = ["Recorded", "apply", "fold"]


def fold(records: Iterable[Recorded]) -> Run | None:
    """The run these records amount to, or None when there are none; raises IllegalStepError on an impossible history."""
    run: Run | None = None
    for record in records:
        run = apply(run, record)
    return run


def apply(run: Run | None, record: Recorded) -> Run:
    """The run after one more record."""
    entry = record.entry
    if run is None:
        if not isinstance(entry, e.RunStarted):
            raise ValueError("a ledger begins with run_started")
        started = Run(
            key=RunKey(entry.repository, entry.issue),
            repository_id=entry.repository_id,
            title=entry.title,
            author=entry.author,
            started_by=entry.by,
            prd_sha256=entry.prd_sha256,
            base_ref=entry.base_ref,
            starter_writes=entry.writes,
        )
        return _count(started, record)
    changed = turns.turned(elsewhere.answered(_changed(run, entry, record), record), record)
    return _count(objections.settled(changed, record), record)


def _count(run: Run, record: Recorded) -> Run:
    return replace(
        run,
        causes=run.causes | {record.entry.cause} if record.entry.cause else run.causes,
        length=record.seq + 1,
        head=record.hash,
        events=(*run.events, (record.at, record.entry))[-12:],
    )


def _changed(run: Run, entry: e.Entry, record: Recorded) -> Run:
    match entry:
        case e.RunStarted():
            raise ValueError("a run starts once")
        case e.TriageRecommended() | e.TriageOverruled() | e.QuestionsAsked() | e.QuestionAnswered():
            return planning.questions(run, entry, record)
        case e.RoleAsked() | e.RoleReplied() | e.CallsPaid():
            return planning.agents(run, entry)
        case (
            e.PlanProposed() | e.BacklogProposed() | e.VersionKept() | e.RefinementAsked() | e.BacklogSynced()
        ):
            return planning.artifacts(run, entry, record)
        case e.Approved() | e.Endorsed() | e.ApprovalVoided() | e.Rejected():
            return _approvals(run, entry, record)
        case e.CommandRefused():
            return objections.refused(run, entry, record)
        case e.UnitsDropped():
            return delivering.dropped(run, entry)
        case e.UnitTaken() | e.UnitGivenBack():
            return delivering.handed(run, entry)
        case e.PatchsetProposed() | e.GatesJudged() | e.PatchsetKept() | e.UnitWaits():
            return delivering.units(run, entry, record)
        case e.Drifted() | e.DriftAnswered():
            return drifting.drifting(run, entry, record)
        case e.Reviewed() | e.ReviewMissed():
            return reviewing.reviewed(run, entry, record)
        case e.DrawnAgain() | e.GivenUp():
            return rounds.rounds(run, entry, record)
        case e.MergeIntended() | e.PullRequestKept():
            return merging.merges(run, entry)
        case e.RerunAsked() | e.FailureRead():
            return fixing.fixes(run, entry, record)
        case e.Nudged():
            return run
        case e.Overridden():
            return delivering.overridden(run, entry, record)
        case e.WriteIntended() | e.Written() | e.WriteRefused() | e.ChecksSeen() | e.PullRequestEnded():
            return delivering.writes(run, entry, record)
        case _:
            return _overlays(run, entry)


def _approvals(
    run: Run, entry: e.Approved | e.Endorsed | e.ApprovalVoided | e.Rejected, record: Recorded
) -> Run:
    match entry:
        case e.Endorsed():
            return replace(run, endorsements=(*run.endorsements, _approval(entry, record)))
        case e.Approved():
            approval = _approval(entry, record)
            run = replace(run, approvals=(*without(run.approvals, entry.digest), approval))
            if entry.target == "plan":
                return stepped(run, Trigger.PLAN_APPROVED)
            if entry.target == "backlog":
                return stepped(run, Trigger.BACKLOG_APPROVED)
            unit = delivering.spoken_for(unit_named(run, entry.target), entry)
            return with_unit(run, replace(unit_stepped(unit, UnitTrigger.APPROVED), approval=approval))
        case e.ApprovalVoided() if entry.comment_id:
            left = (one for one in run.endorsements if one.comment_id != entry.comment_id)
            return replace(run, endorsements=tuple(left))
        case e.ApprovalVoided():
            run = replace(
                run,
                approvals=without(run.approvals, entry.digest),
                endorsements=without(run.endorsements, entry.digest),
            )
            if entry.target == "plan" and run.stage in VOIDABLE:
                return replace(stepped(run, Trigger.PLAN_VOIDED), asked=None)
            unit_or_none = run.unit_of_patchset(entry.target)
            if unit_or_none is None or unit_or_none.state is not UnitState.APPLYING_PATCHES:
                return run
            voided = unit_stepped(unit_or_none, UnitTrigger.VOIDED)
            return with_unit(run, replace(voided, approval=None, reason=entry.reason))
        case e.Rejected(target="plan" | "backlog"):
            version = run.plan if entry.target == "plan" else run.backlog
            run = replace(run, rejected=run.rejected | {version.digest}) if version else run
            return stepped(run, Trigger.BACKLOG_KEPT) if entry.target == "backlog" and run.units else run
        case e.Rejected():
            unit = unit_named(run, entry.target)
            return promote(
                with_unit(run, replace(unit_stepped(unit, UnitTrigger.REJECTED), reason=entry.why))
            )
        case _:
            assert_never(entry)


def _approval(entry: e.Approved | e.Endorsed, record: Recorded) -> Approval:
    bound = entry.model_dump(exclude={"type", "cause", "by", "needed", "owners"})
    return Approval(**bound, by=entry.by, at=record.at, seq=record.seq)


def _overlays(
    run: Run,
    entry: e.Paused
    | e.Resumed
    | e.Retried
    | e.Stopped
    | e.NeedsHuman
    | e.BudgetReached
    | e.BudgetRaised
    | e.PrdChanged
    | e.RunDone,
) -> Run:
    match entry:
        case e.Paused():
            return replace(run, overlay=Overlay.PAUSED, overlay_reason=entry.why)
        case e.Resumed():
            return replace(run, overlay=None, overlay_reason="")
        case e.Retried(unit=""):
            # Before planning, the step to try again is triage: what it looked at may have changed meanwhile.
            return _read_anew(replace(run, overlay=None, overlay_reason=""))
        case e.Retried():
            retried = unit_stepped(run.units[entry.unit], UnitTrigger.RETRIED)
            return with_unit(run, replace(retried, rounds=()))
        case e.Stopped():
            return replace(stepped(run, Trigger.STOPPED), overlay=None, overlay_reason=entry.why)
        case e.NeedsHuman():
            return replace(run, overlay=Overlay.NEEDS_HUMAN, overlay_reason=entry.reason)
        case e.BudgetReached():
            return replace(run, overlay=Overlay.BUDGET, overlay_reason=said(entry))
        case e.BudgetRaised() if run.overlay is Overlay.BUDGET:
            return replace(run, budget=entry.cap, overlay=None, overlay_reason="")
        case e.BudgetRaised():
            return replace(run, budget=entry.cap)
        case e.PrdChanged():
            known = run if entry.by in run.editors else replace(run, editors=(*run.editors, entry.by))
            if entry.prd_sha256 == run.prd_sha256:
                return known
            return _read_anew(replace(known, prd_sha256=entry.prd_sha256, unread=True))
        case e.RunDone():
            return replace(stepped(run, Trigger.UNITS_ENDED), overlay=None, overlay_reason="")
        case _:
            assert_never(entry)


def _read_anew(run: Run) -> Run:
    """Before planning, advice about the old text counts no more: triage gives its advice about the new one."""
    if run.stage is not Stage.INGESTED:
        return run
    return replace(run, triage=None, asked_in_vain=run.asked is not None)
