"""`python -m bot`: the command line, one file per subcommand in `bot/cli/`, imported when it is asked for."""

import gc
import importlib

import click

from bot import patterns

SUBCOMMANDS = ("config", "demo", "plan", "serve", "verify", "web", "worker")


class LazyGroup(click.Group):
    """Imports a subcommand only when it runs, so that `--help` and the webhook server pay for nothing else."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The table of contents, in alphabetical order."""
        del ctx
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The click command of `bot/cli/<name>.py`, or None when there is no such subcommand."""
        del ctx
        if cmd_name not in SUBCOMMANDS:
            return None
        # What is imported stays as long as the process, so nothing of it is garbage, now or later.
        gc.disable()
        # Only where a person waits for one plan; what holds keys and judges patchsets goes to `re` itself.
        if cmd_name == "plan":
            patterns.use()
        command: click.Command = importlib.import_module(f"bot.cli.{cmd_name}").command
        gc.freeze()
        gc.enable()
        return command


@click.group(cls=LazyGroup)
def main() -> None:
    """Signalbox: from a PRD to merged pull requests, and nothing moves unless a person clears the signal."""


if __name__ == "__main__":
    main(prog_name="python -m bot")
