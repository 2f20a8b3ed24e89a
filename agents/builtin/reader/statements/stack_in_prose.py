"""What the prose in which a text opens says that the product is built with, in sentences that demand nothing and gave nothing."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding
from agents.builtin.reader.statements.unread import gave_words
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.text.inline import plain
from agents.builtin.reader.text.sentences import sentences
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.technology import names_only, technologies
from agents.builtin.reader.words.topic import Topic

OPEN: frozenset[Topic | None] = frozenset({None, "overview", "functional", "feature", "technical"})
FOR_NOW = re.compile(r"^(?:(?:for now|at first|just|only|plain) )+", re.IGNORECASE)
# So many blocks stand before what a document lists, in which it says what the product is.
OPENING = 12
# Of how it is or was, of what was weighed, and of what may come.
NOT_NOW = re.compile(
    r"\b(?:today|currently|at the moment|at present|so far|until now|old|legacy|former|was|were|had|tried|looked|considered|evaluated|weighed|instead of"
    r"|replac\w+|maybe|perhaps|later|one day|might|may come|could|like|know|knows|familiar)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:]\s+|\s+(?:and|while)\s+")
_PART = r"(?:front-?end|back-?end|database|db|server|app|application|api|client|ui|job|service|stack|cluster|plug-?in|extension|site|bot|tool|program|library|cli|script)"
# `Svelte frontend`, `MariaDB exists`, `OpenShift is where it runs`.
NAMED_FIRST = re.compile(
    rf"(?: \d[\w.]*\+?)? (?:{_PART}s?(?=$| that | which | for | \()|exists\b|between (?:them|the \w+)|is (?:where it runs|(?:already )?(?:there|used|given|mandatory|set)\b))",
    re.IGNORECASE,
)
# `a tool in Rust`, `data is stored in Postgres`, `IndexedDB through Dexie`.
MADE_WITH = re.compile(
    rf"\b(?:{_PART}|data|everything|it|built|cached|deployed|hosted|implemented|kept|made|runs?|scheduled|stored|written)\b[^,;.]{{0,30}}? "
    r"(?:in|on|with|by|using|through|via) (?:the |our |an? )?$"
    rf"|\b(?:{_PART}|it|product|system|we) (?:will )?uses? $",
    re.IGNORECASE,
)


def with_stack(
    places: tuple[tuple[Block, Topic | None], ...], findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The findings, and those sentences as constraints behind them."""
    return (*findings, *_told(places, findings)) if findings else ()


def _told(places: tuple[tuple[Block, Topic | None], ...], findings: tuple[Finding, ...]) -> Iterator[Finding]:
    firm = tuple(each for each in findings if each.kind != "deferred")
    for block, topic in places[:OPENING]:
        if block.shape != "paragraph" or topic not in OPEN:
            continue
        for words, lines in sentences(block):
            for part in plain(words).split(";"):
                said = part.strip()
                if chooses(said) and not gave_words(said, lines, firm):
                    yield Finding("constraint", said, lines)


def chooses(words: str) -> bool:
    """Whether a sentence says what the product is built with, as it will be."""
    if not technologies(words) or nature.tells_of_before(words):
        return False
    clauses = CLAUSE.split(words.rstrip(" ."))
    return any(not NOT_NOW.search(clause) and _chooses(FOR_NOW.sub("", clause)) for clause in clauses)


def _chooses(clause: str) -> bool:
    if names_only(clause):
        return True
    for _, name in technologies(clause):
        at = clause.find(name)
        if at >= 0 and (NAMED_FIRST.match(clause, at + len(name)) or MADE_WITH.search(clause[:at])):
            return True
    return False
