"""The types of the ledger's entries: what was decided, asked, proposed, approved, written and seen.

Rules of growth: a tag is never reused, a field is never renamed, a new field comes last and has a default, so that a
ledger written years ago still folds.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, TypeAdapter

from policies.entries.approving import (
    ApprovalVoided,
    Approved,
    Endorsed,
    Overridden,
    Rejected,
    WriteIntended,
    WriteRefused,
    Written,
)
from policies.entries.base import (
    AskedQuestion,
    CheckResult,
    GateResult,
    ModelCall,
    Spent,
)
from policies.entries.delivering import (
    BacklogSynced,
    ChecksSeen,
    GatesJudged,
    PatchsetKept,
    PatchsetProposed,
    PullRequestEnded,
    UnitGivenBack,
    UnitsDropped,
    UnitTaken,
    UnitWaits,
)
from policies.entries.drifting import DriftAnswered, Drifted
from policies.entries.fixing import FailureRead, RerunAsked
from policies.entries.holding import (
    BudgetRaised,
    BudgetReached,
    CommandRefused,
    NeedsHuman,
    Nudged,
    Paused,
    PrdChanged,
    Resumed,
    Retried,
    RunDone,
    Stopped,
)
from policies.entries.merging import MergeIntended, PullRequestKept
from policies.entries.planning import (
    BacklogProposed,
    CallsPaid,
    PlanProposed,
    QuestionAnswered,
    QuestionsAsked,
    RefinementAsked,
    RoleAsked,
    RoleReplied,
    RunStarted,
    TriageOverruled,
    TriageRecommended,
    VersionKept,
)
from policies.entries.reviewing import Reviewed, ReviewFinding, ReviewMissed
from policies.entries.rounds import DrawnAgain, GivenUp

__all__ = [
    "ApprovalVoided",
    "Approved",
    "AskedQuestion",
    "BacklogProposed",
    "BacklogSynced",
    "BudgetRaised",
    "BudgetReached",
    "CallsPaid",
    "CheckResult",
    "ChecksSeen",
    "CommandRefused",
    "DrawnAgain",
    "DriftAnswered",
    "Drifted",
    "Endorsed",
    "Entry",
    "FailureRead",
    "GateResult",
    "GatesJudged",
    "GivenUp",
    "MergeIntended",
    "ModelCall",
    "NeedsHuman",
    "Nudged",
    "Overridden",
    "PatchsetKept",
    "PatchsetProposed",
    "Paused",
    "PlanProposed",
    "PrdChanged",
    "PullRequestEnded",
    "PullRequestKept",
    "QuestionAnswered",
    "QuestionsAsked",
    "RefinementAsked",
    "Rejected",
    "RerunAsked",
    "Resumed",
    "Retried",
    "ReviewFinding",
    "ReviewMissed",
    "Reviewed",
    "RoleAsked",
    "RoleReplied",
    "RunDone",
    "RunStarted",
    "Spent",
    "Stopped",
    "TriageOverruled",
    "TriageRecommended",
    "UnitGivenBack",
    "UnitTaken",
    "UnitWaits",
    "UnitsDropped",
    "VersionKept",
    "WriteIntended",
    "WriteRefused",
    "Written",
    "from_data",
    "to_data",
]

Entry = (
    RunStarted
    | RoleAsked
    | RoleReplied
    | TriageRecommended
    | TriageOverruled
    | QuestionsAsked
    | QuestionAnswered
    | PlanProposed
    | BacklogProposed
    | RefinementAsked
    | Approved
    | Endorsed
    | ApprovalVoided
    | Rejected
    | BacklogSynced
    | PatchsetProposed
    | GatesJudged
    | UnitWaits
    | UnitsDropped
    | WriteIntended
    | Written
    | WriteRefused
    | ChecksSeen
    | PullRequestEnded
    | PrdChanged
    | Paused
    | Resumed
    | Retried
    | Stopped
    | NeedsHuman
    | BudgetReached
    | BudgetRaised
    | CommandRefused
    | RunDone
    | Overridden
    | VersionKept
    | DrawnAgain
    | GivenUp
    | UnitTaken
    | UnitGivenBack
    | RerunAsked
    | FailureRead
    | Reviewed
    | ReviewMissed
    | Drifted
    | DriftAnswered
    | MergeIntended
    | PullRequestKept
    | Nudged
    | CallsPaid
    | PatchsetKept
)


class _Reader:
    adapter: ClassVar[TypeAdapter[Entry]] = TypeAdapter(Annotated[Entry, Field(discriminator="type")])


def to_data(entry: Entry) -> dict[str, object]:
    """The JSON object a ledger record carries for this entry; the tag stands in the record itself."""
    return entry.model_dump(mode="json", exclude={"type"}, exclude_defaults=True)


def from_data(tag: str, data: Mapping[str, object]) -> Entry:
    """The entry a ledger record stands for; raises pydantic's ValidationError on an unknown tag or shape."""
    return _Reader.adapter.validate_python({**data, "type": tag})
