"""What a review of one of our pull requests asks for: its words and its comments on lines are one wish.

GitHub tells a review twice over, by `pull_request_review` and by one `pull_request_review_comment` for each line; a single
comment on a line is a review as well. All of them have one cause, so that a review counts once and is answered once.
"""

import re

from handlers import comments, markers
from handlers import events as ev
from handlers import incoming as i
from handlers.commands import BY_VERB
from policies import commands as c

_QUOTED = 160
_REFINE = re.compile(r"/(?:(?:signalbox|sb)[ \t]+)?refine\b[ \t]*(?:plan\b)?[ \t]*", re.IGNORECASE | re.ASCII)

Asked = tuple[tuple[str, c.Command], ...]


def cause(review_id: int) -> str:
    """By what a review counts once, whatever delivery tells of it."""
    return f"review-{review_id}"


def counts(happened: ev.ReviewSubmitted) -> bool:
    """Whether the review can ask for something: one that requests changes, and on the plan also one that only comments.

    An approving review approves a merge, no write, and asks for nothing.
    """
    marker = markers.read(happened.thread.body)
    if marker is None or marker.run is None:
        return False
    return happened.state == "changes_requested" or (happened.state == "commented" and marker.unit is None)


def asked(happened: ev.ReviewSubmitted) -> Asked:
    """The one refinement a review is, or what is wrong with it; an approving one is a reason to look whether to merge."""
    marker = markers.read(happened.thread.body)
    if marker is not None and happened.state == "approved" and happened.head_sha:
        look = c.ChecksReported(happened.thread.number, happened.head_sha, "pending", "a review approves it")
        return ((f"approved-{happened.review_id}", look),)
    if marker is None or not counts(happened):
        return ()
    texts = [happened.body, *(line.body for line in happened.lines)]
    text = "\n\n".join(filter(None, (_plain(happened.body), *map(_quoting, happened.lines))))
    said = c.Said(
        happened.by,
        happened.review_id,
        i.body_sha256(text),
        happened.thread.number,
        happened.at,
        review=True,
    )
    problem = _problem(happened, texts, text)
    if problem is not None:
        return ((cause(happened.review_id), c.Misread(said, *problem)),)
    if not text:
        # An answer in somebody's thread is a review of its own, and asks for nothing.
        return ()
    return ((cause(happened.review_id), c.Refine(said, marker.unit or "plan", text)),)


def _problem(happened: ev.ReviewSubmitted, texts: list[str], text: str) -> tuple[str, str, str] | None:
    """Code, reason and remedy, when the review cannot be taken as a wish."""
    if happened.edited:
        return (
            "SB-102",
            "A comment on a line of this review was edited before I had read it.",
            "Say it in a new review, or with `/refine`.",
        )
    verbs = [line.verb for each in texts for line in comments.lines(each, short=BY_VERB)]
    if any(verb != "refine" for verb in verbs):
        return (
            "SB-113",
            "I read a review as a wish and not as a command.",
            "Write the command in a comment below the pull request, or in the run’s own issue.",
        )
    if happened.more_lines:
        return (
            "SB-118",
            "The review has a hundred comments on lines or more.",
            "Say it in several reviews, or with `/refine`.",
        )
    if len(text) > c.LONGEST_WISH:
        return (
            "SB-118",
            f"That is more than {c.LONGEST_WISH:,} characters at once.",
            "Say it in two reviews, or with `/refine`.",
        )
    if not text and happened.state == "changes_requested":
        return (
            "SB-118",
            "The review requests changes and does not say which.",
            "Say in a review what to change, or with `/refine`.",
        )
    return None


def _quoting(line: ev.LineComment) -> str:
    """The comment below a quotation of the line it is about."""
    if not line.body.strip():
        return ""
    place = line.path.rpartition("/")[2] + (f", line {line.line}" if line.line else "")
    quoted = " ".join(line.quoted.split())
    words = f"{quoted[:_QUOTED].rstrip()} …" if len(quoted) > _QUOTED else quoted
    return f"> {place}: {words}\n\n{_plain(line.body)}" if words else f"> {place}\n\n{_plain(line.body)}"


def _plain(body: str) -> str:
    """The words without the `/refine` some people put before them."""
    return "\n".join(
        _REFINE.sub("", row, count=1) if _REFINE.match(row) else row for row in body.strip().splitlines()
    )
