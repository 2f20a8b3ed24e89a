"""How many of a thing a plan's comment speaks of, in words that fit the number."""

import pytest

from agents.schemas.trace import Count
from handlers.replies.plans import _served, _settled


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
    ("requirements", "total", "served", "said"),
    [
        (1, 0, 0, "1 of 1 requirement has a part · no quality demand"),
        (3, 0, 0, "3 of 3 requirements have a part · no quality demand"),
        (3, 1, 1, "3 of 3 requirements and 1 of 1 quality demand have a part"),
        (3, 5, 3, "3 of 3 requirements and 3 of 5 quality demands have a part"),
    ],
)
def test_where_no_quality_is_demanded_nothing_is_counted(
    requirements: int, total: int, served: int, said: str
) -> None:
    assert _served(Count(total=requirements, served=requirements), Count(total=total, served=served)) == said
