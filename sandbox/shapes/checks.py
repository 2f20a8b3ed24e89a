"""Check suites, check runs, annotations and commit statuses as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox.clock import stamp, stamp_or_none
from sandbox.shapes import node_id
from sandbox.shapes.apps import app
from sandbox.shapes.git import git_commit
from sandbox.shapes.repos import api_url, html_url, repository
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.records import CheckRun, CheckSuite, Repo, Status
    from sandbox.world import World

# The events that GitHub's description does not know inside the `app` of a `check_suite` webhook.
UNKNOWN_IN_SUITES = frozenset(
    {"sub_issues", "issue_dependencies", "installation_target", "repository_ruleset"}
)


def check_run(world: World, repo: Repo, run: CheckRun) -> dict[str, Any]:
    """A check run (`check-run`)."""
    api, page = api_url(world, repo), html_url(world, repo)
    url = f"{api}/check-runs/{run.id}"
    return {
        "id": run.id,
        "name": run.name,
        "node_id": node_id("CR", run.id),
        "head_sha": run.suite.head_sha,
        "external_id": run.external_id or "",
        "url": url,
        "html_url": f"{page}/runs/{run.id}",
        "details_url": run.details_url or run.suite.app.external_url or f"{page}/runs/{run.id}",
        "status": run.status,
        "conclusion": run.conclusion,
        "started_at": stamp(run.started_at),
        "completed_at": stamp_or_none(run.completed_at),
        "output": {
            "title": run.output.get("title"),
            "summary": run.output.get("summary"),
            "text": run.output.get("text"),
            "annotations_count": len(run.annotations),
            "annotations_url": f"{url}/annotations",
        },
        "check_suite": {"id": run.suite.id},
        "app": app(world, run.suite.app),
        "pull_requests": pull_requests(world, repo, run.suite.head_sha),
    }


def check_run_in_webhook(world: World, repo: Repo, run: CheckRun) -> dict[str, Any]:
    """A check run inside a `check_run` payload, with its suite (`check-run-with-simple-check-suite`)."""
    return {**check_run(world, repo, run), "check_suite": _suite(world, repo, run.suite)}


def check_suite(world: World, repo: Repo, suite: CheckSuite) -> dict[str, Any]:
    """A check suite (`check-suite`)."""
    return {
        **_suite(world, repo, suite),
        "latest_check_runs_count": len({run.name for run in suite.runs}),
        "check_runs_url": f"{api_url(world, repo)}/check-suites/{suite.id}/check-runs",
        "head_commit": head_commit(world, repo, suite.head_sha),
        "repository": repository(world, repo),
        "rerequestable": True,
        "runs_rerequestable": True,
    }


def check_suite_in_webhook(world: World, repo: Repo, suite: CheckSuite) -> dict[str, Any]:
    """A check suite inside a `check_suite` payload."""
    shown = check_suite(world, repo, suite)
    del shown["repository"]
    shown["app"]["events"] = [name for name in shown["app"]["events"] if name not in UNKNOWN_IN_SUITES]
    return shown


def annotation(world: World, repo: Repo, run: CheckRun, found: dict[str, Any]) -> dict[str, Any]:
    """One annotation (`check-annotation`)."""
    blob = f"{html_url(world, repo)}/blob/{run.suite.head_sha}/{quote(found['path'])}"
    optional = {key: found.get(key) for key in ("start_column", "end_column", "title", "raw_details")}
    given = {key: found[key] for key in ("path", "start_line", "end_line", "annotation_level", "message")}
    return {**given, **optional, "blob_href": blob}


def pull_requests(world: World, repo: Repo, sha: str) -> list[dict[str, Any]]:
    """The open pull requests whose head the commit is (`pull-request-minimal`)."""
    api = api_url(world, repo)
    home = {"id": repo.id, "url": api, "name": repo.name}
    return [
        {
            "id": pull.id,
            "number": number,
            "url": f"{api}/pulls/{number}",
            "head": {"ref": pull.head_ref, "sha": pull.head_sha, "repo": dict(home)},
            "base": {"ref": pull.base_ref, "sha": pull.base_sha, "repo": dict(home)},
        }
        for number, pull in repo.pulls.items()
        if pull.head_sha == sha and pull.issue.state == "open"
    ]


def status(world: World, repo: Repo, found: Status) -> dict[str, Any]:
    """A commit status (`status`)."""
    creator = simple_user(world, found.creator)
    return {
        "url": f"{api_url(world, repo)}/statuses/{found.sha}",
        "avatar_url": creator["avatar_url"],
        "id": found.id,
        "node_id": node_id("SC", found.id),
        "state": found.state,
        "description": found.description,
        "target_url": found.target_url,
        "context": found.context,
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "creator": creator,
    }


def combined_status(world: World, repo: Repo, sha: str, statuses: Sequence[Status]) -> dict[str, Any]:
    """The latest status of each context and what they come to (`combined-commit-status`).

    https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
    """
    states = {found.state for found in statuses}
    failed = bool(states & {"error", "failure"})
    shown = [status(world, repo, found) for found in statuses]
    for entry in shown:
        del entry["creator"]
    return {
        "state": "failure" if failed else "success" if states == {"success"} else "pending",
        "statuses": shown,
        "sha": sha,
        "total_count": len(shown),
        "repository": repository(world, repo),
        "commit_url": f"{api_url(world, repo)}/commits/{sha}",
        "url": f"{api_url(world, repo)}/commits/{sha}/status",
    }


def _suite(world: World, repo: Repo, suite: CheckSuite) -> dict[str, Any]:
    """What every mention of a suite says (`simple-check-suite`)."""
    return {
        "id": suite.id,
        "node_id": node_id("CS", suite.id),
        "head_branch": suite.head_branch,
        "head_sha": suite.head_sha,
        "status": suite.status,
        "conclusion": suite.conclusion,
        "url": f"{api_url(world, repo)}/check-suites/{suite.id}",
        "before": suite.before,
        "after": suite.head_sha,
        "pull_requests": pull_requests(world, repo, suite.head_sha),
        "app": app(world, suite.app),
        "created_at": stamp(suite.created_at),
        "updated_at": stamp(suite.updated_at),
    }


def head_commit(world: World, repo: Repo, sha: str) -> dict[str, Any]:
    """The commit that is checked (`simple-commit`)."""
    inner = git_commit(world, repo, sha)
    people = {who: {key: inner[who][key] for key in ("name", "email")} for who in ("author", "committer")}
    return {
        "id": sha,
        "tree_id": inner["tree"]["sha"],
        "message": inner["message"],
        "timestamp": inner["committer"]["date"],
        **people,
    }
