"""Coverage and trace are counted from the pack and the backlog, whatever the pack claims about itself."""

from agents.builtin.planner import plan
from agents.schemas.backlog import Backlog, Slice, Unit
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.trace import Count, Coverage, Gap, TraceRow
from policies.coverage import complete

BODY = "# Shelf\nA command-line tool.\n## Requirements\n- FR-1: Add a book\n- FR-2: Lend a book\n- NFR-1: Answers come within 1 second\n"


def planned() -> ArchitecturePack:
    outcome = plan(PlannerInputs(body=BODY))
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def without(pack: ArchitecturePack, requirement_id: str) -> ArchitecturePack:
    parts = tuple(
        part.model_copy(
            update={"requirement_ids": tuple(each for each in part.requirement_ids if each != requirement_id)}
        )
        for part in pack.architecture.components
    )
    return pack.model_copy(
        update={"architecture": pack.architecture.model_copy(update={"components": parts})}
    )


def test_all_requirements_of_a_fresh_plan_are_covered() -> None:
    assert complete(planned()).coverage == Coverage(
        requirements=Count(total=2, served=2), nfrs=Count(total=1, served=1)
    )


def test_a_requirement_that_nothing_serves_is_a_gap() -> None:
    pack = complete(without(planned(), "FR-2"))
    assert pack.coverage.requirements == Count(total=2, served=1)
    assert pack.coverage.gaps == (Gap(requirement_id="FR-2", missing="component"),)


def test_a_claimed_coverage_is_overwritten() -> None:
    claimed = planned().model_copy(update={"coverage": Coverage(requirements=Count(total=99, served=99))})
    assert complete(claimed).coverage.requirements == Count(total=2, served=2)


def test_the_trace_goes_from_line_to_component_to_unit() -> None:
    unit = Unit(id="U-01", title="Add", slice="S1", summary="Add a book.", requirement_ids=("FR-1",))
    backlog = Backlog(slices=(Slice(id="S1", title="Books"),), units=(unit,))
    pack = complete(planned(), backlog)
    assert pack.trace[0] == TraceRow(
        requirement_id="FR-1", lines=(4,), component_ids=("command", "core"), unit_ids=("U-01",)
    )
    assert pack.coverage.backlog == Count(total=3, served=1)
    assert pack.coverage.gaps == (
        Gap(requirement_id="FR-2", missing="unit"),
        Gap(requirement_id="NFR-1", missing="unit"),
    )


def test_a_unit_that_only_lays_the_ground_builds_no_requirement() -> None:
    ground = Unit(id="U-01", title="Book", slice="S1", summary="What a book is.", kind="entity", requirement_ids=("FR-1", "NFR-1"))  # fmt: skip
    backlog = Backlog(slices=(Slice(id="S1", title="Books"),), units=(ground,))
    pack = complete(without(planned(), "FR-2"), backlog)
    assert pack.trace[0].unit_ids == ("U-01",)
    assert pack.coverage.backlog == Count(total=3, served=1)
    assert pack.coverage.gaps == (
        Gap(requirement_id="FR-1", missing="unit"),
        Gap(requirement_id="FR-2", missing="component"),
        Gap(requirement_id="FR-2", missing="unit"),
    )
