"""What comes back of the App's own work: an agent's reply, issues in step, a write that was made or refused, a step that failed."""

from dataclasses import dataclass
from typing import Literal

from agents.ask import Call, Role, Usage


@dataclass(frozen=True, slots=True)
class AcceptReply:
    """An agent's stored reply has come back; `content` is None when there is none and `reason` says why."""

    role: Role
    ask: str
    subject: str
    base_sha: str
    content: str | None
    reason: str
    usage: Usage
    prd_sha256: str = ""
    calls: tuple[Call, ...] = ()
    base_ref: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Paid:
    """Calls were paid for that have come to no answer yet, or never will."""

    role: Role
    subject: str
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class OverBudget:
    """A question was not put, because the call could cost `worst` and of `cap` `spent` is gone; millionths of a dollar."""

    role: Role
    subject: str
    scope: Literal["call", "run", "repository_day", "day"]
    spent: int
    cap: int
    worst: int


@dataclass(frozen=True, slots=True)
class Synced:
    """The backlog's issues are as the backlog says: unit id -> (issue number, issue id)."""

    version: int
    issues: tuple[tuple[str, int, int], ...]
    slices: tuple[tuple[str, int, int], ...]
    writes: int


@dataclass(frozen=True, slots=True)
class Wrote:
    """The write gate has written what was approved and a pull request shows it."""

    subject: str
    digest: str
    branch: str
    commit_sha: str
    tree_sha: str
    pull_request: int


@dataclass(frozen=True, slots=True)
class WriteFailed:
    """The write gate refused, or GitHub did; nothing of the subject was written, or `unknown` says it cannot be told.

    `void` says that the approval does not count any more, so that trying again would not help.
    """

    subject: str
    digest: str
    reason: str
    unknown: bool = False
    void: bool = False


@dataclass(frozen=True, slots=True)
class Stuck:
    """A step failed for good; the run needs a person."""

    reason: str
