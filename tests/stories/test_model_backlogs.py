"""Backlogs of a model that cannot be meant, at a run's own threads: told twice what is wrong, then a person is asked, and nothing is made."""

from typing import Any

import pytest

from policies.stages import Overlay, Stage
from tests.stand_ins.messages_api import MessagesApi
from tests.stand_ins.model_mind import sensible
from tests.stories.modelled import Change, asked, spoiled
from tests.stories.shortcuts import plan_proposed
from tests.stories.stage import Play

Backlog = dict[str, Any]


def none_at_all(backlog: Backlog) -> Backlog:
    return {**backlog, "units": [], "slices": []}


def five_thousand(backlog: Backlog) -> Backlog:
    """Each as short as can be, so that the answer is read at all."""
    slices = [{"id": f"S{n}", "title": "x", "starts_after": []} for n in range(60)]
    unit = {"title": "x", "summary": "", "foundation": True}
    units = [{"id": f"U-{n:04}", "slice": f"S{n % 60}", **unit} for n in range(5000)]
    return {**backlog, "units": units, "slices": slices}


def in_a_circle(backlog: Backlog) -> Backlog:
    first, second, *rest = backlog["units"]
    circle = [{**first, "depends_on": [second["id"]]}, {**second, "depends_on": [first["id"]]}]
    return {**backlog, "units": [*circle, *rest]}


def dangling(backlog: Backlog) -> Backlog:
    *before, last = backlog["units"]
    return {**backlog, "units": [*before, {**last, "depends_on": ["U-99"]}]}


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        pytest.param(none_at_all, "the backlog has 0 units", id="no unit"),
        pytest.param(five_thousand, "the backlog has 5000 units", id="5,000 units"),
        pytest.param(in_a_circle, "wait for one another", id="a circle"),
        pytest.param(dangling, "waits for U-99, which is not a unit", id="an id that is not there"),
    ],
)
async def test_a_backlog_that_cannot_be_meant_is_given_up_after_two_repairs_and_a_retry_asks_anew(
    modelled: Play, api: MessagesApi, change: Change, mistake: str
) -> None:
    api.mind = spoiled("backlog", change)
    plan = (await plan_proposed(modelled)).plan
    assert plan is not None
    await modelled.says("raj", f"/approve plan {plan.digest[:12]}")

    held = await modelled.run()
    assert (held.stage, held.overlay) == (Stage.DECOMPOSING, Overlay.NEEDS_HUMAN)
    assert "decomposition: the model's answer could not be used, nor its 2 repairs." in held.overlay_reason
    assert mistake in held.overlay_reason
    assert mistake in api.requests[-1]["messages"][-1]["content"]
    assert asked(api)["backlog"] == 3
    assert held.backlogs == ()
    assert held.units == {}

    api.mind = sensible
    await modelled.says("raj", "/retry")
    assert (await modelled.run()).stage is Stage.BACKLOG_PROPOSED
    assert asked(api)["backlog"] == 4
