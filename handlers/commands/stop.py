"""`/stop`: end a run for good."""

from handlers.spec import CommandSpec
from policies.commands import HumanCommand, Said, Stop
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Anything behind the word is the reason."""
    return Stop(said, args)


SPEC = CommandSpec(
    verb="stop",
    usage="stop [why]",
    summary="end the run for good; issues and pull requests stay",
    who=Right.WRITE,
    examples=("stop", "stop we buy it instead", "cancel"),
    misreads=(),
    parse=parse,
    free_text=True,
    aliases=("cancel",),
)
