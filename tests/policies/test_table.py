"""The whole table of decisions stands in `tests/policies/table`, one file a situation, and is read before it is changed.

After a change that is meant, `python -m tests.policies.cells` writes the files anew; the diff is what is reviewed.
"""

import pytest

from policies.stages import Overlay, Stage, UnitState
from tests.policies.cells import FOLDER, cells
from tests.policies.situations import SITUATIONS


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_command_comes_to_what_the_table_says(name: str) -> None:
    assert cells(SITUATIONS[name]()) == (FOLDER / f"{name}.txt").read_text()


def test_no_cell_of_the_table_is_left_over() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(SITUATIONS)


def test_the_situations_stand_in_every_stage_and_unit_state_a_command_can_meet() -> None:
    runs = [run for play in SITUATIONS.values() if (run := play().maybe_run)]
    assert {run.stage for run in runs} == set(Stage)
    assert {run.overlay for run in runs} == {None, Overlay.PAUSED, Overlay.NEEDS_HUMAN, Overlay.BUDGET}
    # A unit is proposed and judged in one decision, and ready and asked in one.
    passing = {UnitState.PATCHES_PROPOSED, UnitState.READY}
    assert {unit.state for run in runs for unit in run.units.values()} == set(UnitState) - passing
