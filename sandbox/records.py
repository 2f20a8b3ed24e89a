"""What the stand-in remembers of repositories: one plain mutable record per kind of thing GitHub has.

Identity is the object itself. `id` is always a database id, never a number people see.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.accounts import Account, App, Team, User
    from sandbox.git import Git
    from sandbox.queueing import Group
    from sandbox.workflows import WorkflowRun


@dataclass(slots=True, eq=False)
class Repo:
    """A repository; everything in it is keyed by what its URLs use."""

    id: int
    owner: Account
    name: str
    git: Git
    created_at: datetime
    updated_at: datetime
    pushed_at: datetime
    private: bool = False
    description: str | None = None
    homepage: str | None = None
    default_branch: str = "main"
    archived: bool = False
    drafts: bool = True
    topics: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    collaborators: dict[str, str] = field(default_factory=dict)
    protections: dict[str, dict[str, Any]] = field(default_factory=dict)
    rules: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    environments: dict[str, Environment] = field(default_factory=dict)
    last_number: int = 0
    issues: dict[int, Issue] = field(default_factory=dict)
    pulls: dict[int, PullRequest] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    review_comments: dict[int, ReviewComment] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    milestones: dict[int, Milestone] = field(default_factory=dict)
    check_suites: dict[int, CheckSuite] = field(default_factory=dict)
    check_runs: dict[int, CheckRun] = field(default_factory=dict)
    workflow_runs: dict[int, WorkflowRun] = field(default_factory=dict)
    statuses: list[Status] = field(default_factory=list)
    queue: list[Group] = field(default_factory=list)
    variables: dict[str, Variable] = field(default_factory=dict)
    secrets: dict[str, Variable] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """`owner/name` as people see it."""
        return f"{self.owner.login}/{self.name}"


@dataclass(slots=True, eq=False)
class Environment:
    """A place that deployments go to."""

    id: int
    name: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True, eq=False)
class Label:
    """A label of a repository."""

    id: int
    name: str
    color: str = "ededed"
    description: str | None = None
    default: bool = False


@dataclass(slots=True, eq=False)
class Milestone:
    """A milestone of a repository."""

    id: int
    number: int
    title: str
    creator: User
    created_at: datetime
    updated_at: datetime
    description: str | None = None
    state: str = "open"
    due_on: datetime | None = None
    closed_at: datetime | None = None


@dataclass(slots=True, eq=False)
class Reaction:
    """A reaction; `content` is one of GitHub's eight words."""

    id: int
    user: User
    content: str
    created_at: datetime


@dataclass(slots=True, eq=False)
class Issue:
    """An issue, or the conversation of a pull request (then `pull` is set)."""

    id: int
    number: int
    repo: Repo
    user: User
    title: str
    body: str | None
    created_at: datetime
    updated_at: datetime
    app: App | None = None
    pull: PullRequest | None = None
    state: str = "open"
    state_reason: str | None = None
    labels: list[Label] = field(default_factory=list)
    assignees: list[User] = field(default_factory=list)
    milestone: Milestone | None = None
    locked: bool = False
    lock_reason: str | None = None
    closed_at: datetime | None = None
    closed_by: User | None = None
    comments: list[Comment] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    timeline: list[TimelineEvent] = field(default_factory=list)
    parent: Issue | None = None
    sub_issues: list[Issue] = field(default_factory=list)
    blocked_by: list[Issue] = field(default_factory=list)
    blocking: list[Issue] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Comment:
    """A comment in the conversation of an issue or pull request."""

    id: int
    issue: Issue
    user: User
    body: str
    created_at: datetime
    updated_at: datetime
    app: App | None = None
    reactions: list[Reaction] = field(default_factory=list)
    pinned_at: datetime | None = None
    pinned_by: User | None = None


@dataclass(slots=True, eq=False)
class TimelineEvent:
    """Something that happened to an issue; `extra` holds the keys that this kind of event adds."""

    id: int
    event: str
    actor: User
    created_at: datetime
    app: App | None = None
    commit_sha: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class PullRequest:
    """The part of a pull request that an issue has not; the head follows its branch until it is closed."""

    id: int
    issue: Issue
    repo: Repo
    head_ref: str
    base_ref: str
    head_sha: str
    base_sha: str
    draft: bool = False
    queued: bool = False
    maintainer_can_modify: bool = False
    merged_at: datetime | None = None
    merged_by: User | None = None
    merge_commit_sha: str | None = None
    requested_reviewers: list[User] = field(default_factory=list)
    requested_teams: list[Team] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    review_comments: list[ReviewComment] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number it shares with its conversation."""
        return self.issue.number


@dataclass(slots=True, eq=False)
class Review:
    """A review; `state` is PENDING, COMMENTED, APPROVED, CHANGES_REQUESTED or DISMISSED."""

    id: int
    pull: PullRequest
    user: User
    body: str
    state: str
    commit_sha: str
    submitted_at: datetime | None
    updated_at: datetime


@dataclass(slots=True, eq=False)
class ReviewComment:
    """A comment on a line (or, with `subject_type` "file", on a file) of a pull request."""

    id: int
    pull: PullRequest
    user: User
    body: str
    path: str
    commit_sha: str
    original_commit_sha: str
    diff_hunk: str
    created_at: datetime
    updated_at: datetime
    review: Review | None = None
    app: App | None = None
    line: int | None = None
    side: str = "RIGHT"
    start_line: int | None = None
    start_side: str | None = None
    position: int | None = None
    subject_type: str = "line"
    in_reply_to: ReviewComment | None = None
    reactions: list[Reaction] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class CheckSuite:
    """The check runs of one App on one commit."""

    id: int
    app: App
    head_sha: str
    head_branch: str | None
    created_at: datetime
    updated_at: datetime
    before: str | None = None
    status: str = "queued"
    conclusion: str | None = None
    runs: list[CheckRun] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class CheckRun:
    """One check; `output` has title, summary, text, and `annotations` are as posted."""

    id: int
    suite: CheckSuite
    name: str
    status: str
    started_at: datetime
    conclusion: str | None = None
    completed_at: datetime | None = None
    details_url: str | None = None
    external_id: str | None = None
    output: dict[str, Any] = field(default_factory=dict)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Status:
    """A commit status; `state` is error, failure, pending or success."""

    id: int
    sha: str
    state: str
    context: str
    creator: User
    created_at: datetime
    updated_at: datetime
    description: str | None = None
    target_url: str | None = None


@dataclass(slots=True, eq=False)
class Variable:
    """A variable of a repository, or a secret, whose `value` is then a sealed box."""

    name: str
    value: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True, eq=False)
class Delivery:
    """One attempt to send one webhook to one App, with what came back; `body` are the bytes that are signed."""

    id: int
    guid: str
    app: App
    event: str
    action: str | None
    payload: dict[str, Any]
    body: bytes
    delivered_at: datetime
    installation_id: int | None = None
    repository_id: int | None = None
    redelivery: bool = False
    duration: float = 0.0
    status: str = "pending"
    status_code: int = 0
    request_headers: dict[str, str] = field(default_factory=dict)
    response_headers: dict[str, str] = field(default_factory=dict)
    response_body: str = ""
    sent: bool = False
