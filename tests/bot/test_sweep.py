"""What a look at GitHub's list of deliveries takes in, how far back it reads, and whom it wakes."""

import asyncio
import json
import uuid
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.deliveries import Attempt, Told, told
from bot.errors import Garbled
from bot.github import Hub
from bot.installations import OpenRuns
from bot.intake import Door
from bot.queue_sqlite import SqliteQueue
from bot.sweep import MARK, Sweep
from bot.whereabouts import Whereabouts
from tests.bot.queue_conformance import ManualClock, claimed
from tests.stand_ins.scripted_github import BASE, Give, ScriptedGitHub

HOUR = 3600.0
LIST = "GET /app/hook/deliveries?per_page=100"
ISSUE = {
    "action": "labeled",
    "label": {"name": "signalbox"},
    "issue": {"number": 7, "body": "", "labels": []},
    "repository": {"id": 9, "full_name": "acme/shop", "owner": {"login": "Acme"}},
    "installation": {"id": 5},
    "sender": {"id": 3, "login": "mona", "type": "User"},
}


def guid(number: int) -> str:
    return str(uuid.UUID(int=number))


def listed(
    number: int, *, ago: float, clock: ManualClock, status: int = 502, **changed: Any
) -> dict[str, Any]:
    """One attempt as GitHub lists it: number 12 has the delivery id 12."""
    at = datetime.fromtimestamp(clock() - ago, UTC).strftime("%Y-%m-%dT%H:%M:%S.123Z")
    usual = {"id": number, "guid": guid(number), "delivered_at": at, "status_code": status}
    return {**usual, "event": "issues", "action": "labeled", **changed}


def content(payload: Any = ISSUE) -> Give:
    return Give(value={"request": {"headers": {}, "payload": payload}})


def concerns(event: str, payload: dict[str, Any]) -> str | None:
    del event
    number = payload["issue"]["number"]
    return f"acme/shop#{number}" if number else None


@pytest.fixture
def door(queue: SqliteQueue, clock: ManualClock) -> Door:
    return Door((b"secret",), queue, concerns, clock)


@pytest.fixture
def sweep(hub: Hub, door: Door, queue: SqliteQueue, clock: ManualClock) -> Sweep:
    return Sweep(hub, door, OpenRuns(hub, queue, Whereabouts(hub, queue, clock), clock), every=300.0)


async def test_a_delivery_that_failed_is_taken_in_under_its_own_id(
    scripted: ScriptedGitHub, sweep: Sweep, queue: SqliteQueue, clock: ManualClock
) -> None:
    scripted.script = [Give(value=[listed(12, ago=60, clock=clock)]), content()]
    assert await sweep.read_back() == 1
    assert scripted.asked == [LIST, "GET /app/hook/deliveries/12"]
    delivery = (await claimed(queue)).delivery
    assert (delivery.id, delivery.event, delivery.run_key) == (guid(12), "issues", "acme/shop#7")
    assert json.loads(delivery.body) == ISSUE
    assert delivery.body_digest == ""


async def test_what_was_taken_in_is_not_read_again(
    scripted: ScriptedGitHub, sweep: Sweep, clock: ManualClock
) -> None:
    page = Give(value=[listed(12, ago=60, clock=clock)])
    scripted.script = [page, content(), page, page]
    assert [await sweep.read_back() for _ in range(3)] == [1, 0, 0]
    assert scripted.asked == [LIST, "GET /app/hook/deliveries/12", LIST, LIST]


async def test_the_oldest_is_taken_in_first(
    scripted: ScriptedGitHub, sweep: Sweep, queue: SqliteQueue, clock: ManualClock
) -> None:
    page = [listed(13, ago=50, clock=clock), listed(12, ago=60, clock=clock)]
    scripted.script = [Give(value=page), content(), content()]
    assert await sweep.read_back() == 2
    job = await claimed(queue)
    assert job.delivery.id == guid(12)


@pytest.mark.parametrize(
    ("polling", "first", "later"),
    [
        pytest.param(False, 1, 0, id="auto doubts after a start, then trusts what arrived"),
        pytest.param(True, 1, 1, id="polling trusts nothing that is listed as arrived"),
    ],
)
async def test_an_arrived_delivery(
    scripted: ScriptedGitHub, sweep: Sweep, clock: ManualClock, *, polling: bool, first: int, later: int
) -> None:
    sweep.polling = polling
    one, two = listed(12, ago=60, clock=clock, status=202), listed(13, ago=1, clock=clock, status=202)
    scripted.script = [Give(value=[one]), content(), Give(value=[two, one]), content()]
    assert await sweep.read_back() == first
    assert await sweep.read_back() == later


async def test_a_delivery_that_arrived_at_the_second_attempt_has_arrived(
    scripted: ScriptedGitHub, sweep: Sweep, clock: ManualClock
) -> None:
    scripted.script = [Give(value=[])]
    await sweep.read_back()
    again = listed(13, ago=1, clock=clock, status=200, guid=guid(12))
    scripted.script = [Give(value=[again, listed(12, ago=60, clock=clock)])]
    assert await sweep.read_back() == 0


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"event": "ping", "action": None}, id="nobody listens to the event"),
        pytest.param({"event": "issues", "action": "pinned"}, id="nobody listens to the action"),
        pytest.param({"event": "wake", "action": None}, id="a name of the App's own events"),
        pytest.param({"guid": "../wake"}, id="no GUID"),
    ],
)
async def test_what_nobody_listens_to_is_not_even_read(
    scripted: ScriptedGitHub, sweep: Sweep, clock: ManualClock, changed: dict[str, Any]
) -> None:
    scripted.script = [Give(value=[listed(12, ago=60, clock=clock, **changed)])]
    assert await sweep.read_back() == 0
    assert scripted.asked == [LIST]


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param([content({**ISSUE, "issue": {"number": 0}})], id="of no run"),
        pytest.param([content({**ISSUE, "comment": {}})], id="another event's shape"),
        pytest.param([content(None)], id="without a payload"),
        pytest.param([Give(404, {"message": "Not Found"})] * 2, id="forgotten meanwhile"),
    ],
)
async def test_what_cannot_be_taken_in_is_read_once(
    scripted: ScriptedGitHub, sweep: Sweep, queue: SqliteQueue, clock: ManualClock, answers: list[Give]
) -> None:
    page = Give(value=[listed(12, ago=60, clock=clock)])
    scripted.script = [page, *answers, page]
    assert [await sweep.read_back() for _ in range(2)] == [0, 0]
    assert await queue.depth() == 0


@pytest.mark.parametrize(
    ("mark", "pages"),
    [
        pytest.param(None, 2, id="three days when nothing is known"),
        pytest.param(HOUR, 2, id="to where the last look ended"),
        pytest.param(60.0, 1, id="and no further"),
    ],
)
async def test_pages_are_read_back_to_the_last_look(
    scripted: ScriptedGitHub,
    sweep: Sweep,
    queue: SqliteQueue,
    clock: ManualClock,
    *,
    mark: float | None,
    pages: int,
) -> None:
    if mark is not None:
        await queue.cache(MARK, str(clock() - mark).encode())
    more = {"link": f'<{BASE}/app/hook/deliveries?per_page=100&cursor=v1_11>; rel="next"'}
    ping: dict[str, Any] = {"event": "ping", "action": None}
    newest = [listed(12, ago=5, clock=clock, **ping), listed(11, ago=1000, clock=clock, **ping)]
    oldest = [listed(10, ago=73 * HOUR, clock=clock, **ping)]
    following = {"link": f'<{BASE}/app/hook/deliveries?per_page=100&cursor=v1_9>; rel="next"'}
    scripted.script = [Give(value=newest, headers=more), Give(value=oldest, headers=following)]
    await sweep.read_back()
    assert scripted.asked == [LIST, "GET /app/hook/deliveries?per_page=100&cursor=v1_11"][:pages]
    seen = await queue.cached(MARK)
    assert seen is not None
    assert float(seen) == pytest.approx(clock() - 5, abs=1)


async def test_a_look_that_breaks_off_is_made_again_from_the_same_place(
    scripted: ScriptedGitHub, sweep: Sweep, queue: SqliteQueue, clock: ManualClock
) -> None:
    html = Give(raw=b"<html>", headers={"content-type": "text/html"})
    page = Give(value=[listed(13, ago=50, clock=clock), listed(12, ago=60, clock=clock)])
    scripted.script = [page, content(), html, html, html]
    with pytest.raises(Garbled):
        await sweep.read_back()
    assert await queue.cached(MARK) is None
    scripted.script = [page, content()]
    assert await sweep.read_back() == 1
    assert await queue.depth() == 2


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Give(500, {"message": "down"}), id="trouble"),
        pytest.param(Give(value=[{"id": 1}]), id="another shape"),
        pytest.param(Give(value=[{"id": 1, "guid": guid(1), "event": "x", "action": None, "status_code": 1,
                                  "delivered_at": "yesterday"}]), id="another date"),
    ],
)  # fmt: skip
async def test_a_look_that_fails_is_followed_by_another(
    scripted: ScriptedGitHub, sweep: Sweep, answer: Give
) -> None:
    scripted.script = [answer] * 3 if answer.status == 500 else [answer]
    looks: list[float] = []

    async def nap(seconds: float) -> None:
        looks.append(seconds)
        scripted.script = [Give(value=[]), Give(value={"total_count": 0, "installations": []})]
        if len(looks) == 2:
            raise asyncio.CancelledError

    sweep.sleep = nap
    with pytest.raises(asyncio.CancelledError):
        await sweep.run()
    assert looks == [300.0, 300.0]
    assert scripted.asked[-2:] == [LIST, "GET /app/installations?per_page=100"]


async def test_polling_is_quick_while_there_is_news(
    scripted: ScriptedGitHub, sweep: Sweep, clock: ManualClock
) -> None:
    sweep.polling = True
    assert sweep.pause() == 30.0
    scripted.script = [Give(value=[listed(12, ago=1, clock=clock)]), content()]
    await sweep.read_back()
    assert sweep.pause() == 5.0
    clock.time += 59
    assert sweep.pause() == 5.0
    clock.time += 1
    assert sweep.pause() == 30.0


def test_deliveries_are_told_in_the_order_of_their_first_attempts() -> None:
    tries = (
        Attempt(30, "a", "issues", "edited", 3.0, arrived=True),
        Attempt(20, "b", "status", "", 2.0, arrived=False),
        Attempt(10, "a", "issues", "edited", 1.0, arrived=False),
    )
    assert told(tries) == (
        Told("a", 10, "issues", "edited", arrived=True, at=3.0),
        Told("b", 20, "status", "", arrived=False, at=2.0),
    )
