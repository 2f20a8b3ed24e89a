"""The check runs and statuses of a commit as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.pages.markdown import render
from sandbox.pages.visit import PageError, Visit

if TYPE_CHECKING:
    from markupsafe import Markup

    from sandbox.records import CheckRun, Repo

FAILED = frozenset({"failure", "timed_out", "cancelled", "action_required", "startup_failure"})


@dataclass(frozen=True, slots=True)
class CheckView:
    """A check run or a commit status."""

    name: str
    by: str
    outcome: str
    word: str
    title: str
    summary: Markup | None = None
    text: Markup | None = None
    annotations: tuple[dict[str, Any], ...] = ()
    actions: tuple[dict[str, Any], ...] = ()
    run: CheckRun | None = None


async def run(visit: Visit) -> web.Response:
    """Leads from a check run's own address to the pull request, or else the commit, that it is about."""
    repo = visit.repo
    found = repo.check_runs.get(int(visit.request.match_info["run"]))
    if found is None:
        raise PageError(404, "There is no such check here.")
    sha = found.suite.head_sha
    pull = next((pull for pull in repo.pulls.values() if pull.head_sha == sha), None)
    raise web.HTTPFound(f"/{repo.full_name}/{f'pull/{pull.number}' if pull else f'commit/{sha}'}#checks")


def checks_of(visit: Visit, repo: Repo, sha: str) -> tuple[CheckView, ...]:
    """The newest check run of each name and App, and the newest status of each context, on a commit."""
    runs = {
        (run.suite.app.id, run.name): run
        for run in sorted(repo.check_runs.values(), key=lambda run: run.id)
        if run.suite.head_sha == sha
    }
    views = [_check(visit, repo, run) for run in runs.values()]
    statuses = {status.context: status for status in repo.statuses if status.sha == sha}
    for status in statuses.values():
        outcome = {"success": "good", "pending": "waiting"}.get(status.state, "bad")
        views.append(
            CheckView(status.context, status.creator.login, outcome, status.state, status.description or "")
        )
    return tuple(sorted(views, key=lambda view: view.name.lower()))


def _check(visit: Visit, repo: Repo, run: CheckRun) -> CheckView:
    word = (run.conclusion or "neutral") if run.status == "completed" else run.status
    outcome = "waiting"
    if run.status == "completed":
        outcome = "good" if word == "success" else "bad" if word in FAILED else "quiet"
    place = visit.place(repo)
    summary, text = run.output.get("summary"), run.output.get("text")
    return CheckView(
        name=run.name,
        by=run.suite.app.name,
        outcome=outcome,
        word=word.replace("_", " "),
        title=run.output.get("title") or "",
        summary=render(summary, place=place) if summary else None,
        text=render(text, place=place) if text else None,
        annotations=tuple(run.annotations),
        actions=tuple(run.actions),
        run=run,
    )
