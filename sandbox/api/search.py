"""Search for issues and pull requests, with the qualifiers that Apps use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.permissions import ANYONE
from sandbox.shapes import issues as shapes

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from sandbox.records import Issue, Repo
    from sandbox.respond import Reply

# A qualifier such as `label:"good first issue"`, a quoted phrase, or a word; `-` in front turns it round.
TERM = re.compile(r'(-?)(?:(\w[\w-]*):)?(?:"([^"]*)"|(\S+))')
COMPARED = re.compile(r"(>=|<=|>|<)?(.+)")
LONGEST_QUERY = 256


def issues(ctx: Context) -> Reply:
    """https://docs.github.com/rest/search/search#search-issues-and-pull-requests ."""
    text = ctx.query.get("q", "")
    if not text.strip():
        respond.invalid("Search", "q", "missing")
    if len(text) > LONGEST_QUERY:
        respond.invalid("Search", "q", "invalid", message="The search is longer than 256 characters.")
    terms = [(bool(no), (key or "").lower(), phrase or word) for no, key, phrase, word in TERM.findall(text)]
    seen = [issue for repo in _visible(ctx) for issue in repo.issues.values()]
    found = [
        issue for issue in seen if all(_fits(ctx, issue, key, value) is not no for no, key, value in terms)
    ]
    sort = ctx.query.get("sort", "created")
    found.sort(key=lambda issue: _rank(issue, sort), reverse=ctx.query.get("order", "desc") == "desc")
    reply = respond.page(ctx, found, lambda issue: _result(ctx, issue), key="items")
    reply.value |= {"incomplete_results": False, "search_type": "lexical"}
    return reply


def _result(ctx: Context, issue: Issue) -> dict[str, Any]:
    shown = shapes.issue(ctx.world, issue)
    return {**shown, "body": shown["body"] or "", "score": 1.0}


def _rank(issue: Issue, sort: str) -> tuple[object, int]:
    match sort:
        case "updated":
            return issue.updated_at, issue.id
        case "comments":
            return len(issue.comments), issue.id
        case _:
            return issue.created_at, issue.id


def _visible(ctx: Context) -> list[Repo]:
    """Public repositories and those that the caller was let into."""
    world, caller = ctx.world, ctx.caller
    token, installation = caller.token, caller.installation
    if installation is not None and token is not None:
        given = {repo.id for repo in world.installed_repos(installation)}
        let_in = given if token.repo_ids is None else given & token.repo_ids
    elif caller.user is not None:
        let_in = {repo.id for repo in world.repos_by_id.values() if world.role(repo, caller.user) != "none"}
    else:
        let_in = set()
    return [repo for repo in world.repos_by_id.values() if not repo.private or repo.id in let_in]


def _fits(ctx: Context, issue: Issue, key: str, value: str) -> bool:
    """Whether the issue has what one term asks for; an unknown qualifier is a word like any other."""
    wanted = value.lower()
    match key:
        case "repo":
            return issue.repo.full_name.lower() == wanted
        case "org" | "user":
            return issue.repo.owner.login.lower() == wanted
        case "is" | "type" | "state":
            return _is(issue, wanted)
        case "label":
            return wanted in {label.name.lower() for label in issue.labels}
        case "author" | "assignee" | "commenter" | "involves" | "mentions":
            return _involves(issue, key, wanted.removeprefix("@me") or ctx.actor.login.lower())
        case "milestone":
            return issue.milestone is not None and issue.milestone.title.lower() == wanted
        case "head" | "base":
            return issue.pull is not None and getattr(issue.pull, f"{key}_ref").lower() == wanted
        case "created" | "updated" | "closed":
            return _in_time(getattr(issue, f"{key}_at"), value)
        case "no":
            return not {"label": issue.labels, "assignee": issue.assignees, "milestone": issue.milestone}.get(
                wanted
            )
        case "in" | "sort" | "archived":
            return True
        case _:
            texts = (issue.title, issue.body or "", *(comment.body for comment in issue.comments))
            return any((f"{key}:{wanted}" if key else wanted) in text.lower() for text in texts)


def _is(issue: Issue, wanted: str) -> bool:
    pull = issue.pull
    facts = {
        "issue": pull is None,
        "pr": pull is not None,
        "pull-request": pull is not None,
        "open": issue.state == "open",
        "closed": issue.state == "closed",
        "merged": pull is not None and pull.merged_at is not None,
        "unmerged": pull is not None and pull.merged_at is None,
        "draft": pull is not None and pull.draft,
        "locked": issue.locked,
        "public": not issue.repo.private,
        "private": issue.repo.private,
    }
    return facts.get(wanted, False)


def _involves(issue: Issue, key: str, login: str) -> bool:
    """Apps are written as `app/name` in searches, and as `name[bot]` everywhere else."""
    if login.startswith("app/"):
        login = login.removeprefix("app/") + "[bot]"
    people = {
        "author": {issue.user.login.lower()},
        "assignee": {user.login.lower() for user in issue.assignees},
        "commenter": {comment.user.login.lower() for comment in issue.comments},
    }
    if key in people:
        return login in people[key]
    texts = [issue.body or "", *(comment.body for comment in issue.comments)]
    named = any(f"@{login}" in text.lower() for text in texts)
    return named or (key == "involves" and login in set().union(*people.values()))


def _in_time(moment: datetime | None, asked: str) -> bool:
    """A date or time with `>`, `<`, `>=`, `<=`, a range `a..b`, or one day."""
    if moment is None:
        return False
    told = moment.isoformat()
    if ".." in asked:
        start, _, end = asked.partition("..")
        return (start == "*" or told >= start) and (end == "*" or told[: len(end)] <= end)
    match = COMPARED.fullmatch(asked)
    sign, date = (match[1], match[2]) if match else (None, asked)
    day = told[: len(date.rstrip("Z"))]
    date = date.rstrip("Z")
    verdicts = {">=": day >= date, "<=": day <= date, ">": day > date, "<": day < date}
    return verdicts.get(sign or "", day == date)


ROUTES = (Route("GET", "/search/issues", issues, ANYONE),)
