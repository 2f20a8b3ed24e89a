"""Answers to questions, and wishes for the next version of a plan, a backlog or a patchset."""

import re
from collections.abc import Collection
from dataclasses import replace

from policies import commands as c
from policies import entries as e
from policies.counting import listed
from policies.decide.late_answers import AFTER_THE_PLAN, late
from policies.decide.reviewing import missed
from policies.decide.worded import decided
from policies.decision import Decision, Ignored, Moved, Refused
from policies.facts import Facts
from policies.run import Reply, Run, UnitRun
from policies.stages import UNIT_ENDED, UNIT_REFINABLE, Overlay, Stage, UnitState

# Longer words are not said back in the line that answers for them.
LONGEST_SAID = 200
_ANSWERABLE = (Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED, Stage.PLANNING)
_REFINABLE_PLANS = (Stage.PLANNING, Stage.WAITING_ANSWERS, Stage.PLAN_PROPOSED)
_REFINABLE_BACKLOGS = (Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED)


def answer(run: Run, command: c.Answer, facts: Facts) -> Decision:
    """Record an answer, or the defaults of all open questions; what hangs on it is redrawn."""
    return several(run, c.Answers(command.said, (command,)), facts)


def several(run: Run, command: c.Answers, facts: Facts) -> Decision:
    """Record all the answers of one comment, or none, so that they make one new version; the last one to a question counts."""
    if not run.questions or run.stage not in {*_ANSWERABLE, *AFTER_THE_PLAN}:
        return _nothing_open(run)
    named = {f"Q{_number(each.question)}" for each in command.each if each.question is not None}
    given: dict[str, e.QuestionAnswered] = {}
    for each in command.each:
        entries = _defaults(run, each, besides=named) if each.question is None else _one(run, each)
        if isinstance(entries, Refused):
            return entries
        given |= {entry.question: entry for entry in entries}
    known = {reply.question: reply for reply in run.replies}
    news = tuple(each for each in given.values() if not _same(known.get(each.question), each))
    return _recorded(run, news, facts) if news else _known(tuple(given.values()))


def ticked(run: Run, command: c.Tick, facts: Facts) -> Decision:
    """Record ticked boxes as answers, when they stand in the App's own comment that asked last."""
    if not facts.comment_stands:
        return Ignored("the boxes do not stand in a comment of ours")
    if not run.asking or command.seq != run.asking[-1]:
        return Ignored("the comment is not the one that asks now")
    if run.stage not in {*_ANSWERABLE, *AFTER_THE_PLAN}:
        return _nothing_open(run)
    given = []
    for number, letter in command.marks:
        question = next((q for q in run.open_questions if q.id == number), None)
        text = question.choice(letter) if question else None
        if text is None:
            return Ignored("no open question has such a box")
        given.append(_given(number, text, command.said))
    return _recorded(run, tuple(given), facts)


def _same(reply: Reply | None, given: e.QuestionAnswered) -> bool:
    return reply is not None and reply.text.strip().casefold() == given.text.strip().casefold()


def _known(given: tuple[e.QuestionAnswered, ...]) -> Refused:
    """Why an answer that stands already makes no new version."""
    numbers = listed([each.question.removeprefix("Q") for each in given])
    which = (
        f"Questions {numbers} have these answers" if len(given) > 1 else f"Question {numbers} has that answer"
    )
    return Refused("SB-117", f"{which} already, so everything stays as it is.", "", "/signalbox status")


def _nothing_open(run: Run) -> Refused:
    early = run.stage in {Stage.INGESTED, Stage.PLANNING}
    more = (
        "There is no plan yet that could ask one. To say more, edit the text of the issue." if early else ""
    )
    return Refused("SB-111", "No question is open here now.", more, "/signalbox status")


def _recorded(run: Run, given: tuple[e.QuestionAnswered, ...], facts: Facts) -> Decision:
    """The answers, and the wish for another version where one is on the table."""
    if run.stage in AFTER_THE_PLAN:
        return late(run, given, facts)
    redraw: tuple[e.Entry, ...] = ()
    if run.stage is Stage.PLAN_PROPOSED and run.asked is None:
        redraw = (e.RoleAsked(role="planner", subject=f"plan {len(run.plans) + 1}"),)
    return Moved((*given, *redraw))


def _given(question: str, text: str, said: c.Said) -> e.QuestionAnswered:
    return e.QuestionAnswered(question=question, text=text, by=said.by, comment_id=said.comment_id)


def _number(question: str | None) -> str:
    return re.sub(r"[^0-9]", "", question or "")


def _defaults(
    run: Run, command: c.Answer, *, besides: Collection[str]
) -> tuple[e.QuestionAnswered, ...] | Refused:
    """The defaults of the open questions that the same comment does not answer in words."""
    with_default = [question for question in run.open_questions if question.default is not None]
    if not run.open_questions:
        return Refused(
            "SB-117",
            "Every question has an answer already.",
            "To change one, answer it once more:",
            "/signalbox answer 1 …",
        )
    if not with_default:
        number = run.open_questions[0].id.removeprefix("Q")
        return Refused(
            "SB-117", "No open question has a default.", "Answer in words:", f"/signalbox answer {number} …"
        )
    return tuple(
        _given(question.id, question.default or "", command.said)
        for question in with_default
        if question.id not in besides
    )


def _one(run: Run, command: c.Answer) -> tuple[e.QuestionAnswered, ...] | Refused:
    if command.question == c.UNNAMED:
        return _unnamed(run, command.text)
    wanted = f"Q{_number(command.question)}"
    question = next((q for q in run.questions if q.id == wanted), None)
    if question is None:
        known = listed([q.id.removeprefix("Q") for q in run.questions])
        are = "questions are" if len(run.questions) > 1 else "only question is"
        return Refused("SB-117", f"There is no question {wanted[1:]}.", f"The {are} {known}.")
    text = decided(question, command.text)
    if isinstance(text, Refused):
        return text
    return (_given(question.id, text[:2000], command.said),)


def _unnamed(run: Run, text: str) -> Refused:
    """Words without a number: the line to say, where one question alone stops the run or is open."""
    asked = run.blocking or tuple(question.id for question in run.open_questions) or (run.questions[0].id,)
    number = asked[0].removeprefix("Q")
    # The line stands in a block of code, so that no sign of theirs may end it.
    said = " ".join(text.split())
    words = said if len(asked) == 1 and len(said) <= LONGEST_SAID and "`" not in said else "…"
    how = "If it is this one, say so:" if len(asked) == 1 else "Begin with its number, for example:"
    return Refused(
        "SB-117", "I cannot tell which question this answers.", how, f"/signalbox answer {number} {words}"
    )


def refine(run: Run, command: c.Refine) -> Decision:
    """Ask for the next version of what the person names, or of what is on the table."""
    if not command.text.strip():
        return Refused(
            "SB-118",
            "Say what to change.",
            "For example:",
            "/signalbox refine use SQLite instead of Postgres",
        )
    if _is_about_the_backlog(run, command):
        return _asked("backlog", replace(command, text=f"{command.target} {command.text.strip()}"))
    target = command.target or _on_the_table(run, command.said.thread)
    match target:
        case "plan" if run.stage in _REFINABLE_PLANS:
            return _asked("plan", command)
        case "plan" if _may_redraw_the_plan(run):
            return _asked("plan", command)
        case "plan" if run.plans:
            return _past_planning(run)
        case "backlog" if run.stage in _REFINABLE_BACKLOGS:
            return _asked("backlog", command)
        case "backlog" if run.stage is Stage.DELIVERING and run.asked is None:
            return _asked("backlog", command)
        case "plan" | "backlog" | None:
            return _nothing_there(run)
        case _:
            return _unit(run, target, command)


def _is_about_the_backlog(run: Run, command: c.Refine) -> bool:
    """Whether a wish that begins with a unit’s id is one for the backlog, because the unit has no issue yet."""
    named = command.target is not None and command.target.startswith("U-")
    return named and command.target not in run.units and run.stage in _REFINABLE_BACKLOGS


def _nothing_there(run: Run) -> Refused:
    """Why there is no plan or no backlog that a wish could change now."""
    status = "/signalbox status"
    match run.stage:
        case Stage.INGESTED:
            why, way = (
                "There is no plan yet that could be changed.",
                "To say more, edit the text of the issue.",
            )
        case Stage.PLANNING | Stage.WAITING_ANSWERS | Stage.PLAN_PROPOSED:
            why, way = "There is no backlog yet: I cut it once the plan is approved.", ""
            return Refused("SB-111", why, "To change the plan:", "/signalbox refine plan …")
        case _:
            why, way = "The issues of the approved backlog are being made.", "Say it again when they stand."
    return Refused("SB-111", why, way, status)


def _may_redraw_the_plan(run: Run) -> bool:
    """Whether an approved plan can still be changed, because its backlog waits; several people can wish at once."""
    free = run.asked is None or run.asked[0] == "planner"
    return run.stage is Stage.BACKLOG_PROPOSED and not run.units and free


def _past_planning(run: Run) -> Refused:
    """Why the approved plan cannot be changed now, and what can."""
    if run.stage in {Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED} and not run.units:
        stuck = run.overlay is Overlay.NEEDS_HUMAN
        now = "what follows from it needs a person first" if stuck else "I am at work on what follows from it"
        return Refused(
            "SB-111",
            f"The plan is approved, and {now}.",
            "Say it again when the backlog is here: until that is approved, the plan can still be changed.",
            "/signalbox retry" if stuck else "/signalbox status",
        )
    return Refused(
        "SB-111",
        "The backlog of this plan is approved and its issues are made, so the plan stays as it is.",
        "Change the work with `/refine backlog …`; for another plan, end this run and open another issue.",
        "/signalbox status",
    )


def _on_the_table(run: Run, thread: int) -> str | None:
    unit = run.unit_of_thread(thread)
    if unit is not None:
        return unit.id
    if run.stage in _REFINABLE_PLANS:
        return "plan"
    if run.stage in {*_REFINABLE_BACKLOGS, Stage.DELIVERING}:
        return "backlog"
    return None


def _unit(run: Run, target: str, command: c.Refine) -> Decision:
    unit = run.units.get(target) or run.unit_of_patchset(target)
    if unit is None:
        return Refused("SB-119", f"I do not know `{target}` in this run.", "", "/signalbox status")
    if unit.state is UnitState.TAKEN and unit.holder is not None:
        reason = f"{unit.id} is in the hands of `@{unit.holder.login}`."
        return Refused(
            "SB-111",
            reason,
            f"Take them off the issue of {unit.id}, and I go on with it.",
            "/signalbox status",
        )
    if unit.state not in UNIT_REFINABLE:
        return _no_patchset(unit)
    asked = _asked(unit.id, command)
    if not command.said.review:
        return asked
    return Moved((*missed(run, unit, by=command.said.by, text=command.text.strip()), *asked.entries))


def _no_patchset(unit: UnitRun) -> Refused:
    """Why a unit has no patchset that a wish could change now, and where its work can be changed instead."""
    state = f"{unit.id} is {unit.state.replace('_', ' ')}"
    if unit.state in {*UNIT_ENDED, UnitState.APPLYING_PATCHES}:
        return Refused(
            "SB-111", f"{state}; there is nothing to refine in it any more.", "", "/signalbox status"
        )
    return Refused(
        "SB-111",
        f"{state}; there is no patchset to refine yet.",
        "To change what the unit is to do:",
        f"/signalbox refine backlog {unit.id} …",
    )


def _asked(target: str, command: c.Refine) -> Moved:
    said = command.said
    return Moved(
        (
            e.RefinementAsked(
                target=target,
                text=command.text.strip()[: c.LONGEST_WISH],
                by=said.by,
                comment_id=said.comment_id,
                thread=said.thread,
            ),
        )
    )
