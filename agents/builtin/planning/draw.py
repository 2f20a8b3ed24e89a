"""One architecture drawn from the entries: the shape of the kind, parts for the document's own areas, what is mandated."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.shapes import KEEPS, LATER, SHAPES, Shape
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.technology import Use, technologies
from agents.schemas.architecture import Architecture, Component, Connection, ProductKind
from agents.schemas.requirements import Requirement

# A diagram people can take in has a dozen boxes; the kind's own parts and outside systems need most of them.
MOST_AREAS = 5
MOST_OUTSIDE = 3
SEEN = r"screen|page|view|display|show|button|dialog|window|dashboard|form\b|\bui\b|interface|click|tap|drag|theme|layout|menu|preview|gallery|chart|visual|页面|界面|显示|预览|拖拽|anzeig|affich|mostr"
SERVED: dict[str, str] = {"entry": SEEN, "worker": LATER, "keeper": KEEPS}
WORD = re.compile(r"[^\W\d_]{4,}")


def draw(entries: Entries, *, kind: ProductKind, wishes: Wishes, product: str) -> Architecture:
    """The architecture of a product of this kind; decisions and risks are added by `reasons`."""
    shape = SHAPES[kind]
    text = entries.all_text()
    named = tuple(mandated(entries, wishes))
    areas = _areas(entries)
    parts = {
        part.id: Component(
            id=part.id,
            name=part.name,
            kind=part.kind,
            purpose=part.purpose,
            technology=_technology(part.kind, part.technology, named),
        )
        for part in shape.parts
        if not part.when or re.search(part.when, text, re.IGNORECASE)
    }
    for area in areas:
        key = _identifier(area, parts)
        parts[key] = Component(
            id=key, name=area[:60], kind="domain", purpose=f"Holds the rules of “{area[:120]}”."
        )
    by_area = dict(zip(areas, list(parts)[len(parts) - len(areas) :], strict=True))
    outside = _outside(entries, parts)
    serving = _serving(entries, shape, parts=parts, by_area=by_area, outside=outside)
    components = tuple(
        part.model_copy(update={"requirement_ids": tuple(serving.get(part.id, ()))})
        for part in (*parts.values(), *outside.values())
    )
    if areas and not serving.get("core"):
        components = tuple(part for part in components if part.id != "core")
    return Architecture(
        kind=kind,
        headline=headline(shape, product=product, outside=tuple(outside.values())),
        language=_language(named),
        components=components,
        connections=tuple(_wires(shape, components, tuple(by_area.values()))),
    )


def mandated(entries: Entries, wishes: Wishes) -> Iterator[tuple[Use, str]]:
    """The technologies the organisation, the document and people asked for, the latest wish first."""
    stated = [each.text for each in (*entries.organisation, *entries.constraints)]
    demanded = [each.text for each in entries.nfrs if each.category == "compatibility"]
    for text in (*reversed(wishes.technologies), *stated, *demanded):
        for use, name in technologies(text):
            if name.casefold() not in wishes.unwanted:
                yield use, name


def headline(shape: Shape, *, product: str, outside: tuple[Component, ...]) -> str:
    """The one sentence that stands alone where a diagram cannot be shown."""
    reach = f", talking to {_and(tuple(part.name for part in outside))}" if outside else ""
    about = f"{product}: " if product else ""
    return f"{about}{shape.headline[0].lower() if about else shape.headline[0]}{shape.headline[1:]}{reach}."


def _technology(kind: str, usual: str, named: tuple[tuple[Use, str], ...]) -> str:
    wanted: dict[str, tuple[Use, ...]] = {
        "store": ("store",),
        "files": ("store",),
        "queue": ("queue",),
        "client": ("mobile", "game", "framework"),
        "interface": ("framework",),
    }
    found = [name for use, name in named if use in wanted.get(kind, ())]
    return ", ".join(dict.fromkeys(found[:3])) or usual


def _language(named: tuple[tuple[Use, str], ...]) -> str:
    for use, name in named:
        if use == "language":
            return name
    implied = {
        "React": "TypeScript",
        "Next.js": "TypeScript",
        "Node.js": "JavaScript",
        "Django": "Python",
        "FastAPI": "Python",
        "Flask": "Python",
        "Rails": "Ruby",
        "Laravel": "PHP",
        "Flutter": "Dart",
        "SwiftUI": "Swift",
        "Jetpack Compose": "Kotlin",
        "React Native": "TypeScript",
        "Unity": "C#",
        "Spring Boot": "Java",
        "tokio": "Rust",
        "Express": "JavaScript",
        "NestJS": "TypeScript",
        "Vue": "TypeScript",
        "Angular": "TypeScript",
        "Svelte": "TypeScript",
    }
    return next((implied[name] for _, name in named if name in implied), "")


def _areas(entries: Entries) -> tuple[str, ...]:
    """The document's own groups of requirements, when there are a few of them that hold several each."""
    counted = Counter(each.area for each in entries.requirements if each.area)
    large = [area for area, count in counted.items() if count >= 2]
    if len(large) < 2:
        return ()
    ranked = sorted(large, key=lambda area: -counted[area])[:MOST_AREAS]
    return tuple(_titled(area) for area in large if area in ranked)


def _titled(area: str) -> str:
    return re.sub(r"^[\d.\s)]+|\s*\((?:[A-Z]{1,5}-?\d+|P\d|MVP)\)\s*$", "", area).strip(" :：") or area


def _identifier(name: str, taken: Iterable[str]) -> str:
    words = "_".join(re.findall(r"[a-z0-9]+", name.casefold()))[:30].strip("_")
    base = words if words[:1].isalpha() else f"part_{words}".rstrip("_")
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}_{number}"
    return key


def _outside(entries: Entries, parts: Iterable[str]) -> dict[str, Component]:
    taken = set(parts)
    found: dict[str, Component] = {}
    for each in entries.integrations[:MOST_OUTSIDE]:
        key = _identifier(f"ext {each.name}", taken | set(found))
        found[key] = Component(
            id=key, name=each.name[:60], kind="external", purpose=f"{each.name[:120]}, run by others."
        )
    return found


def _serving(
    entries: Entries,
    shape: Shape,
    *,
    parts: dict[str, Component],
    by_area: dict[str, str],
    outside: dict[str, Component],
) -> dict[str, list[str]]:
    """Component id -> ids of the requirements and quality demands it serves."""
    serving: dict[str, list[str]] = {}
    for each in entries.requirements:
        for part in _parts_for(each, shape, parts=parts, by_area=by_area, outside=outside):
            serving.setdefault(part, []).append(each.id)
    for demand in entries.nfrs:
        place = {
            "performance": shape.entry,
            "security": shape.entry,
            "usability": shape.entry,
            "accessibility": shape.entry,
            "localization": shape.entry,
            "privacy": shape.keeper,
            "data-integrity": shape.keeper,
            "reliability": "worker",
            "availability": shape.entry,
        }.get(demand.category, shape.entry)
        serving.setdefault(place if place in parts else shape.entry, []).append(demand.id)
    return serving


def _parts_for(
    each: Requirement,
    shape: Shape,
    *,
    parts: dict[str, Component],
    by_area: dict[str, str],
    outside: dict[str, Component],
) -> Iterator[str]:
    home = by_area.get(_titled(each.area)) if each.area else None
    yield home or _alike(each.text, by_area) or shape.core
    named = {"entry": shape.entry, "worker": "worker", "keeper": shape.keeper}
    for role, words in SERVED.items():
        part = named[role]
        if part in parts and part != shape.core and re.search(words, each.text, re.IGNORECASE):
            yield part
    for key, system in outside.items():
        if system.name.casefold() in each.text.casefold():
            yield key


def _alike(text: str, by_area: dict[str, str]) -> str | None:
    words = {word.casefold()[:6] for word in WORD.findall(text)}
    scored = [
        (len(words & {word.casefold()[:6] for word in WORD.findall(area)}), key)
        for area, key in by_area.items()
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else None


def _wires(shape: Shape, components: tuple[Component, ...], areas: tuple[str, ...]) -> Iterator[Connection]:
    there = {part.id for part in components}
    core = (shape.core,) if shape.core in there else ()
    joined: set[tuple[str, str]] = set()
    for source, target, label in shape.wires:
        for one in (*core, *areas) if source == shape.core else (source,):
            for other in (*core, *areas) if target == shape.core else (target,):
                if one in there and other in there and (one, other) not in joined and one != other:
                    joined.add((one, other))
                    yield Connection(source=one, target=other, label=label, waits=label != "hands over")
    speaker = next(
        (key for key in ("worker", "sync", "adapters", *core, *areas) if key in there), shape.entry
    )
    for part in components:
        if part.kind == "external":
            yield Connection(source=speaker, target=part.id, label="talks to")


def _and(names: tuple[str, ...]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
