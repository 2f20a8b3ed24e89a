"""What a PRD names besides its demands: the things it keeps with their attributes, people, systems, and givens in passing."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader import Findings, read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def found(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "name", "attributes"),
    [
        (
            "An invoice has a customer, line items, a currency and a due date.",
            "Invoice",
            ("customer", "line items", "currency", "due date"),
        ),
        (
            "Members can create a project with a name, a description and a start date.",
            "Project",
            ("name", "description", "start date"),
        ),
        (
            "# Fleet\n- The service must record trip data including start position, distance, and duration.",
            "Trip",
            ("start position", "distance", "duration"),
        ),
        (
            "# Rooms\n## Features\n- Each booking contains:\n  - start time\n  - end time\n  - room (required)",
            "Booking",
            ("start time", "end time", "room"),
        ),
        (
            "# Work\n## Features\n- Task fields: title, owner, status",
            "Task",
            ("title", "owner", "status"),
        ),
    ],
    ids=["has", "with", "including", "list", "fields"],
)
def test_attributes_are_those_the_text_lists(text: str, name: str, attributes: tuple[str, ...]) -> None:
    named = {each.name: each.attributes for each in found(text).entities}
    assert named[name] == attributes


@pytest.mark.parametrize(
    "text",
    [
        "Each request must be answered, logged and counted.",
        "A user has to sign in, and the page is shown.",
        "The system includes everything people need to work from home, which is a lot.",
    ],
    ids=["verbs", "sentences", "clauses"],
)
def test_what_is_no_list_of_names_is_no_attribute(text: str) -> None:
    assert [each for each in found(text).entities if each.attributes] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "# Shop\n## Features\n- Customers can create an order\n- Staff can cancel orders\n- Each order has an order id\n"
                "- Staff can upload a credit card statement and list credit cards\n- Delete a credit card\n"
            ),
            {"Order", "Credit Card"},
        ),
        (
            (
                "# Verein\n## Funktionale Anforderungen\n"
                "- Der Trainer muss eine Halle buchen können\n- Das Mitglied soll die Halle sehen\n"
                "- Der Kassierer soll einen Beitrag und alle Beiträge sehen\n"
            ),
            {"Halle", "Beitrag"},
        ),
        (
            (
                "# Tienda\n## Requisitos funcionales\n"
                "- El sistema debe guardar el pedido\n- El sistema debe mostrar los pedidos\n"
            ),
            {"Pedido"},
        ),
    ],
    ids=["english", "german", "spanish"],
)
def test_things_are_nouns_in_the_singular(text: str, names: set[str]) -> None:
    assert names <= {each.name for each in found(text).entities}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- **Add berth**: name, length, price\n- Show berths", {"Berth"}),
        ("- **Extract**: dosage, unit, score\n- Sort by length", set()),
        ("## Data model\n### people\n- `id` (uuid)\n- `name` (string)\n", {"Person"}),
        ("- An `OrderCancelled` sets `ClOrdID` and answers by `CancelReject`\n", {"Order"}),
        ("## Data model\n### Berth\n- id UUID PK\n- Paid boolean default true\n- note TEXT\n", {"Berth"}),
        ("## Data model\n### BerthContext\n### Pier\n### Season 2027\n", {"Pier"}),
        (
            "## Sign-up flow\n1. Clicks sign up\n2. Fills session details:\n   - Title\n   - Type\n   - Length\n",
            set(),
        ),
        ("- The service keeps all in one place. One PostgreSQL database; no other.\n", set()),
        (
            "- Put it in a Postgres table\n- Ask the Postgres, delete the Postgres\n- Create Postgres rows\n",
            set(),
        ),
    ],
    ids=[
        "what is done to it",
        "what is done alone",
        "several",
        "identifiers of no thing",
        "fields with their types",
        "parts of a program",
        "steps",
        "one store",
        "a store",
    ],
)
def test_a_thing_is_named_without_what_is_done_to_it(text: str, names: set[str]) -> None:
    assert {each.name for each in found(f"# P\n## Features\n{text}").entities} == names


def test_a_rank_or_an_id_is_no_thing_and_no_abbreviation() -> None:
    rows = "".join(
        f"| FR-COST-{number} | The cost of a berth is kept with its {what} | Must-have |\n"
        for number, what in enumerate(("owner", "length", "price", "year"))
    )
    text = f"# P\n## Features\n| Id | Demand | Priority |\n|---|---|---|\n{rows}"
    names = {each.name for each in found(text).entities}
    assert "Cost" in names
    assert not names & {"COST", "Must-have"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# P\n## Users\n- Solo operator running several shops.\n- Shop owner using the dashboard daily.\n",
            {"Solo operator", "Shop owner"},
        ),
        (
            "# P\n## Personas\n**Name:** Busy Berta\n\n- **Age:** 34\n- **Goals:** Less paper\n",
            {"Busy Berta"},
        ),
        (
            "# P\n## Plans\n- **Free Tier Users (anonymous):**\n  - Export one file a day\n  - See advertisements\n",
            {"Free Tier Users"},
        ),
    ],
    ids=["what they do", "traits", "groups"],
)
def test_people_are_named_without_what_is_said_about_them(text: str, names: set[str]) -> None:
    assert {each.name for each in found(text).actors} == names


def test_a_system_with_two_names_is_one_system() -> None:
    text = (
        "# Run\n## Features\n- Read steps from Apple Health (HealthKit)\n- Sync with HealthKit every hour\n"
    )
    assert [each.name for each in found(text).integrations] == ["Apple Health"]


@pytest.mark.parametrize(
    ("text", "kind", "category"),
    [
        (
            "The app will be built with Flutter, enabling a single codebase for iOS and Android.",
            "nonfunctional",
            "compatibility",
        ),
        (
            "The tracker will collect places (with explicit and granular user consent) to draw a map of the day.",
            "nonfunctional",
            "privacy",
        ),
        ("The code will be published under an open-source license.", "constraint", ""),
        ("Settings will be read from a ConfigMap named cleaner-default-spec.", "constraint", ""),
    ],
    ids=["platforms", "consent", "licence", "place"],
)
def test_what_a_sentence_names_in_passing_is_read(text: str, kind: str, category: str) -> None:
    findings = found(f"# P\n## Overview\n{text}\n").findings
    assert (kind, category) in {(each.kind, each.category) for each in findings}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A TypeScript library that parses dates.", "TypeScript"),
        ("Build a Rust CLI for backups.", "Rust"),
        ("We need a bot in Kotlin.", "Kotlin"),
        ("A command-line tool written in Python that renames photos.", "Python"),
    ],
    ids=["kind", "imperative", "in", "written"],
)
def test_the_language_is_the_one_the_prose_names(text: str, language: str) -> None:
    pack = plan(PlannerInputs(body=text))
    assert isinstance(pack, ArchitecturePack)
    assert pack.architecture.language == language
    assert [each.text for each in pack.requirements] == [text]


@pytest.mark.parametrize(
    ("heading", "product"),
    [
        ("Original Requirements", ""),
        ("Purpose", "Clipkit"),
        ("Clipkit — Product Requirements Document", "Clipkit"),
    ],
    ids=["template", "section", "name"],
)
def test_a_heading_every_template_has_is_no_product(heading: str, product: str) -> None:
    text = f"# {heading}\n## Overview\n{'Clipkit is a tool' if product else 'A tool'} for clips.\n"
    assert found(text).product == product


def test_ids_of_traced_specifications_are_no_requirements() -> None:
    text = (
        "# Car\n## API requirements\n### Token refresh\n`req~token-refresh~1`:\n"
        "The client *MUST* refresh expired tokens.\n\nNeeds: impl, utest\n\nDepends:\n- req~login~1\n"
    )
    assert [(each.text, each.label) for each in found(text).of("functional")] == [
        ("The client MUST refresh expired tokens.", "req~token-refresh~1")
    ]


def test_a_story_may_tell_what_somebody_does() -> None:
    text = "# P\n## Behaviour\n- **US-1.** As a user, I click the icon — a test starts.\n"
    assert [(each.label, each.lines) for each in found(text).of("story")] == [("US-1", (3,))]
