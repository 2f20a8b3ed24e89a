"""Reviews and review comments, with the events that GitHub sends for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox import conversation, hooks
from sandbox.records import Review, ReviewComment
from sandbox.shapes import pulls as shapes

if TYPE_CHECKING:
    from sandbox.accounts import User
    from sandbox.records import PullRequest
    from sandbox.world import World

HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
SHOWN_LINES = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a diff a line stands: the hunk down to it, and how many lines below the first `@@`."""

    diff_hunk: str
    position: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that somebody wants to make on a line, or without a line on the whole file."""

    path: str
    body: str
    line: int | None = None
    side: str = "RIGHT"
    start_line: int | None = None
    start_side: str | None = None
    place: Place | None = None


def find(patch: str | None, *, line: int, side: str) -> Place | None:
    """The place of a line of the old (LEFT) or new (RIGHT) file; None when the diff does not show it."""
    old = new = 0
    hunk: list[str] = []
    for position, text in enumerate((patch or "").split("\n")):
        match = HUNK.match(text)
        if match:
            old, new, hunk = int(match[1]) - 1, int(match[2]) - 1, [text]
            continue
        hunk.append(text)
        old += text.startswith((" ", "-"))
        new += text.startswith((" ", "+"))
        on_left = side == "LEFT" and old == line and text.startswith((" ", "-"))
        on_right = side == "RIGHT" and new == line and text.startswith((" ", "+"))
        if on_left or on_right:
            return Place("\n".join([hunk[0], *hunk[1:][-SHOWN_LINES:]]), position)
    return None


def line_at(patch: str | None, *, position: int) -> tuple[int, str] | None:
    """The line and side at a position of the diff, the older way to name a line."""
    old = new = 0
    for index, text in enumerate((patch or "").split("\n")):
        match = HUNK.match(text)
        if match:
            old, new = int(match[1]) - 1, int(match[2]) - 1
            continue
        old += text.startswith((" ", "-"))
        new += text.startswith((" ", "+"))
        if index == position:
            return (old, "LEFT") if text.startswith("-") else (new, "RIGHT")
    return None


def start(world: World, pull: PullRequest, *, by: User, body: str, commit_sha: str) -> Review:
    """A review that only its author sees until it is submitted."""
    review = Review(world.next_id(), pull, by, body, "PENDING", commit_sha, None, world.clock())
    pull.reviews.append(review)
    return review


def submit(world: World, review: Review, *, state: str) -> None:
    """Makes a pending review seen by all: APPROVED, CHANGES_REQUESTED or COMMENTED."""
    pull = review.pull
    review.state, review.submitted_at, review.updated_at = state, world.clock(), world.clock()
    if review.user in pull.requested_reviewers:
        pull.requested_reviewers.remove(review.user)
    conversation.note(world, pull.issue, "reviewed", by=review.user, review=review)
    tell(world, review, "submitted", by=review.user)
    for comment in pull.review_comments:
        if comment.review is review:
            tell_comment(world, comment, "created", by=comment.user)


def comment_on(world: World, review: Review, remark: Remark, *, commit_sha: str) -> ReviewComment:
    """A new comment on the diff, by the author of the review; it is told of when the review is submitted."""
    now, pull = world.clock(), review.pull
    comment = ReviewComment(
        world.next_id(),
        pull,
        review.user,
        remark.body,
        remark.path,
        commit_sha,
        commit_sha,
        remark.place.diff_hunk if remark.place else "",
        now,
        now,
        review,
        world.app_of(review.user),
        line=remark.line,
        side=remark.side,
        start_line=remark.start_line,
        start_side=remark.start_side,
        position=remark.place.position if remark.place else None,
        subject_type="line" if remark.line is not None else "file",
    )
    pull.review_comments.append(comment)
    pull.repo.review_comments[comment.id] = comment
    return comment


def dismiss(world: World, review: Review, *, message: str, by: User) -> None:
    """Takes the weight from a review, for a reason."""
    before, review.state, review.updated_at = review.state.lower(), "DISMISSED", world.clock()
    shown = {"state": before, "review_id": review.id, "dismissal_message": message}
    conversation.note(world, review.pull.issue, "review_dismissed", by=by, dismissed_review=shown)
    tell(world, review, "dismissed", by=by)


def tell(world: World, review: Review, action: str, *, by: User, **parts: Any) -> None:  # noqa: ANN401 - JSON
    """Sends `pull_request_review`."""
    hooks.emit(
        world,
        "pull_request_review",
        action,
        sender=by,
        repo=review.pull.repo,
        review=shapes.review_in_webhook(world, review),
        pull_request=shapes.simple_pull_request(world, review.pull),
        **parts,
    )


def tell_comment(world: World, comment: ReviewComment, action: str, *, by: User, **parts: Any) -> None:  # noqa: ANN401 - JSON
    """Sends `pull_request_review_comment`."""
    hooks.emit(
        world,
        "pull_request_review_comment",
        action,
        sender=by,
        repo=comment.pull.repo,
        comment=shapes.review_comment(world, comment),
        pull_request=shapes.simple_pull_request(world, comment.pull),
        **parts,
    )
