"""`/reject`: a person's no."""

from handlers.spec import CommandSpec, target_and_text
from policies.commands import HumanCommand, Reject, Said
from policies.people import Right

USAGE = "reject [plan|backlog|PS-n|U-n] [why]"


def parse(args: str, said: Said) -> HumanCommand:
    """`PS-2 wrong table`, `plan`, or nothing where only one thing can be meant."""
    target, why = target_and_text(args)
    return Reject(said, target, why)


SPEC = CommandSpec(
    verb="reject",
    usage=USAGE,
    summary="say no; it is recorded with your reason and nothing is written",
    who=Right.WRITE,
    examples=(
        "reject PS-2 wrong table",
        "reject",
        "reject backlog too many units",
        "reject we do not need it",
    ),
    misreads=(),
    parse=parse,
    free_text=True,
)
