"""Entries on the way from a backlog to merged pull requests."""

from collections.abc import Mapping
from typing import Literal

from policies.checks import Standing
from policies.entries.base import CheckResult, EntryBase, GateResult
from policies.people import Person


class BacklogSynced(EntryBase):
    """The issues of an approved backlog stand in the repository: unit or slice id -> (number, database id)."""

    type: Literal["backlog_synced"] = "backlog_synced"
    version: int
    issues: Mapping[str, tuple[int, int]]
    slices: Mapping[str, tuple[int, int]]
    writes: int


class PatchsetProposed(EntryBase):
    """A patchset has been computed on its pinned base; `content` is the digest of the proposal it was built from."""

    type: Literal["patchset_proposed"] = "patchset_proposed"
    unit: str
    number: str
    version: int
    digest: str
    content: str
    base_ref: str
    base_sha: str
    tree_sha: str
    paths: Mapping[str, str]


class GatesJudged(EntryBase):
    """What the gates said of a patchset; a block keeps it from the people until the unit is refined."""

    type: Literal["gates_judged"] = "gates_judged"
    unit: str
    number: str
    digest: str
    gates: tuple[GateResult, ...]
    blocked: bool


class PatchsetKept(EntryBase):
    """A wish changed no file, so the version that was there stands; `came` says of each wish what came of it."""

    type: Literal["patchset_kept"] = "patchset_kept"
    unit: str
    number: str
    digest: str
    came: tuple[str, ...] = ()


class UnitWaits(EntryBase):
    """The proposer cannot do this unit, and says why; a model or a person can."""

    type: Literal["unit_waits"] = "unit_waits"
    unit: str
    reason: str


class UnitsDropped(EntryBase):
    """Units left the run: by a new backlog, or because a person closed an issue."""

    type: Literal["units_dropped"] = "units_dropped"
    units: tuple[str, ...]
    why: str
    done_by_person: bool = False


class UnitTaken(EntryBase):
    """A person has a unit in their own hands, because its issue was assigned to them."""

    type: Literal["unit_taken"] = "unit_taken"
    unit: str
    to: Person
    by: Person


class UnitGivenBack(EntryBase):
    """Nobody is assigned to the unit's issue any more, so it goes on as if nobody had taken it."""

    type: Literal["unit_given_back"] = "unit_given_back"
    unit: str
    by: Person


class ChecksSeen(EntryBase):
    """What the checks on a pull request's head said; `look_at` is when they are looked at again if nothing is told."""

    type: Literal["checks_seen"] = "checks_seen"
    pull_request: int
    head_sha: str
    state: Standing
    summary: str = ""
    results: tuple[CheckResult, ...] = ()
    look_at: str = ""


class PullRequestEnded(EntryBase):
    """A pull request of the run was merged or closed, and by whom."""

    type: Literal["pull_request_ended"] = "pull_request_ended"
    pull_request: int
    merged: bool
    merge_sha: str
    by: Person
