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
        ("/answer\n1 Germany\n2 one year", {"Q1": "Germany", "Q2": "one year"}),
        ("/answer 1 Germany\n3 one year", {"Q1": "Germany", "Q3": "one year"}),
        ("/answer 1 and 3 default", {"Q1": "default", "Q3": "default"}),
        ("/answer Q1, Q2 & 4: defaults", {"Q1": "default", "Q2": "default", "Q4": "default"}),
        ("/answer 1 Germany, defaults for the rest", {"Q1": "Germany", None: ""}),
        ("/answer 2: one year. Defaults for everything else.", {"Q2": "one year", None: ""}),
    ],
    ids=["a list", "after an empty line", "in any order", "with bullets", "beginning in the line", "the first in the line",
         "bare numbers", "bare numbers from the line on", "defaults of two", "defaults of three", "one and defaults", "and a sentence"],
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
        ("/answer 2 years\n1 of them free", "Q2", "years\n1 of them free"),
        ("/answer 2 these:\n3 cars\n4 vans", "Q2", "these:\n3 cars\n4 vans"),
        ("/answer 2 – Germany", "Q2", "Germany"),
        ("/answer #2 Germany", "Q2", "Germany"),
        ("/answer question 2: Germany", "Q2", "Germany"),
        ("/answer 2b", "Q2", "b"),
        ("/answer the defaults, please", None, ""),
        ("/answer rest defaults", None, ""),
        ("/answer use all the defaults.", None, ""),
    ],
    ids=["bullets", "announced", "points counted from one", "points with its own number", "one row", "two lines", "empty",
         "counting down", "bare and announced", "a dash", "a sign", "a word", "a letter", "politely", "the rest", "all"],
)  # fmt: skip
def test_one_answer_keeps_its_list(body: str, question: str | None, text: str) -> None:
    assert heard(body) == c.Answer(said(MONA), question, text)


@pytest.mark.parametrize(
    "body",
    ["/answer\n- Germany\n- one year", "/answer Germany, defaults for the rest", "/answer 1-3 defaults"],
)
def test_what_begins_with_no_number_says_how_it_is_written(body: str) -> None:
    found = heard(body)
    assert isinstance(found, c.Misread)
    assert found.code == "SB-117"
