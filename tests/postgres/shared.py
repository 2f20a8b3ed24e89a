"""The stage on a shared queue: in this process on the stand-in's time, or as processes of their own on the machine's."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import aiohttp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pydantic import SecretStr

from bot.clock import ticks
from bot.demo.servers import bare_environment, process
from policies.chain import key_id
from tests.conftest import Standin
from tests.stand_ins.postgres_server import PostgresServer
from tests.stories.ci import SOON
from tests.stories.stage import Play, open_stage

Kind = TypeVar("Kind", bound="Shared")

SETTLING = 60.0
GLANCE = 0.05


class Shared(Play):
    """The App in this process, with its queue in PostgreSQL."""

    server: PostgresServer
    url: str

    def on(self, server: PostgresServer, url: str) -> None:
        """Play on this database."""
        self.server, self.url = server, url
        self.key = Ed25519PrivateKey.generate()
        pem = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
        shared = {"database_url": SecretStr(url), "ledger_key": SecretStr(pem)}
        self.settings = self.settings.model_copy(update=shared)

    async def told(self, statement: str) -> list[tuple[object, ...]]:
        """What the database says."""
        return await asyncio.to_thread(self.server.do, statement, url=self.url)

    async def settled(self, soon: float = SOON) -> None:
        """Waits until every webhook has come and nothing is left to do soon; time passes while all that is left waits for it."""
        deadline = ticks() + SETTLING
        while ticks() < deadline:
            await self.github.settle()
            idle = self.github.world.outbox._unfinished_tasks == 0  # type: ignore[attr-defined]  # nothing public tells it without waiting
            ((left, running, due),) = await self.told(
                "SELECT count(*), count(*) FILTER (WHERE state = 1), coalesce(min(due), 0) FROM signalbox_delivery "
                f"WHERE state < 2 AND due <= {self.now() + soon}"
            )
            if idle and left == 0:
                return
            assert isinstance(due, float)
            if idle and running == 0 and due > self.now():
                self.wait(due - self.now() + 0.001)
            await asyncio.sleep(GLANCE)
        raise AssertionError(f"the App is still at work after {SETTLING:.0f} seconds")


class Apart(Shared):
    """One web process and some workers, each a process of its own; `workers` are their process numbers."""

    async def start(self) -> None:
        """The processes come up."""
        self.keys = {key_id(self.key.public_key()): self.key.public_key()}
        self.clearance.keys = self.keys
        self.processes = contextlib.AsyncExitStack()
        self.workers: list[asyncio.subprocess.Process] = []
        await self.spawn("web")
        await self.worker()
        await self.answers()

    async def spawn(self, subcommand: str) -> asyncio.subprocess.Process:
        """One process of the App."""
        self.data.mkdir(exist_ok=True)
        log = self.data / f"{subcommand}-{len(self.workers)}.log"
        return await self.processes.enter_async_context(
            process("-m", "bot", subcommand, environment=self._environment(), log=log)
        )

    async def worker(self) -> asyncio.subprocess.Process:
        """One more worker."""
        self.workers.append(await self.spawn("worker"))
        return self.workers[-1]

    async def answers(self) -> None:
        """Waits until the web process answers."""
        deadline = ticks() + SETTLING
        async with aiohttp.ClientSession() as session:
            while ticks() < deadline:
                with contextlib.suppress(aiohttp.ClientError):
                    async with session.get(f"http://127.0.0.1:{self.settings.port}/readyz") as answer:
                        if answer.status == 200:
                            return
                await asyncio.sleep(GLANCE)
        raise AssertionError(self.logs())

    def logs(self) -> str:
        """What every process said."""
        return "\n".join(f"{path.name}:\n{path.read_text()}" for path in sorted(self.data.glob("*.log")))

    async def close(self) -> None:
        """The end of the story; the processes end in order."""
        print(self.logs())  # noqa: T201 - whoever reads about a story that failed wants to know
        try:
            assert self.clearance.wrong == []
            assert await self.told("SELECT why FROM signalbox_delivery WHERE state = 3") == []
            assert await self.repeated() == []
        finally:
            await self.processes.aclose()
            await self.recorder.port.close()

    def _environment(self) -> dict[str, str]:
        secrets = self.settings
        assert secrets.database_url is not None
        assert secrets.ledger_key is not None
        return bare_environment() | {
            "GITHUB_URL": secrets.github_url,
            "GITHUB_APP_ID": secrets.app_id,
            "GITHUB_PRIVATE_KEY": secrets.private_key.get_secret_value(),
            "GITHUB_WEBHOOK_SECRET": secrets.webhook_secret.get_secret_value(),
            "SIGNALBOX_LEDGER_KEY": secrets.ledger_key.get_secret_value(),
            "DATABASE_URL": secrets.database_url.get_secret_value(),
            "DATA_DIR": str(self.data / "none"),
            "PORT": str(secrets.port),
            "SIGNALBOX_WRITES_PER_MINUTE": "100000",
            "SIGNALBOX_WRITES_PER_HOUR": "1000000",
            "SIGNALBOX_WRITE_SPACING_SECONDS": "0",
            "SIGNALBOX_NUDGE_SECONDS": "0",
        }


@contextlib.asynccontextmanager
async def staged(
    kind: type[Kind], github: Standin, server: PostgresServer, folder: Path
) -> AsyncIterator[Kind]:
    """A play on a database of its own, begun and brought to its end."""
    async with aiohttp.ClientSession() as session:
        play = await open_stage(github, session, folder / "app", files={"README.md": "# Shop\n"}, kind=kind)
        assert isinstance(play, kind)
        play.on(server, await asyncio.to_thread(server.database))
        await play.start()
        try:
            yield play
        finally:
            await play.close()
