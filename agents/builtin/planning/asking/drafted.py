"""A question as it is thought of, before those that change most are taken and numbered."""

from typing import NamedTuple

# What the questions about everything say that they change.
ARCHITECTURE, EVERYTHING, EVERY_FILE = (
    "the whole architecture",
    "every requirement and every part",
    "every file",
)


class Draft(NamedTuple):
    """A question before it has a number; `weight` is how much of the plan it changes."""

    weight: int
    text: str
    why: str
    changes: str
    default: str | None = None
    options: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
