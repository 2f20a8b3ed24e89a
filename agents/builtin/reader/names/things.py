"""The countable things an English document speaks of, weighed by how it does."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.names.phrases import Phrase, is_adjective, is_form, keeps, phrases, stem
from agents.builtin.reader.words.entity_words import COMMON, DOUBTFUL, GENERAL, HEADS, OUTSTANDING, TAIL
from agents.builtin.reader.words.nouns import plural, singular
from agents.builtin.reader.words.phrase_words import OWNED

# What each kind of evidence weighs; measured on annotated documents, then rounded.
SALIENT, KEPT, DEMANDED, USUAL, MODIFIES, BOTH_NUMBERS, OWNS = 0.9, 1.2, 1.5, 1.8, 0.8, 0.8, 0.75
ENOUGH = 3.8
# A document that demands so much speaks of more things, and of each of them less.
MANY, ENOUGH_OF_MANY = 30, 3.2
# What a word of every trade has to weigh before it is taken for what the document is about.
OUTSTANDING_WEIGHT = 6.0
# Counts are compared with those of the third most frequent noun: one or two may outweigh all others.
COMPARED = 3
# In a short document everything is said once; so many times have to be said what others are compared with.
FEWEST = 1.5
LONGEST = 4
# `View appointment` is done to an appointment.
DEEDS = frozenset(
    {"view", "add", "create", "edit", "delete", "remove", "get", "see", "show", "update", "manage"}
)
NOUN = re.compile(r"(?!un)[a-z][a-z-]{1,22}[a-z](?<!ing)(?<!ed)|[a-z]{3,10}ing")
# From this share on the longer name is the better one.
MOSTLY = 0.6
OFTEN = 3


@dataclass(slots=True)
class Spoken:
    """How often a noun is spoken of, and how."""

    said: int = 0
    whole: int = 0
    singular: int = 0
    plural: int = 0
    kept: int = 0
    demanded: int = 0
    modifies: int = 0
    owns: int = 0

    @property
    def both(self) -> bool:
        """Whether there is one of it and there are many."""
        return self.singular > 0 and self.plural > 0


def things(told: Iterable[tuple[str, bool]], *, demands: int = 0) -> Iterator[tuple[str, float]]:
    """The things in the singular with their weights, the weightiest first.

    `told` are texts, and whether they demand something; `demands` is how much is demanded in all.
    """
    enough = ENOUGH_OF_MANY if demands >= MANY else ENOUGH
    tally = _Tally()
    for text, demanded in told:
        for phrase in phrases(text):
            tally.add(phrase, demanded=demanded)
    possible = {noun for noun in tally.spoken if tally.could_be(noun)}
    compared = tally.compared(possible)
    weighed = {
        noun: tally.weight(noun, compared) for noun in tally.spoken if noun in possible or noun in OUTSTANDING
    }
    heavy = [
        noun
        for noun in sorted(weighed, key=lambda noun: (-weighed[noun], noun))
        if weighed[noun] >= (enough if noun not in DOUBTFUL and noun in possible else OUTSTANDING_WEIGHT)
    ]
    kept: list[str] = []
    for noun in heavy:
        if tally.adds(noun, kept, heavy=heavy):
            kept.append(noun)
            yield noun, weighed[noun]


@dataclass(slots=True)
class _Tally:
    spoken: dict[str, Spoken] = field(default_factory=dict)

    def of(self, noun: str) -> Spoken:
        """The counts of a noun."""
        if noun not in self.spoken:
            self.spoken[noun] = Spoken()
        return self.spoken[noun]

    def add(self, phrase: Phrase, *, demanded: bool) -> None:
        """Count a phrase's head, its head with the noun before it, and the nouns that modify it."""
        words = list(phrase.words)
        kept = phrase.kept
        while len(words) > 1 and (is_form(words[0]) or is_adjective(words[0])):
            kept = kept or (is_form(words[0]) and keeps(words[0]))
            del words[0]
        words = words[-LONGEST:]
        head = singular(words[-1])
        names = [head, *([f"{words[-2]} {head}"] if len(words) > 1 else [])]
        for length, name in enumerate(names, start=1):
            spoken = self.of(name)
            spoken.said += 1
            spoken.whole += length == len(words)
            spoken.kept += kept
            spoken.demanded += demanded
            if words[-1] == head:
                spoken.singular += 1
            else:
                spoken.plural += 1
        for end in range(1, len(words)):
            for start in range(max(0, end - 2), end):
                spoken = self.of(" ".join((*words[start : end - 1], singular(words[end - 1]))))
                spoken.modifies += 1
                spoken.owns += end == len(words) - 1 and bool({head, words[-1]} & OWNED)

    def could_be(self, noun: str) -> bool:
        """Whether the words may name a thing at all."""
        *before, head = noun.split()
        spoken = self.spoken[noun]
        if head in PERSONS or head in TAIL or is_form(head) or not NOUN.fullmatch(head):
            return False
        if spoken.whole + spoken.modifies == 0:
            return False
        if not before:
            verb = stem(head) != "" and spoken.whole + spoken.modifies < 2
            return not (verb or is_adjective(head) or {head, plural(head)} & GENERAL)
        first = before[0]
        if first in DEEDS:
            return False
        general = {head, plural(head)} & GENERAL and head not in HEADS
        return (
            spoken.said > 1
            and not general
            and not (is_adjective(first) or stem(first) not in {"", first})
            and (first not in GENERAL or head in HEADS)
        )

    def weight(self, noun: str, compared: tuple[float, float, float]) -> float:
        """The sum of what speaks for a noun, each against what is usual in this document."""
        spoken = self.spoken[noun]
        said, kept, demanded = compared
        return (
            SALIENT * (spoken.said + spoken.modifies / 2) / said
            + KEPT * spoken.kept / kept
            + DEMANDED * spoken.demanded / demanded
            + USUAL * (noun in COMMON)
            + MODIFIES * math.log1p(spoken.modifies)
            + BOTH_NUMBERS * spoken.both
            + OWNS * math.log1p(spoken.owns)
        )

    def compared(self, possible: Iterable[str]) -> tuple[float, float, float]:
        """How often things are spoken of here, are kept and are demanded, by the third most frequent of these nouns."""
        single = [self.spoken[noun] for noun in possible if " " not in noun]
        return (
            _third(each.said + each.modifies / 2 for each in single),
            _third(each.kept for each in single),
            _third(each.demanded for each in single),
        )

    def adds(self, noun: str, kept: list[str], *, heavy: list[str]) -> bool:
        """Whether a name says something that no better name says: `card` beside `credit card` says nothing."""
        *before, head = noun.split()
        if before:
            return head not in kept or (self.spoken[noun].said >= OFTEN and self._share(noun) < MOSTLY)
        return not any(pair.endswith(f" {head}") and self._share(pair) >= MOSTLY for pair in heavy)

    def _share(self, pair: str) -> float:
        """How much of what is said of the head is said of the pair."""
        return self.spoken[pair].said / max(1, self.spoken[pair.rsplit(" ", 1)[-1]].said)


def _third(counts: Iterable[float]) -> float:
    return max((FEWEST, *sorted(counts, reverse=True)[COMPARED - 1 : COMPARED]))
