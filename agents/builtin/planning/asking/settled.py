"""What an answer to a contradiction settles: the statement that was not chosen gives way, and so does what it is made with."""

from agents.builtin.planning.asking.choosing import BUILT_WITH
from agents.builtin.planning.asking.contradiction import HOLDS
from agents.builtin.planning.drawing.mandates import named
from agents.builtin.planning.entries import Entries
from agents.builtin.planning.gone import Leaving, leave
from agents.builtin.planning.quoting import listed
from agents.builtin.planning.wishes import Wishes
from agents.builtin.reader.words.technology import called
from agents.schemas.questions import Clarification


def give_way(question: Clarification, answer: str, *, entries: Entries, wishes: Wishes) -> str:
    """Take out what a person did not choose, and say so; empty where nothing gives way."""
    others = _others(question, answer)
    if others is None:
        return ""
    _without(others, answer, question.id, wishes)
    said = {_key(each) for each in others}
    stated: tuple[Leaving, ...] = (*entries.requirements, *entries.nfrs, *entries.constraints)
    gone = [each for each in stated if _key(each.text) in said and set(each.lines[:1]) <= set(question.lines)]
    # What a demand prescribes besides, in the same words and line, goes with it.
    first = {(each.text, each.lines): each for each in reversed(gone)}
    left = [
        leave(entries, wishes, each, f"given up by the answer to {question.id}")
        for each in reversed(first.values())
    ]
    stands = "gives way and stands" if len(left) == 1 else "give way and stand"
    return f"{listed(left, left)} {stands} among the non-goals." if left else ""


def assume(question: Clarification, *, wishes: Wishes) -> None:
    """Draw with the default of a contradiction or a choice that nobody has settled, and not with both."""
    others = _others(question, question.default or "") if question.default else None
    if others is not None:
        _without(others, question.default or "", question.id, wishes)


def _others(question: Clarification, answer: str) -> list[str] | None:
    """The choices that were not taken; None where it is no contradiction, or the answer is none of the choices and no technology."""
    choices = dict.fromkeys((*((question.default,) if question.default else ()), *question.options))
    others = [each for each in choices if _key(each) != _key(answer)]
    between = question.text.endswith(HOLDS) or question.changes == BUILT_WITH
    if not between or (len(others) == len(choices) and not named(answer)):
        return None
    return others


def _without(others: list[str], answer: str, by: str, wishes: Wishes) -> None:
    """Technologies that only the other statements name, for a job that the answer gives to another one."""
    kept = named(answer)
    uses = {use for use, _ in kept}
    for use, name in (pair for each in others for pair in named(each)):
        if use in uses and not called(name) & {one.casefold() for _, one in kept}:
            wishes.unwanted |= dict.fromkeys(called(name), by)


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
