"""One architecture drawn from the entries: the shape of the kind, parts for the document's own areas, what is mandated."""

import re
from collections.abc import Iterable, Iterator, Mapping

from agents.builtin.abroad import talked_to
from agents.builtin.planning.drawing.areas import area_names
from agents.builtin.planning.drawing.aside import ASIDE
from agents.builtin.planning.drawing.built_with import belongs, spoken
from agents.builtin.planning.drawing.declaring import is_made
from agents.builtin.planning.drawing.hosts import host_of
from agents.builtin.planning.drawing.mandates import Mandate, mandates
from agents.builtin.planning.drawing.ours import is_bound_to, is_ours, is_refused, spoken_with_others
from agents.builtin.planning.drawing.part_names import stem
from agents.builtin.planning.drawing.placing import CHATS, IDLE, serving
from agents.builtin.planning.drawing.services import OWN
from agents.builtin.planning.drawing.shape_for import HOSTED, LOCAL, shape_for
from agents.builtin.planning.drawing.shape_parts import CORE, Part, Shape
from agents.builtin.planning.drawing.shapes_alike import chat_of
from agents.builtin.planning.drawing.shapes_box import CHIP
from agents.builtin.planning.drawing.there_already import THERE, is_there
from agents.builtin.planning.drawing.unnamed import in_words, unnamed
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.wishes import Wishes
from agents.schemas.architecture import Architecture, Component, Connection, ProductKind
from agents.schemas.requirements import Integration

OTHER_RULES = "Other rules"
MOST_OUTSIDE = 5
FEWEST_OUTSIDE = 1
# A diagram people can take in has a dozen boxes; the kind's own parts and outside systems need most of them.
MOST = 12
FEWEST_AREAS, MOST_AREAS = 3, 5


def draw(entries: Entries, *, kind: ProductKind, wishes: Wishes, product: str) -> Architecture:
    """The architecture of a product of this kind; decisions and risks are added by `reasons`."""
    named = mandates(entries, wishes)
    shape = shape_for(kind, entries, named)
    aside = {part.technology for part in shape.parts if part.id in {ASIDE, "queue"}}
    main = tuple(each for each in named if each.name not in aside)
    others = spoken_with_others(main, entries)
    answering = tuple(each for each in main if each.name not in others)
    own = {
        part.id: _component(part, answering if part.kind == "interface" else main, kind)
        for part in shape.parts
    }
    most = max(FEWEST_AREAS, min(MOST_AREAS, MOST - len(own) - FEWEST_OUTSIDE))
    homes, areas = _homes(entries, shape, own, most=most, product=product)
    room = MOST - len(own) - len(areas)
    outside = _outside(
        entries, kind, {**own, **areas}, named, most=max(FEWEST_OUTSIDE, min(MOST_OUTSIDE, room))
    )
    if len(areas) == most and room > len(outside):
        homes, areas = _homes(entries, shape, own, most=most + room - len(outside), product=product)
    served = serving(entries, shape, homes=homes, outside=outside, product=product)
    outside = {key: part for key, part in outside.items() if served.get(key) or _stays(part, entries)}
    queued = any(source == "queue" for source, _, _ in shape.wires)
    inner = (*areas, *filter(_is_service, own))
    inside = {**own, **areas}
    if inner and shape.core == CORE.id:
        inside = _with_the_rest(inside, inner, served, entries)
    components = tuple(
        part.model_copy(update={"requirement_ids": tuple(served.get(part.id, ()))})
        for part in (*inside.values(), *outside.values())
        # A worker that no requirement needs would have nothing to do, unless a queue feeds it.
        if part.id not in IDLE or queued or served.get(part.id)
    )
    return Architecture(
        kind=kind,
        headline=headline(shape, product=product, outside=tuple(outside.values())),
        language=spoken(named) or (CHIP.language if shape.title == CHIP.title else ""),
        components=components,
        connections=tuple(_wires(shape, components, inner)),
    )


def headline(shape: Shape, *, product: str, outside: tuple[Component, ...]) -> str:
    """The one sentence that stands alone where a diagram cannot be shown."""
    outside = tuple(
        part
        for part in outside
        if part.name not in shape.headline and in_words(part.name) not in shape.headline
    )
    reach = f", talking to {_and(tuple(in_words(part.name) for part in outside))}" if outside else ""
    about = f"{product}: " if product else ""
    return f"{about}{shape.headline[0].lower() if about else shape.headline[0]}{shape.headline[1:]}{reach}."


def _is_service(part: str) -> bool:
    return part.endswith(OWN)


def _with_the_rest(
    inside: Mapping[str, Component],
    inner: tuple[str, ...],
    served: dict[str, list[str]],
    entries: Entries,
) -> dict[str, Component]:
    """The parts, where the core holds what is left of the rules, behind those that hold the others.

    Where nothing is left there is no such part, and what it answers for on quality each of the others answers for.
    """
    left = served.get(CORE.id, [])
    rest = inside[CORE.id]
    others = {key: part for key, part in inside.items() if key != CORE.id}
    if any(each.id in left for each in entries.requirements):
        named = {"name": OTHER_RULES} if rest.name == CORE.name else {}
        return {**others, CORE.id: rest.model_copy(update=named)}
    for key in inner:
        served[key] = list(dict.fromkeys((*served.get(key, ()), *left)))
    served.pop(CORE.id, None)
    return others


def _component(part: Part, named: tuple[Mandate, ...], kind: ProductKind) -> Component:
    found = tuple(dict.fromkeys(each.name for each in named if belongs(each, part, named, kind)))
    return Component(
        id=part.id,
        name=part.name,
        kind=part.kind,
        purpose=part.purpose,
        technology=", ".join(found[:3])[:200] or part.technology,
    )


def _homes(
    entries: Entries, shape: Shape, own: Mapping[str, Component], *, most: int, product: str
) -> tuple[dict[str, str], dict[str, Component]]:
    """The part that holds the rules of each requirement, and the parts that are there for those rules alone."""
    homes: dict[str, str] = {}
    areas: dict[str, Component] = {}
    # A game is cut by what is played, and what the document wants apart is cut already.
    things = shape.core in own and own[shape.core].name == CORE.name and not any(map(_is_service, own))
    for each, name in area_names(entries, most=most, product=product, things=things).items():
        known = next(
            (part.id for part in shape.parts if part.called(name) or stem(part.name) == stem(name)), None
        )
        drawn = known or next((key for key, area in areas.items() if area.name == name[:60]), None)
        if drawn is None:
            drawn = _identifier(name, (*own, *areas))
            areas[drawn] = Component(
                id=drawn, name=name[:60], kind="domain", purpose=f"Holds the rules of “{name[:120]}”."
            )
        homes[each] = drawn
    return homes, areas


def _identifier(name: str, taken: Iterable[str]) -> str:
    words = "_".join(re.findall(r"[a-z0-9]+", name.casefold()))[:30].strip("_")
    base = words if words[:1].isalpha() else f"area_{words}".rstrip("_")
    if base == "area":
        # A name in another script leaves nothing for an id but its place.
        base = f"area_{1 + sum(each.startswith('area_') for each in taken)}"
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}_{number}"
    return key


def _stays(system: Component, entries: Entries) -> bool:
    """Whether an outside system that no demand is about is there all the same: everything runs on it, a person asked, or a limit names it."""
    asked = any(each.name[:60] == system.name and not each.lines for each in entries.integrations)
    return asked or HOSTED.search(system.name) is not None or is_bound_to(system.name, entries)


def _outside(
    entries: Entries,
    kind: ProductKind,
    drawn: Mapping[str, Component],
    named: tuple[Mandate, ...],
    *,
    most: int,
) -> dict[str, Component]:
    """The outside systems; those that a part of our own is built with are no systems to talk to."""
    used = ", ".join(part.technology for part in drawn.values()).casefold().split(", ")
    used += [each.name.casefold() for each in named if each.use == "cloud" and not HOSTED.search(each.name)]
    told = "\n".join(f"{each.area}: {each.text}" for each in entries.requirements).casefold()
    systems = talked_to(entries.integrations, kind=kind, told=(entries.opening, *entries.told()))
    names = [
        each.name for each in systems if each.name.casefold() not in used and not only_asked(each, entries)
    ]
    host = host_of(entries).casefold() if kind == "extension" else ""
    names = [
        name
        for name in names
        if not (is_made(name, drawn) or is_ours(name, entries) or is_refused(name, entries))
        and name.casefold() != host
    ]
    if "chat" in drawn and not any(CHATS.fullmatch(name) for name in names) and chat_of(entries):
        names.insert(0, chat_of(entries))
    names.sort(key=lambda name: name.casefold() not in told)
    reached: dict[str, str] = {}
    for name in names:
        reached.setdefault(_family(name), name)
    names = [*reached.values(), *unnamed(entries, kind=kind, names=[each.name for each in systems])]
    hosted = next(
        (each.name for each in named if HOSTED.search(each.name) and each.name.casefold() not in used), None
    )
    if kind in LOCAL and is_there(entries):
        names.insert(0, THERE)
    if hosted and not any(HOSTED.search(name) for name in names):
        names.insert(0, hosted)
    found: dict[str, Component] = {}
    for name in names[:most]:
        key = _identifier(f"ext {name}", (*drawn, *found))
        found[key] = Component(
            id=key, name=name[:60], kind="external", purpose=f"{name[:120]}, run by others."
        )
    return found


def only_asked(system: Integration, entries: Entries) -> bool:
    """Whether nothing but an open question names a system: `S3, or the share we have?` decides for neither."""
    asked = {line for each in entries.questions for line in each.lines}
    told = "\n".join(entries.told()).casefold()
    return bool(system.lines) and asked.issuperset(system.lines) and system.name.casefold() not in told


def _family(name: str) -> str:
    """What a hosted backend and its parts are all reached through."""
    maker = re.match(r"(?:cloud )?(?:(firebase|firestore)|(supabase)|(icloud|cloudkit))\b", name.casefold())
    return ("firebase", "supabase", "icloud")[(maker.lastindex or 1) - 1] if maker else name.casefold()


def _wires(shape: Shape, components: tuple[Component, ...], areas: tuple[str, ...]) -> Iterator[Connection]:
    """The shape's wires, where each area has those of the core that its own requirements need."""
    serves = {part.id: set(part.requirement_ids) for part in components}
    inner = tuple(key for key in (shape.core, *areas) if key in serves)
    for source, target, label in shape.wires:
        waits = label not in {"hands over", "puts work in", "hands out", "publishes"}
        for one in _ends(source, target, shape, serves, inner):
            for other in _ends(target, source, shape, serves, inner):
                if one != other:
                    yield Connection(source=one, target=other, label=label, waits=waits)
    speakers = [
        key
        for key in (
            "worker",
            "sync",
            "adapters",
            "schedule",
            "chat",
            "devices",
            "workflow",
            *inner,
            shape.guard,
        )
        if key in serves
    ]
    for part in components:
        if part.kind == "external":
            best = max(speakers or [shape.entry], key=lambda key: len(serves[key] & serves[part.id]))
            yield Connection(source=best, target=part.id, label="talks to")


def _ends(
    end: str, other: str, shape: Shape, serves: Mapping[str, set[str]], inner: tuple[str, ...]
) -> tuple[str, ...]:
    """What a wire of the shape begins or ends with here: the core stands for every area that needs the other end."""
    if end != shape.core:
        return (end,) if end in serves else ()
    if other == shape.entry:
        return inner
    needing = tuple(key for key in inner if serves[key] & serves.get(other, set()))
    return needing or inner[:1]


def _and(names: tuple[str, ...]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
