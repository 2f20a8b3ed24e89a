"""What a statement is under a heading of features, or under none: a function, a quality, a choice, or nothing to build."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.about_quality import is_quality
from agents.builtin.reader.statements.stacks import LONGEST_STATEMENT
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.rule_words import ASIDE, DOES, OF_LANGUAGE, STRUCTURE
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies

LONGEST_NAME = 4
# `We need a small CLI that compares two schemas`: the thing wanted, with what it does.
WANTED = re.compile(
    r"^(?:we|i) (?:need|want|would like) (?:an? )[^,.;:]{2,60}? (?:that|which) (?!is\b|was\b|has\b)[a-z]{2,}s\b",
    re.IGNORECASE,
)
# `The app plans my week`: the thing itself, and what it does, with whatever verb.
IT_ACTS = re.compile(
    r"^(?:the|our) (?:app|application|bot|game|library|page|plugin|portal|program|script|service|site|system|tool|website)"
    r"(?: (?:also|automatically|then))? (?!(?:is|was|has|does|needs|users|owners|admins|as|its)\b)[a-z]{3,}s "
    r"(?:about|all|an?|after|at|back|before|by|each|every|for|from|how|in|it|me|my|new|on|our|out|people|the|their|them|through|to|up|us|what|when|where|which|who|whom|with|your)\b",
    re.IGNORECASE,
)
# `Prometheus metrics endpoint`, `npm run trello:push`: what there will be, and not with what it is made.
OFFERED = re.compile(
    r"^(?:npm|yarn|pnpm|bun|deno|poetry|uv) run \S|\b(?:metrics|endpoints?|dashboards?|pages?|views?|viewers?|previews?|editors?|screens?|buttons?|charts?|parsers?"
    r"|export(?:er)?s?|import(?:er)?s?|reports?|alerts?|commands?|manifests?|templates?|search|uploads?|downloads?|discovery)\W*$",
    re.IGNORECASE,
)


def is_idle(text: str, place: Place) -> bool:
    """Whether the words demand nothing; one word in a list can be a feature, in prose it cannot."""
    return nature.is_idle(text) if place.prose else bool(nature.IDLE.match(text))


def announces(text: str) -> bool:
    """Whether the words only say that something follows."""
    return text.endswith((":", "："))


def feature(text: str, place: Place) -> Kind | None:
    """The kind of a statement where features are told: an entry counts as it is, a sentence where it demands something."""
    if is_idle(text, place) or (place.prose and announces(text)):
        return None
    if place.prose and place.loose and OF_LANGUAGE.search(text) and DOES.search(text):
        return "functional"
    short = nature.size(text) <= LONGEST_STATEMENT
    if place.prose and place.topic == "integration" and short and KNOWN.search(text):
        return "functional"
    if place.prose:
        given = OF_LANGUAGE.search(text) or (STRUCTURE.search(text) and short)
        return "constraint" if given else demanded(text, place)
    names_a_part = technologies(text) and nature.size(text) <= LONGEST_NAME and not OFFERED.search(text)
    if ASIDE.match(text) or names_a_part:
        return "constraint"
    return "nonfunctional" if is_quality(text, place) else "functional"


def demanded(text: str, place: Place) -> Kind | None:
    """The kind of a statement that counts only where it demands something; None for any other."""
    demands = nature.is_demand(text) or nature.UNIVERSAL.match(text) or nature.SOMEBODY_DOES.match(text)
    if is_idle(text, place) or not (
        demands or (place.loose and (WANTED.match(text) or IT_ACTS.match(text) or nature.is_deed(text)))
    ):
        return None
    return "nonfunctional" if is_quality(text, place) else "functional"
