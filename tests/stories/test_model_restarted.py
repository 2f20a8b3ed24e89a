"""A model that is to be left alone, and an App that is ended meanwhile: how long is kept on the disk, and nothing is asked before."""

import asyncio

from policies.stages import Stage
from tests.stand_ins.messages_api import Fail, MessagesApi
from tests.stories.modelled import asked, instead, until
from tests.stories.prds import TOOLS
from tests.stories.stage import REPO, Play


async def test_a_wait_for_the_model_outlives_the_process(modelled: Play, api: MessagesApi) -> None:
    api.mind = instead("triage", Fail(429, "rate_limit_error", headers={"retry-after": "7200"}))
    began = modelled.now()
    await modelled.opens("mona", TOOLS, label=False)
    await modelled.person("tess").do(
        "POST", f"{REPO}/issues/{modelled.issue}/labels", {"labels": ["signalbox"]}
    )

    async def told() -> bool:
        cards = await modelled.ours("card")
        return bool(cards) and "Held up" in cards[0].body

    await until(told)
    await modelled.crash()
    await modelled.start()
    asking = await modelled.person("raj").comment("acme/shop", modelled.issue, "/signalbox status")

    async def answered() -> bool:
        return "+1" in (await modelled.comment(asking)).reactions

    await asyncio.wait_for(until(answered), modelled.patience)
    assert modelled.now() - began < 60
    assert asked(api) == {"triage": 1}
    assert "Anthropic is busy (429). I ask again by myself from " in (await modelled.card()).body

    await modelled.settled(7200.0)
    assert modelled.now() - began >= 7200
    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert asked(api) == {"triage": 2, "demands": 1, "workflows": 1, "domain": 1, "design": 1}
