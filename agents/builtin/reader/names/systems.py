"""The outside systems a document names: services, platforms and interfaces the product talks to."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from agents.builtin.reader.findings import Finding, Named
from agents.builtin.reader.names.declared import PART
from agents.builtin.reader.names.identifiers import CAMEL
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.names.phrases import stem
from agents.builtin.reader.names.same_names import once
from agents.builtin.reader.names.systems_alike import one_name, other_names
from agents.builtin.reader.names.systems_said import beside_known, is_own_word, meant, said
from agents.builtin.reader.names.systems_typed import CODE, in_haste, once_wanted, typed
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain, split_lead
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.text.page import is_typed
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.entity_words import COMMON
from agents.builtin.reader.words.entity_words import GENERAL as EVERY_DOCUMENT
from agents.builtin.reader.words.mentions import LIKE, LIKENED, LIKENS, ONE_DAY, WITHOUT
from agents.builtin.reader.words.nature import BEFORE
from agents.builtin.reader.words.phrase_words import ADJECTIVES
from agents.builtin.reader.words.services import (
    DOMAIN,
    EXISTING,
    GENERAL,
    GRANTED,
    HOST,
    INFRASTRUCTURE,
    INTERFACE,
    KIND_BY_NAME,
    KIND_JOINED,
    KIND_THEN_NAME,
    KNOWN,
    MOVED,
    NAMED_SOFTWARE,
    OF_A_KIND,
    OF_AWS,
    ORDINARY,
    REACHED,
    SIGNED_IN,
    SPOKEN,
    TITLED,
    WITH,
)
from agents.builtin.reader.words.services_typed import CHANNELS
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic
from agents.builtin.reader.words.verbs import VERBS

# Even beside the name of another system these are mostly mere words: `Knowledge Base (Acme)`.
COMMON_WORDS = frozenset({"Base", "Modal", "Medium"})
# `external systems` may be any.
ANY = re.compile(
    r"(?:external|existing|other|various|multiple|several|different|third-party|popular|current) \w+$"
)
# What an entry says of a system behind its name.
PURPOSE = re.compile(r"\s+(?:for|to|as|via|over|through|using|with)\s+\w.*$|\s*\([^)]*\)\s*$")
# What data comes from or goes to within a product: forms of files, and what its platform calls its parts.
NO_SYSTEM = re.compile(
    r"(?:[A-Z]{2,3}s?|HTTPS?|REST|CRUD|JSON|HTML|YAML|DOCX|XLSX|ConfigMaps?|Secrets?|Excel|Markdown|Word|Redux|Context|Main|Home|Settings)\b"
)
FORM = re.compile(
    r"CI|PDF|TXT|CSV|TSV|DOCX?|XLSX?|PPTX?|JSON|XML|HTML|YAML|PNG|JPE?G|SVG|GIF|ZIP|MP[34]|WAV|EPUB|ICS"
    r"|iCal|RFC|ISO|IEC|WCAG|LaTeX|Excel|Word|Markdown|GeoJSON|GPX|KML|Parquet|SQL|UTF-8"
)
# Headings that mean outside systems and say something else in other documents: what somebody depends on may be a library.
JOINED = re.compile(
    r"\b(?:upstream|downstream|external|third-party|service) (?:dependencies|interfaces)\b|\bpayment (?:gateways|providers)\b",
    re.IGNORECASE,
)
# `| Service | Contract |` above `pc-ledger-svc`: what the other services of a company are called.
SERVICES = re.compile(
    r"^(?:(?:external|upstream|downstream) )?(?:services?|systems?|dependenc(?:y|ies))$", re.IGNORECASE
)
SERVICE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+){1,5}")
# What a heading names in brackets: `Payments (Acme Pay)`.
BRACKETED = re.compile(r"\(([^()]+)\)")
# `Development rules (Cursor)`: with what people write the product.
DEVELOPING = re.compile(r"\b(?:develop\w+|coding)\b", re.IGNORECASE)
# Where a document speaks of others, of what people use besides it, of what it is not, and of how it will be judged.
# What may go wrong and what is asked name what the product depends on.
SILENT: frozenset[Topic | None] = frozenset(
    {"neutral", "background", "non_goal", "deferred", "metric", "actor"}
)
AGAIN = 3
MOST = 20
# `Payment Provider` among the actors of a product.
OUTSIDE = re.compile(
    r"(?:External |Third-party )?(?:[A-Z][\w-]* ){1,2}(?:[Pp]rovider|[Gg]ateway|[Ss]ervice|[Pp]rocessor|API)"
)
# Each name is held against every other one, and no product talks to so many systems.
MOST_COMPARED = 300
# Words of every document; alone before `API` they name nothing.
EVERYDAY = COMMON | EVERY_DOCUMENT | PERSONS
# `Stripe/Adyen` are two systems, as no path is.
BESIDE = re.compile(r"(?<![\w./-])([a-z]*[A-Z]\w*)/(?=[A-Z])")
# `Parallel API calls`: at the beginning of a sentence any word has a capital, and what follows says that no interface is named.
OF_USE = re.compile(
    r" (?:calls?|limits?|requests?|errors?|keys?|responses?|contracts?|docs|design|versioning|tests?)\b"
)
BEGINS = re.compile(r"[.:;!?–—] ")
# What stands between the name of a system and `API` and names nothing.
OF_ALL = re.compile(r"REST|HTTP|Web|JSON|GraphQL|Public|\.?NET|v\d[\d.]*")
LABEL = re.compile(r"(?:[A-Z]{1,8}[-_. ]){0,2}[A-Z]{1,8}[-_. ]?\d[\d.-]*[a-z]?")


def integrations(
    findings: Iterable[Finding], places: Iterable[tuple[Block, Topic | None]], *, product: str
) -> tuple[Named, ...]:
    """The outside systems named where the document speaks about itself, and not about its market."""
    found: list[Named] = []
    listed = tuple(places)
    body = "\n".join(block.text for block, _ in listed)
    doubtful = frozenset(name for name in ORDINARY if name in body and not meant(name, body))
    # What a document writes small again and again is a word of its own, whatever stands beside it.
    own_words = frozenset(name for name in doubtful if is_own_word(name, body))
    for block, topic in listed:
        if topic == "actor" and (actor := _acting(block)):
            found.append(Named(actor, (block.first,)))
        if topic in SILENT:
            continue
        if block.shape == "heading":
            titled = TITLED.match(block.text)
            if titled and _is_name(titled[1], body):
                found.append(Named(titled[1], (block.first,)))
            for bracketed in () if DEVELOPING.search(block.text) else BRACKETED.findall(block.text):
                found.extend(Named(name, (block.first,)) for name in _systems(bracketed, doubtful))
            continue
        below = block.above[-1].text if block.above else ""
        outside = "integration" in {topic, announced(below)} or JOINED.search(below)
        listing = _listed(block, body) if outside else ""
        if listing:
            found.append(Named(listing, (block.first,)))
        if not listing or SERVICE.fullmatch(listing):
            in_passing = said(block, is_name=lambda name: _is_name(name, body))
            named = (name for name in _systems(block.text, doubtful) if name not in own_words)
            names = (*named, *_moved(block.text, body), *in_passing)
            found.extend(
                Named(name, (block.first,))
                for name in names
                if not (HOST.fullmatch(name) or CODE.search(name))
            )
    names = tuple(dict.fromkeys(each.name for each in found))[:MOST_COMPARED]
    called = {name: one_name(name, names) for name in names}
    found = [Named(called[each.name], each.lines) for each in found if each.name in called]
    if is_typed(block for block, _ in listed):
        found += in_haste(block for block, topic in listed if topic not in SILENT)
        found = [*once_wanted(found, findings, body)]
        found += typed(findings, beside=[each.name for each in found])
    own = product.casefold()
    # `by SMS (Twilio)`: who carries a message is no second name for it.
    beside = [each for each in found if each.name not in CHANNELS]
    again = {*other_names(beside, body), *_short_names(product, body)}
    several = sum(OF_AWS.fullmatch(each.name) is not None for each in found) > 1
    kept = (
        each
        for each in found
        if each.name.casefold() not in {own, "", *again}
        and not (several and each.name == "AWS")
        and not (INFRASTRUCTURE.fullmatch(each.name) and body.count(each.name) < AGAIN)
        and not (INTERFACE.fullmatch(each.name) and _is_own(each.name, own))
    )
    return once(kept, most=MOST)


def _is_own(name: str, own: str) -> bool:
    """Whether an interface is the product's: it has its name, or that of what it is made with, as `Spring Boot API` has."""
    made = technologies(name) and not KNOWN.search(name)
    return bool(made or (own and name.casefold().startswith(own)))


def _short_names(product: str, body: str) -> Iterator[str]:
    """What a document calls its product for short: `School Management System (SchoolMS)`."""
    for found in re.finditer(rf"{re.escape(product)}\s*\(([^()]{{2,30}})\)", body) if product else ():
        yield found[1].strip("` *").casefold()


def _listed(block: Block, body: str) -> str:
    """The system an entry of a list of systems is about; nothing when it is a sentence or names none."""
    if block.shape not in {"item", "row"} or not block.top:
        return ""
    if block.columns and SERVICES.match(block.columns[0]) and SERVICE.fullmatch(block.cells[0].strip(" `*")):
        return block.cells[0].strip(" `*")
    words = split_label(block.cells[0] if block.cells else block.raw)[2]
    lead = PURPOSE.sub("", split_lead(words)[0] or plain(words)).strip(" :.")
    known = KNOWN.search(lead)
    # `Monitor for changes`: something that is done.
    if not known and announced(lead) == "acceptance":
        return ""
    if not known and " " not in lead and lead != plain(words).strip(" :.") and VERBS.match(f"{lead} it"):
        return ""
    rest = lead.replace(known.group(), "") if known else ""
    if known and (any(map(GENERAL.match, rest.split())) or not _all_names(rest, body)):
        return known.group()
    # `LearningResourceRepository` is a part of the program.
    kind = (
        LABEL.fullmatch(lead) or (CAMEL.fullmatch(lead) and PART.search(lead)) or lead.casefold() in EVERYDAY
    )
    return lead if 0 < len(lead.split()) <= 5 and not kind and _is_name(lead, body) else ""


def _acting(block: Block) -> str:
    """The outside system that a list of those who act names among them."""
    if block.shape not in {"item", "row"} or not block.top:
        return ""
    words = [split_lead(block.raw)[0] or block.text] if block.shape == "item" else block.cells[:2]
    return next((name for name in map(str.strip, words) if OUTSIDE.fullmatch(name)), "")


def _moved(text: str, body: str) -> Iterator[str]:
    """The names of systems that data comes from or goes to, written as nothing else in the document is."""
    for each in MOVED.finditer(_of_now(text)):
        for name in filter(None, each.groups()):
            words = name.rstrip(".").split()
            if (
                len(words) <= 3
                and not NO_SYSTEM.match(name)
                and not KNOWN.search(name)
                and _is_name(" ".join(words), body)
            ):
                yield " ".join(words)


def _is_name(words: str, body: str) -> bool:
    """Whether capitals mean a name here: a known one, or a word the document never writes small."""
    if KNOWN.search(words):
        return True
    named = " ".join(word for word in words.split() if not GENERAL.match(word))
    return bool(named) and "_" not in named and not technologies(words) and _all_names(named, body)


def _all_names(words: str, body: str) -> bool:
    """Whether each word has a capital and is written small nowhere."""
    return not any(
        not (word[:1].isupper() or word[:1].isdigit()) or _stands_in(body, word.casefold())
        for word in words.split()
    )


def _stands_in(body: str, word: str) -> bool:
    """Whether the document writes a word so, by itself or as several, and not only as a part of a path."""
    plain = re.escape(word)
    # What begins with letters is found much sooner than what begins with what must not stand before them.
    return word in body and bool(re.search(rf"{plain}(?<![\w./@-]{plain})s?(?![\w/@-]|\.\w)", body))


@lru_cache(maxsize=1024)
def _of_now(text: str) -> str:
    """The words without what they say of the time before the product, of a time after it, and of others like it."""
    text = LIKE.sub("", text) if LIKENS.search(text) else text
    return WITHOUT.sub("", LIKENED.sub("", ONE_DAY.sub("", BEFORE.sub("", text))))


def _systems(text: str, doubtful: frozenset[str]) -> Iterator[str]:
    text = BESIDE.sub(r"\1 / ", _of_now(text))
    names = [each.group() for each in KNOWN.finditer(text)]
    sure = any(name not in ORDINARY for name in names)
    yield from (name for name in names if name not in doubtful or (sure and name not in COMMON_WORDS))
    for each in INTERFACE.finditer(text):
        if each.group(1).startswith("Web "):
            continue
        words = _interface(each.group(1).split())
        built_in = len(words) == 1 and {use for use, _ in technologies(words[0])} & {"language", "framework"}
        a_word = len(words) == 1 and (len(words[0]) == 1 or words[0].casefold() in EVERYDAY)
        known = KNOWN.search(" ".join(words))
        named = known is not None and known.group() not in ORDINARY
        if (
            len(each.group(1).split()) == 1
            and OF_USE.match(text, each.end())
            and (each.start() == 0 or BEGINS.match(text, max(0, each.start() - 2)))
        ):
            continue
        if words and "-" not in words[0] and not (built_in or a_word or named):
            yield f"{' '.join(words)} API"
    yield from (
        each[1]
        for pattern in (EXISTING, KIND_BY_NAME, KIND_THEN_NAME, DOMAIN)
        for each in pattern.finditer(text)
    )
    reached = (each[1] or each[2] or each[3] for each in REACHED.finditer(text))
    yield from (name for name in reached if not GENERAL.match(name) and name.casefold() not in EVERYDAY)
    yield from (each[1] for each in NAMED_SOFTWARE.finditer(text) if not technologies(each[1]))
    for each in SIGNED_IN.finditer(text):
        yield from (name for name in re.split(r"\W+(?:and |or )?", each[1]) if not GENERAL.match(name))
    yield from (name for name in SPOKEN.findall(text) if not GENERAL.match(name))
    for each in (*OF_A_KIND.finditer(text), *KIND_JOINED.finditer(text)):
        if not ANY.match(each[1]):
            yield each[1][:1].upper() + each[1][1:]
    yield from beside_known(text)
    for each in (*WITH.finditer(text), *GRANTED.finditer(text)):
        words = each.group(1).rstrip(".").split()
        if (
            words
            and not (GENERAL.match(words[0]) or FORM.fullmatch(words[0]))
            and len(words) <= 4
            and not technologies(" ".join(words))
        ):
            yield " ".join(words)


def _interface(words: list[str]) -> list[str]:
    """What an interface is called, without what is done with it and what every interface is."""
    while words and _is_general(words[0]):
        words = words[1:]
    while words and OF_ALL.fullmatch(words[-1]):
        words = words[:-1]
    return words


def _is_general(word: str) -> bool:
    small = word.casefold()
    return bool(
        GENERAL.match(word) or LABEL.fullmatch(word.rstrip(".")) or stem(small) or small in ADJECTIVES
    )
