"""What a comment says once the run has gone on: answers in place of boxes, and old versions folded behind newer ones."""

import re

from handlers.replies import over
from handlers.replies import words as w
from handlers.replies.backlogs import backlog_body
from handlers.replies.notices import notice
from handlers.replies.patchsets import patchset_body
from handlers.replies.plans import plan_body, plan_proposed
from handlers.replies.proof import trace
from handlers.replies.questions import questions_asked, questions_told
from handlers.replies.view import View
from policies import entries as e
from policies.counting import count
from policies.fold import Recorded
from policies.run import Run

_URL = re.compile(r"https?://[A-Za-z0-9._:/#?=&%~-]+")


def redrawn(run: Run, record: Recorded, view: View, *, then: Run) -> str:
    """The comment for this entry as it reads now; `run` is the run today, `then` the run right after the entry."""
    return w.in_policy(_worded(run, record, view, then), view)


def _worded(run: Run, record: Recorded, view: View, then: Run) -> str:
    entry = record.entry
    turn = next((each for each in run.turns if each.seq == record.seq and each.over is not None), None)
    if turn is not None:
        return over.folded(run, turn, notice(then, record, view))
    match entry:
        case e.QuestionsAsked() if run.asking[-1:] != (record.seq,):
            newer = _after_questions(run, record.seq, f"plan v{len(then.plans) + 1}")
            return _folded(
                _answered(entry, run), "followed by", newer, view, questions_told(entry, run, view)
            )
        case e.QuestionsAsked():
            return questions_asked(run, entry, view)
        case e.PlanProposed() if run.plans[-1].number > entry.version:
            body = plan_body(run, entry, view, boxes=False)
            return _replaced("plan", entry.version, view, body)
        case e.PlanProposed():
            return w.blocks(plan_proposed(run, entry, view), trace(run, view))
        case e.BacklogProposed() if run.backlogs[-1].number > entry.version:
            return _replaced("backlog", entry.version, view, backlog_body(entry, view))
        case e.GatesJudged() if run.units[entry.unit].judged[-1:] != (record.seq,):
            patchset = then.units[entry.unit].patchset
            version = f", version {patchset.version}" if patchset else ""
            title = f"{entry.number}{version}"
            body = patchset_body(then, entry, view)
            return _folded(title, "replaced by", "a newer version", view, body, key=entry.number)
        case e.CommandRefused() if any(
            each.seq == record.seq and each.settled is not None for each in run.objections
        ):
            title = f"A command refused ({entry.code})"
            return f"<details><summary>{title}, settled since</summary>\n\n{over.at_rest(notice(run, record, view))}\n\n</details>"
        case _:
            return notice(run, record, view)


def _after_questions(run: Run, seq: int, plan: str) -> str:
    """What came after these questions: the plan, or the questions again."""
    following = next((each for each in run.asking if each > seq), None)
    return plan if any(version.seq == following for version in run.plans) else "the questions as they are now"


def _answered(entry: e.QuestionsAsked, run: Run) -> str:
    """`3 questions, answered`, or how many were, when defaults stand for the others."""
    given = {reply.question for reply in run.replies}
    had = sum(each.id in given for each in entry.questions)
    asked = count(len(entry.questions), "question")
    return f"{asked}, {'answered' if had == len(entry.questions) else f'{had} answered'}"


def _replaced(kind: str, version: int, view: View, body: str) -> str:
    newer = f"{kind} {version + 1}"
    return _folded(f"{kind.capitalize()} v{version}", "replaced by", f"v{version + 1}", view, body, key=newer)


def _folded(  # noqa: PLR0913 - the parts of one sentence
    title: str, how: str, newer: str, view: View, body: str, *, key: str = ""
) -> str:
    """Markdown is not read inside a summary, so the link is HTML."""
    url = view.links.get(key or newer.replace(" v", " "), "")
    link = f'<a href="{url}">{newer}</a>' if _URL.fullmatch(url) else newer
    return f"<details><summary>{title}, {how} {link}</summary>\n\n{body}\n\n</details>"
