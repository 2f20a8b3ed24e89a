"""`/budget`: what a run may spend on models in all."""

import re

from handlers.markdown import code
from handlers.spec import CommandSpec, unreadable
from policies.commands import Budget, HumanCommand, Said
from policies.people import Right

USAGE = "budget <dollars>"
_DOLLARS = re.compile(r"\$?([0-9]{1,5})(?:\.([0-9]{1,2}))?", re.ASCII)


def parse(args: str, said: Said) -> HumanCommand:
    """`10`, `$10` or `7.50`: dollars in all, not on top."""
    found = _DOLLARS.fullmatch(args)
    cents = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
    if not cents:
        seen = (
            f"{code(args)} is no number of dollars I can read."
            if args
            else "The number of dollars is missing."
        )
        return unreadable("budget 10", said, found=seen)
    return Budget(said, cents * 10_000)


SPEC = CommandSpec(
    verb="budget",
    usage=USAGE,
    summary="say what this run may spend on models in all; a run that its budget stopped goes on",
    who=Right.WRITE,
    examples=("budget 10", "budget $12", "budget 7.50"),
    misreads=("budget", "budget lots", "budget -3", "budget 0", "budget 10 please", "budget 1e6"),
    parse=parse,
)
