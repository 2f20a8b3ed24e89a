"""What a rule says: pass, warn or block, always with the reason and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never


@dataclass(frozen=True, slots=True)
class Pass:
    """The rule is content; `evidence` says what it looked at, one finding a line."""

    rule: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Warn:
    """A person should look before approving: why, and what would make the warning go away."""

    rule: str
    reason: str
    remedy: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Not like this: why, and what would make it possible."""

    rule: str
    reason: str
    remedy: str
    evidence: tuple[str, ...] = ()


Verdict = Pass | Warn | Block


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The gravest verdict, the first among equals; no verdict at all is a ValueError, because silence is not a pass."""
    return max(verdicts, key=_gravity)


def _gravity(verdict: Verdict) -> int:
    match verdict:
        case Pass():
            return 0
        case Warn():
            return 1
        case Block():
            return 2
        case _:
            assert_never(verdict)
