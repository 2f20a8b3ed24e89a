"""What a sentence of a typed text most likely is, by the weight of its words.

People who type as they talk have each their own words, and no list of phrases holds them: lists that knew nine of ten sentences
of the texts they were made from knew four of ten in others. `weights.json` says in whole numbers how much each word, each
pair of words and the first words of a sentence speak for each kind. `bench/weighing.py` learns it from `bench/sentences/`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import isqrt
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

WeighedKind = Literal[
    "functional", "nonfunctional", "constraint", "non_goal", "deferred", "metric", "question", "neutral"
]
KINDS: Final[tuple[WeighedKind, ...]] = get_args(WeighedKind)
WEIGHTS: Final = Path(__file__).parent / "weights.json"
# Whatever is counted, in whatever unit, stands for one word.
COUNTED: Final = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (
            r"[€$£]\s?\d[\d.,]*k?|\d[\d.,]*k?\s?(?:€|\$|£|(?:euros?|eur|pounds?|dollars?|usd|francs?|chf|bucks|quid)\b)",
            " _money ",
        ),
        (
            r"\d[\d.,]*\s?(?:ms|s|sec\w*|min\w*|hours?|h|days?|weeks?|months?|years?)\b",
            " _time ",
        ),
        (r"\d[\d.,]*\s?%", " _share "),
        (
            r"\b(?:january|february|march|april|june|july|august|september|october|november|december|easter|christmas|spring|summer|autumn|winter)\b",
            " _season ",
        ),
        (r"\d+", " _number "),
    )
)
WORD: Final = re.compile(r"[^\W\d]+(?:'[^\W\d]+)*|[?!:;→]")
# Nobody's sentence is longer; of one that is, the beginning says enough.
LONGEST: Final = 600
# So large a part of the words has to be known, or the text is in another language or about nothing that was learned.
KNOWN_PART: Final = 2


class Weighed(NamedTuple):
    """The likeliest kind, and by how much it leads before the next: hundredths of a natural logarithm of the odds."""

    kind: WeighedKind
    lead: int


def features(text: str) -> frozenset[str]:
    """What is weighed of a sentence: its words, without an ending too, pairs of words, and how it begins."""
    said = text[:LONGEST].casefold().replace("’", "'")
    for pattern, word in COUNTED:
        said = pattern.sub(word, said)
    words = WORD.findall(said)
    stems = (word[:-1] for word in words if word.endswith("s") and len(word) > 3)
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return frozenset(("", *words, *stems, *pairs, f"^{' '.join(words[:1])}", f"^{' '.join(words[:2])}"))


def sums(found: frozenset[str], weights: Mapping[str, Sequence[int]], *, of: int) -> list[int]:
    """How much all that was found speaks for each `of` so many answers, in the order of the table."""
    rows = [weights[each] for each in found if each in weights]
    return [sum(row[at] for row in rows) for at in range(of)]


@lru_cache(maxsize=1)
def _weights() -> dict[str, list[int]]:
    kept: dict[str, list[int]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return kept


@lru_cache(maxsize=4096)
def weigh(text: str) -> Weighed | None:
    """The likeliest kind of a sentence, `neutral` among them; None where too few of its words are known."""
    weights = _weights()
    found = features(text)
    words = [each for each in found if each and " " not in each and each[0] != "^"]
    if sum(each in weights for each in words) * KNOWN_PART < len(words):
        return None
    said = sums(found, weights, of=len(KINDS))
    first, second = sorted(range(len(KINDS)), key=lambda at: (-said[at], at))[:2]
    return Weighed(KINDS[first], (said[first] - said[second]) // isqrt(len(found)))
