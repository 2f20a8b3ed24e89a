"""`python -m bot web`: answer deliveries; with the embedded queue, also work them off."""

import asyncio
import os
import signal

import click

from bot import log
from bot.compose import compose
from bot.errors import Misconfigured, QueueUnavailable
from config.settings import Settings, SettingsError


@click.command(name="web")
def command() -> None:
    """Answer GitHub's deliveries; with the embedded queue, work them off in the same process."""
    try:
        settings = Settings.read(os.environ)  # noqa: TID251 - the one place the App's environment is read
    except SettingsError as error:
        click.echo(f"Signalbox does not start:\n{error}", err=True)
        raise SystemExit(2) from error
    log.configure(secrets=settings.secrets)
    try:
        asyncio.run(_serve(settings))
    except (Misconfigured, QueueUnavailable) as error:
        click.echo(f"Signalbox does not start: {error}", err=True)
        raise SystemExit(2) from error


async def _serve(settings: Settings) -> None:
    app = await compose(settings)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    ready = asyncio.Event()
    serving = asyncio.create_task(app.serve(stop.wait(), ready=ready))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if ready.is_set():
        click.echo(f"Signalbox listens on http://{settings.host}:{settings.port}/github", err=True)
    waiting.cancel()
    await serving
