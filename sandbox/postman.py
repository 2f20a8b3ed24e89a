"""The one task that sends queued webhooks in order, and the mishaps that a test orders on their way."""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

import aiohttp

from sandbox.hooks import signed_headers

if TYPE_CHECKING:
    from sandbox.records import Delivery
    from sandbox.world import World

# https://docs.github.com/webhooks/using-webhooks/handling-webhook-deliveries: the receiver has ten seconds.
PATIENCE = aiohttp.ClientTimeout(total=10)


class Postman:
    """Sends what is queued, one delivery after the other, and writes down what came back. Never tries again by itself."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._session: aiohttp.ClientSession | None = None
        self._round: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begins the round."""
        self._session = aiohttp.ClientSession(timeout=PATIENCE)
        self._round = asyncio.create_task(self._walk(self._session))

    async def stop(self) -> None:
        """Ends the round; what is still queued stays unsent."""
        if self._round is not None:
            self._round.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._round
        if self._session is not None:
            await self._session.close()

    async def settle(self) -> None:
        """Waits until everything queued so far, and what it led to meanwhile, is sent; at once while mail is held."""
        if not self._world.mishaps.held:
            await self._world.outbox.join()

    async def _walk(self, session: aiohttp.ClientSession) -> None:
        outbox, mishaps = self._world.outbox, self._world.mishaps
        while True:
            batch = [await outbox.get()]
            await mishaps.released.wait()
            while not outbox.empty():
                batch.append(outbox.get_nowait())
            if mishaps.backwards:
                batch.reverse()
                mishaps.backwards = False
            for delivery in batch:
                await mishaps.released.wait()
                await self._deliver(session, delivery)
                outbox.task_done()

    async def _deliver(self, session: aiohttp.ClientSession, delivery: Delivery) -> None:
        """Sends a delivery once; twice or not at all when that was ordered."""
        mishaps = self._world.mishaps
        if mishaps.lose > 0:
            mishaps.lose -= 1
            delivery.status_code, delivery.status, delivery.sent = 502, "failed to connect to host", True
            delivery.request_headers = signed_headers(delivery)
            return
        await _send(session, delivery)
        if mishaps.duplicate > 0:
            mishaps.duplicate -= 1
            await _send(session, delivery)


async def _send(session: aiohttp.ClientSession, delivery: Delivery) -> None:
    """Posts one delivery and records the answer, or why there was none, in GitHub's words."""
    delivery.request_headers = signed_headers(delivery)
    began = time.perf_counter()
    url = delivery.app.webhook_url or ""
    try:
        async with session.post(url, data=delivery.body, headers=delivery.request_headers) as answer:
            delivery.response_body = (await answer.read()).decode(errors="replace")
            delivery.response_headers = dict(answer.headers)
            delivery.status_code, delivery.status = answer.status, answer.reason or ""
    except TimeoutError:
        delivery.status_code, delivery.status = 504, "timed out"
    except (aiohttp.ClientError, OSError, ValueError):
        delivery.status_code, delivery.status = 502, "failed to connect to host"
    delivery.duration = round(time.perf_counter() - began, 2)
    delivery.sent = True
