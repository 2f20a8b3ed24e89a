"""From GitHub's payloads to typed events, but for those about checks; payload dictionaries live nowhere above.

What an event lacks or holds in another shape makes it no event: None, never an exception. The shapes are GitHub's:
https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

import hashlib
import re
from datetime import datetime

from handlers.events import (
    BotCommentEdited,
    Comment,
    CommentCreated,
    CommentDeleted,
    CommentEdited,
    CommentOverwritten,
    DefaultBranchPushed,
    IssueAssigned,
    IssueClosed,
    IssueEdited,
    Labeled,
    LineComment,
    OwnEvent,
    OwnKind,
    Payload,
    PullRequestClosed,
    PullRequestMoved,
    ReviewSubmitted,
    Thread,
)
from handlers.fields import REPOSITORY, SHA, number_at, repository_of, text_at, value_at
from policies.people import Person

_BELONGS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
# GitHub stamps a review and its comments one after the other; what is changed later than that is an edit.
_SOON = 10.0


def body_sha256(body: str) -> str:
    """The digest by which a comment's text is recognised later, whatever a payload may hold."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def labeled(payload: Payload) -> Labeled | None:
    """`issues.labeled`: the one who labels counts, not the one who opened the issue."""
    thread, by = _thread(payload, "issue"), _person(payload)
    label = text_at(payload, "label", "name")
    return Labeled(thread, label, by) if thread and by and label else None


def comment_created(payload: Payload) -> CommentCreated | None:
    """`issue_comment.created`, when a person wrote it with their own hands."""
    thread, comment, by = _thread(payload, "issue"), _comment(payload), _commenter(payload)
    return CommentCreated(thread, comment, by) if thread and comment and by else None


def comment_edited(payload: Payload) -> CommentEdited | CommentOverwritten | BotCommentEdited | None:
    """`issue_comment.edited`, when the text changed: by its author, by another hand, or in what an App wrote."""
    thread, comment, by = _thread(payload, "issue"), _comment(payload), _person(payload)
    if not thread or not comment or not isinstance(value_at(payload, "changes", "body", "from"), str):
        return None
    if by and _commenter(payload) is not None:
        return CommentEdited(thread, comment, by)
    if text_at(payload, "comment", "user", "type") != "Bot":
        return CommentOverwritten(thread, comment)
    by_app = value_at(payload, "comment", "performed_via_github_app") is not None
    return BotCommentEdited(thread, comment, by) if by and by_app else None


def comment_deleted(payload: Payload) -> CommentDeleted | None:
    """`issue_comment.deleted`."""
    thread, comment = _thread(payload, "issue"), _comment(payload)
    return CommentDeleted(thread, comment) if thread and comment else None


def issue_edited(payload: Payload) -> IssueEdited | None:
    """`issues.edited`, when it is the text that changed; a new title changes nothing."""
    thread, by = _thread(payload, "issue"), _account(payload, "sender")
    if not thread or not by or value_at(payload, "changes", "body") is None:
        return None
    return IssueEdited(thread, by)


def issue_closed(payload: Payload) -> IssueClosed | None:
    """`issues.closed` by a person; a bot that tidies up decides nothing."""
    thread, by = _thread(payload, "issue"), _person(payload)
    completed = text_at(payload, "issue", "state_reason") == "completed"
    return IssueClosed(thread, completed, by) if thread and by else None


def issue_assigned(payload: Payload) -> IssueAssigned | None:
    """`issues.assigned` and `issues.unassigned` by a person; what a bot hands out takes nobody's work over."""
    thread, by = _thread(payload, "issue"), _person(payload)
    return IssueAssigned(thread, by) if thread and by else None


def pull_request_closed(payload: Payload) -> PullRequestClosed | None:
    """`pull_request.closed`; the head counts only when it is a branch of this very repository."""
    thread, by = _thread(payload, "pull_request"), _account(payload, "sender")
    if not thread or not by:
        return None
    same = (
        text_at(payload, "pull_request", "head", "repo", "full_name").casefold()
        == thread.repository.casefold()
    )
    return PullRequestClosed(
        thread,
        branch=text_at(payload, "pull_request", "head", "ref") if same else "",
        merged=value_at(payload, "pull_request", "merged") is True,
        merge_sha=text_at(payload, "pull_request", "merge_commit_sha"),
        head_sha=text_at(payload, "pull_request", "head", "sha"),
        by=by,
    )


def pull_request_moved(payload: Payload) -> PullRequestMoved | None:
    """`pull_request.synchronize` and the like, when the head is a branch of this very repository."""
    closed = pull_request_closed(payload)
    if closed is None or not closed.branch or not SHA.fullmatch(closed.head_sha):
        return None
    return PullRequestMoved(closed.thread, closed.branch, closed.head_sha, text_at(payload, "reason"))


def review_submitted(payload: Payload) -> ReviewSubmitted | None:
    """`pull_request_review.submitted` by a person: the sender must be the reviewer."""
    return _reviewed(payload, number_at(payload, "review", "id"), author=value_at(payload, "review", "user"))


def line_commented(payload: Payload) -> ReviewSubmitted | None:
    """`pull_request_review_comment.created` by a person: on GitHub, a comment on a line always is part of a review.

    What the review says is not in this payload, so its state is empty until it has been read.
    """
    review_id = number_at(payload, "comment", "pull_request_review_id")
    return _reviewed(payload, review_id, author=value_at(payload, "comment", "user"))


def pushed(payload: Payload) -> DefaultBranchPushed | None:
    """`push` to the default branch that leaves a commit there. https://docs.github.com/en/webhooks/webhook-events-and-payloads#push."""
    repository, branch = repository_of(payload), text_at(payload, "repository", "default_branch")
    after, by = text_at(payload, "after"), number_at(payload, "sender", "id")
    stays = SHA.fullmatch(after) is not None and set(after) != {"0"}
    if (
        repository is None
        or not branch
        or not by
        or not stays
        or text_at(payload, "ref") != f"refs/heads/{branch}"
    ):
        return None
    return DefaultBranchPushed(repository)


def own(kind: OwnKind, payload: Payload) -> OwnEvent | None:
    """An event the App made for itself."""
    run = payload.get("run")
    if not isinstance(run, str) or not re.fullmatch(rf"{REPOSITORY.pattern}#[1-9][0-9]*", run):
        return None
    return OwnEvent(kind, run, {key: value for key, value in payload.items() if key not in {"run", "place"}})


def _reviewed(payload: Payload, review_id: int, *, author: object) -> ReviewSubmitted | None:
    """The review, with its comments on lines where they have been read beside it as `line_comments`.

    An answer in the thread of a line is talk between people and no part of it.
    """
    thread, by = _thread(payload, "pull_request"), _person(payload)
    at = text_at(payload, "review", "submitted_at")
    if not thread or not by or not review_id or number_at(author, "id") != by.id:
        return None
    read = value_at(payload, "line_comments")
    lines = [
        each
        for each in (read if isinstance(read, list) else ())
        if number_at(each, "user", "id") == by.id and not number_at(each, "in_reply_to_id")
    ]
    return ReviewSubmitted(
        thread,
        review_id=review_id,
        state=text_at(payload, "review", "state").lower(),
        body=text_at(payload, "review", "body"),
        at=at,
        by=by,
        head_sha=text_at(payload, "pull_request", "head", "sha"),
        lines=tuple(
            LineComment(
                path=text_at(each, "path"),
                line=number_at(each, "line") or number_at(each, "original_line"),
                quoted=text_at(each, "diff_hunk").rpartition("\n")[2][1:],
                body=text_at(each, "body"),
            )
            for each in lines
        ),
        edited=any(_seconds(text_at(each, "updated_at"), after=at) > _SOON for each in lines),
        more_lines=value_at(payload, "more_lines") is True,
    )


def _seconds(then: str, *, after: str) -> float:
    try:
        return (datetime.fromisoformat(then) - datetime.fromisoformat(after)).total_seconds()
    except (ValueError, TypeError):
        return 0.0


def _thread(payload: Payload, key: str) -> Thread | None:
    repository, number = repository_of(payload), number_at(payload, key, "number")
    if repository is None or not number:
        return None
    labels = value_at(payload, key, "labels")
    names = tuple(text_at(label, "name") for label in labels) if isinstance(labels, list) else ()
    return Thread(repository, number, text_at(payload, key, "body"), names)


def _comment(payload: Payload) -> Comment | None:
    comment_id = number_at(payload, "comment", "id")
    if not comment_id:
        return None
    return Comment(
        comment_id,
        body=text_at(payload, "comment", "body"),
        at=text_at(payload, "comment", "updated_at") or text_at(payload, "comment", "created_at"),
        before=text_at(payload, "changes", "body", "from"),
        outside=_is_outside(payload),
    )


def _is_outside(payload: Payload) -> bool:
    """Whether whoever wrote the comment has no ties to the repository, which everybody can read, and did not open the issue."""
    association = text_at(payload, "comment", "author_association")
    opened = number_at(payload, "issue", "user", "id") == number_at(payload, "comment", "user", "id")
    public = value_at(payload, "repository", "private") is False
    return public and bool(association) and association not in _BELONGS and not opened


def belongs(payload: Payload, *, issue: int) -> bool:
    """Whether GitHub says that whoever speaks belongs to the repository, or opened this issue: a hint, and no right.

    https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
    """
    said = "review" if "review" in payload else "comment"
    if text_at(payload, said, "author_association") in _BELONGS:
        return True
    opened = (
        number_at(payload, "issue", "user", "id") if number_at(payload, "issue", "number") == issue else 0
    )
    return bool(opened) and opened == number_at(payload, "sender", "id")


def _commenter(payload: Payload) -> Person | None:
    """The author, when a person wrote or edited the comment as themselves and not through an App."""
    person = _person(payload)
    if person is None or number_at(payload, "comment", "user", "id") != person.id:
        return None
    if value_at(payload, "comment", "performed_via_github_app") is not None:
        return None
    return person


def _person(payload: Payload) -> Person | None:
    """The sender, when GitHub says it is a person."""
    return _account(payload, "sender") if text_at(payload, "sender", "type") == "User" else None


def _account(payload: Payload, key: str) -> Person | None:
    number, login = number_at(payload, key, "id"), text_at(payload, key, "login")
    return Person(id=number, login=login) if number and login else None
