"""One turn: what the first line of a card says and what is waited for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """The first line, what is waited for, and what happens if nobody does anything; Markdown, ready to show."""

    headline: str
    waiting: str
    otherwise: str


def working(doing: str, whom: str) -> Turn:
    """A turn that is the App's own or GitHub's."""
    return Turn(f"🔵 {doing}", whom, "It goes on by itself; `/pause` holds it between two steps")
