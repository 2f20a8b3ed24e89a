"""The line in a pull request, or another thread, that points to where the answer to what was said there stands."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import commands as c
from policies import entries as e
from policies.fold import Recorded
from policies.run import Run
from policies.stages import Overlay

# What was said to the run as a whole, whose answer is the status card.
_OF_THE_RUN: Mapping[type, str] = MappingProxyType(
    {
        c.Answer: "your answer is recorded",
        c.Answers: "your answers are recorded",
        c.Pause: "the run is paused",
        c.Resume: "the run goes on",
        c.Stop: "the run is ended",
        c.Retry: "I look again at what is to be done",
        c.Accept: "that is recorded",
        c.Amend: "that is recorded",
        c.Budget: "the budget is set",
    }
)
_WORDS = (c.Answer, c.Answers, c.Refine)


def pointer(run: Run, record: Recorded, thread: int, view: View) -> str:
    """Who wished, what came of it and where it stands; `thread` is where it was said, and `run` knows who did."""
    came = _came(run, record.entry, thread, view)
    people = dict.fromkeys(
        w.name(each.by)
        for each in run.said_elsewhere
        if each.thread == thread and each.answered == record.seq
    )
    mark = "🟡" if isinstance(record.entry, e.QuestionsAsked) else "🔵"
    return f"{mark} {w.and_(tuple(people))}: {came}"


def said_elsewhere(run: Run, command: c.Command) -> c.Said | None:
    """The comment that gave a command in another thread of the run than its own issue."""
    said = c.said_in(command)
    return said if said and said.thread != run.key.issue and said.thread in run.threads else None


def landed(run: Run, command: c.Command, entries: Sequence[e.Entry], view: View) -> tuple[c.Said, str] | None:
    """Where it was said and the line that goes there at once; None where what comes of it stands there anyway.

    A wish is told of when its answer is there, see `pointer`; `entries` are what the command came to.
    """
    said = said_elsewhere(run, command)
    if said is None:
        return None
    where, done = _done(run, command, entries, view)
    shown_here = {unit for entry in entries if isinstance(entry, e.QuestionAnswered) for unit in entry.units}
    if not done or said.thread in {
        where,
        *(run.units[unit].issue for unit in shown_here if unit in run.units),
    }:
        return None
    return said, f"🔵 {w.name(said.by)}: {done}. What comes of it, and whose turn it is, stands in #{where}."


def kept_for_later(run: Run, command: c.Command) -> tuple[c.Said, str] | None:
    """What is said where a wish or an answer is recorded while the run needs a person, so that nothing comes of it yet."""
    said = c.said_in(command)
    if said is None or run.overlay is not Overlay.NEEDS_HUMAN or not isinstance(command, _WORDS):
        return None
    return (
        said,
        f"🔵 {w.name(said.by)}: that is recorded. The run needs a person first; `/retry` goes on with what you said.",
    )


def _done(run: Run, command: c.Command, entries: Sequence[e.Entry], view: View) -> tuple[int, str]:
    """The issue in which it shows, and half a sentence about what was done; empty where there is nothing to point to."""
    for entry in entries:
        match entry:
            case e.Approved(target=target):
                return _home(run, target), f"{w.named(target)} is approved"
            case e.Retried(unit=unit) if unit:
                return run.units[unit].issue, f"I try {m.line(unit)} once more"
            case e.Rejected(target=target):
                return _home(run, target), f"{w.named(target)} is rejected"
            case e.Overridden(target=target):
                return _home(run, target), f"your exception for {w.named(target)} is recorded"
            case _:
                pass
    done = _OF_THE_RUN.get(type(command), "")
    if isinstance(command, c.Answer | c.Answers):
        done = f"{done}{_beside(run, view, many=isinstance(command, c.Answers))}"
    return run.key.issue, done


def _beside(run: Run, view: View, *, many: bool) -> str:
    """The way to the comment that asks, where that is known."""
    asked = next((f"plan {each.number}" for each in run.plans if each.seq in run.asking[-1:]), "questions")
    words = "beside their questions" if many else "beside its question"
    return f" {w.linked(words, view, asked)}" if asked in view.links else ""


def _home(run: Run, target: str) -> int:
    unit = run.unit_of_patchset(target)
    return unit.issue if unit is not None else run.key.issue


def _came(run: Run, entry: e.Entry, thread: int, view: View) -> str:
    match entry:
        case e.QuestionsAsked():
            asked = w.linked("a question without a safe default", view, "questions")
            return f"your wish leads to {asked}. The next version of the plan waits for its answer."
        case e.VersionKept():
            nothing = w.linked(f"your wish changed nothing in {entry.target} v{entry.version}", view, "kept")
            return f"{nothing}, so that version stands."
        case e.PatchsetKept():
            nothing = w.linked(f"your wish changed no file of {entry.number}", view, "kept")
            return f"{nothing}, so that version stands."
        case e.PlanProposed() | e.BacklogProposed():
            kind = "plan" if isinstance(entry, e.PlanProposed) else "backlog"
            shown = w.linked(f"{kind} v{entry.version}", view, f"{kind} {entry.version}")
            return f"{shown} says what came of your wish.{_stays(run, thread, kind)}"
        case e.GatesJudged():
            shown = w.linked(f"the next version of {entry.number}", view, entry.number)
            return f"{shown} says what came of your wish.{_stays(run, thread, entry.unit)}"
        case _:
            raise ValueError(f"no wish is answered by {entry.type}")


def _stays(run: Run, thread: int, subject: str) -> str:
    """What becomes of the pull request in which it was said, where that shows the version before."""
    pull = run.pull_requests.get(thread)
    if pull is None or pull.subject != subject or pull.state != "open":
        return ""
    return " This pull request stays as it is until that one is approved, and is closed then."
