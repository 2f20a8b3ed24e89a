"""A unit before it has an id: what the parts of the decomposition hand to one another."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from agents.builtin.decomposing.names import words
from agents.schemas.backlog import Kind
from agents.schemas.pack import ArchitecturePack

_STOP = frozenset(("a", "an", "the", "of", "and", "or", "for", "to", "in", "on", "with"))


class Draft(NamedTuple):
    """`key` is the kind and the subject, by which other drafts wait for this one until it has an id."""

    key: str
    kind: Kind
    group: str
    title: str
    summary: str
    acceptance: tuple[str, ...]
    files: tuple[str, ...]
    test: str
    after: tuple[str, ...] = ()
    requirement_ids: tuple[str, ...] = ()
    component_ids: tuple[str, ...] = ()
    size: Literal["S", "M"] = "S"
    risk: Literal["low", "medium", "high"] = "low"
    foundation: bool = False


class Mentions(NamedTuple):
    """Finds which requirements speak of a name: the name's words side by side, singular or plural."""

    texts: tuple[tuple[str, str, frozenset[str]], ...]

    def of(self, name: str) -> tuple[str, ...]:
        """The ids of the requirements whose words hold the name, in the order of the document."""
        said = words(name)
        wanted = [_stem(word) for word in said if word not in _STOP]
        if said and not wanted:
            return ()
        if not wanted:
            # A name in another script is looked for as it stands.
            plain = name.strip().lower()
            return tuple(each for each, text, _ in self.texts if plain and plain in text.lower())
        first, line = wanted[0], f" {' '.join(wanted)} "
        return tuple(each for each, text, found in self.texts if first in found and line in f" {text} ")


def mentions(pack: ArchitecturePack) -> Mentions:
    """The words of every requirement and NFR, ready to be searched."""
    entries: Iterable[tuple[str, str]] = (
        *((each.id, f"{each.text} {' '.join(each.acceptance)}") for each in pack.requirements),
        *((each.id, each.text) for each in pack.nfrs),
    )
    rows = []
    for each, text in entries:
        stems = [_stem(word) for word in words(text)]
        rows.append((each, " ".join(stems) or text, frozenset(stems)))
    return Mentions(texts=tuple(rows))


def risks(pack: ArchitecturePack) -> dict[str, Literal["medium", "high"]]:
    """How risky a requirement is: one named risk makes it medium, two make it high."""
    count: dict[str, int] = {}
    for risk in pack.architecture.risks:
        for each in risk.requirement_ids:
            count[each] = count.get(each, 0) + 1
    return {each: "high" if number > 1 else "medium" for each, number in count.items()}


def chunks(items: Sequence[str], *, size: int) -> tuple[tuple[str, ...], ...]:
    """The items in runs of at most `size`; one empty run when there are none."""
    return tuple(tuple(items[at : at + size]) for at in range(0, len(items), size)) or ((),)


def _stem(word: str) -> str:
    """The word without a plural ending, so that `invoices` and `invoice` meet."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return word[:-1]
    return word
