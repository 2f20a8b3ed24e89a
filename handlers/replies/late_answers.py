"""What is said of an answer that came while units are under way: which of them it changes, and what becomes of each."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.run import Run, UnitRun
from policies.stages import UnitState

_TO_COME = frozenset({UnitState.QUEUED, UnitState.READY, UnitState.NEEDS_HUMAN})
_ROWS = 12


def answered_late(run: Run, entry: e.QuestionAnswered, view: View) -> str:
    """The question with its answer, and each unit that the answer changes by how far it is."""
    question = next((each for each in run.questions if each.id == entry.question), None)
    units = [run.units[unit] for unit in entry.units if unit in run.units]
    number = entry.question.removeprefix("Q")
    asked = f"**{m.line(question.text)}** " if question else ""
    requirements = question.requirement_ids if question else ()
    lines = [f"{unit.id} in {w.issue(unit.issue, view)}: {_becomes(unit, view)}" for unit in units]
    more = [f"…and {len(lines) - _ROWS} more"] if len(lines) > _ROWS else []
    shown = next((unit for unit in units if _is_shown(unit)), None)
    return w.blocks(
        f"### 🔵 {w.name(entry.by)} answered question {m.line(number)}: it changes {w.ids((unit.id for unit in units), most=6)}",
        f"{asked}{m.line(entry.text, limit=600)}",
        f"These units serve {w.ids(requirements, most=6)}, which hang on it; everything else stays as it is." if requirements else None,
        m.listed([*lines[:_ROWS], *more]),
        m.action(f"/signalbox refine {shown.id} …") if shown else None,
    )  # fmt: skip


def _becomes(unit: UnitRun, view: View) -> str:
    if _is_shown(unit):
        where = w.issue(unit.pull_request, view) if unit.pull_request else "being written"
        return f"{where} does not know the answer and stays as it was approved; say what to change, or merge it as it is"
    if unit.state is UnitState.TAKEN and unit.holder is not None:
        return f"{w.name(unit.holder)} has it in hand"
    if unit.state in _TO_COME:
        return "takes it in when it is drawn"
    return "is drawn again with it"


def _is_shown(unit: UnitRun) -> bool:
    return unit.state in {
        UnitState.APPLYING_PATCHES,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
