"""Questions, agents, plans and backlogs."""

from dataclasses import replace
from typing import assert_never

from policies import entries as e
from policies.folding import elsewhere
from policies.folding.steps import Recorded, promote, stepped, unit_stepped
from policies.machine import Trigger, UnitTrigger
from policies.run import Refinement, Reply, Run, UnitRun, Version, with_unit, without
from policies.stages import Stage, UnitState


def questions(
    run: Run,
    entry: e.TriageRecommended | e.TriageOverruled | e.QuestionsAsked | e.QuestionAnswered,
    record: Recorded,
) -> Run:
    """The run after triage, a question or an answer."""
    match entry:
        case e.TriageRecommended():
            run = replace(run, triage=(entry.verdict, entry.reasons))
            return stepped(run, Trigger.TRIAGED_GO) if entry.verdict == "GO" else run
        case e.TriageOverruled():
            return stepped(run, Trigger.OVERRULED)
        case e.QuestionsAsked():
            run = replace(
                _asked_again(run, entry, record.seq),
                questions=entry.questions,
                blocking=entry.blocking,
                draft=entry.draft,
            )
            return stepped(_unapproved(run), Trigger.QUESTIONS_BLOCK)
        case e.QuestionAnswered():
            kept = tuple(reply for reply in run.replies if reply.question != entry.question)
            reply = Reply(entry.question, entry.text, entry.by, record.at, record.seq, entry.units)
            replies = (*kept, reply)
            # A backlog that is being drawn gets the answer when it comes.
            in_vain = run.asked is not None and (run.asked_in_vain or run.asked[0] != "decomposition")
            return replace(run, replies=replies, asked_in_vain=in_vain)
        case _:
            assert_never(entry)


def _shown(question: e.AskedQuestion) -> e.AskedQuestion:
    return question.model_copy(update={"requirement_ids": ()})


def _asked_again(run: Run, entry: e.QuestionsAsked, seq: int) -> Run:
    """The run with the comment that asks: a new one, or the same where the same questions hold the run as before."""
    # What a question bears on is not shown, and may change without a word of it changing.
    same = [_shown(each) for each in run.questions] == [_shown(each) for each in entry.questions]
    if not run.blocking or not same or run.blocking != entry.blocking:
        return replace(run, asking=(*run.asking, seq))
    asked_over = {**run.asked_over, seq: run.asking[-1]}
    return replace(run, asking=(*run.asking[:-1], seq), asked_over=asked_over)


def agents(run: Run, entry: e.RoleAsked | e.RoleReplied | e.CallsPaid) -> Run:
    """The run after an agent was asked, was paid or has replied."""
    match entry:
        case e.RoleAsked(role="implementation"):
            unit_id = entry.subject.partition(" ")[0]
            unit = run.units[unit_id]
            if unit.state is UnitState.READY:
                unit = unit_stepped(unit, UnitTrigger.ASKED)
            asked = replace(unit, versions=unit.versions + 1, attempts=unit.attempts + 1, approval=None)
            asked = replace(asked, in_vain=False)
            return replace(with_unit(run, asked), unit_asks={**run.unit_asks, unit_id: entry.subject})
        case e.RoleAsked(role="fixup"):
            # The checks stay red, and the approved patchset stays approved, until there is another one.
            unit_id = entry.subject.partition(" ")[0]
            asked = replace(run.units[unit_id], versions=run.units[unit_id].versions + 1)
            return replace(with_unit(run, asked), unit_asks={**run.unit_asks, unit_id: entry.subject})
        case e.RoleAsked(role="reviewer"):
            unit_id = entry.subject.partition(" ")[0]
            return replace(run, reviewing={**run.reviewing, unit_id: entry.subject})
        case e.RoleAsked():
            if entry.role == "planner" and run.stage in {Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED}:
                run = stepped(run, Trigger.ANSWERED)
            unread = run.unread and entry.role != "planner"
            return replace(run, asked=(entry.role, entry.subject), asked_in_vain=False, unread=unread)
        case e.RoleReplied():
            pending = {unit: subject for unit, subject in run.unit_asks.items() if subject != entry.subject}
            run = replace(_paid(run, entry, (entry.spent,)), unit_asks=pending)
            looked = {unit: subject for unit, subject in run.reviewing.items() if subject != entry.subject}
            run = replace(run, reviewing=looked)
            return replace(run, asked=None) if run.asked == (entry.role, entry.subject) else run
        case e.CallsPaid():
            return _paid(run, entry, tuple(call.spent for call in entry.calls))
        case _:
            assert_never(entry)


def _paid(run: Run, entry: e.RoleReplied | e.CallsPaid, spent: tuple[e.Spent, ...]) -> Run:
    """The run that has paid for this, and so has its unit where it was for one."""
    told = run.told_calls | {call.id for call in entry.calls if call.id}
    run = replace(run, spent=(*run.spent, *spent), told_calls=told)
    unit = run.units.get(entry.subject.partition(" ")[0])
    if unit is None:
        return run
    return with_unit(run, replace(unit, cost=unit.cost + sum(each.cost for each in spent)))


def artifacts(
    run: Run,
    entry: e.PlanProposed | e.BacklogProposed | e.VersionKept | e.RefinementAsked | e.BacklogSynced,
    record: Recorded,
) -> Run:
    """The run after a plan or backlog was proposed, refined or brought in step."""
    match entry:
        case e.PlanProposed():
            version = Version(
                entry.version, entry.digest, entry.files, record.at, record.seq, entry.prd_sha256
            )
            run = replace(
                run,
                plans=(*run.plans, version),
                questions=entry.questions,
                blocking=(),
                asking=(*run.asking, record.seq),
            )
            replaced = run.stage is Stage.BACKLOG_PROPOSED
            return stepped(_unapproved(run), Trigger.PLAN_REPLACED if replaced else Trigger.PLAN_PROPOSED)
        case e.BacklogProposed():
            version = Version(entry.version, entry.digest, entry.files, record.at, record.seq)
            answered = run.stage is Stage.BACKLOG_PROPOSED
            run = replace(run, backlogs=(*run.backlogs, version), dependencies=entry.units)
            return stepped(run, Trigger.ANSWERED if answered else Trigger.BACKLOG_PROPOSED)
        case e.VersionKept():
            return _kept(run, entry)
        case e.RefinementAsked():
            return _refined(run, entry, record)
        case e.BacklogSynced():
            units = {
                unit_id: replace(run.units[unit_id], depends_on=run.dependencies.get(unit_id, ()))
                if unit_id in run.units
                else UnitRun(unit_id, number, issue_id, run.dependencies.get(unit_id, ()))
                for unit_id, (number, issue_id) in entry.issues.items()
            }
            gone = {unit.id: unit for unit in run.units.values() if unit.id not in units}
            run = replace(run, units={**gone, **units}, slices=entry.slices)
            return promote(stepped(run, Trigger.SYNCED))
        case _:
            assert_never(entry)


def _unapproved(run: Run) -> Run:
    """A new plan ends the approval of the one before, and wishes about a backlog of that one name other units."""
    approvals = tuple(each for each in run.approvals if each.target != "plan")
    wishes = tuple(each for each in run.refinements if each.target != "backlog")
    return replace(run, approvals=approvals, refinements=wishes)


def _kept(run: Run, entry: e.VersionKept) -> Run:
    """What changed nothing is not asked for again with the next version."""
    version = run.plan if entry.target == "plan" else run.backlog
    since = version.seq if version else 0
    wishes = tuple(wish for wish in run.refinements if wish.target != entry.target or wish.seq < since)
    run = replace(run, refinements=wishes)
    if entry.target == "plan":
        # An approved plan is looked at again while its backlog waits; nothing was left, so there is nowhere to go back to.
        return stepped(run, Trigger.PLAN_STANDS) if run.stage is Stage.PLANNING else run
    approved = run.approval_of(entry.digest) is not None
    return stepped(run, Trigger.BACKLOG_STANDS_APPROVED if approved else Trigger.BACKLOG_STANDS)


def _refined(run: Run, entry: e.RefinementAsked, record: Recorded) -> Run:
    """A wish that comes while the version before is still being drawn makes that drawing count no more."""
    wish = Refinement(entry.target, entry.text, entry.by, record.seq)
    run = elsewhere.said(replace(run, refinements=(*run.refinements, wish)), entry)
    if entry.target in {"plan", "backlog"}:
        run = replace(run, asked_in_vain=run.asked is not None)
        if entry.target == "plan" and run.stage is Stage.BACKLOG_PROPOSED:
            # The plan was approved, and stays so until another is drawn.
            return run
        return stepped(run, Trigger.PLAN_REFINED if entry.target == "plan" else Trigger.BACKLOG_REFINED)
    unit = run.units[entry.target]
    run = replace(run, approvals=without(run.approvals, unit.patchset.digest)) if unit.patchset else run
    refined = replace(unit_stepped(unit, UnitTrigger.REFINED), approval=None, reason="")
    return with_unit(run, replace(refined, rounds=(), for_good=False))
