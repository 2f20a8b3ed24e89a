"""`/approve`: a person's yes to exactly one version."""

import re

from handlers.markdown import code
from handlers.spec import DIGEST, CommandSpec, target_of, unreadable
from policies.commands import Approve, HumanCommand, Said
from policies.people import Right

USAGE = "approve [plan|backlog|PS-n] [digest] [--only ids]"
_IDS = re.compile(r"(?:s[0-9]{1,3}|u-[0-9]{2,4})", re.IGNORECASE | re.ASCII)


def parse(args: str, said: Said) -> HumanCommand:
    """`plan 4be0a7c1d922`, `PS-2 1c9e04b7aa31`, `backlog 77aa10f3c5de --only S1`, or the digest alone."""
    head, marked, tail = args.partition("--only")
    words = head.split()
    target = target_of(words[0]) if words else None
    if target:
        words = words[1:]
    digest = words.pop(0) if words and DIGEST.fullmatch(words[0]) else None
    if words:
        return unreadable(
            USAGE, said, found=f"{code(words[0])} is neither a version nor a digest I can read."
        )
    ids = tuple(tail.replace(",", " ").split())
    if not marked:
        return Approve(said, target, digest)
    if not ids or not all(_IDS.fullmatch(each) for each in ids) or target not in {None, "backlog"}:
        return unreadable(
            USAGE, said, found="Behind `--only` I read slices or units of a backlog: `S1`, `U-03`."
        )
    return Approve(said, target, digest, tuple(each.upper() for each in ids))


SPEC = CommandSpec(
    verb="approve",
    usage=USAGE,
    summary="say yes to exactly this version; the digest stands in the comment that asks for it",
    who=Right.WRITE,
    examples=(
        "approve plan 4be0a7c1d922",
        "approve 4be0a7c1d922",
        "approve ps-2 1c9e04b7aa31",
        "approve backlog 77aa10f3c5de --only S1, U-07",
        "approve",
    ),
    misreads=(
        "approve everything",
        "approve plan 4BE0A7C1D922",
        "approve plan 4be0a7c",
        "approve plan 4be0a7c1d922 thanks",
        "approve PS-2 1c9e04b7aa31 --only S1",
        "approve backlog 77aa10f3c5de --only",
    ),
    parse=parse,
)
