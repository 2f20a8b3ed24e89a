"""What people do on the pages: each form becomes the REST call that GitHub's own page would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox import checks
from sandbox.accounts import ROLES
from sandbox.api.graphql import PATH as GRAPHQL
from sandbox.pages.issues import issue_at
from sandbox.pages.markdown import ticked
from sandbox.pages.visit import SPEAKER_COOKIE, PageError, Visit, text_of
from sandbox.shapes import node_id

if TYPE_CHECKING:
    from sandbox.records import Issue
    from sandbox.respond import Reply

# https://docs.github.com/en/graphql/reference/mutations#markpullrequestreadyforreview
READY = (
    "mutation($pullRequestId: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $pullRequestId}) "
    "{ pullRequest { isDraft } } }"
)


async def open_issue(visit: Visit) -> web.Response:
    """Opens an issue and goes there."""
    form = await visit.form()
    labels = form.getall("labels", [])
    body: dict[str, Any] = {"title": text_of(form, "title"), "body": text_of(form, "body")}
    if labels:
        body["labels"] = [str(label) for label in labels]
    reply = await _done(visit, "POST", f"/repos/{visit.repo.full_name}/issues", body)
    raise web.HTTPSeeOther(f"/{visit.repo.full_name}/issues/{reply.value['number']}")


async def comment(visit: Visit) -> web.Response:
    """Comments, and closes or reopens when that button was pressed."""
    form = await visit.form()
    issue = issue_at(visit)
    text, then = text_of(form, "body"), text_of(form, "then")
    anchor = ""
    if text.strip():
        reply = await _done(visit, "POST", f"{_api(issue)}/comments", {"body": text})
        anchor = f"issuecomment-{reply.value['id']}"
    elif not then:
        raise PageError(422, "A comment needs some words.")
    if then:
        await _state(visit, issue, then)
    raise _back(visit, anchor)


async def edit(visit: Visit) -> web.Response:
    """Puts a new text in place of a comment's, or of the first post's."""
    form = await visit.form()
    await _done(visit, "PATCH", _written(visit), {"body": text_of(form, "body")})
    raise _back(visit, _anchor(visit))


async def tick(visit: Visit) -> web.Response:
    """Ticks or unticks a task, which edits the text that holds it in the name of whoever did it."""
    form = await visit.form()
    comment_id = visit.request.match_info.get("comment")
    issue = issue_at(visit)
    text = visit.repo.comments[int(comment_id)].body if comment_id in _ids(issue) else issue.body
    line = text_of(form, "line")
    after = ticked(text or "", line=int(line)) if line.isascii() and line.isdecimal() else None
    if after is None or (comment_id is not None and comment_id not in _ids(issue)):
        raise PageError(409, "That text has changed meanwhile. Look at it again.")
    await _done(visit, "PATCH", _written(visit), {"body": after})
    raise _back(visit, _anchor(visit))


async def react(visit: Visit) -> web.Response:
    """Reacts to a comment or to the first post."""
    form = await visit.form()
    await _done(visit, "POST", f"{_written(visit)}/reactions", {"content": text_of(form, "content")})
    raise _back(visit, _anchor(visit))


async def label(visit: Visit) -> web.Response:
    """Puts a label on, or takes one off."""
    form = await visit.form()
    issue = issue_at(visit)
    add, remove = text_of(form, "add"), text_of(form, "remove")
    if add:
        await _done(visit, "POST", f"{_api(issue)}/labels", {"labels": [add]})
    if remove:
        await _done(visit, "DELETE", f"{_api(issue)}/labels/{remove}", None)
    raise _back(visit)


async def review(visit: Visit) -> web.Response:
    """Reviews a pull request."""
    form = await visit.form()
    issue = issue_at(visit)
    body = {"event": text_of(form, "event"), "body": text_of(form, "body")}
    await _done(visit, "POST", f"/repos/{issue.repo.full_name}/pulls/{issue.number}/reviews", body)
    raise _back(visit)


async def merge(visit: Visit) -> web.Response:
    """Merges a pull request at the head that the person saw."""
    form = await visit.form()
    issue = issue_at(visit)
    body = {"sha": text_of(form, "sha"), "merge_method": text_of(form, "method") or "merge"}
    await _done(visit, "PUT", f"/repos/{issue.repo.full_name}/pulls/{issue.number}/merge", body)
    raise _back(visit)


async def ready(visit: Visit) -> web.Response:
    """Takes a draft out of draft, for which GitHub's own page uses GraphQL as well."""
    await visit.form()
    issue = issue_at(visit)
    if issue.pull is None:
        raise PageError(404, "There is no such pull request here.")
    variables = {"pullRequestId": node_id("PR", issue.pull.id)}
    reply = await _done(visit, "POST", GRAPHQL, {"query": READY, "variables": variables})
    if reply.value.get("errors"):
        raise PageError(403, str(reply.value["errors"][0]["message"]))
    raise _back(visit)


async def press(visit: Visit) -> web.Response:
    """Presses a button of a check, or asks for it to be run again."""
    form = await visit.form()
    repo, run = visit.repo, visit.repo.check_runs.get(int(visit.request.match_info["check"]))
    identifier = text_of(form, "identifier")
    if run is None or visit.speaker is None:
        raise PageError(404, "There is no such check here.")
    if not identifier:
        await _done(visit, "POST", f"/repos/{repo.full_name}/check-runs/{run.id}/rerequest", None)
    elif ROLES.index(visit.world.role(repo, visit.speaker)) < ROLES.index("write"):
        raise PageError(403, "Only people with write access may press the buttons of a check.")
    elif not checks.press(visit.world, repo, run, identifier=identifier, by=visit.speaker):
        raise PageError(409, "That button is gone. Look at the check again.")
    raise _back(visit, "checks")


async def _done(visit: Visit, method: str, path: str, body: dict[str, Any] | None) -> Reply:
    reply = await visit.act(method, path, body)
    if reply.status >= 400:
        said = reply.value if isinstance(reply.value, dict) else {}
        details = [
            e.get("message") or f"{e.get('field')}: {e.get('code')}" if isinstance(e, dict) else str(e)
            for e in said.get("errors", [])
        ]
        raise PageError(reply.status, ". ".join([str(said.get("message", "It was refused")), *details]))
    return reply


async def _state(visit: Visit, issue: Issue, then: str) -> None:
    changes = {
        "close": {"state": "closed", "state_reason": "completed"},
        "skip": {"state": "closed", "state_reason": "not_planned"},
        "reopen": {"state": "open"},
    }
    if then not in changes:
        raise PageError(422, "That is nothing one can do with an issue.")
    change = changes[then] if issue.pull is None else {"state": changes[then]["state"]}
    await _done(visit, "PATCH", _api(issue), change)


def _api(issue: Issue) -> str:
    return f"/repos/{issue.repo.full_name}/issues/{issue.number}"


def _ids(issue: Issue) -> frozenset[str]:
    return frozenset(str(comment.id) for comment in issue.comments)


def _written(visit: Visit) -> str:
    """The API path of the text in the page's path: a comment, or the first post."""
    issue, comment_id = issue_at(visit), visit.request.match_info.get("comment")
    if comment_id is None:
        return _api(issue)
    if comment_id not in _ids(issue):
        raise PageError(404, "There is no such comment here.")
    return f"/repos/{issue.repo.full_name}/issues/comments/{comment_id}"


def _anchor(visit: Visit) -> str:
    """Where on the page the text in the page's path stands."""
    comment_id = visit.request.match_info.get("comment")
    return f"issue-{issue_at(visit).id}" if comment_id is None else f"issuecomment-{comment_id}"


def _back(visit: Visit, anchor: str = "") -> web.HTTPSeeOther:
    """The way back to the place in the conversation, with the speaker remembered."""
    issue = issue_at(visit)
    page = f"/{issue.repo.full_name}/{'pull' if issue.pull else 'issues'}/{issue.number}"
    answer = web.HTTPSeeOther(f"{page}#{anchor}" if anchor else page)
    if visit.speaker is not None:
        answer.set_cookie(SPEAKER_COOKIE, visit.speaker.login, samesite="Strict", httponly=True)
    return answer
