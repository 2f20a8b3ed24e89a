"""`/why`: the requirement, evidence and gates behind something."""

from handlers.spec import CommandSpec
from policies.commands import HumanCommand, Said, Show
from policies.people import Right


def parse(args: str, said: Said) -> HumanCommand:
    """Reading is never refused for a word too many."""
    return Show(said, "why", args[:200])


SPEC = CommandSpec(
    verb="why",
    usage="why [id]",
    summary="show the requirement, the lines of the PRD and the gates behind a unit, a patchset or a decision",
    who=Right.READ,
    examples=("why", "why PS-2", "why FR-3"),
    misreads=(),
    parse=parse,
    read_only=True,
)
