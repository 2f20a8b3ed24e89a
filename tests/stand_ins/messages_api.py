"""A local server that speaks Anthropic's Messages API for the tests: scripted answers, checked requests."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from anthropic.types.message_create_params import MessageCreateParamsNonStreaming
from pydantic import TypeAdapter

# What the SDK in use sends; a new SDK that sends another version makes these tests fail on purpose.
VERSION = "2026-10-21"
REQUEST: TypeAdapter[MessageCreateParamsNonStreaming] = TypeAdapter(MessageCreateParamsNonStreaming)


@dataclass(frozen=True, slots=True)
class Say:
    """A message of the model."""

    text: str
    stop_reason: str = "end_turn"
    input_tokens: int = 100
    output_tokens: int = 20
    cache_read: int = 0
    cache_write: int = 0


@dataclass(frozen=True, slots=True)
class Fail:
    """An error as the API sends it."""

    status: int
    kind: str
    message: str = "scripted"
    headers: Mapping[str, str] = field(default_factory=dict)
    code: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """Any bytes at all, as a broken gateway sends them."""

    body: bytes
    content_type: str = "text/html"
    status: int = 200


@dataclass(frozen=True, slots=True)
class Slow:
    """Nothing for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Half an answer, then a closed connection; in `chunks` nobody said how long the answer would be."""

    chunks: bool = False


@dataclass(frozen=True, slots=True)
class Drip:
    """A blank every now and then for so many seconds, as a gateway sends them that keeps a connection open."""

    seconds: float


Step = Say | Fail | Raw | Slow | Cut | Drip


@dataclass
class MessagesApi:
    """The server's state: what it will answer, one step for each request, then by its `mind`; and what it was asked.

    Each answer takes `delay` seconds. A request that comes while no other is being answered begins another round.
    """

    script: list[Step] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    url: str = ""
    key: str = "sk-ant-test-0123456789"
    mind: "Callable[[dict[str, Any]], Step] | None" = None
    delay: float = 0.0
    rounds: list[int] = field(default_factory=list)
    at_once: int = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """POST /v1/messages."""
        content = await request.json()
        self.requests.append(content)
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            return _error(Fail(401, "authentication_error", "invalid bearer token"))
        self._check(request, content)
        self.rounds = [*self.rounds[:-1], self.rounds[-1] + 1] if self.at_once else [*self.rounds, 1]
        self.at_once += 1
        try:
            return await self._answered(request, content)
        finally:
            self.at_once -= 1

    async def _answered(self, request: web.Request, content: dict[str, Any]) -> web.StreamResponse:
        over = Fail(500, "api_error", "the script is over")
        step = self.script.pop(0) if self.script else self.mind(content) if self.mind else over
        await asyncio.sleep(self.delay)
        match step:
            case Say():
                return _message(step, content["model"], len(self.requests))
            case Fail():
                return _error(step)
            case Raw(body, kind, status):
                return web.Response(body=body, content_type=kind, status=status)
            case Slow(seconds):
                await asyncio.sleep(seconds)
                return _error(Fail(500, "api_error", "too late"))
            case Cut(chunks):
                length = {} if chunks else {"Content-Length": "1000"}
                response = web.StreamResponse(headers={"Content-Type": "application/json", **length})
                await response.prepare(request)
                await response.write(b'{"id": "msg_1", "ty')
                assert request.transport is not None
                request.transport.close()
                return response
            case Drip(seconds):
                response = web.StreamResponse(headers={"Content-Type": "application/json"})
                await response.prepare(request)
                for _ in range(round(seconds / 0.05)):
                    await response.write(b" ")
                    await asyncio.sleep(0.05)
                return response

    def _check(self, request: web.Request, content: dict[str, Any]) -> None:
        if request.headers.get("anthropic-version") != VERSION:
            self.wrong.append(f"anthropic-version {request.headers.get('anthropic-version')}")
        if "x-api-key" in request.headers:
            self.wrong.append("x-api-key is sent beside the bearer token")
        REQUEST.validate_python(content)
        if unknown := content.keys() - MessageCreateParamsNonStreaming.__annotations__.keys():
            self.wrong.append(f"unknown fields {sorted(unknown)}")
        turns = [turn["role"] for turn in content["messages"]]
        if turns[0] != "user" or any(one == two for one, two in itertools.pairwise(turns)):
            self.wrong.append(f"turns {turns}")
        if any(turn["content"] in ("", []) for turn in content["messages"]):
            self.wrong.append("an empty turn")
        if content.get("tools") or content.get("tool_choice"):
            self.wrong.append("tools are offered")


@asynccontextmanager
async def messages_api() -> AsyncIterator[MessagesApi]:
    """A running server; at the end, a request that was wrong fails the test."""
    api = MessagesApi()
    app = web.Application(client_max_size=32 * 1024 * 1024)
    app.router.add_post("/v1/messages", api.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield api
    finally:
        await runner.cleanup()
    assert api.wrong == []


def _message(say: Say, model: str, number: int) -> web.Response:
    value = {
        "id": f"msg_{number}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [{"type": "text", "text": say.text}] if say.text else [],
        "stop_reason": say.stop_reason,
        "stop_sequence": None,
        "usage": {
            "input_tokens": say.input_tokens,
            "output_tokens": say.output_tokens,
            "cache_read_input_tokens": say.cache_read,
            "cache_creation_input_tokens": say.cache_write,
        },
    }
    return web.json_response(value, headers={"request-id": f"req_{number}"})


def _error(fail: Fail) -> web.Response:
    error: dict[str, Any] = {"type": fail.kind, "message": fail.message}
    if fail.code:
        error["details"] = {"error_code": fail.code}
    value = {"type": "error", "error": error, "request_id": "req_x"}
    return web.Response(
        body=json.dumps(value),
        status=fail.status,
        content_type="application/json",
        headers=dict(fail.headers),
    )
