"""What a reply may show besides the run: artifacts, links and the time, all read before anything is worded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from config.budgets import Caps
from config.repo_policy import RepoPolicy
from policies.failures import Failure
from policies.patchset import Patchset
from policies.side_by_side import Held


@dataclass(frozen=True, slots=True)
class Late:
    """Why an agent has not answered yet, when it is asked again, since when, how often of how often at most it was."""

    why: str
    at: datetime
    since: datetime
    tries: int
    most: int


# What kept a run from going on although nobody had stopped it.
Hurdle = Literal["limited", "unreadable", "refused", "no access", "read only", "stumbled"]


@dataclass(frozen=True, slots=True)
class HeldUp:
    """What the run was held up by last, and when it was to be tried again."""

    by: Hurdle
    at: datetime


# What became of a repository.
Became = Literal["renamed", "transferred", "branch", "public", "rewritten"]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a repository, its default branch or that branch's commit was before, and is since."""

    what: Became
    before: str
    after: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a backlog's issues stand, how many writes are left with all links, and when the last of them may be made."""

    issues: int
    left: int
    until: datetime


@dataclass(frozen=True, slots=True)
class View:
    """What a reply does not need is left at its default.

    `links` maps what people call a thing (`plan 2`, `questions`, `backlog 1`, `PS-3`, `#7`) to the address of the
    comment, issue or pull request that shows it; `web` is the repository's address. `verified` is the ledger as the
    chain was verified when it was read: number of entries and head hash. `caps` are the operator's budgets. `taken` are
    verbs that another bot in the repository listens to. `late` is why
    an answer that is waited for has not come, and `progress` how far the issues of a backlog are. `held_up` says what
    GitHub held the run up with lately, `became` what became of the repository, `clock_behind` by how many seconds our clock is
    behind GitHub's, and `problem` what is
    wrong with the repository's settings. `elsewhere` are the units of the repository's other runs that keep their files.
    """

    now: datetime
    policy: RepoPolicy = field(default_factory=RepoPolicy.default)
    pack: ArchitecturePack | None = None
    earlier_pack: ArchitecturePack | None = None
    backlog: Backlog | None = None
    earlier_backlog: Backlog | None = None
    patchset: Patchset | None = None
    earlier_patchset: Patchset | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    web: str = ""
    provider: str = "built-in planner"
    verified: tuple[int, str] | None = None
    caps: Caps = field(default_factory=Caps)
    taken: frozenset[str] = frozenset()
    late: Late | None = None
    held_up: HeldUp | None = None
    became: tuple[Changed, ...] = ()
    clock_behind: float = 0.0
    failure: Failure | None = None
    template: str = ""
    head: tuple[str, str] | None = None
    progress: Progress | None = None
    problem: str = ""
    elsewhere: tuple[Held, ...] = ()
