"""Pages that run in the browser alone, or go on there without a connection."""

import re
from dataclasses import replace

from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.entries import Entries

NO_SERVER = re.compile(
    r"\b(?:no|without (?:a|any)) (?:back-?end|server)\b(?! (?:action|component))|\bclient[- ]side only"
    r"|\bstatic (?:web ?)?(?:site|page)"
    r"|\b(?:runs?|works?) (?:entirely|only|completely|fully|100%) (?:in the browser|client[- ]side)|"
    r"\bin the browser only|\bserver-?less (?:front-?end|page)",
    re.IGNORECASE,
)
OFFLINE = (
    r"\b(?:works?|usable|used|available|runs?) (?:\w+ )?offline\b|\boffline[- ](?:first|capable|mode|support|use)"
    r"|\b(?:without|there is no) (?:an? )?(?:\w+ )?(?:connection|reception|network|internet)\b|\bsynchroni[sz]es? later\b"
    r"|\b(?:bad|poor|weak) (?:connection|network|reception|signal)\b|\b(?:connection|network|reception|signal) is (?:bad|patchy|poor|weak)\b"
)
IN_BROWSERS = frozenset({"indexeddb", "localstorage", "dexie.js", "dexie", "opfs"})
# What stands behind pages that do not stand alone.
BEHIND = re.compile(
    r"\bsign(?:s|ed|ing)?[- ]?(?:in|up)\b|\blog(?:s|ged|ging)?[- ]?in\b|\bback-?end\b|\bservers?\b|\brest api\b",
    re.IGNORECASE,
)
BROWSER = Part(
    "browser_store",
    "Browser storage",
    "files",
    "Keeps the user's data in the browser.",
    "IndexedDB",
    serves=SHAPES["web_app"].parts[-1].serves,
    also=r"storage|data model|persistence",
)


def keeps_in_the_browser(entries: Entries, named: tuple[Mandate, ...]) -> bool:
    """Whether all that is named to keep data in is the browser itself, and nobody signs in anywhere."""
    stores = {each.name.casefold() for each in named if each.use == "store"}
    return bool(stores) and stores <= IN_BROWSERS and not any(BEHIND.search(text) for text in entries.told())


def in_the_browser(shape: Shape, *, named: bool = False) -> Shape:
    """Pages without a server behind them: the document wants none, or has `named` the browser for its data."""
    web, core = (next(part for part in shape.parts if part.id == key) for key in ("web", "core"))
    return replace(
        shape,
        parts=(web, core, BROWSER),
        wires=(("web", "core", "calls"), ("core", "browser_store", "reads and writes")),
        guard="core",
        keeper="browser_store",
        headline="One page that runs in the browser and needs no server",
        why="the document keeps its data in the browser, and nothing in it has to be shared between people"
        if named
        else "the document wants no server, and nothing in it has to be shared between people",
        gives_up="data stays in one browser and is gone when its owner clears it",
        rejected=(
            (
                "A server with a database",
                "the document names the browser's own storage" if named else "the document rules it out",
            ),
        ),
        runs_on="people's browsers, served as files",
    )


def away_from_the_network(shape: Shape) -> Shape:
    """Pages that go on without a connection keep in the browser what is not sent yet."""
    kept = replace(
        BROWSER, purpose="Keeps what people enter without a connection, until it was sent.", serves=OFFLINE
    )
    return replace(
        shape, parts=(*shape.parts, kept), wires=(*shape.wires, ("web", "browser_store", "reads and writes"))
    )
