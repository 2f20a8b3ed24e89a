"""Wishes about many demands at once, said by what they have in common: `drop all could-haves`, `make everything must`."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining.lists import demands
from agents.builtin.planning.refining.named import PRIORITY
from agents.builtin.reader.text.labels import priority_in
from agents.builtin.seldom import Seldom

_ALL = r"(?:(?:all|every|each|any)(?: (?:of|single))?(?: the| our)?|the|our)"
_THINGS = r"(?:requirements?|features?|demands?|stories|items|points|entries)"
# `all could-haves`, `the nice-to-haves`
_HAVES = Seldom(
    rf"(?:\b{_ALL} )?\b(?P<priority>must|should|could|won['’]?t|nice[- ]to)(?:[- ]haves|-have)(?: {_THINGS})?(?![\w-])",
    re.IGNORECASE,
)
# `drop everything that is could`, `postpone all requirements with priority should`
_RANKED = Seldom(
    rf"(?P<before>(?:drop|defer|restore) )(?:everything|all|{_ALL} {_THINGS})"
    rf"(?: (?:that|which) (?:is|are)| (?:with|of)(?: (?:the )?priority)?| (?:marked|ranked|rated)(?: as)?)? (?:an? |only )?{PRIORITY}(?: priority)?",
    re.IGNORECASE,
)
# `make everything must`, `all requirements are must`, `everything must`: no demand of the product, but how much each matters.
_EVERY = rf"(?:everything|all(?: of (?:it|them))?|{_ALL} {_THINGS})"
_RAISED = Seldom(
    rf"(?:make|set|mark|change) {_EVERY}(?: as| to| be)? (?:an? )?{PRIORITY}(?: priority)?"
    rf"|{_EVERY}(?:,| is| are| becomes?| should be| shall be| has to be)? (?:an? )?{PRIORITY.replace('priority', 'said')}(?: priority)?",
    re.IGNORECASE,
)


def said_by_ids(words: str, entries: Entries) -> str | None:
    """The wish with the ids of those it means; None where it speaks of no such group, empty words where nobody is in it."""
    if raised := _RAISED.fullmatch(words):
        return _ranked([each.id for each in demands(entries)], raised["priority"] or raised["said"])
    if ranked := _RANKED.fullmatch(words):
        ids = _with_priority(entries, ranked["priority"])
        return f"{ranked['before']}{', '.join(ids)}" if ids else ""
    if haves := _HAVES.search(words):
        ids = _with_priority(entries, haves["priority"])
        return f"{words[: haves.start()]}{', '.join(ids)}{words[haves.end() :]}" if ids else ""
    return None


def _ranked(ids: list[str], priority: str) -> str:
    return f"make {', '.join(ids)} {priority}" if ids else ""


def _with_priority(entries: Entries, said: str) -> list[str]:
    wanted = priority_in("nice to have" if said.casefold().startswith("nice") else said)
    return [each.id for each in demands(entries) if each.priority == wanted]
