"""What a document says an outside system is for, in the sentence that names it: `We use Acme Calendar for the holidays`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.phrase_words import ADJECTIVES, BE, DETERMINERS, FUNCTION
from agents.schemas.architecture import Component

WORD = re.compile(r"[^\W\d_]{4,}")
ASIDE = re.compile(r"\s*\([^()]*\)\s*")
# Words that say of nothing in particular what it is.
OF_ALL: Final = frozenset(
    "account data everything information integration system service software thing today already currently year month week work time people go goes come comes kept keep held stay stays live lives managed stored sent taken made read written done used using".split()  # noqa: SIM905  # a list of words reads best as one string
)
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
        for said in (*behind.findall(line), *before.findall(line)):
            yield from filter(_telling, map(singular, map(str.casefold, WORD.findall(said))))


def _telling(word: str) -> bool:
    return not (word in OF_ALL | FUNCTION | DETERMINERS | BE | ADJECTIVES or word in PERSONS)


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
