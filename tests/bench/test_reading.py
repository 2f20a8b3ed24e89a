"""What the command shows that prints how a document was read."""

from agents.builtin.reader import Findings, read
from bench.reading import shown

PRD = """# Toolshed

Members lend each other tools.

## Requirements
- A member can list a tool.
- Pages must load within 2 seconds.

## Not now
- Payments
"""


def test_each_line_stands_behind_what_was_read_in_it() -> None:
    """Headings and prose have nothing in the margin, and the names stand below with their first lines."""
    found = read(PRD)
    assert isinstance(found, Findings)
    told = list(shown(PRD, found))
    assert told[0] == "                   1 # Toolshed"
    assert told[5] == "functional         6 - A member can list a tool."
    assert told[6] == "nonfunctional      7 - Pages must load within 2 seconds."
    assert told[9] == "non_goal          10 - Payments"
    assert told[10] == "\nproduct: Toolshed; language: not known"
    assert told[11].startswith("actors: Member (")
