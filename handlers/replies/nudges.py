"""The one word after a long silence: whose turn it is, and what to type."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.turns import turn
from handlers.replies.view import View
from policies.run import Run
from policies.stages import UnitState


def nudged(run: Run, view: View) -> str:
    """The status card's own words for whose turn it is; `run` is the run just after the nudge, and nothing else was since."""
    now = turn(run, view)
    before = run.events[-2:][0][0]
    called = "" if "Your turn, " in now.headline else f" This one is for {w.whose_turn(run, view)}."
    return w.blocks(
        f"### {now.headline}",
        f"It has been quiet here since {w.day_and_time(before)}, so I ask once, and not again until something happens. "
        f"Nothing was written meanwhile.{called}",
        f"**Waiting for:** {now.waiting}  \n**If nobody acts:** {now.otherwise}",
        *_yes(run),
    )


def _yes(run: Run) -> tuple[str, ...]:
    """The line that approves a patchset, which the card leaves to the unit's issue."""
    waiting = [
        unit.patchset
        for unit in run.units.values()
        if unit.state is UnitState.WAITING_USER_APPROVAL and unit.patchset
    ]
    if len(waiting) != 1 or run.overlay is not None:
        return ()
    number, digest = waiting[0].number, w.short(waiting[0].digest)
    return (
        "When you have read it there and want it written:",
        m.action(f"/signalbox approve {number} {digest}"),
    )
