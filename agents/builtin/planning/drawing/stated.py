"""What a document says in so many words, wherever it demands, fixes or leaves something out."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.occurring import Occurring

# A non-goal of so few words is the name of what is not there: `Servers`.
LONGEST_NAME = 3


def stated(entries: Entries, words: re.Pattern[str] | Occurring) -> bool:
    """Whether a statement says so; a short non-goal says that there is none of it."""
    every = (*entries.constraints, *entries.nfrs, *entries.requirements, *entries.organisation)
    out = (f"no {each.text}" for each in entries.non_goals if len(each.text.split()) <= LONGEST_NAME)
    return any(words.search(text) for text in (*(each.text for each in every), *out))
