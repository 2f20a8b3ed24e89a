"""How many of a thing a plan's comment speaks of, in words that fit the number."""

import pytest

from handlers.replies.plans import _settled


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
