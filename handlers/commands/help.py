"""`/help`: what this person can do here and now."""

from handlers.spec import CommandSpec
from policies.commands import HumanCommand, Said, Show
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Reading is never refused for a word too many."""
    return Show(said, "help", args[:200])


SPEC = CommandSpec(
    verb="help",
    usage="help [verb]",
    summary="show what you can do here and now",
    who=Right.READ,
    examples=("help", "help approve"),
    misreads=(),
    parse=parse,
    read_only=True,
)
