"""Entries about what was approved and what was written."""

from typing import Literal

from policies.entries.base import EntryBase
from policies.people import Person


class Yes(EntryBase):
    """A human's yes to exactly one digest, and everything that yes is bound to."""

    target: str
    version: int
    digest: str
    by: Person
    comment_id: int
    comment_sha256: str
    thread: int
    base_ref: str
    base_sha: str
    policy_digest: str
    only: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


class Approved(Yes):
    """The yes by which something is approved; from here on it may be acted on. `owners` says who spoke for which path."""

    type: Literal["approved"] = "approved"


class Endorsed(Yes):
    """A yes that counts and is not enough yet: the repository wants `needed` people, and whoever `owners` names."""

    type: Literal["endorsed"] = "endorsed"
    needed: int = 2


class ApprovalVoided(EntryBase):
    """An approval no longer stands, and why; with a `comment_id`, only the one yes that was said there, on the way to it."""

    type: Literal["approval_voided"] = "approval_voided"
    target: str
    digest: str
    reason: str
    comment_id: int = 0
    by: Person | None = None


class Rejected(EntryBase):
    """A person's no to one artifact."""

    type: Literal["rejected"] = "rejected"
    target: str
    why: str
    by: Person


class Overridden(EntryBase):
    """One rule passes for exactly one patchset digest: who said so, where, why, and under which configuration.

    `finding` is the SHA-256 of what the rule found then; without one, as in records from before it was kept, it lets nothing pass.
    """

    type: Literal["overridden"] = "overridden"
    rule: str
    target: str
    digest: str
    by: Person
    comment_id: int
    comment_sha256: str
    thread: int
    policy_digest: str
    why: str
    finding: str = ""


class WriteIntended(EntryBase):
    """About to write what was approved; recorded first, so that no write is ever without its reason."""

    type: Literal["write_intended"] = "write_intended"
    subject: str
    digest: str
    branch: str
    base_sha: str


class Written(EntryBase):
    """Written: the commit's tree equals what was approved, and a pull request shows it."""

    type: Literal["written"] = "written"
    subject: str
    digest: str
    branch: str
    commit_sha: str
    tree_sha: str
    pull_request: int


class WriteRefused(EntryBase):
    """Not written, and why; `unknown` says that it could not be told whether GitHub took it."""

    type: Literal["write_refused"] = "write_refused"
    subject: str
    digest: str
    reason: str
    unknown: bool = False
