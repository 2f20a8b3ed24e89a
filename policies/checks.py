"""What the checks on one commit say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["pending", "green", "red"]

# https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks#check-statuses-and-conclusions
_GREEN = frozenset({"success", "neutral", "skipped"})


@dataclass(frozen=True, slots=True)
class Check:
    """One check run or commit status on the head commit, by whoever reports there except ourselves."""

    name: str
    state: State


def state_of(status: str, conclusion: str | None) -> State:
    """What a check run's status and conclusion amount to."""
    if status != "completed":
        return "pending"
    return "green" if conclusion in _GREEN else "red"


def overall(checks: Sequence[Check], *, required: Sequence[str]) -> tuple[State, str]:
    """Red as soon as one that counts is red, green when all that count are; a required one that is missing is pending.

    Without required names every check that reported counts, and nothing reported is pending.
    """
    counting = [check for check in checks if not required or check.name in required]
    missing = [name for name in required if name not in {check.name for check in checks}]
    red = [check.name for check in counting if check.state == "red"]
    if red:
        return "red", f"red: {', '.join(sorted(red))}"
    waiting = [check.name for check in counting if check.state == "pending"]
    if waiting or missing or not counting:
        named = ", ".join(sorted([*waiting, *missing])) or "the first check"
        return "pending", f"waiting for {named}"
    return "green", f"{len(counting)} of {len(counting)} checks green"
