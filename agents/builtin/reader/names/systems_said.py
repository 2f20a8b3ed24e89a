"""The outside systems a text names in passing: behind a label, in brackets after a way to log in, as where data is sent."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import capital, split_lead
from agents.builtin.reader.words.services import KNOWN, ORDINARY
from agents.builtin.reader.words.technology import technologies

# `Runtime dependencies: Acme Maps and Plotly`, `Integrations: Zotero, Mendeley`.
LABEL = re.compile(
    r"^(?:(?:runtime|external|key|third[- ]party|technical) )?"
    r"(?:dependenc(?:y|ies)|integrations?|integrates? with"
    r"|(?:external|third[- ]party) (?:services?|systems?|apis?|tools?))$",
    re.IGNORECASE,
)
LISTED = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s*/\s*|;\s*")
ASIDE = re.compile(r"\s*\([^()]*\)")
KIND_OF = re.compile(
    r"\s+(?:integrations?|apis?|services?|plug-?ins?|accounts?)(?: (?:changes?|outages?|downtime|(?:rate )?limits?))?$",
    re.IGNORECASE,
)
# `Social login (Google, Apple)`: whose accounts people log in with.
LOGIN = re.compile(
    r"\b(?:social|third-party|federated|oauth)[ -]?"
    r"(?:log-?ins?|sign-?(?:in|on|up)s?|auth(?:entication)?|providers?)\b[^()\n.;]{0,20}\("
    r"(?:e\.g\.,? |via |with )?([^()\n]{3,60})\)",
    re.IGNORECASE,
)
# `Google/Apple sign-in`.
SIGN_IN = re.compile(
    r"\b([A-Z]\w+(?:(?:/|, | and | or )[A-Z]\w+){1,4}) (?:[Ss]ign[- ]?[Ii]n|[Ll]og[- ]?[Ii]n|OAuth|SSO)\b"
)
# A store of one's own is no outside system; one that is sent what others look for is: `sends events to Kafka`.
SENT_TO = re.compile(
    r"\b(?i:sends?|prox(?:y|ies)|forwards?|push(?:es)?|exports?|publish(?:es)?|streams?|integrates?"
    r"|connects?)\b[^.;\n]{0,50}? "
    r"(?:to|with) (Elasticsearch|OpenSearch|Algolia|Kafka|BigQuery|Snowflake|RabbitMQ|Splunk)\b"
)
# `Talks to the Payment service over gRPC`, `asks the existing customer service`: what others of the company run.
NEIGHBOUR = re.compile(
    r"\b[Tt]alks? (?:to|with) (?:the |our |an? )?((?!the |our |this |that |each )(?:[A-Z]?[a-z]{2,20} ){1,2}[Ss]ervice) "
    r"(?:over|via|through|by|using) (?:gRPC|REST|HTTPS?|SOAP|GraphQL|AMQP|MQTT|Kafka|(?:its|an?) (?:REST )?API|messages|events)\b"
    r"|\b(?:from|to|by|with|[Aa]sks?|[Cc]alls?|[Uu]ses?|[Qq]uer(?:y|ies)) (?:the|our|an?|its) (?:existing|legacy|company['’]s|in-house) "
    r"((?:[a-z]{2,20} ){1,2}(?:service|system|platform))\b"
)
LONGEST: Final = 3
# What stands before an ordinary word that is the name of a system. It is prepared once and not with each name: so many signs take long.
AS_A_NAME = re.compile(r"(?:[a-z,:/] |[(/\u3040-\u30ff\u3400-\u9fff])\Z")
# `Funnel: Linear steps to a sale`: behind a colon a sentence begins, and with it a capital.
GOES_ON = re.compile(r" (?!and\b|or\b|for\b|to\b|via\b|as\b)[a-z]")
# What ranks other things is written like a name: `High`, `Medium`, `Low`.
RANKS = frozenset({"Medium", "Critical"})
RANKED = re.compile(r"\b(?:High|Low)\b")
# `Knowledge Base` and `Base Entity` are one name each, and `Base class` is none.
JOINED_BEFORE: Final = {
    "Base": re.compile(r"[A-Z][a-z]+ \Z"),
    # The memory a program takes, and no feed.
    "RSS": re.compile(r"\d ?[KMG]i?B(?: of)? \Z"),
}
JOINED_BEHIND: Final = {
    # `Epic 4` is a chapter of the plan.
    "Epic": re.compile(r" \d"),
    "RSS": re.compile(r" ?(?:[<>≤≥=:~]|(?:under|below|at most|max\.?|of) )? ?\d"),
    "Base": re.compile(
        r" (?:[A-Z]|(?:class|model|url|unit|price|rate|case|layer|currency|path|image|template|theme)\b)"
    ),
}
# `External systems: No Acme, no kiosks.`
NONE_OF = re.compile(r"(?:no|none|not|never|without|kein\w*|aucune?|ningun\w*)\b", re.IGNORECASE)
NOTHING = re.compile(r"(?!)")
LONGEST_WORD: Final = 20
# How often a word is written small before its capital says nothing.
OFTEN: Final = 3


def said(block: Block, *, is_name: Callable[[str], bool]) -> Iterator[str]:
    """The systems one block names so; `is_name` tells whether capitals mean a name in this document."""
    if block.shape == "item":
        lead, words = split_lead(block.raw)
        if lead and LABEL.match(lead) and not NONE_OF.match(words):
            named = [KIND_OF.sub("", part.strip(" .")) for part in LISTED.split(ASIDE.sub("", words))]
            if all(0 < len(name.split()) <= LONGEST for name in named):
                yield from filter(is_name, named)
    for each in (*LOGIN.finditer(block.text), *SIGN_IN.finditer(block.text)):
        yield from (name for name in map(str.strip, LISTED.split(each[1])) if is_name(name))
    yield from (each[1] for each in SENT_TO.finditer(block.text))
    if "service" in block.text.casefold() or "legacy" in block.text or "existing" in block.text:
        yield from (capital(each[1] or each[2]) for each in NEIGHBOUR.finditer(block.text))


# What stands in brackets.
BRACKETED = re.compile(r"\(([^()]+)\)")
# `(Acme Flights, Stay.example, Viator)`: names of a list in which others are known.
ONE_NAME = re.compile(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?")


def beside_known(text: str) -> Iterator[str]:
    """The names in brackets among which at least as many are known as not."""
    for bracketed in BRACKETED.findall(text):
        parts = [part.strip() for part in bracketed.split(",")]
        known = [KNOWN.fullmatch(part) is not None and part not in ORDINARY for part in parts]
        if len(parts) > 1 and 2 * sum(known) >= len(parts):
            yield from (
                part
                for part, is_known in zip(parts, known, strict=True)
                if not is_known and ONE_NAME.fullmatch(part) and not technologies(part)
            )


def meant(name: str, body: str) -> bool:
    """Whether an ordinary word is the name of a system in this document."""
    if f"{name} " in body and re.search(
        rf"{name}(?<!\w{name}) (?:APIs?|SQL|SDK|accounts?|integration|service|server|bucket|database|webhooks?)\b",
        body,
    ):
        return True
    small = name.casefold()
    if small != name and small in body and re.search(rf"{small}(?<!\w{small})\b", body):
        return False
    if name in RANKS and RANKED.search(body):
        return False
    before, behind = JOINED_BEFORE.get(name, NOTHING), JOINED_BEHIND.get(name, NOTHING)
    found = re.finditer(rf"{name}(?![A-Za-z0-9]| ?/)", body)
    return any(
        AS_A_NAME.search(body[max(0, each.start() - 2) : each.start()])
        and not (body.endswith(": ", 0, each.start()) and GOES_ON.match(body, each.end()))
        and not behind.match(body, each.end())
        and not before.search(body[max(0, each.start() - LONGEST_WORD) : each.start()])
        for each in found
    )


def is_own_word(name: str, body: str) -> bool:
    """Whether the document writes an ordinary word small so often that it means what it says there."""
    small = name.casefold()
    return small != name and len(re.findall(rf"{small}(?<![\w./@-]{small})s?(?![\w/@-])", body)) >= OFTEN
