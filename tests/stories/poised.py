"""The App with an approval on record, right before it writes what was approved."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.compose import App, compose
from bot.gate_keeper import GateKeeper, Outcome
from bot.ledger import Loaded
from bot.place import Place
from policies.effects import WriteApproved
from policies.run import Run
from tests.stories.prds import NO_QUESTIONS
from tests.stories.serving import Call, meanwhile
from tests.stories.shortcuts import delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play
from tests.stories.worlds import Approved, Change


@dataclass(slots=True)
class Poised:
    """The App with an approval on record, right before it writes; the process is another one after a crash."""

    play: Play
    app: App
    loaded: Loaded
    effect: WriteApproved
    approved: Approved
    branch: str

    @property
    def keeper(self) -> GateKeeper:
        """Who brings what was approved to the write gate."""
        return self.app.worker.step.consequences.performer.keeper

    @property
    def run(self) -> Run:
        """The run as its record tells it."""
        assert self.loaded.run is not None
        return self.loaded.run

    async def write(self, change: Change | None = None, k: int = -1) -> tuple[Outcome, list[Call]]:
        """The way from the record to the pull request, with the change right before call `k`; and its calls."""
        recorder, count = self.play.recorder, 0
        start = len(recorder.calls)

        async def before(_method: str, _path: str) -> None:
            nonlocal count
            count += 1
            if change is not None and count - 1 == k:
                await change.make(self.approved)

        recorder.before = before
        try:
            outcome = await self.keeper.write(self.loaded, self.run, self.effect)
        finally:
            recorder.before = None
        return outcome, recorder.calls[start:]

    async def written_while(self, call: str, act: Callable[[], Awaitable[object]]) -> Outcome:
        """The same way, with something done right before the first such call: its method and the end of its path."""
        done = meanwhile(self.play.recorder, call, act)
        outcome = await self.keeper.write(self.loaded, self.run, self.effect)
        assert done(), f"{call} was never made"
        return outcome

    async def unwritten(self) -> None:
        """The branch is taken away again, and `main` stands where it stood."""
        if self.branch in await self.play.branches():
            await self.play.person("ada").do("DELETE", f"{REPO}/git/refs/heads/{self.branch}")


@dataclass(slots=True)
class Waiting:
    """What waits for a yes: its name, its digest, the subject of its write, a path that would be touched, and its branch."""

    play: Play
    target: str
    digest: str
    subject: str
    touched: str
    branch: str

    @property
    def text(self) -> str:
        return f"/approve {self.target} {self.digest[:12]}"

    async def approved_while(self, change: Change, k: int, *, main: str) -> bool:
        """Raj says yes, and the world changes before the App's call `k`; whether the yes was on record by then."""
        at = Approved(self.play, 0, self.text, self.touched, main)
        said, count, recorded = asyncio.Event(), 0, False

        async def before(method: str, _path: str) -> None:
            nonlocal count, recorded
            count += 1
            if count - 1 == k:
                await said.wait()
                recorded = method == "PATCH"
                await change.make(at)

        self.play.recorder.before = before
        at.comment = await self.play.person("raj").comment(REPOSITORY, self.play.issue, self.text)
        said.set()
        await self.play.settled()
        self.play.recorder.before = None
        assert count > k
        await change.undo(at)
        await self.play.settled()
        return recorded


async def waiting(play: Play, kind: str) -> Waiting:
    """A plan or a patchset is up for approval."""
    if kind == "plan":
        run = await plan_proposed(play, NO_QUESTIONS)
        assert run.plan is not None
        touched, branch = ".signalbox/runs/1/ledger.jsonl", "signalbox/run-1-plan-v1"
        return Waiting(play, "plan", run.plan.digest, "plan", touched, branch)
    patchset = patchset_of(await delivering(play, "U-03"), "U-03")
    touched = next(iter(patchset.paths))
    return Waiting(play, patchset.number, patchset.digest, "U-03", touched, "signalbox/run-1-u-03-v1")


@asynccontextmanager
async def poised(play: Play, kind: str) -> AsyncIterator[Poised]:
    """A plan or a patchset is approved, and the App is killed with its first change to repository contents."""
    await play.cast(ada="admin")
    await play.start()
    what = await waiting(play, kind)
    about_to_write = asyncio.Event()

    async def kill(method: str, path: str) -> None:
        if method == "POST" and path.endswith("/git/trees"):
            about_to_write.set()
            await asyncio.Event().wait()

    play.recorder.before = kill
    main = await play.head()
    comment = await play.person("raj").comment(REPOSITORY, play.issue, what.text)
    await asyncio.wait_for(about_to_write.wait(), timeout=30)
    await play.crash()
    play.recorder.before = None
    async with composed(play) as (app, loaded):
        approved = Approved(play, comment, what.text, what.touched, main)
        yield Poised(play, app, loaded, WriteApproved(what.subject, what.digest), approved, what.branch)


@asynccontextmanager
async def composed(play: Play) -> AsyncIterator[tuple[App, Loaded]]:
    """The App anew from its folder, with nothing that works in it, and the run as its record tells it."""
    app = await compose(play.settings, clock=play.now, port=play.recorder)
    try:
        repository = (await play.run()).repository_id
        place = Place(play.registered.installation_id, repository, REPOSITORY, play.issue)
        yield app, await app.ledger.load(place)
    finally:
        await app.close()
