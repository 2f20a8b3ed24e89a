"""What stands among the people of a document and is none of its users: the names of personas, and who reads the document."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.words.nouns import singular

# `Nurse Joy`, `Lab Tech Kemi`, `Dr. Amara`
_NAMED: Final = re.compile(r"((?:Dr|[A-Z][a-z]+)\.?(?: [A-Z][a-z]+)?) ([A-Z][a-z]+)")
_SMALL: Final = re.compile(r"\b[a-z]+\b")
_TITLES: Final = {"dr": "Doctor", "prof": "Professor", "tech": "Technician"}
# So many that are written so are persons with their roles; one alone may be a role of two words.
_SEVERAL: Final = 3
# `Customer Success`, `Client Services`
_NO_NAME: Final = re.compile(
    r".*(?:ion|ment|ness|ity|ship|ing|ence|ance|ics|ers?|ors?|ists?|ees?|s|care|desk)$"
)
_READERS: Final = re.compile(
    r"\b(?:this|the) (?:document|specification|srs|prd|brd) (?:is|was) (?:primarily |mainly )?(?:intended|written|meant|aimed)\b",
    re.IGNORECASE,
)
# Who reads a specification because they build the product.
_BUILD: Final = frozenset(
    {"developer", "engineer", "tester", "manager", "stakeholder", "architect", "designer", "analyst"}
)


def by_role(found: Iterable[Named], body: str) -> list[Named]:
    """The people with their roles instead of the names that several personas have: `Nurse Joy` is a nurse."""
    listed = list(found)
    small = (
        frozenset(_SMALL.findall(body))
        if any(_NAMED.fullmatch(each.name) for each in listed)
        else frozenset()
    )
    roles = [_role(each.name, small) for each in listed]
    if sum(map(bool, roles)) < _SEVERAL:
        return listed
    return [Named(role or each.name, each.lines) for role, each in zip(roles, listed, strict=True)]


def _role(name: str, small: frozenset[str]) -> str:
    """The role before the name of a person; nothing where there is none."""
    each = _NAMED.fullmatch(name)
    if not each or _NO_NAME.match(each[2]) or each[2].casefold() in small:
        return ""
    *before, head = each[1].rstrip(".").split()
    said = _TITLES.get(head.casefold(), head)
    return " ".join((*before, said)) if singular(said.casefold()) in PERSONS else ""


def readers(blocks: Iterable[Block]) -> Iterator[int]:
    """The lines of the entries that say who reads the document to build the product."""
    section: tuple[Block, ...] | None = None
    for block in blocks:
        if _READERS.search(block.text):
            section = (*block.above, block) if block.shape == "heading" else block.above
        elif block.shape == "item" and section is not None and block.above == section:
            words = re.findall(r"\w+", re.split(r"[:：]", block.text)[0])
            if words and {singular(word.casefold()) for word in words} & _BUILD:
                yield block.first
        elif block.shape == "heading":
            section = None
