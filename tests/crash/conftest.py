"""One laboratory for each module: its flows are prepared once and come back to for every fault."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.crash.laboratory import laboratory
from tests.crash.runner import Runner


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def runner(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Runner]:
    """Plays flows with faults."""
    async with laboratory(tmp_path_factory.mktemp("crash")) as lab:
        yield Runner(lab)
