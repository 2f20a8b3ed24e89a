"""The document's own sections as parts of the product: which requirements stand together below a heading that names one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from agents.builtin.planning.drawing.part_names import is_labelled, marks, name_of, outsiders, stem
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.names.people import PERSONS
from agents.builtin.reader.text.topics import announced
from agents.builtin.reader.words.nouns import singular
from agents.builtin.reader.words.technology import technologies
from agents.builtin.reader.words.topic import Topic

# A part that holds fewer requirements than these is no part of its own.
FEWEST = 2
# A part that holds more of them than this is cut along the headings within it, where they name parts.
LARGEST = 3 / 7
# What a heading may announce and still name a part.
NAMING: frozenset[Topic | None] = frozenset({None, "functional", "feature"})
# A heading that is called a feature names one, whatever its words would announce elsewhere.
CALLED: frozenset[Topic | None] = NAMING | {
    *("neutral", "risk", "question", "quality", "workflow", "actor", "entity", "integration"),
}
# `Schedule management`, `Risk matrix`: made or looked after by the product, though the first word names a chapter.
DONE = re.compile(
    r".*\b(?:management|matching|ingestion|orchestration|register|matrix|engine|handling|search|history|logging|limiting|monitoring|backups?|encryption)",
    re.IGNORECASE,
)

# Words that make two names of one part: `Posts`, `Post management`.
LOOKED_AFTER = frozenset({"manage", "module", "handli", "system"})
# Adjectives of people: `Anonymous visitor`, `System administrator` say who, and not what.
OF_PEOPLE = frozenset({"admin", "moderator", "superuser", *PERSONS})
# What stands in such a chapter says how the product is called, proved or laid out, and not what it is made of.
OF_THE_CODE = re.compile(
    r"\b(?:tests?|testing|test (?:cases|plan)|api (?:design|documentation|reference|specifications?)|endpoints?|architecture|data(?:base)? (?:models?|schemas?)"
    r"|acceptance criteria|success criteria|ux flows?|user flows?|performance targets)\b",
    re.IGNORECASE,
)
DEEPEST = 4
# So many of the largest parts are held against one another.
COMPARED = 40

Way = tuple[str, ...]


def sections(entries: Entries, *, product: str) -> dict[str, str]:
    """Requirement id -> the name of the part its headings stand for, as far as they name at least two parts."""
    trails = {
        each.id: entries.trails.get(each.lines[0], ()) if each.lines else () for each in entries.requirements
    }
    headings = tuple(dict.fromkeys(heading for trail in trails.values() for heading in trail))
    known = _Known.of(entries, headings, product=product)
    names = {heading: known.named(heading) for heading in headings}
    ways = {
        key: tuple(name for heading in trail if (name := names[heading])) for key, trail in trails.items()
    }
    apart: dict[str, Way] = {
        key: () if _is_of_the_code(trail, names) else ways[key] for key, trail in trails.items()
    }
    return _several(apart) or _several(ways)


def _is_of_the_code(trail: Iterable[str], names: Mapping[str, str]) -> bool:
    """Whether a requirement stands in a chapter about the code, which names no part itself."""
    return any(not names[heading] and OF_THE_CODE.search(heading) for heading in trail)


def _several(ways: Mapping[str, Way]) -> dict[str, str]:
    """Requirement id -> the name of its part; nothing where they have fewer than two."""
    chosen = _one_name(_cut({key: way for key, way in ways.items() if way}, of=len(ways)))
    sizes = Counter(chosen.values())
    large = {name for name, count in sizes.items() if count >= FEWEST}
    return {key: name for key, name in chosen.items() if name in large} if len(large) > 1 else {}


class _Known(NamedTuple):
    """What a document says of itself: the letters of its ids, the things it keeps, and who or what is no part of it."""

    ids: frozenset[str]
    things: frozenset[frozenset[str]]
    others: frozenset[frozenset[str]]

    @staticmethod
    def of(entries: Entries, headings: Iterable[str], *, product: str) -> "_Known":
        return _Known(
            ids=marks(headings),
            things=frozenset(stem(each.name) for each in entries.entities),
            others=frozenset(map(stem, (product, *outsiders(entries)))),
        )

    def named(self, heading: str) -> str:
        """The part a heading names; nothing where it is about people, an outside system or a chapter of the document."""
        name = name_of(heading, ids=self.ids)
        if not name:
            plain = name_of(heading, ids=self.ids, things=True)
            name = plain if stem(plain) in self.things else ""
        topic = announced(name) if name else None
        if topic not in (CALLED if is_labelled(heading) else NAMING) and not DONE.fullmatch(name):
            return ""
        if any(each.casefold() == name.casefold() for _, each in technologies(name)):
            return ""
        somebody = stem(name) not in self.things and _is_somebody(name)
        return "" if {stem(name), stem(name) - {"api"}} & self.others or somebody else name


def _is_somebody(name: str) -> bool:
    """Whether a name only says who: `Anonymous visitor`, `Admin / moderator`."""
    ends = (each.split()[-1].casefold() for each in name.split("/") if each.strip())
    joined = re.search(r" (?:and|&) ", name) is not None
    return not joined and all(singular(each) in OF_PEOPLE for each in ends)


def _cut(ways: Mapping[str, Way], *, of: int) -> dict[str, str]:
    """Requirement id -> the outermost name above it; a part that is too large is cut along the names within it."""
    chosen = {key: way[:1] for key, way in ways.items()}
    for _ in range(DEEPEST):
        sizes = Counter(chosen.values())
        largest = max(sizes, key=lambda way: sizes[way], default=())
        several = sum(count >= FEWEST for count in sizes.values()) > 1
        finer = _finer({key: ways[key] for key, way in chosen.items() if way == largest}, len(largest))
        if not finer or (several and sizes[largest] <= of * LARGEST):
            break
        chosen |= finer
    return {key: way[-1] for key, way in chosen.items()}


def _finer(ways: Mapping[str, Way], depth: int) -> dict[str, Way]:
    """The ways cut one name further in, or as far in as it takes to find two parts; nothing where there are none."""
    for deeper in range(depth + 1, depth + DEEPEST):
        cut = {key: way[:deeper] for key, way in ways.items()}
        sizes = Counter(way for way in cut.values() if len(way) == deeper)
        if sum(count >= FEWEST for count in sizes.values()) > 1:
            return cut
    return {}


def _one_name(chosen: Mapping[str, str]) -> dict[str, str]:
    """The same parts, where two names that mean one part are the one that more requirements stand below."""
    sizes = Counter(chosen.values())
    best: dict[str, str] = {}
    for name in sorted(sizes, key=lambda name: -sizes[name])[:COMPARED]:
        best[name] = next((other for other in best.values() if _is_one(name, other)), name)
    return {key: best.get(name, name) for key, name in chosen.items()}


def _is_one(name: str, other: str) -> bool:
    """Whether two names mean one part: `Prop firms and products`, `Prop firm and purchase management`; `Comparison`, `Product comparison`."""
    one, two = _kin(name), _kin(other)
    shared = len(one & two)
    short, long = sorted((name.casefold(), other.casefold()), key=len)
    if long.endswith(f" {short}") and len(two | one) == 2:
        return True
    return one == two or (shared > 1 and shared * 3 >= min(len(one), len(two)) * 2)


def _kin(name: str) -> frozenset[str]:
    return stem(name) - LOOKED_AFTER or stem(name)
