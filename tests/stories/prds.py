"""The documents that the people of the stories write."""

from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "prds"

TOOLS = """# Tool shelf

A web service where neighbours lend each other tools.

## Requirements

- A member can list a tool with a name and a description.
- A member can borrow a tool for a number of days.
- A member can return a tool.

## Quality

- A page loads in under one second.
- Works for every member on one machine.

## Data

- Tool: name, description
- Loan: tool, borrower, due date
"""

# Money is taken and nobody says through whom: a question without a safe default.
PAID = TOOLS.replace(
    "- A member can return a tool.\n",
    "- A member can return a tool.\n- A member can pay for a loan by card.\n",
)

ONE_SENTENCE = "An app where neighbours can lend each other tools."

NO_QUESTIONS = (SAMPLES / "receipt-library.md").read_text(encoding="utf-8")


def prd(requirements: int) -> str:
    """A PRD of a web service with so many requirements in areas of ten."""
    areas = [
        f"## Area {area}\n\n"
        + "\n".join(f"- A member can list, sort and keep thing {area}.{n}." for n in range(1, 11))
        for area in range(1, requirements // 10 + 1)
    ]
    return "# Great store\n\nA web service for a great store.\n\n" + "\n\n".join(areas)
