"""Numbers of questions: a question keeps the one it was asked under, so that an answer never becomes another question's."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.schemas.planner import Asked, PlannerInputs
from agents.schemas.questions import Clarification


class Earlier(NamedTuple):
    """The words of the questions that an earlier version asked, and of those of them that are answered."""

    asked: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()


NOTHING = Earlier()


def numbered(questions: Sequence[Clarification], inputs: PlannerInputs) -> tuple[Clarification, ...]:
    """The questions with the numbers they were asked under; new ones get numbers that no question ever had.

    Before anything was asked they are numbered in their order. A question is known again by its words, and where two are
    asked in the same words by the choices they give.
    """
    known = _known(questions, inputs.asked)
    taken = {*(each.id for each in inputs.asked), *(_id(each.question_id) for each in inputs.answers)}
    free = _free(taken if inputs.asked else set())
    return tuple(
        each.model_copy(update={"id": known[place] if place in known else next(free)})
        for place, each in enumerate(questions)
    )


def earlier_of(inputs: PlannerInputs) -> Earlier:
    """What was asked of an earlier version, and answered since."""
    given = {_id(each.question_id) for each in inputs.answers if each.text.strip()}
    return Earlier(
        frozenset(each.text for each in inputs.asked),
        frozenset(each.text for each in inputs.asked if each.id in given),
    )


def _known(questions: Sequence[Clarification], asked: Sequence[Asked]) -> dict[int, str]:
    """The number of each question that was asked before, by its place; no number is given to two."""
    known: dict[int, str] = {}
    left = list(asked)
    for by_choices in (True, False):
        for place, each in enumerate(questions):
            same = (
                one
                for one in left
                if one.text == each.text and (one.options == each.options or not by_choices)
            )
            before = next(same, None) if place not in known else None
            if before:
                known[place] = before.id
                left.remove(before)
    return known


def _id(question_id: str) -> str:
    return f"Q{question_id.strip().upper().removeprefix('Q')}"


def _free(taken: set[str]) -> Iterator[str]:
    yield from (f"Q{number}" for number in range(1, 1000) if f"Q{number}" not in taken)
