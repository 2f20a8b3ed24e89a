"""Requirements below no telling heading, placed with those that speak of the same things."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import BE, DETERMINERS, FUNCTION

WORD = re.compile(r"[^\W\d_]{3,}")
# A word that so many of the requirements share tells none of them from the others.
COMMON, FEW = 1 / 4, 3
# A word of the part's own name says more than one that its requirements have.
OWN, SHARED = 3, 1


def placed_alike(entries: Entries, placed: Mapping[str, str]) -> dict[str, str]:
    """Requirement id -> part, for those without a part that share telling words with one part more than with the others."""
    words = {each.id: _words(each.text) for each in entries.requirements}
    often = Counter(word for said in words.values() for word in said)
    telling = {word for word, count in often.items() if count <= max(FEW, COMMON * len(words))}
    weights = _weights(words, placed, telling)
    found: dict[str, str] = {}
    for key, said in words.items():
        if key not in placed and (part := _best(said, weights)):
            found[key] = part
    return found


def _weights(
    words: Mapping[str, frozenset[str]], placed: Mapping[str, str], telling: Collection[str]
) -> dict[str, dict[str, int]]:
    """Word -> part -> how much it speaks for that part: it stands in its name, or mostly in its requirements."""
    weights: dict[str, dict[str, int]] = {}
    for part in dict.fromkeys(placed.values()):
        for word in _words(part).intersection(telling):
            weights.setdefault(word, {})[part] = OWN
    homes: dict[str, Counter[str]] = {word: Counter() for word in telling}
    for key, part in placed.items():
        for word in words.get(key, ()):
            if word in homes:
                homes[word][part] += 1
    for word, parts in homes.items():
        for part, count in parts.most_common(1):
            if word not in weights and 2 * count > parts.total():
                weights[word] = {part: SHARED}
    return weights


def _best(said: Iterable[str], weights: Mapping[str, Mapping[str, int]]) -> str:
    """The part these words speak for; nothing where they speak for several alike, or for none."""
    score: Counter[str] = Counter()
    for word in said:
        score.update(weights.get(word, {}))
    ranked = score.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _words(text: str) -> frozenset[str]:
    words = {word.casefold() for word in WORD.findall(text)} - FUNCTION - DETERMINERS - BE
    return frozenset(singular(word)[:7] for word in words)
