"""Which deliveries need not be read again, by what they are, when they arrived and how far the runs had come."""

import pytest

from bot.deliveries import Attempt, Told
from bot.past import ALWAYS, NEVER, NOTHING, Past
from bot.place import Place

HERE = Place(5, 9, "acme/shop", 7)
# Repository 9: of its runs one is in doubt from 1,000 and the other from 500 until 550; an issue waits since 500, and somebody said
# something elsewhere at 700, and in a review elsewhere at 800.
PAST = Past(
    {9: ((1000.0, 3000.0), (500.0, 550.0))}, {9: 500.0}, {9: 700.0}, {9: 800.0}, since=100.0, places={9: HERE}
)
AT_REST = Past({9: ((ALWAYS, NEVER),)}, {9: ALWAYS}, {9: ALWAYS}, {9: ALWAYS}, places={9: HERE})


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
        ("issue_comment.created", 700),
        ("issues.labeled", 500),
        ("issues.closed", 1000),
        ("issues.assigned", 1000),
        ("issues.unassigned", 1000),
        ("issues.edited", NEVER),
        ("push", 1000),
        ("pull_request_review.submitted", 800),
        ("pull_request_review_comment.created", 800),
        ("merge_group.checks_requested", NEVER),
    ],
)
def test_each_kind_is_covered_until_its_own_time_and_in_no_run_s_time_of_doubt(
    kind: str, until: float
) -> None:
    for at in (101.0, 439.0, 440.0, 550.0, 551.0, 639.0, 640.0, 739.0, 740.0, 939.0, 940.0, 2000.0):
        doubted = 440.0 <= at <= 550.0 and kind != "issues.labeled"
        assert PAST.covers(told(kind, at)) is (at < until - 60 and not doubted), at


@pytest.mark.parametrize("kind", ["issue_comment.deleted", "pull_request.dequeued"])
def test_what_leaves_no_trace_is_covered_only_before_the_first_doubt(kind: str) -> None:
    assert PAST.covers(told(kind, 439.0))
    assert not PAST.covers(told(kind, 551.0))
    assert not PAST.covers(told(kind, 3001.0))


def test_a_run_that_was_quiet_since_stands_in_nobody_s_way() -> None:
    quiet = Past({9: ((NEVER, NEVER + 3600), (900.0, 1000.0))}, {9: ALWAYS}, {9: ALWAYS}, {9: ALWAYS})
    for kind in ("check_run.completed", "issue_comment.created", "issue_comment.edited", "push"):
        assert [quiet.covers(told(kind, at)) for at in (839.0, 840.0, 1000.0, 1001.0)] == [
            True,
            False,
            False,
            True,
        ]
    unknown = Past({9: ((NEVER, ALWAYS),)}, {9: ALWAYS}, {9: ALWAYS}, {9: ALWAYS})
    assert not unknown.covers(told("check_run.completed", 839.0))


@pytest.mark.parametrize("kind", ["issue_comment.created", "pull_request_review.submitted"])
def test_what_was_said_is_covered_no_longer_than_the_runs_are_through(kind: str) -> None:
    past = Past({9: ((1000.0, 2000.0),)}, {9: ALWAYS}, {9: ALWAYS}, {9: ALWAYS})
    assert past.covers(told(kind, 939.0))
    assert not past.covers(told(kind, 940.0))


def test_a_repository_whose_pushes_are_covered_is_looked_at_once_and_after_the_last_of_them() -> None:
    def attempt(number: int, event: str, at: float, *, repository: int = 9) -> Attempt:
        return Attempt(number, f"guid-{number}", event, "", at, arrived=True, repository=repository)

    pushes = [attempt(1, "push", 200.0), attempt(2, "push", 300.0), attempt(3, "status", 400.0)]
    late, elsewhere = attempt(4, "push", 990.0), attempt(5, "push", 200.0, repository=8)
    assert PAST.unread([late, *pushes, elsewhere]) == {HERE: "guid-2"}
    assert PAST.unread([late, elsewhere, pushes[2]]) == {}


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
