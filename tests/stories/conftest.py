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


@pytest.fixture
async def asleep(github: Standin, tmp_path: Path) -> AsyncIterator[Play]:
    """A stage whose App is not started yet, and where GitHub's limits leave room for many runs."""
    async with aiohttp.ClientSession() as session:
        made: Play = await open_stage(github, session, tmp_path / "app", files={"README.md": "# Shop\n"})
        await github.control("/limits", per_hour=1_000_000)
        try:
            yield made
        finally:
            await made.close()
