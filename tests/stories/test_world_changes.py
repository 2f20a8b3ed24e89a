"""Between a recorded approval and the write the world changes before every single call once: nothing unapproved is written."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.compose import App, compose
from bot.gate_keeper import Outcome
from bot.ledger import Loaded
from bot.place import Place
from policies import commands as c
from policies.effects import WriteApproved
from tests.stories.prds import NO_QUESTIONS
from tests.stories.serving import Call
from tests.stories.shortcuts import delivering, patchset_of, plan_proposed
from tests.stories.stage import REPO, REPOSITORY, Play
from tests.stories.worlds import CHANGES, REWRITTEN, Approved, Change

BRANCH = "/git/refs"
# The last look takes fewer calls than this, right before the write itself; what changes meanwhile, it may not notice.
WINDOW = 9


@dataclass(slots=True)
class Poised:
    """The App with an approval on record, right before it writes; the process is another one after a crash."""

    play: Play
    app: App
    loaded: Loaded
    effect: WriteApproved
    approved: Approved
    branch: str

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
        assert self.loaded.run is not None
        try:
            keeper = self.app.worker.step.performer.keeper
            outcome = await keeper.write(self.loaded, self.loaded.run, self.effect)
        finally:
            recorder.before = None
        return outcome, recorder.calls[start:]

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
    app = await compose(play.settings, clock=play.now, port=play.recorder)
    try:
        place = Place(
            play.registered.installation_id, (await play.run()).repository_id, REPOSITORY, play.issue
        )
        yield Poised(
            play,
            app,
            await app.ledger.load(place),
            WriteApproved(what.subject, what.digest),
            Approved(play, comment, what.text, what.touched, main),
            what.branch,
        )
    finally:
        await app.close()


def _written(calls: list[Call]) -> int | None:
    """Which of these calls made the branch."""
    made = [
        n for n, call in enumerate(calls)
        if call.method == "POST" and call.path.endswith(BRANCH) and call.status == 201
    ]  # fmt: skip
    return made[0] if made else None


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("kind", ["plan", "patchset"])
async def test_whatever_changes_before_the_last_look_nothing_is_written(
    asleep: Play, kind: str, name: str
) -> None:
    change = CHANGES[name]
    async with poised(asleep, kind) as at:
        plain, calls = await at.write()
        assert isinstance(plain.command, c.Wrote)
        end = _written(calls)
        assert end is not None
        await at.unwritten()
        written = 0
        for k in range(end + 1):
            outcome, calls = await at.write(change, k)
            await change.undo(at.approved)
            made = _written(calls)
            if made is None:
                assert isinstance(outcome.command, c.WriteFailed)
                assert outcome.command.void, outcome.command.reason
                assert at.branch not in await asleep.branches()
                continue
            written += 1
            looked = [n for n, call in enumerate(calls[:made]) if change.noticed_by.search(call.path)]
            assert k > looked[-1], (k, calls[k].path)
            assert made - k < WINDOW, (k, calls[k].path)
            assert isinstance(outcome.command, c.Wrote)
            assert outcome.command.tree_sha == plain.command.tree_sha
            await at.unwritten()
        assert 1 <= written <= WINDOW


@pytest.mark.parametrize("kind", ["plan", "patchset"])
async def test_whatever_changes_while_a_yes_is_read_nothing_is_written(play: Play, kind: str) -> None:
    """One change before each call from the comment to the record of the yes, the changes by turns."""
    await play.cast(ada="admin")
    # Nobody tells the App of a push: told, it would draw the patchset again at once.
    for installation in play.github.world.installations.values():
        installation.events = [event for event in installation.events if event != "push"]
    what = await waiting(play, kind)
    branches, main = await play.branches(), await play.head()
    # A plan gets its base with its yes, so a history written anew before that is the one it is approved on.
    changes = [change for name, change in CHANGES.items() if kind == "patchset" or name != REWRITTEN]
    k, recorded = 0, False
    while not recorded:
        change = changes[k % len(changes)]
        recorded = await what.approved_while(change, k, main=main)
        assert await play.branches() == branches
        run = await play.run()
        assert what.target in run.waiting
        k += 1
    assert k > len(changes)
