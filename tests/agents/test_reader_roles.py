"""What roles may do, journeys and their steps, what is deliberately left out, and rows that only point at requirements."""

import pytest

from tests.agents.stated import read_whole, stated


def test_what_a_role_may_do_is_a_function() -> None:
    text = (
        "# Flats\n\n## User Roles & Permissions\n\n### Administrator\n"
        "- Full access to all settings.\n- Manage plans.\n\n### Staff\n- Restricted access by group.\n"
        "- **Accountant**: Can manage invoices.\n\n### Tenant\n- View a lease.\n- People who rent a flat\n\n"
        "## Functional Requirements\n\n- Leases are renewed by hand\n- Rents are due monthly\n- Flats have photos\n"
        "- Invoices are sent by mail\n- Fees are added when rents are late\n"
    )
    words = [words for kind, words in stated(text) if kind == "functional"]
    assert words[:5] == [
        "Full access to all settings.",
        "Manage plans.",
        "Restricted access by group.",
        "Accountant: Can manage invoices.",
        "View a lease.",
    ]
    assert "People who rent a flat" not in words
    assert [actor.name for actor in read_whole(text).actors][:3] == ["Administrator", "Staff", "Tenant"]


def test_the_steps_of_a_journey_are_its_flow_and_no_stories() -> None:
    text = (
        "# Loans\n\n## Core User Journeys\n\n### First loan\n1. User opens the app.\n2. User scans a book.\n"
        "3. App shows the date.\n\n## Features\n\n- Scan a book\n- Show the date\n- Bring a book back\n- Search\n- Print a list\n"
    )
    assert {kind for kind, _ in stated(text)} == {"functional"}
    assert len(stated(text)) == 5
    flows = read_whole(text).flows
    assert [(flow.name, len(flow.steps)) for flow in flows] == [("First loan", 3)]


@pytest.mark.parametrize(
    "entries",
    [
        "1. Check-in: A phone captures the place.\n2. Loans: An app asks for all loans.\n",
        "1. **An agent claims a port.** It runs claim.\n2. **A person lists ports.** She runs list.\n",
        "1. As a reader, I want to borrow a book.\n2. As a clerk, I want to see all loans.\n",
    ],
    ids=["named", "told", "stories"],
)
def test_numbered_use_cases_stay_stories(entries: str) -> None:
    assert [kind for kind, _ in stated(f"# Loans\n\n## Use cases\n\n{entries}")] == ["story", "story"]


@pytest.mark.parametrize(
    "label", ["Out, deliberately", "Out", "Out for now", "Out, by design", "Out, on purpose"]
)
def test_what_is_out_on_purpose_is_out_name_by_name(label: str) -> None:
    text = (
        f"# Loans\n\n## Scope\n\n**{label}:** grading, attendance, HR,\nanything the school does itself. Loans is no archive.\n\n"
        "## Functional Requirements\n\n- FR-1 Lend a book\n"
    )
    assert [words for kind, words in stated(text) if kind == "non_goal"][:4] == [
        "grading",
        "attendance",
        "HR",
        "anything the school does itself",
    ]


def test_a_row_about_several_ids_is_no_requirement() -> None:
    text = (
        "# Loans\n\n## Functional Requirements\n\n- FR-1 Lend a book\n- FR-2 Bring it back\n\n"
        "| Requirements | Tests |\n|---|---|\n| FR-1, FR-2 | test_loans.py |\n| FR-1 – FR-2 | planned |\n\n"
        "## Requirement-to-test traceability\n\n| Requirement | Tests |\n|---|---|\n| FR-1 | test_loans.py |\n"
    )
    assert [words for _, words in stated(text)] == ["Lend a book", "Bring it back"]


def test_a_label_in_front_of_a_table_says_nothing_about_the_table() -> None:
    text = (
        "# Loans\n\n## API\n\n### Internal API\n\n**Service definition:** `loans.v1.Loans`\n\n"
        "| RPC | Request | Notes |\n|---|---|---|\n| `Lend` | `book_id` | Lends a book to a reader. |\n| `Return` | `book_id` | Ends a loan. |\n"
    )
    assert [kind for kind, _ in stated(text)] == ["functional", "functional"]


def test_a_row_that_puts_off_only_its_last_sentence_is_wanted_now() -> None:
    text = "# Loans\n\n## Capabilities\n\n| Capability | Description |\n|---|---|\n| CAP-1 | Mail and SMS. Push in Phase 4. |\n| CAP-2 | Push in Phase 4. |\n"
    assert [kind for kind, _ in stated(text)] == ["functional", "deferred"]
