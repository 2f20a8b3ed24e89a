"""Runs of GitHub Actions, of which nothing is executed here: somebody tells what the jobs came to, and GitHub tells it on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox import checks
from sandbox.accounts import App
from sandbox.hooks import emit
from sandbox.records import CheckRun
from sandbox.shapes import workflows as shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sandbox.accounts import User
    from sandbox.records import CheckSuite, Repo
    from sandbox.world import World

# The App that reports what Actions did; https://github.com/apps/github-actions
SLUG = "github-actions"


@dataclass(slots=True, eq=False)
class Job:
    """A job of a run; it and its check run have one id, and its `log` is None once GitHub has thrown it away."""

    check: CheckRun
    attempt: int
    log: bytes | None = b""


@dataclass(slots=True, eq=False)
class WorkflowRun:
    """One run of a workflow on a commit, with all attempts at it."""

    id: int
    number: int
    workflow_id: int
    name: str
    event: str
    suite: CheckSuite
    actor: User
    created_at: datetime
    started_at: datetime
    attempt: int = 1
    jobs: list[Job] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Where its workflow stands."""
        return f".github/workflows/{self.name.lower().replace(' ', '-')}.yml"

    @property
    def latest(self) -> list[Job]:
        """The newest job of each name."""
        return list({job.check.name: job for job in self.jobs}.values())


def report(  # noqa: PLR0913 - what Actions tells has these parts
    world: World, repo: Repo, sha: str, workflow: str, told: Iterable[Mapping[str, Any]], *, by: User
) -> WorkflowRun:
    """What jobs of a workflow came to on a commit; a job that had ended before is one of the next attempt."""
    run, told = _run(world, repo, sha, workflow, by), list(told)
    if run.suite.status == "completed":
        run.attempt += 1
    # All begin before one ends, so that the suite ends with the last of them.
    jobs = [_begun(world, repo, run, str(each["name"]), by=by) for each in told]
    for job, each in zip(jobs, told, strict=True):
        _came_to(world, repo, job, each, by=by)
    if run.suite.status == "completed":
        tell(world, repo, run, "completed")
    return run


def never_began(  # noqa: PLR0913 - as above
    world: World, repo: Repo, sha: str, workflow: str, conclusion: str, *, by: User
) -> None:
    """A run that ended without a single job, because its file is wrong or somebody must let it start."""
    run = _run(world, repo, sha, workflow, by)
    checks.ended(world, repo, run.suite, conclusion, by=by)
    tell(world, repo, run, "completed")


def again(world: World, repo: Repo, run: WorkflowRun, jobs: list[Job], *, by: User) -> None:
    """The next attempt at these jobs, which begin anew under new ids.

    https://docs.github.com/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs
    """
    run.attempt += 1
    run.started_at = world.clock()
    for job in jobs:
        _begun(world, repo, run, job.check.name, by=by)
    tell(world, repo, run, "requested")


def tell(world: World, repo: Repo, run: WorkflowRun, action: str) -> None:
    """Tells whoever listens that a run was asked for or has ended."""
    shown = shapes.workflow_run(world, repo, run)
    workflow = shapes.workflow(world, repo, run)
    emit(world, "workflow_run", action, repo=repo, sender=run.actor, workflow_run=shown, workflow=workflow)


def app(world: World) -> App:
    """GitHub's own App, which nobody signs in as here."""
    found = world.apps.get(SLUG)
    if found is None:
        found = world.apps[SLUG] = App(
            id=world.next_id(),
            slug=SLUG,
            name="GitHub Actions",
            client_id="Iv1.05c79e9ad1f6bdfa",
            client_secret="",
            owner=world.account("github") or world.add_org("github"),
            bot=world.add_user(f"{SLUG}[bot]", kind="Bot"),
            public_key=b"",
            private_key="",
            permissions={"actions": "write", "checks": "write", "metadata": "read"},
            events=[],
            webhook_url=None,
            webhook_secret="",
            hook_id=world.next_id(),
            external_url="https://help.github.com/en/actions",
            created_at=world.clock(),
        )
    return found


def _run(world: World, repo: Repo, sha: str, workflow: str, by: User) -> WorkflowRun:
    """The run of this workflow on the commit, begun when there is none yet."""
    for run in repo.workflow_runs.values():
        if (run.suite.head_sha, run.name) == (sha, workflow):
            return run
    suite = checks.new_suite(world, repo, app(world), sha)
    known = [run for run in repo.workflow_runs.values() if run.name == workflow]
    run = WorkflowRun(
        id=world.next_id(),
        number=len(known) + 1,
        workflow_id=known[0].workflow_id if known else world.next_id(),
        name=workflow,
        event="push",
        suite=suite,
        actor=by,
        created_at=world.clock(),
        started_at=world.clock(),
    )
    repo.workflow_runs[run.id] = run
    tell(world, repo, run, "requested")
    return run


def _begun(world: World, repo: Repo, run: WorkflowRun, name: str, *, by: User) -> Job:
    """The job of this name that has not ended, or a new one."""
    for job in run.latest:
        if job.check.name == name and job.check.status != "completed":
            return job
    check = CheckRun(world.next_id(), run.suite, name, "queued", world.clock())
    check.details_url = f"{world.url}/{repo.full_name}/actions/runs/{run.id}/job/{check.id}"
    run.suite.runs.append(check)
    repo.check_runs[check.id] = check
    run.jobs.append(Job(check, run.attempt))
    checks.created(world, repo, check, by=by)
    return run.jobs[-1]


def _came_to(world: World, repo: Repo, job: Job, told: Mapping[str, Any], *, by: User) -> None:
    check, conclusion, log = job.check, told.get("conclusion"), told.get("log", "")
    check.annotations = [dict(each) for each in told.get("annotations", ())]
    job.log = None if log is None else str(log).encode()
    if conclusion is None:
        check.status = str(told.get("status", "in_progress"))
        checks.moved(world, check)
        return
    check.status, check.conclusion, check.completed_at = "completed", str(conclusion), world.clock()
    checks.completed(world, repo, check, by=by)
