"""`python -m bot worker`: work off deliveries apart from the web process, once a shared queue is configured."""

import click


@click.command(name="worker")
def command() -> None:
    """Work off deliveries in a process of its own; the embedded queue has one owner, so `web` does it there."""
    click.echo(
        "The embedded queue belongs to one process: `python -m bot web` answers deliveries and works them off. "
        "A separate worker needs a shared queue, which this version does not have.",
        err=True,
    )
    raise SystemExit(2)
