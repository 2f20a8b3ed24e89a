"""One stage that is set back, as often as wanted, to a world prepared once: GitHub's side, the App's disk and the time.

Everything the stand-in knows is pickled as one graph. Git objects are never deleted, so of a repository only its refs are
set back. What belongs to this process stays as it is: sockets, the clock, the queue of webhooks.
"""

import asyncio
import io
import pickle
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot import base
from config.settings import Settings
from sandbox import server
from sandbox.clock import Clock
from sandbox.git import Git
from tests.conftest import Standin, Watch
from tests.crash.direct import DirectPort
from tests.crash.faults import Answer
from tests.crash.port import Struck
from tests.github import app_keys
from tests.github.description import Description
from tests.stand_ins.messages_api import MessagesApi, messages_api
from tests.stories.stage import REPOSITORY, Play, open_stage

# What stays when the world is set back.
_STAYS = frozenset(
    {"outbox", "mishaps", "clock", "url", "data", "observe_webhook", "observe_move", "faults", "new_key"}
)


class Thinking(Play):
    """A stage with a model that an App may be set up to ask; without that, it plans by itself."""

    model: MessagesApi


@dataclass(frozen=True, slots=True)
class Prepared:
    """A world to come back to; `at` is its time in seconds since 1970."""

    world: bytes
    refs: Mapping[str, Mapping[str, str]]
    disk: Mapping[str, bytes]
    settings: Settings
    issue: int
    at: float


class Laboratory:
    """A stage whose calls can be struck; `play` is what the people and the App do on it."""

    def __init__(self, play: Play, port: Struck) -> None:
        self.play = play
        self.port = port
        self._gits: dict[str, Git] = {}

    async def keep(self) -> Prepared:
        """Stop the App and remember how everything stands; GitHub forgets what it has delivered."""
        play, world = self.play, self.play.github.world
        await play.settled()
        await play.stop()
        world.deliveries.clear()
        for repo in world.repos_by_id.values():
            self._gits[str(repo.git.path)] = repo.git
        stuff = {name: value for name, value in world.__dict__.items() if name not in _STAYS}
        file = io.BytesIO()
        _Pickler(file, world.clock).dump(stuff)
        return Prepared(
            world=file.getvalue(),
            refs={path: git.refs() for path, git in self._gits.items()},
            disk={path.name: path.read_bytes() for path in play.data.iterdir() if path.is_file()},
            settings=play.settings,
            issue=play.issue,
            at=play.now(),
        )

    async def set_back(self, prepared: Prepared) -> None:
        """Everything as it was then, and the App not yet started."""
        play, world = self.play, self.play.github.world
        await play.crash()
        await play.github.settle()
        # A process that has just started remembers no trees.
        for cache in (base._TREES, base._BEFORE, base._BLOBS):
            cache.clear()
        world.clock._ahead = timedelta(seconds=prepared.at - time.time())
        world.__dict__.update(_Unpickler(io.BytesIO(prepared.world), world.clock, self._gits).load())
        for name, git in self._gits.items():
            _set_refs(git, prepared.refs.get(name, {}))
        for path in play.data.iterdir():
            path.unlink()
        for name, content in prepared.disk.items():
            (play.data / name).write_bytes(content)
        play.issue = prepared.issue
        play.settings = prepared.settings
        play.clearance.app, play.clearance.wrong = world.apps[play.registered.slug], []
        play.log.truncate(0)

    async def told(self, url: str) -> Answer | None:
        """What a read of this address gives now to somebody who may read everything here; None unless it is there."""
        world = self.play.github.world
        repo = world.repo(*REPOSITORY.split("/"))
        installation = world.installations.get(self.play.registered.installation_id)
        if repo is None or installation is None:
            return None
        token = world.installation_token(
            installation, permissions=dict(installation.permissions), repo_ids=None
        )
        answer = await self.port.port("GET", url, {"Authorization": f"token {token.text}"}, b"")
        return answer if answer[0] == 200 else None


@asynccontextmanager
async def laboratory(folder: Path) -> AsyncIterator[Laboratory]:
    """A laboratory in this folder, with an empty repository and the people; the App is not started."""
    running = await server.start(data=folder)
    running.world.new_key = app_keys.in_order()
    async with aiohttp.ClientSession() as session, messages_api() as model:
        github = Standin(running, session, Watch(Description.load()))
        files = {"README.md": "# Shop\n"}
        play = await open_stage(github, session, folder / "app", files=files, kind=Thinking)
        assert isinstance(play, Thinking)
        play.model = model
        play.data.mkdir()
        running.world.limits.per_hour = 1_000_000
        ci = await github.app(
            "acme", name="ci", permissions={"checks": "write", "metadata": "read"}, events=[]
        )
        play._ci = ci
        await ci.as_installation.get("/rate_limit")
        port = Struck(DirectPort(running.world))

        async def sleep(seconds: float) -> None:
            play.wait(seconds)
            await asyncio.sleep(0)

        play.port, play.sleep = port, sleep
        try:
            yield Laboratory(play, port)
        finally:
            await play.crash()
            await running.stop()


class _Pickler(pickle.Pickler):
    """Leaves out what belongs to the process: the clock and git repositories."""

    def __init__(self, file: io.BytesIO, clock: Clock) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._clock = clock

    def persistent_id(self, obj: Any) -> tuple[str, str] | None:  # anything can be in the world
        """A name for what is left out."""
        if isinstance(obj, Git):
            return "git", str(obj.path)
        return ("clock", "") if obj is self._clock else None


class _Unpickler(pickle.Unpickler):
    """Puts back what was left out."""

    def __init__(self, file: io.BytesIO, clock: Clock, gits: Mapping[str, Git]) -> None:
        super().__init__(file)
        self._clock = clock
        self._gits = gits

    def persistent_load(self, pid: Any) -> Clock | Git:  # as pickle declares it
        """What has this name."""
        kind, path = pid
        return self._clock if kind == "clock" else self._gits[path]


def _set_refs(git: Git, refs: Mapping[str, str]) -> None:
    for name, sha in git.refs().items():
        if refs.get(name) != sha:
            git.delete_ref(name)
    for name, sha in refs.items():
        if git.ref(name) != sha:
            git.set_ref(name, sha)
