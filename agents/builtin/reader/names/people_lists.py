"""The people whom the lists and lines of a part about people name, besides those its entries begin with."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.people import GENERAL, PERSONS, PROGRAMS
from agents.builtin.reader.names.people_said import CUT, is_group, is_person, is_role
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.topics import NUMBER, announced
from agents.builtin.reader.words.nouns import singular

# `(elderly people, travelers)`, `(e.g. nurses, carers)`: who is meant by the words before.
BRACKETS = re.compile(r"\((?:(?:e\.g\.|i\.e\.|for example|such as|like|including),?\s+)?([^()]{5,120})\)")
# `Primary:` on a line of its own says which of the people follow.
WHICH_LINE = re.compile(
    r"^(?:primary|secondary|tertiary|main|other|also)(?: (?:users?|audiences?))?\s*[:：]?$", re.IGNORECASE
)
ABLE = re.compile(
    r"(?:(?:an?|the|each|every|all) )?((?:[\w/'’-]+ ){0,3}?[\w/-]+) "
    r"(?:can|may|must|should|shall|will|(?:must|should|shall|will) be able to|(?:is|are) able to"
    r"|wants? to|needs? to)"
    r"(?: also)?\s*[:：]?$",
    re.IGNORECASE,
)
# These do what the product does: `The system shall:`.
OURS: Final = frozenset({"system", "systems", "service", "services", "bot", "bots", "users"})
PARTED = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*/\s*")
LONGEST_NAME: Final = 5
LONGEST_BARE: Final = 3
# So many entries of a list tell what kind of list it is.
ENOUGH: Final = 2


# Headings of lists of terms.
GLOSSARY = re.compile(r"\b(?:glossar\w*|terminology|definitions|terms|vocabulary)\b", re.IGNORECASE)
LONGEST_TERM: Final = 3
# `- **One-time user**: a user without an account`, in a list of terms.
IS_SOMEBODY = re.compile(
    r"(?:an?|any|every|the)?\s*(?:[\w-]+ ){0,2}(?:users?|persons?|people|members?|employees?|customers?|visitors?|somebody|someone|anyone)\b",
    re.IGNORECASE,
)


def by_terms(blocks: Iterable[Block]) -> Iterator[Named]:
    """Whom a glossary explains to be somebody."""
    for block in blocks:
        if (
            block.shape != "item"
            or not block.top
            or not (block.above and GLOSSARY.search(block.above[-1].text))
        ):
            continue
        lead, words = split_lead(block.raw)
        if lead and len(lead.split()) <= LONGEST_TERM and is_role(lead) and IS_SOMEBODY.match(words):
            yield Named(lead, (block.first,))


def explained(blocks: Iterable[Block]) -> Iterator[Named]:
    """The roles that all entries of one list begin with, each with what is said of it: `Members — those who pay`."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.shape == "item" and block.top:
            lists.setdefault(block.above[-1].first if block.above else 0, []).append(block)
    for entries in lists.values():
        leads = [split_lead(split_label(entry.raw)[2])[0] for entry in entries]
        people = [lead for lead in leads if lead and len(lead.split()) <= LONGEST_NAME and is_person(lead)]
        if len(people) < max(ENOUGH, len(entries)) or all(_may_be_program(lead) for lead in people):
            continue
        yield from (Named(lead, (entry.first,)) for lead, entry in zip(people, entries, strict=True))


def bare(blocks: Iterable[Block]) -> Iterator[Named]:
    """The rest of a list of names below a heading about people, most of which are roles: `Alumni` beside `Students`."""
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        if block.shape == "item" and block.top and block.above:
            lists.setdefault(block.above[-1].first, []).append(block)
    for entries in lists.values():
        names = [entry.text.strip(" .;,") for entry in entries]
        short = all(len(name.split()) <= LONGEST_BARE and name[:1].isupper() for name in names)
        if short and sum(map(is_role, names)) * 2 > len(names):
            yield from (Named(name, (entry.first,)) for name, entry in zip(names, entries, strict=True))


def _may_be_program(name: str) -> bool:
    return singular(name.rsplit(" ", 1)[-1].casefold()) in PROGRAMS


def who_may(blocks: Iterable[Block]) -> Iterator[Named]:
    """Those whose rights or wishes a heading or a sentence announces: `A pick leader can:`."""
    for block in blocks:
        if block.shape == "row" or not (block.shape == "heading" or block.text.endswith((":", "："))):
            continue
        able = ABLE.match(NUMBER.sub("", block.text))
        last = re.split(r"[ -]", able[1])[-1] if able else ""
        known = singular(last.casefold()) in PERSONS and able and last != able[1]
        if (
            able
            and (known or (is_role(last) and last.casefold() not in GENERAL | OURS))
            and not _may_be_program(able[1])
        ):
            yield Named(able[1], (block.first,))


def headed(blocks: Iterable[Block]) -> Iterator[Named]:
    """The roles that are headings, with what they want below them: `## Owner`."""
    for block in blocks:
        name = NUMBER.sub("", block.text).strip(" :：") if block.shape == "heading" else ""
        few = 0 < len(name.split()) <= ENOUGH
        if (
            few
            and name[0].isupper()
            and "`" not in block.raw
            and is_person(name)
            and not _may_be_program(name)
            and not announced(name)
        ):
            yield Named(name, (block.first,))


def in_brackets(block: Block) -> Iterator[Named]:
    """The people an entry about people gives as examples: `busy adults (commuters, students)`."""
    for each in BRACKETS.finditer(block.text) if block.shape == "item" else ():
        parts = [CUT.sub("", part).strip(" .") for part in PARTED.split(each[1])]
        many = sum(part != singular(part) for part in parts)
        people = all(0 < len(part.split()) <= LONGEST_NAME and is_group(part) for part in parts)
        if people and many >= ENOUGH:
            yield from (Named(part, (block.first,)) for part in parts)


# `Nina (new hire) – starts Monday`: who somebody is.
PERSONA = re.compile(r"^(?:[*_]{0,2})[A-Z][^\W\d_]+(?: [A-Z][\w.]+)?[*_]{0,2} \(([^()]{3,40})\)\s*[–—:-]")


def personas(block: Block) -> Iterator[Named]:
    """What the persons are whom the lines of a paragraph introduce by name."""
    found = [(line, PERSONA.match(words.strip())) for line, words in block.parts]
    if len(found) > 1 and all(each for _, each in found):
        yield from (Named(each[1], (line,)) for line, each in found if each)


# `**Shift leads** – plan the week`
LED = re.compile(r"\s*(?:\*\*|__)(?P<name>[^*_\n]{2,40}?)(?:\*\*|__)\s*[–—:(-]")


def in_bold(block: Block) -> Iterator[Named]:
    """The people in bold with whom all lines of a paragraph begin, each with what is said of them."""
    led = [(line, LED.match(words)) for line, words in block.parts]
    if len(led) >= ENOUGH and all(found for _, found in led):
        yield from (Named(found["name"].strip(" .:"), (line,)) for line, found in led if found)


def on_lines(block: Block) -> Iterator[Named]:
    """The people each line of a paragraph names by itself, below `Primary:` or without it."""
    lines = [(line, re.sub(r"\s*\([^()]*\)$", "", words.strip(" .*_"))) for line, words in block.parts]
    named = [(line, words) for line, words in lines if words and not WHICH_LINE.match(words)]
    short = all(
        len(words.split()) <= LONGEST_NAME and not re.search(r"[.,:;?!]", words) for _, words in named
    )
    if named and short and all(is_group(words) for _, words in named[:1]):
        yield from (Named(words, (line,)) for line, words in named)
