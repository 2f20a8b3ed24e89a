"""A model's sections laid over the built-in plan: what the document demands is the floor, ids and sums are ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel

from agents.builtin.planning.saying_back import quality, unsaid, what
from agents.model_answers import Demands, Design, Domain, Sequence, Thing, Workflows
from agents.model_floor import fresh, nfrs_of, requirements_of, taken, wrong_demands
from agents.schemas.architecture import IN_PLACE, Architecture, Component, Decision, Risk
from agents.schemas.pack import Applied, ArchitecturePack
from agents.schemas.planner import Known
from agents.schemas.questions import Assumption, Clarification, OpenQuestion
from agents.schemas.requirements import Actor, Entity, Integration, Workflow

MOST_QUESTIONS = 5
WORD = re.compile(r"[^\W\d_]{4,}")
# What the built-in rules say of their own parts, or of a line whose meaning only a model can tell.
_OF_PARTS = re.compile(r"\bcomponents?\b|\bthat line is about\b")


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What does not hold together in an answer, one sentence each."""

    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """Everything a model answers for one plan."""

    demands: Demands
    workflows: Workflows
    domain: Domain
    design: Design


def merged(  # noqa: PLR0913  # each is one source of the plan, passed by name
    drawn: ArchitecturePack,
    sections: Sections,
    *,
    lines: int,
    model: str,
    notes: tuple[str, ...] = (),
    before: tuple[Known, ...] = (),
) -> ArchitecturePack | Mistakes:
    """The pack of the model's sections on the built-in plan `drawn` of a document with so many `lines`.

    `notes` are for people: what else is to be known about how the document was read. `before` is what earlier versions held.
    """
    demands, design = sections.demands, sections.design
    errors = (*wrong_demands(drawn, demands, lines=lines), *_wrong_design(drawn, demands, design, before))
    if errors:
        return Mistakes(errors)
    requirements, nfrs = requirements_of(drawn, demands, before), nfrs_of(drawn, demands, before)
    used = taken(drawn) | {each.id for each in (*requirements, *nfrs)}
    served = {each for part in design.components for each in part.requirement_ids}
    homeless = {each.id: each.text for each in (*requirements, *nfrs) if each.id not in served}
    new = _questions(drawn, design)
    plain = drawn.model_dump(mode="json")
    plain |= {
        "planner": model[:100] or "model",
        "requirements": _plain(requirements),
        "nfrs": _plain(nfrs),
        "architecture": _architecture(design, homeless, used, before=drawn).model_dump(mode="json"),
        "clarifications": _plain((*drawn.clarifications, *new)),
        "assumptions": _plain((*drawn.assumptions, *_assumed(new, used))),
        "open_questions": _plain((*drawn.open_questions, *_open(new, used))),
        "coverage": {},
        "trace": [],
    }
    plain |= _domain(sections.domain, sections.workflows, lines=lines, used=used)
    plain["prd"] |= {
        "found": [*drawn.prd.found, *notes],
    }
    plain["refinement"] |= {
        "component_map": [f"{part.name} ({part.kind})" for part in design.components],
        "topics": [],
        "applied": _plain(_heard(drawn)),
    }
    plain["implementation"] |= {"infrastructure_nodes": [], "infrastructure_edges": [], "draft_backlog": []}
    return _said_back(ArchitecturePack.model_validate(plain), design.understood)


def _said_back(pack: ArchitecturePack, said: tuple[str, ...]) -> ArchitecturePack:
    """People read five sentences; where the model says fewer, ours stand in the places of the others, and count what is in its plan."""
    who, _, limits, *_ = pack.prd.understood
    ours = (
        who,
        what(pack.requirements, pack.prd.user_stories, pack.entities),
        limits,
        quality(pack.nfrs),
        unsaid(pack.clarifications, told=pack.open_questions),
    )
    return pack.model_copy(
        update={"prd": pack.prd.model_copy(update={"understood": (*said, *ours[len(said) :])})}
    )


def _plain(entries: Iterable[BaseModel]) -> list[object]:
    return [each.model_dump(mode="json") for each in entries]


def _heard(drawn: ArchitecturePack) -> tuple[Applied, ...]:
    """What came of each wish; one that the built-in rules only kept as a constraint has been read by the model.

    So has one about a component: the parts are the model's, and what the rules did to the draft's is not in the plan.
    """
    kept = {each.id for each in drawn.prd.constraints if each.origin == "refinement"}
    parts = {part.id for part in drawn.architecture.components}
    return tuple(_told(each, kept=kept, parts=parts) for each in drawn.refinement.applied)


def _told(each: Applied, *, kept: set[str], parts: set[str]) -> Applied:
    ids = set(each.changed_ids)
    outcome = each.outcome
    if ids and kept >= ids:
        outcome = (
            f"Kept as {each.changed_ids[0]} for every later version; the model drew the plan anew with it."
        )
    elif ids & parts or _OF_PARTS.search(outcome) or outcome.partition(" ")[0] in parts:
        outcome = "The model drew the plan anew with this wish."
    return each.model_copy(update={"outcome": outcome})


def _wrong_design(
    drawn: ArchitecturePack, demands: Demands, design: Design, before: tuple[Known, ...]
) -> tuple[str, ...]:
    needed = {each.id for each in (*drawn.requirements, *drawn.nfrs)}
    demanded = (*requirements_of(drawn, demands, before), *nfrs_of(drawn, demands, before))
    known = {each.id for each in demanded}
    parts = [part.id for part in design.components]
    served = {each for part in design.components for each in part.requirement_ids}
    return (
        *(
            f"component {each} is given twice"
            for each in sorted({part for part in parts if parts.count(part) > 1})
        ),
        *(
            f"{part.id} serves {each[:40]}, which is none of the demands found by now"
            for part in design.components
            for each in part.requirement_ids
            if each not in known
        ),
        *(f"no component serves {each}" for each in sorted(needed - served)),
        *(
            f"a connection names {end}, which is not a component"
            for wire in design.connections
            for end in (wire.source, wire.target)
            if end not in parts
        ),
    )


def _architecture(
    design: Design, homeless: dict[str, str], used: set[str], *, before: ArchitecturePack
) -> Architecture:
    extra: dict[str, list[str]] = {}
    # Whether something is changed in its place is for the text to say, and what is cut hangs on it.
    stays = tuple(each for each in before.architecture.decisions if each.matter == IN_PLACE)
    taken = used | {each.id for each in stays}
    for each, text in homeless.items():
        extra.setdefault(_home(text, design.components), []).append(each)
    return Architecture(
        kind=design.kind,
        headline=design.headline,
        rationale=design.rationale,
        language=design.language,
        components=tuple(
            part.model_copy(update={"requirement_ids": (*part.requirement_ids, *extra.get(part.id, ()))})
            for part in design.components
        ),
        connections=design.connections,
        decisions=(
            *stays,
            *(
                Decision(id=id_, title=each.title, why=each.why, gives_up=each.gives_up)
                for id_, each in zip(fresh("D", taken, joint=""), design.decisions, strict=False)
            ),
        ),
        tradeoffs=tuple(f"{each.title[:2000]}: {each.gives_up[:1900]}" for each in design.decisions),
        rejected=design.rejected,
        risks=tuple(
            Risk(id=id_, text=each.text, mitigation=each.mitigation)
            for id_, each in zip(fresh("K", used, joint=""), design.risks, strict=False)
        ),
    )


def _home(text: str, parts: tuple[Component, ...]) -> str:
    """The component whose words are closest to a new requirement that the design has left out."""
    words = {word.casefold()[:6] for word in WORD.findall(text)}
    own = [part for part in parts if part.kind != "external"] or list(parts)
    return max(
        own,
        key=lambda part: len(
            words & {word.casefold()[:6] for word in WORD.findall(f"{part.name} {part.purpose}")}
        ),
    ).id


def _questions(drawn: ArchitecturePack, design: Design) -> tuple[Clarification, ...]:
    """The model's new questions; those that were asked before keep their numbers, so that answers stay with them."""
    last = max((int(each.id.removeprefix("Q")) for each in drawn.clarifications), default=0)
    room = max(0, MOST_QUESTIONS - len(drawn.clarifications))
    asked = {each.text.casefold() for each in drawn.clarifications}
    new = [each for each in design.questions if each.text.casefold() not in asked]
    return tuple(
        Clarification(
            id=f"Q{number}",
            text=each.text,
            why=each.why,
            changes=each.changes,
            default=each.default or None,
            options=each.options,
        )
        for number, each in enumerate(new[:room], start=last + 1)
    )


def _assumed(new: tuple[Clarification, ...], used: set[str]) -> tuple[Assumption, ...]:
    return tuple(
        Assumption(id=id_, text=f"{each.text} {each.default}"[:4000], question=each.id)
        for id_, each in zip(fresh("A", used), (each for each in new if each.default), strict=False)
    )


def _open(new: tuple[Clarification, ...], used: set[str]) -> tuple[OpenQuestion, ...]:
    return tuple(
        OpenQuestion(id=id_, text=each.text, question=each.id)
        for id_, each in zip(fresh("O", used), (each for each in new if each.blocking), strict=False)
    )


def _domain(domain: Domain, workflows: Workflows, *, lines: int, used: set[str]) -> dict[str, list[object]]:
    def placed(thing: Thing | Sequence) -> tuple[int, ...]:
        return tuple(line for line in thing.lines if line <= lines)

    return {
        "actors": _plain(
            Actor(id=id_, name=each.name, lines=placed(each))
            for id_, each in zip(fresh("P", used), domain.actors, strict=False)
        ),
        "entities": _plain(
            Entity(id=id_, name=each.name, attributes=each.attributes, lines=placed(each))
            for id_, each in zip(fresh("E", used), domain.entities, strict=False)
        ),
        "integrations": _plain(
            Integration(id=id_, name=each.name, lines=placed(each))
            for id_, each in zip(fresh("I", used), domain.integrations, strict=False)
        ),
        "workflows": _plain(
            Workflow(id=id_, name=each.name, steps=each.steps, lines=placed(each))
            for id_, each in zip(fresh("W", used), workflows.workflows, strict=False)
        ),
    }
