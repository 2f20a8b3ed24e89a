"""Entries on the way to a plan and a backlog."""

from collections.abc import Mapping
from typing import Literal

from agents.ask import Role
from policies.entries.base import AskedQuestion, EntryBase, ModelCall, Spent
from policies.people import Person


class RunStarted(EntryBase):
    """A person put the label on; from here on there is a run. `writes`: that person had write access then; older records say no."""

    type: Literal["run_started"] = "run_started"
    repository_id: int
    repository: str
    issue: int
    title: str
    author: Person
    by: Person
    prd_sha256: str
    base_ref: str
    writes: bool = False


class RoleAsked(EntryBase):
    """An agent is asked; `subject` is what for: `triage`, `plan 2`, `backlog 1`, `U-03 1`."""

    type: Literal["role_asked"] = "role_asked"
    role: Role
    subject: str


class RoleReplied(EntryBase):
    """An agent's reply came back: digests of what was asked and of what it said, and the cost."""

    type: Literal["role_replied"] = "role_replied"
    role: Role
    subject: str
    ask: str
    content: str | None
    reason: str = ""
    spent: Spent
    # Each call apart that no `calls_paid` has told already, section by section; `spent` is their sum.
    calls: tuple[ModelCall, ...] = ()
    # SHA-256 of what the agent was shown of the repository, whatever else it was given; empty where it was shown nothing.
    context: str = ""


class CallsPaid(EntryBase):
    """Calls to a model that were paid for while what they were for has no answer: held up, refused by a budget, or stopped."""

    type: Literal["calls_paid"] = "calls_paid"
    role: Role
    subject: str
    calls: tuple[ModelCall, ...]


class TriageRecommended(EntryBase):
    """A recommendation, which a person may overrule."""

    type: Literal["triage_recommended"] = "triage_recommended"
    verdict: Literal["GO", "NO-GO", "DEFER"]
    reasons: tuple[str, ...]
    remedies: tuple[str, ...] = ()


class TriageOverruled(EntryBase):
    """A person said: plan anyway."""

    type: Literal["triage_overruled"] = "triage_overruled"
    by: Person


class QuestionsAsked(EntryBase):
    """Questions without a safe default hold the run until they are answered."""

    type: Literal["questions_asked"] = "questions_asked"
    questions: tuple[AskedQuestion, ...]
    blocking: tuple[str, ...]
    draft: str


class QuestionAnswered(EntryBase):
    """A person's answer, by name; `text` is the default's text when the default was taken.

    `units` are those it changes, where it came after the plan was approved.
    """

    type: Literal["question_answered"] = "question_answered"
    question: str
    text: str
    by: Person
    comment_id: int
    units: tuple[str, ...] = ()


class PlanProposed(EntryBase):
    """A version of the architecture pack is before the people; `digest` is what an approval must name."""

    type: Literal["plan_proposed"] = "plan_proposed"
    version: int
    digest: str
    prd_sha256: str
    files: Mapping[str, str]
    questions: tuple[AskedQuestion, ...] = ()


class BacklogProposed(EntryBase):
    """A version of the decomposition is before the people; `units` maps each unit to those it depends on."""

    type: Literal["backlog_proposed"] = "backlog_proposed"
    version: int
    digest: str
    files: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]


class VersionKept(EntryBase):
    """A wish changed nothing, so the version that was there stands; `came` says of each wish what came of it."""

    type: Literal["version_kept"] = "version_kept"
    target: Literal["plan", "backlog"]
    version: int
    digest: str
    came: tuple[str, ...] = ()


class RefinementAsked(EntryBase):
    """A person asked for another version of the target, in the issue or pull request `thread`."""

    type: Literal["refinement_asked"] = "refinement_asked"
    target: str
    text: str
    by: Person
    comment_id: int
    thread: int = 0
