"""Which part serves which requirement, by the words both use."""

import re
from collections.abc import Iterator, Mapping

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.shape_parts import Shape
from agents.schemas.architecture import Component
from agents.schemas.requirements import NonFunctional, Requirement

WORD = re.compile(r"[^\W\d_]{4,}")
SPEED_OF_PAGES = re.compile(
    r"\bpages?\b|\bload|\brender|\bscreen|\bui\b|\banimation|\bfps\b|\bstart", re.IGNORECASE
)


def serving(
    entries: Entries, shape: Shape, *, homes: Mapping[str, str], outside: Mapping[str, Component]
) -> dict[str, list[str]]:
    """Part id -> ids of what it serves. `homes` are the parts of the document's headings, by heading."""
    served: dict[str, list[str]] = {}
    names = {part.id: part.name for part in shape.parts}
    for each in entries.requirements:
        for part in dict.fromkeys(_parts_for(each, shape, homes=homes, outside=outside)):
            served.setdefault(part, []).append(each.id)
    if not served.get(shape.entry):
        served[shape.entry] = [each.id for each in entries.requirements]
    for demand in entries.nfrs:
        served.setdefault(_place(demand, shape, names), []).append(demand.id)
    return served


def _parts_for(
    each: Requirement, shape: Shape, *, homes: Mapping[str, str], outside: Mapping[str, Component]
) -> Iterator[str]:
    text = f"{each.area}: {each.text}"
    yield homes.get(each.area) or _alike(each.text, homes) or shape.core
    for part in shape.parts:
        if part.id != shape.core and part.helps(each.text):
            yield part.id
    for key, system in outside.items():
        if re.search(rf"(?<!\w){re.escape(system.name)}(?!\w)", text, re.IGNORECASE):
            yield key


def _alike(text: str, homes: Mapping[str, str]) -> str | None:
    words = {word.casefold()[:6] for word in WORD.findall(text)}
    scored = [
        (len(words & {word.casefold()[:6] for word in WORD.findall(area)}), key)
        for area, key in homes.items()
    ]
    best = max(scored, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else None


def _place(demand: NonFunctional, shape: Shape, names: Mapping[str, str]) -> str:
    """Where a demand on quality is met first."""
    worker = next((key for key in ("worker", "sync", "background", "schedule") if key in names), shape.core)
    fast = shape.entry if SPEED_OF_PAGES.search(demand.text) else shape.guard
    place = {
        "performance": fast,
        "scalability": shape.guard,
        "usability": shape.entry,
        "accessibility": shape.entry,
        "localization": shape.entry,
        "compatibility": shape.entry,
        "security": shape.guard,
        "compliance": shape.guard,
        "availability": shape.guard,
        "privacy": shape.keeper,
        "data-integrity": shape.keeper,
        "reliability": worker,
        "observability": "signals" if "signals" in names else shape.guard,
        "maintainability": shape.core,
        "extensibility": shape.core,
        "testability": shape.core,
    }.get(demand.category, shape.entry)
    return place if place in names else shape.entry
