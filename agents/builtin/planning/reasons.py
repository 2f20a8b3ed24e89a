"""Why the drawing is as it is: decisions with their price and what they rest on, and what was turned down."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.mandates import Mandate, mandates
from agents.builtin.planning.quoting import listed, quoted
from agents.builtin.planning.risks import risks
from agents.builtin.planning.shape_for import shape_for
from agents.builtin.planning.shape_parts import SHARED, Shape
from agents.builtin.planning.wishes import Wishes
from agents.schemas.architecture import Architecture, Decision, Rejected
from agents.schemas.questions import Clarification
from agents.schemas.requirements import Entry, NonFunctional

MOST_STORES = 3
MOST_WISHED = 80
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
MOST_IDS = 20
SHOWN_IDS = 4
# From so many on, one machine is a decision of its own.
MANY = {"users": 5_000, "requests": 100, "rps": 100, "qps": 100, "tps": 100, "rows": 10_000_000, "records": 10_000_000, "messages": 100_000, "devices": 10_000}  # fmt: skip
LIVE = re.compile(
    r"\breal[- ]?time\b|\blive (?:updates?|view|status)|\bwebsockets?\b|\binstantly\b|\bwithout (?:a )?(?:reload|refresh)",
    re.IGNORECASE,
)
SIGN_IN = re.compile(
    r"\bsign(?:s|ed|ing)?[- ]?(?:in|up|on)\b|\blog(?:s|ged|ging)?[- ]?in\b|authenti|authori[sz]|\broles?\b|\bpermissions?\b|\bsso\b|\bonly (?:\w+ ){1,4}can\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A decision before it has an id; it is known again by its matter, or by its title where that is empty."""

    matter: str
    title: str
    why: str
    gives_up: str
    because: tuple[str, ...] = ()


def reasoned(
    drawn: Architecture, *, entries: Entries, wishes: Wishes, questions: tuple[Clarification, ...]
) -> Architecture:
    """The architecture with its decisions, rejected alternatives, tradeoffs and risks."""
    named = mandates(entries, wishes)
    shape = shape_for(drawn.kind, entries, named)
    made = (
        *_shaped(shape, drawn, entries, wishes),
        *_mandated(drawn, entries, named),
        *_kept(drawn, entries, named),
        *_parts(drawn),
        *_demanded(drawn, entries, shape),
        *_wished(wishes),
    )
    decisions = _decided(made, entries)
    return drawn.model_copy(
        update={
            "decisions": decisions,
            "rejected": tuple(
                Rejected(name=name, why=why) for name, why in (*shape.rejected, *_replaced(wishes))
            ),
            "tradeoffs": tuple(f"{each.title}: {each.gives_up}" for each in decisions),
            "rationale": f"{shape.why[:1].upper()}{shape.why[1:]}.",
            "risks": risks(drawn, entries, questions),
        }
    )


def _decided(made: Sequence[Reasoned], entries: Entries) -> tuple[Decision, ...]:
    """The decisions by their ids, so that what is new in a later version stands last."""
    ids = entries.reason_ids("decision", [(each.matter, each.title) for each in made])
    decisions = (
        Decision(
            id=id_,
            matter=each.matter,
            title=each.title[:400],
            why=each.why[:400],
            gives_up=each.gives_up,
            because=each.because[:MOST_IDS],
        )
        for id_, each in zip(ids, made, strict=True)
    )
    return tuple(sorted(decisions, key=lambda each: int(each.id[1:])))


def _shaped(shape: Shape, drawn: Architecture, entries: Entries, wishes: Wishes) -> Iterator[Reasoned]:
    shared = tuple(each.id for each in entries.requirements if re.search(SHARED, each.text, re.IGNORECASE))
    backend = any(part.id == "backend" for part in drawn.components)
    asked = wishes.kind and (
        f"the answer to {wishes.kind_by} asks for {shape.title}"
        if wishes.kind_by
        else f"a person asked for {shape.title}"
    )
    why = f"{asked}; {shape.why}" if asked else shape.why
    answer = (wishes.kind_by,) if wishes.kind_by else ()
    yield Reasoned("shape", shape.headline, why, shape.gives_up, (*answer, *(shared if backend else ())))


def _mandated(drawn: Architecture, entries: Entries, named: tuple[Mandate, ...]) -> Iterator[Reasoned]:
    """What is given and is not a store; stores have their own decision."""
    stores = {
        word
        for part in drawn.components
        if part.kind in {"store", "files"}
        for word in part.technology.split(", ")
    }
    given = [each for each in named if each.name not in stores]
    if given:
        names = [each.name for each in given]
        yield Reasoned(
            "given",
            f"Use {listed(names[:6], names)}",
            _who_says(given, entries),
            "other choices are not weighed",
            tuple(dict.fromkeys(each.by for each in given)),
        )


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
        f"{stated[0]} says {quoted([words[stated[0]]])}" if len(stated) == 1 else _ids(stated, one="", more=f"name {it}"),
        f"a person asked for {it} ({listed(wishes[:SHOWN_IDS], wishes)})" if wishes else "",
        f"the answer to {listed(answers[:SHOWN_IDS], answers)} names {it}" if answers else "",
    )  # fmt: skip
    return " and ".join(each for each in said if each)


def _kept(drawn: Architecture, entries: Entries, named: tuple[Mandate, ...]) -> Iterator[Reasoned]:
    things = [each.name for each in entries.entities]
    keepers = [
        part
        for part in drawn.components
        if part.kind in {"store", "files"} and part.technology and part.id not in PARTS
    ]
    for part in keepers[:MOST_STORES]:
        given = [each for each in named if each.name in part.technology.split(", ")]
        what = listed(things[:3], things) if things else "what it records"
        why = (
            _who_says(given, entries)
            if given
            else f"{what} must survive a restart and stay consistent with each other"
            if part.kind == "store"
            else f"{what} belongs where it is used"
            if len(things) < 2
            else f"{what} belong where they are used"
        )
        because = tuple(dict.fromkeys(each.by for each in given)) or part.requirement_ids
        price = "another place to keep data would be a migration"
        where = "files" if part.technology.casefold() == part.kind == "files" else part.technology
        yield Reasoned(f"data in {part.id}", f"Keep data in {where}", why, price, because)


def _parts(drawn: Architecture) -> Iterator[Reasoned]:
    """What each part that not every product has is there for."""
    for part in drawn.components:
        if part.id in PARTS:
            matter, title, otherwise, price = PARTS[part.id]
            if otherwise or part.requirement_ids:
                why = _ids(part.requirement_ids, one="needs it", more="need it") or otherwise
                yield Reasoned(
                    matter,
                    title.format(part.technology or part.name.lower()),
                    why,
                    price,
                    part.requirement_ids,
                )
    outside = [part for part in drawn.components if part.kind == "external"]
    if outside:
        names = [part.name for part in outside]
        ids = tuple(dict.fromkeys(each for part in outside for each in part.requirement_ids))
        how = "an adapter" if len(outside) == 1 else "one adapter each"
        title = f"Reach {listed(names[:4], names)} through {how}"
        yield Reasoned(
            "outside",
            title,
            "the rules must not change when somebody else's system does",
            "a little code for each",
            ids,
        )


def _demanded(drawn: Architecture, entries: Entries, shape: Shape) -> Iterator[Reasoned]:
    """What demands on quality and the ways of use decide, in programs that are served."""
    guard = next(
        (part.name for part in drawn.components if part.id == shape.guard and part.id != shape.core), ""
    )
    if not guard or drawn.kind not in {"web_app", "service", "mobile_app"}:
        return
    limits = _of(each for each in (*entries.requirements, *entries.nfrs) if SIGN_IN.search(each.text))
    live = _of(each for each in entries.requirements if LIVE.search(each.text))
    many = _of(each for each in entries.nfrs if _many(each))
    if limits:
        why = _ids(limits, one="limits who may do what", more="limit who may do what")
        yield Reasoned(
            "access",
            f"Check who asks in one place, the {guard if guard.isupper() else guard.lower()}",
            why,
            "every request pays for the check",
            limits,
        )
    if live and shape.keeper == "store":
        why = _ids(live, one="must show changes at once", more="must show changes at once")
        yield Reasoned(
            "live changes",
            "Push changes to whoever is looking, over one open connection",
            why,
            "connections have to be kept open and counted",
            live,
        )
    if many and shape.keeper == "store":
        why = _ids(
            many,
            one="asks for more than one machine can promise",
            more="ask for more than one machine can promise",
        )
        yield Reasoned(
            "copies",
            "Run several copies that keep nothing of their own",
            why,
            "sessions and files have to live in the stores",
            many,
        )


def _many(demand: NonFunctional) -> bool:
    target = demand.target
    if target is None:
        return False
    if demand.category == "availability" and target.unit == "%":
        return target.quantity >= 99.9
    return any(word in target.unit and target.quantity >= least for word, least in MANY.items())


def _wished(wishes: Wishes) -> Iterator[Reasoned]:
    for each in wishes.reasons[:MOST_WISHED]:
        yield Reasoned(
            "", each.words, f"a person asked for it ({each.by})", "what was planned before", (each.by,)
        )


def _replaced(wishes: Wishes) -> Iterator[tuple[str, str]]:
    """What people wanted something else for."""
    for by, (old, new) in wishes.replaced.items():
        yield old, f"a person asked for {new} instead ({by})"


def _of(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(each.id for each in entries)


def _ids(ids: Iterable[str], *, one: str, more: str) -> str:
    """`R-1 needs it`, `R-1 and R-2 need it`, or nothing when there are none."""
    every = list(ids)
    return f"{listed(every[:SHOWN_IDS], every)} {one if len(every) == 1 else more}" if every else ""
