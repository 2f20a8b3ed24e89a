"""Wishes that were said in another thread than their answer stands in, so that a line there can point to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.people import Person


@dataclass(frozen=True, slots=True)
class SaidElsewhere:
    """One wish for `target` (`plan`, `backlog` or a unit id) in `thread`; the entry at `answered` is its answer, once there is one."""

    target: str
    thread: int
    by: Person
    answered: int | None = None


def threads_of(said: Sequence[SaidElsewhere], seq: int) -> tuple[int, ...]:
    """The threads in which the entry at `seq` was waited for, each once."""
    return tuple(dict.fromkeys(each.thread for each in said if each.answered == seq))
