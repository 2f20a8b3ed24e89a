"""What an open pull request's merge depends on is looked at again when GitHub tells that it changed."""

import pytest

from handlers.route import commands, run_key
from policies import commands as c
from tests.handlers.payloads import MONA, SHA, event, pull
from tests.handlers.routed import YES


@pytest.mark.parametrize("state", ["approved", "APPROVED"])
def test_an_approving_review_is_a_reason_to_look_and_its_words_are_nothing(state: str) -> None:
    review = {"id": 5, "user": MONA, "state": state, "body": YES}
    payload = event("submitted", pull_request=pull(), review=review)
    look = c.ChecksReported(41, SHA, "pending", "a review approves it")
    assert commands("pull_request_review", payload, delivery="d1") == (("approved-5", look),)


@pytest.mark.parametrize("action", ["synchronize", "ready_for_review", "labeled", "unlabeled", "dequeued"])
def test_what_a_merge_depends_on_is_looked_at_when_it_changes(action: str) -> None:
    payload = event(action, pull_request=pull())
    look = c.ChecksReported(41, SHA, "pending", "the pull request changed")
    assert commands("pull_request", payload, delivery="d1") == (("d1", look),)
    assert run_key("pull_request", payload) == "acme/shop#12"


def test_a_queue_that_gives_a_pull_request_back_is_told_with_its_reason() -> None:
    payload = {**event("dequeued", pull_request=pull()), "reason": "CI_FAILURE"}
    kept = c.PullRequestKept(41, "unmerged", "its merge queue gave it back (ci failure)")
    assert commands("pull_request", payload, delivery="d1") == (("d1", kept),)
