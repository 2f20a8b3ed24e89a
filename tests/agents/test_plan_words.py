"""What a plan and a backlog say of a product: its name, what it talks to, and how each demand is proved, in words of people."""

import pytest

from agents.builtin.abroad import talked_to
from agents.builtin.decompose import DecompositionInputs, decompose
from agents.builtin.decomposing.goal import goal_of, proof_title
from agents.builtin.decomposing.summary import summary as backlog_page
from agents.builtin.planner import plan
from agents.builtin.summary import summary
from agents.builtin.titles import names_product
from agents.builtin.triage_rules import says_deferred
from agents.schemas.architecture import ProductKind
from agents.schemas.backlog import Backlog
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from agents.schemas.requirements import Category, Integration, NonFunctional, Target
from policies.coverage import complete

ADDON = """# Pushups
An addon for World of Warcraft that shows an exercise after a loss.
## Requirements
- The addon detects a loss
- The addon shows an exercise after a loss
- The addon remembers the last exercise
- The addon hides the exercise on a click
## Constraints
- Language: Lua
- Platform: World of Warcraft
## Flow
1. A player loses a match.
2. The addon shows an exercise.
3. The player closes the window.
"""


def planned(body: str) -> tuple[ArchitecturePack, Backlog]:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome, decompose(DecompositionInputs(pack=outcome))


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("User Stories", False),
        ("Future Specs (To Be Added Later)", False),
        ("Historias de Usuario", False),
        ("App Idea", False),
        ("", False),
        ("Pizza House User Stories", True),
        ("Feature Flags", True),
        ("发票解析器", True),
    ],
)
def test_a_heading_names_a_product_or_a_kind_of_page(title: str, *, named: bool) -> None:
    assert names_product(title) is named


def test_a_page_of_stories_is_no_product() -> None:
    pack, backlog = planned("# User Stories\n\n- A member can lend a tool\n- A member can return a tool\n")
    assert summary(complete(pack)).startswith("# Architecture of the product\n")
    assert not any("Stories" in unit.title for unit in backlog.units)


@pytest.mark.parametrize(
    ("body", "deferred"),
    [
        ("# Later\nThis document tracks features and specs that are intentionally deferred.\n## A\n", True),
        ("# Later\nEverything in this file is deferred.\n", True),
        ("# Shop\nThis document has the first version and features that are deferred.\n", False),
        ("# Shop\nA shop.\n## Later\nThis list has wishes that are deferred.\n", False),
        ("# Shop\nPeople list payments that are deferred.\n", False),
    ],
)
def test_a_text_says_of_itself_that_all_of_it_waits(body: str, *, deferred: bool) -> None:
    assert says_deferred(body) is deferred


@pytest.mark.parametrize(
    ("kind", "told", "talks"),
    [
        ("cli", ["Amazon invoices are read"], False),
        ("cli", ["Amazon order PDFs are read"], False),
        ("cli", ["Amazon invoices are read", "Orders are fetched from Amazon"], True),
        ("cli", ["Amazon invoices are read", "Shops beyond Amazon", "No external API dependencies"], False),
        ("cli", ["Orders are fetched from Amazon", "No external API for prices"], True),
        ("extension", ["Platform: Amazon shops"], False),
        ("extension", ["Prices come from Amazon"], True),
        ("web_app", ["Platform: Amazon"], True),
        ("web_app", ["Hosted at Amazon"], False),
        ("web_app", ["Hosted at Amazon", "Prices come from Amazon"], True),
        ("pipeline", ["It runs in our Amazon CI"], False),
    ],
)
def test_a_host_and_a_maker_of_files_are_not_talked_to(
    kind: ProductKind, told: list[str], *, talks: bool
) -> None:
    amazon = Integration(id="INT-1", name="Amazon", lines=(3,))
    wished = Integration(id="INT-2", name="Amazon")
    found = talked_to((amazon, wished), kind=kind, told=told)
    assert found == ((amazon, wished) if talks else (wished,))


@pytest.mark.parametrize(
    ("text", "target", "goal"),
    [
        ("Reads: p95 < 200 ms", Target(comparison="<", quantity=200, unit="ms", qualifier="p95"), "p95 under 200 ms"),
        ("Availability: 99.9% monthly", Target(comparison="=", quantity=99.9, unit="%"), "99.9 % monthly"),
        ("Files up to 10MB", Target(comparison="<=", quantity=10, unit="mb"), "at most 10 MB"),
        ("2M ops/sec", Target(comparison=">=", quantity=2_000_000, unit="ops/sec"), "at least 2,000,000 ops/sec"),
        ("More than 95% monthly reports", Target(comparison=">", quantity=95, unit="people"), "over 95 people"),
        ("It is fast", None, ""),
    ],
)  # fmt: skip
def test_a_goal_can_be_read_aloud(text: str, target: Target | None, goal: str) -> None:
    assert goal_of(NonFunctional(id="N-1", text=text, target=target)) == goal


@pytest.mark.parametrize(
    ("category", "text", "title"),
    [
        ("reliability", "Reliable – Letters arrive.", "Prove reliability: Letters arrive"),
        ("security", "Security: Keys are kept apart", "Prove security: Keys are kept apart"),
        ("performance", "Ingest: 60 s", "Prove performance: Ingest: 60 s"),
        ("data-integrity", "Nothing is lost", "Prove data integrity: Nothing is lost"),
        ("other", "Simple commands.", "Check: Simple commands"),
    ],
)
def test_a_proof_says_its_matter_once(category: Category, text: str, title: str) -> None:
    assert proof_title(NonFunctional(id="N-1", text=text, category=category)) == title


def test_a_program_without_a_language_of_ours_is_not_told_of_services() -> None:
    pack, backlog = planned(ADDON)
    page = backlog_page(backlog)
    assert "talks to" not in pack.prd.understood[0]
    assert "Outside systems" not in page
    assert "health check" not in page
    assert "JSON" not in page
    assert "`**`" not in page
    assert "Prove the workflow: A player loses a match … The player closes the window" in page


def test_the_foundation_stands_last() -> None:
    page = backlog_page(planned(ADDON)[1])
    _, last = page.split("## S1 Foundation")
    assert "\n## " not in last
    assert last.count("- **U-") == 7


def test_criteria_are_whole_sentences_and_point_nowhere_else() -> None:
    body = (
        "# Pizza House\nA web application for pizza.\n## User stories\n### Place an order\nAs a clerk, I want to place an order.\n\n"
        "Acceptance criteria:\n- Given a pizza, the order is kept\n- Maps to: PlaceOrder\n- See docs/orders.md\n"
        "- An order without a pizza is refused\n"
    )
    page = backlog_page(planned(body)[1])
    assert "  - Given a pizza, the order is kept\n" in page
    assert "  - done when An order without a pizza is refused\n" in page
    assert "PlaceOrder" not in page
    assert "docs/orders.md" not in page
