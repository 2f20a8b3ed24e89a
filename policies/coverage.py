"""Which requirement is served by which component and which unit; computed here, never taken from a model."""

from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.trace import Count, Coverage, Gap, TraceRow
from policies.concerning import concerned

# Units that lay the ground: they serve a requirement, but without another unit nobody could use what it asks for.
GROUND = frozenset({"entity", "domain", "store", "interface", "integration"})


def complete(pack: ArchitecturePack, backlog: Backlog | None = None) -> ArchitecturePack:
    """The pack with `coverage`, `trace` and what hangs on each question, from its own parts and, when there is one, its backlog."""
    rows = _rows(pack, backlog)
    questions = tuple(
        each.model_copy(update={"requirement_ids": ids})
        for each, ids in zip(pack.clarifications, concerned(pack.clarifications, pack), strict=True)
    )
    computed = {"coverage": _coverage(pack, backlog, rows=rows), "trace": rows, "clarifications": questions}
    return pack.model_copy(update=computed)


def _rows(pack: ArchitecturePack, backlog: Backlog | None) -> tuple[TraceRow, ...]:
    components: dict[str, list[str]] = {}
    for part in pack.architecture.components:
        for each in part.requirement_ids:
            components.setdefault(each, []).append(part.id)
    units: dict[str, list[str]] = {}
    for unit in backlog.units if backlog else ():
        for each in unit.requirement_ids:
            units.setdefault(each, []).append(unit.id)
    return tuple(
        TraceRow(
            requirement_id=each.id,
            lines=each.lines,
            component_ids=tuple(components.get(each.id, ())),
            unit_ids=tuple(units.get(each.id, ())),
        )
        for each in (*pack.requirements, *pack.nfrs)
    )


def _coverage(pack: ArchitecturePack, backlog: Backlog | None, *, rows: tuple[TraceRow, ...]) -> Coverage:
    wanted = {each.id for each in pack.requirements}
    units = backlog.units if backlog else ()
    built = {each for unit in units if unit.kind not in GROUND for each in unit.requirement_ids}
    built |= {row.requirement_id for row in rows if row.requirement_id not in wanted and row.unit_ids}
    gaps: list[Gap] = []
    for row in rows:
        if not row.component_ids:
            gaps.append(Gap(requirement_id=row.requirement_id, missing="component"))
        if backlog is not None and row.requirement_id not in built:
            gaps.append(Gap(requirement_id=row.requirement_id, missing="unit"))
    functional = tuple(row for row in rows if row.requirement_id in wanted)
    quality = tuple(row for row in rows if row.requirement_id not in wanted)
    return Coverage(
        requirements=_count(functional),
        nfrs=_count(quality),
        backlog=Count(total=len(rows), served=sum(row.requirement_id in built for row in rows))
        if backlog
        else None,
        gaps=tuple(gaps),
    )


def _count(rows: tuple[TraceRow, ...]) -> Count:
    return Count(total=len(rows), served=sum(bool(row.component_ids) for row in rows))
