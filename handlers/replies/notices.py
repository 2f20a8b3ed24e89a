"""The one new comment that goes with an entry of the ledger because it is somebody's turn, or because something ended."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.backlogs import backlog_proposed
from handlers.replies.checking import checks_seen, failure_read, pull_request_kept, unit_waits
from handlers.replies.done import run_done
from handlers.replies.drift import drifted
from handlers.replies.happenings import HAPPENED
from handlers.replies.late_answers import answered_late
from handlers.replies.nudges import nudged
from handlers.replies.patchsets import gates_judged, overridden
from handlers.replies.plans import plan_proposed
from handlers.replies.questions import questions_asked
from handlers.replies.refusals import refused_before
from handlers.replies.rounds import drawn_again, given_up
from handlers.replies.standing import as_it_was
from handlers.replies.trouble import (
    approval_voided,
    budget_reached,
    endorsed,
    needs_human,
    rejected,
    triage_recommended,
    unit_taken,
    write_refused,
)
from handlers.replies.view import View
from policies import entries as e
from policies.fold import Recorded
from policies.run import Run


def notice(run: Run, record: Recorded, view: View) -> str:
    """The comment for this entry; `run` is the run after it."""
    return w.in_policy(_worded(run, record, view), view)


def _worded(run: Run, record: Recorded, view: View) -> str:
    entry = record.entry
    match entry:
        case e.TriageRecommended():
            return triage_recommended(run, entry, view)
        case e.QuestionsAsked():
            return questions_asked(run, entry, view)
        case e.QuestionAnswered():
            return answered_late(run, entry, view)
        case e.PlanProposed():
            return plan_proposed(run, entry, view)
        case e.BacklogProposed():
            return backlog_proposed(run, entry, view)
        case e.VersionKept() | e.PatchsetKept():
            return as_it_was(run, entry, view)
        case e.GatesJudged():
            return gates_judged(run, entry, view)
        case e.Overridden():
            return overridden(run, entry, view)
        case e.NeedsHuman():
            return needs_human(run, entry, view)
        case e.BudgetReached():
            return budget_reached(run, entry, view)
        case e.Endorsed():
            return endorsed(run, entry)
        case e.ApprovalVoided():
            return approval_voided(run, entry, view)
        case e.Drifted():
            return drifted(run, entry, record.seq, view)
        case e.DrawnAgain():
            return drawn_again(run, entry)
        case e.GivenUp():
            return given_up(run, entry, view)
        case e.WriteRefused():
            return write_refused(run, entry, view)
        case e.CommandRefused():
            return refused_before(entry)
        case e.UnitTaken():
            return unit_taken(run, entry)
        case e.Rejected():
            return rejected(run, entry, view)
        case e.Nudged():
            return nudged(run, view)
        case e.RunDone():
            return run_done(run, view)
        case e.ChecksSeen():
            return checks_seen(run, entry, view)
        case e.FailureRead():
            return failure_read(run, entry, view)
        case e.PullRequestKept():
            return pull_request_kept(run, entry, view)
        case e.UnitWaits():
            return unit_waits(run, entry, view)
        case _:
            happened = HAPPENED.get(entry.type, entry.type.replace("_", " "))
            return w.blocks(
                f"{happened}.",
                w.sub(f"entry {record.seq}", w.day_and_time(record.at), m.code(w.short(record.hash))),
            )
