"""How the drawn architecture becomes software: what must exist to run it, what is handed on, what is watched."""

from agents.builtin.planning.drawing.shape_parts import Shape
from agents.builtin.planning.entries import Entries
from agents.schemas.architecture import Architecture
from agents.schemas.pack import (
    DraftItem,
    Implementation,
    InfrastructureEdge,
    InfrastructureNode,
    Refinement,
    Topic,
)
from agents.schemas.questions import Clarification

OWN = frozenset({"client", "interface", "domain", "worker", "library", "config"})
SERVED = frozenset({"service", "web_app", "pipeline", "infrastructure"})


def implementation(drawn: Architecture, shape: Shape, entries: Entries) -> Implementation:
    """The hand-over of the architecture to those who build and run it."""
    nodes, edges = _infrastructure(drawn, shape)
    return Implementation(
        summary=f"{shape.headline}; it runs on {shape.runs_on}. {len(entries.requirements)} requirements over {len(drawn.components)} components.",
        infrastructure_nodes=nodes,
        infrastructure_edges=edges,
        iac_handoff=()
        if entries.in_place
        else tuple(f"{node.name}: {node.kind}" for node in nodes if node.kind != "run by others"),
        logic_requirements=tuple(
            f"{each.id}: {each.text[:300]}"
            for each in entries.requirements
            if each.priority in {"must", "unstated"}
        )[:60],
        draft_backlog=tuple(
            DraftItem(
                title=f"Build {part.name}", component_ids=(part.id,), requirement_ids=part.requirement_ids
            )
            for part in drawn.components
            if part.kind in OWN and part.requirement_ids
        ),
        coordination=(
            "One unit is one pull request; units wait for what they depend on.",
            "A question that touches a unit pauses that unit, not the rest.",
        ),
        observability=_observability(drawn, entries),
    )


def wireframe(drawn: Architecture, *, entries: Entries, questions: tuple[Clarification, ...]) -> Refinement:
    """What people see to refine on: the map of parts, what can be changed and with which sentence."""
    topics = [
        Topic(
            name="Requirements",
            example=f"drop requirement {entries.requirements[-1].id}"
            if entries.requirements
            else "add requirement: people can export their data",
        )
    ]
    topics.extend(
        Topic(
            name=f"Where data is kept ({part.name[:100]})",
            component_ids=(part.id,),
            example=f"use SQLite instead of {part.technology}",
        )
        for part in drawn.components
        if part.kind in {"store", "files"} and part.technology
    )
    inner = [part for part in drawn.components if part.kind == "domain"]
    if len(inner) > 1:
        topics.append(
            Topic(
                name="How the rules are divided",
                component_ids=tuple(part.id for part in inner),
                example=f"merge components {inner[0].id} and {inner[1].id}",
            )
        )
    return Refinement(
        component_map=tuple(
            f"{part.name} ({part.kind}): {len(part.requirement_ids)} requirements"
            for part in drawn.components
        ),
        topics=tuple(topics),
        suggested_questions=tuple(each.text for each in questions if not each.answer)[:5],
    )


def _infrastructure(
    drawn: Architecture, shape: Shape
) -> tuple[tuple[InfrastructureNode, ...], tuple[InfrastructureEdge, ...]]:
    own = tuple(part.id for part in drawn.components if part.kind in OWN)
    nodes = [InfrastructureNode(id="program", name="The program", kind=shape.runs_on[:60], component_ids=own)]
    edges: list[InfrastructureEdge] = []
    kinds = {"store": "database", "queue": "queue", "external": "run by others", "files": "storage"}
    for part in drawn.components:
        if part.kind in kinds:
            nodes.append(
                InfrastructureNode(
                    id=part.id,
                    name=part.technology or part.name,
                    kind=kinds[part.kind],
                    component_ids=(part.id,),
                )
            )
            edges.append(InfrastructureEdge(source="program", target=part.id, why=part.purpose[:200]))
    return tuple(nodes), tuple(edges)


def _observability(drawn: Architecture, entries: Entries) -> tuple[str, ...]:
    signals = (
        ["A health check that says which part is not well."]
        if drawn.kind in SERVED
        else ["Errors are reported with what was being done, without personal data."]
    )
    signals.extend(
        f"Measure {each.id}: {each.text[:200]}" for each in entries.nfrs if each.target is not None
    )
    signals.extend(f"Measure {each.id}: {each.text[:200]}" for each in entries.metrics[:5])
    return tuple(signals[:20])
