"""Which component of our own may know which other, and what each is for, as the approved plan has it."""

from agents.builtin.scaffold.site import Site
from agents.builtin.scaffold.text import comment


def allowed(site: Site) -> dict[str, tuple[str, ...]]:
    """For each component of our own the folders of those it is connected to, in the order of the architecture."""
    folders = site.folders()
    joined = {(each.source, each.target) for each in site.pack.architecture.connections}
    return {
        part: tuple(folder for other, folder in folders.items() if (part, other) in joined and other != part)
        for part in folders
    }


def purpose(site: Site, part: str) -> dict[str, str]:
    """The words for the top of a component's folder."""
    component = next(each for each in site.pack.architecture.components if each.id == part)
    said = comment(f"{component.name}: {component.purpose}".rstrip("."), limit=95)
    served = ", ".join(component.requirement_ids[:12]) + (" …" if len(component.requirement_ids) > 12 else "")
    return {"purpose": said, "serves": f"Serves {served}." if served else "Serves no requirement by name."}
