"""Whose turn it is while units are delivered: approvals first, then merges, then whatever is stuck."""

from handlers.replies import words as w
from handlers.replies.turn import Turn, working
from handlers.replies.view import View
from policies.counting import count
from policies.run import Run, UnitRun
from policies.stages import UNIT_ENDED, UnitState
from policies.waiting import DRAFTING, checks_of, is_being_mended, is_being_merged, mergeable, needs_a_look


def delivering(run: Run, view: View) -> Turn:
    """The turn that matters most among all the units."""
    units = tuple(run.units.values())
    ended = sum(unit.state in UNIT_ENDED for unit in units)
    progress = f"{ended} of {count(len(units), 'unit')} ended"
    waiting = [unit for unit in units if unit.state is UnitState.WAITING_USER_APPROVAL]
    stuck = [unit for unit in units if needs_a_look(run, unit)]
    shown = {UnitState.PR_OPEN, UnitState.VERIFYING_CI}
    open_pulls = [unit for unit in units if unit.state in shown and unit not in stuck]
    if waiting:
        return _patchsets(run, view, waiting, [unit for unit in stuck if unit not in waiting])
    if writing := [unit for unit in units if unit.state is UnitState.APPLYING_PATCHES]:
        unit = writing[0]
        by = f", approved by {w.name(unit.approval.by)}" if unit.approval else ""
        number = unit.patchset.number if unit.patchset else unit.id
        return Turn(f"🔵 Writing {number}{by}", "GitHub", "It goes on by itself")
    if ready := [unit for unit in open_pulls if mergeable(run, unit)]:
        pulls = ", ".join(w.issue(unit.pull_request or 0, view) for unit in ready[:5])
        checks = (
            "" if any(checks_of(run, unit) == "green" for unit in ready) else " (no checks have reported)"
        )
        return Turn(
            f"🟡 Your turn, {w.whose_turn(run, view)}: review and merge {pulls}{checks}",
            f"a merge; {progress}",
            "It waits",
        )
    if merging := [unit for unit in open_pulls if is_being_merged(run, unit)]:
        pulls = ", ".join(w.issue(unit.pull_request or 0, view) for unit in merging[:5])
        return working(f"Merging {pulls}; {progress}", "GitHub")
    if mending := [unit for unit in units if is_being_mended(run, unit)]:
        pulls = ", ".join(w.issue(unit.pull_request or 0, view) for unit in mending[:5])
        return working(f"The checks of {pulls} are red, and I am at it; {progress}", f"the checks of {pulls}")
    if any(unit.state in DRAFTING for unit in units):
        return working(f"Drafting patches; {progress}", "the proposer")
    if open_pulls:
        pulls = ", ".join(w.issue(unit.pull_request or 0, view) for unit in open_pulls[:5])
        return Turn(f"🔵 {pulls} open; {progress}", f"the checks and a merge of {pulls}", "It waits")
    if stuck:
        unit = stuck[0]
        others = [each.id for each in stuck[1:]]
        why = w.briefly(unit.reason)
        if others:
            why = f"{w.ended(why)} {w.ids(others)} also {'needs' if len(others) == 1 else 'need'} one"
        return Turn(
            f"🟠 I need a person for {unit.id}: {why}",
            f"{w.issue(unit.issue, view)}: {_ways(unit)}",
            "Units that depend on it wait",
        )
    if held := [unit for unit in units if unit.state is UnitState.TAKEN]:
        whose = ", ".join(
            f"{unit.id} with {w.name(unit.holder)} in {w.issue(unit.issue, view)}"
            for unit in held[:5]
            if unit.holder
        )
        return Turn(f"🟣 {progress}; {len(held)} in people’s hands", whose, "It waits")
    return Turn(f"🔵 {progress}", "the units that others depend on", "It waits")


def _ways(unit: UnitRun) -> str:
    """What helps a unit; red checks are not made green by trying again."""
    return (
        "`/refine` or your own hands"
        if unit.state is UnitState.CHECKS_RED
        else "`/retry`, `/refine` or your own hands"
    )


def _patchsets(run: Run, view: View, waiting: list[UnitRun], stuck: list[UnitRun]) -> Turn:
    listed = [
        f"{w.linked(unit.patchset.number, view, unit.patchset.number)} in {w.issue(unit.issue, view)}"
        for unit in waiting[:5]
        if unit.patchset
    ]
    more = f" and {len(waiting) - 5} more" if len(waiting) > 5 else ""
    looks = ", ".join(f"{unit.id} in {w.issue(unit.issue, view)}" for unit in stuck[:5])
    also = f"; a look at {looks}" if looks else ""
    need = "needs" if len(waiting) == 1 else "need"
    return Turn(
        f"🟡 Your turn, {w.whose_turn(run, view)}: {count(len(waiting), 'patchset')} {need} approval",
        f"{', '.join(listed)}{more}{also}",
        "It waits. Nothing is written",
    )
