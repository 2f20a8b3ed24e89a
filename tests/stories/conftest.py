"""The stage as a fixture: `play` is up and running, with an empty repository."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.conftest import Standin
from tests.stories.stage import Play, open_stage


@pytest.fixture
async def play(github: Standin, tmp_path: Path) -> AsyncIterator[Play]:
    """The App running on a repository with a README; at the end nothing may have been given up or said twice."""
    async with aiohttp.ClientSession() as session:
        made: Play = await open_stage(github, session, tmp_path / "app", files={"README.md": "# Shop\n"})
        await made.start()
        try:
            yield made
        finally:
            await made.close()
