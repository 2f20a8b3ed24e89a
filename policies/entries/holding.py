"""Entries that hold a run, release it, or end it."""

from typing import Literal

from agents.ask import Role
from policies.entries.base import EntryBase
from policies.people import Person


class PrdChanged(EntryBase):
    """The PRD's text changed after it was read; plans made from the old text are behind."""

    type: Literal["prd_changed"] = "prd_changed"
    prd_sha256: str
    by: Person


class Paused(EntryBase):
    """Held by a person."""

    type: Literal["paused"] = "paused"
    by: Person
    why: str = ""


class Resumed(EntryBase):
    """Released by a person."""

    type: Literal["resumed"] = "resumed"
    by: Person


class Retried(EntryBase):
    """A person asked to try the last step again, of the run or of one unit."""

    type: Literal["retried"] = "retried"
    by: Person
    unit: str = ""


class Stopped(EntryBase):
    """Ended by a person."""

    type: Literal["stopped"] = "stopped"
    by: Person
    why: str = ""


class NeedsHuman(EntryBase):
    """The run stands until a person acts; where that is because of a pull request, its check run says so, too."""

    type: Literal["needs_human"] = "needs_human"
    reason: str
    unit: str = ""
    pull_request: int = 0


class BudgetReached(EntryBase):
    """A call was not made, because it could cost up to `worst` and of `cap` `spent` was gone; millionths of a dollar."""

    type: Literal["budget_reached"] = "budget_reached"
    role: Role
    subject: str
    scope: Literal["call", "run", "repository_day", "day"]
    spent: int
    cap: int
    worst: int


class BudgetRaised(EntryBase):
    """A person said what the run may spend in all, in millionths of a dollar."""

    type: Literal["budget_raised"] = "budget_raised"
    by: Person
    cap: int


class CommandRefused(EntryBase):
    """A command was refused: who, which, where, why, and what would work."""

    type: Literal["command_refused"] = "command_refused"
    by: Person
    command: str
    code: str
    reason: str
    remedy: str = ""
    paste: str = ""
    thread: int = 0
    comment_id: int = 0


class RunDone(EntryBase):
    """Every unit the run was cleared for has ended."""

    type: Literal["run_done"] = "run_done"


class Nudged(EntryBase):
    """The run waited for a person and nothing was heard for long, so it was said once more whose turn it is."""

    type: Literal["nudged"] = "nudged"
