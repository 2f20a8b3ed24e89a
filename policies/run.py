"""The run as a value: what a ledger's entries amount to when they are folded from the first to the last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from agents.ask import Role
from policies.checks import Standing
from policies.elsewhere import SaidElsewhere
from policies.entries import AskedQuestion, CheckResult, Entry, Spent
from policies.objections import Objection
from policies.people import Person
from policies.run_parts import (
    Amendment,
    Approval,
    FailureSeen,
    Override,
    PatchsetSeen,
    Refinement,
    Reply,
    ReviewSeen,
    Round,
    Version,
)
from policies.stages import UNIT_ACTIVE, UNIT_ENDED, Overlay, Stage, UnitState
from policies.turns import YourTurn

__all__ = [
    "Amendment",
    "Approval",
    "FailureSeen",
    "Override",
    "PatchsetSeen",
    "PullRequest",
    "Refinement",
    "Reply",
    "ReviewSeen",
    "Round",
    "Run",
    "RunKey",
    "UnitRun",
    "Version",
    "with_unit",
    "without",
]


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request of the run, for the plan or for a unit, and the patchset that was written in it, which the unit may have left behind."""

    number: int
    subject: str
    branch: str
    commit_sha: str
    digest: str
    state: Literal["open", "merged", "closed"] = "open"
    results: tuple[CheckResult, ...] = ()
    # The yes to what it shows; it stays with it, whatever becomes of the unit.
    approval: Approval | None = None
    patchset: PatchsetSeen | None = None
    checks: Standing | Literal[""] = ""
    # When the ledger learned of it (RFC 3339), and when its checks are looked at again.
    opened: str = ""
    look_at: str = ""
    # When CI was asked to run its red checks once more, which these were, and which reports of theirs were red.
    rerun_at: str = ""
    rerun_checks: tuple[str, ...] = ()
    rerun_reports: tuple[str, ...] = ()
    # How it is being merged by us, and why it is not.
    merging: Literal["", "merge", "queue"] = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class UnitRun:
    """Where one unit stands; `judged` are the entries that announced its patchsets, oldest first.

    `rounds` are the attempts since a person last said what to do; `in_vain` that the reply under way counts no more,
    and `earlier` is the patchset before the newest.
    `holder` is whoever has taken it over.
    """

    id: str
    issue: int
    issue_id: int
    depends_on: tuple[str, ...]
    state: UnitState = UnitState.QUEUED
    patchset: PatchsetSeen | None = None
    approval: Approval | None = None
    pull_request: int | None = None
    versions: int = 0
    attempts: int = 0
    # What its agents cost so far, in millionths of a dollar.
    cost: int = 0
    reason: str = ""
    failures: tuple[FailureSeen, ...] = ()
    judged: tuple[int, ...] = ()
    rounds: tuple[Round, ...] = ()
    in_vain: bool = False
    for_good: bool = False
    earlier: PatchsetSeen | None = None
    holder: Person | None = None
    review: ReviewSeen | None = None


@dataclass(frozen=True, slots=True)
class RunKey:
    """A run's name everywhere: the repository and the intake issue."""

    repository: str
    issue: int

    def __str__(self) -> str:
        """`owner/name#12`, as people write it."""
        return f"{self.repository}#{self.issue}"

    @staticmethod
    def read(text: str) -> "RunKey":
        """The key written by `str`; raises ValueError on anything else."""
        repository, _, issue = text.rpartition("#")
        return RunKey(repository, int(issue))


@dataclass(frozen=True, slots=True)
class Run:
    """Everything deciding may know of a run; made only by folding its ledger."""

    key: RunKey
    repository_id: int
    title: str
    author: Person
    started_by: Person
    prd_sha256: str
    base_ref: str
    starter_writes: bool = False
    stage: Stage = Stage.INGESTED
    overlay: Overlay | None = None
    overlay_reason: str = ""
    triage: tuple[str, tuple[str, ...]] | None = None
    questions: tuple[AskedQuestion, ...] = ()
    # The entries whose comments asked, newest last: a question is answered where it was asked last.
    asking: tuple[int, ...] = ()
    # Entries that ask the same once more, and the entry whose comment each takes over.
    asked_over: Mapping[int, int] = field(default_factory=dict)
    blocking: tuple[str, ...] = ()
    draft: str = ""
    # Whether the PRD was edited since the planner was asked last.
    unread: bool = False
    replies: tuple[Reply, ...] = ()
    refinements: tuple[Refinement, ...] = ()
    said_elsewhere: tuple[SaidElsewhere, ...] = ()
    plans: tuple[Version, ...] = ()
    backlogs: tuple[Version, ...] = ()
    dependencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    approvals: tuple[Approval, ...] = ()
    endorsements: tuple[Approval, ...] = ()
    editors: tuple[Person, ...] = ()
    overrides: tuple[Override, ...] = ()
    slices: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    units: Mapping[str, UnitRun] = field(default_factory=dict)
    patchsets: int = 0
    pull_requests: Mapping[int, PullRequest] = field(default_factory=dict)
    intents: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    asked: tuple[Role, str] | None = None
    asked_in_vain: bool = False
    unit_asks: Mapping[str, str] = field(default_factory=dict)
    reviewing: Mapping[str, str] = field(default_factory=dict)
    # Requirement -> the entry that noted a change of its files, and the commit; and what these files were then.
    drifts: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    as_changed: Mapping[str, str] = field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    spent: tuple[Spent, ...] = ()
    # The model's calls that are on the record, by their ids.
    told_calls: frozenset[str] = frozenset()
    budget: int | None = None
    refusals: int = 0
    objections: tuple[Objection, ...] = ()
    turns: tuple[YourTurn, ...] = ()
    events: tuple[tuple[str, Entry], ...] = ()
    causes: frozenset[str] = frozenset()
    length: int = 0
    head: str = ""

    @property
    def authors(self) -> frozenset[int]:
        """Everybody whose words the PRD holds: whoever opened the issue, and whoever edited it since."""
        return frozenset({self.author.id, *(editor.id for editor in self.editors)})

    @property
    def id(self) -> str:
        """The run's name in its ledger and in what is approved: ids, so that a renamed repository keeps its runs."""
        return f"{self.repository_id}#{self.key.issue}"

    @property
    def cost(self) -> int:
        """What the run's model calls cost so far, in millionths of a dollar."""
        return sum(spent.cost for spent in self.spent)

    @property
    def plan(self) -> Version | None:
        """The newest version of the plan."""
        return self.plans[-1] if self.plans else None

    @property
    def backlog(self) -> Version | None:
        """The newest version of the backlog."""
        return self.backlogs[-1] if self.backlogs else None

    @property
    def open_questions(self) -> tuple[AskedQuestion, ...]:
        """The questions nobody has answered."""
        answered = {reply.question for reply in self.replies}
        return tuple(question for question in self.questions if question.id not in answered)

    def approval_of(self, digest: str) -> Approval | None:
        """The standing approval of exactly this digest."""
        return next((approval for approval in self.approvals if approval.digest == digest), None)

    def awaits_write(self, approval: Approval) -> bool:
        """Whether what was approved is to be written and is not yet."""
        if approval.target == "plan":
            return self.stage in {Stage.DECOMPOSING, Stage.BACKLOG_PROPOSED} and not any(
                pull.digest == approval.digest for pull in self.pull_requests.values()
            )
        unit = self.unit_of_patchset(approval.target)
        return unit is not None and unit.state is UnitState.APPLYING_PATCHES

    def pull_of(self, commit_sha: str) -> PullRequest | None:
        """The pull request whose head we wrote as this commit."""
        return next((each for each in self.pull_requests.values() if each.commit_sha == commit_sha), None)

    def base_of(self, commit_sha: str) -> str:
        """The branch into which the pull request with this head is to be merged; empty when there is none."""
        pull = self.pull_of(commit_sha)
        approval = self.approval_of(pull.digest) if pull else None
        return approval.base_ref if approval else self.base_ref if pull else ""

    def overrides_of(self, digest: str) -> tuple[Override, ...]:
        """What people let pass for exactly this digest."""
        return tuple(each for each in self.overrides if each.digest == digest)

    @property
    def approved_plan(self) -> Version | None:
        """The version of the plan that was approved last."""
        return next((plan for plan in reversed(self.plans) if self.approval_of(plan.digest)), None)

    @property
    def approved_backlog(self) -> Version | None:
        """The version of the backlog that was approved last."""
        return next(
            (backlog for backlog in reversed(self.backlogs) if self.approval_of(backlog.digest)), None
        )

    @property
    def waiting(self) -> tuple[str, ...]:
        """What waits for an approval now: `plan`, `backlog`, and patchset numbers."""
        targets: list[str] = []
        if self.stage is Stage.PLAN_PROPOSED and self.plan and self.plan.digest not in self.rejected:
            targets.append("plan")
        if self.stage is Stage.BACKLOG_PROPOSED and self.backlog and self.backlog.digest not in self.rejected:
            targets.append("backlog")
        targets += [
            unit.patchset.number
            for unit in self.units.values()
            if unit.patchset and unit.state is UnitState.WAITING_USER_APPROVAL
        ]
        return tuple(targets)

    @property
    def plan_is_behind(self) -> bool:
        """Whether the PRD changed after the newest plan was drawn from it."""
        return self.plan is not None and self.plan.prd_sha256 != self.prd_sha256

    @property
    def active_units(self) -> tuple[UnitRun, ...]:
        """The units that take a place for work in parallel."""
        return tuple(unit for unit in self.units.values() if unit.state in UNIT_ACTIVE)

    @property
    def open_units(self) -> tuple[UnitRun, ...]:
        """The units that have not ended."""
        return tuple(unit for unit in self.units.values() if unit.state not in UNIT_ENDED)

    @property
    def threads(self) -> frozenset[int]:
        """The issues and pull requests of the run, as its ledger has them; what a text claims makes no thread one of them."""
        parts = [number for number, _ in self.slices.values()]
        units = [unit.issue for unit in self.units.values()]
        return frozenset({self.key.issue, *parts, *units, *self.pull_requests})

    def unit_of_patchset(self, number: str) -> UnitRun | None:
        """The unit whose current patchset has this number."""
        return next((u for u in self.units.values() if u.patchset and u.patchset.number == number), None)

    def unit_of_thread(self, thread: int) -> UnitRun | None:
        """The unit whose issue or pull request this is."""
        pull = self.pull_requests.get(thread)
        return self.units.get(pull.subject) if pull else self.unit_of_issue(thread)

    def unit_of_issue(self, issue: int) -> UnitRun | None:
        """The unit that stands in this issue."""
        return next((unit for unit in self.units.values() if unit.issue == issue), None)


def with_unit(run: Run, unit: UnitRun) -> Run:
    """The run with this unit in place of the one of the same id."""
    return replace(run, units={**run.units, unit.id: unit})


def without(approvals: Iterable[Approval], digest: str) -> tuple[Approval, ...]:
    """The approvals that are not of this digest."""
    return tuple(approval for approval in approvals if approval.digest != digest)
