"""Compares what was read from a document with what a careful person annotated in it.

An annotation `NN-slug.truth.json` lists, for each kind, entries with a `line` (1-based), its `text`, other lines that say the same
(`also`) and whether the document only hints at it (`tentative`: finding it counts, missing it does not). `neutral` line ranges,
`deferred` and `acceptance_criteria` entries are lines that may be read either way.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LINE_KINDS = (
    "functional",
    "nonfunctional",
    "user_stories",
    "non_goals",
    "constraints",
    "success_metrics",
    "open_questions",
)
NAME_KINDS = ("actors", "integrations", "entities")
# A statement that runs over more lines than this is taken to stand on its first and its last line only.
LONGEST_RUN = 12

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement that was read: the lines it came from and its words."""

    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """How one kind fared: entries needed and got, findings that hit and that are wrong, and both lists in words."""

    need: int = 0
    got: int = 0
    hits: int = 0
    wrong: int = 0
    missed: tuple[Said, ...] = ()
    mistaken: tuple[Said, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        """The score of both documents together."""
        return Score(
            self.need + other.need,
            self.got + other.got,
            self.hits + other.hits,
            self.wrong + other.wrong,
            (*self.missed, *other.missed),
            (*self.mistaken, *other.mistaken),
        )

    @property
    def recall(self) -> float:
        """The share of the entries that was found."""
        return self.got / self.need if self.need else 1.0

    @property
    def precision(self) -> float:
        """The share of the findings that is right."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def quiet_lines(truth: Truth) -> frozenset[int]:
    """The lines that may be read either way."""
    quiet: set[int] = set()
    for block in truth.get("neutral", ()):
        lines = block["lines"] if isinstance(block, dict) else block
        quiet.update(range(lines[0], lines[-1] + 1))
    for kind in ("deferred", "acceptance_criteria"):
        for entry in truth.get(kind, ()):
            quiet.update(_places(entry))
    return frozenset(quiet)


def scored_lines(
    found: Iterable[Said], wanted: Sequence[Mapping[str, Any]], *, quiet: frozenset[int]
) -> Score:
    """Each entry and each finding counts once; what cuts an entry finer than the annotation is neither hit nor error."""
    places = [_places(entry) for entry in wanted]
    free = dict.fromkeys(range(len(wanted)))
    hit: list[int] = []
    mistaken: list[Said] = []
    for said in found:
        lines = _run(said.lines)
        there = [index for index in free if places[index] & lines]
        if there:
            first = said.lines[0]
            best = min(there, key=lambda index: abs(wanted[index]["line"] - first))
            del free[best]
            hit.append(best)
        elif not any(place & lines for place in places) and not lines <= quiet:
            mistaken.append(said)
    needed = [index for index, entry in enumerate(wanted) if not entry.get("tentative")]
    return Score(
        need=len(needed),
        got=sum(index in needed for index in hit),
        hits=len(hit),
        wrong=len(mistaken),
        missed=tuple(
            Said((wanted[index]["line"],), wanted[index]["text"]) for index in needed if index in free
        ),
        mistaken=tuple(mistaken),
    )


def scored_names(found: Iterable[str], wanted: Iterable[str]) -> Score:
    """A name is found when it, folded, is the wanted one, one of its alternatives, or stands in it as a whole word."""
    left = [folded(name) for name in wanted]
    need, got = len(left), 0
    mistaken: list[Said] = []
    for name in dict.fromkeys(map(folded, found)):
        if not name:
            continue
        match = next((each for each in left if _same(name, each)), None)
        if match is None:
            mistaken.append(Said((), name))
        else:
            left.remove(match)
            got += 1
    missed = tuple(Said((), name) for name in left)
    return Score(need, got, got, len(mistaken), missed, tuple(mistaken))


def folded(name: str) -> str:
    """A name without case, punctuation and plural endings."""
    name = unicodedata.normalize("NFKC", name).casefold()
    name = re.sub(r"[^\w\u4e00-\u9fff]+", " ", name).strip()
    return re.sub(r"(?<=[a-z]{3})(ies|es|s)\b", "", name)


def _same(name: str, wanted: str) -> bool:
    if wanted == name or name in wanted.split(" / "):
        return True
    return f" {name} " in f" {wanted} " or f" {wanted} " in f" {name} "


def _places(entry: Mapping[str, Any]) -> set[int]:
    return {entry["line"], *entry.get("also", ())}


def _run(lines: tuple[int, ...]) -> set[int]:
    """All lines of a wrapped statement; other pairs of lines are two places that say the same."""
    if len(lines) == 2 and lines[1] - lines[0] < LONGEST_RUN:
        return set(range(lines[0], lines[1] + 1))
    return set(lines)
