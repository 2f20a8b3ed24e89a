"""GitHub Actions: runs, jobs and their logs as somebody told them, another try, and the dispatch that Apps may listen for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sandbox import respond, workflows
from sandbox.dispatch import Context, Route
from sandbox.downloads import log_url
from sandbox.expect import expect
from sandbox.hooks import emit
from sandbox.merging import GOOD
from sandbox.permissions import reads, writes
from sandbox.respond import Reply
from sandbox.shapes import workflows as shapes

if TYPE_CHECKING:
    from sandbox.workflows import Job, WorkflowRun

ACTIONS = "/repos/{owner}/{repo}/actions"
LONGEST_EVENT_TYPE, MOST_KEYS = 100, 10


def permissions(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/permissions#get-github-actions-permissions-for-a-repository ."""
    api = f"{ctx.world.url}/api/v3/repos/{ctx.repo.full_name}/actions/permissions/selected-actions"
    enabled = bool(ctx.repo.workflow_runs)
    return respond.json(200, {"enabled": enabled, "allowed_actions": "all", "selected_actions_url": api})


def list_runs(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository ."""
    query = ctx.query
    found = [
        run
        for run in reversed(ctx.repo.workflow_runs.values())
        if query.get("head_sha") in (None, run.suite.head_sha)
        and query.get("branch") in (None, run.suite.head_branch)
        and query.get("event") in (None, run.event)
        and query.get("status") in (None, run.suite.status, run.suite.conclusion)
        and query.get("check_suite_id") in (None, str(run.suite.id))
    ]
    shape = partial(shapes.workflow_run, ctx.world, ctx.repo)
    return respond.page(ctx, found, shape, key="workflow_runs")


def list_workflows(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflows#list-repository-workflows ; those that have run."""
    found = list({run.workflow_id: run for run in ctx.repo.workflow_runs.values()}.values())
    return respond.page(ctx, found, partial(shapes.workflow, ctx.world, ctx.repo), key="workflows")


def no_artifacts(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/artifacts ; nothing here leaves any."""
    if "run" in ctx.params:
        _run(ctx)
    return respond.page(ctx, (), _never, key="artifacts")


def get_run(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#get-a-workflow-run ."""
    return respond.json(200, shapes.workflow_run(ctx.world, ctx.repo, _run(ctx)))


def list_jobs(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run ."""
    run = _run(ctx)
    jobs = run.jobs if ctx.query.get("filter") == "all" else run.latest
    return respond.page(ctx, jobs, partial(shapes.job, ctx.world, ctx.repo, run), key="jobs")


def get_job(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-jobs#get-a-job-for-a-workflow-run ."""
    return respond.json(200, shapes.job(ctx.world, ctx.repo, *_job(ctx)))


def job_log(ctx: Context) -> Reply:
    """A redirect to the log: 404 while the job runs, 410 once it is thrown away.

    https://docs.github.com/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run
    """
    _, job = _job(ctx)
    if job.check.status != "completed":
        respond.not_found()
    if job.log is None:
        respond.refuse(410, "Gone")
    return Reply(302, headers={"Location": log_url(ctx.world, job)})


def run_again(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#re-run-a-workflow ."""
    run = _run(ctx)
    return _again(ctx, run, run.latest)


def run_failed_again(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#re-run-failed-jobs-from-a-workflow-run ."""
    run = _run(ctx)
    return _again(ctx, run, [job for job in run.latest if job.check.conclusion not in GOOD])


def run_job_again(ctx: Context) -> Reply:
    """https://docs.github.com/rest/actions/workflow-runs#re-run-a-job-from-a-workflow-run ."""
    run, job = _job(ctx)
    return _again(ctx, run, [job])


def dispatch(ctx: Context) -> Reply:
    """https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event ."""
    expect(ctx.body, client_payload="object?")
    event = ctx.text("event_type", resource="RepositoryDispatch")
    payload = ctx.body.get("client_payload") or {}
    if len(event) > LONGEST_EVENT_TYPE:
        respond.invalid("RepositoryDispatch", "event_type", "invalid")
    if len(payload) > MOST_KEYS:
        text = f"No more than {MOST_KEYS} properties are allowed; {len(payload)} were supplied."
        respond.refuse(422, f"Invalid request.\n\n{text}", errors=[text])
    parts: dict[str, Any] = {"branch": ctx.repo.default_branch, "client_payload": payload}
    emit(ctx.world, "repository_dispatch", event, repo=ctx.repo, sender=ctx.actor, **parts)
    return respond.nothing()


def _again(ctx: Context, run: WorkflowRun, jobs: list[Job]) -> Reply:
    if run.suite.status != "completed":
        respond.refuse(403, "This workflow is already running")
    workflows.again(ctx.world, ctx.repo, run, jobs, by=ctx.actor)
    return respond.json(201, {})


def _run(ctx: Context) -> WorkflowRun:
    found = ctx.repo.workflow_runs.get(int(ctx.params["run"]))
    if found is None:
        respond.not_found()
    return found


def _job(ctx: Context) -> tuple[WorkflowRun, Job]:
    wanted = int(ctx.params["job"])
    jobs = ((run, job) for run in ctx.repo.workflow_runs.values() for job in run.jobs)
    found = next((each for each in jobs if each[1].check.id == wanted), None)
    if found is None:
        respond.not_found()
    return found


def _never(item: object) -> object:
    return item


READ, WRITE = reads("actions"), writes("actions", role="write")
RUN, JOB = ACTIONS + "/runs/{run:int}", ACTIONS + "/jobs/{job:int}"
ROUTES = (
    Route("GET", ACTIONS + "/permissions", permissions, reads("administration")),
    Route("GET", ACTIONS + "/runs", list_runs, READ),
    Route("GET", ACTIONS + "/workflows", list_workflows, READ),
    Route("GET", ACTIONS + "/artifacts", no_artifacts, READ),
    Route("GET", RUN, get_run, READ),
    Route("GET", RUN + "/jobs", list_jobs, READ),
    Route("GET", RUN + "/artifacts", no_artifacts, READ),
    Route("POST", RUN + "/rerun", run_again, WRITE),
    Route("POST", RUN + "/rerun-failed-jobs", run_failed_again, WRITE),
    Route("GET", JOB, get_job, READ),
    Route("GET", JOB + "/logs", job_log, READ),
    Route("POST", JOB + "/rerun", run_job_again, WRITE),
    Route("POST", "/repos/{owner}/{repo}/dispatches", dispatch, writes("contents", role="write")),
)
