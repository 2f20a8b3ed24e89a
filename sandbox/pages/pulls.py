"""The page of a pull request: conversation, commits, checks, files and the way to merge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.pages.checks import checks_of
from sandbox.pages.code import commit_view
from sandbox.pages.diffs import file_diffs
from sandbox.pages.drawing import page
from sandbox.pages.issues import issue_at, issue_views

if TYPE_CHECKING:
    from sandbox.pages.checks import CheckView
    from sandbox.pages.visit import Visit
    from sandbox.records import PullRequest

ALL = "100"
PARTS = {"live": "pull_live.html", "files": "pull_files.html"}


@dataclass(frozen=True, slots=True)
class MergeView:
    """Whether and why (not) a pull request can be merged."""

    ready: bool
    mood: str
    title: str
    reason: str


async def shown(visit: Visit) -> web.Response:
    """The page of a pull request; `?part=live` and `?part=files` are what changes while one looks."""
    issue = issue_at(visit)
    pull = issue.pull
    if pull is None:
        raise web.HTTPFound(f"/{visit.repo.full_name}/issues/{issue.number}")
    repo = issue.repo
    root = f"/repos/{repo.full_name}/pulls/{issue.number}"
    answer = await visit.read(root)
    commits = await visit.read(f"{root}/commits", per_page=ALL)
    files = await visit.read(f"{root}/files", per_page=ALL)
    checks = checks_of(visit, repo, pull.head_sha)
    template = PARTS.get(visit.request.query.get("part", ""), "pull.html")
    return page(
        visit,
        template,
        **issue_views(visit, issue),
        pull=pull,
        commits=[commit_view(repo, commit["sha"]) for commit in commits],
        diffs=file_diffs(files),
        checks=checks,
        merge=_merge(pull, answer, checks),
        added=answer["additions"],
        gone=answer["deletions"],
    )


async def part(visit: Visit) -> web.Response:
    """Leads from GitHub's address of a part of a pull request to where that part stands on its page."""
    anchor = visit.request.match_info["part"]
    raise web.HTTPFound(f"/{visit.repo.full_name}/pull/{visit.number}#{anchor}")


def _merge(pull: PullRequest, answer: dict[str, Any], checks: tuple[CheckView, ...]) -> MergeView | None:
    """What the box at the end says; None when there is nothing left to merge."""
    if pull.issue.state == "closed":
        return None
    state = str(answer.get("mergeable_state"))
    if pull.draft:
        return MergeView(
            ready=False,
            mood="quiet",
            title="This is a draft",
            reason="Drafts cannot be merged. Whoever may write takes it out of draft.",
        )
    if answer.get("mergeable") is False:
        reason = f"It changes what {pull.base_ref} changed meanwhile. Bring the branch up to date first."
        return MergeView(ready=False, mood="bad", title="This branch has conflicts", reason=reason)
    if state == "blocked":
        reason = "A rule of the branch is not met yet: a review or a required check is missing."
        return MergeView(ready=False, mood="waiting", title="Merging is blocked", reason=reason)
    if any(check.outcome == "bad" for check in checks):
        return MergeView(
            ready=True,
            mood="waiting",
            title="Some checks were not successful",
            reason="It can be merged all the same.",
        )
    if any(check.outcome == "waiting" for check in checks):
        return MergeView(
            ready=True,
            mood="waiting",
            title="Some checks have not finished",
            reason="It can be merged all the same.",
        )
    reason = f"Merging brings {pull.head_ref} into {pull.base_ref} without conflicts."
    return MergeView(ready=True, mood="good", title="This branch can be merged", reason=reason)
