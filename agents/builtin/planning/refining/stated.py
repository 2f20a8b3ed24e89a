"""Edits of what is no demand: constraints, stories, metrics and what is left out, by id; and what to say of any other id."""

import re
from collections.abc import Sequence
from typing import TypeVar

from agents.builtin.planning.entries import Entries
from agents.builtin.planning.refining.outcome import Outcome, unchanged
from agents.builtin.planning.wishes import Wished, Wishes
from agents.builtin.reader.words.technology import technologies
from agents.builtin.seldom import Seldom
from agents.schemas.requirements import Statement, UserStory

Worded = TypeVar("Worded", Statement, UserStory)
# Decisions and risks follow from what the plan holds, and stand under ids of these letters.
_DECIDED = Seldom(r"D-?[0-9]{1,3}", re.IGNORECASE)
_RISK = Seldom(r"K-?[0-9]{1,3}", re.IGNORECASE)
# Units are named so, and there are none before the plan is approved.
_UNIT = Seldom(r"U-?[0-9]{1,4}", re.IGNORECASE)


def every(entries: Entries) -> tuple[Statement | UserStory, ...]:
    """All constraints, stories, metrics, non-goals and late wishes."""
    return (
        *entries.constraints,
        *entries.non_goals,
        *entries.metrics,
        *entries.deferred,
        *entries.stories,
    )


def stated(entries: Entries, wanted: str) -> Statement | UserStory | None:
    """The one of them that has this id."""
    return next((each for each in every(entries) if each.id.casefold() == wanted.casefold()), None)


def restate(entries: Entries, wishes: Wishes, old: Statement | UserStory, text: str) -> Outcome:
    """Other words for it; what they are made with is what is wanted from now on."""
    if old.text.rstrip(".").casefold() == text.rstrip(".").casefold():
        return unchanged(f"{old.id} says that already")
    for statements in (entries.constraints, entries.non_goals, entries.metrics, entries.deferred):
        _reworded(statements, old.id, {"text": text[:4000], "origin": "refinement"})
    # Who wants what, and why, is told by the new words alone.
    anew: dict[str, object] = {
        "text": text[:4000],
        "origin": "refinement",
        "actor": "",
        "want": "",
        "benefit": "",
    }
    _reworded(entries.stories, old.id, anew)
    if any(each.id == old.id for each in entries.constraints):
        wishes.forget(old.id)
        if technologies(text):
            wishes.technologies.append(Wished(text, old.id))
    return Outcome(f"Changed {old.id}.", (old.id,))


def _reworded(group: list[Worded], wanted: str, changes: dict[str, object]) -> None:
    group[:] = [each.model_copy(update=changes) if each.id == wanted else each for each in group]


def otherwise(entries: Entries, wishes: Wishes, wanted: Sequence[str]) -> str:
    """Half a sentence on the first of these ids that the plan has for something else; empty where it has none of them."""
    for each in map(str.upper, wanted):
        there, question = stated(entries, each), wishes.asked.get(each)
        if question:
            number, is_one = question.removeprefix("Q"), "is a question"
            is_one = f"is asked as question {number}" if each.startswith("O") else is_one
            is_one = f"is what I take for question {number}" if each.startswith("A") else is_one
            return f"{each} {is_one}, and a question takes an answer: `/answer {number} …`"
        if there:
            return f"{there.id} is no requirement: say “drop {there.id}”, or “change {there.id} to …” with its new words"
        if _DECIDED.fullmatch(each):
            return f"{each} follows from what the plan demands: say what you want instead, such as “use MySQL instead of PostgreSQL”"
        if _RISK.fullmatch(each):
            return f"{each} names a risk, which goes when what it comes from goes"
        if _UNIT.fullmatch(each):
            return f"{each} names a unit, and units are cut once this plan is approved"
    return ""
