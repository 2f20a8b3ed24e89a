"""The App's port with one fault in it: the call with a number goes wrong, and all the others pass."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.github.port import CutOff, NotSent, Port
from tests.crash.faults import Answer, Fault
from tests.crash.sites import here

# A call by its number, counted from 0; or the next one that comes from a place in the code.
Where = int | str


@dataclass(frozen=True, slots=True)
class Passed:
    """A call as it passed: from which place in the code, and what it asked for."""

    site: str
    method: str
    url: str


class Struck:
    """Counts calls from `arm` on; `killing` is set when the process is to end at one of them."""

    def __init__(self, port: Port) -> None:
        self.port = port
        self.passed: list[Passed] = []
        self.before: Mapping[str, Answer] = {}
        self.killing = asyncio.Event()
        self._faults: dict[Where, Fault] = {}
        self._gone = False

    @property
    def left(self) -> Mapping[Where, Fault]:
        """The faults that have not struck yet."""
        return self._faults

    def arm(self, faults: Mapping[Where, Fault], *, before: Mapping[str, Answer]) -> None:
        """These calls go wrong, each once; `before` is what reads told before."""
        self.passed, self.before, self._faults = [], before, dict(faults)
        self._gone = False
        self.killing.clear()

    def gone(self) -> None:
        """The process is being ended: no call of it leaves any more."""
        self._gone = True

    def alive(self) -> None:
        """A new process calls."""
        self._gone = False
        self.killing.clear()

    async def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """One exchange."""
        if self.killing.is_set():
            await self._nothing_more()
        number, site = len(self.passed), here()
        self.passed.append(Passed(site, method, url))
        fault = self._faults.pop(number, None) or self._faults.pop(site, None)
        if fault is None or not fault.fits(method):
            return await self.port(method, url, headers, body)
        answer = await self.port(method, url, headers, body) if fault.done else None
        return await self._heard(fault, url, answer) or await self.port(method, url, headers, body)

    async def _heard(self, fault: Fault, url: str, answer: Answer | None) -> Answer | None:
        match fault.heard:
            case "killed":
                self.killing.set()
                await self._nothing_more()
            case "unsent":
                raise NotSent("ordered")
            case "nothing":
                raise CutOff("ordered")
            case "half":
                assert answer is not None
                status, headers, content = answer
                return status, headers, content[: len(content) // 2]
            case "before":
                return self.before.get(url)
            case made_up:
                return made_up
        return None

    async def _nothing_more(self) -> None:
        if self._gone:
            raise NotSent("the process is gone")
        await asyncio.Event().wait()
