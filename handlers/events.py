"""What happened, as typed values: the events a run can hear of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from policies.people import Person

Payload = Mapping[str, object]
OwnKind = Literal[
    "agent_replied",
    "over_budget",
    "paid",
    "synced",
    "wrote",
    "write_failed",
    "checks",
    "kept",
    "prd_edited",
    "pushed",
    "quiet",
    "room",
    "stuck",
    "wake",
]


@dataclass(frozen=True, slots=True)
class Thread:
    """An issue or a pull request: where people talk, with its text and labels as the payload shows them."""

    repository: str
    number: int
    body: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands now; `before` is its text before an edit, `outside` whether its author has no ties to a public repository."""

    id: int
    body: str
    at: str
    before: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Labeled:
    """A person put a label on an issue."""

    thread: Thread
    label: str
    by: Person


@dataclass(frozen=True, slots=True)
class CommentCreated:
    """A person wrote a comment."""

    thread: Thread
    comment: Comment
    by: Person


@dataclass(frozen=True, slots=True)
class CommentEdited:
    """A person edited their own comment."""

    thread: Thread
    comment: Comment
    by: Person


@dataclass(frozen=True, slots=True)
class CommentOverwritten:
    """Somebody edited another person's comment: nothing in it counts, and what was said in it stands no more."""

    thread: Thread
    comment: Comment


@dataclass(frozen=True, slots=True)
class BotCommentEdited:
    """A person edited a comment that an App wrote; whether the App is this one, only a read can tell."""

    thread: Thread
    comment: Comment
    by: Person


@dataclass(frozen=True, slots=True)
class CommentDeleted:
    """A comment is gone, whoever took it away."""

    thread: Thread
    comment: Comment


@dataclass(frozen=True, slots=True)
class IssueEdited:
    """The text of an issue changed, whoever changed it."""

    thread: Thread
    by: Person


@dataclass(frozen=True, slots=True)
class IssueClosed:
    """A person closed an issue, as completed or as not planned."""

    thread: Thread
    completed: bool
    by: Person


@dataclass(frozen=True, slots=True)
class IssueAssigned:
    """A person assigned somebody to an issue, or took somebody off it; who has it now, only a read can tell."""

    thread: Thread
    by: Person


@dataclass(frozen=True, slots=True)
class PullRequestClosed:
    """A pull request was merged or closed; also when a merge queue did it."""

    thread: Thread
    branch: str
    merged: bool
    merge_sha: str
    head_sha: str
    by: Person


@dataclass(frozen=True, slots=True)
class LineComment:
    """What a reviewer said about one line of a file: the place, the line's words, and theirs."""

    path: str
    line: int
    quoted: str
    body: str


@dataclass(frozen=True, slots=True)
class PullRequestMoved:
    """Something about an open pull request changed that a merge depends on: its head, its labels, its draft, its queue."""

    thread: Thread
    branch: str
    head_sha: str
    left_queue: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSubmitted:
    """A person reviewed a pull request; `edited` says that a comment on a line does not read as it was submitted.

    With `more_lines` it has more comments on lines than are read.
    """

    thread: Thread
    review_id: int
    state: str
    body: str
    at: str
    by: Person
    lines: tuple[LineComment, ...] = ()
    edited: bool = False
    head_sha: str = ""
    more_lines: bool = False


@dataclass(frozen=True, slots=True)
class ChecksFinished:
    """One check, suite, run of a workflow or commit status has ended; what all the checks together say is not in it."""

    repository: str
    name: str
    branches: tuple[str, ...]
    pull_request: int
    head_sha: str
    red: bool


@dataclass(frozen=True, slots=True)
class DefaultBranchPushed:
    """Somebody pushed to the default branch, or merged into it; which runs it concerns is looked up later."""

    repository: str


@dataclass(frozen=True, slots=True)
class MergeGroupFormed:
    """A merge queue asks for checks on a commit that it made of pull requests; whose these are is looked up later."""

    repository: str


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """A piece of the App's own work that came back; `fields` are those of the command it becomes."""

    kind: OwnKind
    run: str
    fields: Payload


Event = (
    Labeled
    | CommentCreated
    | CommentEdited
    | CommentOverwritten
    | BotCommentEdited
    | CommentDeleted
    | IssueEdited
    | IssueClosed
    | IssueAssigned
    | PullRequestClosed
    | PullRequestMoved
    | ReviewSubmitted
    | ChecksFinished
    | DefaultBranchPushed
    | MergeGroupFormed
    | OwnEvent
)
