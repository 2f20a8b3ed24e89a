"""`python -m bot serve`: answer deliveries and work them off in one process, whatever the queue."""

import click

from bot.cli.life import live
from bot.compose import Part


@click.command(name="serve")
def command() -> None:
    """Answer GitHub's deliveries and work them off in one process; others may do the same on the same database."""
    live(lambda _: Part(answers=True, works=True))
