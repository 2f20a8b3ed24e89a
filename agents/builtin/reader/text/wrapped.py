"""A document that was copied out of a conversation with its fence around it: ```` ```markdown ````, the whole text, ```` ``` ````."""

import re

from agents.builtin.reader.text.marks import FENCE

OPENS = re.compile(r"\s{0,3}(?P<mark>`{3,}|~{3,})\s*(?:markdown|md|text|txt|plaintext)?\s*$", re.IGNORECASE)
CLOSES = re.compile(r"\s{0,3}(?P<mark>`{3,}|~{3,})\s*$")
# What is written in words; a program or its output in a fence is code.
WRITTEN = re.compile(r"\s{0,3}#{1,6}\s+\S|\s*(?:[-*+]|\d{1,2}[.)])\s+\S+\s+\S+\s+\S")
# So many lines may stand around it: `Here is the PRD:` and `Let me know if I should change anything.`
MOST_AROUND = 2
FEWEST_WRITTEN = 2


def unwrapped(text: str) -> str:
    """`text` with blank lines where the fence around all of it stood; what is not wrapped stays as it is."""
    lines = text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()]
    first = next((at for at in written[: MOST_AROUND + 1] if FENCE.match(lines[at])), None)
    opens = OPENS.match(lines[first]) if first is not None else None
    if first is None or opens is None:
        return text
    ends = [at for at in written if at > first and _closes(lines[at], opens["mark"])]
    last = ends[-1] if ends and ends[-1] in written[-MOST_AROUND - 1 :] else None
    begun = lines[first + 1 : ends[0] if ends else None]
    if (ends and last is None) or sum(bool(WRITTEN.match(line)) for line in begun) < FEWEST_WRITTEN:
        return text
    lines[first] = ""
    if last is not None:
        lines[last] = ""
    return "\n".join(lines)


def _closes(line: str, mark: str) -> bool:
    found = CLOSES.match(line)
    return found is not None and found["mark"].startswith(mark)
