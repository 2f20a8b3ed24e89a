"""Which units may be under way at the same time: never two that touch the same files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policies.globs import MAX_PATTERN
from policies.paths import fold
from policies.run import Run, UnitRun
from policies.stages import FINISHED, UNIT_ACTIVE, Stage, UnitState

# The files a unit declares, as globs: unit id -> globs.
Declared = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class RoomMade:
    """Another run of the repository has given back a place or files that this one may wait for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A unit that keeps its files from all others, in the run of this intake issue; an `active` one takes a place as well."""

    issue: int
    unit: str
    files: tuple[str, ...]
    active: bool = True


def meet(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether some path could be covered by a pattern of each; where that is hard to tell, it could."""
    return _all_meet(tuple(one), tuple(other))


def held(unit: UnitRun, declared: Declared) -> tuple[str, ...]:
    """What a unit touches as far as it is known: the files it declares, and those its patchset names."""
    paths = tuple(unit.patchset.paths) if unit.patchset else ()
    return (*declared.get(unit.id, ()), *paths)


def holds(run: Run, unit: UnitRun) -> bool:
    """Whether the unit keeps its files from others: it is under way, in a person's hands, or a pull request of it is open."""
    pull = run.pull_requests.get(unit.pull_request or 0)
    return (
        unit.state in UNIT_ACTIVE
        or unit.state is UnitState.TAKEN
        or (pull is not None and pull.state == "open")
    )


def in_the_way(run: Run, unit: UnitRun, declared: Declared, kept: Iterable[Held]) -> tuple[Held, ...]:
    """Those of the `kept`, of its run and of others, that hold files which this unit would touch as well."""
    mine, itself = held(unit, declared), (run.key.issue, unit.id)
    # Of hundreds of units against all that are kept hardly any pair meets, so that is asked first.
    return tuple(each for each in kept if _all_meet(mine, each.files) and (each.issue, each.unit) != itself)


def kept_by(run: Run, declared: Declared) -> tuple[Held, ...]:
    """What other runs of the repository leave alone; a run that has ended keeps nothing."""
    if run.stage in FINISHED:
        return ()
    return tuple(
        Held(run.key.issue, unit.id, held(unit, declared), unit.state in UNIT_ACTIVE)
        for unit in run.units.values()
        if holds(run, unit)
    )


def could_start(run: Run) -> bool:
    """Whether the run has units that wait for nothing but a place or files."""
    ready = any(unit.state is UnitState.READY for unit in run.units.values())
    return ready and run.stage is Stage.DELIVERING and run.overlay is None


def room(run: Run, most: int, elsewhere: Iterable[Held]) -> int:
    """How many more units may be under way in the repository, whatever run they are of."""
    return max(most - len(run.active_units) - sum(each.active for each in elsewhere), 0)


def startable(
    run: Run,
    ready: Iterable[UnitRun],
    declared: Declared,
    *,
    room: int,
    elsewhere: Iterable[Held] = (),
) -> tuple[UnitRun, ...]:
    """The first of the ready units that fit into the room and meet nobody's files, those of other runs included."""
    taken = [held(unit, declared) for unit in run.units.values() if holds(run, unit)]
    taken += [each.files for each in elsewhere]
    chosen: list[UnitRun] = []
    for unit in ready:
        if len(chosen) >= room:
            break
        mine = held(unit, declared)
        if not any(meet(mine, theirs) for theirs in taken):
            chosen.append(unit)
            taken.append(mine)
    return tuple(chosen)


@lru_cache(maxsize=16_384)
def _all_meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Remembered as a whole: a status card asks it of each unit that waits and each that is under way."""
    others = [_parts(pattern) for pattern in other]
    return any(_meet(_parts(pattern), each) for pattern in one for each in others)


@lru_cache(maxsize=65_536)
def _parts(pattern: str) -> tuple[str, ...]:
    return tuple(part for part in fold(pattern[: MAX_PATTERN + 1]).split("/") if part)


@lru_cache(maxsize=65_536)
def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """By name and folder; a pattern covers what is below it, so one that has ended meets whatever is left of the other."""
    if not one or not other:
        return True
    if one[0] == "**":
        return _meet(one[1:], other) or _meet(one, other[1:])
    if other[0] == "**":
        return _meet(other, one)
    return _names_meet(one[0], other[0]) and _meet(one[1:], other[1:])


@lru_cache(maxsize=65_536)
def _names_meet(one: str, other: str) -> bool:
    """Whether one name could fit both: `*` is any letters, `?` one."""
    if "**" in one or "**" in other:
        return True
    if not (set(one) | set(other)) & {"*", "?"}:
        return one == other
    # Which ends of `other` can still follow once so much of `one` has been read.
    open_ends = {0}
    for letter in one:
        open_ends = _after(letter, _past_stars(open_ends, other), other)
    return len(other) in _past_stars(open_ends, other)


def _past_stars(ends: set[int], other: str) -> set[int]:
    found = set(ends)
    for end in ends:
        at = end
        while at < len(other) and other[at] == "*":
            at += 1
            found.add(at)
    return found


def _after(letter: str, ends: set[int], other: str) -> set[int]:
    if letter == "*":
        return set(range(min(ends), len(other) + 1)) if ends else set()
    found: set[int] = set()
    for end in ends:
        if end < len(other) and other[end] == "*":
            found.add(end)
        elif end < len(other) and (letter == "?" or other[end] in {letter, "?"}):
            found.add(end + 1)
    return found
