"""A sentence that is nothing but a list: of names, of limits, or of what is left out."""

import re

from agents.builtin.reader.text.inline import BRACKETS
from agents.builtin.reader.words.nature import STRONG
from agents.builtin.seldom import Seldom

LISTED = re.compile(r"(?:[;、，；]|,(?!\d{3}\b))(?![^()]*\))\s*(?:and\s+|or\s+|und\s+|et\s+|y\s+|e\s+)?")
FINITE = re.compile(r"\b(?:is|are|will|shall|must|should|can|does|do|has|have|we|they|it)\b", re.IGNORECASE)
LONGEST_NAME = 8
FEWEST_NAMES = 4

# A part that begins like this belongs to what stands before it.
GOES_ON = re.compile(
    r"(?:and|or|but|which|that|who|so|because|since|if|when|where|as|e\.g|i\.e|such|including|then)\b",
    re.IGNORECASE,
)
# What a paragraph of limits lists may be whole sentences: `Android tablets, data must stay in the EU, go-live 1 October`.
LONGEST_LIMIT = 9
# `Payments, a mobile app and single sign-on are outside the first slice.`
OUTSIDE = Seldom(
    r"\s+(?:are|is|will be|remain|stay)(?: all| explicitly| deliberately)? "
    r"(?:out of scope|outside|beyond|excluded|not (?:in|part|included|planned|covered|supported)|left out)\b[^,;:]{0,60}$"
    r"|\s+(?:(?:sind|ist|bleiben|werden) (?:nicht (?:Teil|enthalten|vorgesehen|Bestandteil)|ausgeschlossen|außen vor)"
    r"|(?:sont|est|seront|restent) (?:exclue?s?|hors périmètre)|(?:quedan?|están?|son) (?:fuera|excluid[oa]s?)"
    r"|(?:ficam?|estão|são) (?:fora|excluíd[oa]s?)|(?:sono|restano) (?:esclus[ie]|fuori))\b[^,;:]{0,60}$",
    re.IGNORECASE,
)
# `Out of scope are payments, a shop and chat`, `Version 1 excludes payments, a shop and chat`
LEFT_OUT = Seldom(
    r"(?:(?:explicitly|deliberately|currently|also) )?(?:out of scope|non-?goals?|not (?:in scope|included|planned|supported|covered)|not part of (?:this|the|our) [\w .-]{2,30}?|excluded|left out"
    r"|nicht (?:enthalten|vorgesehen)|nicht (?:Teil|Bestandteil) [\w .-]{2,30}?|hors périmètre|fuera de(?:l)? alcance|fora do escopo)"
    r"(?: (?:for|in|from|of) [\w .-]{1,30}?)?(?: (?:are|is|sind|ist|sont|son|están|são|will be)|\s?[:：])\s+(?P<what>\S.*)$"
    r"|(?:cut|dropped|scrapped|axed|struck|gestrichen|abandonné|descartad[oa]s?)(?: [a-z]+){0,3}\s?[:：]\s+(?P<cut>\S.*)$"
    r"|(?:[\w.-]+ ){1,5}(?:explicitly |deliberately )?(?:excludes?|leaves? out|omits?) (?P<those>\S.*)$",
    re.IGNORECASE,
)
LAST_TWO = Seldom(r"\s+(?:and|or|und|oder|et|ou|y|e)\s+", re.IGNORECASE)


def listed_names(text: str) -> tuple[str, ...]:
    """A sentence that is nothing but a list of names, cut into them: `Charts, a mobile app, offline use`."""
    parts = [part.strip(" .。") for part in LISTED.split(text) if part.strip(" .。")]
    bare = BRACKETS.sub("", text)
    longest = LONGEST_NAME if len(parts) > 2 else LONGEST_NAME // 2
    short = len(parts) > 1 and all(len(BRACKETS.sub("", part).split()) <= longest for part in parts)
    # Behind several names the last may be said in more words: `grading, attendance, HR, anything the school does itself`.
    *names, last = parts or (text,)
    told = FINITE.search(bare) if len(parts) < FEWEST_NAMES else any(map(FINITE.search, names))
    return tuple(parts) if short and not told and not GOES_ON.match(last) else (text,)


def listed_limits(text: str) -> tuple[str, ...]:
    """A list of limits cut at its commas, though some of them have verbs of their own."""
    parts = [part.strip(" .。") for part in LISTED.split(text) if part.strip(" .。")]
    whole = all(1 < len(part.split()) <= LONGEST_LIMIT and not GOES_ON.match(part) for part in parts)
    return tuple(parts) if len(parts) > 2 and whole and STRONG.search(text) else (text,)


def left_out(text: str) -> tuple[str, ...]:
    """What a sentence leaves out one by one, where it lists at least two things with a comma between; nothing elsewhere."""
    found = LEFT_OUT.match(text)
    rest = (found["what"] or found["those"] or found["cut"]) if found else OUTSIDE.sub("", text)
    *others, last = [part.strip(" .。") for part in LISTED.split(rest) if part.strip(" .。")] or [""]
    bare = BRACKETS.sub("", rest)
    long = any(len(BRACKETS.sub("", name).split()) > LONGEST_NAME for name in others)
    if rest == text or not others or long or FINITE.search(bare) or GOES_ON.match(last):
        return ()
    ends = LAST_TWO.split(last) if "(" not in last else [last]
    return (*others, *(ends if len(ends) == 2 else [last]))
