"""The line in a pull request, or another thread, that points to where the answer to a wish said there stands."""

from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.fold import Recorded
from policies.run import Run


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


def _came(run: Run, entry: e.Entry, thread: int, view: View) -> str:
    match entry:
        case e.QuestionsAsked():
            asked = w.linked("a question without a safe default", view, "questions")
            return f"your wish leads to {asked}. The next version of the plan waits for its answer."
        case e.VersionKept():
            nothing = w.linked(f"your wish changed nothing in {entry.target} v{entry.version}", view, "kept")
            return f"{nothing}, so that version stands."
        case e.PlanProposed() | e.BacklogProposed():
            kind = "plan" if isinstance(entry, e.PlanProposed) else "backlog"
            shown = w.linked(f"{kind} v{entry.version}", view, f"{kind} {entry.version}")
            return f"{shown} says what came of your wish.{_stays(run, thread, kind)}"
        case e.GatesJudged():
            shown = w.linked(f"the next version of {entry.number}", view, entry.number)
            return f"{shown} is drawn with your wish.{_stays(run, thread, entry.unit)}"
        case _:
            raise ValueError(f"no wish is answered by {entry.type}")


def _stays(run: Run, thread: int, subject: str) -> str:
    """What becomes of the pull request in which it was said, where that shows the version before."""
    pull = run.pull_requests.get(thread)
    if pull is None or pull.subject != subject or pull.state != "open":
        return ""
    return " This pull request stays as it is until that one is approved, and is closed then."
