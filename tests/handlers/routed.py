"""Threads and lines of a run, and what an edit of a comment there asks for."""

from handlers.route import commands
from policies import commands as c
from tests.handlers.payloads import comment, event, issue

YES = "/signalbox approve plan 4be0a7c1d922"


OURS = issue(labels=("signalbox/your-turn",))


def edited(before: str, after: str) -> tuple[tuple[str, c.Command], ...]:
    """What the edit asks for, besides that nothing said before stands any more."""
    payload = event("edited", issue=OURS, comment=comment(after), changes={"body": {"from": before}})
    found = commands("issue_comment", payload, delivery="d2")
    taken_back = [("d2", c.CommentChanged(70, deleted=False))] if "/" in before else []
    assert [each for each in found if isinstance(each[1], c.CommentChanged)] == taken_back
    return tuple(each for each in found if not isinstance(each[1], c.CommentChanged))
