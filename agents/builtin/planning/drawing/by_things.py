"""The things a product keeps as its parts, where no headings name any: what is about orders, what is about payments."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from agents.builtin.planning.drawing.chapters import is_chapter
from agents.builtin.planning.drawing.part_names import outsiders, stem
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.words.nouns import plural, singular

WORD = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# So many requirements must be about a thing before it is a part.
FEWEST, SHARE = 2, 15
# Parts that hold fewer than this on the average say little.
AVERAGE = 3
# Where one of them holds more than this, the others are mere sides of it.
LARGEST = 3 / 4
MOST, MOST_WORDS = 5, 3
# Words for anything that is kept, shown or sent.
GENERIC: Final = frozenset(
    """
    action address attribute change code column confidence configuration content data date day deny detail element email entropy entry error example field file
    form format function id information input instance item job key kind line link list log markdown name number object option output party page
    parameter part password process program record reply response resource result role row rule schema screen server set setting state status
    string system table test text time title token type unit url value version view
    """.split()  # noqa: SIM905  # a list of words reads best as one string
)
# Things by the name of a deed, which are counted all the same.
COUNTED: Final = frozenset(
    {"booking", "building", "drawing", "embedding", "finding", "listing", "meeting", "painting"}
    | {"rating", "reading", "recording", "setting"}
)
# Things nobody counts.
UNCOUNTED: Final = frozenset(
    """
    access advice audio cash damage evidence compliance content equipment feedback food furniture hardware honey inventory knowledge luggage mail media
    merchandise money music news oil privacy research sand security soil software staff stock storage sync traffic transport vat water
    weather work
    """.split()  # noqa: SIM905  # see above
)


def by_things(entries: Entries, *, most: int) -> dict[str, str]:
    """Requirement id -> the thing it is about, of the things that several requirements speak of.

    Of several things that one requirement names, it is about the one that is named least often elsewhere: `pay for an order`
    is about payments. Of two that are named equally often it is about the first.
    """
    told = {each.id: tuple(_stems(each.text)) for each in entries.requirements}
    said = {key: frozenset(words) for key, words in told.items()}
    named = {
        name: {key for key, words in said.items() if wanted <= words} for name, wanted in _things(entries)
    }
    few = max(FEWEST, len(told) // SHARE)
    while True:
        kept = sorted(
            (name for name in named if len(named[name]) >= few), key=lambda name: -len(named[name])
        )[: min(most, MOST)]
        found = {
            key: min(about, key=lambda name: (len(named[name]), _place(name, told[key])))
            for key in told
            if (about := [name for name in kept if key in named[name]])
        }
        sizes = Counter(found.values())
        poor = [name for name in kept if sizes[name] < few]
        if not poor and (
            len(found) < AVERAGE * len(kept) or max(sizes.values(), default=0) > LARGEST * len(found)
        ):
            return {}
        if not poor:
            return {key: _called(name) for key, name in found.items()}
        # What is hardly ever meant alone makes room for another one.
        del named[poor[-1]]


def _things(entries: Entries) -> Iterator[tuple[str, frozenset[str]]]:
    """The name of each thing that may be a part, with the words that speak of it."""
    others = {stem(each) for each in outsiders(entries)}
    seen: set[frozenset[str]] = set()
    for each in entries.entities:
        name = " ".join(CAMEL.sub(" ", each.name).split())
        words = [singular(word.casefold()) for word in WORD.findall(name)]
        wanted = frozenset(_stems(name))
        if not words or len(words) > MOST_WORDS or words[-1] in GENERIC | PERSONS or ":" in name:
            continue
        if not wanted or wanted in seen or stem(name) in others or is_chapter(name, things=True):
            continue
        seen.add(wanted)
        yield name, wanted


def _place(name: str, words: Sequence[str]) -> int:
    """Where in these words the last word of a name stands first."""
    last = tuple(_stems(name))[-1]
    return words.index(last)


def _called(name: str) -> str:
    """A thing as the part that looks after all of them: `TutorProfile` as `Tutor profiles`."""
    first, *rest = name.split()
    words = [first, *(word if word.isupper() else word.lower() for word in rest)]
    last = words[-1]
    counted = last.isascii() and singular(last.lower()) == last.lower() and last.lower() not in UNCOUNTED
    done = last.endswith("ing") and last.lower() not in COUNTED
    if counted and not last.isupper() and not done:
        words[-1] = plural(last)
    called = " ".join(words)
    return called[:1].upper() + called[1:]


def _stems(text: str) -> Iterator[str]:
    return (singular(word.casefold()) for word in WORD.findall(CAMEL.sub(" ", text)))
