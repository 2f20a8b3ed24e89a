"""The things that headings and labels say are managed: `Vendor management`, and `Units` above how units are kept."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.identifiers import ASKED
from agents.builtin.reader.names.phrases import is_adjective, is_form, keeps, stem
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import BRACKETS, split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.topics import NUMBER
from agents.builtin.reader.words.entity_words import DOUBTFUL, GENERAL
from agents.builtin.reader.words.nouns import plural, singular
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic

# What is done to things, behind what it is done to; before it stand at most two words, and `and more` may follow.
DONE = re.compile(
    # `Manage their profile` is a deed.
    r"(?!(?:[a-z-]{1,20} )?(?:their|your|his|her|its|my|our|the|an?) )"
    r"(?P<what>[a-z-]{3,20}(?: [a-z-]{3,20})?) "
    r"(?:management|tracking|creation|lifecycle|crud|inventory|history|storage|logging|registration"
    r"|profiles?|editor|builder|database|records?|library|catalog(?:ue)?|scheduling|listing|directory"
    r"|booking|archive|sharing|upload|registry|administration|status(?:es)?|captures?|tagging|filtering)"
    r"(?: (?:&|and) [a-z-]+)?"
)
# `Product CRUD. Category tree.`: sentences of a few words.
SENTENCES = re.compile(r"(?:^|(?<=[.;] ))([A-Z][\w -]{3,50})(?=[.;])")
SEVERAL = re.compile(r"(?P<what>[a-z-]{3,20}(?: [a-z-]{3,20})?)")
# `TEN-01 — Tenant profiles`, `Epic 2: Seller management`: the number an entry has.
NUMBERED = re.compile(r"^\W*(?:(?:[A-Z]{1,6}[-_. ]?|(?:Epic|Module|Feature|Part) )\d[\w.-]*\s*[:.—–-]*\s*)?")
# Where a document speaks of others than of what the product does.
ELSEWHERE: Final[frozenset[Topic | None]] = frozenset(
    {"neutral", "risk", "non_goal", "metric", "background", "actor", "question", "nonfunctional", "technical"}
)


def managed(places: Iterable[tuple[Block, Topic | None]], demanded: Collection[int]) -> Iterator[Named]:
    """The things, in the order of the document; `demanded` are the lines of what the product shall do."""
    for block, topic in places:
        if topic in ELSEWHERE:
            continue
        lead, words = _told(block)
        lead = NUMBERED.sub("", NUMBER.sub("", lead)).strip(" :.")
        found = [_done(lead), *map(_done, SENTENCES.findall(block.text))]
        if not lead and block.first in demanded:
            # `Custodial notes creation (v1.0)`, `✓ Photo capture and upload`
            found.append(_done(BRACKETS.sub("", words).strip(" .✓")))
        if words and block.first in demanded:
            found.append(_several(lead.casefold(), words))
        for each in filter(None, found):
            if _names(each["what"]):
                *before, head = each["what"].split()
                yield Named(" ".join(map(str.capitalize, (*before, singular(head)))), (block.first,))


def _done(words: str) -> re.Match[str] | None:
    """What is done to something in a few words; an abbreviation before them is no thing, nor is `One PostgreSQL database`."""
    found = None if words.split(" ", 1)[0].isupper() else DONE.fullmatch(words.casefold())
    return None if found and technologies(words) else found


def _told(block: Block) -> tuple[str, str]:
    """What a block begins with, and what it says of it."""
    if block.shape == "heading":
        return block.text, ""
    if block.shape == "row":
        return block.cells[0] if block.cells else "", " ".join(block.cells[1:])
    return split_lead(split_label(block.raw)[2])


def _several(lead: str, words: str) -> re.Match[str] | None:
    """A label in the plural whose entry begins with what is done to things: `Units: Manage rental units`."""
    verb = re.split(r"\W", words.casefold(), maxsplit=1)[0]
    return SEVERAL.fullmatch(lead) if singular(lead) != lead and stem(verb) and keeps(verb) else None


def _names(words: str) -> bool:
    """Whether words may name a thing: no deed, no quality, and nothing every document speaks of."""
    head = singular(words.rsplit(" ", 1)[-1])
    first = words.split(" ", 1)[0]
    general = head in DOUBTFUL or (bool({head, plural(head)} & GENERAL) and head != "user")
    return not (
        general
        or is_form(head)
        or head.endswith("ed")
        or is_adjective(head)
        or (first in ASKED and first != words)
        or stem(first) not in {"", first}
    )
