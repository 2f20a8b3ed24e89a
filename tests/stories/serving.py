"""The App as it lives in a test: composed and served on the test's loop, with all its calls to GitHub on record."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.compose import LOOPS, App, compose
from bot.github.pacing import Sleep
from bot.github.port import AiohttpPort, Port
from config.settings import Settings

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """One call the App made to GitHub; bodies are parsed JSON, `path` is without the API's prefix."""

    method: str
    path: str
    sent: Any
    status: int
    got: Any
    token: str


class Recorder:
    """The App's port, which also remembers what went through."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        # Something that happens in the world right before a call, told its method and path.
        self.before: Callable[[str, str], Awaitable[None]] | None = None
        self.port = AiohttpPort()

    async def __call__(
        self, method: str, url: str, headers: Headers, body: bytes
    ) -> tuple[int, Headers, bytes]:
        """One exchange."""
        if self.before is not None:
            await self.before(method, url.partition("/api/v3")[2])
        status, answered, content = await self.port(method, url, headers, body)
        self.calls.append(
            Call(
                method,
                url.partition("/api/v3")[2],
                json.loads(body) if body else None,
                status,
                json.loads(content) if content[:1] in (b"{", b"[") else None,
                headers.get("authorization", headers.get("Authorization", "")).rpartition(" ")[2],
            )
        )
        return status, answered, content


class Serving:
    """One life of the App's process: composed from its folder, ended in order or by a crash."""

    def __init__(self, app: App, runner: web.AppRunner, loops: list[asyncio.Task[None]]) -> None:
        self.app = app
        self._runner = runner
        self._loops = loops

    @classmethod
    async def begin(
        cls,
        settings: Settings,
        *,
        clock: Callable[[], float],
        port: Port,
        sleep: Sleep = asyncio.sleep,
        loops: int = LOOPS,
    ) -> "Serving":
        """The App as `bot web` runs it, on this test's loop; without loops it answers and does no work."""
        app = await compose(settings, clock=clock, port=port, sleep=sleep)
        runner = web.AppRunner(app.web, access_log=None, handle_signals=False, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, settings.host, settings.port).start()
        return cls(app, runner, [asyncio.create_task(app.worker.run()) for _ in range(loops)])

    async def stop(self) -> None:
        """As on SIGTERM: what is under way is finished."""
        await self._runner.cleanup()
        self.app.queue.wake()
        await asyncio.gather(*self._loops)
        await self._close()

    async def crash(self) -> None:
        """As on SIGKILL: whatever is under way ends where it is, and only what is on the disk is left."""
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self._runner.cleanup()
        await self._close()

    async def _close(self) -> None:
        await self.app.model.close()
        await self.app.queue.close()


def meanwhile(
    recorder: Recorder, call: str, act: Callable[[], Awaitable[object]], *, nth: int = 1
) -> Callable[[], bool]:
    """Has something done right before the nth such call from here on: its method and the end of its path. Tells whether it was done."""
    verb, _, ending = call.partition(" ")
    left = nth

    async def before(method: str, path: str) -> None:
        nonlocal left
        if method == verb and path.partition("?")[0].endswith(ending):
            left -= 1
            if left == 0:
                recorder.before = None
                await act()

    recorder.before = before
    return lambda: left <= 0
