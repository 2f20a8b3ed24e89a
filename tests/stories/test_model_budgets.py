"""A model's run at each of the budgets that only an operator can raise: it waits, says whose turn it is, and goes on."""

from dataclasses import replace
from typing import Any

import pytest

from policies.stages import Overlay, Stage
from tests.stand_ins.messages_api import MessagesApi, Step
from tests.stand_ins.model_mind import section, sensible
from tests.stories.modelled import asked, said_by, settled_anew
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


async def test_one_call_at_most_goes_beyond_the_budget_and_budget_10_lets_the_run_go_on(
    modelled: Play, api: MessagesApi
) -> None:
    """The provider charges more than a call can cost by its own limits; nothing more is asked after that one."""

    def dear(request: dict[str, Any]) -> Step:
        tokens = 300_000 if section(request) == "triage" else 20
        return replace(said_by(sensible(request)), output_tokens=tokens)

    api.mind = dear
    await settled_anew(modelled, budget_run=2.0)
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert held.overlay is Overlay.BUDGET
    assert held.cost > 2_000_000
    assert asked(api) == {"triage": 1}

    await modelled.says("raj", "/budget 10")

    run = await modelled.run()
    assert (run.stage, run.overlay, run.budget) == (Stage.PLAN_PROPOSED, None, 10_000_000)
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1, "design": 1}
