"""Issues and what hangs on them, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sandbox.accounts import Org
from sandbox.clock import stamp, stamp_or_none
from sandbox.shapes import node_id
from sandbox.shapes.apps import app_or_none
from sandbox.shapes.repos import api_url, html_url, repository
from sandbox.shapes.users import simple_user, user_or_none

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.records import Comment, Issue, Label, Milestone, Reaction, Repo
    from sandbox.world import World

REACTIONS = ("+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes")
# The events that GitHub's description allows inside an `issues` webhook's `performed_via_github_app`;
# newer ones, such as sub_issues, are missing from its closed list.
EVENTS_IN_ISSUE_WEBHOOKS = frozenset(
    """branch_protection_rule check_run check_suite code_scanning_alert commit_comment content_reference create delete
    deployment deployment_review deployment_status deploy_key discussion discussion_comment fork gollum issues
    issue_comment label member membership milestone organization org_block page_build project project_card
    project_column public pull_request pull_request_review pull_request_review_comment push registry_package release
    repository repository_dispatch secret_scanning_alert star status team team_add watch workflow_dispatch
    workflow_run""".split()  # noqa: SIM905  # forty quoted names would hide the list
)


def issue(world: World, found: Issue, *, with_repository: bool = False) -> dict[str, Any]:
    """An issue, or a pull request seen as one, as the REST API gives it (`issue`)."""
    shown = {
        **_issue(world, found),
        "closed_by": user_or_none(world, found.closed_by),
        "performed_via_github_app": app_or_none(world, found.app),
    }
    return {**shown, "repository": repository(world, found.repo)} if with_repository else shown


def issue_in_webhook(world: World, found: Issue) -> dict[str, Any]:
    """An issue inside an `issues` or `issue_comment` payload."""
    via = app_or_none(world, found.app)
    if via is not None:
        via["events"] = [name for name in via["events"] if name in EVENTS_IN_ISSUE_WEBHOOKS]
    return {**_issue(world, found), "performed_via_github_app": via}


def comment(world: World, found: Comment) -> dict[str, Any]:
    """A comment in a conversation (`issue-comment`)."""
    where, thread = api_url(world, found.issue.repo), found.issue
    url = f"{where}/issues/comments/{found.id}"
    pin = None
    if found.pinned_at is not None:
        pin = {"pinned_at": stamp(found.pinned_at), "pinned_by": user_or_none(world, found.pinned_by)}
    return {
        "url": url,
        "html_url": f"{issue_page(world, thread)}#issuecomment-{found.id}",
        "issue_url": f"{where}/issues/{thread.number}",
        "id": found.id,
        "node_id": node_id("IC", found.id),
        "user": simple_user(world, found.user),
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "body": found.body,
        "author_association": association(thread.repo, found.user),
        "reactions": rollup(found.reactions, url=url),
        "performed_via_github_app": app_or_none(world, found.app),
        "pin": pin,
        "minimized": None,
    }


def label(world: World, repo: Repo, found: Label) -> dict[str, Any]:
    """A label (`label`)."""
    return {
        "id": found.id,
        "node_id": node_id("LA", found.id),
        "url": f"{api_url(world, repo)}/labels/{quote(found.name)}",
        "name": found.name,
        "color": found.color,
        "default": found.default,
        "description": found.description,
    }


def milestone(world: World, repo: Repo, found: Milestone) -> dict[str, Any]:
    """A milestone with its counts (`milestone`)."""
    states = [entry.state for entry in repo.issues.values() if entry.milestone is found]
    url = f"{api_url(world, repo)}/milestones/{found.number}"
    return {
        "url": url,
        "html_url": f"{html_url(world, repo)}/milestone/{found.number}",
        "labels_url": f"{url}/labels",
        "id": found.id,
        "node_id": node_id("MI", found.id),
        "number": found.number,
        "title": found.title,
        "description": found.description,
        "creator": simple_user(world, found.creator),
        "open_issues": states.count("open"),
        "closed_issues": states.count("closed"),
        "state": found.state,
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "due_on": stamp_or_none(found.due_on),
        "closed_at": stamp_or_none(found.closed_at),
    }


def reaction(world: World, found: Reaction) -> dict[str, Any]:
    """One reaction (`reaction`)."""
    return {
        "id": found.id,
        "node_id": node_id("REA", found.id),
        "user": simple_user(world, found.user),
        "content": found.content,
        "created_at": stamp(found.created_at),
    }


def rollup(reactions: list[Reaction], *, url: str) -> dict[str, Any]:
    """How many of each reaction there are; `url` is of the thing reacted to (`reaction-rollup`)."""
    words = [entry.content for entry in reactions]
    counts = {word: words.count(word) for word in REACTIONS} if words else dict.fromkeys(REACTIONS, 0)
    return {"url": f"{url}/reactions", "total_count": len(words), **counts}


def reference(world: World, found: Issue) -> dict[str, Any]:
    """An issue as a timeline event mentions it (`issue-reference`)."""
    repo = found.repo
    return {
        "number": found.number,
        "title": found.title,
        "state": found.state,
        "state_reason": found.state_reason,
        "issue_type": None,
        "repository": repository(world, repo),
    }


def association(repo: Repo, user: User) -> str:
    """How the author belongs to the repository.

    https://docs.github.com/graphql/reference/enums#commentauthorassociation
    """
    login = user.login.lower()
    if repo.owner is user:
        return "OWNER"
    if isinstance(repo.owner, Org) and login in repo.owner.members:
        return "MEMBER"
    return "COLLABORATOR" if login in repo.collaborators else "NONE"


def issue_page(world: World, found: Issue) -> str:
    """Where the conversation's page is."""
    return f"{html_url(world, found.repo)}/{'pull' if found.pull else 'issues'}/{found.number}"


def _issue(world: World, found: Issue) -> dict[str, Any]:
    """What REST and webhooks say alike."""
    repo = found.repo
    url = f"{api_url(world, repo)}/issues/{found.number}"
    assignees = [simple_user(world, user) for user in found.assignees]
    shown = {
        "url": url,
        "repository_url": api_url(world, repo),
        "labels_url": f"{url}/labels{{/name}}",
        "comments_url": f"{url}/comments",
        "events_url": f"{url}/events",
        "html_url": issue_page(world, found),
        "id": found.id,
        "node_id": node_id("PR" if found.pull else "I", found.id),
        "number": found.number,
        "title": found.title,
        "user": simple_user(world, found.user),
        "labels": [label(world, repo, entry) for entry in found.labels],
        "state": found.state,
        "locked": found.locked,
        "assignee": assignees[0] if assignees else None,
        "assignees": assignees,
        "milestone": milestone(world, repo, found.milestone) if found.milestone else None,
        "comments": len(found.comments),
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "closed_at": stamp_or_none(found.closed_at),
        "author_association": association(repo, found.user),
        "type": None,
        "active_lock_reason": found.lock_reason,
        "body": found.body,
        "reactions": rollup(found.reactions, url=url),
        "timeline_url": f"{url}/timeline",
        "state_reason": found.state_reason,
        "pinned_comment": next((comment(world, entry) for entry in found.comments if entry.pinned_at), None),
        **_relations(world, found),
    }
    if found.pull is not None:
        shown |= {"draft": found.pull.draft, "pull_request": _pull_links(world, found)}
    return shown


def _relations(world: World, found: Issue) -> dict[str, Any]:
    """Sub-issues, parent and dependencies, in numbers."""
    total, completed = len(found.sub_issues), sum(entry.state == "closed" for entry in found.sub_issues)
    shown: dict[str, Any] = {
        "sub_issues_summary": {
            "total": total,
            "completed": completed,
            "percent_completed": completed * 100 // total if total else 0,
        },
        "issue_dependencies_summary": {
            "blocked_by": sum(entry.state == "open" for entry in found.blocked_by),
            "total_blocked_by": len(found.blocked_by),
            "blocking": sum(entry.state == "open" for entry in found.blocking),
            "total_blocking": len(found.blocking),
        },
    }
    if found.parent is not None:
        shown["parent_issue_url"] = f"{api_url(world, found.parent.repo)}/issues/{found.parent.number}"
    return shown


def _pull_links(world: World, found: Issue) -> dict[str, Any]:
    page = issue_page(world, found)
    return {
        "url": f"{api_url(world, found.repo)}/pulls/{found.number}",
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "merged_at": stamp_or_none(found.pull.merged_at) if found.pull else None,
    }
