"""What the built-in triage recommends for a PRD; a person may overrule it."""

from agents.builtin.planning.asking.too_little import thin
from agents.builtin.planning.entries import Entries, entries_of
from agents.builtin.planning.quoting import listed
from agents.builtin.reader import Unreadable, read
from agents.builtin.triage_alike import alike
from agents.builtin.triage_rules import contradictions, is_foreign, is_praise, says_deferred
from agents.schemas.triage import Elsewhere, Triage, TriageInputs

# With more words than this, a text without a single demand is no PRD that lacks something, but something else.
NO_PRD_WORDS = 200
# Of so many demands one will say what the product does, also where all of them praise it.
MANY = 4


def triage(inputs: TriageInputs) -> Triage:
    """GO, NO-GO or DEFER with reasons and what its author can do.

    NO-GO: it cannot be read, is nothing to build from, or is what an open run or pull request does already. DEFER: it says
    too little, contradicts what the repository has laid down, or is about something this repository never speaks of.
    """
    found = read(inputs.body)
    if isinstance(found, Unreadable):
        return Triage(verdict="NO-GO", reasons=(found.reason,), remedies=(found.remedy,))
    entries = entries_of(found)
    stated = _stated(entries)
    vague = _vague(inputs, entries, stated)
    if vague is not None:
        return vague
    if says_deferred(inputs.body):
        return Triage(
            verdict="DEFER",
            reasons=(stated, "The text says of itself that everything in it is deferred."),
            remedies=("Say which part shall be planned, in a PRD of its own, or plan it all the same.",),
        )
    twin = next((each for each in inputs.elsewhere if alike(inputs, each)), None)
    if twin is not None:
        return _twice(twin, stated)
    against = contradictions(inputs, entries)
    if against:
        remedy = "Change the PRD; or change `.github/signalbox.yml` on the default branch, and then have me look again."
        return Triage(verdict="DEFER", reasons=(stated, *against), remedies=(remedy,))
    if is_foreign(inputs):
        name = inputs.about.name or "this repository"
        return Triage(
            verdict="DEFER",
            reasons=(
                stated,
                f"None of the words the PRD uses most stand in what {name} says about itself, so it may belong to another repository.",
            ),
            remedies=("Open it where it belongs. If it belongs here, plan it all the same.",),
        )
    return Triage(verdict="GO", reasons=(stated, *found.notes))


def _stated(entries: Entries) -> str:
    """What was read, so that people see at once what was not: `I read 1 requirement and 2 user stories`."""
    numbers = (
        (len(entries.requirements), "requirement", "requirements"),
        (len(entries.nfrs), "demand on quality", "demands on quality"),
        (len(entries.stories), "user story", "user stories"),
    )
    said = [f"{number} {one if number == 1 else many}" for number, one, many in numbers if number]
    return (
        f"I read {listed(said, said)}."
        if said
        else "I read no requirement, no demand on quality and no user story."
    )


def _vague(inputs: TriageInputs, entries: Entries, stated: str) -> Triage | None:
    if not entries.requirements and not entries.stories:
        return Triage(
            verdict="DEFER" if len(inputs.body.split()) < NO_PRD_WORDS else "NO-GO",
            reasons=(stated, "Nothing in the text says what the product shall do."),
            remedies=("Write what people shall be able to do, one sentence each.",),
        )
    if thin(entries, inputs.body):
        return Triage(
            verdict="DEFER",
            reasons=(stated, "That is too little to plan from."),
            remedies=(
                "Write a few sentences more: who uses it, what they do with it, and what must be true.",
            ),
        )
    asked = [each.text for each in entries.requirements]
    if not entries.stories and len(asked) < MANY and all(map(is_praise, asked)):
        return Triage(
            verdict="DEFER",
            reasons=(
                stated,
                f"It says how the product shall strike people, such as “{asked[0][:160].rstrip('.')}”, and not what it shall do.",
            ),
            remedies=("Write what people shall be able to do, one sentence each.",),
        )
    return None


def _twice(twin: Elsewhere, stated: str) -> Triage:
    there = "the run on" if twin.kind == "run" else "the pull request"
    return Triage(
        verdict="NO-GO",
        reasons=(
            stated,
            f"It asks for much the same as {there} #{twin.number}, “{twin.title[:120]}”, which is open.",
        ),
        remedies=(
            f"Go on in #{twin.number} and close this one. If it is something else, say in the PRD what is different, or plan it all the same.",
            f"If #{twin.number} is over, close it, and then have me look again.",
        ),
    )
