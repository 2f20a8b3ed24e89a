"""A backend that somebody has already, with which an app only talks."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import occurring

THERE = "Existing backend"
IS_THERE = occurring(
    r"\b(?:existing|present) (?:[\w.+-]+ ){0,2}(?:back-?end|rest api|api server)\b(?! (?:team|developers?|code)\b)"
    r"|\bback-?end\b(?:[^.\n]|\.(?=\w)){0,50}\b(?:already (?:built|done|exists|implemented|live|running|there)|exists already|is (?:already )?there)\b"
)
CHANGED = re.compile(
    r"\b(?:extend|replace|rewrite|migrat\w+|rebuild) (?:the |our )?existing\b", re.IGNORECASE
)


def is_there(entries: Entries) -> bool:
    """Whether the document says that the backend of its app is there already, and asks for no change of it."""
    told = (entries.opening, *entries.told())
    return any(map(IS_THERE.search, told)) and not any(map(CHANGED.search, told))
