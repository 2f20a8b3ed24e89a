"""Whether a statement of a short text asks for a quality in plain words, and for which one."""

import re
from functools import lru_cache

from agents.builtin.reader.words.plain_words import PLAIN
from agents.builtin.reader.words.verbs import VERB_STEMS
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Category

WORDS: tuple[tuple[Category, Seldom], ...] = tuple(
    (category, Seldom(words, re.IGNORECASE)) for category, words in PLAIN
)
# What the product does or lets people do, however it goes on: `Send the names to nobody but the cook`.
DOES = Seldom(
    rf"^(?!(?:keep|make|let|finish|run|work|start|test|backup|like|order|record|share)\b)"
    rf"(?:{VERB_STEMS}(?:s|es)?) (?:the|an?|all|every|each|me|us|it|them|him|her|its|my|our|only|to|when|if|\d+)\b",
    re.IGNORECASE,
)
# `If the server is down, mail the owner`: what happens then, and nothing it has to bear.
TELLS_SOMEBODY = Seldom(
    r"\b(?:e-?mails?|notif(?:y|ies)|alerts?|warns?|texts?|pings?|tells?|informs?) (?:me|us|him|her|them|somebody|someone|the [\w-]+)\b"
    r"|\bgets? (?:an? |the )?(?:[\w-]+ )?(?:e-?mails?|messages?|warnings?|texts?|notifications?|alerts?|sms|push)\b"
    r"|\bsends?\b|\bretr(?:y|ies)\b",
    re.IGNORECASE,
)
BEARING: frozenset[Category] = frozenset({"availability", "reliability"})
# Nobody asks for a quality at such length.
LONGEST = 300


@lru_cache(maxsize=512)
def plainly(text: str) -> Category | None:
    """The quality that the words of a short text ask for without its name, or None."""
    if len(text) > LONGEST or DOES.match(text):
        return None
    found = next((category for category, words in WORDS if words.search(text)), None)
    return None if found in BEARING and TELLS_SOMEBODY.search(text) else found
