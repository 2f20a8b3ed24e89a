"""A comment that asks people for something is folded once that is done, or of no use any more; and not before."""

from collections.abc import Callable

import pytest

from agents.schemas import pack as packs
from policies import commands as c
from policies import effects as f
from policies import entries as e
from policies.effects import effects_of
from tests.policies.build import COMMIT, MONA, RAJ, pack, said
from tests.policies.journey import Journey, until
from tests.policies.situations import SITUATIONS

PLAN, UNIT = 12, 34
CHECKS = {"pull_request": 41, "head_sha": COMMIT}


def _given_up() -> Journey:
    j = SITUATIONS["delivering-checks-red"]()
    j.record(e.GivenUp(unit="U-01", reason="enough was tried"))
    return j


def _read() -> Journey:
    j = SITUATIONS["delivering-checks-red"]()
    j.record(
        e.FailureRead(
            unit="U-01",
            pull_request=41,
            head_sha=COMMIT,
            checks=("ci",),
            signature="1",
            log="2" * 64,
            gives_up="the same again",
        )
    )
    return j


def _no_fix() -> Journey:
    j = SITUATIONS["delivering-checks-red"]()
    j.record(e.UnitWaits(unit="U-01", reason="no model is set up"))
    return j


def _no_version() -> Journey:
    j = SITUATIONS["delivering-patchset-waits"]()
    j.take(SMALLER)
    j.record(e.UnitWaits(unit="U-01", reason="no model is set up"))
    return j


def _kept() -> Journey:
    j = SITUATIONS["delivering-checks-green"]()
    j.record(e.PullRequestKept(pull_request=41, what="unmerged", reason="a label says so"))
    return j


def _quiet() -> Journey:
    j = until("planned")
    j.record(e.Nudged())
    return j


def _as_it_was(target: str) -> Journey:
    j = until("planned" if target == "plan" else "backlog proposed")
    version = j.run.plan if target == "plan" else j.run.backlog
    assert version is not None
    j.take(c.Refine(said(), target, "smaller"))
    j.record(e.VersionKept.model_validate({"target": target, "version": 1, "digest": version.digest}))
    return j


def _silent() -> Journey:
    j = until("unit written")
    j.record(e.ChecksSeen(**CHECKS, state="silent"))
    return j


CLOSED = c.PullRequestClosed(41, merged=False, merge_sha="", head_sha=COMMIT, by=RAJ)
MERGED = c.PullRequestClosed(41, merged=True, merge_sha="f" * 40, head_sha=COMMIT, by=RAJ)
# Says nothing about whose turn it is.
ASIDE = e.BudgetRaised(by=RAJ, cap=9_000_000)
SMALLER = c.Refine(said(), "U-01", "smaller")


@pytest.mark.parametrize(
    ("played", "thread", "leaves", "ends"),
    [
        (SITUATIONS["ingested-triage-defers"], PLAN, False, c.Plan(said(), anyway=True)),
        (SITUATIONS["planning-planner-failed"], PLAN, True, c.Retry(said())),
        (SITUATIONS["delivering-write-unknown"], PLAN, False, c.Resume(said())),
        (SITUATIONS["planning-budget-reached"], PLAN, False, c.Resume(said())),
        (_quiet, PLAN, False, c.Pause(said(), "")),
        (SITUATIONS["plan-proposed-voided"], PLAN, True, c.Refine(said(), "plan", "smaller")),
        (SITUATIONS["plan-proposed-endorsed"], PLAN, True, c.Stop(said(), "")),
        (lambda: _as_it_was("plan"), PLAN, True, c.Refine(said(), "plan", "larger")),
        (lambda: _as_it_was("backlog"), PLAN, True, c.Refine(said(), "backlog", "larger")),
        (SITUATIONS["delivering-write-voided"], PLAN, True, SMALLER),
        (SITUATIONS["delivering-unit-overridden"], UNIT, True, c.Reject(said(), "PS-1", "no")),
        (SITUATIONS["delivering-checks-green"], UNIT, True, MERGED),
        (_silent, UNIT, True, CLOSED),
        (_kept, UNIT, True, MERGED),
        (_no_fix, UNIT, True, SMALLER),
        (_no_version, UNIT, True, SMALLER),
        (_given_up, UNIT, True, SMALLER),
        (_read, UNIT, True, SMALLER),
    ],
    ids=[
        "triage", "planner", "write", "budget", "quiet", "void plan", "endorsed", "plan as it was", "backlog as it was", "void patchset",
        "exception", "green", "silent", "kept", "no fix", "no version", "given up", "read",
    ],
)  # fmt: skip
def test_a_comment_asks_until_it_is_nobody_s_turn(
    *, played: Callable[[], Journey], thread: int, leaves: bool, ends: c.Command
) -> None:
    j = played()
    asks = f.Redraw(thread, j.run.turns[-1].seq)
    if leaves:
        since = len(j.records)
        j.record(ASIDE)
        assert asks not in effects_of(j.run, j.recorded[since:])
    since = len(j.records)
    j.take(ends)
    assert asks in effects_of(j.run, j.recorded[since:])
    # Only once, and the same again when the records are looked at again.
    later = len(j.records)
    j.record(e.Paused(by=MONA, why=""))
    assert asks not in effects_of(j.run, j.recorded[later:])
    assert asks in effects_of(j.run, j.recorded[since:later])


@pytest.mark.parametrize("state", ["pending", "red", "settling"])
def test_checks_that_ask_for_nothing_are_nobody_s_turn(state: str) -> None:
    j = until("unit written")
    j.record(e.ChecksSeen.model_validate({**CHECKS, "state": state}))
    assert j.run.turns == ()


def test_checks_that_begin_anew_leave_the_comment_and_another_outcome_folds_it() -> None:
    j = SITUATIONS["delivering-checks-green"]()
    (turn,) = j.run.turns
    j.record(e.ChecksSeen(**CHECKS, state="pending"))
    assert j.run.turns == (turn,)
    j.record(e.ChecksSeen(**CHECKS, state="red"))
    assert j.run.turns[0].over == len(j.records) - 1


def test_the_checks_of_a_plan_are_nobody_s_turn() -> None:
    j = until("plan written")
    j.record(e.ChecksSeen(pull_request=40, head_sha="d" * 40, state="green"))
    assert j.run.turns == ()


@pytest.mark.parametrize(
    ("situation", "command", "redrawn"),
    [
        ("plan-proposed", c.Reject(said(), "plan", "no"), 1),
        ("plan-proposed", c.Stop(said(), ""), 1),
        ("plan-proposed-rejected", c.Stop(said(), ""), 0),
        ("backlog-proposed", c.Reject(said(), "backlog", "no"), 1),
        ("backlog-proposed", c.Stop(said(), ""), 1),
        ("delivering-patchset-waits", c.Reject(said(), "PS-1", "no"), 1),
        ("delivering-patchset-waits", c.Stop(said(), ""), 1),
        ("delivering-patchset-waits", c.UnitIssueClosed(34, RAJ, completed=False), 1),
        ("plan-proposed", c.Refine(said(), "plan", "smaller"), 1),
        ("plan-proposed-rejected", c.Refine(said(), "plan", "smaller"), 1),
        ("backlog-proposed", c.Refine(said(), "backlog", "smaller"), 1),
        ("backlog-proposed", c.Refine(said(), "plan", "smaller"), 0),
        ("delivering-patchset-waits", SMALLER, 1),
        ("delivering-pull-request-open", SMALLER, 1),
        ("delivering-pull-request-open", c.Stop(said(), ""), 0),
        ("delivering-patching", c.UnitIssueClosed(34, RAJ, completed=False), 0),
    ],
)  # fmt: skip
def test_what_nobody_decides_on_any_more_is_drawn_again(
    situation: str, command: c.Command, redrawn: int
) -> None:
    j = SITUATIONS[situation]()
    since = len(j.records)
    j.take(command)
    wanted = effects_of(j.run, j.recorded[since:])
    assert len([each for each in wanted if isinstance(each, f.Redraw)]) == redrawn


def test_where_no_version_could_be_made_the_one_before_says_so_and_so_does_the_issue_of_a_unit_without_any() -> (
    None
):
    j = _no_version()
    last, shown = len(j.records) - 1, f.Redraw(UNIT, j.unit().judged[-1])
    assert effects_of(j.run, j.recorded[-1:]) == (f.Tell(UNIT, last), shown)
    since = len(j.records)
    j.take(c.Retry(said(thread=UNIT)))
    assert shown in effects_of(j.run, j.recorded[since:])

    first = SITUATIONS["delivering-patching"]()
    first.record(e.UnitWaits(unit="U-01", reason="no model is set up"))
    assert [(each.kind, each.thread) for each in first.run.turns] == [("no version", UNIT)]
    assert effects_of(first.run, first.recorded[-1:]) == (f.Tell(UNIT, len(first.records) - 1),)


def test_a_backlog_is_drawn_again_when_its_plan_is_replaced() -> None:
    j = until("backlog proposed")
    assert j.run.backlog is not None
    j.take(c.Refine(said(), "plan", "smaller"))
    j.answer_role(packs.canonical(pack().model_copy(update={"assumptions": ()})))
    assert f.Redraw(PLAN, j.run.backlog.seq) in effects_of(j.run, j.recorded[-1:])
