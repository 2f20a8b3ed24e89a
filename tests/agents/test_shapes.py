"""What a drawing gains, loses or is built of by what the document says beside its kind: boxes, companions, hosted backends."""

import pytest

from tests.agents.test_architecture import WALKS, app, drawn, parts

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


BOT = (
    "# Lunch\nA Slack bot.\n## Features\n- At 10:30 the bot asks who is in for lunch\n"
    "- `/lunch add` adds a restaurant\n- The bot posts the winner in #lunch\n- Votes are kept for a month\n"
)


def test_a_bot_lives_in_its_chat_and_needs_no_pages() -> None:
    architecture = drawn(BOT)
    served = {part.id: part.requirement_ids for part in architecture.components}
    assert served["chat"] == served["ext_slack"]
    assert served["worker"] == ("R-1",)
    assert "api" not in served
    assert [
        (each.source, each.target) for each in architecture.connections if each.target == "ext_slack"
    ] == [("chat", "ext_slack")]
    with_pages = parts(BOT + "- A web dashboard shows the month\n")
    assert "chat" not in with_pages


def test_a_job_without_data_to_refine_is_started_and_ends() -> None:
    body = "# Watch\nA cron job that runs every morning.\n## Features\n- Read each certificate\n- Write a summary to Slack\n- Open a ticket when it expires\n- Ignore what is known\n"
    assert "A service that runs all the time" in [each.name for each in drawn(body).rejected]
    assert "A streaming platform" in [
        each.name for each in drawn(f"{body}- Load all rows into the warehouse\n").rejected
    ]


DECLARED = (
    "# Previews\nPreview environments for every pull request.\n## Requirements\n"
    "- When a pull request is opened an environment is created\n- Each has a copy of the database\n"
    "- Costs are shown in a report\n- Environments are removed after 3 days\n## Constraints\n"
)


def test_what_is_declared_in_code_is_brought_about_by_a_workflow() -> None:
    body = f"{DECLARED}- Terraform and Helm\n- GitHub Actions\n"
    used = {part.id: part.technology for part in drawn(body).components}
    assert (used["workflow"], used["declared"]) == ("GitHub Actions", "Terraform, Helm")
    assert "controller" not in used
    looping = parts(f"{DECLARED}- Helm\n- A controller reconciles the state\n")
    assert "controller" in looping


def test_what_starts_and_what_changes_data_stand_where_they_work() -> None:
    body = app(
        *ORDERS,
        kind="A data pipeline.",
        more="## Constraints\n- Orchestrated with Airflow, transformations in dbt\n- Runs every night\n",
    )
    body += "## Requirements\n- Orders are loaded every night\n"
    used = {part.id: part.technology for part in drawn(body).components}
    assert (used["schedule"], used["core"]) == ("Airflow", "dbt")


@pytest.mark.parametrize(
    ("stated", "stores"),
    [
        (
            "Keep reports in SQLite; everything else lives in MySQL",
            {"store": "MySQL", "side_store": "SQLite"},
        ),
        ("Reports are kept in SQLite", {"store": "PostgreSQL", "side_store": "SQLite"}),
        ("SQLite for sessions", {"store": "PostgreSQL"}),
        ("Keep orders in SQLite", {"store": "SQLite"}),
        ("Reports are exported to BigQuery", {"store": "PostgreSQL", "side_store": "BigQuery"}),
    ],
    ids=["beside another", "beside the usual", "nothing needs it", "the whole", "a warehouse"],
)
def test_a_store_that_is_named_for_one_thing_holds_that_alone(stated: str, stores: dict[str, str]) -> None:
    body = app(
        *ORDERS, "Managers see reports of the month", kind="A web app.", more=f"## Constraints\n- {stated}\n"
    )
    found = {part.id: part.technology for part in drawn(body).components if part.kind == "store"}
    assert found == stores


def test_pages_that_go_on_without_a_connection_keep_what_was_entered() -> None:
    demand = "- The app works offline and synchronises later\n"
    body = app(*ORDERS, kind="A web app.", more=f"## Non-functional requirements\n{demand}")
    assert parts(body)["browser_store"] == "files"
    assert "browser_store" not in parts(app(*ORDERS, kind="A web app."))


@pytest.mark.parametrize(
    ("demand", "constraint", "system", "serves"),
    [
        ("Clerks enter name, e-mail and phone", "", "E-mail service", None),
        ("Clerks get a mail when an order is late", "", "E-mail service", ("R-5",)),
        ("Orders are handed to the ERP", "", "ERP", ("R-5",)),
        ("Orders are handed to the ERP", "Our ERP is Odoo; orders go to Odoo", "ERP", None),
        ("Files are read from an SFTP server", "", "File transfer server", ("R-5",)),
        ("A code is sent by SMS", "", "SMS gateway", ("R-5",)),
        ("Raw files are kept in S3", "", "S3", ("R-5",)),
    ],
)
def test_a_system_without_a_name_is_drawn_for_what_needs_it(
    demand: str, constraint: str, system: str, serves: tuple[str, ...] | None
) -> None:
    more = f"## Constraints\n- {constraint}\n" if constraint else ""
    body = app("Files of orders are listed", *ORDERS[1:], demand, kind="A web app.", more=more)
    assert {each.name: each.requirement_ids for each in drawn(body).components}.get(system) == serves


APART = (
    "# Orders\nMicroservices for a shop: Order service, Stock service and Mail service.\n## Requirements\n"
    "- Each service can be deployed alone, as a microservice\n- The Order service keeps orders\n"
    "- The Stock service reserves stock\n- Customers place orders\n- Customers return goods\n"
)


def test_services_that_are_wanted_apart_are_drawn_as_they_are_named() -> None:
    architecture = drawn(APART)
    served = {part.id: part.requirement_ids for part in architecture.components}
    assert served["order_service"] == ("R-2", "R-4")
    assert served["stock_service"] == ("R-3",)
    assert "R-5" in served["core"]
    assert not {"R-2", "R-3", "R-4"} & set(served["core"])
    assert [each.name for each in architecture.rejected] == ["One service with one database"]
    assert ("api", "order_service") in {(each.source, each.target) for each in architecture.connections}
    whole = APART.replace("Microservices", "A web app").replace(
        "- Each service can be deployed alone, as a microservice\n", ""
    )
    assert "order_service" not in parts(whole)
    assert "order_service" not in parts(
        "# Orders\nA service.\n## Requirements\n- No microservices\n- The Order service keeps orders\n- The Stock service reserves stock\n"
    )


def test_steps_that_work_on_what_arrives_are_no_nightly_run() -> None:
    body = "# Clicks\nA data pipeline.\n## Requirements\n- Events are written within 5 minutes of arrival\n- Bots are removed\n- Results stand in Redshift\n- Sessions end after 30 minutes\n"
    architecture = drawn(body)
    assert architecture.headline.endswith("works on events as they arrive.")
    assert {part.id: part.technology for part in architecture.components}["sink"] == "Redshift"
    assert any(
        each.title == "Keep data in Redshift" and "R-3 names it" in each.why
        for each in architecture.decisions
    )


def test_a_box_sends_to_the_server_that_is_mandated() -> None:
    body = (
        "# Hive\nBattery powered scale with an ESP32.\n## Requirements\n- Measure the weight every 10 minutes\n"
        "- Store 14 days without coverage\n- The beekeeper sees curves in a web dashboard\n## Constraints\n- InfluxDB on our server\n"
    )
    used = {part.id: part.technology for part in drawn(body).components}
    assert (used["local_store"], used["store"]) == ("Flash memory of the device", "InfluxDB")
    assert "web_pages" in used


@pytest.mark.parametrize(
    ("kind", "constraint", "headline"),
    [
        ("A mobile app for iOS and Android.", "The backend is Firebase", "one app with Firebase behind it"),
        ("A mobile app for iOS and Android.", "PostgreSQL; no accounts", "one app with a small backend for what people share"),
    ],
)  # fmt: skip
def test_an_app_stands_before_the_backend_that_is_named(kind: str, constraint: str, headline: str) -> None:
    architecture = drawn(
        app(*WALKS, "Share a walk with friends", kind=kind, more=f"## Constraints\n- {constraint}\n")
    )
    assert headline in architecture.headline


def test_what_code_declares_is_no_system_it_talks_to() -> None:
    body = f"{DECLARED}- Terraform\n## More requirements\n- Pages are in S3 behind CloudFront\n- People come in through Entra ID\n"
    assert [part.name for part in drawn(body).components if part.kind == "external"] == ["Entra ID"]


def test_a_bots_chat_is_drawn_however_its_name_is_written() -> None:
    body = "# Gym\na telegram bot for the gym\n## Features\n- /now answers how full it is\n- /new lists new walls\n- every friday it posts to the group\n"
    assert [part.name for part in drawn(body).components if part.kind == "external"] == ["Telegram"]


def test_a_hosted_backend_serves_what_goes_through_it_and_the_device_keeps_a_copy() -> None:
    body = app(
        *WALKS,
        "Share a walk with friends",
        more="## Constraints\n- Data is kept in Firestore\n- The backend is Firebase\n",
    )
    architecture = drawn(body)
    served = {part.name: part.requirement_ids for part in architecture.components}
    assert served["Firebase"] == ("R-5",)
    assert architecture.headline == "Stroll: one app with Firebase behind it."
    assert any("stays at hand without a network" in each.why for each in architecture.decisions)


def test_an_option_that_follows_the_system_needs_nobody_else() -> None:
    body = "# Night mode\nA desktop app.\n## Features\n- A setting with Light, Dark and Follow system\n- Remember the choice\n"
    assert "backend" not in {part.id for part in drawn(body).components}


@pytest.mark.parametrize(
    ("told", "there"),
    [
        ("Backend: Node.js + PostgreSQL (already implemented)", True),
        ("The app talks to our existing REST API", True),
        ("The backend is already running at the office", True),
        ("Extend the existing backend by walks, the existing REST API stays", False),
        ("A backend keeps walks", False),
    ],
)
def test_a_backend_that_is_there_is_talked_to_and_not_built(told: str, *, there: bool) -> None:
    body = app(*WALKS, "Sync walks between devices", more=f"## Constraints\n- {told}\n")
    found = {part.name: part for part in drawn(body).components}
    assert ("Existing backend" in found, "Backend" in found) == (there, not there)
    assert "PostgreSQL" not in {part.technology for part in found.values()} or not there
    if there:
        assert found["Existing backend"].requirement_ids
        assert "with the existing backend behind it" in drawn(body).headline
