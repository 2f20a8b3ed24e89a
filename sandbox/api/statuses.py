"""Commit statuses, the older sister of check runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox import respond
from sandbox.dispatch import Context, Route
from sandbox.expect import expect
from sandbox.hooks import emit
from sandbox.permissions import reads, writes
from sandbox.records import Status
from sandbox.shapes import checks as shapes
from sandbox.shapes.git import commit
from sandbox.shapes.repos import api_url

if TYPE_CHECKING:
    from sandbox.respond import Reply

STATES = ("error", "failure", "pending", "success")
MOST_PER_CONTEXT, LONGEST_DESCRIPTION = 1000, 140


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/commits/statuses#create-a-commit-status ."""
    sha, state = ctx.params["sha"], ctx.body.get("state")
    if ctx.repo.git.kind(sha) != "commit":
        respond.refuse(422, f"No commit found for SHA: {sha}", errors=[f"No commit found for SHA: {sha}"])
    expect(ctx.body, context="string", description="string?", target_url="string?")
    if state not in STATES:
        respond.invalid("Status", "state", "invalid" if state else "missing_field")
    description = ctx.body.get("description")
    if len(description or "") > LONGEST_DESCRIPTION:
        text = f"description is too long (maximum is {LONGEST_DESCRIPTION} characters)"
        respond.invalid("Status", "description", "custom", message=text)
    context = ctx.body.get("context") or "default"
    if sum(found.sha == sha and found.context == context for found in ctx.repo.statuses) >= MOST_PER_CONTEXT:
        text = "This SHA and context has reached the maximum number of statuses."
        respond.invalid("Status", "base", "custom", message=text)
    now, target = ctx.world.clock(), ctx.body.get("target_url")
    made = Status(ctx.world.next_id(), sha, state, context, ctx.actor, now, now, description, target)
    ctx.repo.statuses.append(made)
    _tell(ctx, made)
    shown = shapes.status(ctx.world, ctx.repo, made)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def list_for_ref(ctx: Context) -> Reply:
    """https://docs.github.com/rest/commits/statuses#list-commit-statuses-for-a-reference (newest first)."""
    sha = _commit(ctx)
    found = [entry for entry in reversed(ctx.repo.statuses) if entry.sha == sha]
    return respond.page(ctx, found, lambda entry: shapes.status(ctx.world, ctx.repo, entry))


def combined(ctx: Context) -> Reply:
    """https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference ."""
    sha = _commit(ctx)
    latest = {entry.context: entry for entry in ctx.repo.statuses if entry.sha == sha}
    return respond.json(200, shapes.combined_status(ctx.world, ctx.repo, sha, list(latest.values())))


def _commit(ctx: Context) -> str:
    sha = ctx.repo.git.resolve(ctx.params["ref"].removeprefix("refs/"))
    if sha is None:
        respond.not_found()
    return sha


def _tell(ctx: Context, made: Status) -> None:
    shown = shapes.status(ctx.world, ctx.repo, made)
    keys = (
        "id",
        "avatar_url",
        "sha",
        "context",
        "description",
        "state",
        "target_url",
        "created_at",
        "updated_at",
    )
    api = api_url(ctx.world, ctx.repo)
    branches = [
        {
            "name": name.removeprefix("refs/heads/"),
            "commit": {"sha": made.sha, "url": f"{api}/commits/{made.sha}"},
            "protected": name.removeprefix("refs/heads/") in ctx.repo.protections,
        }
        for name, tip in ctx.repo.git.refs("refs/heads/").items()
        if tip == made.sha
    ]
    emit(
        ctx.world,
        "status",
        None,
        repo=ctx.repo,
        sender=ctx.actor,
        **{key: shown[key] for key in keys if key in shown},
        sha=made.sha,
        name=ctx.repo.full_name,
        commit=commit(ctx.world, ctx.repo, made.sha),
        branches=branches,
    )


READ = reads("statuses")
ROUTES = (
    Route("POST", "/repos/{owner}/{repo}/statuses/{sha}", create, writes("statuses", role="write")),
    Route("GET", "/repos/{owner}/{repo}/commits/{ref...}/status", combined, READ),
    Route("GET", "/repos/{owner}/{repo}/commits/{ref...}/statuses", list_for_ref, READ),
)
