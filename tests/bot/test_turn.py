"""Several processes share a queue, and one of them does what is to be done once."""

import asyncio

import pytest

from bot.github import Hub
from bot.installations import OpenRuns
from bot.intake import Door
from bot.queue_sqlite import SqliteQueue
from bot.sweep import Sweep
from bot.turn import Turn
from bot.whereabouts import Whereabouts
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import Give, ScriptedGitHub


def sweep_of(hub: Hub, queue: SqliteQueue, clock: ManualClock) -> tuple[Sweep, list[float]]:
    """The sweep of one more process, which looks twice, and the pauses it makes."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise asyncio.CancelledError

    door = Door((b"secret",), queue, lambda *_: None, clock)
    turn = Turn(queue, clock, "sweep/turn")
    return Sweep(
        hub,
        door,
        OpenRuns(hub, queue, Whereabouts(hub, queue, clock), clock),
        every=300.0,
        turn=turn,
        sleep=sleep,
    ), pauses


async def test_the_turn_stays_with_whoever_asks_again_and_goes_on_when_they_fall_silent(
    queue: SqliteQueue, clock: ManualClock
) -> None:
    first, second = Turn(queue, clock, "a"), Turn(queue, clock, "a")
    assert [await first.mine(60), await second.mine(60)] == [True, False]
    clock.time += 50
    assert [await second.mine(60), await first.mine(60)] == [False, True]
    clock.time += 60
    assert [await second.mine(60), await first.mine(60)] == [True, False]
    assert await Turn(queue, clock, "b").mine(60)


async def test_one_process_sweeps_and_the_others_look_whether_it_still_does(
    hub: Hub, scripted: ScriptedGitHub, queue: SqliteQueue, clock: ManualClock
) -> None:
    (first, its), (second, others) = sweep_of(hub, queue, clock), sweep_of(hub, queue, clock)
    scripted.script = [Give(value=[]) for _ in range(3)]
    with pytest.raises(asyncio.CancelledError):
        await first.run()
    asked = len(scripted.asked)
    with pytest.raises(asyncio.CancelledError):
        await second.run()
    assert (its, others) == ([300.0, 300.0], [60.0, 60.0])
    assert asked == len(scripted.asked) == 3


async def test_the_one_that_sweeps_hears_of_a_change_in_what_may_be_seen(
    hub: Hub, scripted: ScriptedGitHub, queue: SqliteQueue, clock: ManualClock
) -> None:
    (first, _), (web, _) = sweep_of(hub, queue, clock), sweep_of(hub, queue, clock)
    scripted.script = [Give(value=[]) for _ in range(5)]
    doubted: list[bool] = []

    async def look() -> None:
        await first._hear()
        doubted.append(first._doubted)
        await first.once()

    await look()
    await web.tell_the_others()
    await look()
    await look()
    assert doubted == [False, True, False]
