"""A walk is data: a start and a list of steps; hypothesis draws it, it is played in one world, and judged after each step."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from bot.crowd import WINDOW
from tests.crash.endings import Ending, broken, ending
from tests.crash.faults import FAULTS
from tests.crash.flows import look_again
from tests.crash.laboratory import Laboratory
from tests.crash.runner import Runner
from tests.stories.leaks import crossed, leaked
from tests.stories.losing import ALL, LINK, lose_database
from tests.stories.second_machine import beside
from tests.stories.serving import Serving
from tests.stories.stage import Play
from tests.walks.acts import ACTS, Acting
from tests.walks.expected import Expected, Standing
from tests.walks.rebuilt import rebuilt

HOUR = 3600.0


async def _nothing(play: Play) -> None:
    """The App lives on."""


async def _killed(play: Play) -> None:
    await play.crash()
    await play.start()


async def _second(play: Play) -> None:
    """Another machine with the same keys, which may have been here before, reads back what was delivered."""
    second = await Serving.begin(beside(play), clock=play.now, port=play.port, sleep=play.sleep)
    first, play._serving = play._serving, second
    try:
        await second.app.sweep.read_back()
        await play.settled()
    finally:
        play._serving = first
        await second.stop()


async def _an_hour(play: Play) -> None:
    play.wait(HOUR)


# What becomes of the App after a step, and what of the webhooks while it lasts.
AFTER: dict[str, Callable[[Play], Awaitable[None]]] = {
    "": _nothing,
    "killed": _killed,
    "database lost": lose_database,
    "second machine": _second,
    "an hour": _an_hour,
}
WAYS = ("", "twice", "lost", "held", "backwards")
# A stale read needs to know what was told before, so crash points have it and walks have not.
TROUBLES = {fault.name: fault for fault in FAULTS if fault.heard != "before"}
STARTS = ("planned", "backlog", "delivering", "pull request")


@dataclass(frozen=True, slots=True)
class Step:
    """Acts that happen before the App hears of any, how their webhooks come, which call goes wrong, and what follows."""

    acts: tuple[tuple[str, int], ...]
    way: str = ""
    trouble: tuple[int, str] | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Walk:
    """`start` is a row of `tests.crash.starts.STARTS`."""

    start: str
    steps: tuple[Step, ...]


def walks(*, longest: int) -> st.SearchStrategy[Walk]:
    """Walks of at most so many steps; the first of every choice is the plainest, and what is shrunk becomes plain."""
    act = st.tuples(st.sampled_from(list(ACTS)), st.integers(0, 7))
    step = st.builds(
        Step,
        st.lists(act, min_size=1, max_size=3).map(tuple),
        st.sampled_from(WAYS),
        st.none() | st.tuples(st.integers(0, 40), st.sampled_from(list(TROUBLES))),
        st.sampled_from(list(AFTER)),
    )
    steps = st.lists(step, min_size=1, max_size=longest).map(tuple)
    return st.builds(Walk, st.sampled_from(STARTS), steps)


class Walker:
    """Plays walks in a laboratory, whose starts are prepared once; `rebuilt` counts those whose end was read back."""

    def __init__(self, lab: Laboratory) -> None:
        self.runner, self.lab, self.play, self.rebuilt = Runner(lab), lab, lab.play, 0
        # What leaves the App is looked through for secrets, so it is kept.
        self.play.recorder.port, lab.port.port = lab.port.port, self.play.recorder  # type: ignore[assignment]  # the recorder asks any port

    async def wrong(self, walk: Walk) -> list[str]:
        """What was wrong after the first step after which anything was, or when the database was lost at the end, a line each."""
        prepared = await self.runner.start(walk.start)
        await self.lab.set_back(prepared)
        shutil.rmtree(self.play.data.parent / "second", ignore_errors=True)
        self.play.recorder.calls.clear()
        self.lab.port.arm({}, before={})
        await self.play.start()
        acting, expected = Acting(self.play), Expected.at(Standing.of(self.play))
        for number, step in enumerate(walk.steps):
            try:
                found = await self._step(step, acting, expected)
            except AssertionError as error:
                found = [f"{error}"]
            if found:
                return [f"step {number}: {line}" for line in found]
        self.rebuilt += 1
        found = [f"rebuilt: {line}" for line in await rebuilt(self.runner)]
        return [*found, *crossed(self.play), *leaked(self.play)]

    async def _step(self, step: Step, acting: Acting, expected: Expected) -> list[str]:
        before, acting.words = Standing.of(self.play), []
        if any(not word.known for word in acting.every):
            # Of strangers each process reads a few words within ten minutes, and counts those that it has heard itself.
            self.play.wait(WINDOW + 1)
        if step.trouble is not None:
            number, fault = step.trouble
            self.lab.port.arm({number: TROUBLES[fault]}, before={})

        async def act(_: Play) -> None:
            await self._mail(lose=ALL * (step.way == "lost"), duplicate=ALL * (step.way == "twice"))
            await self._mail(hold=len(step.acts) > 1 or step.way in {"held", "backwards"})
            for name, pick in step.acts:
                await ACTS[name](acting, pick)
            await self._mail(hold=False, backwards=step.way == "backwards")

        await self.runner.through(act)
        if step.way == "lost" or step.trouble is not None:
            await self._mail(lose=0, duplicate=0)
            await self.runner.through(look_again)
        self.lab.port.arm({}, before={})
        await self._mail(lose=0, duplicate=0)
        quiet = len(step.acts) == 1 and step.trouble is None
        found = expected.judge(self.play, before, acting.words, quiet=quiet)
        return found + await broken(self.play) or await self._after(step, expected)

    async def _after(self, step: Step, expected: Expected) -> list[str]:
        """What follows a step changes nothing that anybody can see; but for time, in which things come due."""
        if not step.after:
            return []
        await self.runner.through(look_again)
        before, seen = Standing.of(self.play), self._ending()
        await AFTER[step.after](self.play)
        await self.runner.through(look_again)
        found = expected.judge(self.play, before, (), quiet=False) + await broken(self.play)
        if step.after == "an hour":
            return found
        differs = self._ending().differs(seen)
        return found + ([f"after “{step.after}”: {differs}"] if differs else [])

    def _ending(self) -> Ending:
        """As anybody sees it; but for links on the card, and what changed around the run, which may go with the database."""
        found = ending(self.play)
        lines = [line for line in found.card.splitlines() if not line.startswith("| Changed lately")]
        return replace(found, card=LINK.sub(r"\1", "\n".join(lines)))

    async def _mail(self, **ordered: object) -> None:
        await self.play.github.control("/webhooks", **ordered)
