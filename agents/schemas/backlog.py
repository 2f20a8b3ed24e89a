"""The backlog: one version of a plan cut into units, each small enough for one pull request, in an order without cycles."""

import graphlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Literal, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

SCHEMA_VERSION = "1"

# https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues: 100 sub-issues a parent.
UNITS_PER_SLICE = 100

UnitId = Annotated[str, StringConstraints(pattern=r"^U-[0-9]{2,4}$")]
SliceId = Annotated[str, StringConstraints(pattern=r"^S[0-9]{1,3}$")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(max_length=8000)]
Kind = Literal[
    "skeleton",
    "architecture",
    "scope",
    "decision",
    "glossary",
    "pages",
    "local",
    "ci",
    "settings",
    "domain",
    "entity",
    "store",
    "interface",
    "component",
    "workflow",
    "integration",
    "requirement",
    "proof",
    "runbook",
    "infrastructure",
    "other",
]


class Unit(BaseModel):
    """One implementation issue: what to do, why, where, and the test that proves it.

    `kind` and `subject` tell the built-in scaffolder what the unit is about (`entity` and `Invoice`); people never
    need them. `foundation` marks the few units that serve the whole plan instead of one requirement.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UnitId
    title: Line
    slice: SliceId
    summary: Text
    requirement_ids: tuple[str, ...] = ()
    component_ids: tuple[str, ...] = ()
    acceptance_criteria: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    test: Text = ""
    size: Literal["S", "M"] = "S"
    risk: Literal["low", "medium", "high"] = "low"
    depends_on: tuple[UnitId, ...] = ()
    foundation: bool = False
    kind: Kind = "other"
    subject: str = ""


class Slice(BaseModel):
    """A group of units that becomes one parent issue; it starts once the slices it names are under way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: SliceId
    title: Line
    starts_after: tuple[SliceId, ...] = ()


class Dropped(BaseModel):
    """A unit people left out: its id is never given to another unit, and its requirements stay visible."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: UnitId
    title: Line
    requirement_ids: tuple[str, ...] = ()
    reason: str = ""


class Backlog(BaseModel):
    """Units in the order they are best done, the slices they stand in, what was left out, and what could not be done."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal["1"] = "1"
    slices: tuple[Slice, ...] = ()
    units: tuple[Unit, ...] = Field(default=(), max_length=9999)
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        problems = (*_identity_problems(self), *_order_problems(self))
        if problems:
            raise ValueError("; ".join(problems))
        return self


def canonical(backlog: Backlog) -> bytes:
    """The bytes that are digested, approved and stored as `decomposition_plan.json` (RFC 8785)."""
    return rfc8785.dumps(backlog.model_dump(mode="json"))


@lru_cache(maxsize=4)
def load(content: bytes) -> Backlog:
    """The backlog in `content`; raises pydantic's ValidationError when it is not one.

    One step of a run looks at the same backlog some fifty times, and reading one of hundreds of units takes long.
    """
    return Backlog.model_validate_json(content)


def ready(backlog: Backlog, done: Collection[str]) -> tuple[Unit, ...]:
    """The units that are not done and wait for nothing, in backlog order."""
    return tuple(
        unit
        for unit in backlog.units
        if unit.id not in done and all(other in done for other in unit.depends_on)
    )


def longest_chain(backlog: Backlog) -> tuple[str, ...]:
    """The longest run of units that must follow one another, as unit ids from first to last."""
    units = {unit.id: unit for unit in backlog.units}
    best: dict[str, tuple[str, ...]] = {}
    for unit_id in _in_order(units):
        before = max((best[other] for other in units[unit_id].depends_on), key=len, default=())
        best[unit_id] = (*before, unit_id)
    return max(best.values(), key=len, default=())


def drop(backlog: Backlog, ids: Iterable[str], *, reason: str = "") -> Backlog:
    """The backlog without the named units and slices; what waited for a dropped unit waits for what that one waited for.

    An id the backlog does not hold raises KeyError.
    """
    gone = _expand(backlog, ids)
    units = {unit.id: unit for unit in backlog.units}
    kept = tuple(
        unit.model_copy(update={"depends_on": _waits_for(unit.id, units=units, gone=gone)})
        for unit in backlog.units
        if unit.id not in gone
    )
    left_out = tuple(
        Dropped(id=unit.id, title=unit.title, requirement_ids=unit.requirement_ids, reason=reason)
        for unit in backlog.units
        if unit.id in gone
    )
    return rebuilt(backlog, units=kept, dropped=(*backlog.dropped, *left_out))


def only(backlog: Backlog, ids: Iterable[str], *, reason: str = "") -> Backlog:
    """The backlog with nothing but the named units and slices and whatever those wait for."""
    units = {unit.id: unit for unit in backlog.units}
    wanted: set[str] = set()
    pending = list(_expand(backlog, ids))
    while pending:
        unit_id = pending.pop()
        if unit_id not in wanted:
            wanted.add(unit_id)
            pending.extend(units[unit_id].depends_on)
    return drop(backlog, tuple(unit_id for unit_id in units if unit_id not in wanted), reason=reason)


def rebuilt(
    backlog: Backlog,
    *,
    units: tuple[Unit, ...],
    dropped: tuple[Dropped, ...] | None = None,
    notes: tuple[str, ...] = (),
) -> Backlog:
    """A validated backlog with these units: empty slices go, and each slice starts after those its units wait for."""
    home = {unit.id: unit.slice for unit in units}
    order = [part.id for part in backlog.slices if part.id in set(home.values())]
    rank = {slice_id: index for index, slice_id in enumerate(order)}
    slices: list[Slice] = []
    for part in backlog.slices:
        if part.id not in rank:
            continue
        before = {home[other] for unit in units if unit.slice == part.id for other in unit.depends_on}
        earlier = sorted((rank[other] for other in before if rank[other] < rank[part.id]), reverse=True)
        slices.append(
            Slice(id=part.id, title=part.title, starts_after=_nearest(earlier, order=order, done=slices))
        )
    return Backlog(
        slices=tuple(slices),
        units=units,
        dropped=backlog.dropped if dropped is None else dropped,
        notes=(*backlog.notes, *notes),
    )


def _nearest(earlier: list[int], *, order: list[str], done: list[Slice]) -> tuple[str, ...]:
    """The slices waited for, without those another one already waits for."""
    known = {part.id: set(part.starts_after) for part in done}
    behind: set[str] = set()
    for part in done:
        known[part.id] |= {far for near in part.starts_after for far in known[near]}
    chosen: list[str] = []
    for index in earlier:
        if order[index] not in behind:
            chosen.append(order[index])
            behind |= known[order[index]]
    return tuple(sorted(chosen, key=order.index))


def _expand(backlog: Backlog, ids: Iterable[str]) -> set[str]:
    """Unit ids from unit and slice ids; raises KeyError for an id the backlog does not hold."""
    units = {unit.id for unit in backlog.units}
    slices = {part.id for part in backlog.slices}
    found: set[str] = set()
    for each in ids:
        if each in units:
            found.add(each)
        elif each in slices:
            found |= {unit.id for unit in backlog.units if unit.slice == each}
        else:
            raise KeyError(each)
    return found


def _waits_for(unit_id: str, *, units: Mapping[str, Unit], gone: Collection[str]) -> tuple[str, ...]:
    """The kept units this one waits for, reached through any chain of dropped ones."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    pending = list(reversed(units[unit_id].depends_on))
    while pending:
        other = pending.pop()
        if other in seen:
            continue
        seen.add(other)
        if other in gone:
            pending.extend(reversed(units[other].depends_on))
        else:
            found[other] = None
    return tuple(found)


def _in_order(units: Mapping[str, Unit]) -> tuple[str, ...]:
    sorter = graphlib.TopologicalSorter({unit.id: unit.depends_on for unit in units.values()})
    return tuple(sorter.static_order())


def _identity_problems(backlog: Backlog) -> tuple[str, ...]:
    problems: list[str] = []
    unit_ids = [unit.id for unit in backlog.units]
    slice_ids = [part.id for part in backlog.slices]
    for ids in (unit_ids, slice_ids):
        problems += [f"{each} is given twice" for each, times in sorted(Counter(ids).items()) if times > 1]
    used = set(unit_ids)
    problems += [f"{part.id} was dropped and is used again" for part in backlog.dropped if part.id in used]
    for unit in backlog.units:
        if unit.slice not in slice_ids:
            problems.append(f"{unit.id} stands in {unit.slice}, which is not a slice")
        if not unit.requirement_ids and not unit.foundation:
            problems.append(f"{unit.id} serves no requirement and is not marked as foundation")
    for slice_id in slice_ids:
        count = sum(unit.slice == slice_id for unit in backlog.units)
        if count > UNITS_PER_SLICE:
            problems.append(f"{slice_id} holds {count} units; a parent issue takes {UNITS_PER_SLICE}")
    return tuple(problems)


def _order_problems(backlog: Backlog) -> tuple[str, ...]:
    units = {unit.id: unit for unit in backlog.units}
    slices = {part.id for part in backlog.slices}
    unknown = [
        f"{unit.id} waits for {other}, which is not a unit"
        for unit in units.values()
        for other in unit.depends_on
        if other not in units
    ]
    unknown += [
        f"{part.id} starts after {other}, which is not a slice"
        for part in backlog.slices
        for other in part.starts_after
        if other not in slices
    ]
    if unknown:
        return tuple(unknown)
    try:
        _in_order(units)
        graphlib.TopologicalSorter({part.id: part.starts_after for part in backlog.slices}).prepare()
    except graphlib.CycleError as cycle:
        return ("these wait for one another: " + " > ".join(cycle.args[1]),)
    return ()
