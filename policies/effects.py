"""Everything that can be wanted of the world, as values; and which entries of the ledger want what.

Effects are never stored: they are read off the entries that brought them about. A piece of work that is run again
after a crash wants exactly the same effects again, and whoever performs them looks before writing.
"""

from collections.abc import Sequence
from typing import assert_never

from policies import entries as e
from policies.elsewhere import threads_of
from policies.fold import Recorded
from policies.folding.steps import unit_named
from policies.outstanding import outstanding, second_try_ends
from policies.redraws import decided, earlier, set_aside, settled
from policies.run import Run
from policies.wants import (
    AskRole,
    ClosePullRequest,
    CloseSlices,
    Effect,
    HandOver,
    Listen,
    LookAgain,
    LookAround,
    Merge,
    Point,
    PostReview,
    Redraw,
    RunAgain,
    ShowGates,
    ShowProof,
    SyncIssues,
    Tell,
    WriteApproved,
)

__all__ = [
    "AskRole",
    "ClosePullRequest",
    "CloseSlices",
    "Effect",
    "HandOver",
    "Listen",
    "LookAgain",
    "LookAround",
    "Merge",
    "Point",
    "PostReview",
    "Redraw",
    "RunAgain",
    "ShowGates",
    "ShowProof",
    "SyncIssues",
    "Tell",
    "WriteApproved",
    "carries_artifact",
    "effects_of",
]

# Issues of units in which one answer is told.
MOST_TOLD = 10
# What is told in the unit's thread, because it is somebody's turn.
_TOLD = frozenset({"green", "red", "missing", "stuck", "silent"})


def effects_of(run: Run, records: Sequence[Recorded]) -> tuple[Effect, ...]:
    """What these entries want, in order; `run` is the run after them."""
    return tuple(effect for record in records for effect in _all_of(run, record))


def _all_of(run: Run, record: Recorded) -> tuple[Effect, ...]:
    pointers = tuple(Point(thread, record.seq) for thread in threads_of(run.said_elsewhere, record.seq))
    return (
        *_wanted(run, record),
        *_proven(run, record),
        *pointers,
        *set_aside(run, record),
        *settled(run, record),
    )


def carries_artifact(effect: Effect, records: Sequence[Recorded]) -> bool:
    """Whether the effect is the comment, in the run's own thread, that holds the bytes its entry names."""
    match effect:
        case Tell(seq=seq):
            entry = records[seq].entry
            return isinstance(entry, e.QuestionsAsked | e.PlanProposed | e.BacklogProposed)
        case _:
            return False


def _wanted(run: Run, record: Recorded) -> tuple[Effect, ...]:
    entry, thread = record.entry, run.key.issue
    tell = Tell(thread, record.seq)
    match entry:
        case e.RoleAsked():
            return (AskRole(entry.role, entry.subject),)
        case e.TriageRecommended():
            return () if entry.verdict == "GO" else (tell,)
        case e.QuestionAnswered():
            return (*_answered(run, record, entry), *earlier(thread, run.asking, record.seq))
        case e.QuestionsAsked():
            # Where the same was asked once more since, that is told in the place of this.
            asking = next((seq for seq in run.asking if seq >= record.seq), record.seq)
            tell = Tell(thread, asking, run.asked_over.get(asking))
            return (tell, *earlier(thread, run.asking, asking))
        case e.PlanProposed():
            return (tell, *earlier(thread, run.asking, record.seq))
        case e.BacklogProposed():
            seqs = [backlog.seq for backlog in run.backlogs]
            return (tell, *earlier(thread, seqs, record.seq))
        case e.NeedsHuman(pull_request=number) if number:
            return (tell, ShowGates(number))
        case e.NeedsHuman() | e.BudgetReached() | e.VersionKept() | e.WriteRefused() | e.Nudged():
            return (tell,)
        case e.RunDone():
            return (CloseSlices(), tell)
        case e.PrdChanged():
            return decided(run, "plan")
        case e.ApprovalVoided():
            return (tell, *decided(run, entry.target), LookAround())
        case e.CommandRefused():
            # Where a newer refusal took its place, that one is told.
            newest = next((each for each in run.objections if each.seq == record.seq), None)
            return (Tell(newest.thread, newest.seq, newest.instead_of),) if newest else ()
        case e.Resumed() | e.Retried() | e.BudgetRaised():
            return outstanding(run)
        case e.Endorsed():
            return (Tell(entry.thread, record.seq),)
        case e.Approved(target="backlog"):
            return (SyncIssues(entry.version), *decided(run, entry.target))
        case e.Approved():
            return decided(run, entry.target)
        case e.WriteIntended():
            return (WriteApproved(entry.subject, entry.digest),)
        case e.GatesJudged():
            unit = run.units[entry.unit]
            told = Tell(unit.issue, record.seq)
            return (told, *earlier(unit.issue, unit.judged, record.seq))
        case e.Overridden():
            unit = unit_named(run, entry.target)
            return (Tell(unit.issue, record.seq), Redraw(unit.issue, unit.judged[-1]))
        case e.Written() | e.MergeIntended() | e.PullRequestKept():
            return _of_a_pull_request(run, record, entry)
        case e.RerunAsked() | e.FailureRead() | e.UnitWaits() | e.ChecksSeen():
            return _of_checks(run, record, entry)
        case _:
            return _followed(run, record)


def _followed(run: Run, record: Recorded) -> tuple[Effect, ...]:
    """What is wanted by the entries that are left."""
    entry = record.entry
    match entry:
        case e.Drifted():
            return (Tell(run.key.issue, record.seq),)
        case e.DriftAnswered():
            notes = sorted({each.noted for each in run.amendments if each.seq == record.seq})
            return (*(Redraw(run.key.issue, seq) for seq in notes), *decided(run, "plan"))
        case e.DrawnAgain(source="base" | "answer") | e.UnitTaken() | e.PatchsetKept():
            return (Tell(run.units[entry.unit].issue, record.seq),)
        case e.Rejected():
            ended = run.unit_of_patchset(entry.target)
            return (Tell(ended.issue, record.seq),) if ended else ()
        case e.GivenUp():
            return (Tell(run.units[entry.unit].issue, record.seq), LookAround())
        case e.PullRequestEnded(merged=False):
            return (LookAround(),)
        case _:
            return ()


def _proven(run: Run, record: Recorded) -> tuple[Effect, ...]:
    """What shows how far a unit is proven: its pull request, and once it is done the plan it came from."""
    match record.entry:
        case e.ChecksSeen(pull_request=number, state="green" | "red"):
            return _proof(run, number)
        case e.PullRequestEnded(merged=True, pull_request=number):
            return (*_proof(run, number), *decided(run, "plan"))
        case e.Reviewed(pull_request=number, failed=failed):
            posted = () if failed else (PostReview(number, record.seq),)
            return (*posted, *_proof(run, number))
        case e.ReviewMissed(pull_request=number):
            return _proof(run, number)
        case e.UnitsDropped(done_by_person=True):
            return decided(run, "plan")
        case _:
            return ()


def _proof(run: Run, number: int) -> tuple[Effect, ...]:
    unit = run.units.get(run.pull_requests[number].subject)
    return (ShowProof(number),) if unit is not None and unit.pull_request == number else ()


def _of_a_write(run: Run, entry: e.Written) -> tuple[Effect, ...]:
    number = entry.pull_request
    watched = () if entry.subject == "plan" else (HandOver(number), LookAgain(number, ""))
    return (ShowGates(number), *_replaced(run, entry), *watched)


def _of_a_pull_request(
    run: Run, record: Recorded, entry: e.Written | e.MergeIntended | e.PullRequestKept
) -> tuple[Effect, ...]:
    match entry:
        case e.Written():
            return _of_a_write(run, entry)
        case e.MergeIntended():
            return (Merge(entry.pull_request),)
        case e.PullRequestKept():
            unit = next((u for u in run.units.values() if u.pull_request == entry.pull_request), None)
            return (Tell(unit.issue, record.seq), ShowGates(entry.pull_request)) if unit else ()
        case _:
            assert_never(entry)


def _of_checks(
    run: Run, record: Recorded, entry: e.RerunAsked | e.FailureRead | e.UnitWaits | e.ChecksSeen
) -> tuple[Effect, ...]:
    match entry:
        case e.ChecksSeen():
            return (ShowGates(entry.pull_request), *_checked(run, record, entry))
        case e.RerunAsked(pull_request=number):
            return (RunAgain(number), LookAgain(number, second_try_ends(record.at)))
        case e.FailureRead():
            return (Tell(run.units[entry.unit].issue, record.seq),)
        case e.UnitWaits():
            return (Tell(run.units[entry.unit].issue, record.seq),)
        case _:
            assert_never(entry)


def _checked(run: Run, record: Recorded, entry: e.ChecksSeen) -> tuple[Effect, ...]:
    """What the checks of a unit's newest pull request ask for; who reads the thread of a plan needs none of it."""
    unit = next((u for u in run.units.values() if u.pull_request == entry.pull_request), None)
    if unit is None:
        return ()
    told = (Tell(unit.issue, record.seq),) if entry.state in _TOLD else ()
    done = (HandOver(entry.pull_request, green=True),) if entry.state in {"green", "silent"} else ()
    return (*done, *told, *((LookAgain(entry.pull_request, entry.look_at),) if entry.look_at else ()))


def _answered(run: Run, record: Recorded, entry: e.QuestionAnswered) -> tuple[Tell, ...]:
    """Once units are under way, the run's thread says what an answer changes, and so do the first of their issues."""
    there = [run.units[unit].issue for unit in entry.units if unit in run.units]
    return tuple(Tell(thread, record.seq) for thread in (run.key.issue, *there[:MOST_TOLD])) if there else ()


def _replaced(run: Run, written: e.Written) -> tuple[Effect, ...]:
    return tuple(
        ClosePullRequest(pull.number)
        for pull in run.pull_requests.values()
        if pull.subject == written.subject and pull.number != written.pull_request and pull.state == "open"
    )
