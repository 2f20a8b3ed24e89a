"""The real port against servers that misbehave on the wire, and the client on top of it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from bot.errors import Garbled, OutcomeUnknown, Retry
from bot.github import Hub
from bot.github.pacing import Limits
from bot.github.port import AiohttpPort, CutOff, NotSent
from bot.queue_sqlite import SqliteQueue
from tests.bot.queue_conformance import ManualClock

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
TOKEN = b'{"token": "ghs_0123456789abcdef", "expires_at": "2099-01-01T00:00:00Z"}'


def http(body: bytes, *, status: str = "200 OK", kind: str = "application/json", extra: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    return head.encode() + body


@dataclass
class Wire:
    """A server on the level of bytes: mints a token, then behaves as told; `heard` holds the request lines."""

    behaviour: Behaviour
    heard: list[str] = field(default_factory=list)
    url: str = ""

    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.tasks.append(task)
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    (
                        int(line.split(":")[1])
                        for line in head.split("\r\n")
                        if line.lower().startswith("content-length")
                    ),
                    0,
                )
                await reader.readexactly(length)
                line = head.split("\r\n")[0]
                if "access_tokens" in line:
                    writer.write(http(TOKEN, status="201 Created"))
                    continue
                self.heard.append(line)
                await self.behaviour(reader, writer)
        writer.close()


@contextlib.asynccontextmanager
async def wire(behaviour: Behaviour) -> AsyncIterator[Wire]:
    server_side = Wire(behaviour)
    server = await asyncio.start_server(server_side.serve, "127.0.0.1", 0)
    server_side.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield server_side
        for task in server_side.tasks:
            task.cancel()
        await asyncio.gather(*server_side.tasks)


def says(content: bytes) -> Behaviour:
    async def behave(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(content)
        await writer.drain()

    return behave


async def hangs_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def stops_half_way(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(http(b'{"id": 1}')[:-4])
    await writer.drain()
    writer.transport.abort()


async def drips(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    for byte in http(b'{"id": 1}'):
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.05)


async def falls_asleep(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


HTML = says(http(b"<html>Unicorn!</html>", kind="text/html"))


async def no_sleep(_seconds: float) -> None:
    """Return at once, so that three tries take no time."""


def hub(url: str, port: AiohttpPort, queue: SqliteQueue, pem: str) -> Hub:
    return Hub(
        rest_url=url,
        graphql_url=f"{url}/graphql",
        app_id="1",
        private_key=pem,
        port=port,
        cache=queue,
        clock=ManualClock(),
        limits=Limits(10_000, 10_000, 0),
        sleep=no_sleep,
    )


async def test_an_exchange_brings_status_headers_and_bytes() -> None:
    async with wire(says(http(b"[1]", extra="X-Thing: Yes\r\n"))) as server, AiohttpPort() as port:
        status, headers, body = await port("GET", f"{server.url}/a%2Fb?x=%20", {}, b"")
    assert (status, headers["x-thing"], body) == (200, "Yes", b"[1]")
    assert server.heard == ["GET /a%2Fb?x=%20 HTTP/1.1"]


async def test_redirects_are_not_followed_by_the_port() -> None:
    moved = http(b"", status="301 Moved Permanently", extra="Location: /b\r\n")
    async with wire(says(moved)) as server, AiohttpPort() as port:
        assert (await port("GET", f"{server.url}/a", {}, b""))[0] == 301
    assert len(server.heard) == 1


async def test_nobody_there_is_not_sent() -> None:
    async with wire(hangs_up) as gone:
        pass
    async with AiohttpPort() as port:
        with pytest.raises(NotSent):
            await port("POST", f"{gone.url}/a", {}, b"{}")


@pytest.mark.parametrize("behaviour", [hangs_up, stops_half_way, drips, falls_asleep])
async def test_a_broken_answer_is_cut_off(behaviour: Behaviour) -> None:
    async with wire(behaviour) as server, AiohttpPort(seconds=0.3) as port:
        with pytest.raises(CutOff):
            await port("POST", f"{server.url}/a", {}, b"{}")
    assert len(server.heard) == 1


@pytest.mark.parametrize(
    "behaviour", [hangs_up, stops_half_way, falls_asleep, HTML], ids=["hangs up", "half", "asleep", "HTML"]
)
async def test_a_change_over_a_bad_wire_is_sent_once(
    behaviour: Behaviour, queue: SqliteQueue, pem: str
) -> None:
    async with wire(behaviour) as server, AiohttpPort(seconds=0.3) as port:
        with pytest.raises(OutcomeUnknown):
            await hub(server.url, port, queue, pem).talker(1, 2).post("/issues", {"title": "x"})
    assert server.heard == ["POST /issues HTTP/1.1"]


@pytest.mark.parametrize("method", ["put", "delete"])
async def test_a_kept_connection_that_breaks_is_no_reason_to_send_again(
    queue: SqliteQueue, pem: str, method: str
) -> None:
    """HTTP calls PUT and DELETE repeatable, and client libraries repeat them unasked; ours must not."""
    async with wire(hangs_up) as server, AiohttpPort() as port:
        talker = hub(server.url, port, queue, pem).talker(1, 2)
        with pytest.raises(OutcomeUnknown):
            await getattr(talker, method)("/labels")
    assert server.heard == [f"{method.upper()} /labels HTTP/1.1"]


@pytest.mark.parametrize(
    "behaviour", [hangs_up, stops_half_way, falls_asleep], ids=["hangs up", "half", "asleep"]
)
async def test_a_read_over_a_bad_wire_is_tried_three_times(
    behaviour: Behaviour, queue: SqliteQueue, pem: str
) -> None:
    async with wire(behaviour) as server, AiohttpPort(seconds=0.2) as port:
        with pytest.raises(Retry):
            await hub(server.url, port, queue, pem).reader(1, 2).get_all("/issues")
    assert server.heard == ["GET /issues?per_page=100 HTTP/1.1"] * 3


async def test_a_gateways_page_is_no_list(queue: SqliteQueue, pem: str) -> None:
    async with wire(HTML) as server, AiohttpPort() as port:
        with pytest.raises(Garbled, match="text/html"):
            await hub(server.url, port, queue, pem).reader(1, 2).get_all("/issues")


async def test_all_tries_together_end_in_time(
    queue: SqliteQueue, pem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.github.wire.TOTAL_SECONDS", 0.2)
    async with wire(falls_asleep) as server, AiohttpPort() as port:
        one = hub(server.url, port, queue, pem)
        with pytest.raises(Retry, match="did not answer GET /issues in time"):
            await one.reader(1, 2).get("/issues")
        with pytest.raises(OutcomeUnknown, match="did not answer POST /issues in time"):
            await one.talker(1, 2).post("/issues", {})
    assert server.heard == ["GET /issues HTTP/1.1", "POST /issues HTTP/1.1"]
