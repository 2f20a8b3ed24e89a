"""A port that hands calls to the stand-in within the process, because thousands of worlds are played through."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from multidict import CIMultiDict
from yarl import URL

from sandbox.server import Door
from sandbox.world import World
from tests.crash.faults import Answer

if TYPE_CHECKING:
    from aiohttp import web


class _Asked:
    """As much of a request as the stand-in's door looks at."""

    def __init__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> None:
        self.method = method
        self.rel_url = URL(url, encoded=True).relative()
        self.path = self.rel_url.path
        self.query = self.rel_url.query
        self.headers = CIMultiDict(headers)
        self._body = body

    async def read(self) -> bytes:
        """The body."""
        return self._body


class DirectPort:
    """A Port of the App that is the stand-in's own door."""

    def __init__(self, world: World) -> None:
        self._door = Door(world, None)

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One exchange."""
        answer = await self._door.answer(cast("web.Request", _Asked(method, url, headers, body)))
        content = cast("web.Response", answer).body
        assert content is None or isinstance(content, bytes)
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, content or b""
