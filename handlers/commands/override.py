"""`/override`: one rule passes for exactly one patchset, with the reason on record."""

import re

from handlers.markdown import code
from handlers.spec import DIGEST, CommandSpec, target_of, unreadable
from policies.commands import HumanCommand, Misread, Override, Said
from policies.people import Right

USAGE = "override <rule> [PS-n] <digest> because <why>"
# A rule of the architecture goes by the gate's name and its own: `architecture/domain-is-pure`.
_RULE = re.compile(r"[a-z][a-z-]{1,39}(?:/[a-z0-9][a-z0-9-]{0,59})?", re.ASCII)
_BECAUSE = re.compile(r"(?:^|\s)because(?:\s|$)", re.IGNORECASE | re.ASCII)


def parse(args: str, said: Said) -> HumanCommand:
    """`ci-files PS-2 d07be6634f10 because the unit is about CI`."""
    parts = _BECAUSE.split(args, maxsplit=1)
    words = parts[0].split()
    rule = words.pop(0).lower().strip("`") if words else ""
    if not _RULE.fullmatch(rule):
        return unreadable(USAGE, said, found=f"{code(rule)} is no rule." if rule else "The rule is missing.")
    target = target_of(words[0]) if words else None
    if target:
        words = words[1:]
    digest = words.pop(0) if words and DIGEST.fullmatch(words[0]) else None
    if words or target in {"plan", "backlog"}:
        found = words[0] if words else str(target)
        return unreadable(USAGE, said, found=f"{code(found)} is neither a patchset nor a digest I can read.")
    why = parts[1].strip() if len(parts) == 2 else ""
    if not why:
        return Misread(
            said,
            "SB-124",
            "Say why the rule should pass: the reason goes on record with your name.",
            f"For example: `/signalbox override {rule} PS-1 1c9e04b7aa31 because this unit is about CI`",
        )
    return Override(said, rule, target, digest, why)


SPEC = CommandSpec(
    verb="override",
    usage=USAGE,
    summary="let one rule pass for exactly this version of a patchset; your reason goes on record",
    who=Right.ADMIN,
    examples=(
        "override ci-files PS-2 d07be6634f10 because this unit is about CI",
        "override size d07be6634f10 because the table is generated",
        "override architecture/domain-is-pure PS-2 d07be6634f10 because the adapter goes next week",
        "override ci-files because we read it",
    ),
    misreads=(
        "override",
        "override ci-files",
        "override ci-files PS-2 d07be6634f10",
        "override ci-files PS-2 d07be6634f10 because",
        "override ci-files PS-2 D07BE6634F10 because we read it",
        "override ci-files plan d07be6634f10 because we read it",
        "override everything! because we read it",
    ),
    parse=parse,
    free_text=True,
)
