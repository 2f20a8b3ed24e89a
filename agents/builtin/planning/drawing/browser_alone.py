"""Pages that run in the browser alone, or go on there without a connection."""

import re

from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.drawing.shapes import SHAPES
from agents.builtin.planning.drawing.stated import stated
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
IN_BROWSERS = frozenset({"indexeddb", "localstorage", "sessionstorage", "dexie.js", "dexie", "opfs"})
# The browser's own storage without its name: `all data stays in the browser's local storage`.
_STORAGE = r"(?:(?:the|their|its|your) )?(?:browser(?:['’]s)?|client[- ]side|web)(?: own)?(?: local)? storage\b|local storage (?:of|in) (?:the|their|your) browser\b"
KEPT_THERE = re.compile(
    rf"\b(?:kept|lives?|persist\w*|remains?|saved?|saves|stay(?:s|ed)?|stored?|stores)\b[^.;]{{0,60}}?\b(?:{_STORAGE}|(?:in|inside) (?:the|their|your) browser\b)|\b(?:{_STORAGE})[^.;]{{0,30}}\b(?:keeps|holds)\b",
    re.IGNORECASE,
)
# What a page with a server keeps there, too, and what several people have to see.
FOR_A_WHILE = re.compile(
    r"\b(?:cache\w*|cart|basket|consent|cookies?|drafts?|filters?|language|preferences?|session|settings|theme|tokens?|until|while|unsent|temporar\w+)\b",
    re.IGNORECASE,
)
SHARED = re.compile(
    r"\b(?:admin\w*|approv\w+|collaborat\w+|colleagues?|customers?|e-?mails?|everyone|everybody|each other|managers?|multi-?user|notif\w+|other (?:members|people|users)|public\w*"
    r"|shar(?:e|es|ed|ing)|staff|sync\w*|teams?)\b",
    re.IGNORECASE,
)
# All there is stays where it is used, and nobody has an account: then nothing has to be shared.
ON_ONE_DEVICE = re.compile(
    r"\blocal[- ]first\b|\b(?:single|one)[- ]device\b|\bon (?:one|a single) (?:device|tablet|machine|computer|browser)\b"
    r"|\bdata (?:never leaves?|(?:stays?|remains?|lives?|(?:is|are) (?:kept|stored|saved))(?: only)? (?:locally|at home|on (?:the|this|your|their|one) (?:device|tablet|machine|computer)"
    r"|in (?:the|your|their) browser))\b",
    re.IGNORECASE,
)
NO_ACCOUNTS = re.compile(
    r"\b(?:no|without(?: an?| any)?) (?:[\w-]+ ){0,2}?(?:accounts?|log-?ins?|sign[- ]?(?:in|up)s?|cloud|authentication)\b",
    re.IGNORECASE,
)
LEFT_OUT = re.compile(r"\b(?:accounts?|log-?ins?|sign[- ]?(?:in|up)|authentication|cloud)\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:no|not|never|without|nor)\b[^.;]*", re.IGNORECASE)
# What stands behind pages that do not stand alone.
BEHIND = re.compile(
    r"\bsign(?:s|ed|ing)?[- ]?(?:in|up)\b|\blog(?:s|ged|ging)?[- ]?in\b|\bback-?end\b|\bservers?\b|\brest api\b",
    re.IGNORECASE,
)
# An interface of its own, by its path.
ENDPOINT = re.compile(r"\b(?:GET|POST|PUT|PATCH|DELETE) /\w|(?<!\w)/api/\w")
BROWSER = Part(
    "browser_store",
    "Browser storage",
    "files",
    "Keeps the user's data in the browser.",
    "IndexedDB",
    serves=SHAPES["web_app"].parts[-1].serves,
    also=r"storage|data model|persistence",
)


def alone(shape: Shape, entries: Entries, named: tuple[Mandate, ...], *, served: bool) -> Shape | None:
    """Pages without a server, where the document wants none; none where it names a store (`served`) that no browser has."""
    if not served and _stays_on_one_device(entries):
        why = "the document keeps everything on one device and has no accounts"
        return _in_the_browser(shape, why=why, instead="it asks for none")
    if any(ENDPOINT.search(text) for text in entries.told()):
        return None
    if not served and stated(entries, NO_SERVER):
        return _in_the_browser(shape)
    if _keeps_in_the_browser(entries, named) or (not served and _keeps_all_in_the_browser(entries)):
        why = "the document keeps its data in the browser"
        return _in_the_browser(shape, why=why, instead="the document names the browser's own storage")
    return None


def _keeps_in_the_browser(entries: Entries, named: tuple[Mandate, ...]) -> bool:
    """Whether all that is named to keep data in is the browser itself, and nobody signs in anywhere."""
    stores = {each.name.casefold() for each in named if each.use == "store"}
    return (
        bool(stores)
        and stores <= IN_BROWSERS
        and not any(BEHIND.search(DENIED.sub("", text)) for text in entries.told())
    )


def _keeps_all_in_the_browser(entries: Entries) -> bool:
    """Whether a demand keeps in the browser what the product is about, and nothing in it is for several people or behind the pages."""
    told = [DENIED.sub("", text) for text in entries.told()]
    kept = any(KEPT_THERE.search(text) and not FOR_A_WHILE.search(text) for text in told)
    return kept and not any(BEHIND.search(text) or SHARED.search(text) for text in told)


def _stays_on_one_device(entries: Entries) -> bool:
    """Whether the document keeps everything on one device, has no accounts, and speaks of nothing behind the pages."""
    told = entries.told()
    aims = (entries.opening, *told, *(each.text for each in entries.metrics))
    alone = any(map(ON_ONE_DEVICE.search, aims))
    accountless = any(map(NO_ACCOUNTS.search, aims)) or any(
        LEFT_OUT.search(each.text) for each in entries.non_goals
    )
    return alone and accountless and not any(BEHIND.search(DENIED.sub("", text)) for text in told)


def _in_the_browser(
    shape: Shape, *, why: str = "the document wants no server", instead: str = "the document rules it out"
) -> Shape:
    """Pages without a server behind them: `why` none is there, and why one is turned down `instead`."""
    web, core = (next(part for part in shape.parts if part.id == key) for key in ("web", "core"))
    return shape._replace(
        parts=(web, core, BROWSER),
        wires=(("web", "core", "calls"), ("core", "browser_store", "reads and writes")),
        guard="core",
        keeper="browser_store",
        headline="One page that runs in the browser and needs no server",
        why=f"{why}, and nothing in it has to be shared between people",
        gives_up="data stays in one browser and is gone when its owner clears it",
        rejected=(("A server with a database", instead),),
        runs_on="people's browsers, served as files",
    )


def away_from_the_network(shape: Shape) -> Shape:
    """Pages that go on without a connection keep in the browser what is not sent yet."""
    kept = BROWSER._replace(
        purpose="Keeps what people enter without a connection, until it was sent.", serves=OFFLINE
    )
    return shape._replace(
        parts=(*shape.parts, kept), wires=(*shape.wires, ("web", "browser_store", "reads and writes"))
    )
