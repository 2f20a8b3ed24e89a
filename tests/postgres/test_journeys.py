"""The App on a shared queue, from outside: post the webhook, read the comment."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.place import Place
from bot.queue import MAX_ATTEMPTS, Delivery
from bot.queue_postgres import PostgresQueue
from policies.stages import Stage
from tests.conftest import Standin
from tests.postgres.shared import Apart, Shared, staged
from tests.stand_ins.postgres_server import PostgresServer
from tests.stories.shortcuts import backlog_proposed, plan_proposed
from tests.stories.stage import REPOSITORY


@pytest.fixture
async def play(github: Standin, server: PostgresServer, tmp_path: Path) -> AsyncIterator[Shared]:
    async with staged(Shared, github, server, tmp_path) as play:
        yield play


@pytest.fixture
async def apart(github: Standin, server: PostgresServer, tmp_path: Path) -> AsyncIterator[Apart]:
    async with staged(Apart, github, server, tmp_path) as play:
        yield play


async def test_a_run_goes_from_its_label_to_an_approved_plan_through_processes_of_their_own(
    apart: Apart,
) -> None:
    """One web process, two workers; the plan is approved, and the backlog that follows from it is proposed."""
    await apart.worker()
    run = await backlog_proposed(apart)
    assert run.stage is Stage.BACKLOG_PROPOSED
    assert await apart.repeated() == []


async def test_a_worker_that_is_killed_is_taken_over_and_the_run_goes_on(apart: Apart) -> None:
    run = await plan_proposed(apart)
    assert run.plan is not None
    line = f"/approve plan {run.plan.digest[:12]}"
    await apart.person("raj").comment(REPOSITORY, apart.issue, line)
    while not await apart.told("SELECT 1 FROM signalbox_delivery WHERE state = 1"):
        pass
    apart.workers[0].kill()
    await apart.workers[0].wait()
    await apart.worker()
    await apart.settled()
    assert (await apart.run()).stage is Stage.BACKLOG_PROPOSED


async def test_a_poison_event_is_given_up_after_five_tries_and_the_rest_flows(play: Shared) -> None:
    await plan_proposed(play)
    repository = await play.person("raj").do("GET", "/repos/acme/shop")
    place = Place(play.registered.installation_id, repository["id"], REPOSITORY, play.issue)
    body = json.dumps({"place": asdict(place)}).encode()
    poison = Delivery("poison", "ask", f"{place.run}!poison", body, "", play.now())
    await play.app.queue.put(poison)
    await play.settled()

    (letter,) = await play.app.queue.dead_letters()
    assert (letter.delivery.id, letter.attempts) == ("poison", MAX_ATTEMPTS)
    assert letter.why.startswith("KeyError")
    play.dead = (letter.why,)
    assert "incident" in (await play.newest()).body
    answer = await play.says("raj", "/signalbox status")
    assert "+1" in answer.reactions


async def test_work_that_ended_its_process_five_times_is_given_up_before_it_does_so_again(
    play: Shared,
) -> None:
    await plan_proposed(play)
    await play.stop()
    key = f"{REPOSITORY}#{play.issue}"
    queue = await PostgresQueue.open(play.url, clock=play.now)
    await queue.put(Delivery("killer", "wake", key, b"{}", "", play.now()))
    await queue.close()
    await play.told(f"UPDATE signalbox_delivery SET lost = {MAX_ATTEMPTS} WHERE id = 'killer'")
    await play.start()
    await play.settled()
    (letter,) = await play.app.queue.dead_letters()
    assert letter.why == "the process ended in the middle of it 5 times"
    play.dead = (letter.why,)


async def test_a_database_that_restarts_loses_nothing_and_is_found_again(
    play: Shared, server: PostgresServer
) -> None:
    """It goes down with work under way. What was answered with 202 is done, and what came meanwhile is read back."""
    run = await plan_proposed(play)
    assert run.plan is not None
    raj = play.person("raj")
    asked = await raj.comment(REPOSITORY, play.issue, "/signalbox status")
    await play.github.settle()
    await asyncio.to_thread(server.stop)
    try:
        await raj.comment(REPOSITORY, play.issue, f"/approve plan {run.plan.digest[:12]}")
        await play.github.settle()
        newest = (await play.registered.as_app.get("/app/hook/deliveries")).json[0]
        assert newest["status_code"] == 503
    finally:
        await asyncio.to_thread(server.start)
    assert await play.app.sweep.read_back() == 1
    await play.settled()
    assert "+1" in (await play.comment(asked)).reactions
    assert (await play.run()).stage is Stage.BACKLOG_PROPOSED
