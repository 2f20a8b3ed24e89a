"""Pull requests, reviews and review comments as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.clock import stamp, stamp_or_none
from sandbox.diff import changes
from sandbox.history import between, merge_base
from sandbox.shapes import issues, node_id
from sandbox.shapes.apps import app_or_none
from sandbox.shapes.repos import api_url, html_url, repository
from sandbox.shapes.users import simple_user, team, user_or_none

if TYPE_CHECKING:
    from sandbox.diff import Change
    from sandbox.records import PullRequest, Review, ReviewComment
    from sandbox.world import World


def simple_pull_request(world: World, pull: PullRequest) -> dict[str, Any]:
    """A pull request in a list (`pull-request-simple`)."""
    issue = pull.issue
    return {
        "id": pull.id,
        "node_id": node_id("PR", pull.id),
        "number": pull.number,
        "state": issue.state,
        "locked": issue.locked,
        "title": issue.title,
        "user": simple_user(world, issue.user),
        "body": issue.body,
        "created_at": stamp(issue.created_at),
        "updated_at": stamp(issue.updated_at),
        "closed_at": stamp_or_none(issue.closed_at),
        "merged_at": stamp_or_none(pull.merged_at),
        "merge_commit_sha": pull.merge_commit_sha,
        "assignee": user_or_none(world, next(iter(issue.assignees), None)),
        "assignees": [simple_user(world, user) for user in issue.assignees],
        "requested_reviewers": [simple_user(world, user) for user in pull.requested_reviewers],
        "requested_teams": [team(world, asked) for asked in pull.requested_teams],
        # The description of a label is never null in a list of pull requests, says GitHub's description.
        "labels": [
            {**issues.label(world, pull.repo, label), "description": label.description or ""}
            for label in issue.labels
        ],
        "milestone": issues.milestone(world, pull.repo, issue.milestone) if issue.milestone else None,
        "draft": pull.draft,
        "head": _end(world, pull, pull.head_ref, pull.head_sha),
        "base": _end(world, pull, pull.base_ref, pull.base_sha),
        "author_association": issues.association(pull.repo, issue.user),
        "auto_merge": None,
        "active_lock_reason": issue.lock_reason,
        **_addresses(world, pull),
    }


def pull_request(
    world: World, pull: PullRequest, *, mergeable: bool | None = None, mergeable_state: str = "unknown"
) -> dict[str, Any]:
    """A pull request by itself (`pull-request`); in webhooks whether it can be merged is not known yet."""
    changed = pull_changes(pull)
    return {
        **simple_pull_request(world, pull),
        "merged": pull.merged_at is not None,
        "mergeable": mergeable,
        "rebaseable": mergeable,
        "mergeable_state": mergeable_state,
        "merged_by": user_or_none(world, pull.merged_by),
        "comments": len(pull.issue.comments),
        "review_comments": len(pull.review_comments),
        "maintainer_can_modify": pull.maintainer_can_modify,
        "commits": len(pull_commits(pull)),
        "additions": sum(change.additions for change in changed),
        "deletions": sum(change.deletions for change in changed),
        "changed_files": len(changed),
    }


def pull_commits(pull: PullRequest) -> list[str]:
    """The commits that the pull request brings, oldest first."""
    return between(pull.repo.git, pull.base_sha, pull.head_sha)


def pull_changes(pull: PullRequest) -> tuple[Change, ...]:
    """What the head changed since it left the base, as three-dot diff shows it."""
    return changes(pull.repo.git, merge_base(pull.repo.git, pull.base_sha, pull.head_sha), pull.head_sha)


def review(world: World, found: Review) -> dict[str, Any]:
    """A review (`pull-request-review`)."""
    api, page = api_url(world, found.pull.repo), html_url(world, found.pull.repo)
    html = f"{page}/pull/{found.pull.number}#pullrequestreview-{found.id}"
    url = f"{api}/pulls/{found.pull.number}"
    shown: dict[str, Any] = {
        "id": found.id,
        "node_id": node_id("PRR", found.id),
        "user": simple_user(world, found.user),
        "body": found.body,
        "state": found.state,
        "html_url": html,
        "pull_request_url": url,
        "author_association": issues.association(found.pull.repo, found.user),
        "_links": {"html": {"href": html}, "pull_request": {"href": url}},
        "commit_id": found.commit_sha,
    }
    if found.submitted_at is not None:
        shown["submitted_at"] = stamp(found.submitted_at)
    return shown


def review_in_webhook(world: World, found: Review) -> dict[str, Any]:
    """A review as webhooks tell it: the state in lower case, and the body null when it is empty."""
    return {
        **review(world, found),
        "body": found.body or None,
        "state": found.state.lower(),
        "submitted_at": stamp_or_none(found.submitted_at),
        "updated_at": stamp(found.updated_at),
    }


def review_comment(world: World, found: ReviewComment) -> dict[str, Any]:
    """A comment on a line or file (`pull-request-review-comment`)."""
    pull = found.pull
    api, page = api_url(world, pull.repo), html_url(world, pull.repo)
    url, pull_url = f"{api}/pulls/comments/{found.id}", f"{api}/pulls/{pull.number}"
    html = f"{page}/pull/{pull.number}#discussion_r{found.id}"
    shown: dict[str, Any] = {
        "url": url,
        "pull_request_review_id": found.review.id if found.review else None,
        "id": found.id,
        "node_id": node_id("PRRC", found.id),
        "diff_hunk": found.diff_hunk,
        "path": found.path,
        "commit_id": found.commit_sha,
        "original_commit_id": found.original_commit_sha,
        "user": simple_user(world, found.user),
        "body": found.body,
        "created_at": stamp(found.created_at),
        "updated_at": stamp(found.updated_at),
        "html_url": html,
        "pull_request_url": pull_url,
        "author_association": issues.association(pull.repo, found.user),
        "_links": {"self": {"href": url}, "html": {"href": html}, "pull_request": {"href": pull_url}},
        "reactions": issues.rollup(found.reactions, url=f"{url}/reactions"),
        "start_line": found.start_line,
        "original_start_line": found.start_line,
        "start_side": found.start_side,
        "side": found.side,
        "subject_type": found.subject_type,
        "position": found.position or 1,
        "original_position": found.position or 1,
    }
    if found.line is not None:
        shown |= {"line": found.line, "original_line": found.line}
    if found.in_reply_to is not None:
        shown["in_reply_to_id"] = found.in_reply_to.id
    if found.app is not None:
        shown["performed_via_github_app"] = app_or_none(world, found.app)
    return shown


def _addresses(world: World, pull: PullRequest) -> dict[str, Any]:
    """Where everything about the pull request is found."""
    api, html = api_url(world, pull.repo), f"{html_url(world, pull.repo)}/pull/{pull.number}"
    url, talk = f"{api}/pulls/{pull.number}", f"{api}/issues/{pull.number}"
    links = {
        "self": url,
        "html": html,
        "issue": talk,
        "comments": f"{talk}/comments",
        "review_comments": f"{url}/comments",
        "review_comment": f"{api}/pulls/comments{{/number}}",
        "commits": f"{url}/commits",
        "statuses": f"{api}/statuses/{pull.head_sha}",
    }
    named = ("comments", "review_comments", "review_comment", "commits", "statuses")
    return {
        "url": url,
        "html_url": html,
        "diff_url": f"{html}.diff",
        "patch_url": f"{html}.patch",
        "issue_url": talk,
        **{f"{name}_url": links[name] for name in named},
        "_links": {name: {"href": href} for name, href in links.items()},
    }


def _end(world: World, pull: PullRequest, ref: str, sha: str) -> dict[str, Any]:
    owner = pull.repo.owner
    return {
        "label": f"{owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": simple_user(world, owner),
        "repo": repository(world, pull.repo),
    }
