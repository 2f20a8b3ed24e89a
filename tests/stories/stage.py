"""The stage every story plays on: the App in this process, the stand-in it works on, and the people who talk to it."""

import asyncio
import io
import logging
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import structlog
import yaml

from bot.clock import ticks
from bot.compose import App
from bot.demo.person import Person
from bot.demo.servers import ROOT, free_port
from bot.handing import READY
from bot.log import configure
from bot.queue_sqlite import SqliteQueue
from bot.write_gate import QUEUE as ENQUEUE
from config.settings import Settings
from tests.conftest import Standin
from tests.github.client import RegisteredApp
from tests.stories.ci import SOON, WithCi
from tests.stories.cleared import Clearance
from tests.stories.leaks import crossed, leaked
from tests.stories.seen import NAME, OWNER, REPO, REPOSITORY, Comment
from tests.stories.serving import Call, Recorder, Serving

if TYPE_CHECKING:
    from bot.github.pacing import Sleep
    from bot.github.port import Port

__all__ = ["REPO", "REPOSITORY", "Call", "Comment", "Play", "open_stage"]

PATIENCE = 30.0
GLANCE = 0.002

# The people of every story; Mona writes PRDs, Raj approves, Tess triages, Eve can only read.
ROLES = {"mona": "triage", "raj": "write", "tess": "triage", "eve": "read"}


class Play(WithCi):
    """Everything a story needs; `settings` may be changed before `open`."""

    def __init__(
        self,
        github: Standin,
        session: aiohttp.ClientSession,
        data: Path,
        registered: RegisteredApp,
        port: int,
    ) -> None:
        self.github = github
        self.registered = registered
        self.clearance = Clearance(github.world.apps[registered.slug])
        github.world.observe_move = self.clearance
        self.data = data
        self.recorder = Recorder()
        self.log, self.log_level = io.StringIO(), logging.INFO
        self._logging = logging.getLogger().handlers, logging.getLogger().level
        self.port: Port = self.recorder
        self.sleep: Sleep = asyncio.sleep
        self.settings = Settings.read(
            {
                "GITHUB_URL": github.url,
                "GITHUB_APP_ID": str(registered.id),
                "GITHUB_PRIVATE_KEY": registered.pem,
                "GITHUB_WEBHOOK_SECRET": registered.webhook_secret,
                "DATA_DIR": str(data),
                "PORT": str(port),
                "SIGNALBOX_WRITES_PER_MINUTE": "100000",
                "SIGNALBOX_WRITES_PER_HOUR": "1000000",
                "SIGNALBOX_WRITE_SPACING_SECONDS": "0",
                # Hours pass in many stories that are about something else.
                "SIGNALBOX_NUDGE_SECONDS": "0",
            }
        )
        self.dead: tuple[str, ...] = ()
        self.patience = PATIENCE
        self.broken = False
        self.issue = 0
        self._session = session
        self._people: dict[str, Person] = {}
        self._serving: Serving | None = None

    @property
    def app(self) -> App:
        """The running App."""
        assert self._serving is not None
        return self._serving.app

    def person(self, login: str) -> Person:
        """Somebody with a token of their own."""
        return self._people[login]

    async def cast(self, *, repository: str = REPOSITORY, **roles: str) -> None:
        """People with these roles in the repository, under the name that it goes by now."""
        for login, role in roles.items():
            made = await self.github.control("/users", login=login)
            api = f"{self.github.url}/api/v3"
            self._people[login] = Person(self._session, api, login, made["id"], made["token"])
            await self.github.role(repository, **{login: role})

    # The App's life.

    async def start(self) -> None:
        """The App comes up from its folder, and logs as in production."""
        configure(secrets=self.settings.secrets, stream=self.log, level=self.log_level)
        self._serving = await Serving.begin(self.settings, clock=self.now, port=self.port, sleep=self.sleep)
        self.keys = self.app.ledger.keys
        self.clearance.keys = {**self.clearance.keys, **self.keys}

    async def stop(self) -> None:
        """The App ends in order."""
        serving, self._serving = self._serving, None
        if serving is not None:
            await serving.stop()

    async def crash(self) -> None:
        """The App's process is killed."""
        serving, self._serving = self._serving, None
        if serving is not None:
            await serving.crash()

    async def lose_database(self) -> None:
        """The App stops, everything it keeps but its ledger key is deleted, and it starts again."""
        await self.stop()
        for path in self.data.iterdir():
            if path.name == "ledger_key.pem":
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        await self.start()

    def now(self) -> float:
        """The stand-in's time, which is also the App's."""
        return self.github.world.clock().timestamp()

    def wait(self, seconds: float) -> None:
        """Time passes for everybody."""
        self.github.world.clock.advance(seconds)

    async def passes(self, seconds: float) -> None:
        """So much time passes, and the App does what it does by then."""
        self.wait(seconds)
        assert isinstance(self.app.queue, SqliteQueue)
        self.app.queue._tell()
        await self.settled()

    async def settled(self, soon: float = SOON) -> None:
        """Waits until every webhook has come and the App has nothing left to do; naps before another try are cut short."""
        deadline = ticks() + self.patience
        while ticks() < deadline:
            await self.github.settle()
            queue, outbox = self.app.queue, self.github.world.outbox
            assert isinstance(queue, SqliteQueue)
            idle = outbox._unfinished_tasks == 0  # type: ignore[attr-defined]  # nothing public tells it without waiting
            order = queue._order
            # What is due much later is left for the story that lets so much time pass.
            later = sum(number >= 0 and due > self.now() + soon for due, number, _ in order._later)
            if idle and await queue.depth() == later:
                return
            soonest = order.soonest()
            if idle and soonest is not None and all(lane.current is None for lane in order._lanes.values()):
                self.wait(max(soonest - self.now(), 0.0) + 0.001)
                queue._tell()
            await asyncio.sleep(GLANCE)
        raise AssertionError(f"the App is still at work after {self.patience:.0f} seconds")

    # What people do.

    async def opens(self, who: str, prd: str, *, title: str = "A small shop", label: bool = True) -> int:
        """Somebody opens an issue with a PRD, and Tess puts the label on it; the issue's number."""
        made = await self.person(who).do("POST", f"{REPO}/issues", {"title": title, "body": prd})
        self.issue = int(made["number"])
        if label:
            await self.label()
        return self.issue

    async def label(self, who: str = "tess") -> None:
        """The label goes on the intake issue, and the App does what it does."""
        path = f"{REPO}/issues/{self.issue}/labels"
        await self.person(who).do("POST", path, {"labels": ["signalbox"]})
        await self.settled()

    async def says(self, who: str, text: str, *, thread: int | None = None) -> Comment:
        """A comment by somebody, as it stands when the App has dealt with it."""
        id_ = await self.person(who).comment(REPOSITORY, thread or self.issue, text)
        await self.settled()
        return await self.comment(id_)

    async def edits(self, who: str, comment: int, text: str) -> None:
        """Somebody edits a comment."""
        await self.person(who).do("PATCH", f"{REPO}/issues/comments/{comment}", {"body": text})
        await self.settled()

    async def edits_issue(self, who: str, text: str) -> None:
        """Somebody edits the text of the intake issue."""
        await self.person(who).do("PATCH", f"{REPO}/issues/{self.issue}", {"body": text})
        await self.settled()

    async def merges(self, who: str, number: int) -> None:
        """Somebody merges a pull request."""
        pull = await self.pull(number)
        if pull["draft"]:
            await self.readies(who, pull["node_id"])
        body = {"sha": pull["head"]["sha"], "merge_method": "merge"}
        await self.person(who).do("PUT", f"{REPO}/pulls/{number}/merge", body)
        await self.settled()

    async def readies(self, who: str, node: str) -> None:
        """Somebody presses “Ready for review” on a draft."""
        await self.presses_ready(who, node)
        await self.settled()

    async def presses_ready(self, who: str, node: str) -> None:
        """The same, and nobody waits for the App."""
        api = Person(self._session, f"{self.github.url}/api", who, token=self.person(who).token)
        await api.do("POST", "/graphql", {"query": READY, "variables": {"pullRequestId": node}})

    async def enqueues(self, who: str, number: int) -> None:
        """Somebody puts a pull request into its merge queue, and nobody waits for the App."""
        api = Person(self._session, f"{self.github.url}/api", who, token=self.person(who).token)
        shown = await self.pull(number)
        variables = {"pullRequestId": shown["node_id"], "expectedHeadOid": shown["head"]["sha"]}
        await api.do("POST", "/graphql", {"query": ENQUEUE, "variables": variables})

    async def closes(self, who: str, issue: int, *, reason: str = "completed") -> None:
        """Somebody closes an issue."""
        body = {"state": "closed", "state_reason": reason}
        await self.person(who).do("PATCH", f"{REPO}/issues/{issue}", body)
        await self.settled()

    async def commits(self, who: str, files: Mapping[str, str], *, branch: str = "main") -> str:
        """Somebody pushes one commit with these files; its SHA, when the App has dealt with it."""
        sha = await self.pushes(who, files, branch=branch)
        await self.settled()
        return sha

    async def pushes(self, who: str, files: Mapping[str, str], *, branch: str = "main") -> str:
        """The same, and nobody waits for the App."""
        person = self.person(who)
        head = (await person.do("GET", f"{REPO}/git/ref/heads/{branch}"))["object"]["sha"]
        base = (await person.do("GET", f"{REPO}/git/commits/{head}"))["tree"]["sha"]
        entries = [
            {"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()
        ]
        tree = await person.do("POST", f"{REPO}/git/trees", {"base_tree": base, "tree": entries})
        commit = await person.do(
            "POST", f"{REPO}/git/commits", {"message": "By hand", "tree": tree["sha"], "parents": [head]}
        )
        await person.do("PATCH", f"{REPO}/git/refs/heads/{branch}", {"sha": commit["sha"]})
        return str(commit["sha"])

    async def content_writes(self) -> dict[str, int]:
        """Content writes so far, by who made them."""
        answer = await self.github.operator.get("/_standin/stats")
        found: dict[str, int] = answer.json["content_writes_by"]
        return found

    def calls(self, method: str, ending: str) -> list[Call]:
        """The App's own calls so far, by method and the end of their path."""
        return [c for c in self.recorder.calls if c.method == method and c.path.endswith(ending)]

    async def close(self) -> None:
        """The end of every story: nothing uncleared was written, no secret shown, nothing given up or said twice."""
        # Whoever reads about a story that failed wants to know what the App logged.
        sys.stdout.write(self.log.getvalue())
        try:
            assert self.clearance.wrong == []
            assert crossed(self) == []
            assert leaked(self) == []
            if self._serving is not None:
                await self.settled()
                dead = tuple(letter.why for letter in await self.app.queue.dead_letters())
                assert dead == self.dead
                assert await self.repeated() == []
                if not self.broken:
                    await self.look()
        finally:
            await self.crash()
            await self.recorder.port.close()
            logging.getLogger().handlers, level = self._logging
            logging.getLogger().setLevel(level)
            structlog.reset_defaults()


async def open_stage(
    github: Standin,
    session: aiohttp.ClientSession,
    data: Path,
    *,
    files: Mapping[str, str],
    kind: type[Play] = Play,
) -> Play:
    """A repository with these files, the App registered from its manifest and installed, and the people."""
    port = free_port()
    manifest = yaml.safe_load((ROOT / "app.yml").read_text(encoding="utf-8"))
    await github.repo(REPOSITORY, files=dict(files))
    registered = await github.app(
        OWNER,
        name="Signalbox",
        url=f"http://127.0.0.1:{port}/github",
        permissions=manifest["default_permissions"],
        events=manifest["default_events"],
        repositories=[NAME],
    )
    play = kind(github, session, data, registered, port)
    await play.cast(**ROLES)
    return play
