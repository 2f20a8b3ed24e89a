"""Cutting and joining the units of a backlog: split, merged, added, moved behind another or into another slice."""

from collections.abc import Sequence

from agents.builtin.decomposing.draft import chunks
from agents.builtin.decomposing.names import plain
from agents.builtin.decomposing.wish import Add
from agents.schemas.backlog import UNITS_PER_SLICE, Backlog, Dropped, Kind, Unit, rebuilt

# These are scaffolded as one piece; a half would have nobody to write it.
_WHOLE: frozenset[Kind] = frozenset(
    (
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
        "interface",
        "component",
    )
)


def split(backlog: Backlog, unit: Unit, *, titles: tuple[str, ...] = (), reason: str) -> Backlog | str:
    """Two units in the place of one, each with half of what it is done by; the second waits for the first."""
    criteria, served = unit.acceptance_criteria, unit.requirement_ids
    if unit.kind in _WHOLE:
        return f"{unit.id} is written as one piece"
    if len(criteria) < 2 and len(served) < 2:
        return (
            f"{unit.id} has one acceptance criterion and one requirement, so there is nothing to divide it by"
        )
    if sum(each.slice == unit.slice for each in backlog.units) >= UNITS_PER_SLICE:
        return f"{unit.slice} is full: a parent issue takes {UNITS_PER_SLICE} units"
    halves = chunks(criteria, size=-(-len(criteria) // 2)) if len(criteria) > 1 else (criteria, criteria)
    parts = chunks(served, size=-(-len(served) // 2)) if len(criteria) < 2 else (served, served)
    first, second = _free(backlog), _free(backlog, skip=1)
    one = {
        "id": first,
        "title": _titled(unit, 1, titles),
        "acceptance_criteria": halves[0],
        "requirement_ids": parts[0],
    }
    two = {
        "id": second,
        "title": _titled(unit, 2, titles),
        "acceptance_criteria": halves[1],
        "requirement_ids": parts[1],
    }
    pair = (
        unit.model_copy(update=one | {"size": "S"}),
        unit.model_copy(update=two | {"size": "S", "depends_on": (*unit.depends_on, first)}),
    )
    units: list[Unit] = []
    for each in backlog.units:
        waits = tuple(second if other == unit.id else other for other in each.depends_on)
        units += pair if each.id == unit.id else (each.model_copy(update={"depends_on": waits}),)
    gone = _dropped(unit, reason=f"{reason}: now {first} and {second}")
    return rebuilt(backlog, units=tuple(units), dropped=(*backlog.dropped, gone))


def merged(backlog: Backlog, parts: tuple[Unit, ...], *, reason: str) -> Backlog | str:
    """One unit in the place of several, which keeps the first one's id."""
    kept, others = parts[0], parts[1:]
    inside = {unit.id for unit in parts}
    waits = tuple(dict.fromkeys(each for unit in parts for each in unit.depends_on if each not in inside))
    whole = kept.model_copy(
        update={
            "title": plain(" + ".join(unit.title for unit in parts), limit=250),
            "summary": plain(" ".join(unit.summary for unit in parts), limit=4000),
            "requirement_ids": _union(tuple(unit.requirement_ids for unit in parts)),
            "component_ids": _union(tuple(unit.component_ids for unit in parts)),
            "acceptance_criteria": _union(tuple(unit.acceptance_criteria for unit in parts)),
            "files": _union(tuple(unit.files for unit in parts)),
            "test": "; ".join(_union(tuple((unit.test,) for unit in parts))),
            "size": "M",
            "risk": max((unit.risk for unit in parts), key=("low", "medium", "high").index),
            "depends_on": waits,
            "foundation": any(unit.foundation for unit in parts),
            "kind": "other",
            "subject": "",
        }
    )
    units = tuple(
        whole
        if unit.id == kept.id
        else unit.model_copy(update={"depends_on": _pointed(unit, inside, to=kept.id)})
        for unit in backlog.units
        if unit.id == kept.id or unit.id not in inside
    )
    gone = tuple(_dropped(unit, reason=f"{reason}: now in {kept.id}") for unit in others)
    outcome = _ordered(backlog, units=units, dropped=(*backlog.dropped, *gone))
    if isinstance(outcome, str) or not any(unit.kind in _WHOLE for unit in parts):
        return outcome
    note = f"{kept.id} now needs a model or a person: the scaffolder does not write merged units."
    return outcome.model_copy(update={"notes": (*outcome.notes, note)})


def moved(backlog: Backlog, unit: Unit, *, after: Unit) -> Backlog | str:
    """The unit behind another, for which it waits."""
    if after.id in unit.depends_on:
        return f"{unit.id} waits for {after.id} already"
    waits = tuple(dict.fromkeys((*unit.depends_on, after.id)))
    units = tuple(
        each.model_copy(update={"depends_on": waits}) if each.id == unit.id else each
        for each in backlog.units
    )
    return _ordered(backlog, units=units, dropped=backlog.dropped)


def added(backlog: Backlog, wish: Add) -> Backlog | str:
    """One more unit, at the end or behind those it waits for; without a requirement it serves the whole plan."""
    known = {each for unit in backlog.units for each in unit.requirement_ids}
    strangers = [each for each in wish.serves if each not in known]
    if strangers:
        return f"no unit serves {', '.join(strangers)} yet, so I cannot tell whether it is in the plan"
    home = {unit.id: unit.slice for unit in backlog.units}
    part = wish.part or (home[wish.after[-1]] if wish.after else backlog.slices[-1].id)
    if sum(each.slice == part for each in backlog.units) >= UNITS_PER_SLICE:
        return f"{part} is full: a parent issue takes {UNITS_PER_SLICE} units"
    title = plain(wish.title[:1].upper() + wish.title[1:], limit=250)
    unit = Unit(
        id=_free(backlog),
        title=title,
        slice=part,
        summary=title,
        requirement_ids=wish.serves,
        acceptance_criteria=(title,),
        depends_on=wish.after,
        foundation=not wish.serves,
    )
    return rebuilt(backlog, units=(*backlog.units, unit))


def rehomed(backlog: Backlog, units: tuple[Unit, ...], *, part: str) -> Backlog | str:
    """Units in another slice."""
    ids = {unit.id for unit in units}
    if all(unit.slice == part for unit in units):
        return "it is so already"
    if sum(each.slice == part or each.id in ids for each in backlog.units) > UNITS_PER_SLICE:
        return f"{part} is full: a parent issue takes {UNITS_PER_SLICE} units"
    moved_units = tuple(
        unit.model_copy(update={"slice": part}) if unit.id in ids else unit for unit in backlog.units
    )
    return rebuilt(backlog, units=moved_units)


def _ordered(backlog: Backlog, *, units: tuple[Unit, ...], dropped: tuple[Dropped, ...]) -> Backlog | str:
    """The units so that each stands after those it waits for, otherwise in the order they had; a circle is refused."""
    placed: dict[str, Unit] = {}
    waiting = list(units)
    while waiting:
        free = next((unit for unit in waiting if all(each in placed for each in unit.depends_on)), None)
        if free is None:
            return "then " + ", ".join(unit.id for unit in waiting[:6]) + " would wait for one another"
        placed[free.id] = free
        waiting.remove(free)
    return rebuilt(backlog, units=tuple(placed.values()), dropped=dropped)


def _pointed(unit: Unit, inside: set[str], *, to: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(to if each in inside else each for each in unit.depends_on))


def _union(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group))


def _titled(unit: Unit, part: int, titles: tuple[str, ...]) -> str:
    if titles:
        return plain(titles[part - 1], limit=250)
    return f"{plain(unit.title, limit=200)}, part {part}"


def _dropped(unit: Unit, *, reason: str) -> Dropped:
    return Dropped(id=unit.id, title=unit.title, requirement_ids=unit.requirement_ids, reason=reason)


def _free(backlog: Backlog, *, skip: int = 0) -> str:
    """An id no unit of this backlog has or ever had."""
    used = (*(unit.id for unit in backlog.units), *(part.id for part in backlog.dropped))
    return f"U-{max((int(each[2:]) for each in used), default=0) + 1 + skip:02d}"
