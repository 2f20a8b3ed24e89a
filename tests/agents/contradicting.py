"""A document that says two things, and what is asked about them."""

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.questions import Clarification

BODY = """# Shelf
A web application.
## Requirements
- Members can list books
- Members can lend a book
- Members can return a book
- Members can rate a book
{requirements}
## Non-functional requirements
{quality}
## Constraints
{constraints}
## Out of scope
{out}
"""


def asked(body: str, **given: object) -> list[Clarification]:
    outcome = plan(PlannerInputs.model_validate({"body": body, **given}))
    assert isinstance(outcome, ArchitecturePack), outcome
    return [each for each in outcome.clarifications if each.text.startswith("The PRD says two things")]


def written(requirements: str = "", quality: str = "", constraints: str = "", out: str = "") -> str:
    parts = {"requirements": requirements, "quality": quality, "constraints": constraints, "out": out}
    return BODY.format(**{key: "\n".join(f"- {each}" for each in text.split("|") if each) for key, text in parts.items()})  # fmt: skip
