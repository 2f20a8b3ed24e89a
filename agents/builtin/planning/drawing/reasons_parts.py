"""What the parts and the technologies of the drawing are there for: each decision with who says so, and its price."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agents.builtin.planning.drawing.aside import ASIDE
from agents.builtin.planning.drawing.mandates import Mandate
from agents.builtin.planning.drawing.shape_for import HOSTED
from agents.builtin.planning.drawing.shape_parts import Part, Shape
from agents.builtin.planning.drawing.tongues import calls_for, is_read
from agents.builtin.planning.drawing.undecided import instead
from agents.builtin.planning.drawing.unnamed import in_words
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.quoting import listed, quoted
from agents.schemas.architecture import Architecture, Component

MOST_STORES = 3
SHOWN_IDS = 4
# Part -> what the decision is about, the decision, why it is there when no requirement says so, price. Without a why it needs a requirement.
PARTS = {
    "worker": ("slow work", "Do slow work apart from requests", "", "results arrive a moment later"),
    "background": ("slow work", "Do slow work apart from requests", "", "results arrive a moment later"),
    "queue": (
        "queue",
        "Hand work over through {}",
        "work must not be lost when a part is down",
        "one more thing to run and to watch",
    ),
    "cache": (
        "cache",
        "Keep what is asked for often in {}",
        "the document names it",
        "answers may be a moment old",
    ),
    "search": ("search", "Search in {}", "the document names it", "the index lags behind the data"),
    "uploads": (
        "uploads",
        "Keep files apart from records",
        "files are large and records are small",
        "two places to back up",
    ),
}
# What the work of a worker is kept apart from, where nobody asks and waits for a page.
APART = {
    "Timer": "Do what falls due apart from answers in the chat",
    "Forwarder": "Send what was recorded apart from measuring and acting",
    "Sender": "Hand on what was read apart from reading it",
    "Event stream": "Publish what happened on {}",
    "Background work": "Do slow work apart from the windows",
}


class Reasoned(NamedTuple):
    """A decision before it has an id; it is known again by its matter, or by its title where that is empty."""

    matter: str
    title: str
    why: str
    gives_up: str
    because: tuple[str, ...] = ()


def mandated(drawn: Architecture, entries: Entries, named: tuple[Mandate, ...]) -> Iterator[Reasoned]:
    """What is given and has no decision of its own, as stores, queues and the systems of others have."""
    own = {
        name
        for part in drawn.components
        if part.kind in {"store", "files", "queue", "external"}
        for name in (part.technology.split(", ") if part.technology else (part.name,))
    }
    given = [each for each in named if each.name not in own]
    if given:
        names = [each.name for each in given]
        yield Reasoned(
            "given",
            f"Use {listed(names[:6], names)}",
            _who_says(given, entries),
            "other choices are not weighed",
            tuple(dict.fromkeys(each.by for each in given)),
        )


def answer_to(questions: Sequence[str]) -> str:
    """`the answer to question 2`: people see a question by its number alone."""
    numbers = [each.removeprefix("Q") for each in questions]
    one = len(numbers) == 1
    return f"the answer{'' if one else 's'} to question{'' if one else 's'} {listed(numbers[:SHOWN_IDS], numbers)}"


def _who_says(given: list[Mandate], entries: Entries) -> str:
    """The words of the entry that decided it, or the ids of several; and whether a person asked, or answered a question."""
    by = tuple(dict.fromkeys(each.by for each in given))
    it = "it" if len({each.name for each in given}) == 1 else "them"
    groups = (entries.organisation, entries.constraints, entries.nfrs, entries.requirements)
    words = {each.id: each.text for group in groups for each in group}
    wishes = [each.id for each in entries.constraints if each.origin == "refinement" and each.id in by]
    answers = [each for each in by if each not in words]
    stated = [each for each in by if each in words and each not in wishes]
    said = (
        f"{stated[0]} says {quoted([words[stated[0]]])}" if len(stated) == 1 else ids_of(stated, one="", more=f"name {it}"),
        f"a person asked: {quoted([words[wishes[0]]])} ({wishes[0]})"
        if len(wishes) == 1
        else f"people asked for {it} ({listed(wishes[:SHOWN_IDS], wishes)})"
        if wishes
        else "",
        f"{answer_to(answers)} {'names' if len(answers) == 1 else 'name'} {it}" if answers else "",
    )  # fmt: skip
    names = {each.name for each in given}
    first = [
        each.name for each in given if (instead(each.name, words.get(each.by, "")) or each.name) not in names
    ]
    taken = (
        f"; of the choice left there, {listed(first, first)} {'is' if len(first) == 1 else 'are'} taken"
        if first
        else ""
    )
    return " and ".join(each for each in said if each) + taken


def kept(drawn: Architecture, entries: Entries, named: tuple[Mandate, ...]) -> Iterator[Reasoned]:
    """Where each store keeps its data, and why there."""
    things = [each.name for each in entries.entities]
    keepers = [
        part
        for part in drawn.components
        if part.kind in {"store", "files"} and part.technology and part.id not in PARTS
    ]
    told: set[str] = set()
    for part in keepers[:MOST_STORES]:
        given = _given(part, named)
        named_by = tuple(
            each.id
            for each in entries.requirements
            if not given and part.technology != "files" and part.technology in each.text
        )
        why = (
            _who_says(given, entries)
            if given
            else ids_of(named_by, one="names it", more="name it") or _why_there(part, things)
        )
        because = tuple(dict.fromkeys(each.by for each in given)) or named_by or part.requirement_ids
        behind = next(
            (each.name for each in drawn.components if each.kind == "external" and HOSTED.search(each.name)),
            "",
        )
        copied = part.kind == "files" and (len(keepers) > 1 or bool(behind))
        if behind and copied and not given:
            why = f"what came from {in_words(behind)} stays at hand without a network"
        elif part.id == "browser_store" and copied and not given:
            why = (
                ids_of(
                    part.requirement_ids,
                    one="has to go on without a connection",
                    more="have to go on without a connection",
                )
                or why
            )
        price = (
            "a copy that has to be kept in step with the other one"
            if copied
            else "moving to another place later would be a migration"
        )
        what = part.name.removesuffix(" store").lower() if part.id == ASIDE else "data"
        title = f"Keep {what} in {_where(part)}"
        if title in told:
            title = f"{title}, in the {part.name.lower()} as well"
        told.add(title)
        yield Reasoned(f"data in {part.id}", title, why, price, because)


def _why_there(part: Component, things: list[str]) -> str:
    what = listed(things[:3], things) if things else "what it records"
    one = len(things) == 1
    if part.kind == "store":
        return f"{what} must survive a restart{'' if one else ' and stay consistent with each other' if things else ' and stay consistent'}"
    return f"{what} belongs where it is used" if one or not things else f"{what} belong where they are used"


def _where(part: Component) -> str:
    if part.technology.casefold() == part.kind == "files":
        return "files"
    names = part.technology.split(", ")
    return f"one {part.technology}" if part.technology.endswith(" file") else listed(names, names)


def _given(part: Component, named: tuple[Mandate, ...]) -> list[Mandate]:
    return [each for each in named if each.name in part.technology.split(", ")]


def parts(
    drawn: Architecture, shape: Shape, *, entries: Entries, named: tuple[Mandate, ...]
) -> Iterator[Reasoned]:
    """What each part that not every product has is there for, and how the systems of others are reached."""
    usual = {part.id: part for part in shape.parts}
    for part in drawn.components:
        if part.id in PARTS and part.id in usual:
            needing = _needing(part, usual[part.id], entries)
            yield from _part(part, entries, given=_given(part, named), needing=needing)
    outside = [part for part in drawn.components if part.kind == "external"]
    if outside:
        names = [in_words(part.name) for part in outside]
        one = len(outside) == 1
        yield Reasoned(
            "outside",
            f"Reach {listed(names[:4], names)} through {'an adapter' if one else 'one adapter each'}",
            "the rules must not change when somebody else's system does",
            "a little code in between" if one else "a little code for each",
            tuple(dict.fromkeys(each for part in outside for each in part.requirement_ids)),
        )


def _needing(part: Component, usual: Part, entries: Entries) -> tuple[str, ...]:
    """The requirements that call for the part themselves, without those it serves because it stands on their way."""
    calls = Part.helps if is_read(entries) else calls_for
    return tuple(
        each.id
        for each in (*entries.requirements, *entries.nfrs)
        if each.id in part.requirement_ids and calls(usual, each.text)
    )


def _part(
    part: Component, entries: Entries, *, given: list[Mandate], needing: tuple[str, ...]
) -> Iterator[Reasoned]:
    matter, title, otherwise, price = PARTS[part.id]
    title = APART.get(part.name, title)
    needed = ids_of(needing, one="needs it", more="need it")
    why = "; ".join(each for each in (_who_says(given, entries) if given else "", needed) if each)
    if why or otherwise:
        names = part.technology.split(", ") if part.technology else [f"one {part.name.lower()}"]
        because = (*(each.by for each in given), *needing)
        yield Reasoned(
            matter, title.format(listed(names, names)), why or otherwise, price, tuple(dict.fromkeys(because))
        )


def ids_of(ids: Iterable[str], *, one: str, more: str) -> str:
    """`R-1 needs it`, `R-1 and R-2 need it`, or nothing when there are none."""
    every = list(ids)
    return f"{listed(every[:SHOWN_IDS], every)} {one if len(every) == 1 else more}" if every else ""
