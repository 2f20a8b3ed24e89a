"""`/status`: where the run stands."""

from handlers.spec import CommandSpec
from policies.commands import HumanCommand, Said, Show
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Reading is never refused for a word too many."""
    return Show(said, "status", args[:200])


SPEC = CommandSpec(
    verb="status",
    usage="status",
    summary="show where the run stands and whose turn it is",
    who=Right.READ,
    examples=("status",),
    misreads=(),
    parse=parse,
    read_only=True,
)
