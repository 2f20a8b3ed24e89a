"""Numbers of questions: a question keeps the one it was asked under, so that an answer never becomes another question's."""

from collections.abc import Iterator, Sequence

from agents.schemas.planner import PlannerInputs
from agents.schemas.questions import Clarification


def numbered(questions: Sequence[Clarification], inputs: PlannerInputs) -> tuple[Clarification, ...]:
    """The questions with the numbers they were asked under; new ones get numbers that no question ever had.

    Before anything was asked they are numbered in their order. A question is known again by its words.
    """
    known = {each.text: each.id for each in inputs.asked}
    taken = {*known.values(), *(_id(each.question_id) for each in inputs.answers)} if known else set()
    free = _free(taken)
    return tuple(
        each.model_copy(update={"id": known[each.text] if each.text in known else next(free)})
        for each in questions
    )


def _id(question_id: str) -> str:
    return f"Q{question_id.strip().upper().removeprefix('Q')}"


def _free(taken: set[str]) -> Iterator[str]:
    yield from (f"Q{number}" for number in range(1, 1000) if f"Q{number}" not in taken)
