"""Which requirement is served by which component and which unit; computed here, never taken from a model."""

from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.trace import Count, Coverage, Gap, TraceRow


def complete(pack: ArchitecturePack, backlog: Backlog | None = None) -> ArchitecturePack:
    """The pack with `coverage` and `trace` computed from its components and, when there is one, its backlog."""
    rows = _rows(pack, backlog)
    return pack.model_copy(
        update={"coverage": _coverage(pack, rows=rows, planned=backlog is not None), "trace": rows}
    )


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


def _coverage(pack: ArchitecturePack, *, rows: tuple[TraceRow, ...], planned: bool) -> Coverage:
    wanted = {each.id for each in pack.requirements}
    gaps: list[Gap] = []
    for row in rows:
        if not row.component_ids:
            gaps.append(Gap(requirement_id=row.requirement_id, missing="component"))
        elif planned and not row.unit_ids:
            gaps.append(Gap(requirement_id=row.requirement_id, missing="unit"))
    functional = tuple(row for row in rows if row.requirement_id in wanted)
    quality = tuple(row for row in rows if row.requirement_id not in wanted)
    return Coverage(
        requirements=_count(functional),
        nfrs=_count(quality),
        backlog=Count(total=len(rows), served=sum(bool(row.unit_ids) for row in rows)) if planned else None,
        gaps=tuple(gaps),
    )


def _count(rows: tuple[TraceRow, ...]) -> Count:
    return Count(total=len(rows), served=sum(bool(row.component_ids) for row in rows))
