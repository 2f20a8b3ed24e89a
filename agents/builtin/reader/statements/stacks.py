"""Entries that name the parts of a product and what each of them is, beside those that demand something."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import BRACKETS, plain, split_lead
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.choices import LAYER, is_choice
from agents.builtin.reader.words.rule_words import CHOSEN, DECIDED, ENDPOINT, PERSON, PLATFORM, STACKED
from agents.builtin.reader.words.technology import technologies

# A name that somebody gave: `Acme Pay`.
NAME = re.compile(r"[A-Z][\w.+-]*(?: [A-Z][\w.+-]*){0,3}")
# What `API: Acme` names in a stack is a part of the product, as a database is.
OF_PRODUCT = re.compile(rf"{LAYER.pattern}|(?:api|ai|llm|ml)s?$", re.IGNORECASE)
LONGEST_STATEMENT = 10
LONGEST_PART = 25


def decided(text: str, place: Place) -> bool:
    """Whether an entry that demands nothing names a part and what it is: `Payments: Acme Pay`."""
    lead, words = split_lead(text)
    if verbs.VERBS.match(words or text):
        return False
    if place.prose:
        return bool(STACKED.search(place.heading) and lead and nature.size(text) <= LONGEST_STATEMENT)
    short = CHOSEN.search(place.heading) and nature.size(text) <= LONGEST_STATEMENT
    return bool(DECIDED.search(place.heading) or short or (lead and NAME.fullmatch(words)))


def of_stack(text: str, place: Place) -> bool:
    """Whether an entry stands in a list of what the product is made with, and is no demand of its own."""
    if (
        place.prose
        or not (place.stacked or STACKED.search(place.heading))
        or nature.size(text) > LONGEST_PART
    ):
        return False
    told = BRACKETS.sub("", text)
    offered = ENDPOINT.search(told) and not (OF_PRODUCT.match(place.lead) and technologies(told))
    return not (nature.STRONG.search(told) or PERSON.search(told) or offered)


# `Tech stack: React front end, Go back end, hosting at Acme`: each part names what it is for.
LISTS_STACK = re.compile(
    r"(?:(?:the )?tech(?:nical|nology)? )?stack$|technolog(?:y|ies)$|built with$", re.IGNORECASE
)
PARTED = re.compile(r"(?:,|;)\s+(?:and\s+)?(?![^()]*\))")
FOR_WHAT = re.compile(
    r"\b(?:back-?end|back end|cache|client|cloud|database|deployment|front-?end|front end|hosting|infrastructure|queue|server|storage|styling|testing)\b",
    re.IGNORECASE,
)
LONGEST_NAMED = 8


# `Workstation with 8 GB, Ubuntu, factory network`: what it runs on, without a verb.
LONGEST_OF_PLATFORM = 12
FINITE = re.compile(r"\b(?:is|are|must|shall|should|will|can|may|has|have|which|that|it|we)\b", re.IGNORECASE)


def _is_part(words: str) -> bool:
    return 0 < nature.size(words) <= LONGEST_OF_PLATFORM and FINITE.search(words) is None


def parts_of_stack(text: str, place: Place) -> tuple[str, ...]:
    """The parts of a stack that one sentence lists, each with what it is for; any other text is one."""
    if place.prose and PLATFORM.match(place.heading):
        listed = tuple(part.strip(" .") for part in PARTED.split(text))
        return listed if len(listed) > 1 and all(map(_is_part, listed)) else (text,)
    if not LISTS_STACK.match(place.lead):
        return (text,)
    parts = tuple(part.strip(" .") for part in PARTED.split(place.behind_lead(text)))
    named = sum(bool(technologies(part)) for part in parts)
    told = any(map(FOR_WHAT.search, parts))
    each = all(1 < nature.size(part) <= LONGEST_NAMED for part in parts)
    return parts if len(parts) > 1 and each and told and 2 * named >= len(parts) else (text,)


def chosen_in_quotes(block: Block, place: Place) -> Iterator[Finding]:
    """What the lines of a quoted head name the product to be made of: `> Platform: iPhone, iOS 17 and later`."""
    for number, words in block.parts:
        lead, rest = split_lead(words)
        if lead and is_choice(lead, rest):
            yield Finding("constraint", plain(words), (number,), area=place.area)
