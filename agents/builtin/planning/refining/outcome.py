"""What came of one edit that somebody asked for."""

import re
from collections.abc import Callable
from typing import NamedTuple

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.wishes import Wishes


class Outcome(NamedTuple):
    """What is said about it, and the ids it touched; `component` is set when it must wait until the parts are drawn."""

    said: str
    ids: tuple[str, ...] = ()
    component: tuple[str, ...] = ()


def unchanged(why: str) -> Outcome:
    """An edit that was understood and changes nothing, with the reason as the beginning of a sentence."""
    return Outcome(f"{why}; nothing changed.")


# A sentence of the grammar carried out; None where it does not find what it names, so that another sentence may fit.
Rule = Callable[[re.Match[str], Entries, Wishes], Outcome | None]
