"""The lines between the texts of a conversation: labelled, closed, renamed, linked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sandbox.records import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sandbox.accounts import User
    from sandbox.pages.thread import Card
    from sandbox.pages.visit import Visit
    from sandbox.records import Label, Repo, TimelineEvent

# What has its own card in the conversation, or says nothing to a person.
QUIET = frozenset(
    {"commented", "reviewed", "committed", "mentioned", "subscribed", "unsubscribed", "line-commented"}
)
FOLD_FROM = 4
MANY = {
    "sub_issue_added": "added {} sub-issues",
    "sub_issue_removed": "removed {} sub-issues",
    "blocked_by_added": "marked this as blocked by {} issues",
    "blocking_added": "marked this as blocking {} issues",
    "cross-referenced": "named this in {} places",
    "labeled": "added {} labels",
}
WORDS = {
    "reopened": "reopened this",
    "merged": "merged this",
    "sub_issue_added": "added the sub-issue",
    "sub_issue_removed": "removed the sub-issue",
    "parent_issue_added": "made this a sub-issue of",
    "parent_issue_removed": "took this out of",
    "blocked_by_added": "marked this as blocked by",
    "blocked_by_removed": "marked this as no longer blocked by",
    "blocking_added": "marked this as blocking",
    "blocking_removed": "marked this as no longer blocking",
    "cross-referenced": "named this in",
    "head_ref_deleted": "deleted the branch",
    "head_ref_force_pushed": "force-pushed the branch",
    "ready_for_review": "marked this as ready for review",
    "base_ref_changed": "changed the base branch",
    "review_dismissed": "dismissed a review",
    "review_requested": "asked for a review",
    "locked": "locked the conversation",
    "unlocked": "unlocked the conversation",
    "milestoned": "put this in a milestone",
    "demilestoned": "took this out of its milestone",
    "pinned": "pinned this",
    "unpinned": "unpinned this",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One line between the texts: labelled, closed, renamed."""

    kind: str
    user: User
    when: datetime
    html: Markup


def happening(visit: Visit, repo: Repo, event: TimelineEvent) -> Happening | None:
    """The line for an entry of the timeline; None for what has its own card or is no news."""
    if event.event in QUIET:
        return None
    return Happening(event.event, event.actor, event.created_at, _said(visit, repo, event))


def folded(entries: Iterable[Card | Happening]) -> Iterator[Card | Happening]:
    """The entries, where a long run of the same thing by the same person is one line that opens."""
    for (kind, user), run in groupby(entries, key=lambda entry: (getattr(entry, "kind", ""), entry.user)):
        same = list(run)
        many = MANY.get(kind)
        if many is None or len(same) < FOLD_FROM:
            yield from same
            continue
        rows = Markup("").join(Markup("<li>{}</li>").format(entry.html) for entry in same)
        fold = Markup('<details class="many"><summary>{}</summary><ul>{}</ul></details>')
        yield Happening(kind, user, same[-1].when, fold.format(many.format(len(same)), rows))


def label_pill(label: Label) -> Markup:
    """A label in its colour, readable on light and dark pages."""
    red, green, blue = (int(label.color[at : at + 2], 16) for at in (0, 2, 4))
    style = f"--r:{red};--g:{green};--b:{blue}"
    return Markup('<span class="label" style="{}" title="{}">{}</span>').format(
        style, label.description or "", label.name
    )


def _said(visit: Visit, repo: Repo, event: TimelineEvent) -> Markup:
    extra = event.extra
    match event.event:
        case "labeled" | "unlabeled":
            name = str((extra.get("label") or {}).get("name", ""))
            label = next((label for label in repo.labels.values() if label.name == name), None)
            verb = "added the label " if event.event == "labeled" else "removed the label "
            return escape(verb) + (label_pill(label) if label else escape(name))
        case "renamed":
            rename = extra.get("rename") or {}
            return Markup("changed the title from <s>{}</s> to <b>{}</b>").format(
                rename.get("from"), rename.get("to")
            )
        case "closed" | "merged" | "referenced" if event.commit_sha:
            href = visit.place(repo).directory.commit(repo.owner.login, repo.name, event.commit_sha)
            verb = {"closed": "closed this in", "merged": "merged commit", "referenced": "named this in"}[
                event.event
            ]
            return Markup('{} <a class="sha" href="{}"><code>{}</code></a>').format(
                verb, href or "#", event.commit_sha[:7]
            )
        case "closed":
            reason = str(extra.get("state_reason") or "completed").replace("_", " ")
            return escape(f"closed this as {reason}")
        case "assigned" | "unassigned":
            who = str((extra.get("assignee") or {}).get("login", "somebody"))
            return Markup("{} <b>{}</b>").format(event.event, who)
        case _:
            return _about_another(visit, repo, event)


def _about_another(visit: Visit, repo: Repo, event: TimelineEvent) -> Markup:
    """What is said by one verb, and the other issue that it is about, if there is one."""
    words = escape(WORDS.get(event.event, event.event.replace("_", " ")))
    other = next((found for value in event.extra.values() if (found := _issue(visit, value))), None)
    if other is None:
        return words
    name = f"#{other.number}" if other.repo is repo else f"{other.repo.full_name}#{other.number}"
    kind = "pull" if other.pull else "issues"
    link = Markup('{} <a href="/{}/{}/{}">{}</a> <span class="quiet">{}</span>')
    return link.format(words, other.repo.full_name, kind, other.number, other.title, name)


def _issue(visit: Visit, value: object) -> Issue | None:
    """The issue that an entry holds, or refers to by repository and number as the API shows it."""
    match value:
        case Issue():
            return value
        case {"number": int(number), "repository": {"full_name": str(full_name)}}:
            owner, _, name = full_name.partition("/")
            repo = visit.world.repo(owner, name)
            return repo.issues.get(number) if repo else None
        case _:
            return None
