"""Reviews of pull requests and the comments on their lines.

https://docs.github.com/rest/pulls/reviews and https://docs.github.com/rest/pulls/comments
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox import respond, reviews
from sandbox.accounts import ROLES
from sandbox.api import threads
from sandbox.api.pulls import CHANGE, PULL, PULLS, READ, WRITE, pull_in_path
from sandbox.dispatch import Context, Route
from sandbox.reviews import Remark
from sandbox.shapes import pulls as shapes

if TYPE_CHECKING:
    from sandbox.records import PullRequest, Review, ReviewComment
    from sandbox.respond import Reply

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}
SIDES = ("LEFT", "RIGHT")
UNPROCESSABLE = "Unprocessable Entity"
OWN = {"APPROVE": "approve", "REQUEST_CHANGES": "request changes on"}
REVIEW = PULL + "/reviews/{review_id:int}"
COMMENT = PULLS + "/comments/{comment_id:int}"


def list_reviews(ctx: Context) -> Reply:
    """The reviews in order; a pending one is shown to its author alone."""
    seen = [r for r in pull_in_path(ctx).reviews if r.state != "PENDING" or r.user is ctx.caller.user]
    return respond.page(ctx, seen, lambda review: shapes.review(ctx.world, review))


def create_review(ctx: Context) -> Reply:
    """A review with its line comments; without `event` it stays pending."""
    pull, event = pull_in_path(ctx), ctx.body.get("event")
    body = str(ctx.body.get("body") or "")
    commit = str(ctx.body.get("commit_id") or pull.head_sha)
    if ctx.repo.git.kind(commit) != "commit":
        respond.refuse(422, UNPROCESSABLE, errors=["The commit_id is not part of the pull request"])
    if event is not None:
        _check_event(ctx, pull, event, body=body, comments=bool(ctx.body.get("comments")))
    elif any(r.state == "PENDING" and r.user is ctx.actor for r in pull.reviews):
        respond.refuse(422, UNPROCESSABLE, errors=["User can only have one pending review per pull request"])
    remarks = [_good_remark(pull, given) for given in ctx.body.get("comments") or []]
    review = reviews.start(ctx.world, pull, by=ctx.actor, body=body, commit_sha=commit)
    for remark in remarks:
        reviews.comment_on(ctx.world, review, remark, commit_sha=commit)
    if event is not None:
        reviews.submit(ctx.world, review, state=STATES[event])
    return respond.json(200, shapes.review(ctx.world, review))


def get_review(ctx: Context) -> Reply:
    """One review."""
    return respond.json(200, shapes.review(ctx.world, _review(ctx)))


def update_review(ctx: Context) -> Reply:
    """Changes the text of one's own review."""
    review = _review(ctx)
    if review.user is not ctx.actor:
        respond.refuse(403, "Resource not accessible by integration" if ctx.installation else "Forbidden")
    before, review.body = review.body, _words(ctx, "body")
    review.updated_at = ctx.world.clock()
    if review.state != "PENDING":
        reviews.tell(ctx.world, review, "edited", by=ctx.actor, changes={"body": {"from": before}})
    return respond.json(200, shapes.review(ctx.world, review))


def delete_review(ctx: Context) -> Reply:
    """Throws one's own pending review away."""
    review = _review(ctx)
    if review.state != "PENDING" or review.user is not ctx.actor:
        respond.refuse(422, UNPROCESSABLE, errors=["Can not delete a non-pending pull request review"])
    shown = shapes.review(ctx.world, review)
    pull = review.pull
    pull.reviews.remove(review)
    for comment in [comment for comment in pull.review_comments if comment.review is review]:
        _forget(comment)
    return respond.json(200, shown)


def submit_review(ctx: Context) -> Reply:
    """Submits a pending review."""
    review, event = _review(ctx), _words(ctx, "event")
    if review.state != "PENDING" or review.user is not ctx.actor:
        respond.refuse(422, UNPROCESSABLE, errors=["Can not submit a review that is not pending"])
    review.body = str(ctx.body.get("body") or review.body)
    _check_event(ctx, review.pull, event, body=review.body, comments=True)
    reviews.submit(ctx.world, review, state=STATES[event])
    return respond.json(200, shapes.review(ctx.world, review))


def dismiss_review(ctx: Context) -> Reply:
    """Dismisses an approval or a request for changes."""
    review, message = _review(ctx), _words(ctx, "message")
    if review.state not in {"APPROVED", "CHANGES_REQUESTED"}:
        text = f"Can not dismiss a {review.state.lower()} pull request review"
        respond.refuse(422, UNPROCESSABLE, errors=[text])
    reviews.dismiss(ctx.world, review, message=message, by=ctx.actor)
    return respond.json(200, shapes.review(ctx.world, review))


def comments_of_review(ctx: Context) -> Reply:
    """The line comments of one review."""
    review = _review(ctx)
    found = [comment for comment in review.pull.review_comments if comment.review is review]
    return respond.page(ctx, found, lambda comment: shapes.review_comment(ctx.world, comment))


def list_comments(ctx: Context) -> Reply:
    """The line comments of one pull request."""
    found = [c for c in pull_in_path(ctx).review_comments if c.review is None or c.review.state != "PENDING"]
    return respond.page(ctx, found, lambda comment: shapes.review_comment(ctx.world, comment))


def list_comments_of_repo(ctx: Context) -> Reply:
    """The line comments of all pull requests."""
    found = [c for c in ctx.repo.review_comments.values() if c.review is None or c.review.state != "PENDING"]
    return respond.page(ctx, found, lambda comment: shapes.review_comment(ctx.world, comment))


def create_comment(ctx: Context) -> Reply:
    """A comment on a line by itself, which makes a review of its own."""
    pull = pull_in_path(ctx)
    if ctx.body.get("in_reply_to") is not None:
        return _reply(ctx, pull, int(ctx.body["in_reply_to"]))
    remark = _remark(pull, ctx.body)
    if isinstance(remark, str):
        respond.invalid("PullRequestReviewComment", "pull_request_review_thread", "custom", message=remark)
    commit = ctx.text("commit_id", resource="PullRequestReviewComment")
    review = reviews.start(ctx.world, pull, by=ctx.actor, body="", commit_sha=commit)
    comment = reviews.comment_on(ctx.world, review, remark, commit_sha=commit)
    reviews.submit(ctx.world, review, state="COMMENTED")
    shown = shapes.review_comment(ctx.world, comment)
    return respond.json(201, shown, headers={"Location": shown["url"]})


def create_reply(ctx: Context) -> Reply:
    """An answer in the thread of a line comment."""
    return _reply(ctx, pull_in_path(ctx), int(ctx.params["comment_id"]))


def get_comment(ctx: Context) -> Reply:
    """One line comment."""
    return respond.json(200, shapes.review_comment(ctx.world, _comment(ctx)))


def update_comment(ctx: Context) -> Reply:
    """Changes a line comment."""
    comment = _comment(ctx)
    if comment.user is not ctx.actor:
        threads.need_role(ctx, "write")
    before, comment.body = comment.body, ctx.text("body", resource="PullRequestReviewComment")
    comment.updated_at = ctx.world.clock()
    reviews.tell_comment(ctx.world, comment, "edited", by=ctx.actor, changes={"body": {"from": before}})
    return respond.json(200, shapes.review_comment(ctx.world, comment))


def delete_comment(ctx: Context) -> Reply:
    """Removes a line comment."""
    comment = _comment(ctx)
    if comment.user is not ctx.actor:
        threads.need_role(ctx, "write")
    _forget(comment)
    reviews.tell_comment(ctx.world, comment, "deleted", by=ctx.actor)
    return respond.nothing()


def _review(ctx: Context) -> Review:
    wanted = int(ctx.params["review_id"])
    found = next((review for review in pull_in_path(ctx).reviews if review.id == wanted), None)
    if found is None or (found.state == "PENDING" and found.user is not ctx.caller.user):
        respond.not_found()
    return found


def _comment(ctx: Context) -> ReviewComment:
    found = ctx.repo.review_comments.get(int(ctx.params["comment_id"]))
    if found is None:
        respond.not_found()
    return found


def _check_event(ctx: Context, pull: PullRequest, event: str, *, body: str, comments: bool) -> None:
    """Who may say what: nobody approves their own pull request, and a no needs words."""
    if event not in STATES:
        respond.refuse(422, UNPROCESSABLE, errors=["event is APPROVE, REQUEST_CHANGES or COMMENT"])
    if pull.issue.user is ctx.actor and event in OWN:
        respond.refuse(422, UNPROCESSABLE, errors=[f"Can not {OWN[event]} your own pull request"])
    if event != "APPROVE" and not body and not (event == "COMMENT" and comments):
        respond.refuse(422, UNPROCESSABLE, errors=["Review body can not be blank"])
    if ROLES.index(ctx.world.role(ctx.repo, ctx.actor)) < ROLES.index("read") and ctx.installation is None:
        respond.not_found()


def _good_remark(pull: PullRequest, given: dict[str, Any]) -> Remark:
    """A comment of a review; 422 when it cannot be made."""
    remark = _remark(pull, given)
    if isinstance(remark, str):
        respond.refuse(422, UNPROCESSABLE, errors=[remark])
    return remark


def _remark(pull: PullRequest, given: dict[str, Any]) -> Remark | str:
    """A comment as it was sent, with the place it has in the diff; or why it has none."""
    path, body, side = given.get("path") or "", given.get("body") or "", given.get("side") or "RIGHT"
    start_side = given.get("start_side") or side
    if not body.strip():
        return "body can't be blank"
    if side not in SIDES or start_side not in SIDES:
        return "side is LEFT or RIGHT"
    change = next((change for change in shapes.pull_changes(pull) if change.path == path), None)
    if change is None:
        return "pull_request_review_thread.path is invalid"
    if given.get("subject_type") == "file":
        return Remark(path, body)
    line = given.get("line")
    if line is None and given.get("position") is not None:
        line, side = reviews.line_at(change.patch, position=given["position"]) or (None, side)
    place = reviews.find(change.patch, line=line, side=side) if line is not None else None
    if line is None or place is None:
        return "pull_request_review_thread.line must be part of the diff"
    first = given.get("start_line")
    return Remark(path, body, line, side, first, start_side if first else None, place)


def _words(ctx: Context, name: str) -> str:
    """A text that a review has to have; the errors of reviews are plain sentences."""
    text = ctx.body.get(name)
    if not isinstance(text, str) or not text.strip():
        respond.refuse(422, UNPROCESSABLE, errors=[f"{name} can't be blank"])
    return text


def _reply(ctx: Context, pull: PullRequest, to: int) -> Reply:
    first = ctx.repo.review_comments.get(to)
    if first is None or first.pull is not pull:
        respond.not_found()
    first = first.in_reply_to or first
    review = reviews.start(ctx.world, pull, by=ctx.actor, body="", commit_sha=pull.head_sha)
    remark = Remark(
        first.path,
        ctx.text("body", resource="PullRequestReviewComment"),
        first.line,
        first.side,
        place=reviews.Place(first.diff_hunk, first.position or 1),
    )
    comment = reviews.comment_on(ctx.world, review, remark, commit_sha=pull.head_sha)
    comment.in_reply_to = first
    reviews.submit(ctx.world, review, state="COMMENTED")
    return respond.json(201, shapes.review_comment(ctx.world, comment))


def _forget(comment: ReviewComment) -> None:
    comment.pull.review_comments.remove(comment)
    comment.pull.repo.review_comments.pop(comment.id, None)


REMARK = {
    **dict.fromkeys(("path", "body", "side", "start_side", "subject_type", "commit_id"), "text"),
    **dict.fromkeys(("line", "start_line", "position", "in_reply_to"), "number"),
}
WORDS = {"body": "text", "event": "text", "commit_id": "text", "message": "text", "comments": (REMARK,)}
ROUTES = (
    Route("GET", PULL + "/reviews", list_reviews, READ),
    Route("POST", PULL + "/reviews", create_review, CHANGE, WORDS),
    Route("GET", REVIEW, get_review, READ),
    Route("PUT", REVIEW, update_review, CHANGE, WORDS),
    Route("DELETE", REVIEW, delete_review, CHANGE),
    Route("POST", REVIEW + "/events", submit_review, CHANGE, WORDS),
    Route("PUT", REVIEW + "/dismissals", dismiss_review, WRITE, WORDS),
    Route("GET", REVIEW + "/comments", comments_of_review, READ),
    Route("GET", PULL + "/comments", list_comments, READ),
    Route("POST", PULL + "/comments", create_comment, CHANGE, REMARK),
    Route("POST", PULL + "/comments/{comment_id:int}/replies", create_reply, CHANGE, REMARK),
    Route("GET", PULLS + "/comments", list_comments_of_repo, READ),
    Route("GET", COMMENT, get_comment, READ),
    Route("PATCH", COMMENT, update_comment, CHANGE, REMARK),
    Route("DELETE", COMMENT, delete_comment, CHANGE),
)
