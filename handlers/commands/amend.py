"""`/amend`: what a requirement says from now on, because somebody changed its files."""

from handlers.spec import REQUIREMENT, CommandSpec, unreadable
from policies.commands import Amend, HumanCommand, Said
from policies.people import Right

USAGE = "amend <requirement> <what it says now>"


def parse(args: str, said: Said) -> HumanCommand:
    """`FR-3 a member can lend two tools at once`."""
    word, _, text = args.replace("\n", " \n", 1).partition(" ")
    if not REQUIREMENT.fullmatch(word) or not text.strip():
        return unreadable(USAGE, said, found="The requirement comes first, then what it says now.")
    return Amend(said, (word.upper(),), text.strip())


SPEC = CommandSpec(
    verb="amend",
    usage=USAGE,
    summary="say what a requirement says from now on, after somebody changed its files",
    who=Right.WRITE,
    examples=("amend FR-3 a member can lend two tools at once",),
    misreads=("amend", "amend FR-3", "amend the plan"),
    parse=parse,
    free_text=True,
)
