"""Red checks: one more try, then a fix that needs its own approval, three at most, and none in a circle."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.checks import Check
from policies.decide.checking import reading_of
from policies.decide.fixing import confirmed
from policies.decide.rounds import MOST_ATTEMPTS, enough, tried
from policies.decision import Decision, Ignored, Moved
from policies.facts import Facts
from policies.failures import Failure, Raw, failure
from policies.outstanding import outstanding
from policies.stages import UnitState
from tests.policies.build import COMMIT, NOW, proposal, said
from tests.policies.journey import Journey, until


def red(report: str = "run 1", name: str = "ci") -> tuple[Check, ...]:
    return (Check(name, "red", "github-actions", 15368, stamp=report),)


def broken(text: str = "error: one") -> Failure:
    return failure([Raw("ci", (text,))])


def report(
    j: Journey, checks: tuple[Check, ...], *, no_rerun: str = "", late: bool = False, said: str = "error: one"
) -> Decision:
    """The checks of the unit's pull request as they are read now, or an hour later."""
    unit = j.run.units["U-01"]
    pull = j.run.pull_requests[unit.pull_request or 0]
    command = c.ChecksReported(pull.number, pull.commit_sha, "pending", "", no_rerun=no_rerun)
    now = datetime.fromisoformat(j.records[-1].at) + timedelta(hours=1 if late else 0, seconds=1)
    return j.take(command, checks=checks, failure=broken(said), now=now)


def types(decision: object) -> list[str]:
    assert isinstance(decision, Moved), decision
    return [entry.type for entry in decision.entries]


def failed_again() -> Journey:
    j = until("unit written")
    report(j, red("run 1"))
    report(j, red("run 2"))
    return j


def next_version(j: Journey, number: int) -> None:
    """A fix comes, is approved and written."""
    j.answer_fixer(proposal("U-01", number))
    assert j.run.units["U-01"].state is UnitState.WAITING_USER_APPROVAL
    j.approve("PS-1")
    seen = j.patchset()
    pull = 41 + number
    j.take(
        c.Wrote(
            "U-01", seen.digest, f"signalbox/run-12-u-01-v{number}", f"{number}" * 40, seen.tree_sha, pull
        )
    )


def test_while_the_workflow_is_at_work_nothing_is_asked_for_and_nothing_is_final() -> None:
    j = until("unit written")
    running = Check("lint", "pending", "github-actions", 15368, stamp="run 1")
    decision = report(j, (*red(), running))
    assert types(decision) == ["checks_seen"]
    pull, unit = j.run.pull_requests[41], j.run.units["U-01"]
    command = c.ChecksReported(41, COMMIT, "pending", "")
    now = datetime.fromisoformat(j.records[-1].at) + timedelta(seconds=1)
    reading = reading_of(pull, Facts(now=now), (*red(), running))
    assert (reading.standing, reading.look_at is None) == ("red", False)
    tried_again = replace(pull, rerun_at=now.isoformat())
    assert not confirmed(unit, tried_again, reading, command, now)


def test_the_first_red_asks_for_one_more_try_and_says_so() -> None:
    j = until("unit written")
    assert types(report(j, red())) == ["checks_seen", "rerun_asked"]
    assert j.run.units["U-01"].state is UnitState.CHECKS_RED
    wants = f.effects_of(j.run, j.recorded[-1:])
    assert wants[0] == f.RunAgain(41)
    assert isinstance(wants[1], f.LookAgain)
    assert isinstance(report(j, red()), Ignored)


def test_green_at_the_second_try_is_flaky_and_no_failure() -> None:
    j = until("unit written")
    report(j, red())
    decision = report(j, (Check("ci", "green", stamp="run 2"),))
    assert isinstance(decision, Moved)
    (seen,) = decision.entries
    assert isinstance(seen, e.ChecksSeen)
    assert seen.state == "green"
    assert seen.summary.endswith("flaky, because red at the first try and green at the second: ci")
    assert j.run.units["U-01"].state is UnitState.VERIFYING_CI


@pytest.mark.parametrize(
    "told",
    [
        {"checks": red("run 2")},
        {"checks": red("run 1"), "no_rerun": "GitHub refused"},
        {"checks": red("run 1"), "late": True},
    ],
)
def test_red_again_refused_or_unanswered_is_a_failure_that_asks_for_a_fix(told: dict[str, object]) -> None:
    j = until("unit written")
    report(j, red("run 1"))
    assert types(report(j, **told)) == ["failure_read", "role_asked"]  # type: ignore[arg-type]  # named as the arguments are
    assert j.run.unit_asks["U-01"] == "U-01 2"
    assert j.run.units["U-01"].state is UnitState.CHECKS_RED
    assert f.AskRole("fixup", "U-01 2") in outstanding(j.run)
    # It is read once for a commit, whatever reports come after it.
    assert isinstance(report(j, red("run 3")), Ignored)


def test_one_red_check_of_two_that_ran_again_is_waited_for() -> None:
    j = until("unit written")
    report(j, (*red("run 1"), *red("run 5", "lint")))
    assert isinstance(report(j, (*red("run 2"), *red("run 5", "lint"))), Ignored)


def test_a_fix_is_a_version_that_needs_its_own_yes() -> None:
    j = failed_again()
    assert types(j.answer_fixer(proposal("U-01", 2))) == ["role_replied", "patchset_proposed", "gates_judged"]
    unit = j.run.units["U-01"]
    assert (unit.state, unit.approval) == (UnitState.WAITING_USER_APPROVAL, None)
    assert unit.patchset is not None
    assert unit.patchset.version == 2


def test_whoever_cannot_mend_it_leaves_the_checks_red_and_green_goes_on() -> None:
    j = failed_again()
    assert types(j.answer_fixer(None, reason="no model is set up")) == ["role_replied", "unit_waits"]
    unit = j.run.units["U-01"]
    assert (unit.state, unit.reason) == (UnitState.CHECKS_RED, "no model is set up")
    assert f.effects_of(j.run, j.recorded[-1:]) == (f.Tell(34, len(j.records) - 1),)
    report(j, (Check("ci", "green", stamp="run 9"),))
    assert j.run.units["U-01"].state is UnitState.VERIFYING_CI


def test_a_fix_that_comes_after_green_counts_only_for_its_cost() -> None:
    j = failed_again()
    report(j, (Check("ci", "green", stamp="run 9"),))
    assert types(j.answer_fixer(proposal("U-01", 2))) == ["role_replied"]


def test_the_same_failure_twice_stops_at_once() -> None:
    j = failed_again()
    next_version(j, 2)
    report(j, red("run 11"), said="error: one")
    decision = report(j, red("run 12"), said="2026-11-21T10:00:00Z  ERROR:   one")
    assert types(decision) == ["failure_read"]
    unit = j.run.units["U-01"]
    assert unit.state is UnitState.NEEDS_HUMAN
    assert unit.reason == "the same failure came twice: `ci` stayed red"
    assert len(unit.failures) == 2


def test_three_attempts_at_most() -> None:
    j = failed_again()
    for number in range(2, 2 + MOST_ATTEMPTS):
        next_version(j, number)
        report(j, red(f"run {number}1"), said=f"error: {'x' * number}")
        decision = report(j, red(f"run {number}2"), said=f"error: {'x' * number}")
    assert types(decision) == ["failure_read"]
    unit = j.run.units["U-01"]
    assert (unit.state, unit.reason) == (
        UnitState.NEEDS_HUMAN,
        "3 attempts were made, and there it is again: `ci` stayed red",
    )
    assert len(unit.failures) == 1 + MOST_ATTEMPTS


def test_a_review_and_a_moved_base_are_attempts_like_any_other() -> None:
    j = failed_again()
    j.record(e.DrawnAgain(unit="U-01", source="base", why="`main` moved"))
    j.record(e.DrawnAgain(unit="U-01", source="review", why="a review found 1 major fault"))
    assert (
        enough(j.unit(), "`ci` stayed red") == "3 attempts were made, and there it is again: `ci` stayed red"
    )
    assert tried(j.unit()) == (
        f"`ci` stayed red on `{COMMIT[:7]}`",
        "`main` moved",
        "a review found 1 major fault",
    )


def test_a_person_s_word_begins_the_count_anew_but_a_known_failure_still_stops_it() -> None:
    j = failed_again()
    j.take(c.Refine(said(), "U-01", "do it like this"))
    assert tried(j.unit()) == ()
    assert enough(j.unit(), "it is red", signature="of another") == ""
    known = j.unit().failures[0].signature
    assert enough(j.unit(), "it is red", signature=known) == "the same failure came twice: it is red"


def test_a_failure_that_comes_back_after_another_one_stops_it() -> None:
    j = failed_again()
    for number, text in ((2, "error: two"), (3, "error: one")):
        next_version(j, number)
        report(j, red(f"run {number}1"), said=text)
        report(j, red(f"run {number}2"), said=text)
    assert j.unit().reason == "the same failure came twice: `ci` stayed red"


def test_a_person_s_wish_comes_before_a_fix() -> None:
    j = failed_again()
    j.take(c.Refine(said(), "U-01", "name it better"))
    assert j.run.units["U-01"].state is UnitState.PATCHING
    assert types(j.answer_fixer(proposal("U-01", 2))) == ["role_replied", "role_asked"]
    assert j.run.unit_asks["U-01"].startswith("U-01 ")


@pytest.mark.parametrize(
    ("reports", "counts"),
    [((), False), (("run 1",), True), (("run 1", "run 2"), False)],
    ids=["no second try yet", "red at the second try", "the failure is on record"],
)
def test_a_failure_is_read_once_for_a_commit_and_not_before_the_second_try(
    reports: tuple[str, ...],
    counts: bool,  # noqa: FBT001  # a column of a table
) -> None:
    j = until("unit written")
    for each in reports:
        report(j, red(each))
    pull = j.run.pull_requests[41]
    reading = reading_of(pull, Facts(now=NOW), red("run 3"))
    told = c.ChecksReported(41, COMMIT, "red", "")
    assert confirmed(j.unit(), pull, reading, told, NOW) is counts


def test_the_red_checks_of_a_plan_are_not_mended() -> None:
    j = until("unit written")
    plan = j.run.pull_requests[40]
    decision = j.take(c.ChecksReported(40, plan.commit_sha, "pending", ""), checks=red(), failure=broken())
    assert types(decision) == ["checks_seen"]
    assert plan.commit_sha != COMMIT


def test_that_no_check_has_come_to_a_plan_is_no_news_whenever_it_is_noticed() -> None:
    j = until("unit written")
    plan = j.run.pull_requests[40]
    command = c.ChecksReported(40, plan.commit_sha, "pending", "")
    for late in (timedelta(seconds=1), timedelta(hours=1)):
        now = datetime.fromisoformat(j.records[-1].at) + late
        assert isinstance(j.take(command, checks=(), now=now), Ignored)
    unit = j.run.pull_requests[41]
    late_report = c.ChecksReported(41, unit.commit_sha, "pending", "")
    assert types(j.take(late_report, checks=(), now=now)) == ["checks_seen"]
