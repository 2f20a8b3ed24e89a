"""What people were refused, in each thread, and when their next command settled it."""

from dataclasses import replace

from policies import entries as e
from policies.folding.steps import Recorded
from policies.objections import Objection, within
from policies.run import Run

MOST = 50

# What a person says that is carried out.
_SETTLES = (
    e.Approved
    | e.Endorsed
    | e.Overridden
    | e.Rejected
    | e.RefinementAsked
    | e.QuestionAnswered
    | e.Paused
    | e.Resumed
    | e.Retried
    | e.Stopped
    | e.BudgetRaised
    | e.TriageOverruled
)


def refused(run: Run, entry: e.CommandRefused, record: Recorded) -> Run:
    """The run with one refusal more, which may take the place of one that was told a moment ago."""
    thread = entry.thread or run.key.issue
    before = next(
        (
            each
            for each in reversed(run.objections)
            if (each.person, each.thread, each.settled) == (entry.by.id, thread, None)
            and within(each.at, record.at)
        ),
        None,
    )
    others = tuple(each for each in run.objections if each is not before)
    now = Objection(
        entry.by.id, thread, record.seq, record.at, entry.code, before.seq if before is not None else None
    )
    return replace(run, refusals=run.refusals + 1, objections=(*others, now)[-MOST:])


def settled(run: Run, record: Recorded) -> Run:
    """The run in which this entry settles what the same person was refused before."""
    entry = record.entry
    if not run.objections or not isinstance(entry, _SETTLES):
        return run
    objections = tuple(
        replace(each, settled=record.seq) if each.person == entry.by.id and each.settled is None else each
        for each in run.objections
    )
    return replace(run, objections=objections)
