"""Whether two texts ask for the same, by the words they share; nothing is learned or guessed, so it can be looked up."""

import re

from agents.schemas.planner import PlannerInputs
from agents.schemas.triage import Elsewhere

# Shares of words in common from which two texts are held to ask for the same; chosen so that a document and its shortened or
# reordered self are found, and two documents about different products, or two features of one product, are not.
SAME_TEXT = 0.5
SAME_TITLE = 0.75
HALF = 0.5
# Fewer words than these say too little to be compared.
FEW_IN_TEXT = 25
FEW_IN_TITLE = 3
LONGEST = 20_000
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    re.findall(
        r"\S+",
        "the and for with that this from shall must should will can may not are was has have into when then than each any all "
        "its their there they them our your you use user users system feature features requirement requirements product prd "
        "support new add adds added implement implements implementation create make page test tests code file files readme "
        "issue issues pull request closes fixes change changes see also per via able only more most such what which who",
    )
)


def alike(inputs: PlannerInputs, other: Elsewhere) -> bool:
    """Whether the other thing is much the same: nearly the same words, or the same title over half the words."""
    mine, theirs = stems(inputs.body), stems(other.text)
    title, other_title = stems(inputs.title), stems(other.title)
    shared_title = (
        min(len(title), len(other_title)) >= FEW_IN_TITLE and jaccard(title, other_title) >= SAME_TITLE
    )
    if min(len(mine), len(theirs)) < FEW_IN_TEXT:
        # A pull request may say hardly more than its title.
        return shared_title and len(title & other_title) >= FEW_IN_TITLE
    return jaccard(mine, theirs) >= SAME_TEXT or (shared_title and _contained(mine, theirs) >= HALF)


def stems(text: str) -> frozenset[str]:
    """The telling words of a text, cut to their beginnings."""
    return frozenset(
        word.casefold()[:6] for word in _WORD.findall(text[:LONGEST]) if word.casefold() not in _COMMON
    )


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all their words that two texts have in common."""
    return len(one & other) / max(1, len(one | other))


def _contained(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
