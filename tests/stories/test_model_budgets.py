"""A model's run at each of the budgets that only an operator can raise: it waits, says whose turn it is, and goes on."""

from dataclasses import replace
from typing import Any

import pytest

from policies import entries as e
from policies.entries import from_data
from policies.stages import Overlay, Stage
from tests.stand_ins.messages_api import Fail, MessagesApi, Step
from tests.stand_ins.model_mind import section, sensible
from tests.stories.modelled import Mind, asked, instead, said_by, settled_anew
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

    api.mind = dear_in("triage")
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


async def test_what_a_plan_has_cost_before_its_budget_holds_it_is_on_the_record_call_by_call_and_once(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = dear_in("domain")
    await settled_anew(modelled, budget_run=2.0)
    await modelled.opens("mona", TOOLS)

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.PLANNING, Overlay.BUDGET)
    assert asked(api) == {"triage": 1, "demands": 1, "workflows": 1, "domain": 1}
    assert await told_costs(modelled) == [[400], [400, 400, 3_000_200]]
    assert "\\$3.01 of \\$2.00" in (await modelled.card()).body

    await modelled.says("raj", "/budget 10")

    run = await modelled.run()
    assert run.stage is Stage.PLAN_PROPOSED
    assert await told_costs(modelled) == [[400], [400, 400, 3_000_200], [400]]
    assert run.cost == 4 * 400 + 3_000_200


async def test_a_run_that_is_ended_while_its_budget_holds_it_keeps_every_call_on_its_record(
    modelled: Play, api: MessagesApi
) -> None:
    await settled_anew(modelled, budget_run=0.25)
    await modelled.opens("mona", TOOLS)
    held = await modelled.run()
    assert held.overlay is Overlay.BUDGET
    before = await told_costs(modelled)

    await modelled.says("raj", "/stop too dear")

    assert (await modelled.run()).stage is Stage.CANCELLED
    assert await told_costs(modelled) == before
    assert sum(sum(each) for each in before) == 400 * len(api.requests)


async def test_calls_before_one_that_comes_late_are_on_the_record_before_it_and_once(
    modelled: Play, api: MessagesApi
) -> None:
    busy = Fail(529, "overloaded_error")
    api.mind = instead("design", busy, busy, busy)
    await modelled.opens("mona", TOOLS)

    run = await modelled.run()
    assert (run.stage, run.cost) == (Stage.PLAN_PROPOSED, 2000)
    assert asked(api)["design"] == 4
    assert await told_costs(modelled) == [[400], [400, 400, 400], [400]]


def dear_in(name: str) -> Mind:
    """Answers sensibly, and charges for this section what no call can cost by its own limits."""

    def dear(request: dict[str, Any]) -> Step:
        tokens = 300_000 if section(request) == name else 20
        return replace(said_by(sensible(request)), output_tokens=tokens)

    return dear


async def told_costs(play: Play) -> list[list[int]]:
    """What each entry that names calls says they cost, dearest last."""
    sight = await play.look()
    paying = [each for each in sight.records if each.type in {"role_replied", "calls_paid"}]
    entries = [from_data(each.type, each.data) for each in paying]
    return [
        sorted(call.spent.cost for call in entry.calls)
        for entry in entries
        if isinstance(entry, e.RoleReplied | e.CallsPaid) and entry.calls
    ]
