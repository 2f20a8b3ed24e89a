"""Which parts a webhook of each kind must have and must not have, so that a body cannot pass under another event's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Shape:
    """The parts of one event.

    `objects` are there and are objects, `texts` are there and are non-empty strings, `never` are absent, and the action
    is one of `actions` where the parts alone do not tell events apart.
    """

    objects: tuple[str, ...]
    texts: tuple[str, ...] = ("action",)
    never: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


# https://docs.github.com/en/webhooks/webhook-events-and-payloads
SHAPES: Mapping[str, Shape] = {
    "check_run": Shape(("check_run", "repository", "sender"), never=("deployment",)),
    "check_suite": Shape(("check_suite", "repository", "sender"), never=("check_run",)),
    "create": Shape(("repository", "sender"), texts=("ref", "ref_type", "master_branch")),
    "delete": Shape(("repository", "sender"), texts=("ref", "ref_type"), never=("master_branch", "action", "commits")),
    "installation": Shape(
        ("installation", "sender"),
        never=("repository", "repositories_added", "repository_selection", "team", "member", "membership", "projects_v2_item", "sponsorship"),
        actions=("created", "deleted", "new_permissions_accepted", "suspend", "unsuspend"),
    ),
    "installation_repositories": Shape(
        ("installation", "sender"), texts=("action", "repository_selection"), never=("repository",)
    ),
    "issue_comment": Shape(("comment", "issue", "repository", "sender")),
    "issue_dependencies": Shape(("blocked_issue", "blocking_issue", "sender")),
    "issues": Shape(("issue", "repository", "sender"), never=("comment", "pull_request")),
    "label": Shape(("label", "repository", "sender"), never=("issue", "pull_request", "discussion")),
    "member": Shape(("member", "repository", "sender")),
    "merge_group": Shape(("merge_group", "repository"), texts=("action",), never=("pull_request", "issue")),
    "ping": Shape((), texts=("zen",), never=("action",)),
    "pull_request": Shape(
        ("pull_request", "repository", "sender"), never=("review", "comment", "thread", "check_run", "issue")
    ),
    "pull_request_review": Shape(("review", "pull_request", "repository", "sender"), never=("comment",)),
    "pull_request_review_comment": Shape(("comment", "pull_request", "repository", "sender"), never=("issue",)),
    "pull_request_review_thread": Shape(("thread", "pull_request", "repository", "sender")),
    "push": Shape(("repository", "pusher"), texts=("ref", "before", "after"), never=("action",)),
    "repository": Shape(
        ("repository", "sender"),
        never=(
            "alert", "branch_protection_rule", "check_run", "check_suite", "client_payload", "comment", "commit_oid", "deployment",
            "discussion", "environment", "forkee", "hook", "issue", "key", "label", "member", "merge_group", "milestone",
            "package", "project", "project_card", "project_column", "pull_request", "release", "rule", "starred_at", "team",
            "workflow", "workflow_job", "workflow_run",
        ),
        actions=(
            "archived", "created", "deleted", "edited", "privatized", "publicized", "renamed", "transferred", "unarchived",
        ),
    ),
    "status": Shape(("commit", "repository", "sender"), texts=("sha", "state", "context"), never=("action",)),
    "sub_issues": Shape(("sub_issue", "parent_issue", "sender")),
    "workflow_run": Shape(("workflow_run", "repository", "sender"), never=("deployment", "environment", "check_run")),
}  # fmt: skip


def fits(event: str, payload: Mapping[str, Any]) -> bool:
    """Whether `payload` can be what GitHub sends for `event`; an event without a shape always fits, and is never acted on."""
    shape = SHAPES.get(event)
    if shape is None:
        return True
    return (
        all(isinstance(payload.get(name), dict) for name in shape.objects)
        and all(isinstance(text := payload.get(name), str) and text for name in shape.texts)
        and not any(name in payload for name in shape.never)
        and (not shape.actions or payload.get("action") in shape.actions)
    )
