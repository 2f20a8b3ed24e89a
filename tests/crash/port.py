"""The App's port with faults in it: the call with a number goes wrong, or the next from a place, and all the others pass."""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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


def same_read(url: str) -> str:
    """The address of a read without since when it asks, which is another moment in every play."""
    return re.sub(r"([?&])since=[^&]*&?", r"\1", url).rstrip("?&")


class Struck:
    """Counts calls from `arm` on; `killing` is set when the process is to end at one of them."""

    def __init__(self, port: Port) -> None:
        self.port = port
        self.passed: list[Passed] = []
        self.before: Mapping[str, Answer] = {}
        self.killing = asyncio.Event()
        # The names of the faults that have struck, each with the place whose call it struck.
        self.struck: list[tuple[str, str]] = []
        self._faults: dict[Where, Fault] = {}
        self._then: dict[Where, Fault] = {}
        self._since = 0
        self._gone = False

    @property
    def left(self) -> Mapping[Where, Fault]:
        """The faults that have not struck yet."""
        return {**self._faults, **self._then}

    def arm(
        self,
        faults: Mapping[Where, Fault],
        *,
        before: Mapping[str, Answer],
        then: Mapping[Where, Fault] = MappingProxyType({}),
    ) -> None:
        """These calls go wrong, each once; `before` is what reads told before.

        When all have struck, those of `then` go wrong, counted from the next call on; a fault that cannot happen to a call
        strikes the first after it that it can happen to.
        """
        self.passed, self.before, self._faults = [], before, dict(faults)
        self.struck, self._then, self._since = [], dict(then), 0
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
        site = here()
        fault = self._striking(site, method)
        self.passed.append(Passed(site, method, url))
        if fault is None:
            return await self.port(method, url, headers, body)
        self.struck.append((fault.name, site))
        if self._then and not self._faults:
            self._faults, self._then, self._since = self._then, {}, len(self.passed)
        answer = await self.port(method, url, headers, body) if fault.done else None
        return await self._heard(fault, url, answer) or await self.port(method, url, headers, body)

    def _striking(self, site: str, method: str) -> Fault | None:
        """What goes wrong with this call, if anything does."""
        number = len(self.passed) - self._since
        fault = self._faults.pop(number, None) or self._faults.pop(site, None)
        if fault is None or fault.fits(method):
            return fault
        if self._since:
            self._faults[number + 1] = fault
        return None

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
                return self.before.get(same_read(url))
            case made_up:
                return made_up
        return None

    async def _nothing_more(self) -> None:
        if self._gone:
            raise NotSent("the process is gone")
        await asyncio.Event().wait()
