"""How many issues one approval of a backlog makes, and which part of it keeps to the most that a repository allows."""

from collections.abc import Collection

from agents.schemas.backlog import Backlog, only


def issues_made(backlog: Backlog, part: Collection[str], *, stand: Collection[str]) -> int:
    """The issues of these units and slices (all of them where none is named) and of what they wait for; `stand` have theirs."""
    cleared = only(backlog, part) if part else backlog
    ids = (*(each.id for each in cleared.slices), *(each.id for each in cleared.units))
    return sum(id_ not in stand for id_ in ids)


def part_that_fits(backlog: Backlog, most: int, *, stand: Collection[str]) -> tuple[str, ...]:
    """What to begin with: all that stands, and the first slice, or else the first unit, that makes no more issues than that.

    What stands is in it because an approval that leaves it out takes it back. There is such a part wherever the whole makes
    more than two issues: a unit that waits for nothing makes its own and its slice's.
    """
    kept: list[str] = []
    for part in backlog.slices:
        units = [unit.id for unit in backlog.units if unit.slice == part.id]
        standing = [unit_id for unit_id in units if unit_id in stand]
        kept += [part.id] if standing == units else standing
    ids = (*(part.id for part in backlog.slices), *(unit.id for unit in backlog.units))
    parts = ((*kept, id_) for id_ in ids)
    return next(part for part in parts if 0 < issues_made(backlog, part, stand=stand) <= most)
