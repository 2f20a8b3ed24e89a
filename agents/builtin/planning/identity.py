"""Ids that stay: what stood in the document before it was edited keeps the id under which people talk about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from agents.builtin.planning.stems import words_of
from agents.builtin.reader.words.nature import HAN
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import Known
from agents.schemas.requirements import Entry

# How much of the words of both an edited statement shares with what it was.
ALIKE = 0.5
FEWEST = 2
# Statements without spaces are compared by pairs of signs, of which those of grammar are always alike.
MORE_ALIKE = 0.6
RUN = re.compile(rf"{HAN.pattern}+")


def known(packs: Iterable[ArchitecturePack]) -> tuple[Known, ...]:
    """Every entry of these versions, oldest first, with all the words it ever had."""
    return _known(entry for pack in packs for entry in _entries(pack))


def reasons_known(packs: Iterable[ArchitecturePack]) -> tuple[Known, ...]:
    """Every decision and risk of these versions, oldest first, with what it is about and all the words it ever had."""
    return _known(reason for pack in packs for reason in _reasons(pack))


def found_known(packs: Iterable[ArchitecturePack]) -> tuple[Known, ...]:
    """Every demand of these versions that a model found besides those of the reader, so that it keeps its id, and nothing else gets it."""
    return _known(
        (f"found {kind}", each.id, each.text)
        for pack in packs
        for kind, group in (("requirement", pack.requirements), ("nfr", pack.nfrs))
        for each in group
        if each.origin == "found"
    )


def added_known(packs: Iterable[ArchitecturePack]) -> tuple[Known, ...]:
    """What answers and wishes brought into these versions: an answer that comes later takes no number from it."""
    return _known(
        (kind, each.id, each.text if isinstance(each, Entry) else each.name)
        for pack in packs
        for kind, group in (
            ("requirement", pack.requirements),
            ("nfr", pack.nfrs),
            ("constraint", pack.prd.constraints),
            ("integration", pack.integrations),
        )
        for each in group
        if not each.lines
    )


def _known(found: Iterable[tuple[str, str, str]]) -> tuple[Known, ...]:
    words: dict[tuple[str, str], dict[str, None]] = {}
    for kind, id_, text in found:
        if text:
            words.setdefault((kind, id_), {})[text] = None
    return tuple(Known(kind=kind, id=id_, texts=tuple(texts)) for (kind, id_), texts in words.items())


def _entries(pack: ArchitecturePack) -> Iterable[tuple[str, str, str]]:
    prd = pack.prd
    for kind, group in (
        ("requirement", pack.requirements),
        ("nfr", pack.nfrs),
        ("story", prd.user_stories),
        ("constraint", prd.constraints),
        ("non_goal", prd.non_goals),
        ("metric", prd.success_metrics),
        ("deferred", prd.deferred),
        ("organisation", pack.org_constraints),
        ("question", pack.open_questions),
    ):
        yield from ((kind, each.id, each.text) for each in group)
    for kind, names in (
        ("actor", pack.actors),
        ("entity", pack.entities),
        ("integration", pack.integrations),
        ("workflow", pack.workflows),
    ):
        yield from ((kind, each.id, each.name) for each in names)


def _reasons(pack: ArchitecturePack) -> Iterable[tuple[str, str, str]]:
    for decision in pack.architecture.decisions:
        yield from (("decision", decision.id, words) for words in (decision.matter, decision.title))
    for risk in pack.architecture.risks:
        yield from (("risk", risk.id, words) for words in (risk.matter, risk.text))


@dataclass(slots=True)
class Before:
    """The ids of earlier versions: whose words these are, and which numbers are no longer free."""

    taken: frozenset[str] = frozenset()
    _by_words: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, entries: Sequence[Known]) -> "Before":
        """Made from what earlier versions held."""
        by_words: dict[tuple[str, str], list[str]] = {}
        for each in entries:
            for text in each.texts:
                by_words.setdefault((each.kind, _key(text)), []).append(each.id)
        return cls(frozenset(each.id for each in entries), by_words, tuple(entries))

    def ids(self, kind: str, text: str) -> Sequence[str]:
        """The ids that an entry of this kind had with these words."""
        return self._by_words.get((kind, _key(text)), ())

    def expect(self, kind: str, texts: Sequence[str]) -> None:
        """Give each statement without words of an earlier version the id of the one it is an edit of, if there is one."""
        there = {_key(text) for text in texts}
        gone = [
            each
            for each in self._known
            if each.kind == kind and not any(_key(text) in there for text in each.texts)
        ]
        pairs = sorted(
            (
                (-score, place, number)
                for place, text in enumerate(texts)
                if not self.ids(kind, text)
                for number, each in enumerate(gone)
                if (score := max(_alike(text, other) for other in each.texts)) >= ALIKE
            ),
        )
        placed: set[int] = set()
        used: set[int] = set()
        for _, place, number in pairs:
            if place not in placed and number not in used:
                placed.add(place)
                used.add(number)
                self._by_words.setdefault((kind, _key(texts[place])), []).append(gone[number].id)


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(".;,:").casefold()


def _alike(one: str, other: str) -> float:
    """The share of their words, or pairs of signs, that two statements have in common; 0 where that is too little to go by."""
    words, others = _pieces(one), _pieces(other)
    common = len(words & others)
    share = common / len(words | others) if common >= FEWEST else 0.0
    return share if share >= (MORE_ALIKE if RUN.search(one) else ALIKE) else 0.0


def _pieces(text: str) -> frozenset[str]:
    """The telling words; of a script without spaces every two signs that stand together."""
    pairs = (run[at : at + 2] for run in RUN.findall(text) for at in range(len(run) - 1))
    return words_of(RUN.sub(" ", text)) | frozenset(pairs)
