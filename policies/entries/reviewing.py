"""Entries about reviews of pull requests."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from policies.entries.base import EntryBase
from policies.people import Person


class ReviewFinding(BaseModel):
    """One fault that a reviewer reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    severity: Literal["critical", "major", "minor", "note"]
    category: str
    path: str
    line: int | None = None
    text: str


class Reviewed(EntryBase):
    """The reviewer role has looked at what a pull request shows: evidence, and never an approval.

    `failed` says why there is no review, where there is none.
    """

    type: Literal["reviewed"] = "reviewed"
    unit: str
    pull_request: int
    digest: str
    findings: tuple[ReviewFinding, ...] = ()
    failed: str = ""


class ReviewMissed(EntryBase):
    """A person found something wrong with what the reviewer role had let pass."""

    type: Literal["review_missed"] = "review_missed"
    unit: str
    pull_request: int
    digest: str
    by: Person
    text: str
