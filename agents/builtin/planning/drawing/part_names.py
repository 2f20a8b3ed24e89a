"""A heading as the name of a part of the product: without its number, its id, its signs and what says nothing."""

import re
from collections import Counter
from collections.abc import Container, Iterable

from agents.builtin.planning.drawing.chapters import WORD, is_chapter
from agents.builtin.planning.entries import Entries

SHORTEST, LONGEST, LONGEST_HEADING = 2, 40, 200
MOST_WORDS = 4
# Words that only join others.
JOINING = frozenset({"and", "of", "to", "for", "in", "the", "with"})
# An id, a range and a list of ids may stand in front of one name: `R12–R14, R16: Saving`.
MOST_NUMBERS = 4
# `3.1 FR-UI-01:`, `Epic 2 -`, `US-001:`, `Phase 1:`, `F1.`, `F4 · `
NUMBERED = re.compile(
    r"^(?:\d[\d.]*(?:[A-Z]\.\d[\d.]*)?[.)]?\s+|[ivx]{1,4}[.)]\s+|\(?[a-z][.)]\s+)?"
    r"(?:(?:epic|feature|module|area|phase|part|section|chapter|milestone|sprint|step|story|use case"
    r"|capability|requirement|group|category|theme|pillar|screen|pantalla|m[óo]dulo?|[ée]pica|모듈|模块|(?:implemented |new |planned )?enhancement)\s*#?[a-z]?[\d.]*[a-z]?\s*[:：.·–—-]\s*"
    r"|[A-Z]{1,8}(?:[-_.][A-Z]{1,10})*[-_.]?\d{1,4}(?:[.-]\d{1,4})*\s*(?:[:.)·•|–—-]|,(?=\s*[A-Z]{1,8}[-_.]?\d))\s*)?",
    re.IGNORECASE,
)
# `PR-01 Input`, `REQ 2 Formats`; alone, `SHA-256 checks` and `MP3 playback` look the same.
MARKED = re.compile(r"(?P<letters>[A-Z]{1,8})[-_ ]?(?P<number>\d{1,4}(?:\.\d{1,3})*)\s+(?=\w)")
# A stage of the work holds whatever is done then: `Phase 2: Payments`, `v0.2 — next`.
STAGE = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:phase|sprint|milestone|stage|week|iteration|mvp|release|v(?:ersion)?)[ -]?\d[\d.]*\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:feature|epic|module|component|capability|area)\b[^:：–—]{0,12}[:：–—]",
    re.IGNORECASE,
)
SIGNS = re.compile(r"^[^\w(\[]+")
TAIL = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*$|\s*[:：]\s*$")
# What else is said of it: `Adaptive engine — the brain`, `WordPress plugin, responsive`.
REMARK = re.compile(r"\s[–—]\s.*$|,\s*[^\W\d_A-Z]+$")
# A sentence, a comparison, a question, a piece of code or a promise about the document is no name.
NO_NAME = re.compile(
    r"\bvs\.?\b|[?:→=，。、_]|[`{}<>$]|\b(?:must|shall|should|will|can|cannot|are|is|was)\b|,\s*(?:not|never|without)\b"
    r"|(?:\b(?:by|of|for|to|with|from|and|that|the|which|who)|&)$|\s/\w"
    r"|^(?:before|after|during|once|while|until|as an?|we|you|i|they|it|if|when|given|for|to|by|with|without|no|not|what|why|who|where|how(?! to\b)|this|these)\b|\.\w{2,4}$",
    re.IGNORECASE,
)
# How well a part does it, or that it is one, makes no name.
FIRST = re.compile(
    r"^(?:the|an?|basic|advanced|simple|seamless|robust|comprehensive|intuitive|powerful|improved|enhanced|essential|initial|supported)\s+(?=\w)",
    re.IGNORECASE,
)
LAST = re.compile(
    r"(?<!\boperating)(?<!\bfile)(?<!\bdesign)\s+(?:requirements?|features?|functionality|capabilit(?:y|ies)|specifications?|stories|rules?|epic|experience|system|screen|anforderungen|需求|功能)$",
    re.IGNORECASE,
)
SHOUTED = re.compile(r"[A-Z]{6,}")
# What may go where a name has too many words.
LOOSE = re.compile(
    r"\s+(?:management|module|engine|enablement|polic(?:y|ies)|model|support|handling|integration|logic|workflow)$",
    re.IGNORECASE,
)


def marks(headings: Iterable[str]) -> frozenset[str]:
    """The letters in front of the numbers that several of these headings begin with."""
    matches = (MARKED.match(NUMBERED.sub("", each.strip(), count=1)) for each in headings)
    found = {(match["letters"], match["number"]) for match in matches if match}
    letters = Counter(each for each, _ in found)
    return frozenset(each for each, count in letters.items() if count > 1)


def is_labelled(heading: str) -> bool:
    """Whether a heading says that it names a part: `Feature: Bookings`."""
    return LABELLED.match(heading) is not None


def name_of(heading: str, *, ids: Container[str] = (), things: bool = False) -> str:
    """The heading as a part's name, without its number; empty when it names a chapter of the document.

    `ids` are the letters with which the document numbers its headings. Where the product keeps `things` of that name, a
    word like `Tasks` or `Notes` may stand alone.
    """
    if len(heading) > LONGEST_HEADING or STAGE.match(heading):
        return ""
    name = _without_end(_without_number(heading, ids))
    if NO_NAME.search(name):
        return ""
    name = FIRST.sub("", REMARK.sub("", name))
    bare = LAST.sub("", name)
    name = name if NO_NAME.search(bare) else bare.strip()
    if _size(name) > MOST_WORDS:
        name = LOOSE.sub("", name)
    fits = SHORTEST <= len(name) <= LONGEST and 0 < _size(name) <= MOST_WORDS
    if not fits or is_chapter(name, things=things):
        return ""
    if SHOUTED.fullmatch(name):
        return name.capitalize()
    # `iPhone app` is written so.
    return name if name[1:2].isupper() else name[:1].upper() + name[1:]


def stem(name: str) -> frozenset[str]:
    """The telling words of a name, cut so that “Config file” and “Configuration files” are one."""
    return frozenset(
        word.casefold()[:6].rstrip("s")
        for word in WORD.findall(name)
        if word.casefold() not in {"the", "and", "of"}
    )


def outsiders(entries: Entries) -> tuple[str, ...]:
    """The people and the outside systems, which are no parts of the product."""
    return (*(each.name for each in entries.actors), *(each.name for each in entries.integrations))


def _size(name: str) -> int:
    return sum(word.casefold() not in JOINING for word in WORD.findall(name))


def _without_number(heading: str, ids: Container[str]) -> str:
    name = SIGNS.sub("", heading.strip())
    for _ in range(MOST_NUMBERS):
        name = NUMBERED.sub("", name, count=1)
    marked = MARKED.match(name)
    return name[marked.end() :] if marked and marked["letters"] in ids else name


def _without_end(name: str) -> str:
    while TAIL.search(name):
        name = TAIL.sub("", name)
    return name.strip(" *_#-–—·")
