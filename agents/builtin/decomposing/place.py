"""Where a unit of code stands and what it waits for, the same for every kind of unit."""

from agents.builtin.decomposing.layout import Layout
from agents.schemas.pack import ArchitecturePack


def serving_of(pack: ArchitecturePack) -> dict[str, tuple[str, ...]]:
    """The components that serve each requirement: those that hold its rules, then the others, in the architecture's order."""
    found: dict[str, list[str]] = {}
    for part in sorted(pack.architecture.components, key=lambda part: part.kind != "domain"):
        for each in part.requirement_ids:
            found.setdefault(each, []).append(part.id)
    return {each: tuple(parts) for each, parts in found.items()}


def base(layout: Layout) -> str:
    """What every unit of code waits for: the component folders, or the skeleton where there is no scaffold for them."""
    return "skeleton:" if layout.language == "none" else "component:"


def code_folder(layout: Layout, folder: str) -> str:
    """Everything in one folder of the code; what is there has folders of its own, whichever they are."""
    return "/".join(part for part in (layout.root, "" if layout.in_place else folder, "**") if part)


def test_files(layout: Layout, name: str) -> tuple[str, ...]:
    """The tests of one subject; without a language we know nobody can say where they stand."""
    return ("**",) if layout.language == "none" else (layout.proof(name), layout.proof(f"{name}_*"))
