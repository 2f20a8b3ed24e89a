"""What roles may do, journeys and their steps, what is left out, what is given, and rows that only point at requirements."""

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
    assert {"Administrator", "Staff", "Tenant"} <= {actor.name for actor in read_whole(text).actors}


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


@pytest.mark.parametrize(
    "announces",
    [
        "These are fine ideas but should not be in the first version:",
        "What follows will not be part of this release:",
        "All of this lies beyond the first slice:",
    ],
)
def test_what_a_sentence_keeps_out_is_left_out_though_its_heading_puts_it_off(announces: str) -> None:
    text = f"# Loans\n\n## Deferred for the MVP\n\n{announces}\n\n- fines\n- a mobile app\n"
    assert stated(text) == [("non_goal", "fines"), ("non_goal", "a mobile app")]


def test_what_one_sentence_leaves_out_is_left_out_name_by_name() -> None:
    text = "# Loans\n\n## Out of scope\n\nFines, a mobile app, single sign-on, and printing labels are outside the first slice.\n"
    assert [words for _, words in stated(text)] == [
        "Fines",
        "a mobile app",
        "single sign-on",
        "printing labels",
    ]


def test_edge_cases_among_stories_are_what_the_product_does() -> None:
    text = (
        "# Loans\n\n## User Scenarios\n\n### Story 1\n\nAs a reader, I want to borrow a book so that I can read.\n\n"
        "### Edge Cases\n\n- Two readers:\n  - A book must go to whoever asked first\n- What happens when the box is full?\n"
    )
    assert stated(text)[1:] == [
        ("functional", "A book must go to whoever asked first"),
        ("question", "What happens when the box is full?"),
    ]


def test_a_platform_a_way_of_working_and_a_technology_in_a_story_are_given() -> None:
    text = (
        "# Loans\n\n## Target platform\n\n- Windows x64, one file\n\n## CI/CD\n\n- Build and test on every push\n- Never retag\n\n"
        "## User Stories\n\n- As a clerk, I want loans to be kept in sync using Redis so that no loan is lost.\n"
    )
    assert stated(text) == [
        ("constraint", "Windows x64, one file"),
        ("constraint", "Build and test on every push"),
        ("constraint", "Never retag"),
        ("story", "As a clerk, I want loans to be kept in sync using Redis so that no loan is lost."),
        ("constraint", "As a clerk, I want loans to be kept in sync using Redis so that no loan is lost."),
    ]
