"""The types of the ledger's entries: what was decided, asked, proposed, approved, written and seen.

Rules of growth: a tag is never reused, a field is never renamed, a new field comes last and has a default, so that a
ledger written years ago still folds.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from agents.ask import Role
from policies.people import Person


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    # The delivery, comment line or piece of own work that brought the entry about; a cause counts once.
    cause: str = ""


class Spent(BaseModel):
    """What one model call cost, as the provider counts it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    cache_read_tokens: int = 0
    cache_write_tokens: int = 0
    milliseconds: int = 0


class AskedQuestion(BaseModel):
    """A clarification as the person saw it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    text: str
    default: str | None = None


class GateResult(BaseModel):
    """What one gate said about a patchset."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    result: Literal["pass", "warn", "block"]
    reason: str = ""


class RunStarted(_Entry):
    """A person put the label on; from here on there is a run."""

    type: Literal["run_started"] = "run_started"
    repository_id: int
    repository: str
    issue: int
    title: str
    author: Person
    by: Person
    prd_sha256: str
    base_ref: str


class RoleAsked(_Entry):
    """An agent is asked; `subject` is what for: `triage`, `plan 2`, `backlog 1`, `U-03 1`."""

    type: Literal["role_asked"] = "role_asked"
    role: Role
    subject: str


class RoleReplied(_Entry):
    """An agent's reply came back: digests of what was asked and of what it said, and the cost."""

    type: Literal["role_replied"] = "role_replied"
    role: Role
    subject: str
    ask: str
    content: str | None
    reason: str = ""
    spent: Spent


class TriageRecommended(_Entry):
    """A recommendation, which a person may overrule."""

    type: Literal["triage_recommended"] = "triage_recommended"
    verdict: Literal["GO", "NO-GO", "DEFER"]
    reasons: tuple[str, ...]


class TriageOverruled(_Entry):
    """A person said: plan anyway."""

    type: Literal["triage_overruled"] = "triage_overruled"
    by: Person


class QuestionsAsked(_Entry):
    """Questions without a safe default hold the run until they are answered."""

    type: Literal["questions_asked"] = "questions_asked"
    questions: tuple[AskedQuestion, ...]
    blocking: tuple[str, ...]
    draft: str


class QuestionAnswered(_Entry):
    """A person's answer, by name; `text` is the default's text when the default was taken."""

    type: Literal["question_answered"] = "question_answered"
    question: str
    text: str
    by: Person
    comment_id: int


class PlanProposed(_Entry):
    """A version of the architecture pack is before the people; `digest` is what an approval must name."""

    type: Literal["plan_proposed"] = "plan_proposed"
    version: int
    digest: str
    prd_sha256: str
    files: Mapping[str, str]
    questions: tuple[AskedQuestion, ...] = ()


class BacklogProposed(_Entry):
    """A version of the decomposition is before the people; `units` maps each unit to those it depends on."""

    type: Literal["backlog_proposed"] = "backlog_proposed"
    version: int
    digest: str
    files: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]


class RefinementAsked(_Entry):
    """A person asked for another version of the target."""

    type: Literal["refinement_asked"] = "refinement_asked"
    target: str
    text: str
    by: Person
    comment_id: int


class Approved(_Entry):
    """A human's recorded yes to exactly one digest, and everything that yes is bound to."""

    type: Literal["approved"] = "approved"
    target: str
    version: int
    digest: str
    by: Person
    comment_id: int
    comment_sha256: str
    thread: int
    base_ref: str
    base_sha: str
    policy_digest: str
    only: tuple[str, ...] = ()


class ApprovalVoided(_Entry):
    """An approval no longer stands, and why."""

    type: Literal["approval_voided"] = "approval_voided"
    target: str
    digest: str
    reason: str


class Rejected(_Entry):
    """A person's no to one artifact."""

    type: Literal["rejected"] = "rejected"
    target: str
    why: str
    by: Person


class BacklogSynced(_Entry):
    """The issues of an approved backlog stand in the repository: unit or slice id -> (number, database id)."""

    type: Literal["backlog_synced"] = "backlog_synced"
    version: int
    issues: Mapping[str, tuple[int, int]]
    slices: Mapping[str, tuple[int, int]]
    writes: int


class PatchsetProposed(_Entry):
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


class GatesJudged(_Entry):
    """What the gates said of a patchset; a block keeps it from the people until the unit is refined."""

    type: Literal["gates_judged"] = "gates_judged"
    unit: str
    number: str
    digest: str
    gates: tuple[GateResult, ...]
    blocked: bool


class UnitWaits(_Entry):
    """The proposer cannot do this unit, and says why; a model or a person can."""

    type: Literal["unit_waits"] = "unit_waits"
    unit: str
    reason: str


class UnitDropped(_Entry):
    """A unit left the run: by a new backlog, or because a person closed its issue."""

    type: Literal["unit_dropped"] = "unit_dropped"
    unit: str
    why: str
    done_by_person: bool = False


class WriteIntended(_Entry):
    """About to write what was approved; recorded first, so that no write is ever without its reason."""

    type: Literal["write_intended"] = "write_intended"
    subject: str
    digest: str
    branch: str
    base_sha: str


class Written(_Entry):
    """Written: the commit's tree equals what was approved, and a pull request shows it."""

    type: Literal["written"] = "written"
    subject: str
    digest: str
    branch: str
    commit_sha: str
    tree_sha: str
    pull_request: int


class WriteRefused(_Entry):
    """Not written, and why; `unknown` says that it could not be told whether GitHub took it."""

    type: Literal["write_refused"] = "write_refused"
    subject: str
    digest: str
    reason: str
    unknown: bool = False


class ChecksSeen(_Entry):
    """What the checks on a pull request's head said."""

    type: Literal["checks_seen"] = "checks_seen"
    pull_request: int
    head_sha: str
    state: Literal["pending", "green", "red"]
    summary: str = ""


class PullRequestEnded(_Entry):
    """A pull request of the run was merged or closed, and by whom."""

    type: Literal["pull_request_ended"] = "pull_request_ended"
    pull_request: int
    merged: bool
    merge_sha: str
    by: Person


class PrdChanged(_Entry):
    """The PRD's text changed after it was read; plans made from the old text are behind."""

    type: Literal["prd_changed"] = "prd_changed"
    prd_sha256: str
    by: Person


class Paused(_Entry):
    """Held by a person."""

    type: Literal["paused"] = "paused"
    by: Person
    why: str = ""


class Resumed(_Entry):
    """Released by a person."""

    type: Literal["resumed"] = "resumed"
    by: Person


class Retried(_Entry):
    """A person asked to try the last step again, of the run or of one unit."""

    type: Literal["retried"] = "retried"
    by: Person
    unit: str = ""


class Stopped(_Entry):
    """Ended by a person."""

    type: Literal["stopped"] = "stopped"
    by: Person
    why: str = ""


class NeedsHuman(_Entry):
    """The run stands until a person acts."""

    type: Literal["needs_human"] = "needs_human"
    reason: str
    unit: str = ""


class CommandRefused(_Entry):
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


class RunDone(_Entry):
    """Every unit the run was cleared for has ended."""

    type: Literal["run_done"] = "run_done"


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
    | ApprovalVoided
    | Rejected
    | BacklogSynced
    | PatchsetProposed
    | GatesJudged
    | UnitWaits
    | UnitDropped
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
    | CommandRefused
    | RunDone
)


class _Reader:
    adapter: ClassVar[TypeAdapter[Entry]] = TypeAdapter(Annotated[Entry, Field(discriminator="type")])


def to_data(entry: Entry) -> dict[str, object]:
    """The JSON object a ledger record carries for this entry; the tag stands in the record itself."""
    return entry.model_dump(mode="json", exclude={"type"}, exclude_defaults=True)


def from_data(tag: str, data: Mapping[str, object]) -> Entry:
    """The entry a ledger record stands for; raises pydantic's ValidationError on an unknown tag or shape."""
    return _Reader.adapter.validate_python({**data, "type": tag})
