"""What the built-in triage recommends for a PRD; a person may overrule it."""

from agents.builtin.planning.entries import entries_of
from agents.builtin.planning.questions import thin
from agents.builtin.reader import Unreadable, read
from agents.schemas.planner import PlannerInputs
from agents.schemas.triage import Triage


def triage(inputs: PlannerInputs) -> Triage:
    """GO, NO-GO or DEFER with reasons: NO-GO when it cannot be read, DEFER when it says too little to plan from."""
    found = read(inputs.body)
    if isinstance(found, Unreadable):
        return Triage(verdict="NO-GO", reasons=(found.reason,), remedies=(found.remedy,))
    entries = entries_of(found)
    stated = f"I read {len(entries.requirements)} requirements, {len(entries.nfrs)} demands on quality and {len(entries.stories)} user stories."
    if not entries.requirements and not entries.stories:
        return Triage(
            verdict="DEFER" if len(inputs.body.split()) < 200 else "NO-GO",
            reasons=(stated, "Nothing in the text says what the product shall do."),
            remedies=("Write what people shall be able to do, one sentence each.",),
        )
    if thin(entries, inputs.body):
        return Triage(
            verdict="DEFER",
            reasons=(stated, "That is too little to plan from."),
            remedies=("Answer the questions that follow, or write a few sentences more.",),
        )
    notes = tuple(found.notes)
    return Triage(verdict="GO", reasons=(stated, *notes))
