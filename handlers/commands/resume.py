"""`/resume`: go on after a pause."""

from handlers.spec import CommandSpec, no_arguments
from policies.commands import HumanCommand, Resume, Said
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Nothing may follow."""
    return no_arguments(args, said, usage="resume") or Resume(said)


SPEC = CommandSpec(
    verb="resume",
    usage="resume",
    summary="go on where the run was held",
    who=Right.WRITE,
    examples=("resume",),
    misreads=("resume tomorrow",),
    parse=parse,
)
