"""Whether the words that stand where a thing is defined name one, and what it is called."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Named
from agents.builtin.reader.names.declared import PART, SMALL_CAMEL, spoken
from agents.builtin.reader.names.fields import bare
from agents.builtin.reader.names.phrases import is_form, stem
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.labels import split_label
from agents.builtin.reader.words.entity_words import COMMON, TAIL
from agents.builtin.reader.words.nature import HAN
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.verbs import VERBS

# What a heading among data says besides the name of a thing.
NO_THING = re.compile(
    r"\b(?:screens?|pages?|views?|ui|bars?|panels?|dialogs?|menus?|buttons?|modals?|sidebar|layout|structure|grid|engine|platform|system|assistant|optimizer|generator|analyzer|pipeline|architecture|requirements?|flow|process|layer"
    r"|module|service|form|scripts?|subscriptions|decisions|rules?|policy|settings|permissions?|management|features?|section|overview"
    r"|enforcement|discovery|generation|handling|reporting|analysis|exploration|processing|validation|monitoring|integration|registration|access"
    r"|authentication|strategy|behaviou?r|\w+[abiu]bility|immutability|typography|stats|statistics|metrics|tests?)$"
    r"|^(?:key|core|main|sample|seed|test|demo|example) .*|^(?:analytics|gamification|social|seo|env|environment variables?|aggregate roots?|bounded contexts?|[a-z]{1,4}[-_ ]?\d+|relationships?|relations|index(?:es)?|indices|constraints?|migrations?|notes?|overview"
    r"|diagram|er diagram|erd|schema|fields?|attributes?|columns?|properties|types?|enums?"
    r"|enumerations?|example.*|storage|persistence|retention|backup.*|validation.*|rules|access.*"
    r"|security.*|core|main|models?|entities|tables?|collections?|data ?(?:model|flow|base|types?)?s?"
    r"|key entities|database.*|state.*|description|purpose|usage|location|format|source|inputs?|outputs?|db"
    r"|(?:primary|foreign) keys?|.*[ _](?:id|by|at))$",
    re.IGNORECASE,
)
SUFFIX = re.compile(
    r"^(?:the|an?)\s+|^[\d.\s)]+|\s*\([^)]*\)"
    r"|\b(?:tables?|entity|entities|model|object|schema|collection|document type|datatype|struct"
    r"|interface|class|tablosu|record type|details|information|infos?|data|fields|attributes|properties"
    r"|types?)\b"
    r"|表$|테이블$|テーブル$",
    re.IGNORECASE,
)
# What everything has names no thing.
ATTRIBUTES = re.compile(
    r"names?|status|dates?|time|e-?mail|ids?|title|description|amount|type|state|numbers?|range|priority|values?|keys?",
    re.IGNORECASE,
)
# Where the words that name a thing end and those begin that say something of it: `Invoice form includes`, `Verkäufe erfassen`.
SAYS = re.compile(
    r"\s+(?:(?:must|shall|should|will|can|may) )?(?:also )?"
    r"(?:has|have|includes?|contains?|displays?|shows?|stores?|consists?|represents?|imports|syncs"
    r"|validates|calculates|captures|appears?|allows|supports|uses|provides|auto-\w+"
    r"|(?:erfassen|verwalten|bearbeiten|anlegen|löschen|anzeigen|erstellen|hinzufügen))\b",
    re.IGNORECASE,
)
# What stands in brackets, begins like a part of a sentence, or is what every program is, names no thing.
NO_NAME = re.compile(
    r"[\[\]{}<>]"
    r"|^(?:as|of|after|before|when|if|for|in|on|at|by|with|within|inside|during|under|between|from|to|and|or|this|that|what|how|include|have"
    r"|must|shall|should|will|may|can|each|every"
    r"|contain|store|common|it|we|they|she|he|you|the|system|app|application|user can|repeat|quit)\b"
    r"(?! \w+ (?:of|model))"
    r"|\s(?:in|to|from|into|via|on|at|always|never)\s",
    re.IGNORECASE,
)
# `Add transaction`, with its fields: what is done to a transaction.
ASKED_OF = re.compile(r"^(?:add|create|edit|new|update|view)\s+(?=[^\W\d_])", re.IGNORECASE)
# `Berths list` shows berths.
LISTING = re.compile(r"^(\w+s) lists?$", re.IGNORECASE)
# `Project details: project name, document version`: what the document says of itself.
OF_DOCUMENT = re.compile(r"projects?|products?|documents?", re.IGNORECASE)
ABOUT_IT = re.compile(
    r"\b(?:version|tagline|author|prepared|(?:project|product|document) (?:name|id|title))\b", re.IGNORECASE
)
# `id UUID PK`, `Show price boolean default true`, `Spring 2027`: a field with its type, or a time.
FIELD_TYPED = re.compile(
    r".+\s(?:uuid|varchar|boolean|bool|int|integer|bigint|serial|decimal|numeric|float|timestamptz|timestamp"
    r"|datetime|jsonb?|enum|string|pk|fk|(?-i:TEXT|DATE|TIME))\b"
    r"|(?:unique|pk|fk|not null|default)$"
    r"|.*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# A name has letters, and more than one sign.
NAMING = re.compile(r"(?=.{2})[^\W\d_]")
IDENTIFIER = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+")
# `bookings.listByDay` is done to things.
CALL = re.compile(r"[a-z]\w*\.[a-z]+[A-Z]")


def thing(words: str, block: Block, fields: tuple[str, ...]) -> Iterator[Named]:
    """What the words at the head of a definition name, with its fields; several identifiers side by side are several things."""
    said = SAYS.split(split_label(plain(words))[2] or plain(words))[0]
    name = re.sub(r"\s{2,}", " ", SUFFIX.sub("", said)).strip(" :：.`*_-–—\"'")
    name = re.split(r"\s+(?:with|for|that|which|per|[-–—])\s", name)[0]
    name = ASKED_OF.sub("", LISTING.sub(r"\1", name))
    if OF_DOCUMENT.fullmatch(name) and any(ABOUT_IT.search(each) for each in fields):
        return
    several = name.split(", ")
    if len(several) > 1 and all(IDENTIFIER.fullmatch(each) for each in several):
        yield from (Named(each, (block.first,)) for each in several)
        return
    most = 8 if HAN.search(name) else 40
    if (
        not 0 < len(name.split()) <= 4
        or len(name) > most
        or NO_THING.search(name.replace("_", " "))
        or NO_NAME.search(name)
        or ATTRIBUTES.fullmatch(name)
        or is_form(name.casefold())
        or _is_asked(name)
        or _is_cut(name)
        or (IDENTIFIER.fullmatch(name) and PART.search(name))
        or name.endswith("ed")
        or _says_more(name)
        or not NAMING.search(name)
        or CALL.search(name)
        or FIELD_TYPED.match(name)
    ):
        return
    yield Named(
        spoken(name) if "_" in name or name.islower() or SMALL_CAMEL.fullmatch(name) else name,
        (block.first,),
        tuple(dict.fromkeys(bare(each)[:80] for each in fields if bare(each)))[:40],
    )


def _is_asked(name: str) -> bool:
    """Whether a word says what to do with what is listed behind it, and is no thing besides: `Extract: dosage, unit`."""
    word = name.casefold()
    return stem(word) == word and singular(word) not in COMMON


def _is_cut(name: str) -> bool:
    """Whether words are a piece of a sentence: `Fills session details`, `Share recordings with`."""
    first, *_, last = name.casefold().split() * 2
    does = stem(first) not in {"", first} and first.endswith("s") and singular(first) not in COMMON
    return last in TAIL or (does and " " in name)


def _says_more(name: str) -> bool:
    """Whether words say what is done, as `Create an order` does and `Build Artifact` and `Ping` do not."""
    words = name.split()
    return len(words) > 1 and bool(VERBS.match(name)) and not all(word[:1].isupper() for word in words)
