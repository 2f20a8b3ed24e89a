"""The last word of a run: what was built for which requirement, by whose yes, and what was left out."""

from agents.schemas.backlog import Unit
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.labels import TRIGGER
from handlers.replies.proof import approved_by, built_for, checks, cost, gates, reviewed, trace
from handlers.replies.view import View
from policies.counting import count
from policies.run import Run, UnitRun
from policies.stages import UnitState

ROWS = 60


def run_done(run: Run, view: View) -> str:
    """The proof, as far as it fits into a comment; the record holds all of it."""
    planned = {unit.id: unit for unit in view.backlog.units} if view.backlog else {}
    built = [unit for unit in run.units.values() if unit.state is UnitState.DONE]
    left = [unit for unit in run.units.values() if unit.state is not UnitState.DONE]
    merged = sum(pull.state == "merged" for pull in run.pull_requests.values())
    rows = [_row(run, unit, planned.get(unit.id), view) for unit in built]
    head = ("Unit", "For", "Approved by", "Pull request", "Verified", "Cost")
    more = (
        m.details(f"{len(rows) - ROWS} more units", m.table(head, rows[ROWS:])) if len(rows) > ROWS else None
    )
    wanted, missing = _wanted(run, view, planned)
    done = f"{count(len(built), 'unit')} built, {count(merged, 'pull request')} merged"
    return w.blocks(
        f"### 🟢 Finished: {done}; {len(missing)} of {wanted} demands of the plan not built"
        if missing
        else f"### 🟢 Done: {done}",
        m.table(head, rows[:ROWS]) if rows else "No unit was built.",
        more,
        _coverage(wanted, missing),
        trace(run, view),
        _left(left, view),
        _approvals(run),
        f"Spent: {w.spent(run, view)}.{_per_patchset(run)}",
        _record(run, view),
    )


def _row(run: Run, unit: UnitRun, planned: Unit | None, view: View) -> tuple[str, ...]:
    title = f"{unit.id} {m.line(planned.title, limit=80)}" if planned else unit.id
    serves = built_for(planned)
    pull = run.pull_requests.get(unit.pull_request or 0)
    if pull is not None and pull.approval is not None:
        return (
            title,
            serves,
            approved_by(run, pull.approval, view),
            w.issue(pull.number, view),
            f"checks {checks(pull)}; gates {gates(pull.patchset)}; review {reviewed(unit, pull, view)}",
            cost(unit),
        )
    return title, serves, "—", "done by a person, without a pull request of mine", "—", cost(unit)


def _wanted(run: Run, view: View, planned: dict[str, Unit]) -> tuple[int, list[str]]:
    """How much the plan demands, and which of it no unit has built."""
    if view.pack is None:
        return 0, []
    wanted = [each.id for each in (*view.pack.requirements, *view.pack.nfrs)]
    built = {
        requirement
        for unit in run.units.values()
        if unit.state is UnitState.DONE and unit.id in planned
        for requirement in planned[unit.id].requirement_ids
    }
    return len(wanted), [each for each in wanted if each not in built]


def _coverage(wanted: int, missing: list[str]) -> str | None:
    if not wanted:
        return None
    line = f"**{wanted - len(missing)} of {wanted} requirements and quality demands** have a unit that was built."
    if not missing:
        return line
    return (
        f"{line} Without one: {w.ids(missing, most=20)}. To have the rest planned, open a new issue that says it, with the label "
        f"{m.code(TRIGGER)}."
    )


def _left(left: list[UnitRun], view: View) -> str | None:
    """What was not built, with those together that share a reason."""
    reasons: dict[str, list[str]] = {}
    for unit in left:
        reasons.setdefault(m.sentence(unit.reason) or unit.state.value, []).append(unit.id)
    titles = {unit.id: m.line(unit.title, limit=80) for unit in view.backlog.units} if view.backlog else {}
    listed = [
        f"{units[0]} {titles.get(units[0], '')}".rstrip() + f": {reason}"
        if len(units) == 1
        else f"{w.ids(units, most=60)}: {reason}"
        for reason, units in reasons.items()
    ]
    known = {unit.id for unit in left}
    dropped = view.backlog.dropped if view.backlog else ()
    listed += [f"{each.id} {m.line(each.title, limit=80)}" for each in dropped if each.id not in known][:40]
    return w.blocks("**Left out**", m.listed(listed)) if listed else None


def _approvals(run: Run) -> str | None:
    listed = [
        f"{m.line(each.target)} v{each.version} {m.code(w.short(each.digest))} by {w.name(each.by)}, {w.day_and_time(each.at)}"
        for each in run.approvals
    ]
    return m.details(f"Every approval that stood ({len(listed)})", m.listed(listed)) if listed else None


def _per_patchset(run: Run) -> str:
    """What one merged patchset cost, when any of it was paid for."""
    merged = [
        unit
        for unit in run.units.values()
        if unit.pull_request and run.pull_requests[unit.pull_request].state == "merged"
    ]
    paid = sum(unit.cost for unit in merged)
    return f" That is {w.money(paid // len(merged))} for each merged patchset." if paid else ""


def _record(run: Run, view: View) -> str:
    length, head = view.verified or (run.length, run.head)
    checked = "Verified record" if view.verified else "Record"
    return w.sub(f"{checked} of {length} entries, head {m.code(w.short(head))}")
