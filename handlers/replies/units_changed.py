"""What changed from one version of a backlog to the next; a unit that has another number is the same unit."""

from collections import Counter
from collections.abc import Mapping

from agents.builtin.planning.changes import Change
from agents.schemas.backlog import Backlog, Unit
from policies.counting import count

# So many runs of numbers are told; the others are counted.
MOST_RUNS = 3


def units_changed(old: Backlog, new: Backlog) -> tuple[Change, ...]:
    """The differences by the numbers that the units have now, and last what changed of numbers and order alone."""
    now = _numbers(old, new)
    parts = _slices(old, new)
    before = {now[unit.id]: unit for unit in old.units if unit.id in now}
    after = {unit.id: unit for unit in new.units}
    found = [Change("added", each, unit.title, "unit") for each, unit in after.items() if each not in before]
    found += [Change("removed", unit.id, unit.title, "unit") for unit in old.units if unit.id not in now]
    for each, unit in after.items():
        if each in before:
            was = before[each]
            there = was.model_copy(
                update={
                    "id": each,
                    "slice": parts.get(was.slice, was.slice),
                    "depends_on": tuple(now.get(one, one) for one in was.depends_on),
                }
            )
            if unit != there:
                found.append(_changed(there, unit))
    moved = {old_id: new_id for old_id, new_id in now.items() if old_id != new_id}
    if moved:
        found.append(Change("changed", f"the numbers of {count(len(moved), 'unit')}", _runs(moved), "order"))
    if [now[unit.id] for unit in old.units if unit.id in now] != [
        unit.id for unit in new.units if unit.id in before
    ]:
        found.append(Change("changed", "the order of work", "some units come later than before", "order"))
    return tuple(found)


def _numbers(old: Backlog, new: Backlog) -> dict[str, str]:
    """The number that each unit of the old backlog has in the new one: by its title, and else by the number it had."""
    titled = Counter(unit.title for unit in old.units), Counter(unit.title for unit in new.units)
    by_title = {
        unit.title: unit.id for unit in new.units if titled[0][unit.title] == titled[1][unit.title] == 1
    }
    same = {unit.id: unit.title for unit in new.units}
    found = {
        unit.id: unit.id if same.get(unit.id) == unit.title else by_title[unit.title]
        for unit in old.units
        if same.get(unit.id) == unit.title or unit.title in by_title
    }
    taken = {*found.values()}
    for unit in old.units:
        if unit.id not in found and unit.id in same and unit.id not in taken:
            found[unit.id] = unit.id
    return found


def _slices(old: Backlog, new: Backlog) -> Mapping[str, str]:
    """The number that each slice of the old backlog has in the new one, by its title."""
    titles = {part.title: part.id for part in new.slices}
    return {part.id: titles.get(part.title, part.id) for part in old.slices}


def _runs(moved: Mapping[str, str]) -> str:
    """`U-16 to U-39 are now U-15 to U-38`, for numbers that follow on each other before and after."""
    runs: list[list[tuple[str, str]]] = []
    for pair in moved.items():
        last = runs[-1][-1] if runs else None
        if last and all(_number(end) - _number(one) == 1 for end, one in zip(pair, last, strict=True)):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    said = [
        f"{run[0][0]} is now {run[0][1]}"
        if len(run) == 1
        else f"{run[0][0]} to {run[-1][0]} are now {run[0][1]} to {run[-1][1]}"
        for run in runs
    ]
    more = f" and {len(said) - MOST_RUNS} more such runs" if len(said) > MOST_RUNS + 1 else ""
    return ", ".join(said[:MOST_RUNS] if more else said) + more


def _number(unit: str) -> int:
    return int(unit.rpartition("-")[2])


def _changed(before: Unit, after: Unit) -> Change:
    if before.slice != after.slice:
        return Change("moved", after.id, f"from {before.slice} to {after.slice}", "unit")
    waits = ", ".join(after.depends_on[:6]) or "nothing"
    what = after.title if before.depends_on == after.depends_on else f"{after.title} (waits for {waits})"
    if what == before.title and before.files != after.files:
        what = (
            f"{what} (with other files: {', '.join(after.files[:3])}{', …' if len(after.files) > 3 else ''})"
        )
    if more := [each for each in after.acceptance_criteria if each not in before.acceptance_criteria]:
        what = f"{what} (must also meet: {more[0]})"
    if what == before.title:
        what = f"{what} ({_otherwise(before, after)})"
    return Change("changed", after.id, what, "unit")


def _otherwise(before: Unit, after: Unit) -> str:
    """What differs in a unit that is called the same, waits for the same and has the same files: no change is told as none."""
    if less := [each for each in before.acceptance_criteria if each not in after.acceptance_criteria]:
        return f"need no longer meet: {less[0]}"
    if before.requirement_ids != after.requirement_ids:
        return f"serves {', '.join(after.requirement_ids[:6]) or 'the whole plan'}"
    if (before.size, before.risk) != (after.size, after.risk):
        return f"size {after.size}, risk {after.risk}"
    return "described otherwise"
