"""Check runs and check suites."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sandbox import checks, respond
from sandbox.dispatch import Context, Route
from sandbox.expect import expect
from sandbox.permissions import reads, writes
from sandbox.records import CheckRun
from sandbox.shapes import checks as shapes

if TYPE_CHECKING:
    from sandbox.accounts import App
    from sandbox.records import CheckSuite
    from sandbox.respond import Reply

RUNS = "/repos/{owner}/{repo}/check-runs"
RUN = RUNS + "/{run:int}"
SUITES = "/repos/{owner}/{repo}/check-suites"
SUITE = SUITES + "/{suite:int}"
STATES = ("queued", "in_progress", "completed", "waiting", "requested", "pending")
CONCLUSIONS = (
    "action_required",
    "cancelled",
    "failure",
    "neutral",
    "success",
    "skipped",
    "stale",
    "timed_out",
)
KINDS = {
    "name": "string",
    "details_url": "string",
    "external_id": "string",
    "started_at": "date-time",
    "completed_at": "date-time",
    "output": "object?",
    "actions": "array",
}
LEVELS = ("notice", "warning", "failure")
MOST_ANNOTATIONS, MOST_ACTIONS, LONGEST_TEXT = 50, 3, 65_535
LONGEST_IN_ACTION = {"label": 20, "description": 40, "identifier": 20}


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#create-a-check-run ."""
    app = _app(ctx)
    name, sha = ctx.text("name", resource="CheckRun"), ctx.text("head_sha", resource="CheckRun")
    if ctx.repo.git.kind(sha) != "commit":
        respond.refuse(422, f"No commit found for SHA: {sha}", errors=[f"No commit found for SHA: {sha}"])
    _check_body(ctx, title_needed=True)
    suite = checks.suite_for(ctx.world, ctx.repo, app, sha)
    run = CheckRun(ctx.world.next_id(), suite, name, "queued", ctx.world.clock())
    _apply(ctx, run)
    suite.runs.append(run)
    ctx.repo.check_runs[run.id] = run
    checks.created(ctx.world, ctx.repo, run, by=ctx.actor)
    shown = shapes.check_run(ctx.world, ctx.repo, run)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def update(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#update-a-check-run (only by the App that made it)."""
    run, app = _run(ctx), _app(ctx)
    if run.suite.app is not app:
        text = (
            f"Invalid app_id `{app.id}` - check run can only be modified by the GitHub App that created it."
        )
        respond.refuse(403, text)
    _check_body(ctx, title_needed=False)
    before = run.status
    _apply(ctx, run)
    if run.status == "completed" and before != "completed":
        checks.completed(ctx.world, ctx.repo, run, by=ctx.actor)
    return respond.json(200, shapes.check_run(ctx.world, ctx.repo, run))


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#get-a-check-run ."""
    return respond.json(200, shapes.check_run(ctx.world, ctx.repo, _run(ctx)))


def list_annotations(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#list-check-run-annotations ."""
    run = _run(ctx)
    return respond.page(
        ctx, run.annotations, lambda found: shapes.annotation(ctx.world, ctx.repo, run, found)
    )


def rerequest_run(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#rerequest-a-check-run ."""
    checks.rerequest_run(ctx.world, ctx.repo, _run(ctx), by=ctx.actor)
    return respond.json(201, {})


def list_for_ref(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#list-check-runs-for-a-git-reference ."""
    sha = _commit(ctx)
    return _page(ctx, [run for run in ctx.repo.check_runs.values() if run.suite.head_sha == sha])


def list_in_suite(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/runs#list-check-runs-in-a-check-suite ."""
    return _page(ctx, list(_suite(ctx).runs))


def create_suite(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/suites#create-a-check-suite ; 200 when it is there already."""
    app, sha = _app(ctx), ctx.text("head_sha", resource="CheckSuite")
    if ctx.repo.git.kind(sha) != "commit":
        respond.refuse(422, f"No commit found for SHA: {sha}", errors=[f"No commit found for SHA: {sha}"])
    known = len(ctx.repo.check_suites)
    suite = checks.suite_for(ctx.world, ctx.repo, app, sha)
    status = 201 if len(ctx.repo.check_suites) > known else 200
    return respond.json(status, shapes.check_suite(ctx.world, ctx.repo, suite))


def get_suite(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/suites#get-a-check-suite ."""
    return respond.json(200, shapes.check_suite(ctx.world, ctx.repo, _suite(ctx)))


def rerequest_suite(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/suites#rerequest-a-check-suite ."""
    checks.rerequest_suite(ctx.world, ctx.repo, _suite(ctx), by=ctx.actor)
    return respond.json(201, {})


def list_suites(ctx: Context) -> Reply:
    """https://docs.github.com/rest/checks/suites#list-check-suites-for-a-git-reference ."""
    sha, wanted, name = _commit(ctx), ctx.query.get("app_id"), ctx.query.get("check_name")
    found = [
        suite
        for suite in ctx.repo.check_suites.values()
        if suite.head_sha == sha
        and wanted in (None, str(suite.app.id))
        and (name is None or any(run.name == name for run in suite.runs))
    ]
    shape = lambda suite: shapes.check_suite(ctx.world, ctx.repo, suite)  # noqa: E731  # one line below would not hold it
    return respond.page(ctx, found, shape, key="check_suites")


def _page(ctx: Context, runs: list[CheckRun]) -> Reply:
    """The runs that the query asks for; by default the latest of each name."""
    query = ctx.query
    if query.get("filter", "latest") == "latest":
        runs = list({(run.suite.app.id, run.name): run for run in runs}.values())
    found = [
        run
        for run in runs
        if query.get("check_name") in (None, run.name)
        and query.get("status") in (None, run.status)
        and query.get("app_id") in (None, str(run.suite.app.id))
    ]
    found.reverse()
    return respond.page(ctx, found, lambda run: shapes.check_run(ctx.world, ctx.repo, run), key="check_runs")


def _apply(ctx: Context, run: CheckRun) -> None:
    """Everything that the body gives; a conclusion completes the run."""
    body = ctx.body
    run.name = body.get("name", run.name)
    run.status = body.get("status", run.status)
    run.details_url = body.get("details_url", run.details_url)
    run.external_id = body.get("external_id", run.external_id)
    run.actions = [dict(action) for action in body.get("actions", run.actions)]
    if "started_at" in body:
        run.started_at = datetime.fromisoformat(body["started_at"])
    output = body.get("output") or {}
    run.output |= {key: output[key] for key in ("title", "summary", "text") if key in output}
    run.annotations += [dict(found) for found in output.get("annotations", [])]
    if "conclusion" in body:
        run.status, run.conclusion = "completed", body["conclusion"]
    elif run.status != "completed":
        run.conclusion, run.completed_at = None, None
    if run.status == "completed":
        given = body.get("completed_at")
        run.completed_at = datetime.fromisoformat(given) if given else run.completed_at or ctx.world.clock()


def _check_body(ctx: Context, *, title_needed: bool) -> None:
    """Ends the call with 422 where GitHub would not take the body."""
    body = ctx.body
    expect(body, **KINDS)
    if body.get("status", "queued") not in STATES:
        respond.invalid("CheckRun", "status", "invalid")
    if body.get("conclusion", "success") not in CONCLUSIONS:
        respond.invalid("CheckRun", "conclusion", "invalid")
    if body.get("status") == "completed" and "conclusion" not in body:
        respond.invalid("CheckRun", "conclusion", "missing_field")
    _check_actions(body.get("actions", []))
    output = body.get("output")
    if output is None:
        return
    expect(output, title="string?", summary="string?", text="string?", annotations="array")
    needed = ("title", "summary") if title_needed else ("summary",)
    for key in needed:
        if not isinstance(output.get(key), str):
            respond.invalid("CheckRun", f"output.{key}", "missing_field")
    for key in ("summary", "text"):
        if len(output.get(key) or "") > LONGEST_TEXT:
            _too_much(f"output.{key}", f"exceeds a maximum of {LONGEST_TEXT} characters")
    annotations = output.get("annotations", [])
    if len(annotations) > MOST_ANNOTATIONS:
        _too_much(
            "output.annotations",
            f"No more than {MOST_ANNOTATIONS} items are allowed; {len(annotations)} were supplied.",
        )
    for found in annotations:
        if not isinstance(found, dict):
            respond.invalid("CheckAnnotation", "annotations", "invalid")
        expect(found, path="string", message="string", start_line="integer", end_line="integer")
        lacks = [key for key in ("path", "start_line", "end_line", "message") if found.get(key) in (None, "")]
        if lacks or found.get("annotation_level") not in LEVELS:
            respond.invalid(
                "CheckAnnotation",
                lacks[0] if lacks else "annotation_level",
                "missing_field" if lacks else "invalid",
            )


def _check_actions(actions: list[dict[str, Any]]) -> None:
    if len(actions) > MOST_ACTIONS:
        _too_much("actions", f"No more than {MOST_ACTIONS} items are allowed; {len(actions)} were supplied.")
    for action in actions:
        if not isinstance(action, dict):
            respond.invalid("CheckRun", "actions", "invalid")
        expect(action, **dict.fromkeys(LONGEST_IN_ACTION, "string"))
        for key, most in LONGEST_IN_ACTION.items():
            if not action.get(key):
                respond.invalid("CheckRun", f"actions.{key}", "missing_field")
            if len(action[key]) > most:
                _too_much(f"actions.{key}", f"is too long (maximum is {most} characters)")


def _too_much(field: str, message: str) -> None:
    respond.invalid("CheckRun", field, "custom", message=message)


def _app(ctx: Context) -> App:
    """The App that calls; people cannot write checks."""
    if ctx.app is None or ctx.installation is None:
        respond.refuse(403, "You must authenticate via a GitHub App.")
    return ctx.app


def _run(ctx: Context) -> CheckRun:
    found = ctx.repo.check_runs.get(int(ctx.params["run"]))
    if found is None:
        respond.not_found()
    return found


def _suite(ctx: Context) -> CheckSuite:
    found = ctx.repo.check_suites.get(int(ctx.params["suite"]))
    if found is None:
        respond.not_found()
    return found


def _commit(ctx: Context) -> str:
    """The commit that the ref in the path names."""
    ref = ctx.params["ref"]
    sha = ctx.repo.git.resolve(ref.removeprefix("refs/"))
    if sha is None:
        respond.refuse(422, f"No commit found for SHA: {ref}", errors=[f"No commit found for SHA: {ref}"])
    return sha


READ = reads("checks")
WRITE = writes("checks", role="write")
ROUTES = (
    Route("POST", RUNS, create, WRITE),
    Route("GET", RUN, get, READ),
    Route("PATCH", RUN, update, WRITE),
    Route("GET", RUN + "/annotations", list_annotations, READ),
    Route("POST", RUN + "/rerequest", rerequest_run, WRITE),
    Route("GET", "/repos/{owner}/{repo}/commits/{ref...}/check-runs", list_for_ref, READ),
    Route("POST", SUITES, create_suite, WRITE),
    Route("GET", SUITE, get_suite, READ),
    Route("GET", SUITE + "/check-runs", list_in_suite, READ),
    Route("POST", SUITE + "/rerequest", rerequest_suite, WRITE),
    Route("GET", "/repos/{owner}/{repo}/commits/{ref...}/check-suites", list_suites, READ),
)
