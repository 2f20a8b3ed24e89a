"""What an entry below `Implementation decisions` decides, clause by clause: what the product does, how fast it is, and what it is made with."""

import re
from collections.abc import Iterator

from agents.builtin.reader.findings import Finding, Kind
from agents.builtin.reader.statements.entry import entry
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.text.inline import capital, split_lead
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.sentences import sentences_of
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.choices import mandates
from agents.builtin.reader.words.rule_words import DECIDED
from agents.builtin.reader.words.technology import technologies
from agents.builtin.seldom import Seldom

# A clause with fewer words only says more of the one before.
FEWEST_WORDS = 4
CLAUSE = re.compile(r";\s+(?![^()]*\))")
_SLOWLY = r"(?:only |also |never |always |then )?"
# `Players send orders`, `the first start registers a name`, `own moves are drawn at once`: who does what, or what is done.
DOES = Seldom(
    r"^(?:(?:own|other|the|each|all|every|an?|first) )?(?:[\w'’-]+ ){0,2}?"
    rf"(?:[\w-]+s {_SLOWLY}(?:{verbs.VERB_STEMS}|ship|work)|[\w-]+ {_SLOWLY}(?:{verbs.VERB_STEMS}(?:s|es)|ships|works))\b(?!-)\s+\S"
    r"|^(?:[\w'’-]+ ){1,4}?(?:(?:is|are) )?(?:allowed|computed|decoupled|displayed|drawn|forbidden|hidden|kept|loaded|rendered|resolved|saved|sent|shown|sorted)\b",
    re.IGNORECASE,
)
# `20 Hz`, `60+ fps`: so often it happens.
OFTEN = re.compile(r"\d\+? ?(?:hz|fps|frames per second|times (?:a|per) (?:second|minute))\b", re.IGNORECASE)


def decided(text: str, lines: tuple[int, ...], place: Place) -> Iterator[Finding]:
    """The clauses of one decision, each as what it decides; none where it says only one thing. The first keeps the words in front of the colon."""
    for at, (clause, kind) in enumerate(_clauses(text, place)):
        if kind is None and at == 0:
            yield from entry(f"{place.lead}: {clause}", lines, place)
        elif kind is None:
            yield from entry(clause, lines, place._replace(lead="", prose=True))
        else:
            category = (category_of(clause) or "performance") if kind == "nonfunctional" else ""
            yield Finding(kind, capital(clause), lines, lead=place.lead, area=place.area, category=category)


def _clauses(text: str, place: Place) -> Iterator[tuple[str, Kind | None]]:
    """The clauses with their kinds; None leaves the kind to where it stands."""
    if place.topic != "technical" or not DECIDED.search(place.heading):
        return
    lead, words = split_lead(text)
    if not lead:
        return
    clauses: list[tuple[str, Kind | None]] = []
    for clause in (part.strip(" .") for said in sentences_of(words) for part in CLAUSE.split(said)):
        kind = _kind(clause)
        if clauses and kind is None and nature.size(clause) < FEWEST_WORDS:
            clauses[-1] = (f"{clauses[-1][0]}; {clause}", clauses[-1][1])
        else:
            clauses.append((clause, kind))
    if any(kind for _, kind in clauses):
        yield from clauses


def _kind(clause: str) -> Kind | None:
    if technologies(clause) or mandates(clause) or nature.is_for_later(clause) or nature.is_question(clause):
        return None
    if OFTEN.search(clause):
        return "nonfunctional"
    if target_of(clause) is None and (nature.STRONG.search(clause) or nature.IDLE.match(clause)):
        return None
    return "functional" if DOES.match(clause) or verbs.VERBS.match(clause) else None
