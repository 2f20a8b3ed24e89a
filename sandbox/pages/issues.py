"""The list of issues, a new issue, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web

from sandbox.pages.drawing import page
from sandbox.pages.thread import conversation, linked, opening, state_of, sub_issues, tasks_of
from sandbox.pages.visit import PageError, Visit

if TYPE_CHECKING:
    from sandbox.records import Issue, Repo


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue or pull request in a list."""

    issue: Issue
    state: str
    tasks: str
    done: int
    parts: int


async def listed(visit: Visit) -> web.Response:
    """The issues of a repository."""
    return _list(visit, visit.repo, pulls=False)


async def labelled(visit: Visit) -> web.Response:
    """Leads from a label's own address to the issues that carry it."""
    query = urlencode({"label": visit.request.match_info["label"]})
    raise web.HTTPFound(f"/{visit.repo.full_name}/issues?{query}")


async def pulls(visit: Visit) -> web.Response:
    """The pull requests of a repository."""
    return _list(visit, visit.repo, pulls=True)


async def new(visit: Visit) -> web.Response:
    """The form that opens an issue."""
    repo = visit.repo
    return page(visit, "new_issue.html", repo=repo, tab="issues", labels=_labels(repo))


async def shown(visit: Visit) -> web.Response:
    """The page of an issue; `?part=live` is only what changes while one looks at it."""
    issue = issue_at(visit)
    if issue.pull is not None:
        raise web.HTTPFound(f"/{visit.repo.full_name}/pull/{issue.number}")
    part = visit.request.query.get("part") == "live"
    return page(visit, "issue_live.html" if part else "issue.html", **issue_views(visit, issue))


def issue_at(visit: Visit) -> Issue:
    """The issue in the path."""
    found = visit.repo.issues.get(visit.number)
    if found is None:
        raise PageError(404, "There is no such issue here.")
    return found


def issue_views(visit: Visit, issue: Issue) -> dict[str, Any]:
    """What the page of a conversation shows."""
    repo = issue.repo
    return {
        "repo": repo,
        "tab": "pulls" if issue.pull else "issues",
        "issue": issue,
        "state": state_of(issue),
        "opening": opening(visit, issue),
        "entries": conversation(visit, issue),
        "subs": sub_issues(issue),
        "parent": linked(issue.parent, beside=repo) if issue.parent else None,
        "blocked_by": [linked(other, beside=repo) for other in issue.blocked_by],
        "blocking": [linked(other, beside=repo) for other in issue.blocking],
        "labels": _labels(repo),
    }


def _labels(repo: Repo) -> list[str]:
    return sorted((label.name for label in repo.labels.values()), key=str.lower)


def _list(visit: Visit, repo: Repo, *, pulls: bool) -> web.Response:
    wanted = "closed" if visit.request.query.get("state") == "closed" else "open"
    label = visit.request.query.get("label", "")
    these = [issue for issue in repo.issues.values() if (issue.pull is not None) == pulls]
    if label:
        these = [issue for issue in these if any(one.name.lower() == label.lower() for one in issue.labels)]
    chosen = sorted((one for one in these if one.state == wanted), key=lambda one: -one.number)
    return page(
        visit,
        "issues.html",
        repo=repo,
        tab="pulls" if pulls else "issues",
        label=label,
        wanted=wanted,
        counts={state: sum(one.state == state for one in these) for state in ("open", "closed")},
        rows=[
            IssueRow(one, state_of(one), tasks_of(one), sub_issues(one).done, len(one.sub_issues))
            for one in chosen
        ],
    )
