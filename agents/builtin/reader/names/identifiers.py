"""The things a document writes as identifiers: `StoragePolicy`, `order_id`, `OrderPlaced`, the Daily Canvas."""

import re
from collections import Counter
from collections.abc import Iterator

from agents.builtin.reader.names.declared import spoken
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.names.phrases import is_form, stem
from agents.builtin.reader.names.thing_names import NO_THING
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.entity_words import COMMON, GENERAL, HEADS
from agents.builtin.reader.words.nouns import plural, singular
from agents.builtin.reader.words.occurring import occurring
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies

CAMEL = re.compile(r"\b(?=\w*[a-z])[A-Z]\w*[A-Z]\w{2,}\b(?!\()", re.ASCII)
SMALL = re.compile(r"(?<![\w./-])[a-z]{3,20}(?![\w/-])")
HUMP = re.compile(r"[A-Z][a-z0-9]+|[A-Z]+(?![a-z])|^[a-z]+")
CAPITALISED = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,15} [A-Z][a-z]{2,15})\b(?!-| [A-Z])")
# Identifiers of parts of a program and of models, not of things it keeps.
COMPONENT = re.compile(
    r"(?:Generator|Manager|Builder|Handler|Service|Controller|Parser|Client|Server|Provider|Adapter"
    r"|Factory|Helper|Net|Lite|JSON|SQL|Engine|Store|Storage|Loop|Step|Hub|API|SDK|Exception|Error"
    r"|Screen|View|Page|Widget|Button|Component|Module|Limit|Browser|Core|Decider|App|Failure|Drift|DB"
    r"|UI|Kit|Script|Bot|Pay|Stack|Request|Response|Options|Params|Args|Props|Payload|State|Bar|Panel|Menu|Icon|Dialog"
    r"|Renderer|Reactor|Runner|ID|Id|Result|Logger|Adapter|Plugin|Hook|Middleware|Worker|Router|Broker|Gateway|Portal|Stream|Block|Extender)s?$"
    # What the frameworks of one maker put before their own names.
    r"|^(?:NS|UI|CF|LS|AV|CG|CA|WK|SK)(?=[A-Z][a-z])|^LSUI"
    r"|^(?:Java|Type|Git|Open|My|Postgre|No|Graph|Web|Py|Type|Next|You|Linked|Pay|Mac|Mongo|Dynamo|Redis"
    r"|Cloud|Chat|Face|Block)[A-Z]"
    r"|^(?:Is|On|Set|Make|Todo|Require|With|Paginated)(?=[A-Z]|$)"
)
ACRONYM = re.compile(r"^[A-Z]+s?$|^.{1,5}$|\d|_")
TYPED_LIST = re.compile(
    r"\b(?:entities|objects|CRDs|tables|records|resources|types|models) \(([A-Z]\w+(?:, [A-Z]\w+)+)\)"
)
# `the tables (profiles, recordings, shared_links)`.
TABLES = re.compile(
    r"\b(?:tables|collections|entities|models|record types)(?: for| of)?:? ?\(((?:[a-z]+(?:_[a-z]+)*, ){1,20}(?:and )?[a-z]+(?:_[a-z]+)*)\)"
)
# `Comment datatype`, `StoragePolicy CRD`: the word after the name says that it is a thing.
TYPED = re.compile(
    r"\b([A-Z]\w{2,30}) (?:datatypes?|table|entity|entities|record|CRDs?|objects?|aggregates?|document types?)\b"
)
ASKED = frozenset(
    "add archive assign cancel complete consume create delete deliver edit export get import list load mark move place process query read register remove rename save search send set start stop store submit transfer update upload validate view".split()  # noqa: SIM905  # a list of words reads best as one string
)
# `GET /api/v1/berths/{id}/bookings`: what a path is about stands in the plural.
PATH = re.compile(
    r"\b(?:GET|POST|PUT|PATCH|DELETE)[\s|`]+(?P<path>/[\w{}:/.-]+)"
    r"|(?P<before>/[\w{}:/.-]{1,300}+)`?\s*\|\s*`?(?:GET|POST|PUT|PATCH|DELETE)\b"
)
PLURAL = re.compile(r"[a-z]{3,20}(?:[_-][a-z]{3,20})?s(?<!ss)(?<!us)(?<!is)")
NO_RESOURCES = frozenset(
    {
        "docs",
        "metrics",
        "settings",
        "stats",
        "statistics",
        "analytics",
        "news",
        "sms",
        "credentials",
        "permissions",
        "options",
        "details",
        "params",
    }
)
# `user account`, `profiles of the members`: people who have one are kept too.
ACCOUNT = occurring(
    r"\b(?<!\bno )(?:user|member|customer)s?(?:['’]s?)? (?:accounts?|profiles?|records?)\b"
    r"|\b(?:accounts?|profiles?) (?:of|for) (?:the |each |a |all )?(?:user|member|customer)s?\b"
    r"|\b(?:cuentas?|perfil(?:es)?|contas?|perfis|profili?|compte|profil)s? "
    r"(?:de|do|dell[’']|di|d[’'])\s?(?:usuari[oa]s?|usuári[oa]s?|utenti?|utilisateurs?)\b"
    r"|\b(?:Benutzer|Nutzer)(?:konto|konten|profil\w*|accounts?)\b"
)
MOST = 30
OFTEN = 3
# A name in capitals that is longer is a word, and not an abbreviation.
ABBREVIATED = 3


def identifiers(text: str, body: str, *, english: bool) -> Iterator[str]:
    """Names in the order of their certainty; `text` is what is demanded, `body` the whole document.

    Paths and capitals name things only where the document names them in English too.
    """
    listed = [spoken(name.strip()) for each in TABLES.findall(text) for name in each.split(",")]
    yield from dict.fromkeys(listed)
    listed = [name.strip() for each in TYPED_LIST.findall(text) for name in each.split(",")]
    for name in dict.fromkeys((*TYPED.findall(text), *listed)):
        if name.casefold() not in GENERAL and not KNOWN.search(name) and not technologies(name):
            yield name.capitalize() if name.isupper() and len(name) > ABBREVIATED else name
    for each in PATH.finditer(body if english else ""):
        for part in (each["path"] or each["before"]).split("/"):
            if PLURAL.fullmatch(part) and part not in NO_RESOURCES:
                yield spoken(part)
    written = set(CAMEL.findall(text))
    small = frozenset(SMALL.findall(body))
    for name, _ in Counter(CAMEL.findall(body)).most_common(MOST):
        said = _thing(name)
        if name in written and said and _is_spoken(said, small):
            yield said
    counted = Counter(filter(_may_name, CAPITALISED.findall(body if english else "")))
    yield from (name for name, count in counted.most_common(6) if count >= OFTEN and name in text)


def _may_name(words: str) -> bool:
    """Whether two words in capitals may be the name of a thing, and not of a part of the text, of people or of a quality."""
    head = singular(words.rsplit(" ", 1)[-1].casefold())
    general = head not in HEADS and bool({head, plural(head)} & GENERAL)
    first = words.split(" ", 1)[0].casefold()
    general = general or (stem(first) == first and first not in COMMON)
    part = COMPONENT.search(words.replace(" ", "")) or NO_THING.search(words) or head.endswith("ed")
    return not (
        announced(words) or general or part or head in PERSONS or KNOWN.search(words) or technologies(words)
    )


def _is_spoken(name: str, small: frozenset[str]) -> bool:
    """Whether the last word of an identifier is a noun that programs keep or that the document uses by itself."""
    humps = HUMP.findall(name.rsplit(" ", 1)[-1])
    head = singular(humps[-1].casefold()) if humps else ""
    used = head in small or plural(head) in small
    return head in COMMON or head in HEADS or (used and not {head, plural(head)} & GENERAL)


def _thing(name: str) -> str:
    """What an identifier is about: `PlaceOrder` and `OrderPlaced` are about an order."""
    if ACRONYM.search(name) or COMPONENT.search(name) or technologies(name) or KNOWN.search(name):
        return ""
    humps = HUMP.findall(name)
    done = len(humps) > 1 and is_form(humps[-1].casefold())
    asked = len(humps) > 1 and humps[0].casefold() in ASKED
    if not (done or asked):
        return name if len(humps) > 1 else ""
    left = [hump.casefold() for hump in (humps[1:] if asked else humps[:-1])]
    head = singular(left[-1])
    if left[0] in GENERAL or (stem(head) == head and head not in COMMON):
        return ""
    return " ".join(word.capitalize() for word in (*left[:-1], singular(left[-1])))
