"""Permits: from an approved plan and an approved patchset one thing is changed at a time, and each change blocks."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from policies.writes import Permit
from tests.policies.build import BASE, NOW, RAJ
from tests.policies.permits import PLAN_CASE, UNIT_CASE, Case
from tests.policies.unwritten import BOTH, OF_PLAN, OF_UNIT, blocked, under


def test_an_approved_plan_is_written_with_the_ledger_that_led_to_it() -> None:
    permit = PLAN_CASE.asked()
    assert isinstance(permit, Permit)
    assert (permit.subject, permit.branch, permit.base_sha) == ("plan", "signalbox/run-12-plan-v1", BASE.sha)
    assert {change.path for change in permit.changes} == {
        ".signalbox/runs/12/architecture_pack.json",
        ".signalbox/runs/12/architecture_pack_summary.md",
        ".signalbox/runs/12/architecture_pack_diagram.mmd",
        ".signalbox/runs/12/ledger.jsonl",
    }
    assert all(change.before is None for change in permit.changes)


def test_an_approved_patchset_is_written_as_it_was_approved() -> None:
    permit = UNIT_CASE.asked()
    assert isinstance(permit, Permit)
    assert (permit.subject, permit.branch) == ("U-01", "signalbox/run-12-u-01-v1")
    assert permit.changes == UNIT_CASE.hand.changes
    assert permit.tree_sha == UNIT_CASE.hand.tree_sha


def test_where_a_plan_goes_is_where_the_permit_writes() -> None:
    permit = PLAN_CASE.asked()
    assert isinstance(permit, Permit)
    assert PLAN_CASE.hand.paths(12) == tuple(change.path for change in permit.changes)


@pytest.mark.parametrize("case", [PLAN_CASE, UNIT_CASE], ids=["plan", "patchset"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: s.with_world(base_sha="9" * 40), id="the base moved elsewhere"),
        pytest.param(
            lambda s: under(s, moved_base="ask"), id="the base is where it was, and moves are asked about"
        ),
        pytest.param(
            lambda s: under(s.with_world(now=NOW + timedelta(hours=21)), expire_hours=24),
            id="it has not expired",
        ),
        pytest.param(lambda s: s.with_world(now=NOW + timedelta(days=4000)), id="nothing expires here"),
        pytest.param(
            lambda s: s.with_run(editors=(RAJ,)), id="an editor of the PRD, where authors may approve"
        ),
    ],
)
def test_both_are_written_when(change: Callable[[Case], Case], case: Case) -> None:
    assert isinstance(change(case).asked(), Permit)


@pytest.mark.parametrize("name", BOTH)
def test_neither_is_written_with(name: str) -> None:
    change, reason = BOTH[name]
    assert reason in blocked(change, PLAN_CASE)
    assert reason in blocked(change, UNIT_CASE)


@pytest.mark.parametrize("name", OF_PLAN)
def test_a_plan_is_not_written_with(name: str) -> None:
    change, reason = OF_PLAN[name]
    assert reason in blocked(change, PLAN_CASE)


@pytest.mark.parametrize("name", OF_UNIT)
def test_a_patchset_is_not_written_with(name: str) -> None:
    change, reason = OF_UNIT[name]
    assert reason in blocked(change, UNIT_CASE)
