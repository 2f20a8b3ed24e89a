"""Which of the names a document mentions are systems the product talks to, and need a boundary."""

import re
from collections.abc import Iterable, Sequence

from agents.schemas.architecture import ProductKind
from agents.schemas.requirements import Integration

# What people keep or send as files: `a Stripe invoice` is read, Stripe is not called.
_PAPER = r"(?:invoices?|receipts?|statements?|pdfs?|files?|exports?|formats?|documents?|csvs?|logs?|dumps?|reports?|archives?)"
_PAPERS = re.compile(rf" {_PAPER}\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\bno (?:external|third[- ]party|outside|network|remote) "
    r"(?:apis?|services?|calls?|connections?|dependenc\w+)\b"
    r"|\b(?:works?|runs?) (?:\w+ )?offline\b",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"^(?:target |host )?(?:platform|host|host program|runs? (?:in|on|inside))\b", re.IGNORECASE
)


def talked_to(
    systems: Iterable[Integration], *, kind: ProductKind, told: Sequence[str]
) -> tuple[Integration, ...]:
    """The systems without the program that an extension lives in and without those that only made the files it reads.

    `told` are the document's requirements, demands and constraints. What a person asked for stands on no line, and stays.
    """
    return tuple(
        each
        for each in systems
        if not each.lines or not (_host(each.name, kind, told) or _maker(each.name, told))
    )


def _host(name: str, kind: ProductKind, told: Sequence[str]) -> bool:
    return kind == "extension" and any(_HOST.match(text) and name in text for text in told)


def _maker(name: str, told: Sequence[str]) -> bool:
    """Whether every mention speaks of its files, or some do and the document rules outside calls out."""
    plain, key = re.escape(name), name.casefold()
    near = [text for text in told if key in text.casefold()]
    papers = [text for text in near if _PAPERS.search(text)]
    files = sum(len(re.findall(rf"\b{plain} (?:[\w-]+ )?{_PAPER}\b", text, re.IGNORECASE)) for text in papers)
    mentions = sum(len(re.findall(rf"\b{plain}\b", text)) for text in near) if files else 0
    return files > 0 and (files >= mentions or any(_ALONE.search(text) for text in told))
