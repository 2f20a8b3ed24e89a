"""The issues a backlog becomes: one for each unit, one for each slice."""

from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import ArchitecturePack
from agents.schemas.requirements import Demand
from handlers import markdown as m
from handlers import markers
from handlers.replies import words as w
from policies.counting import count
from policies.run import Run

# https://docs.github.com/en/rest/issues/issues#create-an-issue takes 256 characters.
TITLE = 250
# A list longer than this is cut; the whole backlog is in the run's artifacts.
MOST = 40
# Where a demand comes from that has no lines in the PRD.
_ORIGIN = {"refinement": " (asked for in the thread)", "answer": " (from an answer)"}


def unit_issue(unit: Unit, backlog: Backlog, pack: ArchitecturePack, run: Run) -> tuple[str, str]:
    """Title and body of a unit's issue; the marker stands in the body's first line."""
    wanted = {each.id: each for each in (*pack.requirements, *pack.nfrs)}
    serves = [
        f"**{each}** {m.line(wanted[each].text)}{_source(wanted[each])}"
        for each in unit.requirement_ids
        if each in wanted
    ]
    parts = {each.id: each.name for each in pack.architecture.components}
    titles = {each.id: each.title for each in backlog.units}
    after = [f"{each} {m.line(titles.get(each, ''), limit=100)}".rstrip() for each in unit.depends_on]
    body = w.blocks(
        markers.mark("unit", run=run.key.issue, unit=unit.id),
        m.text(unit.summary),
        "I propose the change in a comment here, and write it once somebody approves exactly that. To build it by hand, have this "
        "issue assigned to you, and close it as completed when it is done.",
        _part("Why", serves or ["It serves the whole plan."]),
        _part("Done when", [m.line(each) for each in unit.acceptance_criteria]),
        _part("Proved by", [m.line(unit.test)] if unit.test else []),
        _part("Files", [m.code(each) for each in unit.files[:40]]),
        _part("Part of", [m.line(parts[each]) for each in unit.component_ids if each in parts]),
        _part("After", after),
        w.sub(
            f"Size {unit.size}",
            f"risk {unit.risk}",
            f"slice {unit.slice}",
            f"run #{run.key.issue}",
        ),
    )
    return _title(f"{unit.id} {unit.title}"), body


def slice_issue(part: Slice, backlog: Backlog, pack: ArchitecturePack, run: Run) -> tuple[str, str]:
    """Title and body of a slice's issue, the parent of its units."""
    units = [unit for unit in backlog.units if unit.slice == part.id]
    wanted = {each for unit in units for each in unit.requirement_ids}
    known = [each.id for each in (*pack.requirements, *pack.nfrs) if each.id in wanted]
    body = w.blocks(
        markers.mark("slice", run=run.key.issue, slice=part.id),
        f"{count(len(units), 'unit')} of the backlog of run #{run.key.issue}; "
        f"{'it is the sub-issue' if len(units) == 1 else 'they are the sub-issues'} of this one.",
        _part("Serves", [w.ids(known, most=30)] if known else []),
        _part("Starts after", list(part.starts_after)),
    )
    return _title(f"{part.id} {part.title}"), body


def _part(head: str, items: list[str]) -> str | None:
    shown = items if len(items) <= MOST else [*items[:MOST], f"and {len(items) - MOST} more"]
    return f"**{head}**\n\n{m.listed(shown)}" if items else None


def _source(demand: Demand) -> str:
    lines = demand.lines
    if not lines:
        return _ORIGIN.get(demand.origin, " (derived, not in the PRD’s words)")
    shown = ", ".join(str(each) for each in lines[:5])
    return f" (PRD line {shown})" if len(lines) == 1 else f" (PRD lines {shown})"


def _title(words: str) -> str:
    """A title is not Markdown, but GitHub looks for mentions and references in it all the same."""
    return m.plain(words, limit=TITLE)
