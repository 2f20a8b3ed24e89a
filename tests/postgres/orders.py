"""The orders of two machines' calls with at most two switches between them: the end is that of one machine alone."""

import asyncio
from dataclasses import dataclass

from tests.crash.endings import Ending, broken, ending, repository
from tests.crash.flows import FLOWS as ALL
from tests.crash.flows import Flow, Step, called_otherwise, plan_approved, says
from tests.crash.interleaved import SYNC, unordered
from tests.crash.port import Passed
from tests.crash.runner import Runner
from tests.postgres.machines import Machines, machines
from tests.stand_ins.postgres_server import PostgresServer
from tests.stories.seen import REPO
from tests.stories.stage import Play

FLOWS = {flow.name: flow for flow in ALL}
# What a machine does when it falls silent: a plan is written, issues are made, a patchset is written.
TAKEN_OVER = (FLOWS["approve plan"], FLOWS["sync"], FLOWS["approve to pull request"])
WITHDRAWN = FLOWS["approve to pull request"]


async def _again(play: Play) -> None:
    """The same yes once more, in the repository as it is called now."""
    await play.person("raj").comment(repository(play).full_name, play.issue, plan_approved(await play.run()))


RENAMED = Flow(
    "approve, rename and approve", "planned", (says("raj", plan_approved), called_otherwise, _again)
)
# Agents that are asked beside each other may look at the same things, once or each for itself.
FEWER = 5
# Seconds in which whoever is at work finds out that the database is away.
AWAY = 0.2


@dataclass(frozen=True, slots=True)
class Alone:
    """How it ends when one machine does everything, and how many calls it makes for each of the flow's steps."""

    ending: Ending
    calls: tuple[int, ...]
    passed: tuple[Passed, ...]

    @property
    def total(self) -> int:
        """All calls."""
        return sum(self.calls)


class Orders:
    """Plays orders on one database; each play tells what was wrong with it, a line each."""

    def __init__(self, runner: Runner, server: PostgresServer) -> None:
        self._runner, self._server, self._url = runner, server, server.database()
        self._alone: dict[str, Alone] = {}

    async def alone(self, flow: Flow) -> Alone:
        """The first machine does everything."""
        if flow.name not in self._alone:
            async with machines(self._runner.lab, await self._runner.start(flow.start), self._url) as both:
                both.first.work()
                calls = []
                for step in flow.steps:
                    before = both.first.port.made
                    await step(both.play)
                    await both.settled()
                    calls.append(both.first.port.made - before)
                if flow is SYNC:
                    await _resumed(both)
                assert await broken(both.play) == []
                self._alone[flow.name] = Alone(
                    ending(both.play), tuple(calls), tuple(self._runner.lab.port.passed)
                )
        return self._alone[flow.name]

    async def taken_over(self, flow: Flow, after: int, until: int) -> list[str]:
        """The first falls silent after so many calls, the second takes over and makes some, the first wakes, and the second ends it."""
        alone = await self.alone(flow)
        async with machines(self._runner.lab, await self._runner.start(flow.start), self._url) as both:
            await self._silent(both, flow, after)
            await self._woken(both, until)
            return await _judged(
                both.play, alone.ending, f"{flow.name}: silent after {after}, woken after {until}"
            )

    async def withdrawn(self, after: int, until: int) -> list[str]:
        """The same, and the yes is taken back while nobody works on it: what was not written by then is not written any more."""
        async with machines(self._runner.lab, await self._runner.start(WITHDRAWN.start), self._url) as both:
            await self._silent(both, WITHDRAWN, after)
            play = both.play
            word = max(
                each.id for each in repository(play).comments.values() if each.body.startswith("/approve")
            )
            await play.person("raj").do("DELETE", f"{REPO}/issues/comments/{word}", None)
            await play.github.settle()
            branches = await play.branches()
            await self._woken(both, until)
            more = [name for name in await play.branches() if name not in branches]
            where = f"withdrawn: silent after {after}, woken after {until}"
            return [*await _judged(play, None, where), *(f"{where}: {name} was made" for name in more)]

    async def before_the_branch(self) -> int:
        """How many calls the first makes before the one that makes a branch."""
        passed = (await self.alone(WITHDRAWN)).passed
        return next(
            n for n, each in enumerate(passed) if each.method == "POST" and each.url.endswith("/git/refs")
        )

    async def pausing(self, after: int, until: int) -> list[str]:
        """The first brings issues in step, the second works off the pause up to a call, the first goes on, and then the second."""
        alone = await self.alone(SYNC)
        async with machines(self._runner.lab, await self._runner.start(SYNC.start), self._url) as both:
            await self._stands(both, SYNC.steps[0], after)
            both.second.port.stop_after(until)
            await SYNC.steps[1](both.play)
            await both.play.github.settle()
            both.second.work()
            await both.stands(both.second, beside=both.first)
            await both.first.goes_home()
            both.second.port.go_on()
            await both.settled()
            await _resumed(both)
            return await _judged(both.play, alone.ending, f"sync until {after}, pause until {until}")

    async def beside(self, flow: Flow, after: int) -> list[str]:
        """The first works off a yes when more happens; the second is free and leaves the run alone until then."""
        alone, where = await self.alone(flow), f"{flow.name}: until {after}"
        async with machines(self._runner.lab, await self._runner.start(flow.start), self._url) as both:
            await self._stands(both, flow.steps[0], after)
            for step in flow.steps[1:]:
                await step(both.play)
            await both.play.github.settle()
            both.second.work()
            await both.settled(beside=both.first)
            # An agent that was asked works beside the run.
            steps = await both.second.queue._database.rows(IN_HAND, worker=both.first.name)
            both_at_it = [f"{where}: two are at it"] if steps and both.second.port.made else []
            await both.first.goes_home()
            await both.settled()
            return both_at_it + await _judged(both.play, alone.ending, where)

    async def restarted(self, flow: Flow, after: int) -> list[str]:
        """The database goes down with every connection while the first is at work, and comes back; both go on."""
        alone = await self.alone(flow)
        async with machines(self._runner.lab, await self._runner.start(flow.start), self._url) as both:
            await self._silent(both, flow, after)
            both.second.work()
            await asyncio.to_thread(self._server.stop)
            try:
                both.first.port.go_on()
                await asyncio.sleep(AWAY)
            finally:
                await asyncio.to_thread(self._server.start)
            await both.first.goes_home()
            await both.settled()
            return await _judged(both.play, alone.ending, f"{flow.name}: the database gone after {after}")

    async def _silent(self, both: Machines, flow: Flow, after: int) -> None:
        (step,) = flow.steps
        await self._stands(both, step, after)

    async def _stands(self, both: Machines, step: Step, after: int) -> None:
        """The first works until it stands still; towards its end it may be through with a call or two less."""
        both.first.port.stop_after(after)
        both.first.work()
        await step(both.play)
        stands = await both.stands(both.first)
        assert stands or after > both.first.port.made - FEWER, f"the first makes no {after} calls"
        both.first.queue.wake()

    async def _woken(self, both: Machines, until: int) -> None:
        both.second.port.stop_after(until)
        await both.taken_over()
        await both.stands(both.second)
        await both.first.goes_home()
        both.second.port.go_on()
        await both.settled()


IN_HAND = "SELECT 1 FROM signalbox_delivery WHERE state = 1 AND kind = 0 AND worker = %(worker)s"


async def _resumed(both: Machines) -> None:
    await says("raj", "/resume")(both.play)
    await both.settled()


async def _judged(play: Play, expected: Ending | None, where: str) -> list[str]:
    wrong = await broken(play)
    if expected is not None and (differs := unordered(ending(play)).differs(unordered(expected))):
        wrong.append(differs)
    return [f"{where}: {line}" for line in wrong]
