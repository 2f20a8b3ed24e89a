"""What cannot be read of a comment: an edit with a slip in it, and a comment that has lost its number."""

from handlers.route import commands
from policies import commands as c
from tests.handlers.payloads import comment, event
from tests.handlers.routed import OURS, YES, edited


def test_an_edit_that_cannot_be_read_is_told_and_asks_for_nothing() -> None:
    ((cause, command),) = edited("/answer 1 yes", "/answer 1 yes\n/aprove plan")
    assert cause.startswith("70/edit-")
    assert isinstance(command, c.Misread)
    assert command.code == "SB-110"


def test_a_comment_without_its_number_is_passed_over() -> None:
    payload = event("created", issue=OURS, comment={**comment(YES), "id": None})
    assert commands("issue_comment", payload, delivery="d1") == ()
