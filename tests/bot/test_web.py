"""The webhook door, over real HTTP."""

import asyncio
import gzip
import io
import json
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient

from bot.errors import QueueUnavailable
from bot.intake import Door
from bot.queue import Delivery, Put
from bot.queue_sqlite import SqliteQueue
from bot.signature import sign
from bot.web import LARGEST_BODY, make_app
from tests.bot.queue_conformance import ManualClock, claimed

SECRET = b"a secret that is thirty-two bytes and more"
OLD = b"the secret before it, just as long as that"
Client = TestClient[web.Request, web.Application]
ISSUE = {"action": "labeled", "issue": {"number": 7}, "repository": {"id": 1}, "sender": {"login": "mona"}}


@dataclass
class Seen:
    """What reached the pure part behind the door."""

    events: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def concerns(self, event: str, payload: dict[str, Any]) -> str | None:
        self.events.append((event, payload))
        number = payload.get("issue", {}).get("number")
        return f"1/{number}" if event == "issues" and number else None


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
async def client(
    aiohttp_client: Callable[[web.Application], Awaitable[Client]],
    queue: SqliteQueue,
    clock: ManualClock,
    seen: Seen,
) -> Client:
    return await aiohttp_client(make_app(Door((SECRET, OLD), queue, seen.concerns, clock)))


def headers(
    body: bytes, *, event: str = "issues", secret: bytes = SECRET, **changed: str | None
) -> dict[str, str]:
    usual: dict[str, str | None] = {
        "Content-Type": "application/json",
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": str(uuid.uuid4()),
        "X-Hub-Signature-256": sign(body, secret),
    }
    usual |= {name.replace("_", "-"): value for name, value in changed.items()}
    return {name: value for name, value in usual.items() if value is not None}


def body(**changed: Any) -> bytes:
    return json.dumps(ISSUE | changed).encode()


async def post(
    client: Client, content: bytes, *, path: str = "/github", **changed: Any
) -> tuple[int, dict[str, Any]]:
    async with client.post(path, data=io.BytesIO(content), headers=headers(content, **changed)) as response:
        return response.status, await response.json()


@pytest.mark.parametrize("path", ["/github", "/api/github/webhooks"])
async def test_a_delivery_that_concerns_a_run_is_kept_as_it_came(
    client: Client, queue: SqliteQueue, clock: ManualClock, path: str
) -> None:
    content = body(note="é")
    assert await post(client, content, path=path) == (202, {"queued": True})
    job = await claimed(queue)
    assert (job.delivery.event, job.delivery.run_key, job.delivery.body) == ("issues", "1/7", content)
    assert job.delivery.received_at == clock()


async def test_a_delivery_that_concerns_nobody_is_acknowledged_and_dropped(
    client: Client, queue: SqliteQueue
) -> None:
    content = json.dumps({"zen": "Keep it logically awesome.", "hook_id": 1, "hook": {}}).encode()
    assert await post(client, content, event="ping") == (202, {"queued": False})
    assert await post(client, b"{}", event="something_new") == (202, {"queued": False})
    assert await queue.depth() == 0


async def test_both_secrets_of_a_rotation_are_accepted(client: Client) -> None:
    assert (await post(client, body(a=1), secret=OLD))[0] == 202
    assert (await post(client, body(a=2), secret=b"neither of the two, though long enough"))[0] == 401


async def test_a_thousand_replays_are_one_delivery(client: Client, queue: SqliteQueue) -> None:
    content = body()
    first = headers(content)
    await client.post("/github", data=content, headers=first)
    for _ in range(20):
        again = await asyncio.gather(
            *(client.post("/github", data=content, headers=first) for _ in range(25)),
            *(client.post("/github", data=content, headers=headers(content)) for _ in range(25)),
        )
        assert {response.status for response in again} == {202}
        assert [await response.json() for response in again] == [{"queued": False}] * 50
    assert await queue.depth() == 1


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        pytest.param({"X_Hub_Signature_256": None}, 401, id="no signature"),
        pytest.param({"X_Hub_Signature_256": "sha256=" + "0" * 64}, 401, id="wrong signature"),
        pytest.param({"X_Hub_Signature_256": "é"}, 401, id="signature not ASCII"),
        pytest.param(
            {"X_Hub_Signature_256": None, "X_Hub_Signature": sign(body(), SECRET)}, 401, id="old header"
        ),
        pytest.param({"X_GitHub_Event": None}, 400, id="no event"),
        pytest.param({"X_GitHub_Event": "Issues; drop"}, 400, id="strange event"),
        pytest.param({"X_GitHub_Delivery": None}, 400, id="no id"),
        pytest.param({"X_GitHub_Delivery": "forged-guid"}, 400, id="id that is no GUID"),
        pytest.param({"X_GitHub_Event": "issue_comment"}, 400, id="body of another event"),
        pytest.param({"X_GitHub_Event": "installation"}, 400, id="body of yet another event"),
        pytest.param({"Content_Type": "application/x-www-form-urlencoded"}, 415, id="form"),
        pytest.param({"Content_Type": "text/plain"}, 415, id="text"),
        pytest.param({"Content_Encoding": "gzip"}, 415, id="encoded"),
        pytest.param({"Content_Encoding": "identity"}, 415, id="encoded as nothing"),
    ],
)
async def test_a_request_that_is_not_githubs_is_turned_away(
    client: Client, queue: SqliteQueue, seen: Seen, changed: dict[str, Any], status: int
) -> None:
    content = body()
    answered, said = await post(client, content, **changed)
    assert (answered, said["queued"]) == (status, False)
    assert seen.events == []
    assert await queue.depth() == 0


async def test_two_signatures_are_one_too_many(client: Client) -> None:
    content = body()
    both = [*headers(content).items(), ("X-Hub-Signature-256", sign(content, SECRET))]
    async with client.post("/github", data=content, headers=both) as response:
        assert response.status == 401


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[]", id="list"),
        pytest.param(b'"text"', id="text"),
        pytest.param(body()[:-1], id="cut"),
        pytest.param(body()[:-1] + b', "action": "opened"}', id="duplicate key"),
        pytest.param(body()[:-1] + b', "x": NaN}', id="NaN"),
        pytest.param(body()[:-1] + b', "x": "\\ud800"}', id="lone surrogate"),
        pytest.param(body()[:-1] + b', "x": ' + b"1" * 5000 + b"}", id="huge number"),
        pytest.param(
            body()[:-1] + b', "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", id="deep, off the loop"
        ),
    ],
)
async def test_a_signed_body_that_is_no_strict_json_is_refused(
    client: Client, queue: SqliteQueue, content: bytes
) -> None:
    assert (await post(client, content))[0] == 400
    assert await queue.depth() == 0
    assert (await post(client, body()))[0] == 202


async def test_githubs_largest_body_fits_and_a_larger_one_does_not(
    client: Client, queue: SqliteQueue
) -> None:
    largest = body(text="x" * (25 * 1024 * 1024 - 200))
    assert await post(client, largest) == (202, {"queued": True})
    too_large = b"x" * (LARGEST_BODY + 1)
    async with client.post("/github", data=io.BytesIO(too_large), headers=headers(b"")) as response:
        assert response.status == 413
    assert await queue.depth() == 1


async def test_a_larger_body_without_a_length_is_cut_off(client: Client) -> None:
    async def parts() -> Any:
        for _ in range(LARGEST_BODY // 65536 + 2):
            yield b"x" * 65536

    try:
        async with client.post("/github", data=parts(), headers=headers(b"")) as response:
            assert response.status == 413
    except aiohttp.ClientError:
        # The server may close before the client has sent everything.
        assert (await post(client, body()))[0] == 202


async def test_a_bomb_is_never_inflated(client: Client) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    async with client.post(
        "/github",
        data=bomb,
        headers=headers(bomb, Content_Encoding="gzip"),
        skip_auto_headers=["Content-Encoding"],
    ) as response:
        assert response.status == 415


async def test_a_sender_who_leaves_in_the_middle_harms_nobody(client: Client, queue: SqliteQueue) -> None:
    content = body()
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers(content).items())
    head = f"POST /github HTTP/1.1\r\nHost: x\r\nContent-Length: {len(content)}\r\n{lines}\r\n"
    for cut in (0, 10, len(content) - 1):
        _, writer = await asyncio.open_connection(client.host, client.port)
        writer.write(head.encode() + content[:cut])
        await writer.drain()
        writer.transport.abort()
    await asyncio.sleep(0.05)
    assert await queue.depth() == 0
    assert await post(client, content) == (202, {"queued": True})


async def test_a_body_that_drips_is_given_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.SLOWEST_BODY", 0.1)

    async def drops() -> Any:
        for _ in range(100):
            yield b" "
            await asyncio.sleep(0.02)

    try:
        async with client.post("/github", data=drops(), headers=headers(b"")) as response:
            assert response.status == 408
    except aiohttp.ClientError:
        # The server may close before the client has seen the answer.
        assert (await post(client, body()))[0] == 202


class BrokenQueue(SqliteQueue):
    """A queue whose disk is full."""

    async def put(self, delivery: Delivery) -> Put:
        raise QueueUnavailable(f"full, and {delivery.id} is lost")

    async def beat(self) -> None:
        raise QueueUnavailable("full")


async def test_what_cannot_be_kept_is_not_acknowledged(
    aiohttp_client: Callable[[web.Application], Awaitable[Client]],
    queue: SqliteQueue,
    clock: ManualClock,
    seen: Seen,
) -> None:
    broken = BrokenQueue(queue._writer, clock=clock)
    client = await aiohttp_client(make_app(Door((SECRET,), broken, seen.concerns, clock)))
    assert await post(client, body()) == (503, {"queued": False, "refused": "not_kept"})
    assert (await client.get("/readyz")).status == 503
    assert (await client.get("/livez")).status == 200


async def test_health_and_metrics_name_nobody(client: Client) -> None:
    await post(client, body())
    assert await (await client.get("/livez")).json() == {"live": True}
    assert await (await client.get("/readyz")).json() == {"ready": True}
    text = await (await client.get("/metrics")).text()
    assert 'signalbox_deliveries_total{outcome="queued"}' in text
    assert "signalbox_queue_depth 1.0" in text
    assert "mona" not in text
    assert "1/7" not in text


async def test_acknowledgement_is_quick_while_large_bodies_arrive(client: Client) -> None:
    """Small deliveries are answered while bodies of 5 MB are checked and parsed beside them; GitHub waits 10 s."""
    large = [asyncio.create_task(post(client, body(n=n, text="x" * 5_000_000))) for n in range(4)]
    took = []
    for number in range(50):
        content = body(m=number)
        prepared = headers(content)
        started = time.perf_counter()
        async with client.post("/github", data=content, headers=prepared) as response:
            assert response.status == 202
        took.append(time.perf_counter() - started)
    assert [status for status, _ in await asyncio.gather(*large)] == [202] * 4
    assert max(took) < 2
