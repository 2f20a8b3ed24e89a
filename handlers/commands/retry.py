"""`/retry`: try the last step again."""

from handlers.spec import CommandSpec, no_arguments
from policies.commands import HumanCommand, Retry, Said
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Nothing may follow; in a unit's issue it is that unit that is tried again."""
    return no_arguments(args, said, usage="retry") or Retry(said)


SPEC = CommandSpec(
    verb="retry",
    usage="retry",
    summary="try the last step again; in a unit's issue, that unit",
    who=Right.WRITE,
    examples=("retry",),
    misreads=("retry everything",),
    parse=parse,
)
