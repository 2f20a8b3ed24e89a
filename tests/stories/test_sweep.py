"""GitHub forgets to tell, or tells nobody: what did not arrive is read back, and every run comes to the same end."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.compose import compose
from bot.demo.servers import free_port
from policies.stages import Stage, UnitState
from tests.conftest import Standin
from tests.stories.ci import SOON
from tests.stories.losing import ALL, DAY, lose, standing, sweep
from tests.stories.prds import TOOLS
from tests.stories.shortcuts import backlog_proposed, delivering, merge_unit, plan_proposed
from tests.stories.stage import REPO, Play, open_stage


class Deaf(Play):
    """Nothing is delivered to this App; it reads everything back."""

    async def settled(self, soon: float = SOON) -> None:
        """Waits until the App has read back everything and has nothing left to do."""
        await super().settled(soon)
        while await self.app.sweep.read_back():
            await super().settled(soon)


@pytest.fixture
async def deaf(github: Standin, tmp_path: Path) -> AsyncIterator[Play]:
    """A stage on which every webhook is lost on its way."""
    async with aiohttp.ClientSession() as session:
        data, files = tmp_path / "app", {"README.md": "# Shop\n"}
        made = await open_stage(github, session, data, files=files, kind=Deaf)
        await lose(made, ALL)
        await made.start()
        try:
            yield made
        finally:
            await made.close()


async def test_a_run_goes_from_label_to_merged_unit_when_every_webhook_is_lost(deaf: Play) -> None:
    run = await delivering(deaf, "U-01")
    unit = await merge_unit(deaf, "U-01")
    assert unit.state is UnitState.DONE
    run = await deaf.run()
    assert run.stage is Stage.DONE
    assert "signalbox/done" in await deaf.labels()
    assert received(deaf) == []


async def test_a_run_that_lost_its_database_stands_as_before_and_goes_on(play: Play) -> None:
    await delivering(play, "U-01")
    before = await standing(play)
    await play.lose_database()
    await sweep(play)
    assert await standing(play) == before
    unit = await merge_unit(play, "U-01")
    assert unit.state is UnitState.DONE
    done = await standing(play)
    await play.lose_database()
    await sweep(play)
    assert await standing(play) == done


async def test_what_was_acknowledged_and_lost_with_the_database_is_read_back(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    play.app.queue.wake()  # The loops end, so what comes now is acknowledged and stays undone.
    await play.person("raj").comment("acme/shop", play.issue, f"/approve plan {run.plan.digest[:12]}")
    await play.github.settle()
    assert await play.app.queue.depth() == 1
    await play.lose_database()
    assert (await play.run()).stage is Stage.PLAN_PROPOSED
    await sweep(play)
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED


async def test_a_lost_delivery_counts_once_however_often_it_comes_later(play: Play) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    await lose(play, 1)
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    assert (await play.run()).stage is Stage.PLAN_PROPOSED
    assert await play.app.sweep.read_back() == 1
    await play.settled()
    once = await standing(play)
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
    lost = next(each for each in play.github.world.deliveries if each.status_code == 502)
    for _ in range(2):
        again = await play.registered.as_app.post(f"/app/hook/deliveries/{lost.id}/attempts")
        assert again.status == 202
        await play.settled()
    await play.stop()
    await play.start()
    assert await play.app.sweep.read_back() == 0
    assert await standing(play) == once


async def test_a_delivery_that_was_answered_with_an_error_is_read_back(play: Play) -> None:
    async with failing_server() as elsewhere:
        await hook(play, elsewhere)
        await play.opens("mona", TOOLS)
    await hook(play, f"http://127.0.0.1:{play.settings.port}/github")
    assert {each.status_code for each in play.github.world.deliveries} >= {500}
    assert await play.ours() == []
    assert await play.app.sweep.read_back() == 1
    await play.settled()
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


@pytest.mark.parametrize(
    ("passed", "begun"),
    [
        pytest.param(3 * DAY - 60, True, id="almost three days ago"),
        pytest.param(3 * DAY + 60, False, id="more than three days ago"),
    ],
)
async def test_a_delivery_is_read_back_for_three_days(play: Play, *, passed: float, begun: bool) -> None:
    await lose(play, ALL)
    await play.opens("mona", TOOLS)
    play.wait(passed)
    await sweep(play)
    assert (await play.ours("card") != []) is begun


async def test_a_delivery_beyond_the_first_page_is_read_back(play: Play) -> None:
    await lose(play, ALL)
    await play.opens("mona", TOOLS)
    for number in range(120):
        body = {"title": f"Something else {number}"}
        await play.person("mona").do("POST", f"{REPO}/issues", body)
    await play.settled()
    await play.app.sweep.read_back()
    pages = [call for call in play.recorder.calls if call.path.startswith("/app/hook/deliveries?")]
    assert len(pages) == 2
    assert "cursor=" in pages[1].path
    await lose(play, 0)
    await play.settled()
    assert (await play.run()).stage is Stage.PLAN_PROPOSED


async def test_polling_needs_no_webhook_at_all(play: Play) -> None:
    await play.stop()
    play.settings = play.settings.model_copy(update={"delivery": "poll"})
    await play.start()
    await hook(play, f"http://127.0.0.1:{free_port()}/nobody-is-here")
    pauses: list[float] = []
    enough = asyncio.Event()

    async def nap(seconds: float) -> None:
        pauses.append(seconds)
        play.wait(seconds)
        await play.settled()
        if len(pauses) == 20:
            enough.set()

    play.app.sweep.sleep = nap
    polling = asyncio.create_task(play.app.sweep.run())
    await play.opens("mona", TOOLS)
    async with asyncio.timeout(20):
        await enough.wait()
    polling.cancel()
    assert (await play.run()).stage is Stage.PLAN_PROPOSED
    assert received(play) == []
    assert pauses[0] in {5.0, 30.0}
    assert pauses.count(5.0) == 12
    assert pauses[-1] == 30.0


@pytest.mark.parametrize(("delivery", "begun"), [("auto", True), ("poll", True), ("webhook", False)])
async def test_a_process_that_starts_reads_back_what_it_missed(
    play: Play, *, delivery: str, begun: bool
) -> None:
    await lose(play, ALL)
    await play.opens("mona", TOOLS)
    await play.stop()
    settings = play.settings.model_copy(update={"delivery": delivery})
    app = await compose(settings, clock=play.now, port=play.recorder)
    stop, ready = asyncio.Event(), asyncio.Event()
    serving = asyncio.create_task(app.serve(stop.wait(), ready=ready))
    await ready.wait()
    for _ in range(400 if begun else 10):
        if await play.ours("turn"):
            break
        await asyncio.sleep(0.05)
    stop.set()
    await serving
    assert (await play.ours("turn") != []) is begun
    await lose(play, 0)
    await play.start()


async def test_an_account_that_may_not_use_the_app_is_not_served(play: Play) -> None:
    await play.stop()
    play.settings = play.settings.model_copy(update={"accounts": frozenset({"somebody-else"})})
    await play.start()
    calls = len(play.recorder.calls)
    await play.opens("mona", TOOLS)
    assert play.recorder.calls[calls:] == []
    await sweep(play)
    assert await play.ours() == []
    assert [call.path for call in play.recorder.calls if "/repos/" in call.path] == []


@pytest.mark.parametrize(
    ("method", "ending", "told", "minted"),
    [
        pytest.param("DELETE", "", True, [404, 404, 404], id="uninstalled"),
        pytest.param("PUT", "/suspended", True, [403, 403, 403], id="suspended"),
        pytest.param("PUT", "/suspended", False, [403, 403, 403], id="suspended, and nobody told"),
    ],
)
async def test_work_for_an_installation_that_is_gone_ends_quietly(
    play: Play, *, method: str, ending: str, told: bool, minted: list[int]
) -> None:
    run = await plan_proposed(play)
    assert run.plan is not None
    await lose(play, 1 if told else ALL)
    await play.says("raj", f"/approve plan {run.plan.digest[:12]}")
    where = f"/app/installations/{play.registered.installation_id}{ending}"
    as_app = play.registered.as_app
    gone = await (as_app.delete(where) if method == "DELETE" else as_app.put(where))
    assert gone.status == 204
    await play.settled()
    before = len(play.recorder.calls)
    assert await play.app.sweep.read_back() == 1
    await play.settled()
    tried = [call.status for call in play.recorder.calls[before:] if call.method == "POST"]
    assert tried == minted
    assert await play.app.queue.dead_letters() == ()


async def test_a_plan_that_was_merged_is_not_written_again_after_the_database_was_lost(play: Play) -> None:
    await backlog_proposed(play)
    (pull,) = await play.pulls()
    await play.merges("raj", pull["number"])
    await play.person("raj").do("DELETE", f"{REPO}/git/refs/heads/{pull['head']['ref']}")
    await play.settled()
    before, written = await standing(play), await play.content_writes()
    await play.lose_database()
    await sweep(play)
    assert await standing(play) == before
    assert await play.content_writes() == written


async def hook(play: Play, url: str) -> None:
    """The App's webhooks go elsewhere from here on."""
    answer = await play.registered.as_app.patch("/app/hook/config", {"url": url})
    assert answer.status == 200


def received(play: Play) -> list[str]:
    """The deliveries that the App answered."""
    return [each.guid for each in play.github.world.deliveries if each.status_code == 202]


@contextlib.asynccontextmanager
async def failing_server() -> AsyncIterator[str]:
    """A server that answers everything with 500; its address."""

    async def fail(request: web.Request) -> web.Response:
        del request
        return web.Response(status=500)

    app = web.Application()
    app.router.add_post("/{tail:.*}", fail)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/github"
    finally:
        await runner.cleanup()
