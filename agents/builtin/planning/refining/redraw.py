"""Refinements of components, done on the drawn architecture."""

import re
from collections.abc import Mapping

from agents.builtin.planning.refining.named import ID
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.stems import words_of
from agents.builtin.reader.text.inline import capital
from agents.builtin.reader.words.technology import technologies
from agents.schemas.architecture import Architecture, Component, Connection

Redrawn = tuple[Architecture, Outcome]
# A change to a component that is this short is another name for it.
SHORT = 4


def redrawn(
    drawn: Architecture, wish: tuple[str, ...], *, known: frozenset[str], texts: Mapping[str, str]
) -> Redrawn:
    """The architecture with one component refinement done, and what came of it.

    `known` are the requirement ids, `texts` their words.
    """
    verb, first, second, third = wish
    if verb == "add":
        return _add(drawn, first, served=_listed(second, known))
    part = named(drawn, second if verb == "serve" else first)
    if part is None:
        return drawn, _missing(drawn, second if verb == "serve" else first)
    match verb:
        case "serve":
            return _serve(drawn, part, _listed(first, known))
        case "drop":
            return _drop(drawn, part)
        case "rename":
            return _renamed(drawn, part, second)
        case "change" if not technologies(second):
            return (
                _renamed(drawn, part, second)
                if len(second.split()) <= SHORT
                else _purpose(drawn, part, second)
            )
        case "change" | "technology":
            return _technology(drawn, part, second)
        case "split":
            return _split(drawn, part, second, third, texts=texts)
        case _:
            return _merge(drawn, part, second, into=verb == "merge into")


def named(drawn: Architecture, words: str) -> Component | None:
    """The component with this id or name."""
    key = words.strip(" \"“”`'").casefold().removeprefix("the ")
    return next((part for part in drawn.components if key in {part.id, part.name.casefold()}), None)


def without(drawn: Architecture, unwanted: frozenset[str]) -> Architecture:
    """The drawing without the technologies that nobody wants; what takes their place is left open."""
    parts = tuple(
        part.model_copy(update={"technology": ""}) if part.technology.casefold() in unwanted else part
        for part in drawn.components
    )
    return drawn.model_copy(update={"components": parts})


def _missing(drawn: Architecture, words: str) -> Outcome:
    names = ", ".join(part.id for part in drawn.components[:12])
    return unchanged(f"There is no component “{words[:60]}”; there are {names}")


def _listed(words: str, known: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in re.findall(ID, words, re.IGNORECASE) if each in known))


def _add(drawn: Architecture, name: str, *, served: tuple[str, ...]) -> Redrawn:
    if named(drawn, name):
        return drawn, unchanged(f"There is a component “{name[:60]}” already")
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
    note = "" if served else f" It serves no requirement yet: say “move R-1 to {key}”, with an id of yours."
    return changed, Outcome(f"Added component {key}.{note}", (key,))


def _serve(drawn: Architecture, part: Component, ids: tuple[str, ...]) -> Redrawn:
    if not ids:
        return drawn, unchanged("No requirement of that id is in the plan")
    if set(ids) <= set(part.requirement_ids) and not any(
        set(ids) & set(other.requirement_ids) for other in drawn.components if other.id != part.id
    ):
        return drawn, unchanged(f"{part.id} serves {', '.join(ids)} already")
    parts = tuple(
        each.model_copy(
            update={
                "requirement_ids": tuple(dict.fromkeys((*each.requirement_ids, *ids)))
                if each.id == part.id
                else tuple(one for one in each.requirement_ids if one not in ids)
            }
        )
        for each in drawn.components
    )
    return drawn.model_copy(update={"components": parts}), Outcome(
        f"Moved {', '.join(ids)} to {part.id}.", (*ids, part.id)
    )


def _drop(drawn: Architecture, part: Component) -> Redrawn:
    if len(drawn.components) == 1:
        return drawn, unchanged(f"{part.id} is the only component left")
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
    names = f"{', '.join(lost[:8])}{f' and {len(lost) - 8} more' if lost[8:] else ''}"
    note = f" {names} moved to {heir.id}." if lost else ""
    return changed, Outcome(f"Dropped component {part.id}.{note}", (part.id, *((heir.id,) if lost else ())))


def _renamed(drawn: Architecture, part: Component, name: str) -> Redrawn:
    name = name.strip(' "“”')[:60]
    if name == part.name:
        return drawn, unchanged(f"{part.id} is called “{name}” already")
    return _swap(drawn, part, part.model_copy(update={"name": name})), Outcome(
        f"Renamed {part.id} to “{name}”.", (part.id,)
    )


def _purpose(drawn: Architecture, part: Component, words: str) -> Redrawn:
    changed = part.model_copy(update={"purpose": f"{capital(words).rstrip('.')}."})
    return _swap(drawn, part, changed), Outcome(f"Changed what {part.id} is for.", (part.id,))


def _technology(drawn: Architecture, part: Component, words: str) -> Redrawn:
    names = (
        ", ".join(dict.fromkeys(name for _, name in technologies(words)))[:200] or words.strip(' "“”')[:200]
    )
    if names == part.technology:
        return drawn, unchanged(f"{part.id} uses {names} already")
    return _swap(drawn, part, part.model_copy(update={"technology": names})), Outcome(
        f"{part.id} now uses {names}.", (part.id,)
    )


def _split(
    drawn: Architecture, part: Component, first: str, second: str, *, texts: Mapping[str, str]
) -> Redrawn:
    """Each half serves what its name names by id, or shares words with; what fits neither stays with the first."""
    names = [re.sub(r"\s*\(.*?\)\s*", "", each).strip(' "“”')[:60] for each in (first, second)]
    key = _key(drawn, names[1])
    asked = _listed(second, frozenset(part.requirement_ids))
    ids = asked or tuple(
        each
        for each in part.requirement_ids
        if _shared(texts.get(each, ""), names[1]) > _shared(texts.get(each, ""), names[0])
    )
    left = part.model_copy(
        update={
            "name": names[0],
            "requirement_ids": tuple(each for each in part.requirement_ids if each not in ids),
        }
    )
    right = part.model_copy(
        update={"id": key, "name": names[1], "purpose": f"Split from “{part.name}”.", "requirement_ids": ids}
    )
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
    served = ", ".join(ids) if ids else "nothing yet"
    return changed, Outcome(
        f"Split {part.id} into “{names[0]}” ({part.id}) and “{names[1]}” ({key}); {key} serves {served}. To change that: “move R-1 to {key}”, with an id of yours.",
        (part.id, key),
    )


def _shared(one: str, other: str) -> int:
    """How many telling words two texts share, by their beginnings."""
    return len({word[:5] for word in words_of(one)} & {word[:5] for word in words_of(other)})


def _merge(drawn: Architecture, part: Component, words: str, *, into: bool) -> Redrawn:
    other = named(drawn, words)
    if other is None:
        return drawn, _missing(drawn, words)
    if other.id == part.id:
        return drawn, unchanged(f"{part.id} and “{words[:60]}” are one component")
    if into:
        part, other = other, part
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
