"""How many of a thing a plan's comment speaks of, in words that fit the number."""

import pytest

from agents.schemas.trace import Count
from handlers.replies.plans import _quality, _settled


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (0, "no question"),
        (1, "the one question has an answer or a default"),
        (2, "both questions have an answer or a default"),
        (5, "all 5 questions have an answer or a default"),
    ],
)
def test_the_questions_are_counted_as_people_say_it(questions: int, said: str) -> None:
    assert _settled(questions) == said


@pytest.mark.parametrize(
    ("total", "served", "said"),
    [
        (0, 0, "no quality demand"),
        (1, 1, "1 of 1 quality demand"),
        (5, 3, "3 of 5 quality demands"),
    ],
)
def test_where_no_quality_is_demanded_nothing_is_counted(total: int, served: int, said: str) -> None:
    assert _quality(Count(total=total, served=served)) == said
