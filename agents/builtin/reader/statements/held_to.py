"""What a statement is below a heading of qualities, of testing or of looks."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.features import demanded
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import RETAINED, target_of
from agents.builtin.reader.text.places import Place
from agents.builtin.reader.text.sections import PRINCIPLES
from agents.builtin.reader.text.topics import NUMBER
from agents.builtin.reader.words import nature
from agents.builtin.reader.words.rule_words import PLATFORM, TESTED_WITH
from agents.builtin.reader.words.technology import begins_with_technology, technologies
from agents.builtin.reader.words.topic import LOOK
from agents.builtin.seldom import Seldom

# `GDPR support.`, `RBAC.`: below a heading of qualities so few words name one.
LONGEST_NAME = 4
# `IP addresses are dropped at the edge.`: below such a heading a short sentence says how things are kept.
KEPT = Seldom(
    r"(?:No|All|Every|Only|Each)\b|(?!(?:It|This|That|These|Those|There|We|They)\b)[A-Z][\w'’-]*(?: [\w'’-]+){0,4} (?:is|are) (?:never |not |always |only )?(?:[a-z]+ed|kept|held|sent|shown|written|hidden|built|read|left|lost|run)\b"
)
LONGEST_KEPT = 14
# A principle that gives people something to do is a function: `Users can export everything at any time`.
RIGHT = re.compile(r"\busers? (?:can|may|will (?:be able|have the)|are able|have the right)\b", re.IGNORECASE)
# Below the looks of a product, what was chosen by name or number: `Icons: Lucide`, `Primary: #0d9488`; `Colours: calm` is a quality.
LOOKS = re.compile(LOOK, re.IGNORECASE)
DRAWN_WITH = re.compile(
    r"(?:component library|components|ui (?:kit|library|framework)|fonts?(?: family)?|typography|typeface|icons?(?: set| library)?|iconography|animations?|css|styling)$",
    re.IGNORECASE,
)
SET_TO = re.compile(
    r"#[0-9a-f]{3,8}\b|\b\d+(?:\.\d+)? ?(?:px|rem|em|pt)\b|\brgba?\(|\bhsla?\(", re.IGNORECASE
)
BY_NAME = re.compile(
    r"(?!(?i:large|clean|simple|modern|readable|clear|consistent|minimal\w*|bold|legible|friendly|soft|smooth|subtle|high|dark|light|neutral|warm|calm|full|no|all|use)\b)"
    r"(?:[A-Z][\w.+-]*|[a-z]+[/.-][\w/.-]+)(?: [A-Z][\w.+-]*){0,3}(?=\W*$| ?[(,;/+&]| (?:for|with|and)\b)"
)


def held_to(text: str, place: Place) -> Kind | None:
    """What a statement is where a document tells how the product is to be: a quality, or what was chosen for it by name."""
    if (
        LOOKS.match(NUMBER.sub("", place.heading))
        and place.lead
        and _looks_so(place.lead, place.behind_lead(text))
    ):
        return "constraint"
    runs_on = PLATFORM.match(place.heading) and technologies(text)
    if not place.prose and (begins_with_technology(text) or runs_on or TESTED_WITH.search(text)):
        return "constraint"
    told = nature.is_demand(text) or RETAINED.search(text) or (place.lead and category_of(place.lead))
    kept = nature.size(text) <= LONGEST_KEPT and KEPT.match(text)
    named = nature.size(text) <= LONGEST_NAME and category_of(text)
    if nature.IDLE.match(text) or (place.prose and not (told or kept or named)):
        return None
    if place.prose and place.topic == "quality" and _is_done(text):
        return demanded(text, place) or "nonfunctional"
    if PRINCIPLES.search(place.heading) and RIGHT.search(text) and not category_of(text):
        return "functional"
    return "nonfunctional"


# A sentence that keeps something from being done tells of a quality, whatever it names.
KEEPS_FROM = re.compile(
    r"\b(?:only|not?|none|never|minimi[sz]\w*|avoid\w*|prevent\w*|without|must|shall)\b|n['’]t\b",
    re.IGNORECASE,
)


def _is_done(text: str) -> bool:
    """Whether a sentence below a quality tells what is done, and names no quality."""
    held = KEPT.match(text) or KEEPS_FROM.search(text) or RETAINED.search(text)
    return not (held or target_of(text) or category_of(text))


def _looks_so(lead: str, words: str) -> bool:
    return bool(SET_TO.search(words) or (DRAWN_WITH.match(lead) and BY_NAME.match(words)))
