"""What REST has no word for: a few mutations, and two queries about merge queues; the rest is unknown.

https://docs.github.com/en/graphql/reference/mutations
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox import pulls, queueing, respond
from sandbox.accounts import ROLES
from sandbox.dispatch import NOT_FOR_APPS, Context, Route, can_see
from sandbox.permissions import SIGNED_IN, Needs, allows
from sandbox.shapes import node_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.records import PullRequest
    from sandbox.respond import Reply

PATH = "/api/graphql"
CHANGES = Needs(permissions=(("pull_requests", "write"),))
LOOKS = Needs(permissions=(("merge_queues", "read"),))
_MUTATION = re.compile(r"\{\s*(\w+)\s*\(\s*input\s*:\s*\{([^}]*)\}")
_QUEUED = re.compile(
    r"^query\b.*\bnode\(id: \$id\)\s*\{\s*\.\.\. on PullRequest\s*\{\s*isInMergeQueue\s*\}\s*\}"
)
_ARGUMENT = re.compile(r"(\w+)\s*:\s*\$(\w+)")


def answer(ctx: Context) -> Reply:
    """The query, or one mutation by its name, with its input taken from the variables; the answer is 200 whatever comes of it."""
    query, variables = ctx.body.get("query"), ctx.body.get("variables") or {}
    if isinstance(query, str) and _QUEUED.search(query) and isinstance(variables, dict):
        return queued(ctx, variables.get("id"))
    if isinstance(query, str) and query.startswith("query") and "mergeQueue(" in query:
        return merge_queue(ctx, variables)
    found = _MUTATION.search(query) if isinstance(query, str) else None
    if found is None or found[1] not in MUTATIONS or not isinstance(variables, dict):
        return _errors("", "undefinedField", "Field doesn't exist on type 'Mutation'")
    name = found[1]
    given = {key: variables.get(variable) for key, variable in _ARGUMENT.findall(found[2])}
    pull = _pull(ctx, given.get("pullRequestId"))
    if pull is None:
        wanted = given.get("pullRequestId")
        return _errors(name, "NOT_FOUND", f"Could not resolve to a node with the global id of '{wanted}'")
    if not _may(ctx, pull):
        return _errors(name, "FORBIDDEN", NOT_FOR_APPS)
    outcome = MUTATIONS[name](ctx, pull, given)
    if isinstance(outcome, str):
        return _errors(name, "UNPROCESSABLE", outcome)
    return respond.json(200, {"data": {name: outcome}})


def queued(ctx: Context, wanted: object) -> Reply:
    """https://docs.github.com/en/graphql/reference/objects#pullrequest ."""
    pull = _pull(ctx, wanted)
    if pull is None:
        return _errors("node", "NOT_FOUND", f"Could not resolve to a node with the global id of '{wanted}'")
    return respond.json(200, {"data": {"node": {"isInMergeQueue": pull.queued}}})


def mark_ready(ctx: Context, pull: PullRequest, given: dict[str, Any]) -> dict[str, Any] | str:
    """https://docs.github.com/en/graphql/reference/mutations#markpullrequestreadyforreview ."""
    del given
    if pull.issue.state != "open":
        return "Pull request is not open"
    pulls.ready(ctx.world, pull, by=ctx.actor)
    return {"pullRequest": {"isDraft": pull.draft}}


def enqueue(ctx: Context, pull: PullRequest, given: dict[str, Any]) -> dict[str, Any] | str:
    """https://docs.github.com/en/graphql/reference/mutations#enqueuepullrequest ."""
    rules = pull.repo.rules.get(pull.base_ref, ())
    if not any(rule["type"] == "merge_queue" for rule in rules):
        return f"Pull request is targeting a branch without a merge queue: {pull.base_ref}"
    if given.get("expectedHeadOid") not in {None, pull.head_sha}:
        return "Head sha didn't match expected value"
    if pull.draft or pull.issue.state != "open":
        return "Pull request is in draft" if pull.draft else "Pull request is not open"
    if pull.queued:
        return "Pull request is already in the queue"
    if why := queueing.enter(ctx.world, pull, by=ctx.actor):
        return why
    return {"mergeQueueEntry": {"position": len(queueing.entries(pull.repo, pull.base_ref))}}


def merge_queue(ctx: Context, variables: dict[str, Any]) -> Reply:
    """The one query there is: https://docs.github.com/en/graphql/reference/objects#mergequeue ."""
    repo = ctx.world.repo(str(variables.get("owner")), str(variables.get("name")))
    if repo is None or not can_see(ctx, repo):
        wanted = f"{variables.get('owner')}/{variables.get('name')}"
        return _errors(
            "repository", "NOT_FOUND", f"Could not resolve to a Repository with the name '{wanted}'."
        )
    token = ctx.caller.token
    if ctx.caller.who == "installation" and (token is None or not allows(token.permissions, LOOKS)):
        return _errors("repository", "FORBIDDEN", NOT_FOR_APPS)
    nodes = [
        {
            "position": position,
            "headCommit": {"oid": group.head_sha},
            "pullRequest": {"number": group.pull.number},
        }
        for position, group in enumerate(queueing.entries(repo, str(variables.get("branch"))), start=1)
    ]
    return respond.json(200, {"data": {"repository": {"mergeQueue": {"entries": {"nodes": nodes}}}}})


def _pull(ctx: Context, wanted: object) -> PullRequest | None:
    """The pull request with this node id, if the caller can see its repository."""
    for repo in ctx.world.repos_by_id.values():
        for pull in repo.pulls.values():
            if node_id("PR", pull.id) == wanted and can_see(ctx, repo):
                return pull
    return None


def _may(ctx: Context, pull: PullRequest) -> bool:
    caller = ctx.caller
    if caller.token is not None and caller.who == "installation":
        covered = caller.token.repo_ids is None or pull.repo.id in caller.token.repo_ids
        return covered and allows(caller.token.permissions, CHANGES)
    return ROLES.index(ctx.world.role(pull.repo, ctx.actor)) >= ROLES.index("write")


def _errors(name: str, kind: str, message: str) -> Reply:
    error = {"type": kind, "path": [name], "locations": [{"line": 1, "column": 1}], "message": message}
    return respond.json(200, {"data": {name: None} if name else None, "errors": [error]})


MUTATIONS: dict[str, Callable[[Context, PullRequest, dict[str, Any]], dict[str, Any] | str]] = {
    "markPullRequestReadyForReview": mark_ready,
    "enqueuePullRequest": enqueue,
}
ROUTES = (Route("POST", PATH, answer, SIGNED_IN),)
