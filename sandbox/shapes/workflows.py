"""Workflows, their runs and the jobs of these as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.clock import stamp, stamp_or_none
from sandbox.shapes import node_id
from sandbox.shapes.checks import head_commit, pull_requests
from sandbox.shapes.repos import api_url, html_url, repository
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.records import Repo
    from sandbox.workflows import Job, WorkflowRun
    from sandbox.world import World


def workflow(world: World, repo: Repo, run: WorkflowRun) -> dict[str, Any]:
    """The workflow that a run is of (`workflow`)."""
    page = html_url(world, repo)
    made = stamp(run.created_at)
    return {
        "id": run.workflow_id,
        "node_id": node_id("W", run.workflow_id),
        "name": run.name,
        "path": run.path,
        "state": "active",
        "created_at": made,
        "updated_at": made,
        "url": f"{api_url(world, repo)}/actions/workflows/{run.workflow_id}",
        "html_url": f"{page}/blob/{repo.default_branch}/{run.path}",
        "badge_url": f"{page}/workflows/{run.name}/badge.svg",
    }


def workflow_run(world: World, repo: Repo, run: WorkflowRun) -> dict[str, Any]:
    """A run, as its newest attempt stands (`workflow-run`)."""
    api, suite = api_url(world, repo), run.suite
    url, who = f"{api}/actions/runs/{run.id}", simple_user(world, run.actor)
    return {
        "id": run.id,
        "name": run.name,
        "node_id": node_id("WFR", run.id),
        "check_suite_id": suite.id,
        "check_suite_node_id": node_id("CS", suite.id),
        "head_branch": suite.head_branch,
        "head_sha": suite.head_sha,
        "path": run.path,
        "display_title": head_commit(world, repo, suite.head_sha)["message"].partition("\n")[0],
        "run_number": run.number,
        "run_attempt": run.attempt,
        "event": run.event,
        "status": suite.status,
        "conclusion": suite.conclusion,
        "workflow_id": run.workflow_id,
        "referenced_workflows": [],
        "url": url,
        "html_url": f"{html_url(world, repo)}/actions/runs/{run.id}",
        "pull_requests": pull_requests(world, repo, suite.head_sha),
        "created_at": stamp(run.created_at),
        "updated_at": stamp(suite.updated_at),
        "run_started_at": stamp(run.started_at),
        "actor": who,
        "triggering_actor": dict(who),
        "jobs_url": f"{url}/jobs",
        "logs_url": f"{url}/logs",
        "check_suite_url": f"{api}/check-suites/{suite.id}",
        "artifacts_url": f"{url}/artifacts",
        "cancel_url": f"{url}/cancel",
        "rerun_url": f"{url}/rerun",
        "previous_attempt_url": f"{url}/attempts/{run.attempt - 1}" if run.attempt > 1 else None,
        "workflow_url": f"{api}/actions/workflows/{run.workflow_id}",
        "head_commit": head_commit(world, repo, suite.head_sha),
        "repository": repository(world, repo),
        "head_repository": repository(world, repo),
    }


def job(world: World, repo: Repo, run: WorkflowRun, found: Job) -> dict[str, Any]:
    """A job (`job`)."""
    api, check = api_url(world, repo), found.check
    return {
        "id": check.id,
        "run_id": run.id,
        "run_url": f"{api}/actions/runs/{run.id}",
        "run_attempt": found.attempt,
        "node_id": node_id("CR", check.id),
        "head_sha": run.suite.head_sha,
        "head_branch": run.suite.head_branch,
        "workflow_name": run.name,
        "name": check.name,
        "url": f"{api}/actions/jobs/{check.id}",
        "html_url": check.details_url,
        "status": check.status,
        "conclusion": check.conclusion,
        "created_at": stamp(check.started_at),
        "started_at": stamp(check.started_at),
        "completed_at": stamp_or_none(check.completed_at),
        "steps": [],
        "check_run_url": f"{api}/check-runs/{check.id}",
        "labels": ["ubuntu-latest"],
        "runner_id": None,
        "runner_name": None,
        "runner_group_id": None,
        "runner_group_name": None,
    }
