"""Boxes to tick in the App's comments: how they are written, and which of them an edit has ticked."""

import re
from collections import Counter

from policies.entries.base import LETTERS

# What is ticked must be the only difference, so more boxes than any of our comments has are nobody's honest edit.
MOST = 8
_BOX = re.compile(rf"^(- \[)([ xX])(\] <!-- sb:q([0-9]{{1,3}})=([{LETTERS}]) -->)", re.MULTILINE | re.ASCII)


def box(question: str, letter: str) -> str:
    """The beginning of a line that can be ticked: `- [ ] <!-- sb:q1=a -->`; `question` is `Q1`."""
    return f"- [ ] <!-- sb:q{question.removeprefix('Q')}={letter} -->"


def ticked(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Pairs of question and letter that the edit ticked; none when anything else changed or two of a question are ticked."""
    old, new = _plain(before), _plain(after)
    was, now = _boxes(old), _boxes(new)
    marks = tuple(mark for mark, on in now.items() if on and was.get(mark) is False)
    questions = Counter(question for question, _ in marks)
    if not marks or len(marks) > MOST or max(questions.values()) > 1 or _opened(new, marks) != old:
        return ()
    return marks


def _plain(body: str) -> str:
    return body.replace("\r\n", "\n").rstrip()


def _boxes(body: str) -> dict[tuple[str, str], bool]:
    """Each box and whether it is ticked; one that stands there twice is none."""
    found = [((f"Q{match[4]}", match[5]), match[2] != " ") for match in _BOX.finditer(body)]
    times = Counter(mark for mark, _ in found)
    return {mark: on for mark, on in found if times[mark] == 1}


def _opened(body: str, marks: tuple[tuple[str, str], ...]) -> str:
    """The body with these boxes unticked again."""
    return _BOX.sub(
        lambda box: f"{box[1]} {box[3]}" if (f"Q{box[4]}", box[5]) in marks else box[0],
        body,
    )
