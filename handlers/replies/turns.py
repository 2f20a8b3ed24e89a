"""Whose turn it is: the first line of the status card for every stage, overlay and state of the units."""

import re
from typing import assert_never, get_args

from agents.ask import Role
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.turn import Turn, working
from handlers.replies.unit_turns import delivering
from handlers.replies.view import View
from policies.counting import count
from policies.run import Run
from policies.stages import Overlay, Stage

# Which agent it was stands in the journey below the headline.
_ROLE = re.compile(rf"^(?:{'|'.join(get_args(Role))}): ")


def turn(run: Run, view: View) -> Turn:
    """Whose turn it is now."""
    if run.overlay is not None:
        return _held(run, run.overlay)
    now = _at_stage(run, view)
    if view.late is None or run.asked is None:
        return now
    # What is being done is not being done while nobody answers, and whoever looks after hours must not think so.
    head = f"{now.headline}; the model has not answered since {w.day_and_time(view.late.since)}"
    return Turn(head, "the model’s answer", now.otherwise)


def _at_stage(run: Run, view: View) -> Turn:
    match run.stage:
        case Stage.INGESTED:
            return _ingested(run)
        case Stage.PLANNING:
            number = len(run.plans) + 1
            doing = "Reading the PRD" if number == 1 else "Redrawing the plan from what you said"
            return working(f"{doing} (plan v{number})", "the planner")
        case Stage.WAITING_ANSWERS:
            return _questions(run, view)
        case Stage.PLAN_PROPOSED:
            return _plan(run, view)
        case Stage.DECOMPOSING:
            return working("Cutting the plan into units", "the decomposition")
        case Stage.BACKLOG_PROPOSED:
            return _backlog(run, view)
        case Stage.SYNCING:
            total = len(run.dependencies)
            return working(f"Creating the issues of {count(total, 'unit')}, at GitHub's pace", "GitHub")
        case Stage.DELIVERING:
            return delivering(run, view)
        case Stage.DONE:
            merged = sum(pull.state == "merged" for pull in run.pull_requests.values())
            ended = f"🟢 Done: {count(merged, 'pull request')} merged"
            return Turn(ended, "Nothing", "Nothing more happens in this run")
        case Stage.CANCELLED:
            why = f": {m.sentence(run.overlay_reason, limit=120)}" if run.overlay_reason else ""
            return Turn(
                f"⚫ Stopped by a person{why}", "Nothing", "Issues and pull requests stay as they are"
            )
        case _:
            assert_never(run.stage)


def _held(run: Run, overlay: Overlay) -> Turn:
    why = m.sentence(run.overlay_reason, limit=200)
    match overlay:
        case Overlay.PAUSED:
            reason = f": {why}" if why else ""
            return Turn(f"⏸️ Paused{reason}. Nothing is lost", "`/resume`", "It stays paused")
        case Overlay.BUDGET:
            return Turn(
                f"⏸️ Budget reached: {why}. Nothing half-done was kept",
                "`/budget …` or `/resume`",
                "It stays paused, and costs nothing",
            )
        case Overlay.NEEDS_HUMAN:
            return Turn(
                f"🟠 I need a person: {w.briefly(_ROLE.sub('', run.overlay_reason))}",
                "a look, then `/retry`",
                "Nothing moves until somebody looks",
            )
        case Overlay.BLOCKED_POLICY:
            return Turn(f"🔴 Stopped by policy: {why}", "`/refine` or an owner", "It stays stopped")
        case Overlay.FAILED:
            return Turn(f"🔴 Failed: {why}", "a look, then `/retry`", "Nothing moves until somebody looks")
        case _:
            assert_never(overlay)


def _ingested(run: Run) -> Turn:
    if run.triage is None or run.triage[0] == "GO":
        return working("Received. Looking at the PRD", "triage")
    return Turn(
        f"🟡 Your turn, {w.call(run.author)}: triage says {w.advice(run.triage[0])}",
        "an edit of the issue, or `/plan anyway`",
        "Nothing is planned, nothing is spent",
    )


def _questions(run: Run, view: View) -> Turn:
    number = len(run.open_questions)
    safe = sum(question.default is not None for question in run.open_questions)
    what = w.linked(count(number, "question"), view, "questions")
    taken = f"; {safe} of {number} with a default I can take" if safe else "; none has a default I could take"
    boxes = any(question.choices for question in run.open_questions)
    waiting = [
        question for question in run.open_questions if question.id in run.blocking
    ] or run.open_questions
    numbers = [question.id.removeprefix("Q") for question in waiting] or ["1"]
    return Turn(
        f"🟡 Your turn, {w.call(run.author)}: answer {w.numbered(numbers)}",
        f"{what}: {'tick a box or ' if boxes else ''}say `/answer {numbers[0]} …`{taken if number > 1 or safe else ''}",
        "It waits. Nothing is built, nothing is spent",
    )


def _plan(run: Run, view: View) -> Turn:
    plan = run.plan
    version = plan.number if plan else 1
    shown = w.linked(f"plan v{version}", view, f"plan {version}")
    if run.plan_is_behind:
        return _behind(run)
    if "plan" not in run.waiting:
        return Turn(
            f"🟡 Your turn, {w.call(run.author)}: plan v{version} was rejected; say what to change",
            f"`/refine` on {shown}",
            "It waits. Nothing is built",
        )
    digest = w.short(plan.digest) if plan else ""
    return Turn(
        f"🟡 Your turn, {w.whose_turn(run, view)}: approve or refine plan v{version}",
        f"{shown}: `/approve plan {digest}` or `/refine …`",
        "It waits. Nothing is built, nothing is spent",
    )


def _behind(run: Run) -> Turn:
    """The PRD is not any more what the plan was drawn from; with issues already made only its old text or an end helps."""
    version = run.plan.number if run.plan else 1
    head = f"🟡 Your turn, {w.call(run.author)}: the PRD changed after plan v{version} was drawn"
    if run.units:
        return Turn(head, "the old text put back, or `/stop`", "Nothing more of the old plan can be approved")
    return Turn(head, "`/refine plan read the PRD again`", "Nothing of the old plan can be approved")


def _backlog(run: Run, view: View) -> Turn:
    if run.asked is not None and run.asked[0] == "planner":
        return working(f"Redrawing the plan from what you said (plan v{len(run.plans) + 1})", "the planner")
    if run.plan_is_behind:
        return _behind(run)
    backlog = run.backlog
    version = backlog.number if backlog else 1
    shown = w.linked(f"backlog v{version}", view, f"backlog {version}")
    units = count(len(run.dependencies), "unit")
    if "backlog" not in run.waiting:
        return Turn(
            f"🟡 Your turn, {w.call(run.author)}: backlog v{version} was rejected; say what to change",
            f"`/refine` on {shown}",
            "It waits. No issue is created",
        )
    digest = w.short(backlog.digest) if backlog else ""
    return Turn(
        f"🟡 Your turn, {w.whose_turn(run, view)}: approve {units} of work",
        f"{shown}: `/approve backlog {digest}` or `/refine …`",
        "It waits. No issue is created, no code is written",
    )
