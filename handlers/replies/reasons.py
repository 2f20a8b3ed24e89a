"""Why something is so: the way from a unit, patchset, requirement, decision or question back to the PRD's lines."""

from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.card import state_of
from handlers.replies.patchsets import gates_shown
from handlers.replies.reasons_of_plan import planned, prd_lines
from handlers.replies.view import View
from policies.run import Run, UnitRun
from policies.stages import UnitState


def because(run: Run | None, about: str, view: View) -> str:
    """What is known of the thing a person named by its id."""
    wanted = about.strip().split(" ")[0].strip("`")
    if run is None or not wanted:
        return (
            "Name what you mean: a requirement (`/why FR-3`), a unit (`/why U-01`), a patchset (`/why PS-1`), a decision "
            "(`/why D1`) or a question (`/why Q1`)."
        )
    found = _unit(run, wanted.upper(), view) or (
        planned(view.pack, wanted.casefold(), view) if view.pack else None
    )
    return found or f"I know no {m.code(wanted, limit=40)} in this run."


def _unit(run: Run, wanted: str, view: View) -> str | None:
    unit = run.units.get(wanted) or run.unit_of_patchset(wanted)
    planned = None
    if view.backlog:
        planned = next(
            (each for each in view.backlog.units if each.id == (unit.id if unit else wanted)), None
        )
    if unit is None and planned is None:
        return None
    title = f"**{planned.id} {m.line(planned.title)}**" if planned else f"**{unit.id if unit else wanted}**"
    texts = {each.id: each for each in (*view.pack.requirements, *view.pack.nfrs)} if view.pack else {}
    serves = [
        f"{m.line(each, limit=60)}: {m.line(texts[each].text) if each in texts else ''}{prd_lines(texts[each].lines if each in texts else ())}"
        for each in (planned.requirement_ids if planned else ())
    ]
    seen = unit.patchset if unit else None
    return w.blocks(
        f"{title}{_state(run, unit)}.",
        m.sentence(unit.reason) if unit and unit.reason else None,
        m.listed(serves) if serves else "It serves the whole plan.",
        f"Proved by: {m.line(planned.test)}" if planned and planned.test else None,
        f"{seen.number} {m.code(w.short(seen.digest))} on {m.code(seen.base_sha[:7])}:" if seen else None,
        gates_shown(seen.gates) if seen and seen.gates else None,
    )


def _state(run: Run, unit: UnitRun | None) -> str:
    if unit is None:
        return " is in the backlog"
    if unit.state is UnitState.WAITING_USER_APPROVAL and unit.patchset:
        return f" waits for approval of {unit.patchset.number}"
    return f": {state_of(run, unit)}"
