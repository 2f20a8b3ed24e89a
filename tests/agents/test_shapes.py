"""What a drawing gains, loses or is built of by what the document says beside its kind: boxes, companions, hosted backends."""

import pytest

from tests.agents.test_architecture import app, drawn, parts

HUB = (
    "# Vents\nFirmware for a greenhouse gateway, a box (Raspberry Pi) beside the beds.\n## Requirements\n"
    "- It reads the humidity sensors every minute\n- It opens the vents above 28 degrees\n"
    "- Readings are kept for 14 days, also over a power cut\n- The gateway must boot within 60 seconds\n"
)
ORDERS = (
    "Each order is stored with its date", "Clerks list open orders", "Clerks cancel an order", "Clerks print an order"
)  # fmt: skip


def test_a_program_in_the_field_has_its_rules_and_its_store_on_the_box() -> None:
    architecture = drawn(HUB)
    assert {part.id: part.technology for part in architecture.components if part.kind == "files"} == {
        "local_store": "SQLite file"
    }
    assert not {"store", "api"} & parts(HUB).keys()
    assert "A database server on the box" in [each.name for each in architecture.rejected]


def test_a_mandated_server_stays_a_server_beside_boxes() -> None:
    body = f"{HUB}## Constraints\n- Readings are kept in PostgreSQL on our server\n"
    assert parts(body)["store"] == "store"


@pytest.mark.parametrize(
    ("kind", "more", "part", "technology"),
    [
        ("A web app.", "Built with FastAPI and React", "command_line", ""),
        ("A mobile app for iOS and Android.", "Built with React Native and Node.js", "web_pages", ""),
        ("A mobile app for iOS and Android.", "Built with React Native; pages with Vue", "web_pages", "Vue"),
    ],
)
def test_a_smaller_program_beside_the_product_is_a_part_of_it(
    kind: str, more: str, part: str, technology: str
) -> None:
    wants = {
        "command_line": "With a command-line client clerks export orders",
        "web_pages": "Managers approve an order in a web portal; clerks sign in",
    }
    body = app(*ORDERS, wants[part], kind=kind, more=f"## Constraints\n- {more}\n")
    without = app(*ORDERS, "Clerks sign in", kind=kind, more=f"## Constraints\n- {more}\n")
    assert part not in parts(without)
    assert {each.id: each.technology for each in drawn(body).components}[part] == technology


@pytest.mark.parametrize(
    ("kind", "store"),
    [("A web app.", "Supabase"), ("A service with a REST API.", "Supabase")],
)
def test_a_backend_that_others_run_is_the_store_where_no_other_is_named(kind: str, store: str) -> None:
    backend = "## Constraints\n- The backend is Supabase\n"
    found = {part.id: part.technology for part in drawn(app(*ORDERS, kind=kind, more=backend)).components}
    assert found["store"] == store
    assert "ext_supabase" not in found
    both = f"{backend}- Orders are kept in MySQL\n"
    assert {part.id: part.technology for part in drawn(app(*ORDERS, kind=kind, more=both)).components}[
        "store"
    ] == "MySQL"


def test_messages_sent_through_a_makers_service_are_no_backend_of_its_own() -> None:
    body = app(
        *ORDERS, "Clerks sign in", more="## Constraints\n- Push goes out through Firebase Cloud Messaging\n"
    )
    assert parts(body)["backend"] == "interface"


def test_a_program_that_stays_alone_exchanges_nothing() -> None:
    demands = ("Record a walk", "A message shows the length of the walk", "Delete a walk")
    assert "sync" in parts(app(*demands))
    assert "sync" not in parts(app(*demands, "No accounts and no servers"))


@pytest.mark.parametrize(
    ("kind", "asked", "turned_down"),
    [
        ("A data pipeline.", "Runs are orchestrated with Airflow", "A workflow engine"),
        ("A data pipeline.", "Events arrive through Kafka", "A streaming platform"),
        ("A service with a REST API.", "Events are published to Kafka", "A message broker"),
        ("A service with a REST API.", "Built as microservices", "Several small services"),
    ],
)
def test_what_the_document_asks_for_is_not_turned_down(kind: str, asked: str, turned_down: str) -> None:
    def names(more: str) -> list[str]:
        return [each.name for each in drawn(app(*ORDERS, kind=kind, more=more)).rejected]

    assert turned_down in names("")
    assert turned_down not in names(f"## Constraints\n- {asked}\n")
