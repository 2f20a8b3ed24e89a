"""Refinements of components, done on the drawn architecture."""

import re

from agents.builtin.planning.refine import Outcome
from agents.schemas.architecture import Architecture, Component, Connection


def redrawn(
    drawn: Architecture, wish: tuple[str, ...], *, known: frozenset[str]
) -> tuple[Architecture, Outcome]:
    """The architecture with one component refinement done, and what came of it; `known` are the requirement ids."""
    verb, first, second, third = wish
    if verb == "add":
        return _add(
            drawn, first, served=tuple(each for each in re.findall(r"[\w.-]+", second) if each in known)
        )
    part = named(drawn, first)
    if part is None:
        return drawn, Outcome(f"There is no component “{first[:60]}”; nothing changed.")
    match verb:
        case "drop" | "drop if there":
            return _drop(drawn, part)
        case "rename":
            return _swap(drawn, part, part.model_copy(update={"name": second[:60]})), Outcome(
                f"Renamed {part.id} to “{second[:60]}”.", (part.id,)
            )
        case "split":
            return _split(drawn, part, second, third)
        case _:
            return _merge(drawn, part, second)


def named(drawn: Architecture, words: str) -> Component | None:
    """The component with this id or name."""
    key = words.strip(" \"“”`'").casefold().removeprefix("the ")
    return next((part for part in drawn.components if key in {part.id, part.name.casefold()}), None)


def _add(drawn: Architecture, name: str, *, served: tuple[str, ...]) -> tuple[Architecture, Outcome]:
    key = _key(drawn, name)
    part = Component(
        id=key,
        name=name[:60],
        kind="domain",
        purpose=f"Added in a refinement: {name[:200]}.",
        requirement_ids=served,
    )
    root = next((each.id for each in drawn.components if each.id == "core"), drawn.components[0].id)
    joined = Connection(source=root, target=key, label="calls")
    changed = drawn.model_copy(
        update={"components": (*drawn.components, part), "connections": (*drawn.connections, joined)}
    )
    note = "" if served else " It serves no requirement yet; name some with “for R-1, R-2”."
    return changed, Outcome(f"Added component {key}.{note}", (key,))


def _drop(drawn: Architecture, part: Component) -> tuple[Architecture, Outcome]:
    if len(drawn.components) == 1:
        return drawn, Outcome(f"{part.id} is the only component left; nothing changed.")
    kept = tuple(each for each in drawn.components if each.id != part.id)
    served = {each for other in kept for each in other.requirement_ids}
    lost = tuple(each for each in part.requirement_ids if each not in served)
    heir = next(
        (each for each in kept if each.id == "core"),
        next((each for each in kept if each.kind != "external"), kept[0]),
    )
    wires = tuple(each for each in drawn.connections if part.id not in {each.source, each.target})
    changed = drawn.model_copy(update={"components": kept, "connections": wires})
    if lost:
        changed = _swap(
            changed, heir, heir.model_copy(update={"requirement_ids": (*heir.requirement_ids, *lost)})
        )
    note = f" {len(lost)} requirements moved to {heir.id}." if lost else ""
    return changed, Outcome(f"Dropped component {part.id}.{note}", (part.id, *((heir.id,) if lost else ())))


def _split(drawn: Architecture, part: Component, first: str, second: str) -> tuple[Architecture, Outcome]:
    words = {word.casefold()[:6] for word in re.findall(r"\w{4,}", second)}
    key = _key(drawn, second)
    del words
    left = part.model_copy(update={"name": first[:60]})
    right = part.model_copy(update={"id": key, "name": second[:60], "purpose": f"Split from “{part.name}”."})
    wires = tuple(
        each.model_copy(
            update={
                "source": key if each.source == part.id else each.source,
                "target": key if each.target == part.id else each.target,
            }
        )
        for each in drawn.connections
        if part.id in {each.source, each.target}
    )
    changed = _swap(drawn, part, left)
    changed = changed.model_copy(
        update={"components": (*changed.components, right), "connections": (*changed.connections, *wires)}
    )
    return changed, Outcome(
        f"Split {part.id} into “{first[:60]}” and “{second[:60]}” ({key}); both serve its requirements until somebody says which serves what.",
        (part.id, key),
    )


def _merge(drawn: Architecture, part: Component, words: str) -> tuple[Architecture, Outcome]:
    other = named(drawn, words)
    if other is None or other.id == part.id:
        return drawn, Outcome(f"There is no other component “{words[:60]}”; nothing changed.")
    served = tuple(dict.fromkeys((*part.requirement_ids, *other.requirement_ids)))
    merged = part.model_copy(update={"requirement_ids": served})
    kept = tuple(merged if each.id == part.id else each for each in drawn.components if each.id != other.id)
    wires: dict[tuple[str, str], Connection] = {}
    for each in drawn.connections:
        ends = tuple(part.id if end == other.id else end for end in (each.source, each.target))
        if ends[0] != ends[1]:
            wires.setdefault(
                (ends[0], ends[1]), each.model_copy(update={"source": ends[0], "target": ends[1]})
            )
    return drawn.model_copy(update={"components": kept, "connections": tuple(wires.values())}), Outcome(
        f"Merged {other.id} into {part.id}.", (part.id, other.id)
    )


def _swap(drawn: Architecture, old: Component, new: Component) -> Architecture:
    parts = tuple(new if each.id == old.id else each for each in drawn.components)
    return drawn.model_copy(update={"components": parts})


def _key(drawn: Architecture, name: str) -> str:
    taken = {part.id for part in drawn.components}
    words = "_".join(re.findall(r"[a-z0-9]+", name.casefold()))[:30].strip("_")
    base = words if words[:1].isalpha() else f"part_{words}".rstrip("_")
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}_{number}"
    return key
