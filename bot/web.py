"""The webhook door: verify the raw bytes, keep what concerns us, answer 202; nothing is worked on here."""

import asyncio
import contextlib
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import prometheus_client
from aiohttp import hdrs, web

from bot import strict_json
from bot.clock import ticks
from bot.errors import QueueUnavailable
from bot.intake import Door, Refused, installation_of
from bot.log import logger
from bot.metrics import ACKNOWLEDGED, DELIVERIES, DEPTH
from bot.signature import signed

LOG = logger(__name__)

# GitHub sends at most 25 MB; https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap.
LARGEST_BODY = 25 * 1024 * 1024 + 64 * 1024
# Bodies beyond this are checked and parsed off the loop, so that one large delivery delays no other.
SMALL_BODY = 128 * 1024
SLOWEST_BODY = 30.0
# Bodies beyond this are rare, and only so many are held in memory at once; the next one waits on its connection.
LARGE_BODY = 1024 * 1024
LARGE_AT_ONCE = 2
JSON = {hdrs.CONTENT_TYPE: "application/json; charset=utf-8"}
PATHS = ("/github", "/api/github/webhooks")

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
EVENT = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the headers of a delivery say."""

    id: str
    event: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A request that is not let in: the status, and one word for the metrics. Nothing of the body is repeated."""

    status: int
    why: str


class Receiver:
    """Answers deliveries, health questions and the scraper."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)
        self._told_of_the_old_secret = False

    async def receive(self, request: web.Request) -> web.Response:
        """POST of one delivery."""
        early = _early(request)
        if early is not None:
            return _turned(early)
        large = request.content_length is None or request.content_length > LARGE_BODY
        async with self._large if large else contextlib.nullcontext():
            return await self._read(request)

    async def live(self, request: web.Request) -> web.Response:
        """GET /livez: the process answers."""
        del request
        return web.json_response({"live": True})

    async def ready(self, request: web.Request) -> web.Response:
        """GET /readyz: a delivery could be kept now."""
        del request
        try:
            await self._door.queue.beat()
        except QueueUnavailable:
            return web.json_response({"ready": False, "why": "the queue cannot be written"}, status=503)
        return web.json_response({"ready": True})

    async def metrics(self, request: web.Request) -> web.Response:
        """GET /metrics, for Prometheus."""
        del request
        # While the queue cannot be asked, the scraper sees what was so last.
        with contextlib.suppress(QueueUnavailable):
            DEPTH.set(await self._door.queue.depth())
        return web.Response(
            body=prometheus_client.generate_latest(),
            headers={hdrs.CONTENT_TYPE: prometheus_client.CONTENT_TYPE_LATEST},
        )

    async def _read(self, request: web.Request) -> web.Response:
        try:
            body = await _body(request)
        except TimeoutError:
            return _turned(Turned(408, "slow"))
        except (ConnectionResetError, web.RequestPayloadError):
            # Nobody is left to read the answer, but the count shows it.
            return _turned(Turned(400, "broken_off"))
        if isinstance(body, Turned):
            return _turned(body)
        started = ticks()
        response = await self._judge(request, body)
        ACKNOWLEDGED.observe(ticks() - started)
        return response

    async def _judge(self, request: web.Request, body: bytes) -> web.Response:
        signatures = request.headers.getall("X-Hub-Signature-256", [])
        if len(signatures) != 1 or not await _off_loop(body, lambda: self._signed(body, signatures[0])):
            return _turned(Turned(401, "unsigned"))
        envelope = _envelope(request)
        if isinstance(envelope, Turned):
            return _turned(envelope)
        try:
            payload = await _off_loop(body, lambda: strict_json.loads(body))
        except strict_json.NotStrict:
            return _turned(Turned(400, "json"))
        admitted = self._door.admit(envelope.event, payload)
        if isinstance(admitted, Refused):
            wrong = admitted.why == "shape"
            return _turned(Turned(400, "shape")) if wrong else _taken(admitted.why, queued=False)
        return await self._keep(envelope, body, admitted, installation_of(payload))

    def _signed(self, body: bytes, signature: str) -> bool:
        """Whether a secret that counts now signed it; the first one that the secret before signed too late is logged."""
        ended = self._door.ended
        counting = [secret for secret in self._door.secrets if secret not in ended]
        if signed(body, signature=signature, secrets=counting):
            return True
        if ended and not self._told_of_the_old_secret and signed(body, signature=signature, secrets=ended):
            self._told_of_the_old_secret = True
            until = str(self._door.previous_until)
            LOG.warning(
                "old_webhook_secret_refused", setting="GITHUB_WEBHOOK_SECRET_PREVIOUS_UNTIL", until=until
            )
        return False

    async def _keep(self, envelope: Envelope, body: bytes, run_key: str, installation: int) -> web.Response:
        digest = await _off_loop(body, lambda: hashlib.sha256(body).hexdigest())
        try:
            put = await self._door.keep(
                envelope.id, envelope.event, run_key, body=body, digest=digest, installation=installation
            )
        except QueueUnavailable:
            # GitHub lists the delivery as failed, and the sweep fetches it once the queue works again.
            return _turned(Turned(503, "not_kept"))
        return _taken(put, queued=put == "queued")


def make_app(door: Door) -> web.Application:
    """The web application of the webhook door."""
    receiver = Receiver(door)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_routes(
        [
            *(web.post(path, receiver.receive) for path in PATHS),
            web.get("/livez", receiver.live),
            web.get("/readyz", receiver.ready),
            web.get("/metrics", receiver.metrics),
        ]
    )
    return app


def _early(request: web.Request) -> Turned | None:
    """What is refused before a byte of the body is read; the server would inflate an encoded body on the way in."""
    if hdrs.CONTENT_ENCODING in request.headers:
        return Turned(415, "encoding")
    if request.content_type != "application/json":
        return Turned(415, "media_type")
    if (request.content_length or 0) > LARGEST_BODY:
        return Turned(413, "large")
    return None


async def _body(request: web.Request) -> bytes | Turned:
    """The body in one piece; raises TimeoutError when it does not come in time."""
    if request.content.is_eof():
        # Nearly every delivery arrives whole with its headers; aiohttp reads no more than half a megabyte ahead.
        return request.content.read_nowait()
    async with asyncio.timeout(SLOWEST_BODY):
        return await _gathered(request)


async def _gathered(request: web.Request) -> bytes | Turned:
    """The parts of a body as they come; aiohttp's own reader would keep it in memory as long as the connection lives."""
    parts: list[bytes] = []
    size = 0
    async for part in request.content.iter_any():
        size += len(part)
        if size > LARGEST_BODY:
            return Turned(413, "large")
        parts.append(part)
    return b"".join(parts)


def _envelope(request: web.Request) -> Envelope | Turned:
    ids = request.headers.getall("X-GitHub-Delivery", [])
    events = request.headers.getall("X-GitHub-Event", [])
    if len(ids) != 1 or len(events) != 1 or not GUID.fullmatch(ids[0]) or not EVENT.fullmatch(events[0]):
        return Turned(400, "headers")
    return Envelope(ids[0].lower(), events[0])


async def _off_loop(body: bytes, work: Callable[[], Any]) -> Any:  # noqa: ANN401  # the result of `work`, whatever it is
    return work() if len(body) <= SMALL_BODY else await asyncio.to_thread(work)


def _turned(turned: Turned) -> web.Response:
    return _answer(turned.why, turned.status, b'{"queued": false, "refused": "%s"}' % turned.why.encode())


def _taken(outcome: str, *, queued: bool) -> web.Response:
    return _answer(outcome, 202, b'{"queued": true}' if queued else b'{"queued": false}')


def _answer(outcome: str, status: int, body: bytes) -> web.Response:
    _counted(outcome).inc()
    return web.Response(body=body, status=status, headers=JSON)


@cache
def _counted(outcome: str) -> prometheus_client.Counter:
    """The counter of one outcome; there are a dozen of them, each one word of ours."""
    return DELIVERIES.labels(outcome)
