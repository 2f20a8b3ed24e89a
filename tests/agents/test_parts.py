"""Into which parts the rules of a product are cut: by the document's sections, or by the things its requirements are about."""

from agents.builtin.planner import plan
from agents.schemas.architecture import Component
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def rules(body: str) -> dict[str, tuple[str, ...]]:
    """The parts that hold rules, by name, each with the requirements and qualities it serves."""
    return {part.name: part.requirement_ids for part in _parts(body) if part.kind == "domain"}


def _parts(body: str) -> tuple[Component, ...]:
    pack = plan(PlannerInputs(body=body))
    assert isinstance(pack, ArchitecturePack), pack
    demanded = {each.id for each in (*pack.requirements, *pack.nfrs)}
    served = {each for part in pack.architecture.components for each in part.requirement_ids}
    assert demanded <= served
    return pack.architecture.components


def lending(*sections: str) -> str:
    return "# Lendery\nA web application for a tool library.\n" + "\n".join(sections)


TOOLS = "- The system shall list all tools\n- The system shall store photos of a tool\n"
LOANS = "- The system shall record who lends a drill\n- The system shall remind borrowers of a drill\n"
FEES = "- The system shall charge a fee per day\n- The system shall refund a fee\n"


def test_a_section_that_says_it_is_a_feature_is_a_part_whatever_stands_between() -> None:
    body = lending(
        "## 3. Requirements",
        f"### 3.1 Feature: Tool catalogue\n**Functional requirements:**\n{TOOLS}",
        f"### 3.2 Feature: Schedule management\n**Functional requirements:**\n{LOANS}",
    )
    assert rules(body) == {"Tool catalogue": ("R-1", "R-2"), "Schedule management": ("R-3", "R-4")}


def test_the_words_that_announce_a_list_are_a_part() -> None:
    indented = "  " + LOANS.replace("\n-", "\n  -").rstrip()
    body = lending(
        f"## Functional requirements\n- Loan management:\n{indented}\n- Fee management:\n  "
        + FEES.replace("\n-", "\n  -")
    )
    assert set(rules(body)) == {"Loan management", "Fee management"}


def test_a_part_that_is_too_large_is_cut_along_what_stands_within() -> None:
    body = lending(
        "## Features",
        f"### Workshop\n#### Loans\n{LOANS}\n#### Fees\n{FEES}",
        f"### Catalogue\n{TOOLS}",
    )
    assert set(rules(body)) == {"Loans", "Fees", "Catalogue"}


def test_two_headings_of_one_part_are_one_part() -> None:
    body = lending(
        "## Features",
        f"### Loans\n{LOANS}",
        f"### Loan management\n{FEES}",
        f"### Catalogue\n{TOOLS}",
        "### Tool catalogue\n- The system shall list broken tools\n- The system shall list lent tools\n",
    )
    assert len(rules(body)) == 2


def test_stages_people_and_techniques_are_no_parts() -> None:
    body = lending(
        "## Features",
        f"### Phase 1: Start\n{TOOLS}",
        f"### Phase 2: Growth\n{LOANS}",
        f"### Redis\n{FEES}",
    )
    assert set(rules(body)) == {"Rules"}


def test_what_stands_in_a_chapter_about_the_code_is_no_part() -> None:
    body = lending(
        f"## Features\n### Loans\n{LOANS}\n### Fees\n{FEES}",
        f"## Testing requirements\n### Catalogue coverage\n{TOOLS}",
        "## API specifications\n### Reserve a drill\n- The system shall answer 409 for a drill that is lent\n"
        "- The system shall answer 404 for a drill that is unknown\n",
    )
    assert {"Catalogue coverage", "Reserve a drill"}.isdisjoint(rules(body))


def test_chapters_about_the_interface_name_parts_where_nothing_else_does() -> None:
    body = lending(f"## API endpoints\n### Loans\n{LOANS}\n### Fees\n{FEES}")
    assert set(rules(body)) == {"Loans", "Fees"}


def test_what_stands_below_no_part_goes_where_its_words_are() -> None:
    body = lending(
        f"## Features\n### Loans\n{LOANS}\n### Fees\n{FEES}",
        "## Requirements\n- The system shall print a receipt for a fee\n",
    )
    assert rules(body) == {"Loans": ("R-1", "R-2"), "Fees": ("R-3", "R-4", "R-5")}


def test_what_fits_nowhere_is_the_last_part() -> None:
    body = lending(
        f"## Features\n### Loans\n{LOANS}\n### Fees\n{FEES}",
        "## Requirements\n- The system shall greet visitors\n",
    )
    assert list(rules(body))[-1] == "Other rules"
    assert rules(body)["Other rules"] == ("R-5",)


def test_where_nothing_is_left_every_part_answers_for_what_was() -> None:
    body = lending(
        f"## Features\n### Loans\n{LOANS}\n### Fees\n{FEES}",
        "## Non-functional requirements\n- Maintainability: every module has unit tests\n",
    )
    assert rules(body) == {"Loans": ("R-1", "R-2", "N-1"), "Fees": ("R-3", "R-4", "N-1")}


ORDERS = """# Kiosk
A web application for a kiosk.
## Requirements
- The system shall store orders with their date
- The system shall cancel an order
- The system shall print an order
- The system shall list all orders of a day
- The system shall store payments with their amount
- The system shall refund a payment
- The system shall take a payment for an order
- The system shall show unpaid payments
- The system shall greet visitors
"""


def test_without_sections_the_things_are_the_parts_each_with_what_is_about_it() -> None:
    body = f"{ORDERS}- The system shall export payments\n"
    found = rules(body)
    assert set(found) == {"Orders", "Payments", "Other rules"}
    assert "R-7" in found["Payments"]


def test_few_requirements_are_one_part() -> None:
    assert set(rules(ORDERS)) == {"Rules"}


def test_a_dozen_boxes_are_the_most() -> None:
    names = (
        "Loans",
        "Fees",
        "Catalogue",
        "Repairs",
        "Courses",
        "Donations",
        "Members area",
        "Opening hours",
        "Vouchers",
    )
    sections = "\n".join(
        f"### {name}\n- The system shall store {name.lower()}\n- The system shall remind of {name.lower()} by e-mail\n"
        for name in names
    )
    assert len(_parts(lending("## Features", sections))) == 12
