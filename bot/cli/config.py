"""`python -m bot config`: checks a repository's `signalbox.yml` before it is merged, and prints its schema."""

from pathlib import Path

import click
from click.core import ParameterSource

from config.repo_policy import PATH, RepoPolicy, schema


@click.group()
def command() -> None:
    """Look at a repository's settings."""


@command.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default=PATH)
@click.pass_context
def check(ctx: click.Context, file: Path) -> None:
    """Say whether FILE is a `signalbox.yml` that will be obeyed: exit 0, or 1 with every line that is wrong.

    The file where it is looked for by default may be missing: then a repository has the defaults.
    """
    if not file.exists():
        given = ctx.get_parameter_source("file") is ParameterSource.COMMANDLINE
        click.echo(f"{file}: not there" + ("" if given else ", so all defaults hold"), err=given)
        ctx.exit(2 if given else 0)
    policy = RepoPolicy.read_all(file.read_bytes())
    if isinstance(policy, tuple):
        for wrong in policy:
            click.echo(f"{file}:{wrong.line}: {wrong.message}", err=True)
        ctx.exit(1)
    click.echo(f"{file}: fine; policy digest {policy.digest[:12]}")


@command.command(name="schema")
def print_schema() -> None:
    """Print the JSON Schema of `signalbox.yml`, for editors."""
    click.echo(schema(), nl=False)
