"""What can be done to an issue or to the conversation of a pull request, with its timeline entry and webhook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox.hooks import emit
from sandbox.records import Issue, Label, TimelineEvent
from sandbox.shapes import issues as shapes
from sandbox.shapes import pulls as pull_shapes
from sandbox.shapes.users import simple_user

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.accounts import User
    from sandbox.records import Milestone, Repo
    from sandbox.world import World

MENTION = re.compile(r"(?<![\w/&#])#(\d+)\b")
NEW_LABEL_COLOR = "ededed"


def open_issue(  # what an issue is made of
    world: World,
    repo: Repo,
    *,
    title: str,
    body: str | None,
    by: User,
) -> Issue:
    """A new issue under the next number; nothing is told to anybody yet (see `tell`)."""
    repo.last_number += 1
    now = world.clock()
    app = world.app_of(by)
    issue = Issue(world.next_id(), repo.last_number, repo, by, title, body, now, now, app=app)
    repo.issues[issue.number] = issue
    mention(world, issue, body, by=by)
    return issue


def announce(world: World, issue: Issue, *, by: User) -> None:
    """Tells of a new issue, then of each label, assignee and milestone that it came with, as GitHub does."""
    tell(world, issue, "opened", by=by)
    for label in issue.labels:
        _tell_label(world, issue, "labeled", label, by=by)
    for user in issue.assignees:
        _tell_assignee(world, issue, "assigned", user, by=by)
    if issue.milestone is not None:
        _tell_milestone(world, issue, "milestoned", issue.milestone, by=by)


def tell(world: World, issue: Issue, action: str, *, by: User, **parts: Any) -> None:  # noqa: ANN401  # JSON
    """Sends `issues` or `pull_request`, whichever it is, with the thing as it is now."""
    issue.updated_at = world.clock()
    if issue.pull is None:
        parts = {"issue": shapes.issue_in_webhook(world, issue), **parts}
        emit(world, "issues", action, repo=issue.repo, sender=by, **parts)
    else:
        shown = pull_shapes.pull_request(world, issue.pull)
        parts = {"number": issue.number, "pull_request": shown, **parts}
        emit(world, "pull_request", action, repo=issue.repo, sender=by, **parts)


def note(
    world: World,
    issue: Issue,
    event: str,
    *,
    by: User,
    **extra: Any,  # noqa: ANN401  # JSON, or the record that the entry is about
) -> TimelineEvent:
    """Adds an entry to the timeline."""
    entry = TimelineEvent(world.next_id(), event, by, world.clock(), app=world.app_of(by), extra=extra)
    issue.timeline.append(entry)
    return entry


def edit(world: World, issue: Issue, *, by: User, title: str, body: str | None) -> None:
    """Gives the issue this title and text; says nothing when both are as before."""
    changes: dict[str, Any] = {}
    if title != issue.title:
        changes["title"] = {"from": issue.title}
        note(world, issue, "renamed", by=by, rename={"from": issue.title, "to": title})
    if body != issue.body:
        changes["body"] = {"from": issue.body or ""}
        mention(world, issue, body, by=by)
    if changes:
        issue.title, issue.body = title, body
        tell(world, issue, "edited", by=by, changes=changes)


def close(
    world: World,
    issue: Issue,
    *,
    by: User,
    reason: str = "completed",
    commit_sha: str | None = None,
) -> None:
    """Closes an open issue, or a pull request without merging it."""
    issue.state, issue.closed_at, issue.closed_by = "closed", world.clock(), by
    issue.state_reason = None if issue.pull else reason
    note(world, issue, "closed", by=by, state_reason=issue.state_reason).commit_sha = commit_sha
    tell(world, issue, "closed", by=by)


def reopen(world: World, issue: Issue, *, by: User) -> None:
    """Opens a closed issue again."""
    issue.state, issue.closed_at, issue.closed_by = "open", None, None
    issue.state_reason = None if issue.pull else "reopened"
    note(world, issue, "reopened", by=by, state_reason=issue.state_reason)
    tell(world, issue, "reopened", by=by)


def find_label(repo: Repo, name: str) -> Label | None:
    """The label of that name, in whatever case it is written."""
    return next((label for label in repo.labels.values() if label.name.lower() == name.lower()), None)


def label_named(world: World, repo: Repo, name: str, *, by: User) -> Label:
    """The label of that name; made on the fly when the repository has none, as GitHub does."""
    found = find_label(repo, name)
    if found is None:
        found = Label(world.next_id(), name, NEW_LABEL_COLOR)
        repo.labels[name] = found
        emit(world, "label", "created", repo=repo, sender=by, label=shapes.label(world, repo, found))
    return found


def set_labels(world: World, issue: Issue, labels: Sequence[Label], *, by: User) -> None:
    """Gives the issue exactly these labels and tells of each that is gone or new."""
    gone = [label for label in issue.labels if label not in labels]
    new = [label for label in dict.fromkeys(labels) if label not in issue.labels]
    for label in gone:
        issue.labels.remove(label)
        _tell_label(world, issue, "unlabeled", label, by=by)
    for label in new:
        issue.labels.append(label)
        _tell_label(world, issue, "labeled", label, by=by)


def set_assignees(world: World, issue: Issue, users: Sequence[User], *, by: User) -> None:
    """Assigns the issue to exactly these users and tells of each change."""
    gone = [user for user in issue.assignees if user not in users]
    new = [user for user in dict.fromkeys(users) if user not in issue.assignees]
    for word, changed in (("unassigned", gone), ("assigned", new)):
        for user in changed:
            (issue.assignees.remove if word == "unassigned" else issue.assignees.append)(user)
            _tell_assignee(world, issue, word, user, by=by)


def set_milestone(world: World, issue: Issue, milestone: Milestone | None, *, by: User) -> None:
    """Puts the issue under this milestone, or under none."""
    before = issue.milestone
    if before is milestone:
        return
    issue.milestone = milestone
    for word, changed in (("demilestoned", before), ("milestoned", milestone)):
        if changed is not None:
            _tell_milestone(world, issue, word, changed, by=by)


def lock(world: World, issue: Issue, *, by: User, reason: str | None) -> None:
    """Closes the conversation to people without write access."""
    issue.locked, issue.lock_reason = True, reason
    note(world, issue, "locked", by=by, lock_reason=reason)
    tell(world, issue, "locked", by=by)


def unlock(world: World, issue: Issue, *, by: User) -> None:
    """Opens the conversation to everybody again."""
    issue.locked, issue.lock_reason = False, None
    note(world, issue, "unlocked", by=by, lock_reason=None)
    tell(world, issue, "unlocked", by=by)


def mention(world: World, issue: Issue, text: str | None, *, by: User) -> None:
    """Leaves a cross-reference in every issue of the repository that the text names as `#12`."""
    for number in dict.fromkeys(MENTION.findall(text or "")):
        target = issue.repo.issues.get(int(number))
        known = target and any(entry.extra.get("source") is issue for entry in target.timeline)
        if target is not None and target is not issue and not known:
            note(world, target, "cross-referenced", by=by, source=issue)


def _tell_label(world: World, issue: Issue, action: str, label: Label, *, by: User) -> None:
    note(world, issue, action, by=by, label={"name": label.name, "color": label.color})
    tell(world, issue, action, by=by, label=shapes.label(world, issue.repo, label))


def _tell_assignee(world: World, issue: Issue, action: str, user: User, *, by: User) -> None:
    shown = simple_user(world, user)
    note(world, issue, action, by=by, assignee=shown, assigner=simple_user(world, by))
    tell(world, issue, action, by=by, assignee=shown)


def _tell_milestone(world: World, issue: Issue, action: str, milestone: Milestone, *, by: User) -> None:
    note(world, issue, action, by=by, milestone={"title": milestone.title})
    tell(world, issue, action, by=by, milestone=shapes.milestone(world, issue.repo, milestone))
