"""What an agent's reply comes to: it is judged here, and only as data; nothing in it can be a command or a state."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, assert_never

from pydantic import ValidationError

from agents.ask import total
from agents.schemas import backlog as backlogs
from agents.schemas import pack as packs
from agents.schemas import proposal as proposals
from agents.schemas import review as reviews
from agents.schemas import triage as triages
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from policies import artifacts, budget
from policies import commands as c
from policies import entries as e
from policies.answering import as_said
from policies.characters import visible
from policies.coverage import complete
from policies.decide import paying
from policies.decide.next_backlog import proposed
from policies.decide.reviewing import not_reviewed, reviewed, shown
from policies.decide.standing import backlog_kept, patchset_kept, plan_kept
from policies.decision import Decision, Ignored, Moved
from policies.facts import Facts
from policies.run import Run
from policies.stages import UnitState
from policies.verdict import Block, Pass, Verdict, Warn

# What of a gate's evidence goes on the record, so that one patchset cannot fill it.
EVIDENCE = 6
EVIDENCE_LENGTH = 200
_OF_A_UNIT = frozenset({"implementation", "fixup"})


def accept(run: Run, command: c.AcceptReply, facts: Facts) -> Decision:
    """Record the reply's cost and digests, and what it proposes if it fits; else say that a person is needed."""
    if not _is_awaited(run, command):
        return paying.paid(run, command, why="nobody waits for this reply any more")
    calls = paying.untold(run, command.calls)
    usage = command.usage
    if len(calls) < len(command.calls):
        usage = replace(total(usage.model, [call.usage for call in calls]), model=usage.model)
    replied = e.RoleReplied(
        role=command.role,
        subject=command.subject,
        ask=command.ask,
        content=command.content,
        reason=command.reason[:500],
        spent=paying.spent(usage),
        calls=paying.listed(calls),
        context=command.context,
    )
    # An answer has come meanwhile, or a person has closed the unit's issue: only the cost counts.
    if _is_moot(run, command):
        return Moved((replied,))
    if command.content is None or facts.content is None:
        return Moved((replied, *_unanswered(run, command)))
    try:
        proposed, files = _proposed(run, command, facts, facts.content)
    except ValidationError as error:
        reason = f"the {command.role} reply does not hold together ({error.error_count()} faults)"
        return Moved((replied, e.NeedsHuman(reason=reason)))
    return Moved((replied, *proposed), tuple(files.values()))


def over_budget(run: Run, command: c.OverBudget) -> Decision:
    """Hold the run, because a call would have broken a budget; while it is held already, the question is put again later."""
    if not _is_awaited(run, command):
        return Ignored("nobody waits for this reply any more")
    return budget.reached(run, command) or Ignored("the run is held already")


def _is_awaited(run: Run, command: c.AcceptReply | c.OverBudget) -> bool:
    of_unit = command.role in _OF_A_UNIT and command.subject in run.unit_asks.values()
    of_review = command.role == "reviewer" and command.subject in run.reviewing.values()
    return of_unit or of_review or run.asked == (command.role, command.subject)


def _is_moot(run: Run, command: c.AcceptReply) -> bool:
    if command.role == "implementation":
        unit = run.units[_unit_of(command)]
        return unit.state is not UnitState.PATCHING or unit.in_vain
    if command.role == "fixup":
        return run.units[_unit_of(command)].state is not UnitState.CHECKS_RED
    if command.role == "reviewer":
        return shown(run, run.units[_unit_of(command)]) is None
    return run.asked_in_vain


def _unit_of(command: c.AcceptReply) -> str:
    """The unit's id in `U-03 1`."""
    return command.subject.partition(" ")[0]


def _unanswered(run: Run, command: c.AcceptReply) -> tuple[e.Entry, ...]:
    if command.role == "reviewer":
        return not_reviewed(run, run.units[_unit_of(command)], command.reason)
    if command.role in _OF_A_UNIT:
        return (e.UnitWaits(unit=_unit_of(command), reason=command.reason[:500]),)
    return (e.NeedsHuman(reason=f"{command.role}: {command.reason[:400]}"),)


def _proposed(
    run: Run, command: c.AcceptReply, facts: Facts, content: bytes
) -> tuple[tuple[e.Entry, ...], Mapping[str, bytes]]:
    match command.role:
        case "triage":
            triage = triages.load(content)
            recommended = e.TriageRecommended(
                verdict=triage.verdict, reasons=triage.reasons, remedies=triage.remedies
            )
            return (recommended,), {}
        case "planner":
            return _plan(run, command, facts, complete(packs.load(content)))
        case "decomposition":
            return _backlog(run, facts, backlogs.load(content))
        case "implementation" | "fixup":
            return _patchset(run, command, facts, proposals.load(content)), {}
        case "reviewer":
            return reviewed(run, run.units[_unit_of(command)], reviews.load(content)), {}
        case _:
            assert_never(command.role)


def _plan(
    run: Run, command: c.AcceptReply, facts: Facts, pack: ArchitecturePack
) -> tuple[tuple[e.Entry, ...], Mapping[str, bytes]]:
    kept = plan_kept(run, pack, facts.before)
    if kept is not None:
        return (kept,), {}
    files = artifacts.plan_files(pack)
    answered = {reply.question for reply in run.replies}
    questions = tuple(
        e.AskedQuestion(
            id=question.id,
            text=question.text,
            default=question.default,
            options=question.options,
            requirement_ids=question.requirement_ids,
        )
        for question in pack.clarifications
    )
    blocking = tuple(q.id for q in pack.clarifications if q.blocking and q.id not in answered)
    if blocking:
        draft = artifacts.sha256(files[artifacts.PACK])
        return (e.QuestionsAsked(questions=questions, blocking=blocking, draft=draft),), files
    version, digests = len(run.plans) + 1, artifacts.digests(files)
    prd = command.prd_sha256 or run.prd_sha256
    digest = artifacts.approval_digest(
        run=run.id, kind="plan", version=version, prd_sha256=prd, files=digests
    )
    proposed = e.PlanProposed(
        version=version, digest=digest, prd_sha256=prd, files=digests, questions=questions
    )
    return (proposed,), files


def _backlog(run: Run, facts: Facts, backlog: Backlog) -> tuple[tuple[e.Entry, ...], Mapping[str, bytes]]:
    backlog = as_said(run, backlog)
    kept = backlog_kept(run, backlog, facts.before)
    if kept is not None:
        return (kept,), {}
    if not backlog.units:
        return (e.NeedsHuman(reason="the decomposition came back without a single unit"),), {}
    entry, files = proposed(run, backlog)
    return (entry,), files


def _patchset(
    run: Run, command: c.AcceptReply, facts: Facts, proposal: proposals.Proposal | proposals.CannotPropose
) -> tuple[e.Entry, ...]:
    unit_id = _unit_of(command)
    if isinstance(proposal, proposals.CannotPropose):
        return (e.UnitWaits(unit=unit_id, reason=f"{proposal.reason} {proposal.what_would_help}"[:500]),)
    patchset = facts.patchset
    if patchset is None or isinstance(patchset, Block):
        reason = patchset.reason if patchset else "the proposal could not be computed on its base"
        return (e.UnitWaits(unit=unit_id, reason=f"The proposal was refused: {reason}"[:500]),)
    judged = e.GatesJudged(
        unit=unit_id,
        number=patchset.number,
        digest=patchset.digest,
        gates=tuple(_result(verdict) for verdict in facts.gates),
        blocked=any(isinstance(verdict, Block) for verdict in facts.gates),
    )
    kept = patchset_kept(run, run.units[unit_id], proposal, judged, facts)
    if kept is not None:
        return (kept,)
    proposed = e.PatchsetProposed(
        unit=unit_id,
        number=patchset.number,
        version=patchset.version,
        digest=patchset.digest,
        content=command.content or "",
        base_ref=patchset.base_ref,
        base_sha=patchset.base_sha,
        tree_sha=patchset.tree_sha,
        paths={change.path: _kind(change.before, change.after) for change in patchset.changes},
    )
    return (proposed, judged)


def _kind(before: bytes | None, after: bytes | None) -> str:
    if before is None:
        return "added"
    return "deleted" if after is None else "changed"


def _result(verdict: Verdict) -> e.GateResult:
    match verdict:
        case Pass():
            return _shown(verdict, "pass", "")
        case Warn():
            return _shown(verdict, "warn", verdict.reason)
        case Block():
            return _shown(verdict, "block", verdict.reason)
        case _:
            assert_never(verdict)


def _shown(verdict: Verdict, result: Literal["pass", "warn", "block"], reason: str) -> e.GateResult:
    """The first places are enough for a person to see what is meant; the diff shows the others."""
    shown = [visible(line)[:EVIDENCE_LENGTH] for line in verdict.evidence[:EVIDENCE]]
    if len(verdict.evidence) > EVIDENCE:
        shown[-1] = f"and {len(verdict.evidence) - EVIDENCE + 1} more"
    return e.GateResult(rule=verdict.rule, result=result, reason=reason[:500], evidence=tuple(shown))
