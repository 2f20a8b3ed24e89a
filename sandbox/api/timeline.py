"""What happened to an issue, in order: its timeline and its events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond
from sandbox.api import threads
from sandbox.api.threads import ISSUE
from sandbox.clock import stamp, stamp_or_none
from sandbox.dispatch import Context, Route
from sandbox.records import Comment, Issue, Review
from sandbox.shapes import issues as shapes
from sandbox.shapes import node_id
from sandbox.shapes.apps import app_or_none
from sandbox.shapes.repos import api_url
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from sandbox.records import Repo, TimelineEvent
    from sandbox.respond import Reply
    from sandbox.world import World

EVENTS = "/repos/{owner}/{repo}/issues/events"
# These stand in the timeline only; they are no issue events.
TIMELINE_ONLY = frozenset({"commented", "cross-referenced", "reviewed", "committed"})


def timeline(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/timeline#list-timeline-events-for-an-issue ."""
    issue = threads.thread(ctx)
    return respond.page(ctx, issue.timeline, lambda entry: _in_timeline(ctx.world, issue, entry))


def list_on_issue(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/events#list-issue-events ."""
    issue = threads.thread(ctx)
    return respond.page(ctx, _events(issue), lambda entry: _event(ctx.world, ctx.repo, entry))


def list_in_repo(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/events#list-issue-events-for-a-repository (newest first)."""
    found = [(issue, entry) for issue in ctx.repo.issues.values() for entry in _events(issue)]
    found.sort(key=lambda pair: pair[1].id, reverse=True)
    return respond.page(ctx, found, lambda pair: _with_issue(ctx.world, *pair))


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/events#get-an-issue-event ."""
    wanted = int(ctx.params["event_id"])
    found = [
        (issue, entry) for issue in ctx.repo.issues.values() for entry in _events(issue) if entry.id == wanted
    ]
    if not found:
        respond.not_found()
    return respond.json(200, _with_issue(ctx.world, *found[0]))


def _events(issue: Issue) -> list[TimelineEvent]:
    return [entry for entry in issue.timeline if entry.event not in TIMELINE_ONLY]


def _event(world: World, repo: Repo, entry: TimelineEvent) -> dict[str, Any]:
    """One event (`issue-event-for-issue`)."""
    api = api_url(world, repo)
    return {
        "id": entry.id,
        "node_id": node_id("EV", entry.id),
        "url": f"{api}/issues/events/{entry.id}",
        "actor": simple_user(world, entry.actor),
        "event": entry.event,
        "commit_id": entry.commit_sha,
        "commit_url": f"{api}/commits/{entry.commit_sha}" if entry.commit_sha else None,
        "created_at": stamp(entry.created_at),
        "performed_via_github_app": app_or_none(world, entry.app),
        **entry.extra,
    }


def _with_issue(world: World, issue: Issue, entry: TimelineEvent) -> dict[str, Any]:
    return {**_event(world, issue.repo, entry), "issue": shapes.issue(world, issue)}


def _in_timeline(world: World, issue: Issue, entry: TimelineEvent) -> dict[str, Any]:
    """One entry; comments, reviews and references are shown as what they are."""
    actor = simple_user(world, entry.actor)
    match entry.extra:
        case {"comment": Comment() as comment}:
            return {**shapes.comment(world, comment), "event": "commented", "actor": actor}
        case {"source": Issue() as source}:
            moment = stamp(entry.created_at)
            shown = {"type": "issue", "issue": shapes.issue(world, source, with_repository=True)}
            return {
                "event": "cross-referenced",
                "actor": actor,
                "created_at": moment,
                "updated_at": moment,
                "source": shown,
            }
        case {"review": Review() as review}:
            return _reviewed(world, issue, review)
        case _:
            return _event(world, issue.repo, entry)


def _reviewed(world: World, issue: Issue, review: Review) -> dict[str, Any]:
    """A review in the timeline (`timeline-reviewed-event`)."""
    page, api = shapes.issue_page(world, issue), f"{api_url(world, issue.repo)}/pulls/{issue.number}"
    html = f"{page}#pullrequestreview-{review.id}"
    return {
        "event": "reviewed",
        "id": review.id,
        "node_id": node_id("PRR", review.id),
        "user": simple_user(world, review.user),
        "body": review.body,
        "state": review.state.lower(),
        "html_url": html,
        "pull_request_url": api,
        "_links": {"html": {"href": html}, "pull_request": {"href": api}},
        "submitted_at": stamp_or_none(review.submitted_at),
        "commit_id": review.commit_sha,
        "author_association": shapes.association(issue.repo, review.user),
    }


ROUTES = (
    Route("GET", ISSUE + "/timeline", timeline, threads.READ),
    Route("GET", ISSUE + "/events", list_on_issue, threads.READ),
    Route("GET", EVENTS, list_in_repo, threads.READ),
    Route("GET", EVENTS + "/{event_id:int}", get, threads.READ),
)
