"""What serves what, computed from a pack and its backlog by `policies.coverage`; never taken from a model."""

from pydantic import BaseModel, ConfigDict

from agents.schemas.requirements import EntryId


class Count(BaseModel):
    """How many of `total` are served."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    total: int = 0
    served: int = 0


class Gap(BaseModel):
    """A requirement that nothing serves, and at which step it is lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requirement_id: EntryId
    missing: str


class Coverage(BaseModel):
    """The sums; `backlog` is None as long as there is no backlog."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requirements: Count = Count()
    nfrs: Count = Count()
    backlog: Count | None = None
    gaps: tuple[Gap, ...] = ()


class TraceRow(BaseModel):
    """One requirement's way from source line to component to unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    requirement_id: EntryId
    lines: tuple[int, ...] = ()
    component_ids: tuple[str, ...] = ()
    unit_ids: tuple[str, ...] = ()
