"""Answers to read-only questions: where the run stands, what one can do, why something is so, what a command would do."""

import re
from typing import assert_never

from handlers import markdown as m
from handlers.replies import around
from handlers.replies import words as w
from handlers.replies.abilities import helped
from handlers.replies.card import stepper
from handlers.replies.happenings import would
from handlers.replies.labels import TRIGGER
from handlers.replies.reasons import because
from handlers.replies.refusals import refusal
from handlers.replies.turns import turn
from handlers.replies.view import View
from policies.commands import Said
from policies.decision import Decision, Ignored, Moved, Refused, Shown
from policies.people import Actor
from policies.run import Run

# Whoever asks for the status must not make the bot call others by it.
_CALL = re.compile(r"(?<![\w`])@([\w/-]+)")


def shown(asked: Shown, run: Run | None, actor: Actor | None, view: View) -> str:
    """The reply to the person who asked; `run` is None where there is no run."""
    reply = _answer(asked, run, actor, view)
    return w.spelled_out(reply) if run is None else w.in_policy(reply, view)


def _answer(asked: Shown, run: Run | None, actor: Actor | None, view: View) -> str:
    match asked.what:
        case "status":
            return _status(run, view)
        case "help":
            return helped(run, actor, asked, view.policy, view.taken)
        case "why":
            return because(run, asked.about, view, thread=asked.said.thread)
        case "simulated":
            return _simulated(asked.outcome, asked.said)
        case _:
            assert_never(asked.what)


def _status(run: Run | None, view: View) -> str:
    if run is None:
        return w.blocks(
            f"**There is no run on this issue.** Put the label {m.code(TRIGGER)} on it, or start one with this line.",
            m.action("/signalbox plan"),
        )
    now = turn(run, view)
    headline = _CALL.sub(r"`@\1`", now.headline)
    card = w.linked("the status card", view, "card")
    return w.blocks(
        f"**{headline}**",
        stepper(run),
        f"Waiting for: {now.waiting}.  \nIf nobody acts: {now.otherwise}.",
        *(f"{name}: {told}." for name, told in (*around.late(run, view), *around.held_up(view))),
        w.sub(
            f"more on {card}",
            f"last change {w.day_and_time(view.now)}",
            f"record head {m.code(w.short(run.head))}",
        ),
    )


def _simulated(outcome: Decision | None, said: Said) -> str:
    head = "**Simulated: nothing was done.**"
    match outcome:
        case Moved():
            steps = m.listed([would(entry) for entry in outcome.entries])
            return w.blocks(f"{head} It would be accepted, and I would:", steps)
        case Refused():
            return w.blocks(f"{head} It would be refused like this:", refusal(outcome, said))
        case Shown():
            return f"{head} It only shows something, so it is safe to say it."
        case Ignored():
            return f"{head} It would change nothing: {m.sentence(outcome.why)}."
        case None:
            return f"{head} I cannot tell what it would come to."
        case _:
            assert_never(outcome)
