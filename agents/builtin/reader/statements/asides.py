"""What a statement asks for besides: a quality said in passing, or a technology, price or place it takes for granted."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding, Kind
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.limits import limits
from agents.builtin.reader.words.means import calls_named
from agents.builtin.reader.words.nature import STORY_WITHIN, is_fragment
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.rule_words import PRICE
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import WHOLE, Topic
from agents.schemas.requirements import Category

# Where a document speaks of its people and its past, what it names in passing does not count.
UNSAID: frozenset[Topic] = WHOLE | {"actor", "entity", "background"}
_STANDARD = r"(?:standards?|specifications?|guidelines?|regulations?|best practices|conventions)"
# Words that ask for a quality wherever in a sentence they stand; each pattern stands for at most one demand of a sentence.
_WORDS: tuple[tuple[Category, str], ...] = (
    (
        "privacy",
        (
            r"\b(?:explicit|granular|informed|prior|opt-in)\b(?:,? (?:and )?[\w-]+){0,2} consent\b"
            r"|\b(?:optional|strictly|only),? user-initiated\b"
            r"|\bonly requests? (?:the )?(?:permissions?|access|scopes?)\b"
            r"|\b(?:minimum|minimal|least) (?:required |necessary )?(?:privileges?|permissions?|scopes?)\b"
            r"|\b(?:processed|performed|run|stays?|stored|kept) (?:locally|entirely|only|exclusively) "
            r"(?:with)?in the (?:user['’]s )?(?:browser|device)\b"
            r"|\bno (?:user )?data (?:is|are) (?:logged|sent|stored|shared)\b"
        ),
    ),
    (
        "compatibility",
        (
            r"\bcross-platform\b|\bsingle codebase\b|\bon all (?:screen sizes|major browsers|platforms)\b"
            r"|\b(?:different|all|various) screen sizes\b|\bboth desktop and mobile\b|\bisomorphic\b"
        ),
    ),
    (
        "usability",
        (
            r"\b(?:ensur\w+|provid\w+|guarantee\w*) (?:a |an )?"
            r"(?:consistent|seamless|smooth|intuitive|frictionless) (?:[\w-]+ ){0,3}"
            r"(?:look|experience|feel|interface|navigation|interaction)\b"
            r"|\bmust be (?:intuitive|easy to use|simple to use)\b"
            r"|\bshould be (?:clean|minimal\w*|intuitive|simple|easy to)\b"
            r"|\bseeks? (?:\w+ )?(?:simplicity|ease of use)\b"
            r"|\b(?:intuitive|user-friendly|easy-to-use) (?:and [\w-]+ )?(?:user )?interface\b"
        ),
    ),
    (
        "maintainability",
        (
            r"\b(?:surface|catch|detect|report)\w* \w+ at compile time\b"
            r"|\b(?:require|need|demand|expect)s? (?:also )?type safety\b"
            r"|\bto ensure (?:maintainability|testability)\b"
        ),
    ),
    (
        "usability",
        r"\b(?:comprehensive|complete|thorough|extensive|clear) (?:docs\b|documentation\b)(?:[^.]{0,40}\bexamples?\b)?(?! (?:is|are|of))",
    ),
    (
        "compliance",
        rf"\b(?:aligning|align|conform\w*|compl(?:y|ies|iant|iance)|adher\w+) (?:with|to) .{{0,40}}{_STANDARD}\b|\bwcag\b",
    ),
    ("security", r"\b(?:for|of) security\b(?= \()"),
    ("performance", r"\b(?:for|of|and) performance\b(?= \()"),
    (
        "performance",
        (
            r"\b(?:respond|load|complete|return|finish|render|start|display)\w* (?:\w+ ){0,6}(?:with)?in "
            r"(?:under |less than |at most )?\d[\d.,–-]*\s?(?:ms|milliseconds?|s|seconds?|minutes?)\b"
        ),
    ),
)
QUALITIES = tuple((category, re.compile(words, re.IGNORECASE)) for category, words in _WORDS)
# Technology that a sentence takes for granted without naming a product.
TAKEN = re.compile(
    r"\bon[- ]device (?:[\w()-]+ ){0,3}?"
    r"(?:model|engine|recognition|speech[- ]to[- ]text|STT|NLP|inference|ML)\b"
    r"|\bserver[- ]side render(?:ing|ed)\b|\bstatic(?:ally)? (?:site generation|generated site)\b"
    r"|\b(?:quantized|mobile-optimized|open-weight)\b.{0,40}\bmodel\b",
    re.IGNORECASE,
)
# Names of fixed places: `in a ConfigMap named app-defaults`, `in the build-tools namespace`.
FIXED_PLACE = re.compile(
    r"\b(?:named|called) [a-z]+(?:[-_.][a-z0-9]+)+\b|\b[Rr]egion\b\W{1,3}[a-z]{2}-[a-z]+-\d\b"
    r"|\bin the [a-z]+(?:[-_][a-z0-9]+)+ "
    r"(?:namespace|bucket|schema|directory|folder|branch|repository|project)\b"
)
# What kind of thing it has to be, and the rules that somebody set for making it.
SHAPE = occurring(
    r"\b(?:must|shall|should|will|needs to|has to) be an? (?:[\w-]+ ){0,2}"
    r"(?:web|mobile|desktop|command[- ]line|progressive web|single[- ]page|native)[ -]"
    r"(?:app|application|tool|site|extension)\b"
    r"|\b(?:soll|muss)\b.{0,40}\b(?:web|mobil|desktop)[- ]?anwendung sein\b"
    r"|\bdebe ser una (?:aplicación|app) (?:web|m[óo]vil)\b"
    r"|\bdoit être une application (?:web|mobile)\b"
    r"|\b(?:must|shall|should) (?:follow|adhere to|conform to)\b.{0,60}\b"
    r"(?:guides?|guidelines|conventions?|standards?|scaffold(?:ing)?|template)\b"
    r"|按照.{0,10}规范|在.{0,10}架构下",
)
LICENCE = re.compile(
    r"\b(?:under|released|published|licensed|distributed)\b.{0,40}\b(?:open[- ]source licen[cs]e|AGPL\w*|GPL\w*|MIT|Apache)\b",
    re.IGNORECASE,
)


def besides(kind: Kind | None, text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """The qualities and givens that a statement about something else names in passing."""
    if kind != "constraint" and (within := STORY_WITHIN.search(text)):
        story = within["story"]
        yield Finding("story", story[:1].upper() + story[1:], lines, area=place.area)
    if place.topic in UNSAID or (
        kind is None and not place.prose and not place.lead and not (mandates(text) or calls_named(text))
    ):
        return
    # What a table says of a choice is why it was made.
    silent = kind == "nonfunctional" or (kind == "constraint" and place.row)
    for category in () if silent else qualities(text):
        yield Finding("nonfunctional", text, lines, area=place.area, category=category)
    told = (kind == "functional" and mandates(text)) or (kind == "nonfunctional" and PRICE.search(text))
    if kind != "constraint" and not told and (given(text) or (kind is None and mandates(text))):
        yield Finding("constraint", text, lines, area=place.area)


def qualities(text: str) -> Iterator[Category]:
    """The qualities a longer statement asks for in passing, each once."""
    given: set[str] = set()
    for category, pattern in QUALITIES:
        found = pattern.search(text)
        if found and found.group().casefold() not in given:
            given.add(found.group().casefold())
            yield category


def given(text: str) -> bool:
    """Whether a statement fixes a technology without a name, a place by its name, a licence, a price or another limit."""
    return bool(
        SHAPE.search(text)
        or TAKEN.search(text)
        or FIXED_PLACE.search(text)
        or LICENCE.search(text)
        or PRICE.search(text)
        or limits(text)
        or calls_named(text)
    )


def names_part(words: str, place: Place) -> bool:
    """Whether a further sentence of an entry about the stack, or about what is given, names one more part of it."""
    told = place.topic == "constraint" or (place.topic == "technical" and is_fragment(words))
    return told and bool(technologies(words))
