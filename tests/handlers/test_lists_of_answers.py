"""Answers in a list below `/answer`, one question a row, are as many answers; a list inside one answer belongs to it."""

import pytest

from handlers.commands import BY_VERB, read
from handlers.comments import lines
from policies import commands as c
from tests.policies.build import MONA, said

SHORT = tuple(BY_VERB)


def heard(body: str) -> c.HumanCommand:
    (line,) = lines(body, short=SHORT)
    return read(line, said(MONA))


@pytest.mark.parametrize(
    ("body", "answers"),
    [
        ("/answer\n1. Germany\n2. one year", {"Q1": "Germany", "Q2": "one year"}),
        ("/answer\n\n1. Germany\n2. one year", {"Q1": "Germany", "Q2": "one year"}),
        ("/answer\n3) Germany\n2) one year", {"Q3": "Germany", "Q2": "one year"}),
        ("/answer\n- 1: Germany\n- Q2: one year\n  or two", {"Q1": "Germany", "Q2": "one year\nor two"}),
        ("/answer 1 Germany\n2. one year", {"Q1": "Germany", "Q2": "one year"}),
        ("/answer 1. Germany\n2. default", {"Q1": "Germany", "Q2": "default"}),
    ],
    ids=["a list", "after an empty line", "in any order", "with bullets", "beginning in the line", "the first in the line"],
)  # fmt: skip
def test_each_row_answers_its_question(body: str, answers: dict[str, str]) -> None:
    found = heard(body)
    assert isinstance(found, c.Answers)
    assert {each.question: each.text for each in found.each} == answers


@pytest.mark.parametrize(
    ("body", "question", "text"),
    [
        ("/answer 1 these:\n- Germany\n- France", "Q1", "these:\n- Germany\n- France"),
        ("/answer 2 these:\n3. Germany\n4. France", "Q2", "these:\n3. Germany\n4. France"),
        ("/answer 5 do this\n1. first\n2. second", "Q5", "do this\n1. first\n2. second"),
        ("/answer 1 do this\n1. first\n2. second", "Q1", "do this\n1. first\n2. second"),
        ("/answer\n- 2: one year", "Q2", "one year"),
        ("/answer 2 one year\nor two", "Q2", "one year\nor two"),
        ("/answer 2", "Q2", ""),
    ],
    ids=["bullets", "announced", "points counted from one", "points with its own number", "one row", "two lines", "empty"],
)  # fmt: skip
def test_one_answer_keeps_its_list(body: str, question: str, text: str) -> None:
    assert heard(body) == c.Answer(said(MONA), question, text)


def test_a_list_without_numbers_says_how_it_is_written() -> None:
    found = heard("/answer\n- Germany\n- one year")
    assert isinstance(found, c.Misread)
    assert found.code == "SB-117"
