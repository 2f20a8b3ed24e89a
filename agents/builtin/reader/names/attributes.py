"""What things are made of, where a sentence or a list says so: `An invoice has a customer, line items and a due date`."""

import re
from collections.abc import Iterable, Iterator

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.phrases import is_form
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.words.entity_words import TAIL
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import ADJECTIVES
from agents.builtin.reader.words.topic import Topic

_THING = r"(?P<name>[A-Za-z][\w-]{2,22}(?: [a-z][\w-]{2,22}){0,2}?)"
_MADE = (
    r"(?:(?:must|shall|should|will|can) )?(?:also )?"
    r"(?:has|have|contains?|includes?|stores?|records?|holds?|carries|carry|captures?|comprises?"
    r"|consists? of|is (?:described|identified|defined) by|is made up of|with)"
)
# `Each booking has …`, `An order contains …`: a thing is one of many, and what it has comes as a list.
HAS = re.compile(
    rf"\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Aa]ll|[Oo]ne)\s+{_THING}\s+{_MADE}\s+"
    r"(?:the following(?: \w+)?:?\s*|these \w+:?\s*)?(?P<list>[^.;:]{5,300})"
)
# `Recipes have a title, steps and a photo.`
MANY_HAVE = re.compile(
    r"(?:^|(?<=[.!;:] ))(?P<name>[A-Z][\w-]{2,22}s) (?:have|contain|include|consist of|store|carry)\s+"
    r"(?:the following(?: \w+)?:?\s*)?(?P<list>[^.;:]{5,300})"
)
# `create a project with a name, a start date and an owner`.
WITH = re.compile(
    r"\b(?:create|add|register|define|record|save|enter|store|submit)s?(?: (?:and|or) [a-z]{3,12})?\s+(?:an?|new|one|multiple)?\s*"
    rf"(?:new\s+)?{_THING}\s+with\s+(?P<list>[^.;:]{{5,300}})",
    re.IGNORECASE,
)
# `trip data including start, distance and energy`, `Task (title, due date, owner)`.
INCLUDING = re.compile(
    r"\b(?:store|record|persist|track|capture|collect|save|retrieve|keep|log)s?\s+(?:and \w+ )?"
    rf"(?:the |each |every |all |an? |current )*{_THING}\s+(?:data|details|information|records?)?,?\s*"
    r"(?:including|such as|with)\s+(?P<list>[^.;:]{5,300})",
    re.IGNORECASE,
)
# `For each credit card, users must input:` above a list.
ABOVE = re.compile(
    rf"\b(?:[Ff]or )?(?:[Ee]ach|[Ee]very|[Aa]n?)\s+{_THING}"
    r"(?:,| has| have| contains?| includes?| must| shall| should| stores?| is| needs"
    r"| consists)\b.*[:：]$"
)
FIELDS = re.compile(
    r"\b(?:has|have|contains?|includes?|consists? of|inputs?|enters?|provides?|captures?|stores?"
    r"|records?|specif(?:y|ies)|fields|attributes|properties)\b[^:]{0,40}[:：]$"
)
# `Order fields: number, customer, total`; `Required fields:` are those of something else.
FIELDS_OF = re.compile(
    r"^(?:the )?"
    r"(?!(?:required|optional|mandatory|missing|key|main|additional|custom|other|empty|all|these|which|input|form) )"
    r"(?P<name>[A-Za-z][\w-]{2,22}(?: [a-z][\w-]{2,22})?) (?:fields|attributes|properties|data model)\s*[:：]?\s*(?P<list>.*)$",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\s+(?:objects?|data|records?|details|information|entity|entities|datatype|model|form)$", re.IGNORECASE
)
ARTICLE = re.compile(
    r"^(?:(?:and|or|with|an?|the|its|their|one|exactly one|one or more|zero or more|optional(?:ly)?|unique"
    r"|at least one|multiple|several|any|optionally an?)\s+)+",
    re.IGNORECASE,
)
SPLIT = re.compile(r",\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|;")
SENTENCE_WORDS = re.compile(
    r"\b(?:is|are|was|be|can|must|will|shall|should|may|that|which|who|when|where|if|to|by|from|for"
    r"|using|so|than|not|no|all|only|they|it)\b",
    re.IGNORECASE,
)
PART = re.compile(r"^[A-Za-zÄÖÜäöüß][\w/' -]{1,40}$")
LONGEST = 4
MOST = 20


def described(places: Iterable[tuple[Block, Topic | None]]) -> Iterator[Named]:
    """Things with at least two attributes that the document lists for them."""
    for block, topic in places:
        if topic in {"neutral", "risk", "background", "actor", "non_goal", "metric"}:
            continue
        text = split_lead(split_label(block.raw)[2])[1] if block.shape == "item" else block.text
        yield from _in_sentence(text, block)
        if block.children:
            yield from _in_list(text or block.text, block)


def _in_sentence(text: str, block: Block) -> Iterator[Named]:
    for pattern in (HAS, MANY_HAVE, WITH, INCLUDING):
        for found in pattern.finditer(text):
            named = _named(found["name"], _parts(found["list"]), block)
            if named:
                yield named
    fields = FIELDS_OF.match(block.text)
    if fields and fields["list"]:
        named = _named(fields["name"], _parts(fields["list"]), block)
        if named:
            yield named


def _in_list(text: str, block: Block) -> Iterator[Named]:
    above = ABOVE.search(text) if FIELDS.search(text) else FIELDS_OF.match(text.rstrip(":： "))
    if above is None:
        return
    parts = tuple(_part(split_lead(child.raw)[0] or child.text) for child in block.children[:MOST])
    named = _named(above["name"], tuple(part for part in parts if part) if all(parts) else (), block)
    if named:
        yield named


def _named(name: str, parts: tuple[str, ...], block: Block) -> Named | None:
    words = GENERIC.sub("", name).split() or [name]
    while len(words) > 1 and (is_form(words[0]) or words[0].casefold() in ADJECTIVES):
        words = words[1:]
    if len(words) > 1 and is_form(words[-1].casefold()):
        words = words[:-1]
    if len(parts) < 2 or words[-1].casefold() in TAIL or SENTENCE_WORDS.search(name):
        return None
    words[-1] = singular(words[-1]) if words[-1].islower() else words[-1]
    said = " ".join(word[:1].upper() + word[1:] for word in words)
    return Named(said, (block.first,), parts[:MOST])


def _parts(listed: str) -> tuple[str, ...]:
    """The parts of a list in a sentence; none at all when one of them is more than a name."""
    listed = re.sub(r"\s*\([^)]*\)", "", listed).strip(" .")
    parts = tuple(_part(part) for part in SPLIT.split(listed) if part.strip())
    return parts if len(parts) >= 2 and all(parts) else ()


def _part(words: str) -> str:
    """One attribute without its article and what stands in brackets, or nothing when it is not one."""
    words = re.split(r"[(（:：–—]", words)[0].strip(" .,`*\"'")
    words = ARTICLE.sub("", words).strip()
    if not PART.match(words) or len(words.split()) > LONGEST or SENTENCE_WORDS.search(words):
        return ""
    return words
