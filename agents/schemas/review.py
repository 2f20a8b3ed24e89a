"""What a reviewer is given of a pull request, and the findings it may come back with."""

from typing import Annotated, Literal, get_args

import rfc8785
from pydantic import BaseModel, ConfigDict, StringConstraints

from agents.repository.shown import RepositoryContext
from agents.schemas.backlog import Unit

Severity = Literal["critical", "major", "minor", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
Category = Literal[
    "correctness", "security", "data loss", "tests", "requirement", "performance", "maintainability", "other"
]
Words = Annotated[str, StringConstraints(min_length=1, max_length=600)]


class Wanted(BaseModel):
    """A requirement or quality demand that the unit serves."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str


class Reviewed(BaseModel):
    """One file as it was and as it is proposed; None where there is none, or where it is no text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    before: str | None
    after: str | None


class ReviewInputs(BaseModel):
    """The unit, what it serves, the files that were approved, and what the repository has around them; nothing of what the proposer said.

    `left_out` are files that are too large to be looked at.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: Unit
    wanted: tuple[Wanted, ...] = ()
    files: tuple[Reviewed, ...] = ()
    left_out: tuple[str, ...] = ()
    context: RepositoryContext | None = None


class Finding(BaseModel):
    """One fault, at a line of the file as it is proposed where it has one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    severity: Severity
    category: Category
    path: str
    line: int | None = None
    text: Words


class Review(BaseModel):
    """What a reviewer found; an empty list is a review that passed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    findings: tuple[Finding, ...]


def canonical(review: Review) -> bytes:
    """The bytes a review is stored as (RFC 8785)."""
    return rfc8785.dumps(review.model_dump(mode="json"))


def load(content: bytes) -> Review:
    """The review in `content`; raises pydantic's ValidationError when it is not one."""
    return Review.model_validate_json(content)
