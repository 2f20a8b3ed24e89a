"""What checks come to together: whose count, in which order they outweigh each other, and what waiting too long is called."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from config.repo_policy import Ci
from policies.checks import OWN, Check, Required, State, demanded, read

OPENED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
ACTIONS, OTHER = 15368, 77


def at(minutes: float) -> datetime:
    return OPENED + timedelta(minutes=minutes)


def check(name: str, state: State, minute: float | None = None, *, app: int = ACTIONS) -> Check:
    slug = "github-actions" if app == ACTIONS else "other"
    return Check(name, state, slug, app, None if minute is None else at(minute))


def status(name: str, state: State, minute: float | None = None) -> Check:
    return Check(name, state, changed=None if minute is None else at(minute), kind="status")


def suite(state: State, minute: float | None = None) -> Check:
    changed = None if minute is None else at(minute)
    return Check("github-actions", state, "github-actions", ACTIONS, changed, kind="suite")


RED, GREEN, PENDING = check("lint", "red"), check("test", "green"), check("build", "pending")
TEST = Required("test", ACTIONS)


@pytest.mark.parametrize(
    ("checks", "required", "outcome"),
    [
        # Nothing is required: everything that reports counts.
        ((), (), ("pending", "waiting for the first check")),
        ((RED,), (), ("red", "red: lint")),
        ((RED, PENDING), (), ("red", "red: lint")),
        ((GREEN, RED), (), ("red", "red: lint")),
        ((PENDING,), (), ("pending", "waiting for build")),
        ((GREEN, PENDING), (), ("pending", "waiting for build")),
        ((GREEN,), (), ("green", "1 check green")),
        ((GREEN, status("cla", "red")), (), ("red", "red: cla")),
        # A suite with more to come holds green up, and one that could not begin is red.
        ((GREEN, suite("pending")), (), ("pending", "waiting for github-actions")),
        ((suite("red"),), (), ("red", "red: github-actions")),
        ((GREEN, suite("pending")), (TEST,), ("green", "1 check green")),
        # Required by name and App: nobody else can stand for it.
        ((), (TEST,), ("pending", "waiting for test")),
        ((check("test", "green", app=OTHER),), (TEST,), ("pending", "waiting for test")),
        ((check("test", "red", app=OTHER), GREEN), (TEST,), ("green", "1 check green")),
        ((status("test", "green"),), (TEST,), ("pending", "waiting for test")),
        ((GREEN, check("test", "green", app=OTHER)), (TEST,), ("green", "1 check green")),
        # Required by name alone: every check of that name must be green.
        ((status("test", "green"),), (Required("test"),), ("green", "1 check green")),
        ((GREEN, check("test", "red", app=OTHER)), (Required("test"),), ("red", "red: test")),
        ((check("Test", "green"),), (Required("test"),), ("pending", "waiting for test")),
        # What is not required holds nothing up.
        ((GREEN, RED), (TEST,), ("green", "1 check green")),
        ((GREEN, PENDING), (TEST,), ("green", "1 check green")),
        ((GREEN,), (TEST, Required("lint")), ("pending", "waiting for lint")),
        ((GREEN, RED), (TEST, Required("lint")), ("red", "red: lint")),
        # Our own check never counts, and waiting for it would be waiting for ourselves.
        ((check(OWN, "red", app=OTHER), GREEN), (), ("green", "1 check green")),
        ((GREEN,), (TEST, Required(OWN)), ("green", "1 check green")),
        ((check(OWN, "green", app=OTHER),), (Required(OWN),), ("pending", "waiting for the first check")),
    ],
)
def test_checks_taken_together(
    checks: Sequence[Check], required: Sequence[Required], outcome: tuple[str, str]
) -> None:
    reading = read(checks, required, ci=Ci(), opened=OPENED, now=at(1))
    assert (reading.standing, reading.summary) == outcome


@pytest.mark.parametrize(
    ("checks", "required", "minute", "outcome"),
    [
        # Green without a required check waits a minute for late ones; a required one says that it is all.
        ((check("test", "green", 4),), (), 4.5, ("settling", "1 check green so far", 5)),
        ((check("test", "green", 4),), (), 5, ("green", "1 check green", None)),
        ((check("test", "green", 4), check("e2e", "green", 4.9)), (), 5, ("settling", "2 checks green so far", 5.9)),
        ((check("test", "green", 4), check("e2e", "pending", 4.9)), (), 5, ("pending", "waiting for e2e", 14.9)),
        ((check("test", "green", 4),), (TEST,), 4, ("green", "1 check green", None)),
        # Ten minutes without change are a standstill, whatever the hour of the first report.
        ((check("e2e", "pending", 3),), (), 12.9, ("pending", "waiting for e2e", 13)),
        ((check("e2e", "pending", 3),), (), 13, ("stuck", "nothing changed for 10 minutes at e2e", None)),
        ((check("e2e", "pending", 3), check("test", "green", 11)), (), 13, ("pending", "waiting for e2e", 21)),
        ((check("e2e", "pending", 3), RED), (), 40, ("red", "red: lint", None)),
        # A commit may have been checked before its pull request was there.
        ((check("e2e", "pending", -30),), (), 1, ("pending", "waiting for e2e", 10)),
        # What is required and does not come is missing once everything else stands still.
        ((check("lint", "green", 5),), (TEST,), 9.9, ("pending", "waiting for test", 10)),
        ((check("lint", "green", 5),), (TEST,), 10, ("missing", "a required check never came: test", None)),
        ((), (TEST, Required("e2e")), 10, ("missing", "required checks never came: e2e, test", None)),
        ((check("test", "pending", 9),), (TEST, Required("e2e")), 11, ("pending", "waiting for e2e, test", 19)),
        # Nothing reports and nothing is required: that is told, not waited for.
        ((), (), 9.9, ("pending", "waiting for the first check", 10)),
        ((), (), 10, ("silent", "no check has reported in 10 minutes", None)),
    ],
)  # fmt: skip
def test_waiting_has_an_end_and_each_end_its_name(
    checks: Sequence[Check],
    required: Sequence[Required],
    minute: float,
    outcome: tuple[str, str, float | None],
) -> None:
    reading = read(checks, required, ci=Ci(), opened=OPENED, now=at(minute))
    look_at = None if outcome[2] is None else at(outcome[2])
    assert (reading.standing, reading.summary, reading.look_at) == (*outcome[:2], look_at)


def test_a_repository_names_checks_apps_and_times() -> None:
    ci = Ci(required_checks=("build",), apps=("other",), settle_seconds=0)
    named = demanded((TEST, Required("build")), ci)
    assert named == (TEST, Required("build"))

    forged = (check("test", "green"), check("build", "green", app=ACTIONS))
    reading = read(forged, (TEST,), ci=ci, opened=OPENED, now=at(1))
    assert (reading.standing, reading.summary) == ("pending", "waiting for build")
    late = read(forged, (TEST,), ci=ci, opened=OPENED, now=at(10))
    assert (late.standing, late.summary) == ("missing", "a required check never came: build")
    real = (check("test", "green"), check("build", "green", app=OTHER))
    assert read(real, (TEST,), ci=ci, opened=OPENED, now=at(1)).standing == "green"
    # With nothing required, what another App reports is nothing at all here.
    assert (
        read((check("test", "green"),), (), ci=Ci(apps=("other",)), opened=OPENED, now=at(1)).standing
        == "pending"
    )


def test_a_sentence_names_a_few_and_counts_the_rest() -> None:
    many = [check(f"job-{number:02}", "red") for number in range(20)]
    reading = read(many, (), ci=Ci(), opened=OPENED, now=at(1))
    assert reading.summary.endswith("job-06, job-07, and 12 more")
    assert len(reading.red) == 20
