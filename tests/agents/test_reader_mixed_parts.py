"""Parts whose names say less than their entries: a quality beside something else, teams, approvals, processes, lists of fields, tables of calls."""

import pytest

from tests.agents.stated import stated

PARTS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "a quality named behind something else, of which few entries speak": (
        "# Mill\n\n## Statements and compliance\n\n### Grain statements\n- Grain by field\n- Sacks per season\n- Bakers by weight\n",
        [
            ("functional", "Grain by field"),
            ("functional", "Sacks per season"),
            ("functional", "Bakers by weight"),
        ],
    ),
    "a quality named behind something else, of which most entries speak": (
        "# Mill\n\n## Statements and compliance\n\n- Complies with GDPR\n- Personal data is encrypted\n- Grain by field\n",
        [
            ("nonfunctional", "Complies with GDPR"),
            ("nonfunctional", "Personal data is encrypted"),
            ("nonfunctional", "Grain by field"),
        ],
    ),
    "a quality named first": (
        "# Mill\n\n## Compliance and statements\n\n- Grain by field\n- Sacks per season\n- Bakers by weight\n",
        [
            ("nonfunctional", "Grain by field"),
            ("nonfunctional", "Sacks per season"),
            ("nonfunctional", "Bakers by weight"),
        ],
    ),
    "tenets named behind a vision, few of which speak of a quality": (
        "# Mill\n\n## Vision and tenets\n\n- Labels on paper, notes on screen\n- Settings override flags\n- Fast by default\n",
        [
            ("functional", "Labels on paper, notes on screen"),
            ("functional", "Settings override flags"),
            ("nonfunctional", "Fast by default"),
        ],
    ),
    "a role called after a team": (
        "# Mill\n\n## User roles and permissions\n\n### Team lead/foreman\n**Capabilities:**\n- Assign sacks to a miller\n- Invite millers\n",
        [("functional", "Assign sacks to a miller"), ("functional", "Invite millers")],
    ),
    "things approved": (
        "# Mill\n\n## Sack orders\n\n### Orders and approval\n- Approve an order by mail\n",
        [("functional", "Approve an order by mail")],
    ),
    "steps of a process among features": (
        "# Mill\n\n## Sack orders\n\n### Order process\n1. Baker orders sacks with a date\n2. Miller confirms or declines\n",
        [("functional", "Baker orders sacks with a date"), ("functional", "Miller confirms or declines")],
    ),
    "steps of the work on it": (
        "# Mill\n\n## Sack orders\n\n### Development process\n1. Two of us review each change\n",
        [("constraint", "Two of us review each change")],
    ),
    "names below workflows": (
        "# Mill\n\n## Features\n- Weigh a sack\n\n## Technical notes\n\n### Sack workflows\n- Weighing and labelling\n- Lost sacks → back office\n",
        [("functional", "Weigh a sack"), ("functional", "Weighing and labelling")],
    ),
    "fields of a form": (
        "# Mill\n\n## Sacks\n\n### Sack data model\n\n#### Required fields\n- Weight\n- Owner (baker or miller)\n\n#### Sack\n- Height\n- Colour\n",
        [("functional", "Required fields: Weight; Owner (baker or miller)")],
    ),
    "kinds that people choose between, among the data": (
        "# Mill\n\n## Data model\n\n### Delivery methods\n- **Cart**: by the miller\n- **Own**: the baker comes\n",
        [("functional", "Delivery methods: Cart: by the miller; Own: the baker comes")],
    ),
    "kinds that are statements themselves": (
        "# Mill\n\n## Features\n\n### Delivery methods\n- Millers deliver by cart\n- Bakers pick up sacks\n",
        [("functional", "Millers deliver by cart"), ("functional", "Bakers pick up sacks")],
    ),
    "calls below interfaces": (
        "# Mill\n\n## External interfaces\n\n### API\n\n| Method | Path | Purpose |\n|---|---|---|\n| GET | `/sacks` | list all sacks |\n",
        [("functional", "GET: /sacks, list all sacks")],
    ),
    "calls for later": (
        "# Mill\n\n## Future work\n\n| Method | Path | Purpose |\n|---|---|---|\n| GET | `/sacks` | list all sacks |\n",
        [("deferred", "GET: /sacks, list all sacks")],
    ),
    "layers that name no technology": (
        "# Mill\n\n## Structure\n\n| Layer | Description |\n|---|---|\n| Sack | Keeps weight, owner and colour |\n| Storage | SQLite file |\n",
        [("functional", "Sack: Keeps weight, owner and colour"), ("constraint", "Storage: SQLite file")],
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_what_its_entries_make_of_it(name: str) -> None:
    text, expected = PARTS[name]
    assert stated(text) == expected


@pytest.mark.parametrize(
    "heading", ["Team", "Our team", "Team and roles", "Approvals", "Review and approval", "Document approval"]
)
def test_who_makes_it_and_who_signs_it_is_nothing_to_build(heading: str) -> None:
    assert stated(f"# Mill\n\n## {heading}\n\n- Weigh a sack\n") == []
