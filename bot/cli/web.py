"""`python -m bot web`: answer deliveries; with the embedded queue, also work them off."""

import click

from bot.cli.life import live
from bot.compose import Part


@click.command(name="web")
def command() -> None:
    """Answer GitHub's deliveries; with the embedded queue, work them off in the same process."""
    live(lambda settings: Part(answers=True, works=settings.database_url is None))
