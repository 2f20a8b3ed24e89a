"""What is ours and what is others': interfaces the document describes itself, what the product is made for, ways to talk to somebody else."""

import re

from agents.builtin.planning.drawing.aside import texts_of
from agents.builtin.planning.drawing.mandates import MADE_FOR, Mandate, without_refused
from agents.builtin.planning.drawing.part_names import NUMBERED
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies

# So many requirements below a heading describe what it names.
FEWEST = 2
SENTENCE = re.compile(r"(?<=[.;!?])\s")
PUT_OFF = re.compile(
    r"\b(?:perhaps|maybe|possibly|later|future|one day|(?:in|with|for) (?:v|version ?|phase )[2-9])\b",
    re.IGNORECASE,
)
INTERFACE = re.compile(r".+ API", re.IGNORECASE)


def is_ours(name: str, entries: Entries) -> bool:
    """Whether the document describes this interface itself, or the product is an operator or a plugin of it."""
    if technologies(name) and re.search(rf"(?<!\w){re.escape(name)}{MADE_FOR}", entries.opening):
        return True
    if not INTERFACE.fullmatch(name) or KNOWN.search(name):
        return False
    below = sum(
        any(NUMBERED.sub("", heading).casefold() == name.casefold() for heading in trail)
        for each in entries.requirements
        if each.lines and (trail := entries.trails.get(each.lines[0], ()))
    )
    return below >= FEWEST


def spoken_with_others(named: tuple[Mandate, ...], entries: Entries) -> frozenset[str]:
    """The technologies that are there to talk with somebody else, as in `talks to the payment service over gRPC`."""
    texts = texts_of(entries)
    return frozenset(
        each.name
        for each in named
        if each.use in {"framework", "protocol"}
        and re.search(
            rf"\b(?:talks?|speaks?|connects?|calls?)\b[^.;]{{0,80}} (?:over|via|through|by|using) {re.escape(each.name)}(?!\w)",
            texts.get(each.by, ""),
            re.IGNORECASE,
        )
    )


# What is done with a system that stands outside.
TALKS = re.compile(
    r"\b(?:authenticat\w+|bill(?:ing|s)?|bookings?|communicat\w+|connect\w*|deliver\w*|e-?mails?|exchang\w+|export\w*|fetch\w*|go(?:es)? through|import\w*"
    r"|integrat\w+|interfac\w+|invoic\w+|log(?:s|ged)?[- ]?ins?|mails?|messages?|pay(?:s|ments?)?|posts?|pull\w*|push\w*|reads?|sends?|sent|sign(?:s|ed)?[- ]?(?:in|on)"
    r"|sms|sso|sync\w*|talks?|transfer\w*|(?:must|shall|should|will|has to|have to) use|writes?|schnittstelle\w*|anbind\w+|angebunden|intégr\w+|integr\w+)\b",
    re.IGNORECASE,
)


def is_bound_to(name: str, entries: Entries) -> bool:
    """Whether a limit says that the product talks to a system: `must integrate with SAP`; then it is there, whatever the functions say."""
    key = name.casefold()
    return any(key in each.text.casefold() and TALKS.search(each.text) for each in entries.constraints)


def is_put_off(name: str, entries: Entries) -> bool:
    """Whether every sentence that names a system leaves it to another time: `iCloud backup perhaps in version 2`."""
    key = name.casefold()
    near = (line for line in entries.source if key in line.casefold())
    said = [each for line in near for each in SENTENCE.split(line) if key in each.casefold()]
    return bool(said) and all(map(PUT_OFF.search, said))


def is_refused(name: str, entries: Entries) -> bool:
    """Whether the document speaks of a system only to do without it: `OpenAI must not be used`, `kein Firebase`."""
    key = name.casefold()
    told = [text for text in entries.told() if key in text.casefold()]
    out = any(key in each.text.casefold() for each in entries.non_goals)
    if not told and not out:
        # Named where nothing was read, as in `hosted here, kein Firebase`.
        told = [line for line in entries.source if key in line.casefold()]
    return (bool(told) or out) and not any(key in without_refused(text).casefold() for text in told)
