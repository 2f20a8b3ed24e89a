"""What `serve`, `web` and `worker` have in common: settings from the environment, one App, and an end in order on SIGTERM."""

import asyncio
import os
import signal
from collections.abc import Callable

import click

from bot import log
from bot.compose import Part, compose
from bot.errors import Misconfigured, QueueUnavailable
from config.settings import Settings, SettingsError


def live(part: Callable[[Settings], Part]) -> None:
    """Be this part of the App until told to stop; what is wrong with the settings is said, and ends the process with 2."""
    try:
        settings = Settings.read(os.environ)  # noqa: TID251 - the one place the App's environment is read
    except SettingsError as error:
        click.echo(f"Signalbox does not start:\n{error}", err=True)
        raise SystemExit(2) from error
    log.configure(secrets=settings.secrets)
    try:
        asyncio.run(_serve(settings, part(settings)))
    except (Misconfigured, QueueUnavailable) as error:
        click.echo(f"Signalbox does not start: {error}", err=True)
        raise SystemExit(2) from error


async def _serve(settings: Settings, part: Part) -> None:
    app = await compose(settings)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    ready = asyncio.Event()
    serving = asyncio.create_task(app.serve(stop.wait(), ready=ready, part=part))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if ready.is_set() and part.answers:
        click.echo(f"Signalbox listens on http://{settings.host}:{settings.port}/github", err=True)
    elif ready.is_set():
        click.echo("Signalbox works off what the web processes take in", err=True)
    waiting.cancel()
    await serving
