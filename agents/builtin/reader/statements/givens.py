"""What a statement is below a heading of constraints or of technology: a given, or a demand that stands among them."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.about_quality import PLAIN_QUALITIES, QUALITY_FIRST, is_plain_quality
from agents.builtin.reader.statements.features import announces, demanded, feature, is_idle
from agents.builtin.reader.statements.limitations import limitation
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.seen import is_seen
from agents.builtin.reader.statements.stacks import LONGEST_STATEMENT, decided, of_stack
from agents.builtin.reader.statements.terse import listed_tersely
from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.kept import LIMITS
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.choices import is_choice, mandates
from agents.builtin.reader.words.limits import LICENCE_ALONE
from agents.builtin.reader.words.obligations import binds_makers
from agents.builtin.reader.words.rule_words import (
    ACTS,
    ARCHITECTURE,
    CHOSEN,
    DECIDED,
    DOCUMENT,
    ENDPOINT,
    MEASURED,
    OF_SYSTEM,
    PERSON,
    PLATFORM,
    PROCESS,
    STACK,
    STRUCTURE,
)
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import begins_with_technology, is_technology, technologies
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Category

# These are no part of a stack, however shortly they are put: `Anonymous usage figures only (no PII)`.
TOLD_ANYWHERE: frozenset[Category | None] = frozenset({"privacy", "accessibility", "compliance"})
SHORT = 7
# So long may an entry about a system be that says of nothing what it does: `Ledger 6.0 via our interface, no direct calls`.
LONGEST_GIVEN = 14


# Headings of what holds the product in, and of what stands outside.
BORDERS = re.compile(
    r"\W*(?:(?:scope|project|product|our|the|hard|clear) )?(?:boundar(?:y|ies)|limits?|limitations?|borders?|edges?|guard ?rails|fences?|grenzen|rahmen|limites?|límites)\b",
    re.IGNORECASE,
)
# What is said behind a dash is why.
WHY = re.compile(r"\s[–—]\s.*$", re.DOTALL)
# `Never crash on a bad page`
NEVER = re.compile(r"(?:never|always)\b", re.IGNORECASE)
# `Uses Acme Actions for its builds`
USES_NAMED = re.compile(r"[Uu]ses? (?:the )?[A-Z`]")
# `POST /bills`, or in the columns of a table `/bills | POST`: what the product answers to, also among technical requirements.
CALLED = re.compile(
    r"(?:GET|POST|PUT|PATCH|DELETE)\s+/|/[\w/{}:.*-]{1,80}\W{1,4}(?:GET|POST|PUT|PATCH|DELETE)\b"
)


# `We use the Alarms API instead of timers`: what was chosen, by its name.
WE_USE = Seldom(
    r"[Ww]e (?:will )?(?:use|chose|choose|picked?|went with|go with|rely on|stick (?:to|with)|stay with|stayed with|settled on) (?:the )?[`@A-Z]"
)
# `pubspec.yaml: version 3, no plug-ins`: what a file that the tools of the trade read has to say.
CONFIGURED = re.compile(r"[\w.-]+\.(?:cfg|conf|gradle|ini|json|lock|plist|toml|ya?ml|xml)$", re.IGNORECASE)
# `Prioritize speed over accuracy`: what was decided to favour, and nothing the product does.
STANCE = re.compile(
    r"(?:focus|prioriti[sz]e|treat|delay|defer|favou?r|prefer|optimi[sz]e|emphasi[sz]e|postpone|lean|bias|err)\b",
    re.IGNORECASE,
)
# `Focus on the desk, not on the till`
RATHER = re.compile(r"\b(?:instead of|over|rather than)\b|, (?:and )?not\b", re.IGNORECASE)


def constraint(text: str, place: Place) -> Kind | None:
    """What a statement is among constraints, assumptions, dependencies and technical requirements."""
    if LICENCE_ALONE.fullmatch(text) or is_technology(text) or KNOWN.fullmatch(text.rstrip(". ")):
        return "constraint"
    if beyond := limitation(text, place):
        return beyond
    # Among limits stands what lies beyond them, too: `No route navigation, no social feed`.
    if BORDERS.match(place.heading) and casual.LEFT_ALONE.search(text):
        return "non_goal"
    if BORDERS.match(place.heading) and not place.prose and listed_tersely(text) == "nonfunctional":
        return "nonfunctional"
    # `Assumption: … Risk: … Mitigation: …` below one heading.
    if is_idle(text, place) or (place.prose and announces(text)) or announced(place.lead) == "risk":
        return None
    if CALLED.match(text):
        return "functional"
    if place.lead and PLATFORM.match(place.lead):
        return "constraint"
    # A list of limits names in front the quality that one of them is about.
    named = place.lead and nature.size(place.lead) <= 2 and category_of(place.lead)
    if named and (place.row or not (place.prose or technologies(text) or mandates(text))):
        return "nonfunctional"
    called = announced(place.lead) == "constraint"
    if place.label and place.row and LIMITS.search(place.heading):
        # Whoever gives ids to limits means what the heading says.
        return "constraint"
    if not place.prose and not called and _binds_a_quality(text):
        return "nonfunctional"
    if not place.prose:
        return _required(text) if OF_SYSTEM.search(place.heading) else "constraint"
    if ACTS.search(text):
        return "functional"
    if category_of(text) and nature.STRONG.search(text):
        return "nonfunctional"
    if OF_SYSTEM.search(place.heading) and nature.STRONG.search(text):
        return _required(text)
    if nature.STRONG.search(text) or nature.size(text) <= LONGEST_STATEMENT:
        return "constraint"
    limits = LIMITS.search(place.heading)
    return (
        "constraint"
        if limits or called or technologies(text) or mandates(text) or "constraint" in text.casefold()
        else None
    )


def _binds_a_quality(text: str) -> bool:
    """Whether an entry demands a quality in words that bind, and names nothing that it is made with."""
    binds = nature.STRONG.search(text) or NEVER.match(text)
    named = technologies(text) or mandates(text)
    return bool(binds and not named and category_of(WHY.sub("", text)))


# `I would like to have some kind of history`, `It is important to see when …`: a wish told at length among what is required.
WISHED = re.compile(
    r"(?:(?:because|since|as|so|when|if) [^.,]{3,120}, )?(?:(?:i|we)(?:['’]d| would) (?:really |also )?(?:like|love) (?:to (?:have|see|get|be able)|it (?:if|when)|some|an?)\b"
    r"|(?:i|we) (?:really |also )?(?:want|need) (?:to (?:see|know|have|get|be able|make it (?:clear|visible|visually|obvious|easy))|some|an?)\b"
    r"|(?:it is|it['’]s) (?:very |really |also )?(?:important|essential|crucial|nice|helpful) (?:to|that|for)\b"
    r"|(?:this|that|it) is so (?:that )?(?:you|i|we|users?|people|they) can\b)",
    re.IGNORECASE,
)


def _required(text: str) -> Kind:
    """What a sentence below `System requirements` is, where it says more than what there has to be."""
    if WISHED.match(text) and not technologies(text):
        return "nonfunctional" if is_plain_quality(text) else "functional"
    if is_plain_quality(text):
        return "nonfunctional"
    if not nature.STRONG.search(text) or technologies(text) or mandates(text) or binds_makers(text):
        return "constraint"
    return "nonfunctional" if category_of(text) else "functional"


def chosen_or_measured(text: str) -> Kind | None:
    """What a requirement with an id is that names no deed: a choice, `Detector: YOLO`, or how exact something has to be."""
    lead, words = split_lead(text)
    if MEASURED.search(text):
        return "nonfunctional"
    chosen = lead and technologies(words) and is_choice(lead, words)
    return "constraint" if chosen and not nature.STRONG.search(words) else None


def _is_settled(text: str, place: Place) -> bool:
    """Whether an entry says how the work is done, or what was decided: in a table anything, in a list what is favoured."""
    decided_there = DECIDED.search(place.heading) and (place.row or STANCE.match(text))
    favoured = STANCE.match(text) and RATHER.search(text)
    return bool(PROCESS.match(place.heading) or decided_there or favoured)


def technical(text: str, place: Place) -> Kind | None:
    """What a statement is where a document tells how the product is made and what with."""
    if is_idle(text, place):
        return None
    if DOCUMENT.match(place.lead) or CONFIGURED.match(place.lead):
        return "functional" if DOCUMENT.match(place.lead) else "constraint"
    if not place.prose and _is_settled(text, place):
        return "functional" if place.row and is_seen(text, place) else "constraint"
    asked = OF_SYSTEM.search(place.heading) or category_of(text) in TOLD_ANYWHERE
    if not place.prose and (QUALITY_FIRST.match(text) or (asked and is_plain_quality(text))):
        return "nonfunctional"
    if PLATFORM.match(place.heading) and not nature.STRONG.search(text):
        return "constraint"
    named = category_of(place.lead) if place.lead else None
    of_quality = named in PLAIN_QUALITIES | {"performance", "security"}
    if of_quality and not (place.prose or technologies(text) or mandates(text)):
        return "nonfunctional"
    chosen = CHOSEN.search(place.heading) and not place.prose
    if chosen and (place.row or (place.lead and nature.size(text) <= LONGEST_STATEMENT)):
        return "constraint"
    if not place.prose and begins_with_technology(text):
        return "constraint"
    if of_quality or category_of(text) == "testability":
        return "nonfunctional"
    if STACK.search(place.lead) or of_stack(text, place):
        return "constraint"
    if (
        nature.STRONG.search(text)
        and category_of(text) in PLAIN_QUALITIES | {"performance"}
        and not mandates(text)
    ):
        return "nonfunctional"
    if ENDPOINT.search(f"{place.lead} {text}"):
        return "functional"
    if WE_USE.match(text) or mandates(text) or STRUCTURE.search(f"{place.area} {text}"):
        return "constraint"
    if place.inside or (place.label and not place.prose and verbs.PRESENT.match(text)):
        return "constraint" if USES_NAMED.match(text) else "functional"
    if technologies(text) and not PERSON.search(text):
        return "constraint"
    if place.prose or place.lead:
        if nature.is_demand(text):
            return demanded(text, place)
        if place.lead and verbs.VERBS.match(place.behind_lead(text)):
            return feature(text, place)
        return "constraint" if decided(text, place) else None
    if (
        place.heading == place.area
        and not CHOSEN.search(place.heading)
        and not STACK.search(f"{place.heading} {text}")
    ):
        return feature(text, place)
    if verbs.VERBS.match(text) and not DECIDED.search(place.heading):
        return feature(text, place)
    if ARCHITECTURE.match(place.heading) and not nature.STRONG.search(text):
        return "constraint"
    few = LONGEST_STATEMENT if STACK.search(text) else SHORT
    system = nature.size(text) <= LONGEST_GIVEN and KNOWN.match(text) and not nature.is_demand(text)
    return "constraint" if system or nature.size(text) <= few else feature(text, place)
