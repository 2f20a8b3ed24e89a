"""Entries that name the parts of a product and what each of them is, beside those that demand something."""

import re

from agents.builtin.reader.text.inline import split_lead
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.words import nature, verbs
from agents.builtin.reader.words.rule_words import CHOSEN, DECIDED, ENDPOINT, PERSON, STACKED

# A name that somebody gave: `Acme Pay`.
NAME = re.compile(r"[A-Z][\w.+-]*(?: [A-Z][\w.+-]*){0,3}")
LONGEST_STATEMENT = 10
LONGEST_PART = 25


def decided(text: str, place: Place) -> bool:
    """Whether an entry that demands nothing names a part and what it is: `Payments: Acme Pay`."""
    lead, words = split_lead(text)
    if verbs.VERBS.match(words or text):
        return False
    if place.prose:
        return bool(STACKED.search(place.heading) and lead and nature.size(text) <= LONGEST_STATEMENT)
    short = CHOSEN.search(place.heading) and nature.size(text) <= LONGEST_STATEMENT
    return bool(DECIDED.search(place.heading) or short or (lead and NAME.fullmatch(words)))


def of_stack(text: str, place: Place) -> bool:
    """Whether an entry stands in a list of what the product is made with, and is no demand of its own."""
    if place.prose or not STACKED.search(place.heading) or nature.size(text) > LONGEST_PART:
        return False
    return not (nature.STRONG.search(text) or PERSON.search(text) or ENDPOINT.search(text))
