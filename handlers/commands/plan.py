"""`/plan`: take up an issue, or plan although triage advised against it."""

from handlers.markdown import code
from handlers.spec import CommandSpec, unreadable
from policies.commands import HumanCommand, Plan, Said
from policies.people import Right

USAGE = "plan [anyway]"


def parse(args: str, said: Said) -> HumanCommand:
    """Nothing, or the word `anyway`; politely or not."""
    words = args.casefold().removesuffix("please").rstrip(" ,.!")
    if words not in {"", "anyway"}:
        return unreadable(USAGE, said, found=f"I do not know what {code(args)} means there.")
    return Plan(said, anyway=bool(words))


SPEC = CommandSpec(
    verb="plan",
    usage=USAGE,
    summary="start a run on this issue, or go on although triage advised against it",
    who=Right.TRIAGE,
    examples=("plan", "plan anyway"),
    misreads=("plan the login first",),
    parse=parse,
)
