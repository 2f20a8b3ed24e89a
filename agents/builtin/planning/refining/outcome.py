"""What came of one edit that somebody asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said about it, and the ids it touched; `component` is set when it must wait until the parts are drawn."""

    said: str
    ids: tuple[str, ...] = ()
    component: tuple[str, ...] = ()


def unchanged(why: str) -> Outcome:
    """An edit that was understood and changes nothing, with the reason as the beginning of a sentence."""
    return Outcome(f"{why}; nothing changed.")
