"""`/refine`: a person's wish for the next version."""

from handlers.spec import CommandSpec, target_and_text
from policies.commands import LONGEST_WISH, HumanCommand, Misread, Refine, Said
from policies.people import Right

USAGE = "refine [plan|backlog|PS-n|U-n] <what to change>"


def parse(args: str, said: Said) -> HumanCommand:
    """`use SQLite instead of Postgres`, `PS-2 name the column owner_id`, or nothing and a list of wishes below."""
    target, text = target_and_text(args)
    if not text:
        return Misread(
            said,
            "SB-118",
            "Say what to change.",
            "For example: `/signalbox refine use SQLite instead of Postgres`",
        )
    if len(text) > LONGEST_WISH:
        why = f"That is more than {LONGEST_WISH:,} characters at once."
        return Misread(said, "SB-118", why, "Say it in two comments.")
    return Refine(said, target, text)


SPEC = CommandSpec(
    verb="refine",
    usage=USAGE,
    summary="say in plain words what to change; the next version shows what came of it",
    who=Right.TRIAGE,
    examples=(
        "refine use SQLite instead of Postgres",
        "refine backlog drop S5",
        "refine PS-2 name the column owner_id",
        "refine U-03 keep the old file name",
    ),
    misreads=("refine", "refine plan"),
    parse=parse,
    free_text=True,
    author_may=True,
)
