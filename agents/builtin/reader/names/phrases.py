"""English noun phrases, taken from sentences without a dictionary, and whether something is done to what they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from agents.builtin.reader.words.phrase_words import (
    ADJECTIVE,
    ADJECTIVES,
    BE,
    BEFORE_VERBS,
    DETERMINERS,
    FUNCTION,
    IRREGULAR,
    KEEPING,
    NOUNS,
    VERBS,
)

TOKEN = re.compile(r"[A-Za-z][A-Za-z_'’-]*|\d[\w.,-]*|\S")
QUOTES = frozenset("\"'`“”*_‘’")
# What a passive begins with.
PASSIVE = BE | {"can", "must", "shall", "should", "will", "may", "has", "have"}
# A participle is at most so many words behind its form of “be”.
NEAR = 5


class Phrase(NamedTuple):
    """One noun phrase in small letters, its last word the head; `kept` when people or programs keep what it names."""

    words: tuple[str, ...]
    kept: bool


def phrases(text: str) -> list[Phrase]:
    """The noun phrases of some sentences, in their order."""
    words = TOKEN.findall(text.casefold().replace("’", "'"))
    reading = _Reading([word[:-2] if word.endswith("'s") else word.rstrip("'") or "'" for word in words])
    for index in range(len(reading.words)):
        reading.take(index)
    reading.close(len(reading.words))
    return reading.found


@dataclass(slots=True)
class _Reading:
    """One pass over the words: the phrase that is open, and what the words before it make one expect."""

    words: list[str]
    found: list[Phrase] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    determined: bool = False
    keeping: bool = False
    expecting: bool = True

    def take(self, index: int) -> None:
        """Read one word or sign."""
        word = self.words[index]
        if not word[0].isalpha():
            self._sign(index)
        elif word in DETERMINERS:
            if self.open:
                self.close(index)
            self.determined, self.expecting = True, False
        elif word in {"and", "or"}:
            listed = bool(self.open)
            self.close(index, listed=True)
            self.expecting = self.expecting or (self.keeping and listed)
        elif word in FUNCTION or word in BE or word in BEFORE_VERBS:
            self.close(index)
            self.keeping = False
            self.expecting = word in BEFORE_VERBS
        elif is_form(word) and not self.open and index and self.words[index - 1] in BE:
            return
        elif self._acts(index):
            self.close(index)
            self.keeping = keeps(word)
            self.expecting, self.determined = True, False
        else:
            self.open.append(word)
            self.expecting = False

    def _sign(self, index: int) -> None:
        sign = self.words[index]
        if sign in QUOTES:
            return
        listed = sign in ",/&"
        self.close(index, listed=listed)
        if not listed and sign not in "-–" and not sign[0].isdigit():
            self.keeping, self.expecting = False, True

    def _acts(self, index: int) -> bool:
        """Whether the word is a verb here, and not the noun it may be elsewhere."""
        word = self.words[index]
        verb = stem(word)
        after = self.words[index + 1] if index + 1 < len(self.words) else "."
        nominal = (
            after[0].isalpha() and after not in FUNCTION and after not in BE and after not in BEFORE_VERBS
        )
        if not verb:
            return False
        if self.open:
            many = self.open[-1].endswith("s") and not self.open[-1].endswith("ss")
            if word == verb:
                return many and nominal
            if word.endswith("s"):
                return not many and after in DETERMINERS
            return word.endswith("ed") and (after in FUNCTION or after in DETERMINERS)
        if self.determined or is_form(word):
            return False
        before = self.words[index - 1] if index else "."
        kept = self.keeping and word != verb and word.endswith("s")
        alone = (
            not nominal
            and after not in DETERMINERS
            and (word.endswith("ing") or (word != verb and word.endswith("s")))
        )
        if kept or alone:
            return False
        if not self.expecting:
            return word.endswith("s") and after in DETERMINERS
        if before in {"and", "or", ","} and word != verb and word.endswith("s"):
            return False
        return not (word == verb and self._is_subject(index))

    def _is_subject(self, index: int) -> bool:
        """Whether the word only looks like a command: `Search results are …`."""
        after, then = (*self.words[index + 1 : index + 3], ".", ".")[:2]
        noun = after[0].isalpha() and not stem(after) and after not in FUNCTION and after not in DETERMINERS
        return noun and (then in BE or then in {"can", "must", "shall", "should", "will", "may"})

    def close(self, index: int, *, listed: bool = False) -> None:
        """End the open phrase; what is listed with it is done to the next one too."""
        if self.open:
            self.found.append(Phrase(tuple(self.open), self.keeping or self._is_done(index)))
            self.open = []
            self.keeping = self.keeping and listed
        self.determined = False

    def _is_done(self, index: int) -> bool:
        """Whether a passive follows: `… are archived`, `… must be sent`."""
        if index >= len(self.words) or self.words[index] not in PASSIVE:
            return False
        for word in self.words[index : index + NEAR]:
            if (
                word in BE
                or word in BEFORE_VERBS
                or word in {"been", "has", "have", "also"}
                or word.endswith("ly")
            ):
                continue
            return is_form(word) and keeps(word)
        return False


@lru_cache(maxsize=8192)
def is_form(word: str) -> bool:
    """Whether a word is a participle of a known verb."""
    return (word.endswith("ed") or word in IRREGULAR) and stem(word) not in {"", word}


@lru_cache(maxsize=8192)
def keeps(word: str) -> bool:
    """Whether a verb is one of what is done to things that are kept."""
    verb = stem(word)
    return any(verb[: len(verb) - ending] in KEEPING for ending in range(4))


@lru_cache(maxsize=8192)
def is_adjective(word: str) -> bool:
    """Whether a word in front of a noun looks like an adjective."""
    return word in ADJECTIVES or (word.endswith(ADJECTIVE) and word not in NOUNS)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The verb a word is a form of, or nothing."""
    return next((form for form in _stems(word) if form in VERBS), "")


def _stems(word: str) -> Iterator[str]:
    yield word
    yield IRREGULAR.get(word, word)
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending):
            cut = word[: -len(ending)]
            yield cut
            if ending == "ing":
                yield f"{cut}e"
            if ending in {"ed", "ing"} and len(cut) > 3 and cut[-1] == cut[-2]:
                yield cut[:-1]
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
