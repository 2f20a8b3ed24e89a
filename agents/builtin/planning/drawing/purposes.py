"""What a document says an outside system is for, in the sentence that names it: `We use Acme Calendar for the holidays`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import ADJECTIVES, BE, DETERMINERS, FUNCTION
from agents.schemas.architecture import Component

WORD = re.compile(r"[^\W\d_]{4,}")
ASIDE = re.compile(r"\s*\([^()]*\)\s*")
# What happens to things on the way, which says nothing of what they are.
PASSING: Final = frozenset(
    "arrive arrives arrived go goes come comes kept keep held stay stays live lives managed stored sent taken made read written done used using already".split()  # noqa: SIM905  # a list of words reads best as one string
)
# Words that say of nothing in particular what it is, and papers, which others have made.
OF_ALL: Final = frozenset(
    "account data document everything information integration invoice month people receipt report service software statement system thing time today week work year".split()  # noqa: SIM905  # see above
)
# So many words next to a preposition say what it is about.
NEAR = 2
# A word that so many of the requirements share tells none of them from the others.
SHARE, FEW = 1 / 2, 2


def meant_for(entries: Entries, outside: Mapping[str, Component]) -> dict[str, list[str]]:
    """Part id -> ids of the requirements that speak of what the system is said to be for."""
    return {
        key: ids
        for key, system in outside.items()
        if (ids := _asking(tuple(_purpose(system.name, entries.source)), entries))
    }


def _purpose(name: str, lines: Iterable[str]) -> Iterator[str]:
    """The telling words of what stands behind the name, or in front of what goes through it."""
    behind = re.compile(
        rf"{re.escape(name)}\s+(?:for|to|as|holds?|keeps?|knows?|has|with)\s+([^.;:()\n]{{3,80}})"
    )
    before = re.compile(
        rf"([^.;:,()\n]{{3,80}})\s(?:through|via|to|from|in|into|by|with|on)\s+(?:the |our |an? )?{re.escape(name)}"
    )
    for line in (ASIDE.sub(" ", each) for each in lines if name in each):
        for said in behind.findall(line):
            yield from _telling(_words(said))
        for said in before.findall(line):
            yield from _telling(reversed(_words(said)))


def _words(said: str) -> list[str]:
    words = (singular(word.casefold()) for word in WORD.findall(said))
    return [word for word in words if word not in PASSING | FUNCTION | DETERMINERS | BE]


def _telling(words: Iterable[str]) -> Iterator[str]:
    """The words next to the preposition, as far as they say what it is about."""
    for word in islice(words, NEAR):
        if word in OF_ALL or word in PERSONS:
            return
        if word not in ADJECTIVES:
            yield word


def _asking(words: Sequence[str], entries: Entries) -> list[str]:
    """The requirements that have one of the words, each word as far as it tells some from the others."""
    told = {
        each.id: {singular(one) for one in map(str.casefold, WORD.findall(each.text))}
        for each in entries.requirements
    }
    most = max(FEW, SHARE * len(told))
    asking: set[str] = set()
    for word in words:
        ids = {key for key, said in told.items() if word in said}
        asking |= ids if len(ids) <= most else set()
    return [key for key in told if key in asking]
