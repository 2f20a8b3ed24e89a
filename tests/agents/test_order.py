"""What comes first is asked where all of it is a must, or a long list has no order; not where the document has one."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs

FIRST = "What comes first, if not all of it can be ready at once?"
THINGS = (
    "stamps", "letters", "parcels", "boxes", "clerks", "roads", "bells", "scales", "bags", "carts", "doors", "lamps",
    "desks", "ropes", "seals", "cards", "forms", "keys", "maps", "rooms", "shelves", "trays", "wagons", "yards",
    "zones", "labels", "lists", "notes", "plans", "routes", "tables", "towers",
)  # fmt: skip


def wanting(number: int, more: str = "") -> str:
    listed = "\n".join(f"- A clerk can count the {each}" for each in THINGS[:number])
    return f"# Depot\n\nA web application in Python for 40 clerks who sign in with a password.\n\n## Requirements\n\n{listed}\n\n{more}\n"


def ranked(*ranks: str) -> str:
    rows = "\n".join(
        f"| A clerk can count the {each} | {rank} |" for each, rank in zip(THINGS, ranks, strict=False)
    )
    return f"# Depot\n\nA web application in Python for 40 clerks who sign in with a password.\n\n## Requirements\n\n| Requirement | Priority |\n|---|---|\n{rows}\n"


def asked(body: str) -> list[tuple[int, ...]]:
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack)
    return [each.lines for each in pack.clarifications if each.text == FIRST]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (ranked(*["P0"] * 10), (9, 10, 11)),
        (wanting(4, "Everything above is a must."), (12,)),
        (wanting(32), (7, 8, 9)),
    ],
    ids=["each of them", "one word for all", "a long list"],
)
def test_what_comes_first_is_asked_where_nothing_may_wait(body: str, lines: tuple[int, ...]) -> None:
    assert asked(body) == [lines]


@pytest.mark.parametrize(
    "body",
    [
        ranked(*["P0"] * 5),
        ranked(*["P0"] * 10, "P2"),
        wanting(20),
        wanting(32, "The first milestone is the counting of letters."),
        wanting(32, "## Out of scope\n\n- Airmail\n"),
    ],
    ids=["few", "one may wait", "a list that is not long", "an order", "a line is drawn"],
)
def test_it_is_not_asked_where_something_may_wait_or_little_is_wanted(body: str) -> None:
    assert asked(body) == []
