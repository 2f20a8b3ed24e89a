"""The App on the stand-in, in this process, for measurements that count calls or follow one command through."""

import contextlib
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp

from sandbox import server
from tests.conftest import Standin, Watch
from tests.github.description import Description
from tests.stories.stage import Play, open_stage


@contextlib.asynccontextmanager
async def staged() -> AsyncIterator[Play]:
    """A stage as the stories have it, except that nobody judges the exchanges, which would take most of the time."""
    with tempfile.TemporaryDirectory() as folder:
        running = await server.start(data=Path(folder) / "github")
        try:
            async with aiohttp.ClientSession() as session:
                github = Standin(running, session, Watch(Description.load()))
                play = await open_stage(
                    github, session, Path(folder) / "app", files={"README.md": "# Shop\n"}
                )
                await github.control("/limits", per_hour=1_000_000)
                await play.start()
                try:
                    yield play
                finally:
                    await play.crash()
                    await play.recorder.port.close()
                    await running.settle()
        finally:
            await running.stop()
