"""Where a product keeps its data: on one device, behind a browser, nowhere, or in what exists already."""

import pytest

from tests.agents.test_architecture import app, drawn, parts

CHORES = ("Members add a chore", "One tap marks a chore done", "Parents see who did what this week")
LOCAL = "## Principles\n- Local-first: works offline, data stays on the device\n"
ACCOUNTLESS = "## Non-goals\n- User accounts, authentication, or cloud hosting\n"


def test_what_stays_on_one_device_without_accounts_needs_no_server() -> None:
    architecture = drawn(app(*CHORES, kind="A web app.", more=f"{LOCAL}{ACCOUNTLESS}"))
    found = {part.id: part.technology for part in architecture.components}
    assert "api" not in found
    assert "store" not in found
    assert found["browser_store"] == "IndexedDB"
    assert "keeps everything on one device" in architecture.decisions[0].why


@pytest.mark.parametrize(
    "more",
    [
        LOCAL,
        ACCOUNTLESS,
        f"{LOCAL}{ACCOUNTLESS}## Constraints\n- Data is kept in PostgreSQL\n",
        f"{LOCAL}{ACCOUNTLESS}## More\n- The server tells the parents each evening\n",
    ],
    ids=["accounts may be", "devices may be many", "a database is named", "a server is spoken of"],
)
def test_one_sign_of_it_is_not_enough(more: str) -> None:
    assert "api" in parts(app(*CHORES, kind="A web app.", more=more))


def test_a_store_that_no_browser_has_stands_on_a_server() -> None:
    more = "## Constraints\n- No backend framework\n- Runs without a server\n- Data is kept in DuckDB\n"
    found = {
        part.id: part.technology for part in drawn(app(*CHORES, kind="A web app.", more=more)).components
    }
    assert found["store"] == "DuckDB"


def test_what_the_browser_keeps_besides_is_not_the_database() -> None:
    more = "## Constraints\n- The application shall persist chores to Firestore with optional localStorage caching\n"
    found = {
        part.id: part.technology for part in drawn(app(*CHORES, kind="A web app.", more=more)).components
    }
    assert found["store"] == "Firestore"


PASSED_ON = (
    "Routes each connection by its host name",
    "Refuses unknown hosts",
    "Reads routes from a YAML file",
)


def test_what_passes_on_what_comes_keeps_nothing() -> None:
    architecture = drawn(app(*PASSED_ON, kind="A TCP proxy: a service in front of our game servers."))
    assert "store" not in {part.id for part in architecture.components}
    assert "keeps nothing of its own" in architecture.headline


def test_a_gateway_that_keeps_usage_has_a_database() -> None:
    demands = (*PASSED_ON, "Stores the usage of each customer per day")
    assert parts(app(*demands, kind="An API gateway: a service in front of our APIs."))["store"] == "store"


PROPOSAL = (
    "# Server islands\n\n## Motivation\n\nPages wait for their slowest part.\n\n## Goals\n\n- Parts of a page are rendered later by the service\n"
    "- The service returns each part by its own request\n\n## Proposal\n\n- The page shows a placeholder until the part is there\n\n"
)


@pytest.mark.parametrize("last", ["## Alternatives\n\nNone.\n", "## Implementation history\n\n2026-02-01\n"])
def test_a_proposal_to_a_project_changes_what_is_there(last: str) -> None:
    architecture = drawn(f"{PROPOSAL}{last}")
    assert architecture.in_place
    assert not any(part.technology for part in architecture.components)


def test_without_what_else_could_be_done_it_is_no_such_proposal() -> None:
    assert not drawn(PROPOSAL).in_place


ORDERS = (
    "# Orders\nA backend service.\n## Requirements\n- Create an order\n- Cancel an order\n- List orders\n"
)


def _queue(body: str) -> tuple[str, list[tuple[str, str]]]:
    found = drawn(body)
    named = next((part.name for part in found.components if part.kind == "queue"), "")
    return named, [
        (each.source, each.target) for each in found.connections if "queue" in {each.source, each.target}
    ]


@pytest.mark.parametrize(
    ("told", "name", "wires"),
    [
        (
            "- Publishes OrderPlaced on Kafka\n## Technology\n- Kafka for events\n",
            "Event stream",
            [("core", "queue")],
        ),
        (
            "- Consumes payment events from Kafka\n## Technology\n- Kafka for events\n",
            "Event stream",
            [("core", "queue"), ("queue", "worker")],
        ),
        (
            "- Send a mail for each order\n## Technology\n- RabbitMQ for jobs\n",
            "Queue",
            [("core", "queue"), ("queue", "worker")],
        ),
        (
            "- Put each order on the message bus\n- Others read the message bus\n- The message bus loses nothing\n",
            "Event stream",
            [("core", "queue")],
        ),
        ("- Put each order on the message bus\n", "", []),
    ],
)
def test_what_is_published_is_no_work_for_a_worker(
    told: str, name: str, wires: list[tuple[str, str]]
) -> None:
    assert _queue(ORDERS + told) == (name, wires)


def test_what_is_published_is_decided_as_such() -> None:
    titles = [each.title for each in drawn(f"{ORDERS}- Publishes OrderPlaced on Kafka\n").decisions]
    assert "Publish what happened on Kafka" in titles


def test_stateless_copies_stand_before_what_is_kept() -> None:
    body = f"{ORDERS}## Quality\n- Workers must be stateless\n"
    assert "store" not in parts(body)
    assert "store" in parts(f"{body}- Orders are durably stored before anything else\n")


@pytest.mark.parametrize(
    ("told", "store"),
    [
        ("State storage: JSON first, SQLite only if needed", "JSON files"),
        ("Everything is kept in one YAML file", "YAML files"),
        ("Orders are exported as JSON files", "PostgreSQL"),
        ("Storage: JSON files, indexed in MySQL", "MySQL"),
    ],
)
def test_a_document_that_keeps_files_gets_no_database(told: str, store: str) -> None:
    found = {part.id: part.technology for part in drawn(f"{ORDERS}## Constraints\n- {told}\n").components}
    assert found["store"] == store


def test_a_backend_on_the_spot_keeps_its_data_in_a_file() -> None:
    body = "# Rooms\nA Windows desktop program for one PC per room.\n## Requirements\n- Rooms talk to the master by WebSocket on the local network\n- The game master sees all rooms at once on a web page\n- Start the clock\n"
    assert {part.technology for part in drawn(body).components if part.kind == "store"} == {"SQLite"}
    titles = [each.title for each in drawn(f"{body}- All is stored in a SQLite file\n").decisions]
    assert len(titles) == len(set(titles))
