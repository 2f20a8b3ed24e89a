"""The conversation of an issue or pull request as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.pages.happenings import Happening, folded, happening
from sandbox.pages.markdown import progress, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from markupsafe import Markup

    from sandbox.accounts import User
    from sandbox.pages.visit import Visit
    from sandbox.records import Comment, Issue, Reaction, Repo, Review

REACTIONS = {
    "+1": "👍", "-1": "👎", "laugh": "😄", "hooray": "🎉", "confused": "😕", "heart": "❤️", "rocket": "🚀", "eyes": "👀",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of reaction under a text."""

    content: str
    face: str
    count: int
    who: str


@dataclass(frozen=True, slots=True)
class Card:
    """A text somebody wrote: the opening post, a comment or a review."""

    anchor: str
    user: User
    via: str | None
    standing: str
    when: datetime
    edited: bool
    html: Markup
    raw: str
    reactions: tuple[Tally, ...]
    edit_path: str | None
    react_path: str | None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """An issue named in a list beside or under another."""

    href: str
    name: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class SubIssues:
    """The sub-issues of an issue and how many are done."""

    rows: tuple[Linked, ...]
    done: int

    @property
    def percent(self) -> int:
        """How far they are."""
        return round(100 * self.done / len(self.rows)) if self.rows else 0


def opening(visit: Visit, issue: Issue) -> Card:
    """The first post."""
    repo = issue.repo
    path = f"/repos/{repo.full_name}/issues/{issue.number}"
    return Card(
        anchor=f"issue-{issue.id}",
        user=issue.user,
        via=issue.app.name if issue.app and issue.user.type != "Bot" else None,
        standing=_standing(visit, repo, issue.user, author=None),
        when=issue.created_at,
        edited=False,
        html=render(issue.body, place=visit.place(repo), can_tick=True),
        raw=issue.body or "",
        reactions=_tallies(issue.reactions),
        edit_path=path,
        react_path=f"{path}/reactions",
    )


def conversation(visit: Visit, issue: Issue) -> tuple[Card | Happening, ...]:
    """Everything after the first post, in order of time."""
    entries: list[Card | Happening] = [_comment(visit, comment) for comment in issue.comments]
    entries += [h for event in issue.timeline if (h := happening(visit, issue.repo, event)) is not None]
    if issue.pull is not None:
        entries += _reviews(visit, issue)
    return tuple(folded(sorted(entries, key=lambda entry: entry.when)))


def sub_issues(issue: Issue) -> SubIssues:
    """The sub-issues as a list with progress."""
    return SubIssues(
        tuple(linked(sub, beside=issue.repo) for sub in issue.sub_issues),
        sum(sub.state == "closed" for sub in issue.sub_issues),
    )


def linked(issue: Issue, *, beside: Repo) -> Linked:
    """The issue as a row; its repository is named when it is another one."""
    repo = issue.repo
    name = f"#{issue.number}" if repo is beside else f"{repo.full_name}#{issue.number}"
    return Linked(
        f"/{repo.full_name}/{'pull' if issue.pull else 'issues'}/{issue.number}",
        name,
        issue.title,
        state_of(issue),
    )


def state_of(issue: Issue) -> str:
    """open, closed, skipped (closed as not planned), merged or draft."""
    if issue.pull is not None and issue.pull.merged_at is not None:
        return "merged"
    if issue.pull is not None and issue.pull.draft and issue.state == "open":
        return "draft"
    if issue.state == "closed" and issue.pull is None and issue.state_reason in {"not_planned", "duplicate"}:
        return "skipped"
    return issue.state


def tasks_of(issue: Issue) -> str:
    """`3 of 7 tasks`, or nothing."""
    done, total = progress(issue.body)
    return f"{done} of {total} tasks" if total else ""


def _comment(visit: Visit, comment: Comment) -> Card:
    repo = comment.issue.repo
    path = f"/repos/{repo.full_name}/issues/comments/{comment.id}"
    return Card(
        anchor=f"issuecomment-{comment.id}",
        user=comment.user,
        via=comment.app.name if comment.app and comment.user.type != "Bot" else None,
        standing=_standing(visit, repo, comment.user, author=comment.issue.user),
        when=comment.created_at,
        edited=comment.updated_at > comment.created_at,
        html=render(comment.body, place=visit.place(repo), can_tick=True),
        raw=comment.body,
        reactions=_tallies(comment.reactions),
        edit_path=path,
        react_path=f"{path}/reactions",
    )


def _reviews(visit: Visit, issue: Issue) -> Iterator[Card | Happening]:
    for review in issue.pull.reviews if issue.pull else ():
        notes = [note for note in issue.pull.review_comments if note.review is review] if issue.pull else []
        if review.submitted_at is None or (not review.body and not notes and review.state == "COMMENTED"):
            continue
        text = "\n\n".join([review.body, *(f"**`{note.path}`**\n\n{note.body}" for note in notes)]).strip()
        yield _review(visit, issue, review, text=text, when=review.submitted_at)


def _review(visit: Visit, issue: Issue, review: Review, *, text: str, when: datetime) -> Card:
    return Card(
        anchor=f"pullrequestreview-{review.id}",
        user=review.user,
        via=None,
        standing=_standing(visit, issue.repo, review.user, author=issue.user),
        when=when,
        edited=False,
        html=render(text, place=visit.place(issue.repo)),
        raw=text,
        reactions=(),
        edit_path=None,
        react_path=None,
        verdict=review.state.lower(),
    )


def _standing(visit: Visit, repo: Repo, user: User, *, author: User | None) -> str:
    """What a reader should know of who wrote: bot, author, or the role on the repository."""
    if user.type == "Bot":
        return "bot"
    words = ["author"] if author is user else []
    role = visit.world.role(repo, user)
    return " · ".join(words + ([role] if role != "none" else []))


def _tallies(reactions: Sequence[Reaction]) -> tuple[Tally, ...]:
    found: list[Tally] = []
    for content, face in REACTIONS.items():
        who = [reaction.user.login for reaction in reactions if reaction.content == content]
        if who:
            found.append(Tally(content, face, len(who), ", ".join(who)))
    return tuple(found)
