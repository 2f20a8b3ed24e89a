"""`python -m bot worker`: work off deliveries apart from the web process, once a shared queue is configured."""

import click

from bot.cli.life import live
from bot.compose import Part
from bot.errors import Misconfigured
from config.settings import Settings


@click.command(name="worker")
def command() -> None:
    """Work off deliveries in a process of its own; the embedded queue has one owner, so `web` does it there."""
    live(_part)


def _part(settings: Settings) -> Part:
    if settings.database_url is None:
        raise Misconfigured(
            "The embedded queue belongs to one process: `python -m bot web` answers deliveries and works them off. "
            "A separate worker needs a shared queue: set DATABASE_URL to a PostgreSQL database, for both."
        )
    return Part(answers=False, works=True)
