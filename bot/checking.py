"""Reads what is reported on a commit, and which checks its base branch demands; what that comes to is decided elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.github import Reader, part
from bot.place import Place
from policies.checks import Check, Required, State, state_of

_STATUS: Mapping[str, State] = {"success": "green", "pending": "pending"}
# How a suite ends that has not come to a single run: its workflow cannot be read, or somebody must let it start.
# https://docs.github.com/en/rest/checks/suites#get-a-check-suite
_NEVER_BEGAN = frozenset({"startup_failure", "action_required", "failure"})
# https://docs.github.com/en/rest/branches/branch-protection#update-status-check-protection
_ANY_APP = -1


async def read_checks(reader: Reader, place: Place, sha: str, *, app_id: str) -> tuple[Check, ...]:
    """Every check run, suite and commit status on the commit, except what the App `app_id`, ourselves, reports."""
    commit = f"{place.path}/commits/{sha}"
    runs = await reader.get_all(f"{commit}/check-runs", filter="latest")
    suites = await reader.get_all(f"{commit}/check-suites")
    combined = await reader.get(f"{commit}/status")
    found = (*map(_run, runs), *_unfinished(suites), *map(_status, combined["statuses"]))
    return tuple(check for check in found if str(check.app_id) != app_id)


@dataclass(frozen=True, slots=True)
class BranchRules:
    """What a branch asks of a merge besides checks: how many approving reviews, and whether it merges through a queue."""

    reviews: int
    queue: bool


async def read_rules_of(reader: Reader, place: Place, branch: str) -> BranchRules:
    """The same by rulesets and protection, the stricter of the two."""
    rules = await reader.get_all(f"{place.path}/rules/branches/{part(branch)}")
    parameters = [rule.get("parameters") or {} for rule in rules if rule["type"] == "pull_request"]
    wanted = [int(each.get("required_approving_review_count") or 0) for each in parameters]
    shown = await reader.get_or_none(f"{place.path}/branches/{part(branch)}")
    reviews = ((shown or {}).get("protection") or {}).get("required_pull_request_reviews") or {}
    wanted.append(int(reviews.get("required_approving_review_count") or 0))
    return BranchRules(max(wanted), any(rule["type"] == "merge_queue" for rule in rules))


async def read_required(reader: Reader, place: Place, branch: str) -> tuple[Required, ...]:
    """What the branch demands, by rulesets and by its protection.

    https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch tells of active rulesets alone; protection is part of
    the branch itself, for which reading contents is enough. https://docs.github.com/en/rest/branches/branches#get-a-branch
    """
    found: list[Required] = []
    for rule in await reader.get_all(f"{place.path}/rules/branches/{part(branch)}"):
        if rule["type"] == "required_status_checks":
            demanded = (rule.get("parameters") or {}).get("required_status_checks") or ()
            found += [_required(each["context"], each.get("integration_id")) for each in demanded]
    shown = await reader.get_or_none(f"{place.path}/branches/{part(branch)}")
    protection = ((shown or {}).get("protection") or {}).get("required_status_checks") or {}
    named = [_required(each["context"], each.get("app_id")) for each in protection.get("checks") or ()]
    known = {each.name for each in named}
    named += [Required(name) for name in protection.get("contexts") or () if name not in known]
    return tuple(dict.fromkeys((*found, *named)))


def _required(name: str, app: int | None) -> Required:
    return Required(name, None if app in {None, _ANY_APP} else app)


def _run(run: Mapping[str, Any]) -> Check:
    app = run["app"] or {}
    ended = run["completed_at"]
    return Check(
        name=run["name"],
        state=state_of(run["status"], run["conclusion"]),
        app=str(app.get("slug", "")),
        app_id=app.get("id"),
        changed=_time(ended or run["started_at"]),
        stamp=f"run {run['id']} {ended or ''}".strip(),
    )


def _unfinished(suites: list[Mapping[str, Any]]) -> Iterator[Check]:
    """Suites that will report more, and those that ended without a run.

    One that never began is nobody's: GitHub makes a suite for every App that may write checks, and most never use it.
    """
    for suite in suites:
        app, runs = suite["app"] or {}, suite["latest_check_runs_count"]
        more = suite["status"] != "completed" and runs > 0
        failed = suite["status"] == "completed" and not runs and suite["conclusion"] in _NEVER_BEGAN
        if more or failed:
            yield Check(
                name=str(app.get("slug", "a check suite")),
                state="pending" if more else "red",
                app=str(app.get("slug", "")),
                app_id=app.get("id"),
                changed=_time(suite["updated_at"]),
                stamp=f"suite {suite['id']} {suite['updated_at']}",
                kind="suite",
            )


def _status(status: Mapping[str, Any]) -> Check:
    return Check(
        name=status["context"],
        state=_STATUS.get(status["state"], "red"),
        changed=_time(status["updated_at"]),
        stamp=f"status {status['id']}",
        kind="status",
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
