"""The architecture pack: one version of the structured plan, as people approve it and as later steps read it."""

from collections import Counter
from functools import lru_cache
from typing import Annotated, Literal, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from agents.schemas.architecture import Architecture, ComponentId
from agents.schemas.questions import Assumption, Clarification, OpenQuestion
from agents.schemas.requirements import (
    Actor,
    Entity,
    EntryId,
    Integration,
    Name,
    NonFunctional,
    Note,
    Requirement,
    Statement,
    Text,
    UserStory,
    Workflow,
)
from agents.schemas.trace import Coverage, TraceRow

SCHEMA_VERSION = "1"


class Prd(BaseModel):
    """What the document is and what was understood of it; `digest` is the SHA-256 of the text that was read.

    `found` says in plain words what the reader noticed about the text itself: hidden characters that were removed,
    a language whose words it could not read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Note = ""
    product: Note = ""
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    understood: tuple[Text, ...] = ()
    user_stories: tuple[UserStory, ...] = ()
    non_goals: tuple[Statement, ...] = ()
    constraints: tuple[Statement, ...] = ()
    success_metrics: tuple[Statement, ...] = ()
    deferred: tuple[Statement, ...] = ()
    found: tuple[Text, ...] = ()


class Topic(BaseModel):
    """Something about the plan that people may change, with the sentence that would change it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    component_ids: tuple[ComponentId, ...] = ()
    example: Text


class Applied(BaseModel):
    """One refinement or answer and what came of it; `outcome` says plainly what could not be done."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Note
    by: Annotated[str, StringConstraints(max_length=100)] = ""
    outcome: Text
    changed_ids: tuple[str, ...] = ()


class Refinement(BaseModel):
    """The wireframe people refine on: the map of components, the topics, good next questions, and what was applied."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    component_map: tuple[Text, ...] = ()
    topics: tuple[Topic, ...] = ()
    suggested_questions: tuple[Text, ...] = ()
    applied: tuple[Applied, ...] = ()


class InfrastructureNode(BaseModel):
    """One thing that must exist to run the product."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ComponentId
    name: Name
    kind: Annotated[str, StringConstraints(max_length=60)]
    component_ids: tuple[ComponentId, ...] = ()


class InfrastructureEdge(BaseModel):
    """One infrastructure node needs another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: ComponentId
    target: ComponentId
    why: Annotated[str, StringConstraints(max_length=200)] = ""


class DraftItem(BaseModel):
    """A first guess at a piece of work, before the decomposition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text
    component_ids: tuple[ComponentId, ...] = ()
    requirement_ids: tuple[EntryId, ...] = ()


class Implementation(BaseModel):
    """How the plan becomes software: what runs where, what is handed on, what is watched."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    summary: Note = ""
    infrastructure_nodes: tuple[InfrastructureNode, ...] = ()
    infrastructure_edges: tuple[InfrastructureEdge, ...] = ()
    iac_handoff: tuple[Text, ...] = ()
    logic_requirements: tuple[Text, ...] = ()
    draft_backlog: tuple[DraftItem, ...] = ()
    coordination: tuple[Text, ...] = ()
    observability: tuple[Text, ...] = ()


class ArchitecturePack(BaseModel):
    """The whole contract; ids are unique within a pack, and nothing names a requirement or component that is not there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal["1"] = "1"
    planner: Annotated[str, StringConstraints(max_length=100)] = "built-in"
    prd: Prd
    org_constraints: tuple[Statement, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    actors: tuple[Actor, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    entities: tuple[Entity, ...] = ()
    integrations: tuple[Integration, ...] = ()
    nfrs: tuple[NonFunctional, ...] = ()
    architecture: Architecture
    refinement: Refinement = Refinement()
    implementation: Implementation = Implementation()
    assumptions: tuple[Assumption, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    coverage: Coverage = Coverage()
    trace: tuple[TraceRow, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        problems = (*_twice(self), *_dangling(self))
        if problems:
            raise ValueError("; ".join(problems[:20]))
        return self


def canonical(pack: ArchitecturePack) -> bytes:
    """The bytes that are digested, approved and stored as `architecture_pack.json` (RFC 8785)."""
    return rfc8785.dumps(pack.model_dump(mode="json"))


@lru_cache(maxsize=4)
def load(content: bytes) -> ArchitecturePack:
    """The pack in `content`; raises pydantic's ValidationError when it is not one. Remembered, as a backlog is."""
    return ArchitecturePack.model_validate_json(content)


def _twice(pack: ArchitecturePack) -> tuple[str, ...]:
    groups: tuple[tuple[str, ...], ...] = (
        (
            *(entry.id for entry in pack.requirements),
            *(entry.id for entry in pack.nfrs),
            *(entry.id for entry in pack.prd.constraints),
            *(entry.id for entry in pack.prd.non_goals),
            *(entry.id for entry in pack.prd.success_metrics),
            *(entry.id for entry in pack.prd.deferred),
            *(entry.id for entry in pack.org_constraints),
            *(entry.id for entry in pack.prd.user_stories),
            *(entry.id for entry in pack.actors),
            *(entry.id for entry in pack.workflows),
            *(entry.id for entry in pack.entities),
            *(entry.id for entry in pack.integrations),
            *(entry.id for entry in pack.assumptions),
            *(entry.id for entry in pack.open_questions),
            *(entry.id for entry in pack.clarifications),
            *(entry.id for entry in pack.architecture.decisions),
            *(entry.id for entry in pack.architecture.risks),
        ),
        tuple(entry.id for entry in pack.architecture.components),
        tuple(entry.id for entry in pack.implementation.infrastructure_nodes),
    )
    return tuple(
        f"{each} is given twice" for ids in groups for each, count in Counter(ids).items() if count > 1
    )


def _dangling(pack: ArchitecturePack) -> tuple[str, ...]:
    wanted = {entry.id for entry in pack.requirements} | {entry.id for entry in pack.nfrs}
    parts = {entry.id for entry in pack.architecture.components}
    nodes = {entry.id for entry in pack.implementation.infrastructure_nodes}
    architecture, implementation = pack.architecture, pack.implementation
    served = (
        *((part.id, each) for part in architecture.components for each in part.requirement_ids),
        *((risk.id, each) for risk in architecture.risks for each in risk.requirement_ids),
        *((flow.id, each) for flow in pack.workflows for each in flow.requirement_ids),
        *((item.title, each) for item in implementation.draft_backlog for each in item.requirement_ids),
    )
    joined = (
        *(
            (f"{j.source} > {j.target}", each)
            for j in architecture.connections
            for each in (j.source, j.target)
        ),
        *((node.id, each) for node in implementation.infrastructure_nodes for each in node.component_ids),
        *((item.title, each) for item in implementation.draft_backlog for each in item.component_ids),
        *((topic.name, each) for topic in pack.refinement.topics for each in topic.component_ids),
    )
    wired = tuple(
        (f"{e.source} > {e.target}", each)
        for e in implementation.infrastructure_edges
        for each in (e.source, e.target)
    )
    return (
        *(
            f"{who} names requirement {each}, which is not there"
            for who, each in served
            if each not in wanted
        ),
        *(f"{who} names component {each}, which is not there" for who, each in joined if each not in parts),
        *(
            f"{who} names infrastructure {each}, which is not there"
            for who, each in wired
            if each not in nodes
        ),
    )
