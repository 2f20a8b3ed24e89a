"""Names among the outside systems that are no others': an interface the document describes itself, and what the product is made for."""

import re

from agents.builtin.planning.drawing.mandates import MADE_FOR
from agents.builtin.planning.drawing.part_names import NUMBERED
from agents.builtin.planning.entries import Entries
from agents.builtin.reader.words.services import KNOWN
from agents.builtin.reader.words.technology import technologies

# So many requirements below a heading describe what it names.
FEWEST = 2
INTERFACE = re.compile(r".+ API", re.IGNORECASE)


def is_ours(name: str, entries: Entries) -> bool:
    """Whether the document describes this interface itself, or the product is an operator or a plugin of it."""
    if technologies(name) and re.search(rf"(?<!\w){re.escape(name)}{MADE_FOR}", entries.opening):
        return True
    if not INTERFACE.fullmatch(name) or KNOWN.search(name):
        return False
    below = sum(
        any(NUMBERED.sub("", heading).casefold() == name.casefold() for heading in trail)
        for each in entries.requirements
        if each.lines and (trail := entries.trails.get(each.lines[0], ()))
    )
    return below >= FEWEST
