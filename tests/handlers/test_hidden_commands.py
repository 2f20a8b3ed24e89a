"""A comment that holds nothing but a command where none counts is told so; talk about commands is left alone."""

import pytest

from handlers.comments import hidden
from tests.handlers.test_comments import SHORT, YES

HIDDEN = {
    "quoted": (f"> {YES}", 1),
    "fenced": (f"```\n{YES}\n```", 2),
    "inline code": (f"`{YES}`", 1),
    "in a bullet": (f"- {YES}", 1),
    "in a task": (f"- [x] {YES}", 1),
    "indented": (f"\n    {YES}", 2),
    "bold": (f"**{YES}**", None),
    "starred to its end": (f"- *{YES}*", 1),
    "one word and its marks": ("> /help*~|", 1),
    "code over lines": (f"`{YES}\nnow`", 1),
    "a mark alone": (f"`\n\n> {YES}", None),
    "marks around nothing": (f"``\n\n> {YES}", None),
    "a letter in code": (f"`x`\n\n> {YES}", 3),
    "quoted, with a word in code at its end below": (f"> {YES}\n\nas in `a`", None),
    "quoted, with an answer below": (f"> {YES}\n\nShould I?", None),
    "prose with code": (f"Write `{YES}` to go on.", None),
    "a path in code": ("`/etc/passwd`", None),
}


@pytest.mark.parametrize(("body", "line"), HIDDEN.values(), ids=HIDDEN.keys())
def test_a_command_that_is_hidden_and_alone_is_noticed(body: str, line: int | None) -> None:
    assert hidden(body, short=SHORT) == line
