"""What is listed below flows, tables whose columns or names say what they hold, drawn boxes, and lists that a demand opens."""

import pytest

from tests.agents.stated import stated

FEATURES = "\n## Functional Requirements\n\n- Loans are renewed\n- Books are found\n- Fines are paid\n- Cards are lost\n- Mails go out\n"


def _first(text: str) -> list[tuple[str, str]]:
    """The statements above those of `FEATURES`."""
    return stated(text + FEATURES)[:-5]


def test_what_is_listed_below_a_flow_is_what_the_product_does() -> None:
    text = (
        "# Editor\n\n## File workflows\n\n### Open folder\n\n- Scan the folder for supported files.\n"
        "- Keep the open file when there is none.\n\n### Save\n\n1. User presses save.\n2. A path is chosen.\n"
    )
    assert _first(text) == [
        ("functional", "Scan the folder for supported files."),
        ("functional", "Keep the open file when there is none."),
    ]


def test_use_cases_and_functional_requirements_are_functions_where_nobody_is_named() -> None:
    text = "# Gardens\n\n## Use Cases & Functional Requirements\n\n### Dashboards\n\n- **Revenue:** an at-a-glance view of clients\n"
    assert [kind for kind, _ in stated(text)] == ["functional"]


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("No, by key only", []),
        ("64 KB at most", []),
        ("Deferred to phase 6", ["question"]),
        ("Open", ["question"]),
        ("To be decided by May", ["question"]),
    ],
)
def test_a_question_whose_status_is_its_answer_is_open_no_more(status: str, kinds: list[str]) -> None:
    text = f"# Mesh\n\n## Open questions\n\n| ID | Question | Status |\n|---|---|---|\n| OPQ-1 | Require a phone number? | {status} |\n"
    assert [kind for kind, _ in stated(text)] == kinds


def test_a_column_of_requirements_makes_functions_of_its_rows_below_any_heading() -> None:
    text = (
        "# Agent\n\n## Integration with Pulsar\n\n| ID | Requirement | Priority |\n|---|---|---|\n"
        "| PA-01 | Register as a skill of Pulsar | Must |\n| PA-02 | Publish tasks to the bus | Must |\n"
    )
    assert [kind for kind, _ in _first(text)] == ["functional", "functional"]


def test_tools_that_programs_call_are_functions_and_tools_people_work_with_are_not() -> None:
    text = (
        "# Agent\n\n## Implementation decisions\n\n### Tools of the server\n\n| Tool | Purpose |\n|---|---|\n"
        "| `find_stuck_sessions` | Sessions beyond a threshold |\n| `createNote` | Keep a note on a user |\n\n"
        "### What we looked at\n\n| Tool | Purpose |\n|---|---|\n| Miro | whiteboards |\n| Trello | boards |\n"
    )
    assert [words for _, words in _first(text)] == [
        "find_stuck_sessions: Sessions beyond a threshold",
        "createNote: Keep a note on a user",
    ]


def test_boxes_drawn_without_a_fence_are_no_list() -> None:
    text = (
        "# Kalender\n\n## Features\n\n### Login page\n\nSketch:\n"
        "┌──────────────────┐\n│                  │\n│   [Logo]         │\n│  ╔════════════╗  │\n│  ║   Mail     ║  │\n"
        "│  ╚════════════╝  │\n└──────────────────┘\n\n- People log in by mail\n"
    )
    assert stated(text) == [("functional", "People log in by mail")]


@pytest.mark.parametrize(
    "opening",
    [
        "The first usable release must support:",
        "The system shall provide:",
        "The app should also offer the following:",
        "It will handle all of these:",
    ],
)
def test_names_below_a_demand_to_support_are_functions(opening: str) -> None:
    text = f"# Signs\n\n## MVP 1 — sign workflow\n\n{opening}\n\n1. Customer CRM\n2. Order conversion\n3. login and logout\n"
    assert _first(text) == [
        ("functional", "Customer CRM"),
        ("functional", "Order conversion"),
        ("functional", "login and logout"),
    ]


def test_names_below_a_demand_to_keep_fields_are_its_values() -> None:
    text = "# Signs\n\n## Features\n\n- Each order shall include the following fields:\n  - width\n  - colour\n  - due date\n"
    assert len(stated(text)) == 1


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("(Later) charts of all loans", "deferred"),
        ("Charts of all loans (future)", "deferred"),
        ("Charts of future loans", "functional"),
    ],
)
def test_later_in_brackets_puts_an_entry_off(entry: str, kind: str) -> None:
    assert [found for found, _ in stated(f"# Loans\n\n## Features\n\n- {entry}\n")] == [kind]


@pytest.mark.parametrize(
    ("type_of_row", "kind"),
    [
        ("Functional", "functional"),
        ("Non-Functional", "nonfunctional"),
        ("NFR", "nonfunctional"),
        ("Security", "nonfunctional"),
        ("Constraint", "constraint"),
        ("User Story", "story"),
        ("Business rule", "functional"),
        ("Out of scope", "non_goal"),
    ],
)
def test_a_column_of_types_says_what_each_row_is(type_of_row: str, kind: str) -> None:
    text = (
        "# Posters\n\n## Requirements\n\n| ID | Type | Priority | Description |\n|---|---|---|---|\n"
        f"| RQ-1 | {type_of_row} | Must | Tokens are replaced every night. |\n"
    )
    assert [found for found, _ in stated(text)] == [kind]


def test_a_category_names_a_part_of_the_product() -> None:
    text = (
        "# Posters\n\n## Functional Requirements\n\n| ID | Category | Requirement |\n|---|---|---|\n"
        "| FR-1 | Security | Judges change their password. |\n| FR-2 | Scoring | Judges give points. |\n"
    )
    assert [found for found, _ in stated(text)] == ["functional", "functional"]


def test_a_column_of_types_among_fields_sorts_fields() -> None:
    text = "# Posters\n\n## Data model\n\n| Field | Type | Description |\n|---|---|---|\n| score | function | computed from points |\n"
    assert stated(text) == []


def test_a_hyphen_that_never_breaks_is_a_hyphen() -> None:
    text = (
        "# Posters\n\n## Non\u2011functional Requirements\n\n- Real\u2010time lists appear at once\n\n## Requirements\n\n"
        "| ID | Type | Area | Description |\n|---|---|---|---|\n"
        "| NFR\u2011001 | Non\u2011Functional | Load | Many judges start at once. |\n"
        "| FE\u2011001 | User Story | Scores | As a judge, I want to score posters so that the best wins. |\n"
    )
    assert stated(text) == [
        ("nonfunctional", "Real-time lists appear at once"),
        ("nonfunctional", "Load: Many judges start at once."),
        ("story", "As a judge, I want to score posters so that the best wins."),
    ]


def test_a_demand_below_a_heading_of_qualities_opens_qualities() -> None:
    text = "# Tool\n\n## Security Requirements\n\nThe implementation must:\n\n- avoid logging secrets;\n- prevent path traversal;\n"
    assert [found for found, _ in stated(text)] == ["nonfunctional", "nonfunctional"]


def test_what_a_product_does_not_own_is_left_out() -> None:
    text = "# Tool\n\n## Ownership\n\nThe tool owns:\n\n- project scaffolding;\n\nIt does not own:\n\n- the indexer;\n- the workflow engine;\n"
    assert [words for found, words in stated(text) if found == "non_goal"] == [
        "the indexer;",
        "the workflow engine;",
    ]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [("2. Account Overview", ["functional"]), ("Product Overview", []), ("Executive Overview", [])],
)
def test_an_overview_of_something_is_shown_and_one_of_the_document_tells(
    heading: str, kinds: list[str]
) -> None:
    text = f"# Board\n\n## Core Features\n\n### {heading}\n\n- Burndown with completed issues\n"
    assert [found for found, _ in _first(text)] == kinds
