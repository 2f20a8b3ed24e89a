"""`/accept`: what somebody changed in files of a requirement is right as it is."""

from handlers.spec import REQUIREMENT, CommandSpec, unreadable
from policies.commands import Accept, HumanCommand, Said
from policies.people import Right

USAGE = "accept <requirement> [more]"
MOST = 20


def parse(args: str, said: Said) -> HumanCommand:
    """`FR-3`, or several."""
    words = args.replace(",", " ").split()
    if not words or len(words) > MOST or not all(REQUIREMENT.fullmatch(word) for word in words):
        return unreadable(USAGE, said, found="That does not name requirements, such as `FR-3`.")
    return Accept(said, tuple(dict.fromkeys(word.upper() for word in words)))


SPEC = CommandSpec(
    verb="accept",
    usage=USAGE,
    summary="say that a change somebody made to files of a merged requirement is right as it is",
    who=Right.WRITE,
    examples=("accept FR-3", "accept FR-3 NFR-1"),
    misreads=("accept", "accept everything", "accept FR-3 please"),
    parse=parse,
)
