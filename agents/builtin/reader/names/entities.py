"""The things of the domain: those the document defines, identifiers that recur, and what it speaks of as kept."""

import re
from collections.abc import Collection, Iterable, Iterator

from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.names.attributes import described
from agents.builtin.reader.names.capitals import capitals
from agents.builtin.reader.names.declared import declared
from agents.builtin.reader.names.defined import defined
from agents.builtin.reader.names.identifiers import ACCOUNT, CAMEL, identifiers
from agents.builtin.reader.names.kept_abroad import kept_abroad
from agents.builtin.reader.names.managed import managed
from agents.builtin.reader.names.things import things
from agents.builtin.reader.names.things_abroad import things_abroad
from agents.builtin.reader.names.things_mentioned import things_mentioned
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import capital, split_lead
from agents.builtin.reader.text.labels import priority_in, split_label
from agents.builtin.reader.text.page import is_typed
from agents.builtin.reader.words.entity_words import COMMON
from agents.builtin.reader.words.nature import HAN
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.record_words import FIGURES
from agents.builtin.reader.words.roles_abroad import USERS
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic

MOST = 15
MOST_DEFINED = 25
MORE = 4
# A page is about so many things at most.
MOST_MENTIONED = 12
# A document that defines so many things itself has named nearly all; others have to be spoken of a great deal.
DEFINES = 4
GREAT_DEAL = 4.5
# So long is an ending at most, and so long at least what it is the ending of.
ENDING, SHORTEST = 2, 4
# `Observations made offline`, `secrets masked`: what happens to things is no thing.
HAPPENED = re.compile(r"\w+s (?:\w+ed|made|sent|kept|done|taken|found|written)\b", re.IGNORECASE)
# `Given I have documents`, `their uploaded document`: a piece of a sentence.
PIECE = re.compile(r"(?:given|when|then|and|their|your|his|her|its|my|our) ", re.IGNORECASE)
ARTICLE = re.compile(
    r"an?|the|this|each|every|all|any|no|one|per|new|my|our|your|their|its|his|her|of|create|add|update|delete|view",
    re.IGNORECASE,
)
# Where a document says what it does not have.
WITHOUT: frozenset[Topic | None] = frozenset({"non_goal", "deferred", "neutral"})
MOST_KEPT = 12
LONGEST_RANK, LONGEST_ABBREVIATION = 14, 4
DEMANDED = frozenset({"functional", "story", "nonfunctional"})
# Where a text is told in examples, with the words that begin them.
EXAMPLES = re.compile(r"^[^\w\n]{0,10}(?:Scenario|Feature)(?: Outline)?:", re.MULTILINE)
GIVEN = re.compile(r"^[^\w\n]{0,10}Given\b", re.MULTILINE)
ENGLISH = frozenset({"en", ""})


def entities(  # noqa: PLR0913  # what names are not things is known only where all have been read
    findings: Iterable[Finding],
    places: Iterable[tuple[Block, Topic | None]],
    *,
    source: str,
    product: str,
    systems: Iterable[Named],
    people: Iterable[Named],
    language: str,
) -> tuple[Named, ...]:
    """The domain's things, those it defines first; outside systems and the product itself are not among them.

    Nor are people, unless the document itself lists them with what it keeps: `Policyholders` below `Data entities`.
    """
    listed = tuple(places)
    said = tuple(findings)
    told = (*declared(source), *defined(listed), *described(listed))
    defines = len(tuple(_with_attributes(told)))
    if language in ENGLISH:
        told += tuple(managed(listed, _lines(said, {"functional", "story"})))
    known = [
        each for each in _with_attributes(told) if not (HAPPENED.match(each.name) or PIECE.match(each.name))
    ][:MOST_DEFINED]
    outside = tuple(systems)
    gone = {_key(each.name) for each in outside} | {_key(product), *map(_key, CAMEL.findall(product))} - {""}
    if EXAMPLES.search(source) and GIVEN.search(source):
        gone |= {"scenario", "feature"}
    kept = {
        _key(each.name): each
        for each in known
        if each.attributes or not (_key(each.name) in gone or KNOWN.fullmatch(each.name))
    }
    gone |= {_key(each.name) for each in people if each.name.casefold() not in COMMON}
    most = max(MOST, len(kept) + MORE)
    if any(ACCOUNT.search(block.text) for block, topic in listed if topic not in WITHOUT):
        name = USERS.get(language, "User").split()[0]
        kept.setdefault(_key(name), Named(name, ()))
    if language in ENGLISH:
        for term in capitals((block for block, _ in listed), product=product):
            if not _is_one_of(_key(term), gone) and not any(_same_thing(_key(term), other) for other in kept):
                kept[_key(term)] = Named(term.capitalize(), ())
    for guessed in _guessed(said, listed, language=language, least=GREAT_DEAL if defines >= DEFINES else 0.0):
        name = _in_singular(guessed) if language in ENGLISH else guessed
        key = _key(name)
        known_already = any(_same_thing(key, other) or other.endswith(f" {key}") for other in kept) or (
            language not in ENGLISH and any(_alike(key, other) for other in kept)
        )
        if key and not _is_one_of(key, gone) and not known_already:
            kept[key] = Named(name, ())
        if len(kept) >= most:
            break
    if language in ENGLISH and not defines and is_typed(block for block, _ in listed):
        kept = _on_a_page(kept, said, outside={_key(each.name) for each in outside})
    texts = tuple((block.first, block.text.casefold()) for block, _ in listed)
    return tuple(_located(each, texts) for each in kept.values())


def _on_a_page(
    guessed: dict[str, Named], findings: tuple[Finding, ...], *, outside: Collection[str]
) -> dict[str, Named]:
    """What a short text is about: what its wishes mention, beside what it speaks of most."""
    kept = {key: each for key, each in guessed.items() if key not in FIGURES and key not in outside}
    for name in things_mentioned(findings):
        head = name.rsplit(" ", 1)[-1]
        # `call list` says more than `list`.
        if head != name and head in kept:
            kept = {key: each for key, each in kept.items() if key != head}
        known = any(_same_thing(name, other) or other.endswith(f" {name}") for other in kept)
        if len(kept) < MOST_MENTIONED and not known and name not in outside:
            kept[name] = Named(capital(name), ())
    return kept


def _lines(findings: Iterable[Finding], kinds: Collection[str]) -> set[int]:
    return {line for each in findings if each.kind in kinds for line in each.lines}


def _guessed(
    findings: Iterable[Finding],
    listed: tuple[tuple[Block, Topic | None], ...],
    *,
    language: str,
    least: float,
) -> Iterator[str]:
    """The names no definition stands behind, the surest first."""
    demanded = [each for each in findings if each.kind in DEMANDED]
    text = "\n".join(each.text for each in demanded)
    body = "\n".join(block.text for block, _ in listed)
    if not least:
        yield from identifiers(text, body, english=language in ENGLISH)
    if language not in ENGLISH:
        yield from _guessed_abroad(text, body, language=language)
        return
    lines = _lines(demanded, DEMANDED)
    written = {name.casefold() for name in CAMEL.findall(body)}
    for noun, weight in things(_told(listed, lines), demands=len(demanded)):
        if (
            weight >= least
            and noun not in written
            and not KNOWN.search(noun.title())
            and (noun in COMMON or not (technologies(noun.title()) or _names_somebody(noun, body)))
        ):
            yield _titled(noun, body)


def _names_somebody(noun: str, body: str) -> bool:
    """Whether a word is somebody's name: `Mia posts what we order`; a thing has an article somewhere, or a small letter."""
    if not noun.isalpha() or re.search(rf"\b{noun}s?\b", body):
        return False
    name = noun.title()
    stands = re.findall(rf"(?:(\w+) )?\b{name}(s?)\b", body)
    return any(before[:1].islower() for before, _ in stands) and not any(
        many or ARTICLE.fullmatch(before) or before[:1].isupper() for before, many in stands
    )


def _guessed_abroad(text: str, body: str, *, language: str) -> Iterator[str]:
    """What every trade keeps, the most frequent first, and then the nouns that come back."""
    kept = sorted(kept_abroad(text, body, language=language), key=lambda one: (-one[1], one[0]))
    yield from things_abroad(text, body, language=language)
    yield from (name for name, _ in kept[:MOST_KEPT])


def _told(listed: tuple[tuple[Block, Topic | None], ...], lines: set[int]) -> Iterator[tuple[str, bool]]:
    """The words of the document piece by piece, and whether they belong to what is demanded."""
    for block, _ in listed:
        demanded = block.first in lines
        if block.shape == "row":
            yield from ((cell, demanded) for cell in block.cells if not _ranks(cell))
        elif block.shape == "heading":
            yield block.text, demanded
        else:
            yield from ((part, demanded) for part in split_lead(split_label(block.raw)[2]) if part)


def _ranks(cell: str) -> bool:
    """Whether a cell only says how much a row matters: `Must-have`."""
    return len(cell) <= LONGEST_RANK and priority_in(cell) != "unstated"


def _titled(noun: str, body: str) -> str:
    """A noun as a name: `line item` is Line Item, and what the document mostly writes in capitals stays so."""
    return " ".join(
        word.upper() if _in_capitals(word, body) else word[:1].upper() + word[1:] for word in noun.split()
    )


def _in_capitals(word: str, body: str) -> bool:
    """Whether a short word is an abbreviation here; a part of an id, as in `FR-COST-1`, says nothing of the word."""
    high = word.upper()
    if len(word) > LONGEST_ABBREVIATION or high not in body:
        return False
    written: list[str] = re.findall(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", body, re.IGNORECASE)
    return sum(each.startswith(high) for each in written) * 2 > len(written)


def _is_one_of(key: str, names: Collection[str]) -> bool:
    """Whether a name is one of `names`, whatever its ending: `Piloten` is `Pilot`."""
    return key in names or any(
        len(name) >= SHORTEST and key.startswith(name) and len(key) - len(name) <= ENDING for name in names
    )


def _same_thing(key: str, other: str) -> bool:
    """Whether the names are the same but for spaces, as `StoragePolicy` and `storage policy` are."""
    return key.replace(" ", "") == other.replace(" ", "")


def _alike(key: str, other: str) -> bool:
    """Whether two words of another language are forms of one, or one is written within the other."""
    short, long = sorted((key, other), key=len)
    if HAN.search(key):
        return other.endswith(key)
    return (
        long.startswith(short[: max(SHORTEST, len(short) - ENDING)]) and len(long) - len(short) <= ENDING + 1
    )


def _with_attributes(found: Iterable[Named]) -> Iterator[Named]:
    """Each name once, with all attributes said of it."""
    merged: dict[str, Named] = {}
    for each in found:
        key = _key(_in_singular(each.name)).replace(" ", "")
        old = merged.get(key)
        attributes = tuple(dict.fromkeys((*(old.attributes if old else ()), *each.attributes)))
        first = old or each
        merged[key] = Named(_in_singular(first.name), first.lines, attributes)
    yield from merged.values()


def _in_singular(name: str) -> str:
    """A plain name of several in the singular; identifiers and names in other scripts stay as they are."""
    *before, head = name.split()
    plain = head.isascii() and head[1:].islower()
    one = singular(head.casefold())
    return " ".join((*before, (one.capitalize() if head[0].isupper() else one) if plain else head))


def _key(name: str) -> str:
    return re.sub(
        r"(?<=[a-z]{3})(?:ies|es|s)\b", "", re.sub(r"[^\w\u3400-\u9fff]+", " ", name.casefold()).strip()
    )


def _located(each: Named, texts: tuple[tuple[int, str], ...]) -> Named:
    if each.lines:
        return each
    wanted = each.name.casefold()
    first = next((line for line, text in texts if wanted in text), 0)
    return Named(capital(each.name), (first,) if first else (), each.attributes)
