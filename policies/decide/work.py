"""What the App's own work, GitHub's checks and people's edits on GitHub mean for a run."""

from policies import commands as c
from policies import entries as e
from policies.decision import Decision, Ignored, Moved
from policies.facts import Facts
from policies.fold import VOIDABLE
from policies.machine import TAKEABLE
from policies.run import Approval, Run
from policies.stages import UNIT_ENDED, Stage, UnitState

_PR_SPEAKS = (UnitState.APPLYING_PATCHES, UnitState.PR_OPEN, UnitState.VERIFYING_CI, UnitState.CHECKS_RED)


def synced(run: Run, command: c.Synced) -> Decision:
    """The issues stand as the backlog says; units that are in it no longer leave the run."""
    if run.stage is not Stage.SYNCING:
        return Ignored("the run is past that")
    kept = {unit for unit, _, _ in command.issues}
    left = tuple(u.id for u in run.units.values() if u.id not in kept and u.state not in UNIT_ENDED)
    gone = (e.UnitsDropped(units=left, why="not in the approved backlog any more"),) if left else ()
    in_step = e.BacklogSynced(
        version=command.version,
        issues={unit: (number, issue_id) for unit, number, issue_id in command.issues},
        slices={part: (number, issue_id) for part, number, issue_id in command.slices},
        writes=command.writes,
    )
    return Moved((*gone, in_step))


def wrote(run: Run, command: c.Wrote) -> Decision:
    """What was approved has been written."""
    if command.pull_request in run.pull_requests:
        return Ignored("the ledger has it")
    if not _awaited(run, command):
        reason = (
            f"#{command.pull_request} shows a version of {command.subject} that nobody waits for any more"
        )
        return Moved((e.NeedsHuman(reason=reason),))
    return Moved(
        (
            e.Written(
                subject=command.subject,
                digest=command.digest,
                branch=command.branch,
                commit_sha=command.commit_sha,
                tree_sha=command.tree_sha,
                pull_request=command.pull_request,
            ),
        )
    )


def _awaited(run: Run, command: c.Wrote) -> bool:
    """Whether the approval that led to this write still stands."""
    if command.subject == "plan":
        return run.approval_of(command.digest) is not None
    unit = run.units.get(command.subject)
    if unit is None or unit.approval is None or unit.state is not UnitState.APPLYING_PATCHES:
        return False
    return unit.approval.digest == command.digest


def write_failed(run: Run, command: c.WriteFailed) -> Decision:
    """A write that did not happen voids its approval; one whose outcome is unknown holds the run for a person."""
    target = _voided(run, command)
    if target is not None and not command.unknown:
        return Moved((e.ApprovalVoided(target=target, digest=command.digest, reason=command.reason),))
    refused = e.WriteRefused(
        subject=command.subject, digest=command.digest, reason=command.reason, unknown=command.unknown
    )
    return Moved((refused,))


def _voided(run: Run, command: c.WriteFailed) -> str | None:
    """What waits for another approval now; None where a person must look, because only the way to the write is barred."""
    if command.subject == "plan":
        return "plan" if command.void and run.stage in VOIDABLE else None
    unit = run.units.get(command.subject)
    if unit is None or unit.patchset is None or unit.state is not UnitState.APPLYING_PATCHES:
        return None
    return unit.patchset.number


def comment_changed(run: Run, command: c.CommentChanged) -> Decision:
    """Every yes that was said in the comment and has not led to a write yet is void."""
    how = "deleted" if command.deleted else "edited"
    said = [one for one in (*run.approvals, *run.endorsements) if one.comment_id == command.comment_id]
    if not said:
        return Ignored("no yes hangs on that comment")
    entries: list[e.ApprovalVoided] = []
    for one in said:
        reason = f"the comment in which @{one.by.login} said yes was {how}"
        approval = run.approval_of(one.digest)
        if approval is not None and run.awaits_write(approval):
            entries.append(e.ApprovalVoided(target=one.target, digest=one.digest, reason=reason))
        elif approval is None:
            entries.append(_taken_back(one, reason))
    return Moved(tuple(entries)) if entries else Ignored("what was approved there has been acted on")


def _taken_back(one: Approval, reason: str) -> e.ApprovalVoided:
    return e.ApprovalVoided(
        target=one.target, digest=one.digest, reason=reason, comment_id=one.comment_id, by=one.by
    )


def pull_request_closed(run: Run, command: c.PullRequestClosed) -> Decision:
    """A person merged or closed a pull request."""
    pull = run.pull_requests.get(command.pull_request)
    if pull is None or pull.state != "open":
        return Ignored("not an open pull request of this run")
    return Moved(
        (
            e.PullRequestEnded(
                pull_request=command.pull_request,
                merged=command.merged,
                merge_sha=command.merge_sha,
                by=command.by,
            ),
        )
    )


def unit_issue_closed(run: Run, command: c.UnitIssueClosed, facts: Facts) -> Decision:
    """A person closed a unit's issue: done by hand, or not wanted any more; people's edits win, and the last one counts."""
    unit = run.unit_of_issue(command.issue)
    if unit is None or unit.state in UNIT_ENDED:
        return Ignored("no open unit stands in this issue")
    if facts.reopened:
        return Ignored("it has been opened again")
    if unit.state in _PR_SPEAKS:
        return Ignored("its pull request tells what became of it")
    return Moved(
        (
            e.UnitsDropped(
                units=(unit.id,), why=f"closed by @{command.by.login}", done_by_person=command.completed
            ),
        )
    )


def unit_assigned(run: Run, command: c.UnitAssigned, facts: Facts) -> Decision:
    """Whoever a unit's issue is assigned to has it; assigned to nobody, it goes on by itself."""
    unit = run.unit_of_issue(command.issue)
    if unit is None or unit.state not in TAKEABLE:
        return Ignored("no unit stands in this issue, or its pull request tells what becomes of it")
    pull = run.pull_requests.get(unit.pull_request or 0)
    if pull is not None and pull.state == "open" and unit.state is not UnitState.TAKEN:
        # Whoever is assigned meanwhile looks after the pull request; a wish or red checks may bring another version of it.
        return Ignored("its pull request is open and tells what becomes of it")
    if unit.holder in facts.holders:
        return Ignored("whoever has it still has it")
    if facts.holders:
        return Moved((e.UnitTaken(unit=unit.id, to=facts.holders[0], by=command.by),))
    if unit.state is not UnitState.TAKEN:
        return Ignored("nobody had it")
    return Moved((e.UnitGivenBack(unit=unit.id, by=command.by),))


def prd_edited(run: Run, command: c.PrdEdited, facts: Facts) -> Decision:
    """The PRD's text changed: plans made from the old text are behind.

    Of two who edit one after the other the second finds the text as the first was told it; they wrote in it all the same.
    """
    if not facts.prd_sha256:
        return Ignored("the issue cannot be read")
    if facts.prd_sha256 == run.prd_sha256 and (not run.editors or command.by.id in run.authors):
        return Ignored("the text is the same")
    return Moved((e.PrdChanged(prd_sha256=facts.prd_sha256, by=command.by),))
