"""The one architecture of a pack: its parts, how they are joined, why so, and what was turned down."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from agents.schemas.requirements import EntryId, Name, Note, Text

ComponentId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ProductKind = Literal[
    "service",
    "web_app",
    "mobile_app",
    "desktop_app",
    "cli",
    "library",
    "extension",
    "pipeline",
    "game",
    "infrastructure",
]
ComponentKind = Literal[
    "client", "interface", "domain", "worker", "store", "files", "queue", "external", "library", "config"
]


class Component(BaseModel):
    """One part; `kind` `external` is somebody else's system, `store` and `files` keep data."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ComponentId
    name: Name
    kind: ComponentKind
    purpose: Text
    technology: Annotated[str, StringConstraints(max_length=200)] = ""
    requirement_ids: tuple[EntryId, ...] = ()


class Connection(BaseModel):
    """Who calls whom: `source` and `target` are component ids; `waits` is False when the source does not wait."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: ComponentId
    target: ComponentId
    label: Annotated[str, StringConstraints(max_length=60)] = ""
    waits: bool = True


Matter = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_ ]{0,59}$|^$")]


# What the first decision is about where a plan changes something that is there already.
IN_PLACE: Final = "in place"


class Decision(BaseModel):
    """A choice with its reason and its price; `because` names the requirements, constraints and answers behind it.

    `matter` is what the choice is about, by which it is known again in the next version in whatever words it comes. It is
    empty where the title tells that.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^D[0-9]{1,6}$")]
    matter: Matter = ""
    title: Text
    why: Text
    gives_up: Text
    because: tuple[EntryId, ...] = ()


class Rejected(BaseModel):
    """An alternative that was weighed and turned down."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    why: Text


class Risk(BaseModel):
    """What may go wrong and what the plan does about it; `matter` as with a decision."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^K[0-9]{1,6}$")]
    matter: Matter = ""
    text: Text
    mitigation: Text
    requirement_ids: tuple[EntryId, ...] = ()


class Architecture(BaseModel):
    """`headline` is the one sentence that must stand alone; `language` is the language of the code, when one follows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ProductKind
    headline: Text
    rationale: Note = ""
    language: Annotated[str, StringConstraints(max_length=60)] = ""
    components: tuple[Component, ...] = ()
    connections: tuple[Connection, ...] = ()
    decisions: tuple[Decision, ...] = ()
    tradeoffs: tuple[Text, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    risks: tuple[Risk, ...] = ()

    @property
    def in_place(self) -> bool:
        """Whether this changes something that is there already, and sets nothing up."""
        return any(each.matter == IN_PLACE for each in self.decisions)
