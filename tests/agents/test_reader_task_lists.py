"""What the reader makes of lists of tasks, tables of rights, ids and titles that say what a document holds: small invented documents."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

PHASES = (
    "# Bakery app tasks\n## Phase 1: Counter ✅\n### Orders\n- [x] Add `orders` table\n- [x] Print the order slip\n- [ ] Mark an order as collected\n"
    "## Phase 2: Ovens\n### Baking plan\n- [ ] Show what has to be baked at which hour\n- [ ] Warn when an oven is free\n- [ ] Print labels for trays\n- [ ] Count the loaves of a tray\n"
)
TASKS: dict[str, tuple[str, Found]] = {
    "tasks below the features of phases": (
        PHASES + "## Fixes\n- [ ] Fix the spelling of rye\n",
        [("functional", line) for line in (4, 5, 6, 9, 10, 11, 12, 14)],
    ),
    "tasks of a plan beside what is wanted": (
        "# Bakery\n## Features\n- Print the order slip\n- Count the loaves of a tray\n- Print labels\n## Plan\n### Phase 1: Counter\n- [ ] Set up the repository\n- [ ] Draw the screens\n",
        [("functional", line) for line in (3, 4, 5)],
    ),
    "tasks right below their phases": (
        "# Choir\n## Features\n- Book a rehearsal\n- List the singers\n- Share the scores\n## Phase 1\n- [ ] Hire a designer\n- [ ] Rent a server\n- [ ] Write texts\n- [ ] Test\n- [ ] Tell everybody\n- [ ] Go\n- [ ] Celebrate\n",
        [("functional", line) for line in (3, 4, 5)],
    ),
    "an id among risks": (
        "# Ferry\n## Requirements\n### Risk scoring\n- FR-1: Each crossing MUST show its risk.\n- FR-2: The pilot MUST confirm a storm.\n",
        [("functional", 4), ("functional", 5)],
    ),
    "ids of risks": (
        "# Ferry\n## Features\n- Sell tickets\n## Risks\n- R1: The pier must be repaired first\n- RISK-2: The weather should hold\n",
        [("functional", 3)],
    ),
    "an id without a demand among risks": (
        "# Ferry\n## Features\n- Sell tickets\n## Risks\n- FR-1 depends on the harbour's till\n",
        [("functional", 3)],
    ),
    "a heading with an id that is called like people": (
        "# Club bot\n## FR-1: Panel roles\n### FR-1-1: Add role\n- Bot MUST list the roles\n- Bot MUST show a button for each\n",
        [("functional", 4), ("functional", 5)],
    ),
    "a title that says what all of it is": (
        "# Functional Requirements - Herbarium\n## Microservices\n- Support drying plans for plants in several rooms\n## Trial labels\n- Provide a test label for each plant\n",
        [("functional", 3), ("functional", 5)],
    ),
    "a title of a whole document": (
        "# Functional Requirements Document\n## Stakeholders\n- Gardener: waters the plants\n## Features\n- Print a label\n",
        [("functional", 5)],
    ),
    "a title of the other kind": (
        "# Non-functional requirements\n## Speed\n- Opens in 2 seconds\n",
        [("nonfunctional", 3)],
    ),
    "what is done with a part of a document": (
        "# Forms\n## Features\n### Database schema generation\n- Write the tables of a form\n### Data model editor\n- Drag a field\n### Data model\n- Form: a title and fields\n",
        [("functional", 4), ("functional", 6)],
    ),
    "screens and flows": (
        "# Trees\n## Screens / user flows\n1. **Map**: all trees of a street\n2. **Tree**: its photos and its age\n## Flows\nNothing yet.\n",
        [("functional", 3), ("functional", 4)],
    ),
    "what happens when something fails": (
        "# Trees\n## Flows\n**Error handling flow:**\n- Photo too large → shrink it and say so\n- No connection → keep the photo for later\n",
        [("functional", 4), ("functional", 5)],
    ),
    "what happens when something fails, in Chinese": (
        "# 树木\n## 流程\n**错误处理流程：**\n- 照片过大 → 自动压缩\n- 上传失败 → 重试按钮\n",
        [("functional", 4), ("functional", 5)],
    ),
}


@pytest.mark.parametrize(("text", "found"), TASKS.values(), ids=list(TASKS))
def test_lists_of_tasks_ids_and_titles(text: str, found: Found) -> None:
    assert kinds(text) == found


RIGHTS = (
    "# Boats\n## Roles & permissions\n| Action | Skipper | Harbour master | Guest |\n|---|---|---|---|\n"
    "| Book a berth | Yes | Yes | – |\n| Cancel a booking | Own | All | – |\n| Open the map | ✓ | ✓ | ✓ |\n"
)


def read_well(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


def test_a_row_of_rights_says_who_may_do_what() -> None:
    outcome = read_well(RIGHTS)
    assert [each.text for each in outcome.findings] == [
        "Book a berth: skipper, harbour master",
        "Cancel a booking: skipper (Own), harbour master (All)",
        "Open the map: skipper, harbour master, guest",
    ]
    assert [each.name.casefold() for each in outcome.actors] == ["skipper", "harbour master", "guest"]


def test_a_table_of_rights_in_german_names_its_roles_and_not_their_deeds() -> None:
    outcome = read_well(
        "# Boote\n## Rollen & Berechtigungen\n| Aktion | Schiffer | Hafenmeister |\n|---|---|---|\n"
        "| Liegeplatz buchen | Ja | Ja |\n| Buchung löschen | – | Ja |\n"
    )
    assert [each.text for each in outcome.findings] == [
        "Liegeplatz buchen: schiffer, hafenmeister",
        "Buchung löschen: hafenmeister",
    ]
    assert [each.name.casefold() for each in outcome.actors] == ["schiffer", "hafenmeister"]


def test_a_table_of_roles_and_what_they_do_is_no_table_of_rights() -> None:
    outcome = read_well(
        "# Boats\n## Roles\n| Role | Describes | Count |\n|---|---|---|\n| Skipper | steers a boat | many |\n| Guest | looks on | any |\n"
        "## Features\n- Book a berth\n"
    )
    assert [(each.kind, each.lines[0]) for each in outcome.findings] == [("functional", 8)]
    assert [each.name for each in outcome.actors] == ["Skipper", "Guest"]
