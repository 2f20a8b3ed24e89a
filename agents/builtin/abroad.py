"""Which of the names a document mentions are systems the product talks to, and need a boundary."""

import re
from collections.abc import Iterable, Sequence

from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.services_typed import CHANNELS
from agents.builtin.reader.words.technology import technologies
from agents.builtin.tools_around import is_around
from agents.schemas.architecture import Architecture, ProductKind
from agents.schemas.requirements import Integration

# What people keep or send as files: `a Stripe invoice` is read, Stripe is not called.
_PAPER = r"(?:invoices?|receipts?|statements?|pdfs?|files?|exports?|formats?|documents?|csvs?|logs?|dumps?|reports?|archives?|annotations?|badges?)"
_PAPERS = re.compile(rf" {_PAPER}\b", re.IGNORECASE)
_ALONE = occurring(
    r"\bno (?:external|third[- ]party|outside|network|remote) "
    r"(?:apis?|services?|calls?|connections?|dependenc\w+)\b"
    r"|\b(?:works?|runs?) (?:\w+ )?offline\b",
)
# Clouds, clusters and what builds and ships: there is nothing to ask of them while it runs.
_PLATFORM = frozenset({"cloud", "tool"})
_HOST = re.compile(
    r"^(?:target |host )?(?:platform|host|host program|runs? (?:in|on|inside))\b", re.IGNORECASE
)
# Words of which one stands beside the name of what a product only runs on or is built by.
_RUNS = re.compile(
    r"\b(?:host|deploy|publish)|\b(?:CI|CD|Runners?|Actions|Pipelines?|Pages)\b", re.IGNORECASE
)


def talked_to(
    systems: Iterable[Integration], *, kind: ProductKind, told: Sequence[str]
) -> tuple[Integration, ...]:
    """The systems without the program that an extension lives in and without those that only made the files it reads.

    A way in which messages travel is none either: the drawing has a part for whoever carries them. Nor are the tools with which
    the product is designed, built and kept.

    `told` are the document's requirements, demands and constraints. What a person asked for stands on no line, and stays.
    """
    return tuple(
        each
        for each in systems
        if not each.lines
        or not (
            each.name in CHANNELS
            or _host(each.name, kind, told)
            or _maker(each.name, told)
            or _ground(each.name, told)
            or is_around(each.name, told)
        )
    )


def beside(systems: Iterable[Integration], drawn: Architecture) -> tuple[Integration, ...]:
    """The systems without what the drawing is built with and what it only runs on; a part that is drawn outside stays."""
    used = {
        name
        for part in drawn.components
        if part.kind != "external"
        for name in part.technology.casefold().split(", ")
    }
    outside = {part.name.casefold() for part in drawn.components if part.kind == "external"}
    return tuple(
        each
        for each in systems
        if each.name.casefold() in outside
        or not (each.name.casefold() in used or (each.lines and _platform(each.name)))
    )


def _platform(name: str) -> bool:
    return any(use in _PLATFORM for use, _ in technologies(name))


def _host(name: str, kind: ProductKind, told: Sequence[str]) -> bool:
    if kind != "extension":
        return False
    inside = re.compile(
        rf"\b{re.escape(name)} (?i:extension|add-?on|plug-?in|macro|mod|thing|button)"
        rf"|(?i:extension|add-?on|plug-?in|add-?in|panel|app|macro|mod|button|something) (?:for|in|inside) {re.escape(name)}\b"
        rf"|\b(?i:in) {re.escape(name)} (?:I|we) (?:want|need)\b|\b[Ww]e use {re.escape(name)}\b"
    )
    return any((_HOST.match(text) and name in text) or inside.search(text) for text in told)


def _ground(name: str, told: Sequence[str]) -> bool:
    """Whether every mention is of where it runs or is built: `hosted at Hetzner`, `runs in our GitLab CI`."""
    near = [text for text in told if name in text]
    # Hardly a name is spoken of only so, and this is seen sooner.
    if not near or not all(map(_RUNS.search, near)):
        return False
    stands = re.compile(
        rf"\b(?i:hosted|hosting|deployed) (?:at|on|in|with|by) (?:the |our )?{re.escape(name)}\b"
        rf"|\b(?i:publish(?:ed)?) (?:it |them )?(?:to|on|in) (?:the |our )?(?i:{re.escape(name)})\b"
        rf"|\b{re.escape(name)} (?:CI|CD|Runners?|Actions|Pipelines?|Pages)\b"
    )
    return all(map(stands.search, near))


def _maker(name: str, told: Sequence[str]) -> bool:
    """Whether every mention speaks of its files, or some do and the document rules outside calls out."""
    plain, key = re.escape(name), name.casefold()
    near = [text for text in told if key in text.casefold()]
    papers = [text for text in near if _PAPERS.search(text)]
    files = sum(len(re.findall(rf"\b{plain} (?:[\w-]+ )?{_PAPER}\b", text, re.IGNORECASE)) for text in papers)
    mentions = sum(len(re.findall(rf"\b{plain}\b", text)) for text in near) if files else 0
    return files > 0 and (files >= mentions or any(_ALONE.search(text) for text in told))
