"""The webhook's secret changes while deliveries come."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from aiohttp import web
from structlog.testing import capture_logs

from bot.intake import Door
from bot.queue_sqlite import SqliteQueue
from bot.web import make_app
from tests.bot.queue_conformance import ManualClock
from tests.bot.test_web import OLD, SECRET, Client, Seen, body, post


async def test_no_delivery_is_lost_while_the_secret_changes(
    aiohttp_client: Callable[[web.Application], Awaitable[Client]],
    queue: SqliteQueue,
    clock: ManualClock,
) -> None:
    """GitHub goes over to the new secret somewhere in the middle; each process is started with one secret more or less."""

    async def process(*secrets: bytes) -> Client:
        return await aiohttp_client(make_app(Door(secrets, queue, Seen().concerns, clock)))

    sent = 0
    for client, secrets in (
        (await process(OLD), (OLD,)),
        (await process(SECRET, OLD), (OLD, SECRET)),
        (await process(SECRET, OLD), (SECRET,)),
        (await process(SECRET), (SECRET,)),
    ):
        for _ in range(10):
            some = [(body(number=sent + each), secrets[each % len(secrets)]) for each in range(25)]
            sent += len(some)
            answers = await asyncio.gather(
                *(post(client, content, secret=secret) for content, secret in some)
            )
            assert answers == [(202, {"queued": True})] * 25
    assert await queue.depth() == sent == 1000
    over = await process(SECRET)
    assert await post(over, body(number=sent), secret=OLD) == (401, {"queued": False, "refused": "unsigned"})


async def test_the_secret_before_is_refused_from_its_end_on_and_that_is_logged_once(
    aiohttp_client: Callable[[web.Application], Awaitable[Client]],
    queue: SqliteQueue,
    clock: ManualClock,
) -> None:
    until = datetime.fromtimestamp(clock() + 60, UTC)
    door = Door((SECRET, OLD), queue, Seen().concerns, clock, previous_until=until)
    client = await aiohttp_client(make_app(door))
    refused = (401, {"queued": False, "refused": "unsigned"})

    with capture_logs() as told:
        clock.time += 59
        assert (await post(client, body(number=1), secret=OLD))[0] == 202
        assert told == []
        clock.time += 1
        assert await post(client, body(number=2), secret=b"neither of the two, though long enough") == refused
        assert told == []
        for number in (3, 4):
            assert await post(client, body(number=number), secret=OLD) == refused
        assert (await post(client, body(number=5)))[0] == 202

    assert [each["event"] for each in told] == ["old_webhook_secret_refused"]
    assert await queue.depth() == 2
