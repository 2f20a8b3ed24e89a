"""What is said of a comment that asked people for something, once that is done or of no use any more."""

import re
from typing import assert_never

from handlers import markdown as m
from policies.run import Run
from policies.turns import YourTurn

_HEAD = re.compile(r"\A### \S+ (?:Your turn, .*?: )?(.*)")
# The one block of commands to copy, as `markdown.action` makes it.
_COPIED = re.compile(r"^```text\n(/signalbox .*(?:\n/signalbox .*)*)\n```$", re.MULTILINE)
_STOOD = {
    "green": "The checks of #{0} were green",
    "missing": "A required check of #{0} had not come",
    "stuck": "The checks of #{0} stood still",
    "silent": "Nobody had checked #{0}",
}


def folded(run: Run, turn: YourTurn, told: str) -> str:
    """What the comment `told`, folded behind what it was about and how that ended."""
    return m.details(f"{_was(turn)}, {_ended(run, turn)}", at_rest(told))


def at_rest(told: str) -> str:
    """What was said, so that nobody takes it for a question that is open: no turn, and nothing that is there to be copied."""
    head = _HEAD.match(told)
    if head is not None:
        told = f"**{head[1][:1].upper()}{head[1][1:]}**{told[head.end() :]}"
    body = _COPIED.sub(lambda block: " and ".join(f"`{line}`" for line in block[1].split("\n")), told)
    return f"*As it was said then; nobody needs to do anything about it any more.*\n\n{body}"


def _was(turn: YourTurn) -> str:
    match turn.kind:
        case "triage":
            return f"Triage advised {turn.about}"
        case "stuck":
            return "A person was needed"
        case "budget":
            return "The budget was reached"
        case "quiet":
            return "It had been quiet"
        case "void":
            return "An approval counted no longer"
        case "endorsed":
            return "More people had to approve"
        case "as it was":
            return "A wish changed nothing"
        case "checks":
            return _STOOD[turn.checks].format(turn.pull_request)
        case "no fix":
            return f"There was no fix for {turn.about}"
        case "no version":
            return f"There was no version for {turn.about}"
        case "given up":
            return f"{turn.about} needed a person"
        case "kept":
            return f"#{turn.pull_request} was left to a person"
        case "exception":
            return "An exception to a rule was made"
        case _:
            assert_never(turn.kind)


def _ended(run: Run, turn: YourTurn) -> str:
    pull = run.pull_requests.get(turn.pull_request)
    return f"{pull.state} since" if pull is not None and pull.state != "open" else "settled since"
