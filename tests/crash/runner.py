"""Plays a flow with faults in it: struck, started again from the disk, drained, and judged."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tests.crash.endings import Ending, broken, ending
from tests.crash.faults import Answer, Fault
from tests.crash.flows import Flow, Step, look_again
from tests.crash.laboratory import Laboratory, Prepared
from tests.crash.port import Passed, Where, same_read
from tests.crash.starts import STARTS

NOTHING: Mapping[Where, Fault] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """A flow as it goes when nothing goes wrong: its calls in order, and what it comes to."""

    calls: tuple[Passed, ...]
    ending: Ending


class Runner:
    """Remembers starts and undisturbed flows, so that each is played once."""

    def __init__(self, lab: Laboratory) -> None:
        self.lab = lab
        self._nothing: Prepared | None = None
        self._starts: dict[str, Prepared] = {}
        self._flows: dict[str, Undisturbed] = {}

    async def start(self, name: str) -> Prepared:
        """The world of a start."""
        if self._nothing is None:
            await self.lab.play.start()
            self._nothing = await self.lab.keep()
        if name not in self._starts:
            start = STARTS[name]
            await self.lab.set_back(await self.start(start.before) if start.before else self._nothing)
            self.lab.port.arm({}, before={})
            await self.lab.play.start()
            await start.walk(self.lab.play)
            self._starts[name] = await self.lab.keep()
        return self._starts[name]

    async def undisturbed(self, flow: Flow) -> Undisturbed:
        """How the flow goes by itself."""
        if flow.name not in self._flows:
            await self.play(flow, {})
            wrong = await broken(self.lab.play)
            assert wrong == [], f"{flow.name}: {wrong}"
            self._flows[flow.name] = Undisturbed(tuple(self.lab.port.passed), ending(self.lab.play))
        return self._flows[flow.name]

    async def judged(
        self, flow: Flow, faults: Mapping[Where, Fault], then: Mapping[Where, Fault] = NOTHING
    ) -> list[str]:
        """What is wrong after the flow was played with these faults, and then with those, as a line each."""
        expected = await self.undisturbed(flow)
        places = [f"{fault.name} at {_call(expected, place)}" for place, fault in faults.items()]
        where = ", ".join((*places, *(f"then {fault.name} at {place}" for place, fault in then.items())))
        try:
            await self.play(flow, faults, then)
            differs = ending(self.lab.play).differs(expected.ending)
            wrong = [*await broken(self.lab.play), *([differs] if differs else [])]
        except AssertionError as error:
            wrong = [f"{error}"]
        return [f"{flow.name}: {where}: {line}" for line in wrong]

    async def play(
        self, flow: Flow, faults: Mapping[Where, Fault], then: Mapping[Where, Fault] = NOTHING
    ) -> None:
        """The flow from its start to its end."""
        prepared, play, port = await self.start(flow.start), self.lab.play, self.lab.port
        await self.lab.set_back(prepared)
        before = await self._before(flow, faults, then)
        await play.start()
        port.arm(faults, before=before, then=then)
        for step in flow.steps:
            await self.through(step)

    async def _before(
        self, flow: Flow, faults: Mapping[Where, Fault], then: Mapping[Where, Fault]
    ) -> Mapping[str, Answer]:
        """What the reads that will be stale tell before the flow begins; of what comes second nobody knows which read it is."""
        stale = [place for place, fault in faults.items() if fault.heard == "before"]
        urls = {_passed(self._flows[flow.name], place).url for place in stale}
        if any(fault.heard == "before" for fault in then.values()):
            urls |= {call.url for call in self._flows[flow.name].calls if call.method == "GET"}
        told = {url: await self.lab.told(url) for url in urls}
        return {same_read(url): answer for url, answer in told.items() if answer is not None}

    async def through(self, step: Step) -> None:
        """One step, until the App is done; whenever it is killed on the way, it is started again from its disk."""
        # People finish what they do whatever happens to the App; only the App's own look ends with it.
        if step is not look_again:
            await step(self.lab.play)
        looks = step is look_again
        while await self._killed(looks=looks):
            self.lab.port.gone()
            await self.lab.play.crash()
            self.lab.port.alive()
            await self.lab.play.start()
            looks = True

    async def _killed(self, *, looks: bool) -> bool:
        """Whether the App was killed before it was done; a process that has just started looks at what it missed."""
        working = asyncio.create_task(self._settled(looks=looks))
        killed = asyncio.create_task(self.lab.port.killing.wait())
        await asyncio.wait({killed, working}, return_when=asyncio.FIRST_COMPLETED)
        killed.cancel()
        if not self.lab.port.killing.is_set():
            await working
            return False
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        return True

    async def _settled(self, *, looks: bool) -> None:
        if looks:
            await look_again(self.lab.play)
        await self.lab.play.settled()


def _passed(undisturbed: Undisturbed, place: Where) -> Passed:
    calls = undisturbed.calls
    return calls[place] if isinstance(place, int) else next(call for call in calls if call.site == place)


def _call(undisturbed: Undisturbed, place: Where) -> str:
    call = _passed(undisturbed, place)
    return f"{place}: {call.method} {call.url.partition('/api/v3')[2]} by {call.site}"
