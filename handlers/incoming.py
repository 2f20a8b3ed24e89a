"""From GitHub's payloads to typed events; the only file where payload dictionaries live.

What an event lacks or holds in another shape makes it no event: None, never an exception. The shapes are GitHub's:
https://docs.github.com/en/webhooks/webhook-events-and-payloads
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime

from handlers.events import (
    BotCommentEdited,
    ChecksFinished,
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
from policies.people import Person

_REPOSITORY = re.compile(r"[A-Za-z0-9_-]{1,39}/[A-Za-z0-9._-]{1,100}")
_SHA = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BELONGS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})
# GitHub stamps a review and its comments one after the other; what is changed later than that is an edit.
_SOON = 10.0
_RED = frozenset(
    {"failure", "timed_out", "cancelled", "action_required", "startup_failure", "stale", "error"}
)


def body_sha256(body: str) -> str:
    """The digest by which a comment's text is recognised later, whatever a payload may hold."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def labeled(payload: Payload) -> Labeled | None:
    """`issues.labeled`: the one who labels counts, not the one who opened the issue."""
    thread, by = _thread(payload, "issue"), _person(payload)
    label = _text(payload, "label", "name")
    return Labeled(thread, label, by) if thread and by and label else None


def comment_created(payload: Payload) -> CommentCreated | None:
    """`issue_comment.created`, when a person wrote it with their own hands."""
    thread, comment, by = _thread(payload, "issue"), _comment(payload), _commenter(payload)
    return CommentCreated(thread, comment, by) if thread and comment and by else None


def comment_edited(payload: Payload) -> CommentEdited | CommentOverwritten | BotCommentEdited | None:
    """`issue_comment.edited`, when the text changed: by its author, by another hand, or in what an App wrote."""
    thread, comment, by = _thread(payload, "issue"), _comment(payload), _person(payload)
    if not thread or not comment or not isinstance(_at(payload, "changes", "body", "from"), str):
        return None
    if by and _commenter(payload) is not None:
        return CommentEdited(thread, comment, by)
    if _text(payload, "comment", "user", "type") != "Bot":
        return CommentOverwritten(thread, comment)
    by_app = _at(payload, "comment", "performed_via_github_app") is not None
    return BotCommentEdited(thread, comment, by) if by and by_app else None


def comment_deleted(payload: Payload) -> CommentDeleted | None:
    """`issue_comment.deleted`."""
    thread, comment = _thread(payload, "issue"), _comment(payload)
    return CommentDeleted(thread, comment) if thread and comment else None


def issue_edited(payload: Payload) -> IssueEdited | None:
    """`issues.edited`, when it is the text that changed; a new title changes nothing."""
    thread, by = _thread(payload, "issue"), _account(payload, "sender")
    if not thread or not by or _at(payload, "changes", "body") is None:
        return None
    return IssueEdited(thread, by)


def issue_closed(payload: Payload) -> IssueClosed | None:
    """`issues.closed` by a person; a bot that tidies up decides nothing."""
    thread, by = _thread(payload, "issue"), _person(payload)
    completed = _text(payload, "issue", "state_reason") == "completed"
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
        _text(payload, "pull_request", "head", "repo", "full_name").casefold() == thread.repository.casefold()
    )
    return PullRequestClosed(
        thread,
        branch=_text(payload, "pull_request", "head", "ref") if same else "",
        merged=_at(payload, "pull_request", "merged") is True,
        merge_sha=_text(payload, "pull_request", "merge_commit_sha"),
        head_sha=_text(payload, "pull_request", "head", "sha"),
        by=by,
    )


def pull_request_moved(payload: Payload) -> PullRequestMoved | None:
    """`pull_request.synchronize` and the like, when the head is a branch of this very repository."""
    closed = pull_request_closed(payload)
    if closed is None or not closed.branch or not _SHA.fullmatch(closed.head_sha):
        return None
    return PullRequestMoved(closed.thread, closed.branch, closed.head_sha, _text(payload, "reason"))


def review_submitted(payload: Payload) -> ReviewSubmitted | None:
    """`pull_request_review.submitted` by a person: the sender must be the reviewer."""
    return _reviewed(payload, _number(payload, "review", "id"), author=_at(payload, "review", "user"))


def line_commented(payload: Payload) -> ReviewSubmitted | None:
    """`pull_request_review_comment.created` by a person: on GitHub, a comment on a line always is part of a review.

    What the review says is not in this payload, so its state is empty until it has been read.
    """
    review_id = _number(payload, "comment", "pull_request_review_id")
    return _reviewed(payload, review_id, author=_at(payload, "comment", "user"))


def check_run_completed(payload: Payload) -> ChecksFinished | None:
    """`check_run.completed`."""
    run = _at(payload, "check_run")
    branch = _text(run, "check_suite", "head_branch")
    return _checks(payload, run, name=_text(run, "name"), branches=(branch,))


def check_suite_completed(payload: Payload) -> ChecksFinished | None:
    """`check_suite.completed`."""
    suite = _at(payload, "check_suite")
    return _checks(payload, suite, name=_text(suite, "app", "slug"), branches=(_text(suite, "head_branch"),))


def status(payload: Payload) -> ChecksFinished | None:
    """`status`, the older way to report on a commit; a pending one has not ended and is no event."""
    state, branches, sha = _text(payload, "state"), _at(payload, "branches"), _text(payload, "sha")
    repository = _repository(payload)
    if state == "pending" or not isinstance(branches, list) or repository is None or not _SHA.fullmatch(sha):
        return None
    names = tuple(_text(each, "name") for each in branches)
    return ChecksFinished(repository, _text(payload, "context"), names, 0, sha, red=state in _RED)


def pushed(payload: Payload) -> DefaultBranchPushed | None:
    """`push` to the default branch that leaves a commit there. https://docs.github.com/en/webhooks/webhook-events-and-payloads#push."""
    repository, branch = _repository(payload), _text(payload, "repository", "default_branch")
    after, by = _text(payload, "after"), _number(payload, "sender", "id")
    stays = _SHA.fullmatch(after) is not None and set(after) != {"0"}
    if (
        repository is None
        or not branch
        or not by
        or not stays
        or _text(payload, "ref") != f"refs/heads/{branch}"
    ):
        return None
    return DefaultBranchPushed(repository)


def own(kind: OwnKind, payload: Payload) -> OwnEvent | None:
    """An event the App made for itself."""
    run = payload.get("run")
    if not isinstance(run, str) or not re.fullmatch(rf"{_REPOSITORY.pattern}#[1-9][0-9]*", run):
        return None
    return OwnEvent(kind, run, {key: value for key, value in payload.items() if key not in {"run", "place"}})


def _reviewed(payload: Payload, review_id: int, *, author: object) -> ReviewSubmitted | None:
    """The review, with its comments on lines where they have been read beside it as `line_comments`.

    An answer in the thread of a line is talk between people and no part of it.
    """
    thread, by, at = (
        _thread(payload, "pull_request"),
        _person(payload),
        _text(payload, "review", "submitted_at"),
    )
    if not thread or not by or not review_id or _number(author, "id") != by.id:
        return None
    read = _at(payload, "line_comments")
    lines = [
        each
        for each in (read if isinstance(read, list) else ())
        if _number(each, "user", "id") == by.id and not _number(each, "in_reply_to_id")
    ]
    return ReviewSubmitted(
        thread,
        review_id=review_id,
        state=_text(payload, "review", "state").lower(),
        body=_text(payload, "review", "body"),
        at=at,
        by=by,
        head_sha=_text(payload, "pull_request", "head", "sha"),
        lines=tuple(
            LineComment(
                path=_text(each, "path"),
                line=_number(each, "line") or _number(each, "original_line"),
                quoted=_text(each, "diff_hunk").rpartition("\n")[2][1:],
                body=_text(each, "body"),
            )
            for each in lines
        ),
        edited=any(_seconds(_text(each, "updated_at"), after=at) > _SOON for each in lines),
    )


def _seconds(then: str, *, after: str) -> float:
    try:
        return (datetime.fromisoformat(then) - datetime.fromisoformat(after)).total_seconds()
    except (ValueError, TypeError):
        return 0.0


def _checks(
    payload: Payload, found: object, *, name: str, branches: tuple[str, ...]
) -> ChecksFinished | None:
    repository, head_sha = _repository(payload), _text(found, "head_sha")
    if repository is None or not _SHA.fullmatch(head_sha):
        return None
    pulls = _at(found, "pull_requests")
    first = pulls[0] if isinstance(pulls, list) and pulls else None
    red = _text(found, "conclusion") in _RED
    return ChecksFinished(repository, name, branches, _number(first, "number"), head_sha, red=red)


def _thread(payload: Payload, key: str) -> Thread | None:
    repository, number = _repository(payload), _number(payload, key, "number")
    if repository is None or not number:
        return None
    labels = _at(payload, key, "labels")
    names = tuple(_text(label, "name") for label in labels) if isinstance(labels, list) else ()
    return Thread(repository, number, _text(payload, key, "body"), names)


def _comment(payload: Payload) -> Comment | None:
    comment_id = _number(payload, "comment", "id")
    if not comment_id:
        return None
    return Comment(
        comment_id,
        body=_text(payload, "comment", "body"),
        at=_text(payload, "comment", "updated_at") or _text(payload, "comment", "created_at"),
        before=_text(payload, "changes", "body", "from"),
    )


def belongs(payload: Payload, *, issue: int) -> bool:
    """Whether GitHub says that whoever speaks belongs to the repository, or opened this issue: a hint, and no right.

    https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
    """
    said = "review" if "review" in payload else "comment"
    if _text(payload, said, "author_association") in _BELONGS:
        return True
    opened = _number(payload, "issue", "user", "id") if _number(payload, "issue", "number") == issue else 0
    return bool(opened) and opened == _number(payload, "sender", "id")


def _commenter(payload: Payload) -> Person | None:
    """The author, when a person wrote or edited the comment as themselves and not through an App."""
    person = _person(payload)
    if person is None or _number(payload, "comment", "user", "id") != person.id:
        return None
    if _at(payload, "comment", "performed_via_github_app") is not None:
        return None
    return person


def _person(payload: Payload) -> Person | None:
    """The sender, when GitHub says it is a person."""
    return _account(payload, "sender") if _text(payload, "sender", "type") == "User" else None


def _account(payload: Payload, key: str) -> Person | None:
    number, login = _number(payload, key, "id"), _text(payload, key, "login")
    return Person(id=number, login=login) if number and login else None


def _repository(payload: Payload) -> str | None:
    name = _text(payload, "repository", "full_name")
    return name if _REPOSITORY.fullmatch(name) else None


def _at(value: object, *path: str) -> object:
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _text(value: object, *path: str) -> str:
    found = _at(value, *path)
    return found if isinstance(found, str) else ""


def _number(value: object, *path: str) -> int:
    found = _at(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 0
