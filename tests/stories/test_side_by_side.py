"""Two units that touch the same files: the second starts when the first is merged, and the card says what it waits for."""

from typing import Any

from policies.stages import UnitState
from tests.stand_ins.messages_api import MessagesApi
from tests.stories.modelled import spoiled
from tests.stories.shortcuts import delivering, merge_unit, patchset_of
from tests.stories.stage import Play


def one_file_for_both(backlog: dict[str, Any]) -> dict[str, Any]:
    """U-02 and U-03 declare the same file, one of them by a pattern."""
    files = {"U-02": ["docs/shop.md"], "U-03": ["docs/scope.md", "docs/s*.md"]}
    units = [{**unit, "files": files.get(unit["id"], unit["files"])} for unit in backlog["units"]]
    return {**backlog, "units": units}


async def test_never_two_that_touch_the_same_files(modelled: Play, api: MessagesApi) -> None:
    api.mind = spoiled("backlog", one_file_for_both)
    run = await delivering(modelled, "U-02", "U-03", "U-05")
    assert {unit.id: unit.state for unit in run.units.values()} == {
        "U-02": UnitState.WAITING_USER_APPROVAL,
        "U-03": UnitState.READY,
        "U-05": UnitState.WAITING_USER_APPROVAL,
    }
    assert "U-03 waits for the files of U-02" in (await modelled.card()).body

    await merge_unit(modelled, "U-02")

    after = await modelled.run()
    assert patchset_of(after, "U-03").base_sha == await modelled.head()
