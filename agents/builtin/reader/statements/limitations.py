"""What a statement is below a heading of limitations or simplifications: what is left out, how far it goes, or what is taken for given."""

import re

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements import casual
from agents.builtin.reader.text.places import Place

# `Known limitations of v1`; what a document calls constraints as well is what it calls it.
LIMITATIONS = re.compile(r"(?!.*\b(?:constraints?|restrictions?)\b).*\blimitations\b", re.IGNORECASE)
SIMPLIFIED = re.compile(r"(?:.* )?simplifications?\b", re.IGNORECASE)
# `No ledger: keep the bills in a file`: whatever is done instead, there is none.
NONE = re.compile(r"(?:there (?:is|are|will be) )?no(?:t| longer)?\b(?! (?:more|one)\b)", re.IGNORECASE)
# `Plain maps; no routes`
NOR = re.compile(r"; (?:but )?(?=(?:and )?no\b)", re.IGNORECASE)
# `Danish only`, `Limited to 40 boats`, `At most 40 boats`: how far it goes.
SO_FAR = re.compile(
    r"(?:(?:currently|for now) )?(?:limited to|max(?:imum)?(?: of)?|at most|no more than|up to|only) (?:about |around )?\d"
    r"|(?-i:[A-Z][a-z]+(?:ish|ese|ian)|German|French|Dutch|Greek|Arabic|Czech|Thai|Hindi|Hebrew)(?: (?:language|interface|texts?|ui))?[- ]only\b",
    re.IGNORECASE,
)
# `Any text is accepted as a name`: what is not checked is still what it does.
TAKES_ANY = re.compile(
    r"any [\w -]{2,40}? (?:is |are |will be )?(?:accepted|allowed|permitted)\b", re.IGNORECASE
)


def limitation(text: str, place: Place) -> Kind | None:
    """What an entry of such a list is; None where the list is another one, or the entry limits how the product is made."""
    if place.prose or not (LIMITATIONS.match(place.heading) or SIMPLIFIED.match(place.heading)):
        return None
    said = place.behind_lead(text) if place.lead else text
    if SIMPLIFIED.match(place.heading):
        if TAKES_ANY.match(said):
            return "functional"
        return "non_goal" if NONE.match(text) or NONE.match(said) else None
    if any(casual.LEFT_ALONE.search(part) for part in (said, *NOR.split(said)[1:])):
        return "non_goal"
    return "nonfunctional" if SO_FAR.match(said) else None
