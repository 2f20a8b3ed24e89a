"""The words a document writes with a capital in the middle of its sentences, though they are no names: its own terms, as `Zone` and `Town` are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.names.phrases import is_adjective, is_form, stem
from agents.builtin.reader.text.blocks import Block
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies

# `a Zone`, `the Monsters`, `per Town`, `sell for Gold`: one word with a capital between words without.
TERM = re.compile(r"(?<=[a-z,(] )(?P<term>[A-Z][a-z]{2,20})\b(?!['’.-]\w)(?! [A-Z(])(?! (?:\d|API\b|SDK\b))")
COUNTED = re.compile(
    r"\b(?:an?|all|each|every|his|its|many|multiple|my|new|no|of|one|other|our|own|several|shared|some|that|the|their|this|those|your) "
    r"(?:[a-z-]+ )?(?P<term>[A-Z][a-z]{2,20})\b"
)
# So many different terms show that a document writes its terms so, and so many times one has to be written.
FEWEST_TERMS: Final = 4
FEWEST: Final = 3
NO_TERMS: Final = frozenset(
    [
        "android",
        "april",
        "august",
        "chrome",
        "december",
        "english",
        "february",
        "firefox",
        "french",
        "friday",
        "german",
        "google",
        "internet",
        "january",
        "july",
        "june",
        "linux",
        "monday",
        "november",
        "october",
        "overview",
        "phase",
        "saturday",
        "section",
        "september",
        "spanish",
        "step",
        "sunday",
        "thursday",
        "tuesday",
        "version",
        "web",
        "wednesday",
        "windows",
    ]  # a list of words reads best as one string
)


def capitals(blocks: Iterable[Block], *, product: str) -> Iterator[str]:
    """The terms in the singular, the most frequent first; none where only one or two words are written so."""
    body = "\n".join(block.text for block in blocks if block.shape in {"item", "paragraph"})
    written = Counter(singular(each["term"].casefold()) for each in TERM.finditer(body))
    counted = Counter(singular(each["term"].casefold()) for each in COUNTED.finditer(body))
    small = Counter(re.findall(r"(?<![A-Za-z])[a-z]{3,21}\b", body))
    named = {word.casefold() for word in product.split()}
    terms = [
        term
        for term, times in written.most_common()
        if times >= FEWEST
        and counted[term]
        and times >= small[term] + small[f"{term}s"]
        and term not in NO_TERMS | named | PERSONS
        and not (is_form(term) or is_adjective(term) or stem(term) not in {"", term})
        and not (KNOWN.search(term.title()) or technologies(term.title()))
    ]
    if len(terms) >= FEWEST_TERMS:
        yield from terms
