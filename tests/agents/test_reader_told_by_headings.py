"""What only a heading tells, what stands in fragments, and headings that are about something else than one of their words says."""

import pytest

from tests.agents.stated import stated


def test_a_heading_with_an_id_is_the_requirement_where_nothing_below_is() -> None:
    text = (
        "# Units\n\n## Requirements\n\n### REQ-001 — Convert temperatures\n\n**Value:** People can convert between units.\n\n"
        "**Form:** Story\n\nAs a cook, I want to enter a value so that I see others.\n\n**Quality attributes:**\n- Usability: large fonts\n\n"
        "### REQ-002 — Convert weights\n\n- Grams are converted to ounces.\n"
    )
    assert stated(text) == [
        ("functional", "Convert temperatures"),
        ("story", "As a cook, I want to enter a value so that I see others."),
        ("nonfunctional", "Usability: large fonts"),
        ("functional", "Grams are converted to ounces."),
    ]


def test_a_heading_that_names_a_command_is_what_is_wanted_where_only_code_stands_below() -> None:
    text = (
        "# Loans\n\n## Functional Requirements\n\n### CLI Command: `loans check`\n\n```\nloans check <card>\n```\n\n"
        "### Exit codes\n\n- 0 when all is well\n- 1 when a loan is late\n"
    )
    assert stated(text)[0] == ("functional", "CLI Command: `loans check`")


def test_a_paragraph_of_fragments_is_a_list() -> None:
    text = (
        "# Market\n\n## Epics\n\n### Epic 1: Sellers\n\nSeller onboarding. Store profile. Verification. Public store\npage.\n\n"
        "### Epic 2: Reports\n\nSales are shown per day. Sellers can print them.\n"
    )
    assert stated(text)[:4] == [
        ("functional", "Seller onboarding."),
        ("functional", "Store profile."),
        ("functional", "Verification."),
        ("functional", "Public store page."),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Crash-risk indicator",
        "Risk scoring",
        "Risk alerts",
        "Failure cases",
    ],
)
def test_a_thing_with_a_risk_in_its_name_is_built(heading: str) -> None:
    assert stated(f"# Market\n\n## Features\n\n### {heading}\n\n- Show a red dot\n") == [
        ("functional", "Show a red dot")
    ]


@pytest.mark.parametrize(
    "heading",
    ["Risks", "Risks & mitigations", "Key risks", "Delivery risk", "Implementation order", "Sources"],
)
def test_risks_and_orders_of_work_are_not(heading: str) -> None:
    assert stated(f"# Market\n\n## {heading}\n\n- Show a red dot\n") == []


def test_an_appendix_is_about_what_it_is_called() -> None:
    text = (
        "# Loans\n\n## Appendix A: Detailed user stories\n\n**Story 1:** As a reader, I want to borrow a book so that I can read it.\n\n"
        "### Edge cases to discuss\n- Which loan ends first?\n\n## Appendix B: Tools\n\n- Show a pen\n"
    )
    assert [kind for kind, _ in stated(text)] == ["story", "question"]


def test_a_numbered_scenario_with_a_name_is_a_use_case() -> None:
    text = (
        "# Trailers\n\n## Users & Use Cases\n\n**Scenario 1 — A match from the fleet**\n"
        "Maria and Jon design a small trailer. The platform shows a unit that fits.\n"
    )
    assert stated(text) == [
        ("story", "Maria and Jon design a small trailer. The platform shows a unit that fits.")
    ]


def test_how_changes_are_managed_is_given() -> None:
    text = "# Loans\n\n## Change & Scope Management\n\n- New features shall be added to this document first\n"
    assert [kind for kind, _ in stated(text)] == ["constraint"]
