"""Every change of a run's stage and of a unit's state, as two tables.

Rule 1: a stage changes only by `step` on `RUN`, a unit's state only by `step_unit` on `UNIT`. Nothing else in the
code assigns either.

Theory of operation. A command is decided (`policies.decide`) into ledger entries. Folding the entries
(`policies.run`) turns each into at most one trigger, and the trigger moves the stage along the table. So the ledger
alone tells where a run stands, live and when it is rebuilt, and a move that is not in the table cannot be folded: it
raises `IllegalStepError`, which stops the run for a person. The promise "nothing is written before a human approved it" is
an edge of the table: a unit reaches APPLYING_PATCHES by the trigger APPROVED alone, and DELIVERING is reached through
PLAN_APPROVED and BACKLOG_APPROVED alone; a test walks every path.
"""

from collections.abc import Mapping
from enum import StrEnum

from policies.stages import Stage, UnitState


class Trigger(StrEnum):
    """What happened to a run, as far as its stage is concerned."""

    TRIAGED_GO = "triage says go"
    OVERRULED = "/plan anyway"
    QUESTIONS_BLOCK = "a question has no safe default"
    ANSWERED = "/answer"
    PLAN_PROPOSED = "plan proposed"
    PLAN_REFINED = "/refine"
    PLAN_REPLACED = "/refine plan brought another version"
    PLAN_STANDS = "the wish changes nothing in it"
    PLAN_APPROVED = "/approve plan"
    PLAN_VOIDED = "approval of the plan void"
    BACKLOG_PROPOSED = "backlog proposed"
    BACKLOG_REFINED = "/refine backlog"
    BACKLOG_APPROVED = "/approve backlog"
    BACKLOG_KEPT = "/reject backlog"
    BACKLOG_STANDS = "the wish changes nothing"
    BACKLOG_STANDS_APPROVED = "the wish changes nothing in what is approved"
    SYNCED = "issues in step"
    UNITS_ENDED = "all units ended"
    STOPPED = "/stop"


class UnitTrigger(StrEnum):
    """What happened to a unit, as far as its state is concerned."""

    DEPENDENCIES_DONE = "what it depends on is merged"
    ASKED = "proposer asked"
    PROPOSED = "patchset computed"
    GATES_PASSED = "gates passed"
    GATES_BLOCKED = "a gate blocks"
    OVERRIDDEN = "/override of every rule that blocks"
    REFINED = "/refine"
    APPROVED = "/approve with its digest"
    VOIDED = "approval void"
    WRITTEN = "pull request opened"
    CHECKS = "checks report"
    RED = "checks red"
    MERGED = "pull request merged"
    CLOSED = "pull request closed unmerged"
    REJECTED = "/reject"
    WAITS = "proposer cannot"
    STANDS = "the wish changes no file, and no rule stops it"
    STANDS_BLOCKED = "the wish changes no file, and a rule stops it"
    DROPPED = "dropped, or its issue closed as not planned"
    TAKEN = "its issue assigned to a person"
    GIVEN_BACK = "its issue assigned to nobody"
    DONE_BY_PERSON = "its issue closed as completed"
    RETRIED = "/retry"
    DRAWN_AGAIN = "drawn again by itself"
    GIVEN_UP = "enough was tried"


class IllegalStepError(Exception):
    """A trigger met a state that has no row for it; the ledger or the code is wrong, and a person must look."""


_S, _T = Stage, Trigger
RUN: Mapping[tuple[Stage, Trigger], Stage] = {
    (_S.INGESTED, _T.TRIAGED_GO): _S.PLANNING,
    (_S.INGESTED, _T.OVERRULED): _S.PLANNING,
    (_S.PLANNING, _T.QUESTIONS_BLOCK): _S.WAITING_ANSWERS,
    (_S.PLANNING, _T.PLAN_PROPOSED): _S.PLAN_PROPOSED,
    (_S.PLANNING, _T.PLAN_REFINED): _S.PLANNING,
    (_S.PLANNING, _T.PLAN_STANDS): _S.PLAN_PROPOSED,
    (_S.WAITING_ANSWERS, _T.ANSWERED): _S.PLANNING,
    (_S.WAITING_ANSWERS, _T.PLAN_REFINED): _S.PLANNING,
    (_S.PLAN_PROPOSED, _T.ANSWERED): _S.PLANNING,
    (_S.PLAN_PROPOSED, _T.PLAN_REFINED): _S.PLANNING,
    (_S.PLAN_PROPOSED, _T.PLAN_APPROVED): _S.DECOMPOSING,
    (_S.DECOMPOSING, _T.PLAN_VOIDED): _S.PLAN_PROPOSED,
    (_S.BACKLOG_PROPOSED, _T.PLAN_VOIDED): _S.PLAN_PROPOSED,
    (_S.DECOMPOSING, _T.BACKLOG_PROPOSED): _S.BACKLOG_PROPOSED,
    (_S.DECOMPOSING, _T.BACKLOG_REFINED): _S.DECOMPOSING,
    (_S.DECOMPOSING, _T.BACKLOG_STANDS): _S.BACKLOG_PROPOSED,
    (_S.DECOMPOSING, _T.BACKLOG_STANDS_APPROVED): _S.DELIVERING,
    (_S.BACKLOG_PROPOSED, _T.ANSWERED): _S.BACKLOG_PROPOSED,
    (_S.BACKLOG_PROPOSED, _T.PLAN_REPLACED): _S.PLAN_PROPOSED,
    (_S.BACKLOG_PROPOSED, _T.QUESTIONS_BLOCK): _S.WAITING_ANSWERS,
    (_S.BACKLOG_PROPOSED, _T.BACKLOG_REFINED): _S.DECOMPOSING,
    (_S.BACKLOG_PROPOSED, _T.BACKLOG_APPROVED): _S.SYNCING,
    (_S.BACKLOG_PROPOSED, _T.BACKLOG_KEPT): _S.DELIVERING,
    (_S.SYNCING, _T.SYNCED): _S.DELIVERING,
    (_S.DELIVERING, _T.BACKLOG_REFINED): _S.DECOMPOSING,
    (_S.DELIVERING, _T.UNITS_ENDED): _S.DONE,
    **{(stage, _T.STOPPED): _S.CANCELLED for stage in Stage if stage not in (_S.DONE, _S.CANCELLED)},
}

_U, _V = UnitState, UnitTrigger
# A person takes a unit over before anything of it is approved; after that its pull request speaks for it.
TAKEABLE = frozenset(
    {
        _U.QUEUED,
        _U.READY,
        _U.PATCHING,
        _U.WAITING_USER_APPROVAL,
        _U.BLOCKED_POLICY,
        _U.NEEDS_HUMAN,
        _U.TAKEN,
    }
)
_LIVE = tuple(state for state in UnitState if state not in (_U.DONE, _U.DROPPED, _U.FAILED))
UNIT: Mapping[tuple[UnitState, UnitTrigger], UnitState] = {
    (_U.QUEUED, _V.DEPENDENCIES_DONE): _U.READY,
    (_U.READY, _V.ASKED): _U.PATCHING,
    (_U.PATCHING, _V.PROPOSED): _U.PATCHES_PROPOSED,
    (_U.PATCHES_PROPOSED, _V.GATES_PASSED): _U.WAITING_USER_APPROVAL,
    (_U.PATCHES_PROPOSED, _V.GATES_BLOCKED): _U.BLOCKED_POLICY,
    (_U.BLOCKED_POLICY, _V.OVERRIDDEN): _U.WAITING_USER_APPROVAL,
    (_U.PATCHING, _V.WAITS): _U.NEEDS_HUMAN,
    (_U.PATCHING, _V.STANDS): _U.WAITING_USER_APPROVAL,
    (_U.PATCHING, _V.STANDS_BLOCKED): _U.BLOCKED_POLICY,
    (_U.WAITING_USER_APPROVAL, _V.REFINED): _U.PATCHING,
    (_U.BLOCKED_POLICY, _V.REFINED): _U.PATCHING,
    (_U.NEEDS_HUMAN, _V.REFINED): _U.PATCHING,
    (_U.NEEDS_HUMAN, _V.RETRIED): _U.READY,
    (_U.WAITING_USER_APPROVAL, _V.APPROVED): _U.APPLYING_PATCHES,
    (_U.WAITING_USER_APPROVAL, _V.REJECTED): _U.FAILED,
    (_U.BLOCKED_POLICY, _V.REJECTED): _U.FAILED,
    (_U.APPLYING_PATCHES, _V.VOIDED): _U.WAITING_USER_APPROVAL,
    (_U.APPLYING_PATCHES, _V.WRITTEN): _U.PR_OPEN,
    (_U.PR_OPEN, _V.CHECKS): _U.VERIFYING_CI,
    (_U.VERIFYING_CI, _V.CHECKS): _U.VERIFYING_CI,
    (_U.VERIFYING_CI, _V.RED): _U.CHECKS_RED,
    (_U.CHECKS_RED, _V.CHECKS): _U.VERIFYING_CI,
    (_U.CHECKS_RED, _V.REFINED): _U.PATCHING,
    # A fix is drawn while the checks stay red; whoever draws it may not be able to.
    (_U.CHECKS_RED, _V.PROPOSED): _U.PATCHES_PROPOSED,
    (_U.CHECKS_RED, _V.WAITS): _U.CHECKS_RED,
    (_U.CHECKS_RED, _V.CLOSED): _U.NEEDS_HUMAN,
    (_U.CHECKS_RED, _V.MERGED): _U.DONE,
    (_U.PR_OPEN, _V.REFINED): _U.PATCHING,
    (_U.VERIFYING_CI, _V.REFINED): _U.PATCHING,
    (_U.PR_OPEN, _V.CLOSED): _U.NEEDS_HUMAN,
    (_U.VERIFYING_CI, _V.CLOSED): _U.NEEDS_HUMAN,
    (_U.PR_OPEN, _V.MERGED): _U.DONE,
    (_U.VERIFYING_CI, _V.MERGED): _U.DONE,
    # A person merges the pull request of the version before, while a newer one is under way.
    (_U.READY, _V.MERGED): _U.DONE,
    (_U.PATCHING, _V.MERGED): _U.DONE,
    (_U.WAITING_USER_APPROVAL, _V.MERGED): _U.DONE,
    (_U.BLOCKED_POLICY, _V.MERGED): _U.DONE,
    (_U.NEEDS_HUMAN, _V.MERGED): _U.DONE,
    (_U.PATCHING, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.WAITING_USER_APPROVAL, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.BLOCKED_POLICY, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.NEEDS_HUMAN, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.PR_OPEN, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.VERIFYING_CI, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.CHECKS_RED, _V.DRAWN_AGAIN): _U.PATCHING,
    (_U.PATCHING, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    (_U.WAITING_USER_APPROVAL, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    (_U.BLOCKED_POLICY, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    (_U.PR_OPEN, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    (_U.VERIFYING_CI, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    (_U.CHECKS_RED, _V.GIVEN_UP): _U.NEEDS_HUMAN,
    **{(state, _V.TAKEN): _U.TAKEN for state in UnitState if state in TAKEABLE},
    (_U.TAKEN, _V.GIVEN_BACK): _U.QUEUED,
    (_U.TAKEN, _V.MERGED): _U.DONE,
    **{(state, _V.DROPPED): _U.DROPPED for state in _LIVE},
    **{(state, _V.DONE_BY_PERSON): _U.DONE for state in _LIVE},
}


def step(stage: Stage, trigger: Trigger) -> Stage:
    """The stage after `trigger`; raises IllegalStepError where the table has no row."""
    try:
        return RUN[stage, trigger]
    except KeyError:
        raise IllegalStepError(f"a run that is {stage} cannot take: {trigger}") from None


def step_unit(state: UnitState, trigger: UnitTrigger) -> UnitState:
    """The unit's state after `trigger`; raises IllegalStepError where the table has no row."""
    try:
        return UNIT[state, trigger]
    except KeyError:
        raise IllegalStepError(f"a unit that is {state} cannot take: {trigger}") from None


def mermaid() -> str:
    """The journey as a mermaid state diagram, for the README; `/stop` is left out because it leaves every stage."""
    lines = ["stateDiagram-v2", "    [*] --> ingested: label"]
    lines += [
        f"    {before} --> {after}: {trigger.value}"
        for (before, trigger), after in RUN.items()
        if trigger is not Trigger.STOPPED
    ]
    return "\n".join([*lines, "    done --> [*]", ""])
