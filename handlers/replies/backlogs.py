"""What is said when a backlog is before the people."""

from collections import Counter

from agents.schemas.backlog import Backlog, Unit, longest_chain, only, ready
from handlers import markdown as m
from handlers.replies import words as w
from handlers.replies.anew import backlog_anew
from handlers.replies.changes import backlog_since
from handlers.replies.view import View
from policies import entries as e
from policies.counting import count
from policies.coverage import complete
from policies.flood import issues_made, part_that_fits
from policies.run import Run
from policies.stages import Stage

_RISKS = ("low", "medium", "high")
FIRST = 5
GAPS = 20


def backlog_proposed(run: Run, entry: e.BacklogProposed, view: View) -> str:
    """The backlog: slices, the first units, what approving it does, and how."""
    digest = w.short(entry.digest)
    backlog = view.backlog
    units = count(len(entry.units), "unit")
    approval = run.approval_of(entry.digest)
    if approval is not None:
        which = f" Only {w.and_(approval.only)} of it." if approval.only else ""
        when = w.day_and_time(approval.at)
        head = (
            f"### ✅ Backlog v{entry.version}, {units}, approved by {w.name(approval.by)} on {when}.{which}"
        )
        return w.blocks(head, backlog_body(entry, view))
    anew = backlog_anew(run, entry)
    if anew is not None:
        return w.blocks(*anew, backlog_body(entry, view))
    aside = _aside(run, entry)
    if aside is not None:
        head, told, *action = aside
        return w.blocks(head, told, backlog_body(entry, view), *action)
    last = _last(backlog) if backlog else "U-01"
    start = ""
    part = _part(run, backlog, view) if backlog else ()
    narrowed = f" --only {' '.join(part)}" if part else ""
    if backlog and len(backlog.slices) > 1 and not part:
        start = f"To begin with one slice: `/approve backlog {digest} --only {backlog.slices[0].id}`. "
    return w.blocks(
        f"### 🟡 Your turn, {w.whose_turn(run, view)}: approve backlog v{entry.version}, {units}",
        _since(entry, view),
        f"These are the pieces of work. {w.TO_APPROVE}  \n"
        f"{start}To leave something out: `/refine backlog drop {last}`.",
        _cost(run, only(backlog, part) if part else backlog) if backlog else None,
        f"That is a part, because this repository lets one approval make at most {view.policy.max_issues} issues."
        if part
        else None,
        backlog_body(entry, view, since=False),
        m.action(f"/signalbox approve backlog {digest}{narrowed}"),
    )


def _aside(run: Run, entry: e.BacklogProposed) -> tuple[str, ...] | None:
    """What is said above a backlog that nobody is asked about any more, and what to type below it; None while somebody is."""
    why = w.set_aside(run, entry.digest)
    head = f"### ⚫ Backlog v{entry.version}, {why}"
    if run.stage is Stage.CANCELLED:
        return head, ""
    if why and run.units:
        return head, "What was approved before stands, and goes on."
    if why:
        told = "Nothing of it is made. Say what to change, and I cut the next version."
        return head, told, m.action("/signalbox refine backlog …")
    plan = run.approved_plan
    version = next((each for each in run.backlogs if each.digest == entry.digest), None)
    if plan is None or (version is not None and plan.seq > version.seq):
        head = f"### ⚫ Backlog v{entry.version}, of a plan that is no longer approved"
        return head, "Once the plan as it is now is approved, I cut its backlog anew."
    return None


def backlog_body(entry: e.BacklogProposed, view: View, *, since: bool = True) -> str:
    """The backlog itself, from its slices to its digest; `since` tells first what changed since the version before."""
    backlog = view.backlog
    if backlog is None:
        return "The backlog is stored in this comment."
    return w.blocks(
        _since(entry, view) if since else None,
        _slices(backlog),
        _sums(backlog),
        _coverage(backlog, view),
        _first(backlog),
        _all(backlog),
        _left_out(backlog, view.earlier_backlog),
        w.sub(f"Cut by: {m.line(view.provider, limit=80)}", f"digest {m.code(w.short(entry.digest))}"),
    )


def _part(run: Run, backlog: Backlog, view: View) -> tuple[str, ...]:
    """The part to approve where the repository allows fewer issues at once than the whole makes; else none."""
    most, stand = view.policy.max_issues, {*run.units, *run.slices}
    if most is None or issues_made(backlog, (), stand=stand) <= most:
        return ()
    return part_that_fits(backlog, most, stand=stand)


def _since(entry: e.BacklogProposed, view: View) -> str | None:
    if view.earlier_backlog is None or view.backlog is None:
        return None
    return backlog_since(entry.version, view.earlier_backlog, view.backlog)


def _last(backlog: Backlog) -> str:
    """What is left out most easily: the last slice, or the last unit where there is one slice only."""
    if len(backlog.slices) > 1:
        return backlog.slices[-1].id
    return backlog.units[-1].id if backlog.units else "U-01"


def _slices(backlog: Backlog) -> str:
    rows = []
    for part in backlog.slices:
        units = [unit for unit in backlog.units if unit.slice == part.id]
        sizes = Counter(unit.size for unit in units)
        risk = max((unit.risk for unit in units), key=_RISKS.index, default="low")
        rows.append(
            (
                f"{part.id} {m.cell(part.title, limit=80)}",
                str(len(units)),
                ", ".join(part.starts_after) or "—",
                ", ".join(f"{sizes[size]} × {size}" for size in ("S", "M") if sizes[size]),
                f"**{risk}**" if risk == "high" else risk,
            )
        )
    return m.table(("Slice", "Units", "Starts after", "Size", "Risk"), rows)


def _sums(backlog: Backlog) -> str:
    chain = len(longest_chain(backlog))
    now = len(ready(backlog, ()))
    return f"The longest chain is {count(chain, 'unit')} · {now} can start at once"


def _coverage(backlog: Backlog, view: View) -> str | None:
    """How many of the approved plan's demands have a unit, and which have none."""
    if view.pack is None:
        return None
    counted = complete(view.pack, backlog)
    gaps = [each.requirement_id for each in counted.coverage.gaps if each.missing == "unit"]
    every = len(counted.trace)
    line = f"**Coverage** {every - len(gaps)} of {every} requirements and quality demands have a unit"
    ground = [each.requirement_id for each in counted.trace if each.requirement_id in gaps and each.unit_ids]
    none = [each for each in gaps if each not in ground]
    lines = [
        f"**Gaps**, which no unit builds: {w.ids(none, most=GAPS)}" if none else "",
        f"**Only prepared for**, and usable by nobody yet: {w.ids(ground, most=GAPS)}" if ground else "",
    ]
    return "\n".join([line, *filter(None, lines)])


def _first(backlog: Backlog) -> str:
    return m.details(
        f"The first {FIRST} units" if len(backlog.units) > FIRST else f"Every unit ({len(backlog.units)})",
        m.listed([_line(unit) for unit in backlog.units[:FIRST]]),
    )


def _all(backlog: Backlog) -> str | None:
    if len(backlog.units) <= FIRST:
        return None
    listed = [f"{unit.id} {m.line(unit.title, limit=100)}" for unit in backlog.units[:200]]
    more = [f"…and {len(backlog.units) - 200} more in the stored plan"] if len(backlog.units) > 200 else []
    return m.details(f"All {len(backlog.units)} units", m.listed([*listed, *more]))


def _line(unit: Unit) -> str:
    after = f" · after {w.ids(unit.depends_on, most=4)}" if unit.depends_on else ""
    files = f" · {count(len(unit.files), 'file')}" if unit.files else ""
    done = f" · proof: {m.line(unit.test, limit=120)}" if unit.test else ""
    serves = w.ids(unit.requirement_ids, most=4) if unit.requirement_ids else "serves the whole plan"
    return f"**{unit.id} {m.line(unit.title, limit=100)}** · {serves}{after}{files}{done}"


def _left_out(backlog: Backlog, earlier: Backlog | None) -> str | None:
    """What is left out, and the notes that were there before; the new ones stand at the top."""
    known = backlog.notes if earlier is None else earlier.notes
    noted = [m.sentence(note, limit=400) for note in backlog.notes if note in known]
    listed = m.listed(noted[-10:]) if noted else None
    if listed and earlier is not None:
        listed = m.details(f"What was said before, and what came of it ({len(noted)})", listed)
    gone = [f"{each.id} {m.line(each.title, limit=100)}" for each in backlog.dropped[:100]]
    folded_away = m.details(f"Left out ({len(backlog.dropped)})", m.listed(gone)) if gone else None
    return w.blocks(listed, folded_away) or None


def _cost(run: Run, backlog: Backlog) -> str:
    """What an approval makes; where issues stand already, only what is new."""
    units, slices = len(backlog.units), len(backlog.slices)
    if run.units:
        new = issues_made(backlog, (), stand={*run.units, *run.slices})
        made = count(new, "new issue") if new else "no new issue"
        return (
            f"**If you approve:** {made}; those that stand already are brought in step. No code is written."
        )
    links = sum(len(unit.depends_on) for unit in backlog.units)
    return (
        f"**If you approve:** {count(units + slices, 'issue')} ({count(slices, 'slice')}, {count(units, 'unit')}) "
        f"and {count(units + slices + links, 'link')} between them, about one a second. No code is written."
    )
