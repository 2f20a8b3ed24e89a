"""Answers that come after the plan was approved: a next version of what still waits, or word to the units under way."""

from collections.abc import Sequence
from dataclasses import dataclass

from agents.schemas.backlog import Backlog, rebuilt
from policies import entries as e
from policies.answering import as_said, changed, concerned
from policies.decide.drifting import REDRAWN
from policies.decide.next_backlog import proposed
from policies.decide.rounds import another_round, were
from policies.decision import Decision, Moved, Refused
from policies.facts import Facts
from policies.fold import Recorded, apply
from policies.run import Run, UnitRun
from policies.stages import UNIT_ENDED, UNIT_REFINABLE, Stage

AFTER_THE_PLAN = frozenset({Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED, Stage.DELIVERING})

Given = tuple[e.QuestionAnswered, ...]


@dataclass(frozen=True, slots=True)
class _Answered:
    """The run once the answers are recorded, the questions they are about, and the backlog without and with them."""

    run: Run
    asked: tuple[e.AskedQuestion, ...]
    before: Backlog
    after: Backlog


def late(run: Run, given: Given, facts: Facts) -> Decision:
    """What the answers come to, by how far the work that hangs on them is."""
    if run.stage is Stage.DECOMPOSING:
        return _while_cutting(run, given)
    if facts.backlog is None or run.asked is not None:
        return _again_later()
    answered = _answered(run, given, facts.backlog, facts)
    whole = [question for question in _news(answered) if not concerned(answered.before, (question,))]
    if run.stage is Stage.BACKLOG_PROPOSED and not run.units:
        return _redrawn(answered, given) if not whole else _for_the_plan(run, given)
    if whole:
        return _of_everything(run, whole[0])
    return _under_way(run, answered, given)


def _answered(run: Run, given: Given, backlog: Backlog, facts: Facts) -> _Answered:
    before = as_said(run, backlog)
    for entry in given:
        run = apply(run, Recorded(seq=run.length, at=facts.now.isoformat(), hash="", entry=entry))
    numbers = {entry.question for entry in given}
    asked = tuple(question for question in run.questions if question.id in numbers)
    return _Answered(run, asked, before, as_said(run, backlog))


def _news(answered: _Answered) -> list[e.AskedQuestion]:
    """The questions whose answer is not what the plan took for granted."""
    said = {reply.question: reply.text.strip() for reply in answered.run.replies}
    return [question for question in answered.asked if said[question.id] != (question.default or "").strip()]


def _while_cutting(run: Run, given: Given) -> Decision:
    """The units are being drawn: the answers are put into them when they come."""
    known = {question.id: question for question in run.questions}
    if all(
        known[each.question].requirement_ids or each.text == known[each.question].default for each in given
    ):
        return Moved(given)
    return _again_later()


def _again_later() -> Refused:
    return Refused(
        "SB-111",
        "The plan is approved, and I am at work on what follows from it.",
        "Say it again when the backlog is here: until that is approved, the plan can still be changed.",
        "/signalbox status",
    )


def _for_the_plan(run: Run, given: Given) -> Moved:
    """What hangs on no unit alone is for the plan, which is drawn again and needs another yes, as after a wish."""
    return Moved((*given, e.RoleAsked(role="planner", subject=f"plan {len(run.plans) + 1}")))


def _redrawn(answered: _Answered, given: Given) -> Moved:
    """The next version of the backlog that waits: the same but for the units that the answers change."""
    units = changed(answered.before, answered.after)
    if not units:
        return Moved(given)
    run = answered.run
    came = tuple(_came(question, run, answered.before) for question in _news(answered))
    backlog = rebuilt(answered.after, units=answered.after.units, notes=came)
    entry, files = proposed(run, backlog)
    return Moved((*_naming(given, units), entry), tuple(files.values()))


def _came(question: e.AskedQuestion, run: Run, backlog: Backlog) -> str:
    reply = next(each for each in run.replies if each.question == question.id)
    units = ", ".join(concerned(backlog, (question,)))
    said = f"“{' '.join(reply.text.split())[:160]}” (`@{reply.by.login}`)"
    return f"{question.id} was answered after the plan was approved: {said}. It changes {units}."


def _of_everything(run: Run, question: e.AskedQuestion) -> Refused:
    """Why an answer about the whole changes nothing that is under way, and the word that still reaches the work."""
    units = [unit.id for unit in run.units.values() if unit.state in UNIT_REFINABLE]
    how = "Say it to each unit that it concerns, and I draw that one again; what is merged stays as it is:"
    return Refused(
        "SB-111",
        f"No unit hangs on question {question.id.removeprefix('Q')} alone: it is about the whole plan, which is approved with its backlog.",
        how if units else "No unit can take a wish just now, but the backlog can:",
        f"/signalbox refine {units[0] if units else 'backlog'} …",
    )


def _under_way(run: Run, answered: _Answered, given: Given) -> Decision:
    """Units that have not begun take it in; proposals are made anew; of pull requests it is said that they do not know it."""
    units = changed(answered.before, answered.after)
    if not units:
        return Moved(given)
    there = [run.units[unit] for unit in units if unit in run.units]
    if all(unit.state in UNIT_ENDED for unit in there):
        return Refused(
            "SB-111",
            f"Whatever hangs on question {answered.asked[0].id.removeprefix('Q')} is merged or left out, so an answer changes nothing any more.",
            "What is left to be done can be asked for in the backlog:",
            "/signalbox refine backlog …",
        )
    again = tuple(_again(unit, given) for unit in there if unit.state in REDRAWN)
    return Moved((*_naming(given, [unit.id for unit in there if unit.state not in UNIT_ENDED]), *again))


def _again(unit: UnitRun, given: Given) -> e.Entry:
    return another_round(unit, "answer", were([entry.question for entry in given], "answered"))


def _naming(given: Given, units: Sequence[str]) -> Given:
    """The answers with the units they change."""
    return tuple(entry.model_copy(update={"units": tuple(units)}) for entry in given)
