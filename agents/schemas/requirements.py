"""What a PRD says, cut into entries that each carry the source lines they came from."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LineNumber = Annotated[int, Field(ge=1)]
# 1-based source lines, counted by line feeds; an entry without lines was derived, not read.
Lines = tuple[LineNumber, ...]
EntryId = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]{0,9}([-_.][A-Za-z0-9]{1,10}){0,4}$")
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Note = Annotated[str, StringConstraints(max_length=4000)]

Priority = Literal["must", "should", "could", "wont", "unstated"]
# `found` is what a model found in the document besides what the reader had.
Origin = Literal["document", "refinement", "answer", "derived", "put_back", "found"]
Category = Literal[
    "performance",
    "scalability",
    "reliability",
    "availability",
    "security",
    "privacy",
    "usability",
    "accessibility",
    "compatibility",
    "maintainability",
    "extensibility",
    "testability",
    "observability",
    "cost",
    "compliance",
    "retention",
    "localization",
    "data-integrity",
    "other",
]


class Target(BaseModel):
    """A measurable goal: `at most 200 ms` is comparison `<=`, quantity 200.0, unit `ms`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    comparison: Literal["<", "<=", "=", ">=", ">"]
    quantity: float
    unit: Annotated[str, StringConstraints(max_length=40)] = ""
    qualifier: Annotated[str, StringConstraints(max_length=80)] = ""


class Entry(BaseModel):
    """Words with an id, where they stand, and where they came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    text: Text
    lines: Lines = ()
    origin: Origin = "document"


class Demand(Entry):
    """What is asked of the product; `label` is the document's own id."""

    label: Annotated[str, StringConstraints(max_length=40)] = ""
    priority: Priority = "unstated"


class Requirement(Demand):
    """One thing the product shall do; `area` is the heading it stood under."""

    area: Annotated[str, StringConstraints(max_length=200)] = ""
    acceptance: tuple[Text, ...] = ()
    tentative: bool = False


class NonFunctional(Demand):
    """One demand on quality, with its number when the document gives one."""

    category: Category = "other"
    target: Target | None = None


class Statement(Entry):
    """A constraint, non-goal or success metric in the document's words."""


class UserStory(Entry):
    """Who wants what and why; the three parts are empty when the words could not be taken apart."""

    label: Annotated[str, StringConstraints(max_length=40)] = ""
    actor: Note = ""
    want: Note = ""
    benefit: Note = ""
    acceptance: tuple[Text, ...] = ()


class Actor(BaseModel):
    """A role or group of people (or machines) the document names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    name: Name
    lines: Lines = ()


class Workflow(BaseModel):
    """A sequence the document describes step by step."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    name: Name
    steps: tuple[Text, ...] = ()
    requirement_ids: tuple[EntryId, ...] = ()
    lines: Lines = ()


class Entity(BaseModel):
    """A thing of the domain the product keeps or handles, with the attributes the document gives it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    name: Name
    attributes: tuple[Name, ...] = ()
    lines: Lines = ()


class Integration(BaseModel):
    """An outside system the product talks to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: EntryId
    name: Name
    lines: Lines = ()
