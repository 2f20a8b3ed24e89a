"""What is said of a comment that asked people for something, once that is done or of no use any more."""

from typing import assert_never

from handlers import markdown as m
from policies.run import Run
from policies.turns import YourTurn

_STOOD = {
    "green": "The checks of #{0} were green",
    "missing": "A required check of #{0} had not come",
    "stuck": "The checks of #{0} stood still",
    "silent": "Nobody had checked #{0}",
}


def folded(run: Run, turn: YourTurn, told: str) -> str:
    """What the comment `told`, folded behind what it was about and how that ended."""
    return m.details(f"{_was(turn)}, {_ended(run, turn)}", told)


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
