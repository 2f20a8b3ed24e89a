"""What the tests of the outer layer share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.anthropic_provider import Anthropic
from bot.budget import Purse
from bot.github import Hub, Reader, Talker
from bot.github.pacing import Limits
from bot.queue_sqlite import SqliteQueue
from tests.bot.asking import provider, purse_of
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.messages_api import MessagesApi, messages_api
from tests.stand_ins.scripted_github import BASE, ScriptedGitHub

NO_PACE = Limits(per_minute=10_000, per_hour=100_000, spacing=0)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def queue(tmp_path: Path, clock: ManualClock) -> AsyncIterator[SqliteQueue]:
    queue = await SqliteQueue.open(tmp_path / "queue.sqlite3", clock=clock)
    yield queue
    await queue.close()


@pytest.fixture(scope="session")
def pem() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()).decode()


class Naps:
    """Sleeps by moving the clock, and remembers for how long."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(round(seconds, 3))
        self.clock.time += seconds


def make_hub(
    scripted: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, *, limits: Limits = NO_PACE
) -> Hub:
    """A client of the scripted GitHub; a second one on the same queue is what a restart makes."""
    return Hub(
        rest_url=BASE,
        graphql_url=f"{BASE}/graphql",
        app_id="77",
        private_key=pem,
        port=scripted,
        cache=queue,
        clock=scripted.clock,
        limits=limits,
        sleep=naps,
    )


@pytest.fixture
def naps(clock: ManualClock) -> Naps:
    return Naps(clock)


@pytest.fixture
def scripted(clock: ManualClock) -> ScriptedGitHub:
    return ScriptedGitHub(clock)


@pytest.fixture
def hub(scripted: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps) -> Hub:
    return make_hub(scripted, queue, pem, naps)


@pytest.fixture
def reader(hub: Hub) -> Reader:
    return hub.reader(5, 9)


@pytest.fixture
def talker(hub: Hub) -> Talker:
    return hub.talker(5, 9)


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    async with messages_api() as api:
        yield api


@pytest.fixture
async def model(api: MessagesApi, queue: SqliteQueue, clock: ManualClock) -> AsyncIterator[Anthropic]:
    model = provider(api, queue, clock)
    yield model
    await model.close()


@pytest.fixture
def purse(queue: SqliteQueue, clock: ManualClock) -> Purse:
    return purse_of(queue, clock)
