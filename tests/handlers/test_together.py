"""Several answers, or several wishes about one thing, in one comment are one command in the place of the first."""

import pytest

from handlers.route import commands
from policies import commands as c
from tests.handlers.payloads import comment, event, issue

INTAKE = issue(12, labels=("signalbox",))


def asked(body: str) -> list[tuple[str, str]]:
    """The line each command counts by, and the command with what it says."""
    payload = event("created", issue=INTAKE, comment=comment(body))
    found = commands("issue_comment", payload, delivery="d1")
    return [(cause.partition("/")[2], _said(command)) for cause, command in found]


def _said(command: c.Command) -> str:
    match command:
        case c.Refine(target=target, text=text):
            return f"refine {target}: {' + '.join(text.splitlines())}"
        case c.Answers(each=each):
            assert {one.said for one in each} == {command.said}
            return "answers " + ", ".join(f"{one.question}={one.text}" for one in each)
        case c.Answer(question=question, text=text):
            return f"answer {question}={text}"
        case c.Show(what=what):
            return f"show {what}"
        case _:
            raise AssertionError(command)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/refine a", [("1", "refine None: a")]),
        ("/refine a\n/refine b", [("1", "refine None: a + - b")]),
        ("/refine a\n/refine b\n/refine c", [("1", "refine None: a + - b + - c")]),
        ("/refine plan a\n/refine U-03 b\n/refine plan c", [("1", "refine plan: a + - c"), ("2", "refine U-03: b")]),
        ("/status\n/refine a\n/refine b\n/status", [("1", "show status"), ("2", "refine None: a + - b"), ("4", "show status")]),
        ("/answer 1 x", [("1", "answer Q1=x")]),
        ("/answer 1 x\n/answer 2 y", [("1", "answers Q1=x, Q2=y")]),
        ("/answer 1 and 3 default\n/answer 2 y", [("1", "answers Q1=default, Q3=default, Q2=y")]),
        ("/answer 1 x\n/status\n/answer 2 y", [("1", "answers Q1=x, Q2=y"), ("2", "show status")]),
        ("/status\n/answer 1 x\n/refine a\n/answer 2 y", [("1", "show status"), ("2", "answers Q1=x, Q2=y"), ("3", "refine None: a")]),
    ],
)  # fmt: skip
def test_what_belongs_together_is_one(body: str, expected: list[tuple[str, str]]) -> None:
    assert asked(body) == expected
