"""A model's run at each of the budgets that only an operator can raise: it waits, says whose turn it is, and goes on."""

import pytest

from policies.stages import Overlay, Stage
from tests.stand_ins.messages_api import MessagesApi
from tests.stories.modelled import asked, settled_anew
from tests.stories.prds import TOOLS
from tests.stories.stage import Play


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("call", "one call may cost"),
        ("repository_day", "this repository has for today is spent"),
        ("day", "there is for all repositories today is spent"),
    ],
)
async def test_a_budget_of_the_operators_holds_the_run_until_it_is_raised(
    modelled: Play, api: MessagesApi, setting: str, says: str
) -> None:
    await settled_anew(modelled, **{f"budget_{setting}": 0.20})
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.PLANNING, Overlay.BUDGET)
    asking = (await modelled.newest()).body
    assert says in asking
    assert f"`SIGNALBOX_BUDGET_{setting.upper()}`" in asking
    assert asked(api)["demands"] == 0

    # What one run may spend is another matter, and raising it lets the run ask once more and stop at the same place.
    await modelled.says("raj", "/budget 10")
    assert (await modelled.run()).overlay is Overlay.BUDGET
    assert asked(api)["demands"] == 0

    await settled_anew(modelled, **{f"budget_{setting}": 50.0})
    await modelled.says("raj", "/resume")
    run = await modelled.run()
    assert (run.stage, run.overlay) == (Stage.PLAN_PROPOSED, None)
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 1}
