"""What the demo's author says to questions and to a plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.demo.person import DemoFailed
from policies.stages import Stage

if TYPE_CHECKING:
    from bot.demo.journey import Journey
    from policies.run import Run

REFINEMENT = "add the requirement: A member can search invoices and records by text"
ANSWER = "Start with the simplest choice that serves one small team"
# What is asked for a place is answered with one.
PLACE = re.compile(r"\bcountr|\btax|\bjurisdiction|\blaw\b", re.IGNORECASE)
PLACE_ANSWER = "Germany, and no other country for now"
# As much of a digest as people type.
SHORT = 12


async def answers(journey: Journey, run: Run) -> Run:
    """Answer what holds the run, or else the first question, and wait for the plan that comes of it."""
    story, before = journey.story, len(run.plans)
    if not run.questions:
        await story.tell("signalbox", "has no question that would change the plan")
        return run
    blocking = [question for question in run.questions if question.id in run.blocking]
    asked = f"asks {len(run.questions)} questions"
    held = (
        f"; {len(blocking)} without a safe default, so the run waits" if blocking else ", all with defaults"
    )
    await story.tell("signalbox", asked + held)
    for question in blocking or run.questions[:1]:
        words = PLACE_ANSWER if PLACE.search(question.text) else ANSWER
        said = f"/answer {question.id.removeprefix('Q')} {words}"
        comment = await journey.say(journey.author, said)
        await story.tell("@mona", f"{said} — {_cut(question.text)}")
        await journey.reaction(comment, "rocket")
    run = await journey.watcher.until(
        "a plan from the answers",
        lambda run: run.stage is Stage.PLAN_PROPOSED and len(run.plans) > before and run.asked is None,
    )
    await journey.readable("plan_proposed")
    return run


async def refine(journey: Journey, run: Run) -> Run:
    """Ask for one requirement more, and wait for the version that has it."""
    story, version = journey.story, run.plan
    if version is None:
        raise DemoFailed("there is no plan to refine")
    await story.tell("signalbox", f"plan v{version.number} is up: `{version.digest[:SHORT]}`")
    journey.old_digest = version.digest
    await journey.say(journey.author, f"/refine {REFINEMENT}")
    await story.tell("@mona", f"/refine {REFINEMENT}")
    run = await journey.watcher.until(
        "the next version of the plan",
        lambda run: (
            run.stage is Stage.PLAN_PROPOSED and len(run.plans) > version.number and run.asked is None
        ),
    )
    await journey.readable("plan_proposed")
    newest = run.plan
    if newest is None or newest.digest == version.digest:
        raise DemoFailed("refining did not make a new version")
    await story.tell(
        "signalbox", f"plan v{newest.number} is up, with what changed: `{newest.digest[:SHORT]}`"
    )
    return run


def _cut(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:67]}…"
