"""Documents whose parts are headed by bold lines, and only what is within them by headings: `**Goals**` above `### Pilot`."""

import re

from agents.builtin.reader.text.marks import BOLD_LINE, HEADING

# So many times a bold line stands directly above a heading before it is one.
ENOUGH = 3
UPPER = re.compile(r"^ {0,3}##? ")


def with_heads(text: str) -> str:
    """The text with such lines written as headings, line for line; any other text as it is."""
    lines = text.split("\n")
    if any(UPPER.match(line) for line in lines):
        return text
    bold = [index for index, line in enumerate(lines) if BOLD_LINE.match(line) and not line.startswith("  ")]
    if sum(_stands_above_a_heading(lines, index) for index in bold) < ENOUGH:
        return text
    for index in bold:
        if not index or not lines[index - 1].strip():
            found = BOLD_LINE.match(lines[index])
            lines[index] = f"## {found['title']}" if found else lines[index]
    return "\n".join(lines)


def _stands_above_a_heading(lines: list[str], index: int) -> bool:
    """Whether the next line that says anything is a heading."""
    after = next((line for line in lines[index + 1 : index + 4] if line.strip()), "")
    return HEADING.match(after) is not None
