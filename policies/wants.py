"""Everything that can be wanted of the world, as values."""

from dataclasses import dataclass

from agents.ask import Role


@dataclass(frozen=True, slots=True)
class AskRole:
    """Put a question to an agent; its reply comes back as an event."""

    role: Role
    subject: str


@dataclass(frozen=True, slots=True)
class Tell:
    """One new comment because it is somebody's turn, or because something ended; worded from the entry at `seq`.

    It takes the place of the comment that told of `instead_of`, where there is one.
    """

    thread: int
    seq: int
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class Redraw:
    """The comment that told of the entry at `seq`, brought up to date in place: answered, or folded behind a newer one."""

    thread: int
    seq: int


@dataclass(frozen=True, slots=True)
class Point:
    """One line in `thread`, where people wished for what the entry at `seq` brought: where its comment stands."""

    thread: int
    seq: int


@dataclass(frozen=True, slots=True)
class SyncIssues:
    """Bring the repository's issues in step with the approved backlog."""

    version: int


@dataclass(frozen=True, slots=True)
class WriteApproved:
    """Write what was approved under `digest`: `subject` is `plan` or a unit id."""

    subject: str
    digest: str


@dataclass(frozen=True, slots=True)
class ShowGates:
    """Report the gates on a pull request's head as a check run."""

    pull_request: int


@dataclass(frozen=True, slots=True)
class ClosePullRequest:
    """Close a pull request that a newer patchset of the same unit has replaced."""

    pull_request: int


@dataclass(frozen=True, slots=True)
class ShowProof:
    """The proof record in a unit's pull request, brought up to date."""

    pull_request: int


@dataclass(frozen=True, slots=True)
class PostReview:
    """The reviewer role's findings, recorded at `seq`, as a review of the pull request; never as its approval."""

    pull_request: int
    seq: int


@dataclass(frozen=True, slots=True)
class CloseSlices:
    """Close the parent issues of a backlog whose units have all ended."""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Look at the checks of a pull request at this time (RFC 3339), if nothing is told of them before.

    It is empty while nobody has reported, which means: when patience ends.
    """

    pull_request: int
    at: str


@dataclass(frozen=True, slots=True)
class LookAround:
    """Look at everything on GitHub that the run has to do with, for what was told when it did not count yet.

    Whoever was assigned to a unit while its pull request spoke for it has it once no pull request does.
    """


@dataclass(frozen=True, slots=True)
class RunAgain:
    """Ask CI to run the red checks of a pull request once more."""

    pull_request: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """Ask the owners of what a pull request touches for a review; one that is `green` is made ready first, if it is a draft."""

    pull_request: int
    green: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Merge a pull request, or put it into its queue."""

    pull_request: int


@dataclass(frozen=True, slots=True)
class Listen:
    """Say whose turn it is, if nothing is heard of the run for long after its ledger had `length` entries, at `since` (RFC 3339)."""

    length: int
    since: str


Effect = (
    AskRole
    | Tell
    | Redraw
    | SyncIssues
    | WriteApproved
    | ShowGates
    | ClosePullRequest
    | CloseSlices
    | Point
    | PostReview
    | ShowProof
    | LookAgain
    | LookAround
    | RunAgain
    | HandOver
    | Merge
    | Listen
)
