"""What deciding may know besides the run: gathered by reads before the decision, and never changed by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from agents.schemas.backlog import Backlog
from config.budgets import Caps
from config.repo_policy import RepoPolicy
from policies.checks import Check, Required
from policies.failures import Failure
from policies.merging import MergeWorld
from policies.owners import Owned
from policies.patchset import Patchset
from policies.people import Actor, Person
from policies.side_by_side import Held
from policies.verdict import Block, Verdict


@dataclass(frozen=True, slots=True)
class Facts:
    """The world as it was read for one command; what a command does not need is left at its default.

    `content` is an agent's reply, `before` the version of the plan, backlog or proposal that was there; `patchset` and `gates` are computed from a proposal on its pinned base;
    `base_sha` is where the base branch stands now, empty where there is no such branch, and `moved` are the touched paths whose blobs differ there;
    `base_kept` says whether the patchset's base is still in that branch's history.
    `endorsers` are those who said yes before, `overriders` those who let a rule pass: by the comment they said it in, with whether that still stands.
    `holders` are the people a unit's issue is assigned to now; `reopened` says of one that was closed that it is open again.
    `touches` are the files each unit of the approved backlog declares, and `elsewhere` the units of the repository's other runs
    that keep theirs.
    `checks` are what is reported on the head commit, `required` what the base branch demands of it, and `failure` what the red ones said, where that is read.
    After a push, `moved_under` are the paths of waiting patchsets that moved, by unit, and `changed` the files of merged
    units that are not what was approved, with their blobs.
    `model` says whether a model answers what is asked, or only built-in code.
    `merge` is the pull request as it stands, where the repository may let us merge it.
    `owned` are the touched paths that need an owner's yes. `policy_problem` says what is wrong with the repository's configuration; while it is, nothing is approved.
    """

    now: datetime
    policy: RepoPolicy = field(default_factory=RepoPolicy.default)
    policy_problem: str = ""
    actor: Actor | None = None
    title: str = ""
    author: Actor | None = None
    prd_sha256: str = ""
    holders: tuple[Person, ...] = ()
    reopened: bool = False
    repository: str = ""
    repository_id: int = 0
    issue: int = 0
    unreadable: tuple[str, str] | None = None
    approval_delay_seconds: float = 60
    caps: Caps = field(default_factory=Caps)
    base_ref: str = ""
    base_sha: str = ""
    content: bytes | None = None
    before: bytes | None = None
    backlog: Backlog | None = None
    patchset: Patchset | Block | None = None
    gates: tuple[Verdict, ...] = ()
    moved: tuple[str, ...] = ()
    base_kept: bool = True
    owned: tuple[Owned, ...] = ()
    comment_stands: bool = True
    endorsers: Mapping[int, tuple[Actor, bool]] = field(default_factory=dict)
    overriders: Mapping[int, tuple[Actor, bool]] = field(default_factory=dict)
    checks: tuple[Check, ...] | None = None
    touches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moved_under: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    model: bool = False
    elsewhere: tuple[Held, ...] = ()
    required: tuple[Required, ...] = ()
    failure: Failure | None = None
    merge: MergeWorld | None = None
