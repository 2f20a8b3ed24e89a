"""The stage on which a stranger looks at a run."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.conftest import Standin
from tests.stories.stage import Play, open_stage


@pytest.fixture
async def stage(github: Standin, tmp_path: Path) -> AsyncIterator[Play]:
    """The App running on an empty repository."""
    async with aiohttp.ClientSession() as session:
        play = await open_stage(github, session, tmp_path / "app", files={"README.md": "# Shop\n"})
        await play.start()
        try:
            yield play
        finally:
            await play.close()
