"""Services that a document wants apart: where it asks for microservices and names them, they are drawn as it names them."""

import re

from agents.builtin.planning.drawing.mandates import REFUSED
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.entries import Entries

APART = re.compile(r"\bmicro-?services?\b|\beach service (?:has|owns|keeps|can be deployed)", re.IGNORECASE)
NAMED = re.compile(
    r"\b([A-Z][a-z]{2,}(?:[- ][A-Z]?[a-z]{2,})?)[ -][Ss]ervice\b(?! (?:level|mesh|desk|account))"
)
NO_NAME = frozenset(
    {
        "each",
        "the",
        "every",
        "this",
        "that",
        "any",
        "one",
        "web",
        "api",
        "core",
        "our",
        "a",
        "backend",
        "micro",
        "customer",
    }
)
MOST, FEWEST = 5, 2
OWN = "_service"


def apart(shape: Shape, entries: Entries) -> Shape:
    """The shape with the services the document names, each with its own data; as it is where it names none or wants none."""
    told = "\n".join((entries.opening, *entries.told(), *(each.text for each in entries.organisation)))
    if shape.keeper != "store" or not APART.search(told):
        return shape
    told = REFUSED.sub(" ", told)
    names = [
        name for name in dict.fromkeys(NAMED.findall(told)) if name.split()[0].casefold() not in NO_NAME
    ][:MOST]
    if not APART.search(told) or len(names) < FEWEST:
        return shape
    parts = tuple(
        Part(
            f"{re.sub(r'[^a-z]+', '_', name.casefold())}{OWN}",
            f"{name} service",
            "domain",
            f"Holds the rules and the data of “{name.casefold()}”, and is released alone.",
            serves=rf"\b{re.escape(name.split()[0].casefold()).rstrip('s')}",
        )
        for name in names
    )
    kept = tuple(
        part._replace(name="Databases", purpose="Keep what must survive a restart, one for each service.")
        if part.id == "store"
        else part
        for part in shape.parts
    )
    return shape._replace(
        parts=(*kept, *parts),
        headline="Several services, each with its own data",
        why="the document wants parts that are released and scaled apart",
        gives_up="a call between two of them can fail, and their data is never quite the same",
        rejected=(("One service with one database", "the document wants the parts apart"),),
        runs_on="containers, one or more for each service",
    )
