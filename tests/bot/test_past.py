"""Which deliveries need not be read again, by what they are, when they arrived and how far the runs had come."""

import pytest

from bot.deliveries import Told
from bot.past import ALWAYS, NEVER, NOTHING, Past

# Repository 9: its runs are through until 1,000, an issue waits since 500, and somebody said something elsewhere at 700.
PAST = Past({9: 1000.0}, {9: 500.0}, {9: 700.0}, since=100.0)
AT_REST = Past({9: ALWAYS}, {9: ALWAYS}, {9: ALWAYS})


def told(kind: str, at: float, *, arrived: bool = True, repository: int = 9) -> Told:
    event, _, action = kind.partition(".")
    return Told("guid", 1, event, action, arrived=arrived, at=at, repository=repository)


@pytest.mark.parametrize(
    ("kind", "until"),
    [
        ("check_run.completed", 1000),
        ("check_suite.completed", 1000),
        ("workflow_run.completed", 1000),
        ("status", 1000),
        ("pull_request.labeled", 1000),
        ("pull_request.closed", 1000),
        ("issue_comment.edited", 1000),
        ("issue_comment.deleted", 1000),
        ("issue_comment.created", 700),
        ("issues.labeled", 500),
        ("issues.edited", NEVER),
        ("issues.assigned", NEVER),
        ("push", NEVER),
        ("pull_request_review.submitted", NEVER),
        ("pull_request_review_comment.created", NEVER),
        ("merge_group.checks_requested", NEVER),
    ],
)
def test_each_kind_is_covered_until_its_own_time(kind: str, until: float) -> None:
    for at in (101.0, 439.0, 440.0, 639.0, 640.0, 939.0, 940.0, 2000.0):
        assert PAST.covers(told(kind, at)) is (at < until - 60), at


def test_a_comment_is_covered_no_longer_than_the_runs_are_through() -> None:
    past = Past({9: 1000.0}, {9: ALWAYS}, {9: ALWAYS})
    assert past.covers(told("issue_comment.created", 939.0))
    assert not past.covers(told("issue_comment.created", 940.0))


def test_what_was_not_acknowledged_or_came_before_access_changed_is_read() -> None:
    assert not AT_REST.covers(told("check_run.completed", 50.0, arrived=False))
    assert AT_REST.covers(told("check_run.completed", 50.0))
    assert not PAST.covers(told("check_run.completed", 100.0))


def test_nothing_is_known_of_other_repositories() -> None:
    for kind in ("check_run.completed", "issue_comment.created", "issues.labeled"):
        assert AT_REST.covers(told(kind, 50.0))
        assert not AT_REST.covers(told(kind, 50.0, repository=8))
        assert not AT_REST.covers(told(kind, 50.0, repository=0))
        assert not NOTHING.covers(told(kind, 50.0))
