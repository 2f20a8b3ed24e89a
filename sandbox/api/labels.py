"""Labels of repositories, and labels on issues and pull requests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox import conversation, respond
from sandbox.api import threads
from sandbox.api.threads import ISSUE
from sandbox.dispatch import Context, Route
from sandbox.expect import expect
from sandbox.hooks import emit
from sandbox.permissions import writes
from sandbox.records import Label
from sandbox.shapes import issues as shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.records import Issue
    from sandbox.respond import Reply

LABELS = "/repos/{owner}/{repo}/labels"
COLOR = re.compile(r"[0-9a-fA-F]{6}")
KINDS = {"name": "string", "new_name": "string", "color": "string", "description": "string?"}
LONGEST_NAME, LONGEST_DESCRIPTION = 50, 100


def list_in_repo(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#list-labels-for-a-repository ."""
    return _page(ctx, list(ctx.repo.labels.values()))


def create(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#create-a-label ."""
    expect(ctx.body, **KINDS)
    name = _free_name(ctx, ctx.text("name", resource="Label"))
    label = Label(ctx.world.next_id(), name, _color(ctx, "ededed"), _description(ctx, None))
    ctx.repo.labels[name] = label
    shown = shapes.label(ctx.world, ctx.repo, label)
    emit(ctx.world, "label", "created", repo=ctx.repo, sender=ctx.actor, label=shown)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def get(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#get-a-label ."""
    return respond.json(200, shapes.label(ctx.world, ctx.repo, _label(ctx)))


def update(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#update-a-label ."""
    expect(ctx.body, **KINDS)
    label = _label(ctx)
    new = ctx.body.get("new_name") or label.name
    name = label.name if new == label.name else _free_name(ctx, str(new), label)
    values = {
        "name": name,
        "color": _color(ctx, label.color),
        "description": _description(ctx, label.description),
    }
    changes = {
        key: {"from": getattr(label, key) or ""}
        for key, value in values.items()
        if value != getattr(label, key)
    }
    del ctx.repo.labels[label.name]
    label.name, label.color, label.description = name, values["color"] or "", values["description"]
    ctx.repo.labels[name] = label
    shown = shapes.label(ctx.world, ctx.repo, label)
    emit(ctx.world, "label", "edited", repo=ctx.repo, sender=ctx.actor, label=shown, changes=changes)
    return respond.json(200, shown)


def delete(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#delete-a-label (it goes from every issue, too)."""
    label = _label(ctx)
    del ctx.repo.labels[label.name]
    for issue in ctx.repo.issues.values():
        if label in issue.labels:
            issue.labels.remove(label)
    shown = shapes.label(ctx.world, ctx.repo, label)
    emit(ctx.world, "label", "deleted", repo=ctx.repo, sender=ctx.actor, label=shown)
    return respond.nothing()


def list_on_issue(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#list-labels-for-an-issue ."""
    return _page(ctx, threads.thread(ctx).labels)


def add(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#add-labels-to-an-issue ."""
    issue = threads.thread(ctx)
    return _set(ctx, issue, [*issue.labels, *_named(ctx)])


def replace(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#set-labels-for-an-issue ."""
    issue = threads.thread(ctx)
    return _set(ctx, issue, _named(ctx))


def clear(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#remove-all-labels-from-an-issue ."""
    conversation.set_labels(ctx.world, threads.thread(ctx), [], by=ctx.actor)
    return respond.nothing()


def remove(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#remove-a-label-from-an-issue ."""
    issue, name = threads.thread(ctx), ctx.params["name"].lower()
    left = [label for label in issue.labels if label.name.lower() != name]
    if len(left) == len(issue.labels):
        respond.refuse(404, "Label does not exist")
    return _set(ctx, issue, left)


def list_of_milestone(ctx: Context) -> Reply:
    """https://docs.github.com/rest/issues/labels#list-labels-for-issues-in-a-milestone ."""
    found = ctx.repo.milestones.get(int(ctx.params["milestone"]))
    if found is None:
        respond.not_found()
    under = [
        label for issue in ctx.repo.issues.values() if issue.milestone is found for label in issue.labels
    ]
    return _page(ctx, list(dict.fromkeys(under)))


def _page(ctx: Context, labels: Sequence[Label]) -> Reply:
    return respond.page(ctx, labels, lambda label: shapes.label(ctx.world, ctx.repo, label))


def _set(ctx: Context, issue: Issue, labels: Sequence[Label]) -> Reply:
    """Gives the issue these labels and answers with all of them."""
    conversation.set_labels(ctx.world, issue, labels, by=ctx.actor)
    return respond.json(200, [shapes.label(ctx.world, ctx.repo, label) for label in issue.labels])


def _named(ctx: Context) -> list[Label]:
    """The labels in the body, by name or as objects with a name; unknown ones are made."""
    entries: list[Any] = threads.names_in(ctx, "labels")
    names = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
    if not all(isinstance(name, str) and name.strip() for name in names):
        respond.invalid("Label", "name", "missing_field")
    return [conversation.label_named(ctx.world, ctx.repo, str(name), by=ctx.actor) for name in names]


def _label(ctx: Context) -> Label:
    found = conversation.find_label(ctx.repo, ctx.params["name"])
    if found is None:
        respond.not_found()
    return found


def _free_name(ctx: Context, name: str, own: Label | None = None) -> str:
    """The name, if it is short enough and no other label has it."""
    threads.check_length(name, resource="Label", field="name", most=LONGEST_NAME)
    if conversation.find_label(ctx.repo, name) not in (None, own):
        respond.invalid("Label", "name", "already_exists")
    return name


def _color(ctx: Context, default: str) -> str:
    color = ctx.body.get("color") or default
    if not isinstance(color, str) or not COLOR.fullmatch(color):
        respond.invalid("Label", "color", "invalid")
    return color.lower()


def _description(ctx: Context, default: str | None) -> str | None:
    description: str | None = ctx.body.get("description", default)
    threads.check_length(description, resource="Label", field="description", most=LONGEST_DESCRIPTION)
    return description


PUSH = writes("issues", "pull_requests", role="write")
ROUTES = (
    Route("GET", LABELS, list_in_repo, threads.READ),
    Route("POST", LABELS, create, PUSH),
    Route("GET", LABELS + "/{name}", get, threads.READ),
    Route("PATCH", LABELS + "/{name}", update, PUSH),
    Route("DELETE", LABELS + "/{name}", delete, PUSH),
    Route("GET", ISSUE + "/labels", list_on_issue, threads.READ),
    Route("POST", ISSUE + "/labels", add, threads.TRIAGE),
    Route("PUT", ISSUE + "/labels", replace, threads.TRIAGE),
    Route("DELETE", ISSUE + "/labels", clear, threads.TRIAGE),
    Route("DELETE", ISSUE + "/labels/{name...}", remove, threads.TRIAGE),
    Route("GET", "/repos/{owner}/{repo}/milestones/{milestone:int}/labels", list_of_milestone, threads.READ),
)
