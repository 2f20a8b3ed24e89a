"""The stages of a run, the states of a unit, and the overlays that can lie on any of them."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a run stands; the values are what people read and what labels are made of."""

    INGESTED = "ingested"
    PLANNING = "planning"
    WAITING_ANSWERS = "waiting_answers"
    PLAN_PROPOSED = "plan_proposed"
    DECOMPOSING = "decomposing"
    BACKLOG_PROPOSED = "backlog_proposed"
    SYNCING = "syncing"
    DELIVERING = "delivering"
    DONE = "done"
    CANCELLED = "cancelled"


class UnitState(StrEnum):
    """Where one unit stands."""

    QUEUED = "queued"
    READY = "ready"
    PATCHING = "patching"
    PATCHES_PROPOSED = "patches_proposed"
    WAITING_USER_APPROVAL = "waiting_user_approval"
    APPLYING_PATCHES = "applying_patches"
    PR_OPEN = "pr_open"
    VERIFYING_CI = "verifying_ci"
    CHECKS_RED = "checks_red"
    DONE = "done"
    NEEDS_HUMAN = "needs_human"
    TAKEN = "taken"
    BLOCKED_POLICY = "blocked_policy"
    FAILED = "failed"
    DROPPED = "dropped"


class Overlay(StrEnum):
    """What holds a run up, whatever its stage."""

    PAUSED = "paused"
    NEEDS_HUMAN = "needs_human"
    BLOCKED_POLICY = "blocked_policy"
    FAILED = "failed"
    BUDGET = "budget"


FINISHED = frozenset({Stage.DONE, Stage.CANCELLED})
UNIT_ENDED = frozenset({UnitState.DONE, UnitState.DROPPED, UnitState.FAILED})
# A person's wish brings another version of a unit in one of these states.
UNIT_REFINABLE = frozenset(
    {
        UnitState.WAITING_USER_APPROVAL,
        UnitState.BLOCKED_POLICY,
        UnitState.NEEDS_HUMAN,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
)
# A unit in one of these states takes one of the repository's places for work in parallel.
UNIT_ACTIVE = frozenset(
    {
        UnitState.PATCHING,
        UnitState.PATCHES_PROPOSED,
        UnitState.WAITING_USER_APPROVAL,
        UnitState.APPLYING_PATCHES,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
)
