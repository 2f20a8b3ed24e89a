"""Everything that can be asked of a run: by people, and by the App's own work as it comes back."""

from dataclasses import dataclass
from typing import Literal

from policies import edits, own_work, pushes, seen, side_by_side, waiting
from policies.people import Person

# What comes back of the App's own work, what people did on GitHub by other means, and what GitHub tells, is asked of a run
# like everything else.
AcceptReply = own_work.AcceptReply
OverBudget = own_work.OverBudget
Paid = own_work.Paid
Synced = own_work.Synced
Wrote = own_work.Wrote
WriteFailed = own_work.WriteFailed
Stuck = own_work.Stuck
ChecksReported = seen.ChecksReported
Quiet = waiting.Quiet
RoomMade = side_by_side.RoomMade
Pushed = pushes.Pushed
PullRequestClosed = edits.PullRequestClosed
UnitIssueClosed = edits.UnitIssueClosed
UnitAssigned = edits.UnitAssigned
CommentChanged = edits.CommentChanged
PrdEdited = edits.PrdEdited
PullRequestKept = seen.PullRequestKept

Target = str  # "plan", "backlog", or a patchset such as "PS-2".
LONGEST_WISH = 4_000  # Characters of one wish that the ledger keeps.


@dataclass(frozen=True, slots=True)
class Said:
    """Where a person's command stands, and the digest of its text; who is `outside` has no part in a public repository."""

    by: Person
    comment_id: int
    body_sha256: str
    thread: int
    at: str
    review: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """A person put the trigger label on an issue."""

    by: Person


@dataclass(frozen=True, slots=True)
class Plan:
    """Go on although triage advised against it, or take up an issue without a label."""

    said: Said
    anyway: bool


# In place of the number of a question, where somebody answered without one.
UNNAMED = "?"


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to one question, to all open ones by their defaults (`question` is None), or to one they did not name."""

    said: Said
    question: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Several answers in one comment; all of them count, or none."""

    said: Said
    each: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A person ticked boxes in the comment that entry `seq` brought about: pairs of question and letter."""

    said: Said
    seq: int
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Approve:
    """A person's yes; `digest` is the leading part they typed, `only` narrows a backlog to slices or units."""

    said: Said
    target: Target | None
    digest: str | None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refine:
    """A person's wish for the next version of a plan, a backlog or a patchset."""

    said: Said
    target: Target | None
    text: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A person's no."""

    said: Said
    target: Target | None
    why: str


@dataclass(frozen=True, slots=True)
class Override:
    """One rule passes for exactly one patchset, because a person with the right to says why."""

    said: Said
    rule: str
    target: Target | None
    digest: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop between two steps, and keep everything."""

    said: Said
    why: str


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause or after a person has dealt with what held the run up."""

    said: Said


@dataclass(frozen=True, slots=True)
class Stop:
    """End the run for good."""

    said: Said
    why: str


@dataclass(frozen=True, slots=True)
class Retry:
    """Try the last step again."""

    said: Said


@dataclass(frozen=True, slots=True)
class Accept:
    """What somebody changed in files of these requirements is right as it is."""

    said: Said
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amend:
    """What a requirement says from now on, because its files were changed."""

    said: Said
    requirements: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Budget:
    """What the run may spend on models in all, in millionths of a dollar."""

    said: Said
    cap: int


@dataclass(frozen=True, slots=True)
class Show:
    """Read-only questions: what is going on, what can I do, why is it so."""

    said: Said
    what: Literal["status", "help", "why"]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Simulate:
    """Decide what `command` would do, and record nothing."""

    said: Said
    command: "HumanCommand"


@dataclass(frozen=True, slots=True)
class Misread:
    """A line that is meant for us and cannot be read as a command: `code` and `reason` are what the person is told."""

    said: Said
    code: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Nod:
    """A comment that says yes in plain words and holds no command; it decides nothing."""

    said: Said


GivenCommand = (
    Start
    | Plan
    | Answer
    | Answers
    | Tick
    | Approve
    | Refine
    | Reject
    | Override
    | Pause
    | Resume
    | Stop
    | Retry
    | Budget
    | Accept
    | Amend
    | Show
    | Simulate
    | Misread
)
HumanCommand = GivenCommand | Nod
WorkCommand = (
    AcceptReply
    | OverBudget
    | Paid
    | Synced
    | Wrote
    | WriteFailed
    | ChecksReported
    | PullRequestClosed
    | PullRequestKept
    | UnitIssueClosed
    | UnitAssigned
    | CommentChanged
    | PrdEdited
    | Pushed
    | Quiet
    | RoomMade
    | Stuck
)
Command = HumanCommand | WorkCommand


def said_in(command: Command) -> Said | None:
    """The comment in which a person gave the command; None for a label, and for what nobody says."""
    if isinstance(command, HumanCommand) and not isinstance(command, Start):
        return command.said
    return None
