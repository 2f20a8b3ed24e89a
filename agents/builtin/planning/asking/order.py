"""Asks what comes first where all of a long list must be there, and nothing says what could wait."""

import re
from collections.abc import Iterator

from agents.builtin.planning.asking.drafted import Draft
from agents.builtin.planning.entries import Entries
from agents.builtin.seldom import Seldom

# A list of fewer is built at once; with so many, one word about all of them decides nothing.
LONG, ALL_MUST = 30, 8
# `Everything above is a must`
EVERYTHING = Seldom(
    r"\b(?:all|everything|each|every (?:feature|item|point|requirement))\b(?: (?:features?|items?|points?|requirements?|of (?:it|them|these|this)|above|below|here|listed|the above))*"
    r" (?:are|has to be|have to be|is) (?:an? |all )?(?:critical|essential|high(?:est)? priority|in(?: the first (?:release|version))?|mandatory|must(?:[- ]haves?)?|p0|required)\b",
    re.IGNORECASE,
)
# Whoever writes this has an order in mind.
ORDERED = Seldom(
    r"\b(?:backlog|beta|deferred|future|iterations?|later|milestones?|minimum viable|mvp|nice[- ]to[- ]have|out of scope|phases?|post-launch|priorit(?:ies|ised|ized|y)|road ?map|sprints?|stretch|v ?[12](?:\.\d)?|version [12]|weeks? \d)\b",
    re.IGNORECASE,
)
IN_ORDER = "In the order in which the PRD names it; what comes last waits first."


def order(entries: Entries, body: str) -> Iterator[Draft]:
    """What shall be ready first, where the document calls all of it a must or gives a long list no order."""
    wanted = entries.requirements
    said = EVERYTHING.search(body)
    ranks = {each.priority for each in wanted}
    must = len(wanted) >= ALL_MUST and ranks == {"must"}
    if said or must:
        why = "The PRD calls all of it a must, and not everything can be ready at once."
    elif len(wanted) >= LONG and ranks == {"unstated"} and not entries.deferred and not ORDERED.search(body):
        why = f"The PRD wants {len(wanted)} things and does not say which of them could wait."
    else:
        return
    at = (body.count("\n", 0, said.start()) + 1,) if said else ()
    lines = at or tuple(dict.fromkeys(line for each in wanted for line in each.lines[:1]))[:3]
    yield Draft(
        52,
        "What comes first, if not all of it can be ready at once?",
        why,
        "the order of the units, when something can be used",
        IN_ORDER,
        (IN_ORDER, "Nothing comes first: it is used when all of it is there."),
        lines,
    )
