"""`/pause`: hold a run between two steps."""

from handlers.spec import CommandSpec
from policies.commands import HumanCommand, Pause, Said
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Anything behind the word is the reason."""
    return Pause(said, args)


SPEC = CommandSpec(
    verb="pause",
    usage="pause [why]",
    summary="stop between two steps and keep everything",
    who=Right.WRITE,
    examples=("pause", "pause until Monday"),
    misreads=(),
    parse=parse,
    free_text=True,
)
