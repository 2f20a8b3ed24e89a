"""How a demand leaves a plan: it stands among what is left out or comes later, with the words that bring it back."""

import re

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.wishes import Wishes
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Demand, NonFunctional, Requirement, Statement

GONE = Seldom(
    r"^(?P<text>.+) \(was (?P<id>[\w.-]+), (?P<how>(?:dropped|put off) in a refinement|given up by the answer to Q[0-9]{1,3})\)$",
    re.DOTALL,
)


# What people can take out and bring back.
Leaving = Demand | Statement


def leave(entries: Entries, wishes: Wishes, each: Leaving, how: str) -> str:
    """Take a demand or a constraint out of the plan; `how` goes on from its id. The id under which it stands from then on."""
    remove(entries, each)
    wishes.gone[each.id] = each
    # What the demand prescribed besides, in the same words, binds no longer.
    besides = [one for one in entries.constraints if (one.text, one.lines) == (each.text, each.lines)]
    entries.set_aside.extend(besides)
    entries.constraints[:] = [one for one in entries.constraints if one not in besides]
    late = how.startswith("put off")
    kind, group = ("deferred", entries.deferred) if late else ("non_goal", entries.non_goals)
    text = f"{each.text[:3000]} (was {each.id}, {how})"
    # What an answer settles keeps its own id: answers come before wishes, whose numbers must not move because of one.
    id_ = each.id if how.startswith("given up") else entries.new_id(kind, text)
    left = Statement(id=id_, text=text, lines=each.lines, origin="refinement")
    group.append(left)
    return left.id


def remove(entries: Entries, gone: Leaving) -> None:
    """Take an entry out of the plan and out of the workflows that name it."""
    entries.requirements[:] = [each for each in entries.requirements if each is not gone]
    entries.nfrs[:] = [each for each in entries.nfrs if each is not gone]
    entries.constraints[:] = [each for each in entries.constraints if each is not gone]
    entries.workflows[:] = [
        flow.model_copy(
            update={"requirement_ids": tuple(each for each in flow.requirement_ids if each != gone.id)}
        )
        for flow in entries.workflows
    ]


def come_back(entries: Entries, wishes: Wishes, out: Statement) -> str:
    """The entry that stands there comes back as it was; its id. A document may use such words of its own accord."""
    for group in (entries.non_goals, entries.deferred):
        group[:] = [each for each in group if each is not out]
    gone = GONE.match(out.text)
    back = wishes.gone.get(gone["id"]) if gone else None
    if back is None:
        text = gone["text"] if gone else out.text
        back = Requirement(
            id=entries.new_id("requirement", text), text=text, lines=out.lines, origin="refinement"
        )
    match back:
        case NonFunctional():
            entries.nfrs.append(back)
        case Requirement():
            entries.requirements.append(back)
        case Statement():
            entries.constraints.append(back)
        case _:
            raise AssertionError(back)
    entries.constraints.extend(
        one
        for one in entries.set_aside
        if (one.text, one.lines) == (back.text, back.lines) and one is not back
    )
    return back.id
