"""What the weight of its words makes of a statement of a typed text, where no rule knows it."""

import re
from typing import Final

from agents.builtin.reader.findings import Kind
from agents.builtin.reader.statements.plainly import plainly
from agents.builtin.reader.statements.quality import category_of
from agents.builtin.reader.statements.targets import target_of
from agents.builtin.reader.words.rule_words import AIMED
from agents.builtin.reader.words.verbs import VERBS
from agents.builtin.reader.words.weighing import Weighed, weigh

# What is listed, or has a heading or a label, is what these say, unless its words say otherwise with more weight than a sentence needs.
LEAST_OF_NAMED: Final = 100
LEAST_OF_DEMAND: Final = 20
LEAST_OF_SENTENCE: Final = 20
# Where no rule finds anything, most sentences only tell.
LEAST_OF_SILENT: Final = 60
FEWEST_WORDS: Final = 7
# So few words that name no quality have to speak for one clearly.
BRIEF: Final = 5


# `We use Google, so people should sign in with it`: what follows from a fact is what is wanted.
CONCLUDES: Final = re.compile(
    r", so (?:that )?(?:[\w-]+ ){1,3}(?:should|must|can|need|have to)\b", re.IGNORECASE
)
# `Exit codes: 0 ok, 1 error`
LABELLED: Final = re.compile(r"[\w -]{2,30}: ")


# `When an hour is full it should not be offered any more`: what happens then.
CASE: Final = re.compile(r"(?:if|when|whenever|once|as soon as)\b", re.IGNORECASE)


def _only_acts(text: str) -> bool:
    """Whether words tell what happens in a case, and name neither a quality nor a number that it has to reach."""
    return bool(CASE.match(text)) and not (category_of(text) or plainly(text) or target_of(text))


def is_weighty(text: str) -> bool:
    """Whether the words say clearly what is kept to, left out or aimed at, wherever they stand."""
    found = weigh(text)
    return found is not None and found.kind not in {"neutral", "functional"} and found.lead >= LEAST_OF_NAMED


def silent(text: str) -> Kind | None:
    """The kind of a sentence in which no rule finds anything, where its words clearly have one."""
    found = weigh(text) if len(text.split()) >= FEWEST_WORDS else None
    if found is None or found.lead < LEAST_OF_SILENT:
        return None
    return None if found.kind == "neutral" else found.kind


# `Allergies too, please!` asks for more, and refuses nothing.
ASKS_TOO: Final = re.compile(
    r"^(?!no\b|not\b|never\b)[^.?!]*\b(?:too|also|as well),? (?:please|pls)\W*$", re.IGNORECASE
)


def weighed(text: str, *, named: bool, demanded: bool) -> Weighed | None:
    """The kind that leads by enough; None where the place of the statement has to say what it is.

    More is needed for an entry of a list or below a heading (`named`), and for what a rule takes for `demanded`.
    """
    found = weigh(text)
    if (
        found is None
        or ASKS_TOO.match(text)
        or CONCLUDES.search(text)
        or (found.kind == "nonfunctional" and _only_acts(text))
    ):
        return None
    least = LEAST_OF_DEMAND if demanded else LEAST_OF_SENTENCE
    if found.kind == "metric" and VERBS.match(text) and not AIMED.search(text):
        # `Book it for two hours at least` is a deed, whatever number stands in it.
        return None
    brief = found.kind == "nonfunctional" and len(text.split()) <= BRIEF
    vague = brief and not (category_of(text) or plainly(text) or target_of(text))
    if vague or named or LABELLED.match(text) or (demanded and found.kind in {"neutral", "constraint"}):
        least = LEAST_OF_NAMED
    return found if found.lead >= least else None
