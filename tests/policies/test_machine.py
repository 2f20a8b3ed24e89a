"""The two tables hold the product's promises, whatever path is taken through them."""

import pytest

from policies.machine import RUN, UNIT, IllegalStepError, Trigger, UnitTrigger, mermaid, step, step_unit
from policies.stages import FINISHED, UNIT_ENDED, Stage, UnitState


def _reachable_without(forbidden: object, table: object, start: object) -> set[object]:
    """Every state that can be reached without taking the forbidden trigger."""
    assert isinstance(table, dict)
    seen, frontier = {start}, [start]
    while frontier:
        state = frontier.pop()
        for (before, trigger), after in table.items():
            if before == state and trigger != forbidden and after not in seen:
                seen.add(after)
                frontier.append(after)
    return seen


def test_every_stage_is_reachable() -> None:
    assert _reachable_without(None, dict(RUN), Stage.INGESTED) == set(Stage)


def test_every_unit_state_is_reachable() -> None:
    assert _reachable_without(None, dict(UNIT), UnitState.QUEUED) == set(UnitState)


def test_no_backlog_is_drawn_and_nothing_is_delivered_without_an_approved_plan() -> None:
    reachable = _reachable_without(Trigger.PLAN_APPROVED, dict(RUN), Stage.INGESTED)
    assert reachable == {
        Stage.INGESTED,
        Stage.PLANNING,
        Stage.WAITING_ANSWERS,
        Stage.PLAN_PROPOSED,
        Stage.CANCELLED,
    }


def test_no_issue_is_made_without_an_approved_backlog() -> None:
    reachable = _reachable_without(Trigger.BACKLOG_APPROVED, dict(RUN), Stage.INGESTED)
    assert Stage.SYNCING not in reachable


def test_nothing_of_a_unit_is_written_without_its_approval() -> None:
    reachable = _reachable_without(UnitTrigger.APPROVED, dict(UNIT), UnitState.QUEUED)
    written = {
        UnitState.APPLYING_PATCHES,
        UnitState.PR_OPEN,
        UnitState.VERIFYING_CI,
        UnitState.CHECKS_RED,
    }
    assert not reachable & written


def test_only_an_approval_leads_to_applying() -> None:
    into = {trigger for (_, trigger), after in UNIT.items() if after is UnitState.APPLYING_PATCHES}
    assert into == {UnitTrigger.APPROVED}


def test_dead_ends_are_exactly_the_finished_stages() -> None:
    assert {stage for stage in Stage if not any(before is stage for before, _ in RUN)} == FINISHED


def test_dead_ends_of_units_are_exactly_the_ended_states() -> None:
    assert {state for state in UnitState if not any(before is state for before, _ in UNIT)} == UNIT_ENDED


def test_only_what_waits_for_people_can_be_approved_or_rejected() -> None:
    for decision in (UnitTrigger.APPROVED, UnitTrigger.REJECTED):
        before = {state for state, trigger in UNIT if trigger is decision}
        assert before <= {UnitState.WAITING_USER_APPROVAL, UnitState.BLOCKED_POLICY}
    assert [state for state, trigger in UNIT if trigger is UnitTrigger.APPROVED] == [
        UnitState.WAITING_USER_APPROVAL
    ]


def test_a_blocked_unit_is_never_approved_without_another_patchset_or_an_override() -> None:
    table = {
        (state, trigger): after
        for (state, trigger), after in UNIT.items()
        # A patchset that stands after a wish is blocked as before, see test_standing.py.
        if trigger not in {UnitTrigger.PROPOSED, UnitTrigger.OVERRIDDEN, UnitTrigger.STANDS}
    }
    reachable = _reachable_without(None, table, UnitState.BLOCKED_POLICY)
    assert UnitState.APPLYING_PATCHES not in reachable


def test_every_trigger_has_a_row() -> None:
    assert {trigger for _, trigger in RUN} == set(Trigger)
    assert {trigger for _, trigger in UNIT} == set(UnitTrigger)


@pytest.mark.parametrize("state", [state for state in UnitState if state not in UNIT_ENDED])
def test_a_person_can_end_every_live_unit_by_closing_its_issue(state: UnitState) -> None:
    assert step_unit(state, UnitTrigger.DROPPED) is UnitState.DROPPED
    assert step_unit(state, UnitTrigger.DONE_BY_PERSON) is UnitState.DONE


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in FINISHED])
def test_every_live_stage_has_a_way_to_the_end(stage: Stage) -> None:
    table = {key: after for key, after in RUN.items() if key[1] is not Trigger.STOPPED}
    assert Stage.DONE in _reachable_without(None, table, stage)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in FINISHED])
def test_every_live_stage_can_be_stopped(stage: Stage) -> None:
    assert step(stage, Trigger.STOPPED) is Stage.CANCELLED


def test_a_step_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(IllegalStepError, match="ingested cannot take: /approve plan"):
        step(Stage.INGESTED, Trigger.PLAN_APPROVED)
    with pytest.raises(IllegalStepError, match="queued cannot take"):
        step_unit(UnitState.QUEUED, UnitTrigger.APPROVED)


def test_the_diagram_draws_every_edge_but_stop() -> None:
    drawn = mermaid()
    assert drawn.count(" --> ") == sum(trigger is not Trigger.STOPPED for _, trigger in RUN) + 2
