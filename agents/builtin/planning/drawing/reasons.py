"""Why the drawing is as it is: decisions with their price and what they rest on, and what was turned down."""

import re
from collections.abc import Iterable, Iterator, Sequence

from agents.builtin.planning.drawing.access import limiting
from agents.builtin.planning.drawing.mandates import Mandate, mandates
from agents.builtin.planning.drawing.reasons_parts import Reasoned, answer_to, ids_of, kept, mandated, parts
from agents.builtin.planning.drawing.risks import risks
from agents.builtin.planning.drawing.shape_parts import IS_SHARED, Shape
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.wishes import Wishes
from agents.schemas.architecture import IN_PLACE, Architecture, Decision, Rejected
from agents.schemas.questions import Clarification
from agents.schemas.requirements import Entry, NonFunctional

MOST_WISHED = 80
MOST_IDS = 20
# From so many on, one machine is a decision of its own.
MANY = {"users": 5_000, "requests": 100, "rps": 100, "qps": 100, "tps": 100, "rows": 10_000_000, "records": 10_000_000, "messages": 100_000, "devices": 10_000}  # fmt: skip
# Data that comes in live from others, and what merely is done at once, pushes nothing to whoever is looking.
LIVE = re.compile(
    r"\breal[- ]?time\b(?! (?:as (?:the |an? )?(?:users?|you|they|people|one) types?|(?:total )?calculations?|previews?|validation|feedback as|and batch|audio|clock|constraints?|data (?:feeds?|pipelines?|sources?)|(?:crypto |market |price )?feeds?|kernel|operating|os|processing|strategy)\b)"
    r"|\blive (?:updates?|view|status)"
    r"|(?<!public )(?<!optional )\bwebsockets?\b(?! (?:feeds?|apis?|clients? (?:of|for|to))\b|\))"
    r"|\b(?:appears?|changes?|notified|reflected|sees?|shown|shows?|updated?|updates|visible) (?:[\w-]+ ){0,3}instantly\b"
    r"|\binstantly (?:appears?|reflected|see|sees|shown|shows?|updates?|visible)\b"
    r"|\bwithout (?:a )?(?:reload|refresh)",
    re.IGNORECASE,
)

# What a shape usually turns down, and the words with which a document asks for it.
ASKED_FOR = {
    "A workflow engine": re.compile(
        r"\b(?:airflow|dagster|prefect|luigi|temporal|argo workflows|step functions|oozie|kestra|workflow engine)\b",
        re.IGNORECASE,
    ),
    "A streaming platform": re.compile(
        r"\b(?:kafka|flink|kinesis|pulsar|redpanda|pub/sub|spark streaming|streaming platform)\b", re.IGNORECASE
    ),
    "A message broker": re.compile(
        r"\b(?:kafka|rabbitmq|nats|sqs|pub/sub|mqtt|mosquitto|activemq|message (?:broker|queue)|event bus)\b", re.IGNORECASE
    ),
    "Several small services": re.compile(r"\bmicro-?services?\b", re.IGNORECASE),
    "Separate front-end and back-end services": re.compile(
        r"\b(?:separate|decoupled|headless|independent(?:ly)?)\b[^.]{0,40}\b(?:front-?end|back-?end)|\bheadless cms\b", re.IGNORECASE
    ),
}  # fmt: skip


def reasoned(
    drawn: Architecture,
    shape: Shape,
    *,
    entries: Entries,
    wishes: Wishes,
    questions: tuple[Clarification, ...],
) -> Architecture:
    """The architecture with its decisions, rejected alternatives, tradeoffs and risks."""
    named = mandates(entries, wishes)
    made = (
        *_shaped(shape, drawn, entries, wishes),
        *mandated(drawn, entries, named),
        *kept(drawn, entries, named),
        *parts(drawn, shape, entries=entries, named=named),
        *_demanded(drawn, entries, shape),
        *_wished(wishes),
    )
    decisions = _decided(made, entries)
    return drawn.model_copy(
        update={
            "decisions": decisions,
            "rejected": tuple(
                Rejected(name=name, why=why)
                for name, why in (*_turned_down(shape, drawn, entries, named), *_replaced(wishes))
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
    shared = tuple(each.id for each in entries.requirements if IS_SHARED.search(each.text))
    backend = any(part.id == "backend" for part in drawn.components)
    asked = wishes.kind and (
        f"{answer_to((wishes.kind_by,))} asks for {shape.title}"
        if wishes.kind_by
        else f"a person asked for {shape.title}"
    )
    why = f"{asked}; {shape.why}" if asked else shape.why
    answer = (wishes.kind_by,) if wishes.kind_by else ()
    matter = IN_PLACE if entries.in_place and shape.core != "steps" else "shape"
    yield Reasoned(matter, shape.headline, why, shape.gives_up, (*answer, *(shared if backend else ())))


def _demanded(drawn: Architecture, entries: Entries, shape: Shape) -> Iterator[Reasoned]:
    """What demands on quality and the ways of use decide, in programs that are served."""
    guard = next(
        (part.name for part in drawn.components if part.id == shape.guard and part.id != shape.core), ""
    )
    if not guard or drawn.kind not in {"web_app", "service", "mobile_app"}:
        return
    limits = limiting(entries)
    live = _of(each for each in entries.requirements if LIVE.search(each.text))
    many = _of(each for each in entries.nfrs if _many(each))
    if limits:
        why = ids_of(limits, one="limits who may do what", more="limit who may do what")
        yield Reasoned(
            "access",
            f"Check who asks in one place, the {guard if guard.isupper() else guard.lower()}",
            why,
            "every request pays for the check",
            limits,
        )
    if live and shape.keeper == "store":
        why = ids_of(live, one="must show changes at once", more="must show changes at once")
        yield Reasoned(
            "live changes",
            "Push changes to whoever is looking, over one open connection",
            why,
            "connections have to be kept open and counted",
            live,
        )
    if many and shape.keeper == "store":
        why = ids_of(
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


def _turned_down(
    shape: Shape, drawn: Architecture, entries: Entries, named: tuple[Mandate, ...]
) -> Iterator[tuple[str, str]]:
    """What the shape turns down, without what the document itself asks for."""
    told = "\n".join((*(each.name for each in named), *entries.told()))
    queued = any(part.kind == "queue" for part in drawn.components)
    for name, why in shape.rejected:
        asked = ASKED_FOR.get(name)
        if not (asked and asked.search(told)) and not (queued and name == "A message broker"):
            yield name, why


def _replaced(wishes: Wishes) -> Iterator[tuple[str, str]]:
    """What people wanted something else for."""
    for by, (old, new) in wishes.replaced.items():
        yield old, f"a person asked for {new} instead ({by})"


def _of(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(each.id for each in entries)
