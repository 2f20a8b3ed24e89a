"""Reads what is reported on a commit, and which checks its base branch demands; what that comes to is decided elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import read_runs, reader_of
from bot.github import Hub, Reader, part
from bot.place import Place
from policies.checks import OWN, Check, Required, State, state_of

_STATUS: Mapping[str, State] = {"success": "green", "pending": "pending"}
# How a suite ends that has not come to a single run: its workflow cannot be read, or somebody must let it start.
# https://docs.github.com/en/rest/checks/suites#get-a-check-suite
_NEVER_BEGAN = frozenset({"startup_failure", "action_required", "failure"})
# https://docs.github.com/en/rest/branches/branch-protection#update-status-check-protection
_ANY_APP = -1


async def read_checks(hub: Hub, place: Place, sha: str, *, app_id: str) -> tuple[Check, ...]:
    """Every check run, suite and commit status on the commit, except what the App `app_id`, ourselves, reports.

    Where we may see GitHub Actions, the run of a workflow stands for its suite: it has the name people know, and is there
    before its first job.
    """
    reader, actions = hub.reader(place.installation, place.repository_id), await reader_of(hub, place)
    commit = f"{place.path}/commits/{sha}"
    runs = await reader.get_all(f"{commit}/check-runs", filter="latest")
    suites = {int(suite["id"]): suite for suite in await reader.get_all(f"{commit}/check-suites")}
    combined = await reader.get(f"{commit}/status")
    workflows = await read_runs(actions, place, sha) if actions else []
    found = (
        *map(_run, runs),
        *_unfinished(workflows, suites),
        *map(_status, combined["statuses"]),
    )
    return tuple(check for check in found if str(check.app_id) != app_id)


@dataclass(frozen=True, slots=True)
class BranchRules:
    """What a branch asks of a merge: which checks, how many approving reviews, and whether through a queue."""

    required: tuple[Required, ...] = ()
    reviews: int = 0
    queue: bool = False

    @property
    def own(self) -> bool:
        """Whether it asks for our own check."""
        return any(each.name == OWN for each in self.required)


async def read_rules_of(reader: Reader, place: Place, branch: str) -> BranchRules:
    """What the branch demands, by rulesets and by its protection, the stricter of the two.

    https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch tells of active rulesets alone; protection is part of
    the branch itself, for which reading contents is enough. https://docs.github.com/en/rest/branches/branches#get-a-branch
    """
    rules = await reader.get_all(f"{place.path}/rules/branches/{part(branch)}")
    shown = await reader.get_or_none(f"{place.path}/branches/{part(branch)}")
    parameters = [rule.get("parameters") or {} for rule in rules if rule["type"] == "pull_request"]
    wanted = [int(each.get("required_approving_review_count") or 0) for each in parameters]
    reviews = ((shown or {}).get("protection") or {}).get("required_pull_request_reviews") or {}
    wanted.append(int(reviews.get("required_approving_review_count") or 0))
    return BranchRules(
        required=_demanded(rules, shown),
        reviews=max(wanted),
        queue=any(rule["type"] == "merge_queue" for rule in rules),
    )


def _demanded(rules: list[Mapping[str, Any]], shown: Mapping[str, Any] | None) -> tuple[Required, ...]:
    found: list[Required] = []
    for rule in rules:
        if rule["type"] == "required_status_checks":
            demanded = (rule.get("parameters") or {}).get("required_status_checks") or ()
            found += [_required(each["context"], each.get("integration_id")) for each in demanded]
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


def _unfinished(
    workflows: list[Mapping[str, Any]], suites: Mapping[int, Mapping[str, Any]]
) -> Iterator[Check]:
    """Runs of workflows and suites that will report more, and those that ended without a check run."""
    known = {int(run["check_suite_id"]) for run in workflows}
    for run in workflows:
        suite = suites.get(int(run["check_suite_id"]), {})
        checks = int(suite.get("latest_check_runs_count", 0))
        found = _open_ended(
            run["status"] != "completed", run, name=str(run["name"]), app=suite.get("app"), checks=checks
        )
        yield from found
    for number, suite in suites.items():
        checks, app = int(suite["latest_check_runs_count"]), suite["app"] or {}
        # One that never began is nobody's: GitHub makes a suite for every App that may write checks, and most never use it.
        more = suite["status"] != "completed" and checks > 0
        name = str(app.get("slug", "a check suite"))
        if number not in known:
            yield from _open_ended(more, suite, name=name, app=app, checks=checks)


def _open_ended(
    more: bool,  # noqa: FBT001 - read as a sentence where it is called
    told: Mapping[str, Any],
    *,
    name: str,
    app: Mapping[str, Any] | None,
    checks: int,
) -> Iterator[Check]:
    failed = told["status"] == "completed" and not checks and told["conclusion"] in _NEVER_BEGAN
    if more or failed:
        by = app or {}
        yield Check(
            name=name,
            state="pending" if more else "red",
            app=str(by.get("slug", "")),
            app_id=by.get("id"),
            changed=_time(told["updated_at"]),
            stamp=f"suite {told['id']} {told['updated_at']}",
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
