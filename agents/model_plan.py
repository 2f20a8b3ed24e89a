"""A model's sections laid over the built-in plan: what the document demands is the floor, ids and sums are ours."""

import re
from dataclasses import dataclass

from agents.model_answers import Demands, Design, Domain, Thing, Workflows
from agents.schemas.architecture import Architecture, Component, Decision, Risk
from agents.schemas.pack import ArchitecturePack
from agents.schemas.questions import Clarification
from agents.schemas.requirements import Actor, Entity, Integration, NonFunctional, Requirement, Workflow

MOST_QUESTIONS = 5
WORD = re.compile(r"[^\W\d_]{4,}")


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


def merged(
    drawn: ArchitecturePack, sections: Sections, *, lines: int, model: str
) -> ArchitecturePack | Mistakes:
    """The pack of the model's sections on the built-in plan `drawn` of a document with so many `lines`."""
    demands, design = sections.demands, sections.design
    errors = (*wrong_demands(drawn, demands, lines=lines), *_wrong_design(drawn, demands, design))
    if errors:
        return Mistakes(errors)
    requirements, nfrs = _requirements(drawn, demands), _nfrs(drawn, demands)
    served = {each for part in design.components for each in part.requirement_ids}
    homeless = {each.id: each.text for each in (*requirements, *nfrs) if each.id not in served}
    questions = _questions(drawn, design)
    plain = drawn.model_dump(mode="json")
    plain |= {
        "planner": model[:100] or "model",
        "requirements": [each.model_dump(mode="json") for each in requirements],
        "nfrs": [each.model_dump(mode="json") for each in nfrs],
        "architecture": _architecture(design, homeless).model_dump(mode="json"),
        "clarifications": [each.model_dump(mode="json") for each in questions],
        "coverage": {},
        "trace": [],
    }
    plain |= {
        key: [each.model_dump(mode="json") for each in things]
        for key, things in _domain(sections.domain, sections.workflows, lines=lines).items()
    }
    plain["prd"] |= {"understood": list(design.understood or drawn.prd.understood)}
    plain["refinement"] |= {
        "component_map": [f"{part.name} ({part.kind})" for part in design.components],
        "topics": [],
    }
    plain["implementation"] |= {"infrastructure_nodes": [], "infrastructure_edges": [], "draft_backlog": []}
    return ArchitecturePack.model_validate(plain)


def demanded(drawn: ArchitecturePack, demands: Demands) -> dict[str, object]:
    """Everything the plan demands once the model has read the document too, with the ids it has in the plan."""
    return {
        "requirements": [
            each.model_dump(mode="json", include={"id", "text", "lines", "priority"})
            for each in _requirements(drawn, demands)
        ],
        "nfrs": [
            each.model_dump(mode="json", include={"id", "text", "lines", "category"})
            for each in _nfrs(drawn, demands)
        ],
    }


def wrong_demands(drawn: ArchitecturePack, demands: Demands, *, lines: int) -> tuple[str, ...]:
    """What is wrong with the demands, one sentence each."""
    functional = {each.id for each in drawn.requirements}
    quality = {each.id for each in drawn.nfrs}
    errors: list[str] = []
    for kind, known, entries in (
        ("requirements", functional, demands.requirements),
        ("nfrs", quality, demands.nfrs),
    ):
        given: set[str] = set()
        for each in entries:
            if each.id and each.id not in known:
                errors.append(f"{kind}: {each.id[:40]} is not in `found`; leave the id empty for a new entry")
            if each.id in given - {""}:
                errors.append(f"{kind}: {each.id[:40]} is given twice")
            given.add(each.id)
            if not each.id and not each.lines:
                errors.append(f"{kind}: a new entry must name its lines")
            if any(line > lines for line in each.lines):
                errors.append(
                    f"{kind}: {each.id[:40] or 'a new entry'} names a line after the last one ({lines})"
                )
    return tuple(errors)


def _wrong_design(drawn: ArchitecturePack, demands: Demands, design: Design) -> tuple[str, ...]:
    needed = {each.id for each in (*drawn.requirements, *drawn.nfrs)}
    known = {each.id for each in (*_requirements(drawn, demands), *_nfrs(drawn, demands))}
    parts = [part.id for part in design.components]
    served = {each for part in design.components for each in part.requirement_ids}
    return (
        *(
            f"component {each} is given twice"
            for each in sorted({part for part in parts if parts.count(part) > 1})
        ),
        *(
            f"{part.id} serves {each[:40]}, which is not in `found_by_now`"
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


def _requirements(drawn: ArchitecturePack, demands: Demands) -> tuple[Requirement, ...]:
    said = {each.id: each for each in demands.requirements if each.id}
    kept = [
        old.model_copy(update={"text": said[old.id].text, "priority": said[old.id].priority})
        if old.id in said
        else old.model_copy(update={"origin": "put_back"})
        for old in drawn.requirements
    ]
    taken = _taken(drawn)
    new = [each for each in demands.requirements if not each.id]
    return (
        *kept,
        *(
            Requirement(id=_fresh("R", taken), text=each.text, lines=each.lines, priority=each.priority)
            for each in new
        ),
    )


def _nfrs(drawn: ArchitecturePack, demands: Demands) -> tuple[NonFunctional, ...]:
    said = {each.id: each for each in demands.nfrs if each.id}
    kept = [
        old.model_copy(update={"text": said[old.id].text, "category": said[old.id].category})
        if old.id in said
        else old.model_copy(update={"origin": "put_back"})
        for old in drawn.nfrs
    ]
    taken = _taken(drawn)
    new = [each for each in demands.nfrs if not each.id]
    return (
        *kept,
        *(
            NonFunctional(id=_fresh("N", taken), text=each.text, lines=each.lines, category=each.category)
            for each in new
        ),
    )


def _taken(drawn: ArchitecturePack) -> set[str]:
    return {each.id for each in (*drawn.requirements, *drawn.nfrs)}


def _fresh(prefix: str, taken: set[str]) -> str:
    number = 1
    while f"{prefix}-{number}" in taken:
        number += 1
    taken.add(f"{prefix}-{number}")
    return f"{prefix}-{number}"


def _architecture(design: Design, homeless: dict[str, str]) -> Architecture:
    extra: dict[str, list[str]] = {}
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
        decisions=tuple(
            Decision(id=f"D{n}", title=each.title, why=each.why, gives_up=each.gives_up)
            for n, each in enumerate(design.decisions, start=1)
        ),
        tradeoffs=tuple(f"{each.title[:2000]}: {each.gives_up[:1900]}" for each in design.decisions),
        rejected=design.rejected,
        risks=tuple(
            Risk(id=f"K{n}", text=each.text, mitigation=each.mitigation)
            for n, each in enumerate(design.risks, start=1)
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
    """The built-in questions keep their numbers, so that answers stay with them; the model's follow."""
    room = max(0, MOST_QUESTIONS - len(drawn.clarifications))
    return (
        *drawn.clarifications,
        *(
            Clarification(
                id=f"Q{number}",
                text=each.text,
                why=each.why,
                changes=each.changes,
                default=each.default or None,
                options=each.options,
            )
            for number, each in enumerate(design.questions[:room], start=len(drawn.clarifications) + 1)
        ),
    )


def _domain(
    domain: Domain, workflows: Workflows, *, lines: int
) -> dict[str, list[Actor] | list[Entity] | list[Integration] | list[Workflow]]:
    def placed(thing: Thing) -> tuple[int, ...]:
        return tuple(line for line in thing.lines if line <= lines)

    return {
        "actors": [
            Actor(id=f"P-{n}", name=each.name, lines=placed(each))
            for n, each in enumerate(domain.actors, start=1)
        ],
        "entities": [
            Entity(id=f"E-{n}", name=each.name, attributes=each.attributes, lines=placed(each))
            for n, each in enumerate(domain.entities, start=1)
        ],
        "integrations": [
            Integration(id=f"I-{n}", name=each.name, lines=placed(each))
            for n, each in enumerate(domain.integrations, start=1)
        ],
        "workflows": [
            Workflow(
                id=f"W-{n}",
                name=each.name,
                steps=each.steps,
                lines=tuple(line for line in each.lines if line <= lines),
            )
            for n, each in enumerate(workflows.workflows, start=1)
        ],
    }
