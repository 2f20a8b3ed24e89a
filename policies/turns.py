"""Comments that ask people for something, as a run remembers them."""

from dataclasses import dataclass
from typing import Literal

TurnKind = Literal[
    "triage",
    "stuck",
    "budget",
    "quiet",
    "void",
    "endorsed",
    "as it was",
    "checks",
    "no fix",
    "no version",
    "given up",
    "kept",
    "exception",
]


@dataclass(frozen=True, slots=True)
class YourTurn:
    """A comment in `thread` that asked people for something when it told of the entry at `seq`.

    `about` is a target, a unit or a digest, and `pull_request` one with this standing of its `checks`, as the kind has it.
    `over` is the entry after which it was nobody's turn any more.
    """

    kind: TurnKind
    thread: int
    seq: int
    about: str = ""
    pull_request: int = 0
    checks: str = ""
    over: int | None = None
