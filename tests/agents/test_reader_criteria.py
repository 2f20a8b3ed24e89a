"""Criteria that stand below one requirement stay with it, in the plan and in the units."""

import time

import pytest

from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.planner import plan
from agents.builtin.reader import Findings, read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.stated import read_whole

REQUIREMENTS = "# Doors\n## Requirements\n"
OPENED = "### Requirement: Open\nThe system SHALL open a door.\n"
CRITERIA: dict[str, tuple[str, dict[int, tuple[str, ...]]]] = {
    "scenarios below the heading of a requirement": (
        (
            f"{REQUIREMENTS}{OPENED}#### Scenario: Bell\n- **WHEN** a guest rings\n- **THEN** the door opens\n#### Scenario: Night\n- **WHEN** it is night\n- **THEN** the door stays shut\n"
            "### Requirement: Close\nThe system SHALL close a door.\n### Requirement: Lock\nThe system SHALL lock a door.\n"
        ),
        {4: ("WHEN a guest rings, then the door opens.", "WHEN it is night, then the door stays shut.")},
    ),
    "what a step of a scenario lists": (
        f"{REQUIREMENTS}{OPENED}It SHALL say so.\nIt SHALL stay quiet.\n#### Scenario: Bell\n- **WHEN** a guest rings\n- **THEN** the answer includes:\n  - the door\n  - the hour\n",
        {4: ("WHEN a guest rings, then the answer includes: the door; the hour",)},
    ),
    "a criterion below its entry": (
        "# Doors\n## Functional requirements\n- FR-1: Open a door\n  - Acceptance: The door opens in two steps\n- FR-2: Close a door\n- FR-3: Lock a door\n",
        {3: ("The door opens in two steps",)},
    ),
    "criteria of all requirements": (
        "# Doors\n## Functional requirements\n- FR-1: Open a door\n- FR-2: Close a door\n- FR-3: Lock a door\n## Acceptance criteria\n- All doors are shut at night\n",
        {},
    ),
    "criteria of a story": (
        "# Doors\n## Functional requirements\n- FR-1: Open a door\n- FR-2: Close a door\n- FR-3: Lock a door\n## Bells\n### Story\nAs a guest, I want to ring\n**Acceptance criteria:**\n- The bell sounds\n",
        {},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CRITERIA.values(), ids=list(CRITERIA))
def test_criteria_stay_with_their_requirement(text: str, expected: dict[int, tuple[str, ...]]) -> None:
    assert {each.lines[0]: each.tried for each in read_whole(text).findings if each.tried} == expected


def test_a_unit_is_done_when_the_criteria_of_its_requirement_hold() -> None:
    pack = plan(PlannerInputs(body=CRITERIA["a criterion below its entry"][0]))
    assert isinstance(pack, ArchitecturePack)
    assert [each.acceptance for each in pack.requirements] == [("The door opens in two steps",), (), ()]
    units = decompose(DecompositionInputs(pack=pack)).units
    built = [unit.acceptance_criteria for unit in units if unit.title == "Open a door"]
    assert built == [("The door opens in two steps",)]


def test_values_among_demands_stay_with_what_announces_them() -> None:
    text = "# Gym\n## Functional requirements\nThe system shall enforce these rules for a password:\n- length of 8\n- at least one letter\n- it must contain a digit\n"
    found = read_whole(text).of("functional")
    assert [each.details for each in found] == [("length of 8", "at least one letter"), ()]


def test_a_long_list_of_requirements_is_read_at_once() -> None:
    entries = "".join(f"- word{number}: what a word means to people who read it\n" for number in range(1450))
    began = time.process_time()
    assert read_whole(f"# Gym\n## Functional requirements\n{entries}").of("functional")
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("entry", "priority"),
    [
        ("A member can book a boat. (Must)", "must"),
        ("A member can book a boat. [P1]", "should"),
        ("A member can book a boat (could).", "could"),
        ("A member can book a boat. (Must).", "must"),
        ("A member can book a boat. Must have.", "must"),
        ("A member can book a boat. Priority: low", "could"),
        ("A member can book a boat. **Should**", "should"),
        ("A member can book a boat.", "unstated"),
    ],
)
def test_how_much_an_entry_matters_may_stand_behind_its_full_stop(entry: str, priority: str) -> None:
    found = read(f"# Boats\n\n## Functional requirements\n\n- FR-1: {entry}\n- FR-2: A guest can pay.\n")
    assert isinstance(found, Findings)
    assert [(each.text, each.priority) for each in found.findings] == [
        ("A member can book a boat.", priority),
        ("A guest can pay.", "unstated"),
    ]
