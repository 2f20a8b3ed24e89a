"""What the checks on one commit say together: which of them count, and whether they are done, late, absent or at a standstill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from config.repo_policy import Ci
from policies.counting import count

State = Literal["pending", "green", "red"]
# What they come to together. `settling`: green so far, and late ones are waited for. `missing`: a required one never came.
# `stuck`: nothing changed for too long. `silent`: none has come and none is required.
Standing = Literal["pending", "settling", "green", "red", "missing", "stuck", "silent"]

# The check that this App itself reports; it never counts, whoever reports under its name.
OWN = "signalbox/gates"
# Without any change for so long, checks that were begun are stuck and those that were not are missing.
PATIENCE = timedelta(minutes=10)
# https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks#check-statuses-and-conclusions
_GREEN = frozenset({"success", "neutral", "skipped"})
_MINUTES = PATIENCE // timedelta(minutes=1)
# Names in one sentence.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Check:
    """One check run, commit status or check suite on the head commit, by whoever reports there except ourselves.

    `app` is the slug and `app_id` the id of the App that reports it; a commit status has neither. `changed` is when it
    last began or ended. `stamp` tells one report from the next one of the same check.
    """

    name: str
    state: State
    app: str = ""
    app_id: int | None = None
    changed: datetime | None = None
    stamp: str = ""
    kind: Literal["run", "status", "suite"] = "run"


@dataclass(frozen=True, slots=True)
class Required:
    """A check that the base branch demands; `app_id` where it counts from one App alone."""

    name: str
    app_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What all of it comes to, in a sentence without its full stop; `look_at` is when to look again, if nothing is told.

    What is red and has a time to look again is red already, and others are still at work.
    """

    standing: Standing
    summary: str
    look_at: datetime | None = None
    red: tuple[Check, ...] = ()


def state_of(status: str, conclusion: str | None) -> State:
    """What a check run's status and conclusion amount to."""
    if status != "completed":
        return "pending"
    return "green" if conclusion in _GREEN else "red"


def read(
    checks: Sequence[Check], required: Sequence[Required], *, ci: Ci, opened: datetime, now: datetime
) -> Reading:
    """The reading at `now` of the checks on a commit whose pull request is there since `opened`.

    Red as soon as one that counts is red. Green when all that count are: where checks are required these alone count, and
    otherwise everything that reports, after a while in which later ones can come.
    """
    wanted = demanded(required, ci)
    counting = _counting(checks, wanted, ci)
    missing = [each.name for each in wanted if not any(_meets(check, each, ci) for check in counting)]
    red = tuple(check for check in counting if check.state == "red")
    waiting = [check.name for check in counting if check.state == "pending"]
    changed = max((check.changed for check in counting if check.changed), default=opened)
    quiet_at = max(changed, opened) + PATIENCE
    if red:
        at_work = quiet_at if waiting and now < quiet_at else None
        return Reading("red", f"red: {_names(check.name for check in red)}", at_work, red=red)
    if waiting:
        if now >= quiet_at:
            return Reading("stuck", f"nothing changed for {_MINUTES} minutes at {_names(waiting)}")
        return Reading("pending", f"waiting for {_names([*waiting, *missing])}", quiet_at)
    if missing:
        if now >= quiet_at:
            return Reading("missing", f"{_required(missing)} never came: {_names(missing)}")
        return Reading("pending", f"waiting for {_names(missing)}", quiet_at)
    if not counting:
        if now >= quiet_at:
            return Reading("silent", f"no check has reported in {_MINUTES} minutes")
        return Reading("pending", "waiting for the first check", quiet_at)
    settled_at = changed + timedelta(seconds=ci.settle_seconds)
    done = sum(check.kind != "suite" for check in counting)
    if not wanted and any(check.changed for check in counting) and now < settled_at:
        return Reading("settling", f"{count(done, 'check')} green so far", settled_at)
    return Reading("green", f"{count(done, 'check')} green")


def demanded(required: Iterable[Required], ci: Ci) -> tuple[Required, ...]:
    """What must be green: what the base branch demands, and what the repository names in its settings; never our own."""
    named = (*required, *(Required(name) for name in ci.required_checks))
    return tuple(dict.fromkeys(each for each in named if each.name != OWN))


def _counting(checks: Sequence[Check], wanted: Sequence[Required], ci: Ci) -> tuple[Check, ...]:
    others = [check for check in checks if check.name != OWN]
    if wanted:
        return tuple(check for check in others if any(_meets(check, each, ci) for each in wanted))
    return tuple(check for check in others if _from(check, ci))


def _meets(check: Check, wanted: Required, ci: Ci) -> bool:
    """Whether the check is the required one. Anybody who can write can report under any name; only the App tells.

    A commit status does not say which App set it, so it never stands for a check that is required of one.
    https://docs.github.com/en/rest/commits/statuses#create-a-commit-status
    """
    if check.kind == "suite" or check.name != wanted.name:
        return False
    return check.app_id == wanted.app_id if wanted.app_id is not None else _from(check, ci)


def _from(check: Check, ci: Ci) -> bool:
    return not ci.apps or check.app in ci.apps


def _required(missing: Sequence[str]) -> str:
    return "a required check" if len(missing) == 1 else "required checks"


def _names(names: Iterable[str]) -> str:
    found = sorted(set(names))
    return ", ".join([*found[:_MOST], *([f"and {len(found) - _MOST} more"] if len(found) > _MOST else [])])
