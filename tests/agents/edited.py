"""A plan that people asked to be changed, and what was said of each wish."""

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs, Remark

BODY = """# Tool shelf
A web app where neighbours lend each other tools.

## Functional requirements
- A member can sign in
- A member can list tools and search tools
- The system sends a monthly report
- A member can export loans
- A member can return a tool
"""


def planned(*remarks: str) -> ArchitecturePack:
    outcome = plan(
        PlannerInputs(body=BODY, refinements=tuple(Remark(text=each, by="raj") for each in remarks))
    )
    assert isinstance(outcome, ArchitecturePack)
    return outcome


def outcomes(*remarks: str) -> list[str]:
    return [each.outcome for each in planned(*remarks).refinement.applied]


DROPPED = "Dropped {}; what was dropped now stands among the non-goals."
