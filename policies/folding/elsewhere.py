"""Wishes that were said in another thread than their answer stands in, and the entry that answers each."""

from dataclasses import replace

from policies import entries as e
from policies.elsewhere import SaidElsewhere
from policies.folding.steps import Recorded
from policies.run import Run

MOST = 50


def said(run: Run, entry: e.RefinementAsked) -> Run:
    """The run that knows where else this was said; older records do not tell."""
    unit = run.units.get(entry.target)
    home = unit.issue if unit is not None else run.key.issue
    if entry.thread == home or entry.thread not in run.threads:
        return run
    wish = SaidElsewhere(entry.target, entry.thread, entry.by)
    return replace(run, said_elsewhere=(*run.said_elsewhere, wish)[-MOST:])


def answered(run: Run, record: Recorded) -> Run:
    """The run in which this entry is the answer to what was wished of its target, the first there is."""
    target = _answers(record.entry)
    if target is None or not run.said_elsewhere:
        return run
    said_elsewhere = tuple(
        replace(each, answered=record.seq) if each.target == target and each.answered is None else each
        for each in run.said_elsewhere
    )
    return replace(run, said_elsewhere=said_elsewhere)


def _answers(entry: e.Entry) -> str | None:
    match entry:
        case e.PlanProposed() | e.QuestionsAsked():
            return "plan"
        case e.BacklogProposed():
            return "backlog"
        case e.VersionKept():
            return entry.target
        case e.GatesJudged() | e.PatchsetKept():
            return entry.unit
        case _:
            return None
