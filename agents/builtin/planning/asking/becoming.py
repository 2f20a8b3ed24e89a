"""What an answer becomes in the plan, where a demand raised the question: a requirement, a demand on quality or a constraint."""

import re
from collections.abc import Iterator
from typing import assert_never

from agents.builtin.planning.asking.unsaid import Unsaid
from agents.builtin.planning.entries import Entries
from agents.builtin.reader import Unreadable, read
from agents.builtin.reader.statements.targets import target_of
from agents.schemas.requirements import Integration, NonFunctional, Requirement, Statement

# An answer that leaves nothing to build limits the plan all the same.
NOTHING = re.compile(r"(?:no|not|none|nothing|nobody|never|under none|neither)\b", re.IGNORECASE)
LONGEST = 3900


def become(unsaid: Unsaid, answer: str, entries: Entries) -> tuple[str, ...]:
    """Put the answer into the plan, and the outside systems it names; the ids of what came of it."""
    text = f"{unsaid.about}: {_inside(answer)}"[:LONGEST]
    systems = () if answer in unsaid.options else tuple(_systems(answer, entries))
    entries.integrations.extend(systems)
    return (_stated(unsaid, answer, text, entries), *(each.id for each in systems))


def _stated(unsaid: Unsaid, answer: str, text: str, entries: Entries) -> str:
    becomes = unsaid.becomes
    if becomes == "requirement" and NOTHING.match(answer):
        becomes = "constraint"
    match becomes:
        case "requirement":
            wanted = Requirement(id=entries.new_id("requirement", text), text=text, origin="answer")
            entries.requirements.append(wanted)
            return wanted.id
        case "nfr":
            demand = NonFunctional(
                id=entries.new_id("nfr", text),
                text=text,
                origin="answer",
                category=unsaid.category,
                target=target_of(text),
            )
            entries.nfrs.append(demand)
            return demand.id
        case "constraint":
            limit = Statement(id=entries.new_id("constraint", text), text=text, origin="answer")
            entries.constraints.append(limit)
            return limit.id
        case _:
            assert_never(becomes)


def _inside(answer: str) -> str:
    """The answer as it stands behind a colon: `It starts empty` in small letters, `SMTP` and `Stripe` as they are."""
    first = answer.split(maxsplit=1)[0] if answer.split() else ""
    common = first.casefold() in _COMMON
    return answer[:1].lower() + answer[1:] if common else answer


# Words with which a sentence begins and that are no names.
_COMMON = frozenset(
    "a all an any anybody at by each everybody for from in it no nobody not nothing on one some that the they through to under whoever within you".split()  # noqa: SIM905  # a list of words reads best as one string
)


def _systems(answer: str, entries: Entries) -> Iterator[Integration]:
    """The outside systems that the answer names and the plan has not."""
    found = read(f"## Integrations\n\n- {answer}\n")
    if isinstance(found, Unreadable):
        return
    known = {each.name.casefold() for each in entries.integrations}
    for each in found.integrations:
        if each.name.casefold() not in known:
            yield Integration(id=entries.new_id("integration", each.name), name=each.name[:200])
