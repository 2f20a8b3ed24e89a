"""Something in the way of one call of the App to GitHub: it never leaves, its answer is lost, or the process is killed."""

import asyncio
from collections.abc import Mapping
from typing import Literal

from bot.github.port import CutOff, NotSent
from tests.stories.serving import Recorder

Kind = Literal["not-sent", "cut-off", "killed-before", "killed-after"]
# The calls of a flow are dealt out to so many tests, so that none of them takes long.
STEP = 3


class Struck:
    """A port that lets calls pass until the one it waits for; `changes` counts only calls that change something."""

    def __init__(self, recorder: Recorder, *, changes: bool) -> None:
        self.count = 0
        self.struck = ""
        self.killing = asyncio.Event()
        self._recorder = recorder
        self._changes = changes
        self._wanted = -1
        self._kind: Kind = "not-sent"
        self._gone = False

    def arm(self, number: int, kind: Kind) -> None:
        """The call with this number from now, counted from 0, goes wrong."""
        self.count, self._wanted, self._kind = 0, number, kind
        self.struck, self._gone = "", False
        self.killing.clear()

    def disarm(self) -> None:
        """Every call passes again."""
        self._wanted, self._gone = -1, False

    def gone(self) -> None:
        """The process is being killed: no call of it leaves any more."""
        self._gone = True

    async def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        """One exchange."""
        if self.killing.is_set() and self._wanted >= 0:
            await self._nothing_more()
        hit = False
        if method != "GET" or not self._changes:
            hit, self.count = self.count == self._wanted, self.count + 1
        if not hit:
            return await self._recorder(method, url, headers, body)
        self.struck = f"{method} {url.partition('/api/v3')[2]}"
        if self._kind == "not-sent":
            raise NotSent("ordered")
        if self._kind == "killed-before":
            await self._killed()
        answer = await self._recorder(method, url, headers, body)
        if self._kind == "cut-off":
            raise CutOff("ordered")
        if self._kind == "killed-after":
            await self._killed()
        return answer

    async def _killed(self) -> None:
        self.killing.set()
        await self._nothing_more()

    async def _nothing_more(self) -> None:
        if self._gone:
            raise NotSent("the process is gone")
        await asyncio.Event().wait()
