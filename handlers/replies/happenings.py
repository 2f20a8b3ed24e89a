"""What an entry of the ledger means, in one line for people."""

from collections.abc import Mapping
from types import MappingProxyType

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.counting import count

# What happened, for the card's list; steps of the machinery that mean nothing to people are not in it.
HAPPENED: Mapping[str, str] = MappingProxyType(
    {
        "run_started": "Run started",
        "triage_recommended": "Triage gave its advice",
        "triage_overruled": "Triage overruled by a person",
        "questions_asked": "Questions asked",
        "question_answered": "A question answered",
        "plan_proposed": "A plan proposed",
        "backlog_proposed": "A backlog proposed",
        "refinement_asked": "A change asked for",
        "version_kept": "A wish changed nothing",
        "approved": "Approved",
        "endorsed": "A yes counted, and more are needed",
        "approval_voided": "An approval became void",
        "rejected": "Rejected",
        "overridden": "A rule was let pass by a person",
        "backlog_synced": "Issues created",
        "patchset_proposed": "A patchset computed",
        "gates_judged": "Gates judged a patchset",
        "patchset_kept": "A wish changed no file of a patchset",
        "unit_waits": "A unit waits for a person or a model",
        "units_dropped": "Units left out",
        "unit_taken": "A unit taken over by a person",
        "unit_given_back": "A unit given back",
        "written": "An approved change written, pull request open",
        "write_refused": "A write refused",
        "checks_seen": "Checks reported",
        "rerun_asked": "Red checks run once more",
        "failure_read": "Red checks read",
        "merge_intended": "A merge begun",
        "pull_request_kept": "A pull request left to people",
        "pull_request_ended": "A pull request merged or closed",
        "prd_changed": "The PRD edited",
        "paused": "Paused",
        "resumed": "Resumed",
        "retried": "Another try asked for",
        "stopped": "Stopped",
        "needs_human": "A person is needed",
        "budget_reached": "The budget was reached",
        "budget_raised": "The budget was set by a person",
        "command_refused": "A command refused",
        "run_done": "Done",
        "drawn_again": "A unit drawn again",
        "given_up": "A unit given up",
        "reviewed": "A pull request reviewed by the model",
        "drifted": "Files of merged requirements were changed",
        "drift_answered": "A note about changed files answered",
        "nudged": "Nobody spoke for long; it was said once whose turn it is",
        "review_missed": "A person found what the review had let pass",
    }
)


def happened(entry: e.Entry, view: View) -> str:
    """The same with who and what, where the entry tells; Markdown."""
    match entry:
        case e.QuestionAnswered():
            return f"{w.name(entry.by)} answered question {m.line(entry.question.removeprefix('Q'))}"
        case e.PlanProposed() | e.BacklogProposed():
            return f"{'Plan' if isinstance(entry, e.PlanProposed) else 'Backlog'} v{entry.version} proposed"
        case e.RefinementAsked():
            return f"{w.name(entry.by)} asked for a change of {w.named(entry.target)}"
        case e.Approved():
            version = f" v{entry.version}" if entry.target in {"plan", "backlog"} else ""
            return f"{w.name(entry.by)} approved {m.line(entry.target)}{version}"
        case e.Rejected():
            return f"{w.name(entry.by)} rejected {w.named(entry.target)}"
        case e.Overridden():
            return f"{w.name(entry.by)} made an exception to {m.code(entry.rule)} for {w.named(entry.target)}"
        case e.ApprovalVoided():
            return f"The approval of {w.named(entry.target)} became void"
        case e.PatchsetProposed():
            return f"{m.line(entry.number)} proposed for {m.line(entry.unit)}"
        case e.GatesJudged():
            return (
                f"{m.line(entry.number)} {'was stopped by a rule' if entry.blocked else 'passed its gates'}"
            )
        case e.DrawnAgain():
            return f"{m.line(entry.unit)} is drawn again: {m.sentence(entry.why, limit=160)}"
        case e.Drifted():
            return f"{w.name(entry.by)} changed files of {w.ids(entry.requirements, most=4)}"
        case e.DriftAnswered():
            return f"{w.name(entry.by)} {entry.how} what was changed in {w.ids(entry.requirements, most=4)}"
        case e.GivenUp():
            return f"{m.line(entry.unit)} was given up after {count(len(entry.tried), 'attempt')}"
        case e.Paused() | e.Resumed() | e.Stopped():
            return f"{w.name(entry.by)} {entry.type} the run"
        case e.Retried():
            return f"{w.name(entry.by)} asked me to try {m.line(entry.unit) or 'it'} again"
        case e.CommandRefused():
            return f"What {w.name(entry.by)} asked for was refused"
        case e.BudgetRaised():
            return f"{w.name(entry.by)} set the budget of this run to {w.money(entry.cap)}"
        case e.UnitWaits():
            return f"{m.line(entry.unit)} waits for a person or a model"
        case e.UnitsDropped():
            return (
                f"{w.ids(entry.units, most=4)} {'done by a person' if entry.done_by_person else 'left out'}"
            )
        case e.UnitTaken():
            return f"{w.name(entry.to)} took {m.line(entry.unit)} over"
        case e.UnitGivenBack():
            return f"{w.name(entry.by)} gave {m.line(entry.unit)} back"
        case e.ChecksSeen():
            return f"Checks of {w.issue(entry.pull_request, view)}: {m.line(entry.state)}"
        case _:
            return _of_a_pull_request(entry, view) or HAPPENED[entry.type]


def _of_a_pull_request(entry: e.Entry, view: View) -> str:
    """What happened to a pull request; empty for anything else."""
    match entry:
        case e.MergeIntended():
            how = "put into its merge queue" if entry.how == "queue" else "merged by the App"
            return f"{w.issue(entry.pull_request, view)} is being {how}"
        case e.PullRequestKept():
            what = "stays a draft" if entry.what == "draft" else "is for a person to merge"
            return f"{w.issue(entry.pull_request, view)} {what}"
        case e.RerunAsked():
            return f"Red checks of {w.issue(entry.pull_request, view)} run once more"
        case e.FailureRead():
            what = "given up" if entry.gives_up else "a fix asked for"
            return f"Checks of {w.issue(entry.pull_request, view)} red again: {what}"
        case e.PullRequestEnded():
            return f"{w.issue(entry.pull_request, view)} {'merged' if entry.merged else 'closed'}"
        case _:
            return ""


def would(entry: e.Entry) -> str:
    """What would be recorded or done, for a simulation; Markdown."""
    match entry:
        case e.RoleAsked():
            return f"ask the {entry.role} for {w.subject(entry.subject)}"
        case e.Approved():
            return f"record the approval of {m.line(entry.target)} {m.code(w.short(entry.digest))} by {w.name(entry.by)}"
        case e.WriteIntended():
            return f"write it to {m.code(entry.branch)} and open a pull request"
        case e.RefinementAsked():
            return f"record the wish for another version of {w.named(entry.target)}"
        case e.QuestionAnswered():
            return f"record the answer to {m.line(entry.question)}: {m.line(entry.text, limit=120)}"
        case e.BudgetRaised():
            return f"let this run spend {w.money(entry.cap)} in all"
        case e.Overridden():
            return f"let the rule {m.code(entry.rule)} pass for {m.line(entry.target)} {m.code(w.short(entry.digest))}"
        case e.DriftAnswered():
            return f"record that the change of {w.ids(entry.requirements)} is {entry.how}"
        case e.Rejected():
            return f"record the no to {m.line(entry.target)}"
        case _:
            return f"record: {HAPPENED.get(entry.type, entry.type.replace('_', ' ')).lower()}"
