"""What is said of a unit that is drawn again by itself, and of one for which enough was tried."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.view import View
from policies import entries as e
from policies.decide.reviewing import place
from policies.run import Run


def drawn_again(run: Run, entry: e.DrawnAgain) -> str:
    """That what stood here is not approved any more, why, and what comes next."""
    unit = run.units[entry.unit]
    number = unit.patchset.number if unit.patchset else "its patchset"
    return w.blocks(
        f"### 🔵 I draw {m.line(entry.unit)} again",
        f"{_sentence(entry.why)} Nothing was written. {m.line(number)} as it stood here cannot be approved any more; the next "
        "version comes below, with its own line to approve it.",
    )


def given_up(run: Run, entry: e.GivenUp, view: View) -> str:
    """That no further attempt is made, what was tried, and what a person can do."""
    tried = [f"{number}. {m.sentence(each, limit=300)}" for number, each in enumerate(entry.tried, start=1)]
    review = run.units[entry.unit].review
    found = review.to_mend if review is not None and entry.for_good else ()
    still = [
        f"{each.severity} at {m.code(place(each), limit=200)}: {m.line(each.text, limit=400)}"
        for each in found
    ]
    what = "and it is a person's now" if entry.for_good else "so I stop"
    ways = "do it by hand and close this issue, or say what to change:"
    if not entry.for_good:
        ways = f"say {m.code('/retry')} to have me begin again, {ways}"
    return w.blocks(
        f"### 🟠 Your turn, {w.whose_turn(run, view)}: I need a person for {m.line(entry.unit)}",
        f"{_sentence(entry.reason)} Nothing more was written, {what}.",
        w.blocks("**What was tried**", "\n".join(tried)) if tried else None,
        w.blocks("**What is still there**", m.listed(still)) if still else None,
        w.sub("what is written stays as it is", "units that depend on it wait"),
        f"You can merge or close what is there, {ways}",
        m.action(f"/signalbox refine {entry.unit} …"),
    )


def _sentence(reason: str) -> str:
    return w.ended(m.sentence(reason[:1].upper() + reason[1:]))
