"""What people see and may do while a model is waited for: in the card, in answers, on hold, and in vain."""

from policies.stages import Stage
from tests.stand_ins.messages_api import Fail, MessagesApi
from tests.stand_ins.model_mind import sensible
from tests.stories.modelled import instead, until
from tests.stories.prds import TOOLS
from tests.stories.stage import REPO, REPOSITORY, Play


async def waits(play: Play, api: MessagesApi) -> None:
    """A run begins, and the card says that the model does not answer."""
    await play.opens("mona", TOOLS, label=False)
    path = f"{REPO}/issues/{play.issue}/labels"
    await play.person("tess").do("POST", path, {"labels": ["signalbox"]})

    async def told() -> bool:
        cards = await play.ours("card") if api.requests else []
        return bool(cards) and "Held up" in cards[0].body

    await until(told)


async def test_a_paused_run_asks_nobody_and_asks_afresh_when_it_goes_on(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = lambda _: Fail(529, "overloaded_error")
    await waits(modelled, api)
    await modelled.says("raj", "/pause")
    times = len(api.requests)
    await modelled.passes(2 * 3600)
    assert len(api.requests) == times
    assert "Held up" not in (await modelled.card()).body

    api.mind = sensible
    await modelled.says("raj", "/resume")

    assert (await modelled.run()).stage is Stage.PLAN_PROPOSED
    assert "`@raj` paused the run" in (await modelled.card()).body


async def test_what_is_said_before_there_is_a_plan_is_told_where_it_can_be_said(
    modelled: Play, api: MessagesApi
) -> None:
    api.mind = instead("triage", Fail(429, "rate_limit_error", headers={"retry-after": "7200"}))
    await waits(modelled, api)
    await modelled.person("mona").comment(REPOSITORY, modelled.issue, "/answer 1 yes")

    async def refused() -> bool:
        return bool(await modelled.ours("turn"))

    await until(refused)
    said = (await modelled.newest("turn")).body
    assert "There is no plan yet that could ask one. To say more, edit the text of the issue." in said
    await modelled.settled()
