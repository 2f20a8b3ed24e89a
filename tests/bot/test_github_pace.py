"""GitHub's limits and our pace, over restarts."""

import contextlib
import itertools
import json

import pytest

from bot.errors import (
    Limited,
    Retry,
)
from bot.github import Hub, Talker
from bot.github.pacing import Limits
from bot.queue_sqlite import SqliteQueue
from tests.bot.conftest import Naps, make_hub
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import Give, ScriptedGitHub


@pytest.mark.parametrize(
    "limit",
    [
        pytest.param(Give(403, {"message": "secondary rate limit"}, {"retry-after": "90"}), id="secondary"),
        pytest.param(Give(429, {"message": "slow down"}, {"retry-after": "90"}), id="429"),
        pytest.param(
            Give(200, {}, {"x-ratelimit-remaining": "0", "retry-after": "90"}), id="the last allowed call"
        ),
    ],
)
async def test_no_call_is_made_while_github_wants_none(  # noqa: PLR0917  # fixtures
    hub: Hub,
    scripted: ScriptedGitHub,
    queue: SqliteQueue,
    clock: ManualClock,
    pem: str,
    naps: Naps,
    limit: Give,
) -> None:
    scripted.script = [limit]
    with contextlib.suppress(Retry):
        await hub.talker(5, 9).post("/a", {})
    sent = len(scripted.calls)
    restarted = make_hub(scripted, queue, pem, naps)
    for one in (hub, restarted):
        with pytest.raises(Limited) as raised:
            await one.reader(5, 9).get("/a")
        assert raised.value.at == clock() + 90
        with pytest.raises(Retry):
            await one.talker(5, 9).post("/a", {})
    assert len(scripted.calls) == sent
    scripted.script = [Give(value={"other": "installation"}), Give(value={"later": 1})]
    await hub.reader(6, 9).get("/a")
    clock.time += 91
    assert await restarted.reader(5, 9).get("/a") == {"later": 1}


async def test_writes_are_a_second_apart(
    scripted: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, clock: ManualClock
) -> None:
    hub = make_hub(scripted, queue, pem, naps, limits=Limits())
    scripted.script = [Give(201, {})] * 10
    sent = []
    for _ in range(10):
        await hub.talker(5, 9).post("/a", {})
        sent.append(clock())
    assert [round(later - earlier, 3) for earlier, later in itertools.pairwise(sent)] == [1.0] * 9


async def test_the_budget_of_a_minute_and_an_hour_holds_over_restarts(
    scripted: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, clock: ManualClock
) -> None:
    limits = Limits(per_minute=5, per_hour=12, spacing=0)
    started = clock()
    sent: list[float] = []
    scripted.script = [Give(201, {})] * 30
    while len(sent) < 30:
        hub = make_hub(scripted, queue, pem, naps, limits=limits)
        try:
            await hub.talker(5, 9).post("/a", {})
        except Retry as retry:
            clock.time = retry.at
        else:
            sent.append(clock() - started)
    for count, span in ((5, 60), (12, 3600)):
        assert all(later - earlier >= span for earlier, later in zip(sent, sent[count:], strict=False))
    assert sent[-1] == 7260.0


async def test_a_lost_or_damaged_window_is_an_empty_one(
    scripted: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps
) -> None:
    await queue.cache("pacing/5", b'{"writes": "nonsense"')
    scripted.script = [Give(201, {})]
    await make_hub(scripted, queue, pem, naps).talker(5, 9).post("/a", {})
    kept = await queue.cached("pacing/5")
    assert kept is not None
    assert len(json.loads(kept)["writes"]) == 1


async def test_calls_are_counted(hub: Hub, talker: Talker, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(value={}), Give(201, {})]
    await talker.get("/a")
    await talker.post("/a", {})
    assert hub.calls == {"POST": 2, "GET": 1}
