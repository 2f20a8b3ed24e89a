"""`/answer`: a person's answer to a question, or all defaults at once."""

import re

from handlers.spec import CommandSpec
from policies.commands import Answer, HumanCommand, Misread, Said
from policies.people import Right

USAGE = "answer <number> <your words> | answer defaults"
_NUMBERED = re.compile(r"q?([0-9]{1,3})(?:[.):]?[ \t\n]+(.*)|[.):]?)", re.IGNORECASE | re.ASCII | re.DOTALL)


def parse(args: str, said: Said) -> HumanCommand:
    """`3 Germany`, `Q3: Germany`, `2 default` or `defaults`."""
    if args.casefold() in {"defaults", "default"}:
        return Answer(said, None, "")
    match = _NUMBERED.fullmatch(args)
    if match is None:
        return Misread(
            said,
            "SB-117",
            "I cannot tell which question this answers.",
            "Begin with its number: `/signalbox answer 1 your words`. All defaults at once: `/signalbox answer defaults`",
        )
    return Answer(said, f"Q{int(match[1])}", (match[2] or "").strip())


SPEC = CommandSpec(
    verb="answer",
    usage=USAGE,
    summary="answer one question in your own words, or take every default",
    who=Right.TRIAGE,
    examples=("answer 3 Germany", "answer q2: one year", "answer defaults", "answer 1 default"),
    misreads=("answer", "answer Germany", "answer all of them later"),
    parse=parse,
    free_text=True,
    author_may=True,
)
