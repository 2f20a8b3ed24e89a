"""What the tests of the outer layer share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.queue import SqliteQueue
from tests.bot.queue_conformance import ManualClock


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
