"""Check suites and check runs: how they come to be, complete, and answer to buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.hooks import emit
from sandbox.records import CheckRun, CheckSuite
from sandbox.shapes import checks as shapes

if TYPE_CHECKING:
    from sandbox.accounts import App, User
    from sandbox.records import Repo
    from sandbox.world import World

# From worst to best: the suite is as good as its worst run.
CONCLUSIONS = (
    "startup_failure",
    "failure",
    "timed_out",
    "cancelled",
    "action_required",
    "stale",
    "neutral",
    "success",
    "skipped",
)
# GitHub tells these to nobody but the App whose run or suite it is.
ASKED = frozenset({"requested", "rerequested", "requested_action"})


def suite_for(world: World, repo: Repo, app: App, sha: str) -> CheckSuite:
    """The App's suite on the commit; GitHub makes it when it is first needed."""
    found = (suite for suite in repo.check_suites.values() if suite.app is app and suite.head_sha == sha)
    return next(found, None) or new_suite(world, repo, app, sha)


def new_suite(world: World, repo: Repo, app: App, sha: str) -> CheckSuite:
    """Another suite of the App on the commit; GitHub Actions has one for each run of a workflow."""
    heads = (name for name, tip in repo.git.refs("refs/heads/").items() if tip == sha)
    branch = next((name.removeprefix("refs/heads/") for name in heads), None)
    now = world.clock()
    suite = CheckSuite(world.next_id(), app, sha, branch, now, now)
    repo.check_suites[suite.id] = suite
    return suite


def request_suites(world: World, repo: Repo, ref: str, *, before: str | None, by: User) -> None:
    """After a push to a branch: a suite for every App that may write checks, and the request to fill it.

    https://docs.github.com/rest/guides/using-the-rest-api-to-interact-with-checks#about-check-suites
    """
    sha = repo.git.ref(ref)
    if sha is None:
        return
    for installation in world.installations_on(repo):
        app = installation.app
        known = any(suite.app is app and suite.head_sha == sha for suite in repo.check_suites.values())
        if (
            known
            or installation.permissions.get("checks") != "write"
            or "check_suite" not in installation.events
        ):
            continue
        suite = new_suite(world, repo, app, sha)
        suite.head_branch, suite.before = ref.removeprefix("refs/heads/"), before
        _tell_suite(world, repo, suite, "requested", by=by)


def created(world: World, repo: Repo, run: CheckRun, *, by: User) -> None:
    """Tells of a new run, and of its completion when it came completed."""
    _tell_run(world, repo, run, "created", by=by)
    if run.status == "completed":
        completed(world, repo, run, by=by)
    else:
        _refresh(world, run.suite)


def completed(world: World, repo: Repo, run: CheckRun, *, by: User) -> None:
    """Tells that a run has its conclusion, and that the suite has when it was the last one."""
    _tell_run(world, repo, run, "completed", by=by)
    _refresh(world, run.suite)
    if run.suite.status == "completed":
        _tell_suite(world, repo, run.suite, "completed", by=by)


def moved(world: World, run: CheckRun) -> None:
    """A run has begun, or waits for something; GitHub tells nobody."""
    _refresh(world, run.suite)


def ended(world: World, repo: Repo, suite: CheckSuite, conclusion: str, *, by: User) -> None:
    """A suite that comes to an end without a single run."""
    suite.status, suite.conclusion, suite.updated_at = "completed", conclusion, world.clock()
    _tell_suite(world, repo, suite, "completed", by=by)


def press(world: World, repo: Repo, run: CheckRun, *, identifier: str, by: User) -> bool:
    """A person presses one of the run's buttons; False when it has no such button.

    https://docs.github.com/rest/guides/using-the-rest-api-to-interact-with-checks#check-runs-and-requested-actions
    """
    if identifier not in {action["identifier"] for action in run.actions}:
        return False
    pressed = {"identifier": identifier}
    _tell_run(world, repo, run, "requested_action", by=by, requested_action=pressed)
    return True


def rerequest_run(world: World, repo: Repo, run: CheckRun, *, by: User) -> None:
    """Asks the run's App to run it again; the suite goes back to queued, the run stays as it is."""
    run.suite.status, run.suite.conclusion = "queued", None
    _tell_run(world, repo, run, "rerequested", by=by)


def rerequest_suite(world: World, repo: Repo, suite: CheckSuite, *, by: User) -> None:
    """Asks the suite's App to run everything again."""
    suite.status, suite.conclusion = "queued", None
    _tell_suite(world, repo, suite, "rerequested", by=by)


def _refresh(world: World, suite: CheckSuite) -> None:
    """Status and conclusion of the suite from the latest run of each name."""
    latest = {run.name: run for run in suite.runs}.values()
    done = all(run.status == "completed" for run in latest)
    begun = any(run.status != "queued" for run in latest)
    worst = min((CONCLUSIONS.index(run.conclusion or "neutral") for run in latest), default=0)
    suite.status = "completed" if done else "in_progress" if begun else "queued"
    suite.conclusion = CONCLUSIONS[worst] if done else None
    suite.updated_at = world.clock()


def _tell_run(
    world: World,
    repo: Repo,
    run: CheckRun,
    action: str,
    *,
    by: User,
    **parts: Any,  # noqa: ANN401  # JSON
) -> None:
    """Tells everybody, or only the run's own App when it is asked for something."""
    only = run.suite.app if action in ASKED else None
    shown = shapes.check_run_in_webhook(world, repo, run)
    emit(world, "check_run", action, repo=repo, sender=by, only=only, check_run=shown, **parts)


def _tell_suite(world: World, repo: Repo, suite: CheckSuite, action: str, *, by: User) -> None:
    """Tells everybody, or only the suite's own App when it is asked for something."""
    only = suite.app if action in ASKED else None
    shown = shapes.check_suite_in_webhook(world, repo, suite)
    emit(world, "check_suite", action, repo=repo, sender=by, only=only, check_suite=shown)
