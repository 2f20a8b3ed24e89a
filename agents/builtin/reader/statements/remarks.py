"""What an entry is that stands under `Notes`, `Details` or `Other things`, where wishes, limits and plain facts are listed alike."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements import casual
from agents.builtin.reader.statements.features import demanded, feature
from agents.builtin.reader.statements.own_words import by_its_words
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import RETAINED, target_of
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.topics import REMARKS
from agents.builtin.reader.words import nature, typed_limits, verbs
from agents.builtin.reader.words.choices import mandates

# `We have no budget`, `No passwords please`, `has to run on the box in the office`.
BINDS = re.compile(
    r"^no [\w -]{3,40},? please\b"
    r"|^(?:it |this )?(?:has to|must|should|needs to|will) (?:run|work|stay|live|be hosted) (?:on|in|behind) (?:the|our|my|an?) ",
    re.IGNORECASE,
)
NOT_NOW = re.compile(r"\bbut not (?:now|yet|for now|in the first version)\b", re.IGNORECASE)
# How many there are of something, and how most people are.
FACT = re.compile(
    r"^(?:about|around|roughly|approx\w*\.?|ca\.?|some|~)? ?\d[\d.,]*k? \w"
    r"|^(?:most|many|some|few|half|none|nobody|everybody|everyone)\b(?: of)?(?: the| our| my)? ?\w* "
    r"(?:never|rarely|hardly|seldom|already|still|often|don['’]t|do not|doesn['’]t)\b"
    r"|\b(?:and|or) (?:i|me) use\b|^nothing fancy\b",
    re.IGNORECASE,
)


def stands_among_remarks(place: Place) -> bool:
    """Whether an entry is one of a list of remarks, which may be anything."""
    plain = place.topic in {None, "feature"} and not place.label
    return plain and not place.prose and bool(REMARKS.fullmatch(place.heading))


def remark(text: str, place: Place) -> Kind | None:
    """The kind of such an entry by its words alone; None for how things are."""
    if NOT_NOW.search(text):
        return "deferred"
    own = by_its_words(text, place)
    if own:
        return own
    if casual.LEFT_ALONE.search(text):
        return "non_goal"
    if BINDS.search(text) or typed_limits.BINDS.search(text) or mandates(text):
        return "constraint"
    if RETAINED.search(text) or (category_of(text) and target_of(text)):
        return "nonfunctional"
    if FACT.search(text) or casual.asks_nothing(text, prose=False):
        return None
    if nature.STRONG.search(text) or verbs.VERBS.match(text) or nature.UNIVERSAL.match(text):
        return demanded(text, place)
    if nature.COPULA.search(text) and not nature.WEAK.search(text):
        return None
    return feature(text, place)
