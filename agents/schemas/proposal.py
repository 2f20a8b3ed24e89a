"""What an implementer may hand over for one unit: whole files, or the plain statement that it cannot."""

from typing import Annotated

import rfc8785
from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter

Path = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class ProposedFile(BaseModel):
    """One whole file as it shall be after the change; `content` is None when the file shall go."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Path
    content: str | None
    executable: bool = False
    reason: str


class Proposal(BaseModel):
    """Files for one unit: `reading` restates the unit in the implementer's own words, so that a misreading shows early.

    `declared` are the paths a model said it would touch before it wrote them, and `side_effects` what it expects elsewhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit_id: str
    reading: str
    files: tuple[ProposedFile, ...]
    side_effects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()


class CannotPropose(BaseModel):
    """Why there are no files for this unit, and what would change that."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit_id: str
    reason: str
    what_would_help: str


ANSWER: TypeAdapter[Proposal | CannotPropose] = TypeAdapter(Proposal | CannotPropose)


def canonical(answer: Proposal | CannotPropose) -> bytes:
    """The bytes an implementer's answer is stored as (RFC 8785)."""
    return rfc8785.dumps(answer.model_dump(mode="json"))


def load(content: bytes) -> Proposal | CannotPropose:
    """The answer in `content`; raises pydantic's ValidationError when it is neither of the two."""
    return ANSWER.validate_json(content)
