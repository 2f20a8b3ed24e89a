"""The stage as a fixture: `play` is up and running, with an empty repository."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from tests.conftest import Standin
from tests.stand_ins.messages_api import MessagesApi, messages_api
from tests.stand_ins.model_mind import sensible
from tests.stories.modelled import settled_anew
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


@pytest.fixture
async def api() -> AsyncIterator[MessagesApi]:
    """A local Messages API with a sensible mind."""
    async with messages_api() as api:
        api.mind = sensible
        yield api


@pytest.fixture
async def modelled(play: Play, api: MessagesApi) -> Play:
    """The stage, with the local Messages API as the model."""
    await settled_anew(play, anthropic_api_key=SecretStr(api.key), anthropic_base_url=api.url)
    return play
