"""`/stop` ends what is in flight within five seconds: a model that is being asked, and issues that are being made."""

import asyncio
from collections.abc import Callable
from typing import Any

from policies import entries as e
from policies.stages import Stage
from tests.stand_ins.messages_api import MessagesApi, Slow, Step
from tests.stand_ins.model_mind import section, sensible
from tests.stories.modelled import until
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import backlog_proposed, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play

PROMISED = 5.0


def never_done_with(name: str) -> Callable[[dict[str, Any]], Step]:
    """A model that thinks of this section for a minute."""

    def mind(request: dict[str, Any]) -> Step:
        return Slow(60.0) if section(request) == name else sensible(request)

    return mind


async def approves(play: Play) -> None:
    """Raj approves what waits, and nobody waits for what comes of it."""
    run = await play.run()
    version = run.backlog or run.plan
    assert version is not None
    line = f"/approve {'backlog' if run.backlog else 'plan'} {version.digest[:12]}"
    await play.person("raj").comment(REPOSITORY, play.issue, line)


async def stopped_in_time(play: Play) -> None:
    """Raj ends the run: in the promised time nothing is at work for it any more, and after that nothing is written."""
    async with asyncio.timeout(PROMISED):
        await play.says("raj", "/stop we buy it")
    assert (await play.run()).stage is Stage.CANCELLED
    before = len(play.recorder.calls)
    play.wait(3600)
    await play.settled()
    assert [call for call in play.recorder.calls[before:] if call.method != "GET"] == []


async def test_a_plan_that_is_being_drawn(modelled: Play, api: MessagesApi) -> None:
    api.mind = never_done_with("design")
    made = await modelled.person("mona").do("POST", f"{REPO}/issues", {"title": "Shop", "body": TOOLS})
    modelled.issue = int(made["number"])
    await modelled.person("tess").do(
        "POST", f"{REPO}/issues/{modelled.issue}/labels", {"labels": ["signalbox"]}
    )
    await until(lambda: thinking(api, "design"))

    await stopped_in_time(modelled)

    run = await modelled.run()
    assert run.plans == ()
    # What had been answered by then was paid for, and the record and the card say so.
    sight = await modelled.look()
    (paid,) = sight.entries("calls_paid")
    assert isinstance(paid, e.CallsPaid)
    assert [call.spent.cost for call in paid.calls] == [400, 400, 400]
    assert run.cost == 1600
    assert "480 tokens" in (await modelled.card()).body


async def thinking(api: MessagesApi, name: str) -> bool:
    """Whether the model is at work on this section."""
    return bool(api.at_once) and section(api.requests[-1]) == name


async def test_a_backlog_that_is_being_drawn(modelled: Play, api: MessagesApi) -> None:
    await plan_proposed(modelled)
    api.mind = never_done_with("backlog")
    await approves(modelled)
    await until(lambda: thinking(api, "backlog"))

    await stopped_in_time(modelled)

    assert (await modelled.run()).backlogs == ()


async def test_patchsets_that_are_being_written(modelled: Play, api: MessagesApi) -> None:
    await backlog_proposed(modelled)
    api.mind = never_done_with("files")
    await approves(modelled)
    await until(lambda: thinking(api, "files"))

    await stopped_in_time(modelled)

    run = await modelled.run()
    assert [unit.id for unit in run.units.values() if unit.patchset] == []
    assert await modelled.branches() == ["main", "signalbox/run-1-plan-v1"]


async def test_issues_that_are_being_made(play: Play) -> None:
    await backlog_proposed(play)
    made = asyncio.Event()

    async def slowly(method: str, path: str) -> None:
        if (method, path) == ("POST", f"{REPO}/issues"):
            made.set()
            await asyncio.sleep(0.3)

    play.recorder.before = slowly
    await approves(play)
    await made.wait()

    await stopped_in_time(play)

    assert 1 < len(await play.issues()) < 12
