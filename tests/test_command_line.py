"""The command line names its subcommands without importing any of them."""

from click.testing import CliRunner

from bot.__main__ import main


def test_help_lists_every_subcommand() -> None:
    listed = main.list_commands(None)  # type: ignore[arg-type]  # the context is not used
    assert listed == sorted(listed)
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2
