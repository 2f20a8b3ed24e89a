"""Which deliveries concern us, whose run they belong to, and what they ask for."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Literal, assert_never, get_args

from handlers import comments, markers, own, reviews, spoken
from handlers import events as ev
from handlers import incoming as i
from handlers import incoming_checks as k
from handlers.commands import BY_VERB
from handlers.fields import text_at
from policies import commands as c
from policies.branches import read_branch
from policies.people import Person
from policies.run import RunKey

Short = Literal["threads", "always", "never"]

TRIGGER = "signalbox"
UNIT = "signalbox/unit"
# The check that this App itself reports; its end is no news.
GATES_CHECK = "signalbox/gates"

_OURS = re.compile(r"signalbox(?:/[a-z-]+)?", re.ASCII)

ROUTES: Mapping[tuple[str, str], Callable[[ev.Payload], ev.Event | None]] = MappingProxyType(
    {
        ("issues", "labeled"): i.labeled,
        ("issues", "edited"): i.issue_edited,
        ("issues", "closed"): i.issue_closed,
        ("issues", "assigned"): i.issue_assigned,
        ("issues", "unassigned"): i.issue_assigned,
        ("issue_comment", "created"): i.comment_created,
        ("issue_comment", "edited"): i.comment_edited,
        ("issue_comment", "deleted"): i.comment_deleted,
        ("pull_request", "closed"): i.pull_request_closed,
        ("pull_request", "synchronize"): i.pull_request_moved,
        ("pull_request", "ready_for_review"): i.pull_request_moved,
        ("pull_request", "labeled"): i.pull_request_moved,
        ("pull_request", "unlabeled"): i.pull_request_moved,
        ("pull_request", "dequeued"): i.pull_request_moved,
        ("pull_request_review", "submitted"): i.review_submitted,
        ("pull_request_review_comment", "created"): i.line_commented,
        ("check_run", "completed"): k.check_run_completed,
        ("check_suite", "completed"): k.check_suite_completed,
        ("workflow_run", "completed"): k.workflow_run_completed,
        ("status", ""): k.status,
        ("merge_group", "checks_requested"): k.merge_group_formed,
        ("push", ""): i.pushed,
        # What the App tells itself. The web server accepts none of these names from outside.
        ("agent_replied", ""): partial(i.own, "agent_replied"),
        ("over_budget", ""): partial(i.own, "over_budget"),
        ("paid", ""): partial(i.own, "paid"),
        ("synced", ""): partial(i.own, "synced"),
        ("wrote", ""): partial(i.own, "wrote"),
        ("write_failed", ""): partial(i.own, "write_failed"),
        ("checks", ""): partial(i.own, "checks"),
        ("kept", ""): partial(i.own, "kept"),
        ("prd_edited", ""): partial(i.own, "prd_edited"),
        ("pushed", ""): partial(i.own, "pushed"),
        ("quiet", ""): partial(i.own, "quiet"),
        ("room", ""): partial(i.own, "room"),
        ("stuck", ""): partial(i.own, "stuck"),
        ("wake", ""): partial(i.own, "wake"),
    }
)
OWN_EVENTS: frozenset[str] = frozenset(get_args(ev.OwnKind))


def event_of(event: str, payload: ev.Payload) -> ev.Event | None:
    """The typed event of a delivery, or None when it is none of ours to read."""
    action = payload.get("action")
    reader = ROUTES.get(
        (event, action if isinstance(action, str) and event not in OWN_EVENTS | {"status"} else "")
    )
    return reader(payload) if reader else None


def run_key(
    event: str, payload: ev.Payload, *, trigger_label: str = TRIGGER, short: Short = "threads"
) -> str | None:
    """`owner/name#12` of the run a delivery belongs to, or None when it concerns no run; quick, for the web server.

    With `short="always"` a bare `/approve` counts on every thread of the repository. With `short="never"` one on our own is
    of interest once it is edited or deleted: it may have counted before.
    """
    # Most of what people write is talk, so the words of a fresh comment are looked at before the rest of the payload.
    fresh = event == "issue_comment" and payload.get("action") == "created"
    if fresh and not comments.may_be_for_us(text_at(payload, "comment", "body")):
        return None
    happened = event_of(event, payload)
    match happened:
        case None:
            return None
        case ev.Labeled():
            wanted = happened.label.casefold() == trigger_label.casefold()
            return _key(happened.thread, None) if wanted else None
        case ev.CommentCreated() | ev.CommentEdited() | ev.CommentOverwritten() | ev.CommentDeleted():
            new = isinstance(happened, ev.CommentCreated)
            shorts = _short_verbs(happened.thread, "threads" if short == "never" and not new else short)
            texts = (happened.comment.body, happened.comment.before)
            if not any(comments.may_hold_command(text, short=bool(shorts)) for text in texts):
                nod = new and comments.is_nod(happened.comment.body)
                if not nod or not shorts or not is_ours(happened.thread, trigger_label=trigger_label):
                    return None
            return _key(happened.thread, _marker(happened.thread, trigger_label))
        case ev.BotCommentEdited():
            told = spoken.told_before(happened) is not None
            return _key(happened.thread, markers.read(happened.comment.before)) if told else None
        case ev.IssueEdited(thread=thread):
            return _key(thread, None) if _is_intake(thread, trigger_label) else None
        case ev.IssueClosed(thread=thread) | ev.IssueAssigned(thread=thread):
            marker = markers.read(thread.body)
            return _key(thread, marker) if marker and marker.run and marker.kind == "unit" else None
        case ev.PullRequestClosed() | ev.PullRequestMoved() | ev.ReviewSubmitted():
            return _pull_request_key(happened)
        case ev.ChecksFinished():
            return _checks_key(happened)
        case ev.DefaultBranchPushed() | ev.MergeGroupFormed():
            # It concerns no run yet; a push is told to those it does by an event of our own, a group is answered for all.
            return f"{happened.repository}#0"
        case ev.OwnEvent():
            return happened.run
        case _:
            assert_never(happened)


def commands(  # noqa: PLR0913 - how a repository wants its people read, each named by the caller
    event: str,
    payload: ev.Payload,
    *,
    delivery: str,
    trigger_label: str = TRIGGER,
    short: Short = "threads",
    taken: Collection[str] = (),
) -> tuple[tuple[str, c.Command], ...]:
    """What a delivery asks for: each command with the cause that makes it count once, however often it comes.

    `taken` are verbs that another bot in the repository listens to: on our threads their short forms are not ours.
    """
    happened = event_of(event, payload)
    match happened:
        case None:
            return ()
        case ev.Labeled(by=by, label=label):
            return ((delivery, c.Start(by)),) if label.casefold() == trigger_label.casefold() else ()
        case ev.CommentCreated():
            return spoken.spoken(happened, _short_verbs(happened.thread, short, taken))
        case ev.CommentEdited():
            shorts = _short_verbs(happened.thread, short, taken)
            said = comments.may_hold_command(happened.comment.before, short=bool(shorts))
            taken_back = ((delivery, c.CommentChanged(happened.comment.id, deleted=False)),) if said else ()
            return taken_back + spoken.edited(happened, shorts)
        case ev.CommentOverwritten():
            return ((delivery, c.CommentChanged(happened.comment.id, deleted=False)),)
        case ev.CommentDeleted():
            return ((delivery, c.CommentChanged(happened.comment.id, deleted=True)),)
        case ev.BotCommentEdited():
            return spoken.ticked(happened)
        case ev.IssueEdited(by=by):
            return ((delivery, c.PrdEdited(by)),)
        case ev.IssueClosed(thread=thread, by=by, completed=completed):
            return ((delivery, c.UnitIssueClosed(thread.number, by, completed)),)
        case ev.IssueAssigned(thread=thread, by=by):
            return ((delivery, c.UnitAssigned(thread.number, by)),)
        case ev.PullRequestMoved():
            return ((delivery, _moved(happened)),)
        case ev.PullRequestClosed():
            return ((delivery, _closed(happened)),)
        case ev.ReviewSubmitted():
            return reviews.asked(happened)
        case ev.ChecksFinished():
            return ((delivery, _reported(happened)),)
        case ev.DefaultBranchPushed() | ev.MergeGroupFormed():
            return ()
        case ev.OwnEvent():
            return tuple((delivery, command) for command in own.asked(happened))
        case _:
            assert_never(happened)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whose words a delivery brings, when they were said, and what they are counted as: a review once, with all its lines."""

    by: Person
    at: str
    once: str = ""


def spoken_by(event: str, payload: ev.Payload) -> Spoken | None:
    """The person whose words these are; None for what nobody says."""
    match event_of(event, payload):
        case ev.CommentCreated(by=by, comment=comment) | ev.CommentEdited(by=by, comment=comment):
            return Spoken(by, comment.at)
        case ev.ReviewSubmitted(by=by, at=at, review_id=review_id):
            return Spoken(by, at, reviews.cause(review_id))
        case _:
            return None


def review_of(event: str, payload: ev.Payload) -> ev.ReviewSubmitted | None:
    """The review this delivery is about, whose comments on lines are read before it counts."""
    happened = event_of(event, payload)
    return happened if isinstance(happened, ev.ReviewSubmitted) else None


def edited_by(event: str, payload: ev.Payload) -> Person | None:
    """Whoever edited the text of an issue, as GitHub tells it; an edit that we put off before is none."""
    happened = event_of(event, payload)
    return happened.by if isinstance(happened, ev.IssueEdited) else None


@dataclass(frozen=True, slots=True)
class Touched:
    """A comment that a person has edited and that is ours by its marker: where it stands, and the entry it told of."""

    thread: int
    comment_id: int
    seq: int


def touched(event: str, payload: ev.Payload) -> Touched | None:
    """The comment of ours that this delivery tells a person has edited."""
    happened = event_of(event, payload)
    if not isinstance(happened, ev.BotCommentEdited):
        return None
    seq = spoken.told_before(happened)
    return None if seq is None else Touched(happened.thread.number, happened.comment.id, seq)


def is_ours(thread: ev.Thread, *, trigger_label: str = TRIGGER) -> bool:
    """Whether this issue or pull request belongs to a run, as far as its text and labels tell."""
    return markers.read(thread.body) is not None or _labeled_ours(thread, trigger_label)


def _labeled_ours(thread: ev.Thread, trigger_label: str) -> bool:
    return any(
        _OURS.fullmatch(label) or label.casefold() == trigger_label.casefold() for label in thread.labels
    )


def _is_intake(thread: ev.Thread, trigger_label: str) -> bool:
    """Whether it has a label of a run's own issue; who can write the text of an issue may still not label it."""
    return any(
        (_OURS.fullmatch(label) and label != UNIT) or label.casefold() == trigger_label.casefold()
        for label in thread.labels
    )


def _marker(thread: ev.Thread, trigger_label: str) -> markers.Marker | None:
    """What the text says the thread belongs to; a run's own issue belongs to that run, whatever its author writes in it."""
    return None if _is_intake(thread, trigger_label) else markers.read(thread.body)


def _short_verbs(thread: ev.Thread, short: Short, taken: Collection[str] = ()) -> tuple[str, ...]:
    if short == "always":
        return tuple(BY_VERB)
    on = short == "threads" and is_ours(thread)
    return tuple(verb for verb in BY_VERB if verb not in taken) if on else ()


def _key(thread: ev.Thread, marker: markers.Marker | None) -> str:
    issue = marker.run if marker and marker.run else thread.number
    return str(RunKey(thread.repository, issue))


def _pull_request_key(
    happened: ev.PullRequestClosed | ev.PullRequestMoved | ev.ReviewSubmitted,
) -> str | None:
    marker = markers.read(happened.thread.body)
    issue = marker.run if marker else None
    if issue is None and not isinstance(happened, ev.ReviewSubmitted):
        issue = read_branch(happened.branch)
    return str(RunKey(happened.thread.repository, issue)) if issue else None


def _checks_key(happened: ev.ChecksFinished) -> str | None:
    if happened.name == GATES_CHECK:
        return None
    issue = next((n for branch in happened.branches if (n := read_branch(branch))), None)
    return str(RunKey(happened.repository, issue)) if issue else None


def _closed(happened: ev.PullRequestClosed) -> c.PullRequestClosed:
    return c.PullRequestClosed(
        happened.thread.number, happened.merged, happened.merge_sha, happened.head_sha, happened.by
    )


def _moved(happened: ev.PullRequestMoved) -> c.WorkCommand:
    """A look at the pull request as it is now; one that a queue gave back is told first."""
    number = happened.thread.number
    if happened.left_queue:
        reason = f"its merge queue gave it back ({happened.left_queue.lower().replace('_', ' ')})"[:200]
        return c.PullRequestKept(number, "unmerged", reason)
    return c.ChecksReported(number, happened.head_sha, "pending", "the pull request changed")


def _reported(happened: ev.ChecksFinished) -> c.ChecksReported:
    """What this one report tells: red when it failed. Green is for whoever has read all the checks of the head."""
    summary = f"{happened.name} {'failed' if happened.red else 'passed'}"
    return c.ChecksReported(
        happened.pull_request, happened.head_sha, "red" if happened.red else "pending", summary
    )
