"""Wishes about a backlog in plain English: a small set is carried out, everything else is written down as not done."""

from collections.abc import Collection, Sequence
from typing import assert_never

from agents.builtin.decompose_draft import chunks
from agents.builtin.decompose_names import plain
from agents.builtin.decompose_wish import DOCUMENTED, Drop, Keep, Merge, Move, Named, Split, read
from agents.schemas.backlog import UNITS_PER_SLICE, Backlog, Dropped, Kind, Unit, drop, only, rebuilt

# These are scaffolded as one piece; a half would have nobody to write it.
_WHOLE: frozenset[Kind] = frozenset(
    (
        "skeleton",
        "architecture",
        "scope",
        "decision",
        "glossary",
        "local",
        "ci",
        "settings",
        "domain",
        "entity",
        "interface",
        "component",
    )
)


def apply(backlog: Backlog, text: str, *, by: str = "", done: Collection[str] = ()) -> Backlog:
    """The backlog after one wish; a wish that is not understood or not possible changes nothing but `notes`."""
    change = read(text)
    if change is None:
        return _noted(
            backlog, text, by=by, why=f"not done: without a model only these are understood: {DOCUMENTED}"
        )
    if isinstance(change, Named):
        return backlog
    unknown = [each for each in _ids(change) if each not in _all_ids(backlog)]
    if unknown:
        return _noted(backlog, text, by=by, why=f"not done: the backlog holds no {', '.join(unknown)}")
    if isinstance(change, Keep):
        change = Keep((*change.ids, *(each for each in done if each in _all_ids(backlog))))
    fixed = sorted(_touched(backlog, change) & set(done))
    if fixed:
        return _noted(
            backlog,
            text,
            by=by,
            why=f"not done: {', '.join(fixed)} {'is' if len(fixed) == 1 else 'are'} already under way",
        )
    reason = plain(f"{text} (@{by})" if by else text, limit=200)
    outcome = _carried_out(backlog, change, reason=reason)
    return (
        outcome if isinstance(outcome, Backlog) else _noted(backlog, text, by=by, why=f"not done: {outcome}")
    )


def _ids(change: Drop | Keep | Split | Merge | Move) -> tuple[str, ...]:
    match change:
        case Drop(ids) | Keep(ids) | Merge(ids):
            return ids
        case Split(one):
            return (one,)
        case Move(one, after):
            return (one, after)
        case _:
            assert_never(change)


def _touched(backlog: Backlog, change: Drop | Keep | Split | Merge | Move) -> set[str]:
    """The units the change would alter."""
    everything = {unit.id for unit in backlog.units}
    match change:
        case Drop(ids):
            return everything - {unit.id for unit in drop(backlog, ids).units}
        case Keep(ids):
            return everything - {unit.id for unit in only(backlog, ids).units}
        case Split(one) | Move(one, _):
            return {one}
        case Merge(ids):
            return set(ids)
        case _:
            assert_never(change)


def _carried_out(
    backlog: Backlog, change: Drop | Keep | Split | Merge | Move, *, reason: str
) -> Backlog | str:
    """The changed backlog, or in plain words why it cannot be."""
    units = {unit.id: unit for unit in backlog.units}
    if not isinstance(change, Drop | Keep) and any(each not in units for each in _ids(change)):
        return "this works on units, not on slices"
    match change:
        case Drop(ids):
            return drop(backlog, ids, reason=reason)
        case Keep(ids):
            return only(backlog, ids, reason=reason)
        case Split(one):
            return _split(backlog, units[one], reason=reason)
        case Merge(ids):
            return _merged(backlog, tuple(units[each] for each in ids), reason=reason)
        case Move(one, after):
            return _moved(backlog, units[one], after=units[after])
        case _:
            assert_never(change)


def _split(backlog: Backlog, unit: Unit, *, reason: str) -> Backlog | str:
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
        "title": _titled(unit, 1),
        "acceptance_criteria": halves[0],
        "requirement_ids": parts[0],
    }
    two = {
        "id": second,
        "title": _titled(unit, 2),
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


def _merged(backlog: Backlog, parts: tuple[Unit, ...], *, reason: str) -> Backlog | str:
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


def _moved(backlog: Backlog, unit: Unit, *, after: Unit) -> Backlog | str:
    waits = tuple(dict.fromkeys((*unit.depends_on, after.id)))
    units = tuple(
        each.model_copy(update={"depends_on": waits}) if each.id == unit.id else each
        for each in backlog.units
    )
    return _ordered(backlog, units=units, dropped=backlog.dropped)


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


def _titled(unit: Unit, part: int) -> str:
    return f"{plain(unit.title, limit=200)}, part {part}"


def _dropped(unit: Unit, *, reason: str) -> Dropped:
    return Dropped(id=unit.id, title=unit.title, requirement_ids=unit.requirement_ids, reason=reason)


def _all_ids(backlog: Backlog) -> set[str]:
    return {unit.id for unit in backlog.units} | {part.id for part in backlog.slices}


def _free(backlog: Backlog, *, skip: int = 0) -> str:
    """An id no unit of this backlog has or ever had."""
    used = (*(unit.id for unit in backlog.units), *(part.id for part in backlog.dropped))
    return f"U-{max((int(each[2:]) for each in used), default=0) + 1 + skip:02d}"


def _noted(backlog: Backlog, text: str, *, by: str, why: str) -> Backlog:
    said = plain(text, limit=200)
    return backlog.model_copy(
        update={"notes": (*backlog.notes, f"“{said}”{f' from @{by}' if by else ''} {why}.")}
    )
