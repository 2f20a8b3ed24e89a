"""What a product is drawn from: its kind, what it demands beyond, and the document's headings as far as they are parts."""

import pytest

from agents.builtin.planner import plan
from agents.schemas.architecture import Architecture
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


def drawn(body: str) -> Architecture:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack), outcome
    return outcome.architecture


def parts(body: str) -> dict[str, str]:
    return {part.id: part.kind for part in drawn(body).components}


def app(*requirements: str, kind: str = "A mobile app for iOS and Android.", more: str = "") -> str:
    listed = "\n".join(f"- {each}" for each in requirements)
    return f"# Stroll\n{kind}\n## Features\n{listed}\n{more}"


WALKS = ("Record a walk", "Show walks on a map", "Save photos of a walk", "Delete a walk")


def test_headings_that_mean_a_part_of_the_kind_are_that_part() -> None:
    body = "# Load\nA nightly batch job, a data pipeline.\n## Requirements\n### Intake\n- The job must fetch every file\n- The job must check its checksum\n### Cleaning\n- The job must drop empty rows\n- The job must trim names\n"
    named = [part.name for part in drawn(body).components]
    assert named.count("Intake") == 1
    assert "Cleaning" in named


@pytest.mark.parametrize(
    ("more", "backend"),
    [
        ((), False),
        (("Users can sign in with e-mail",), True),
        (("Sync walks between devices",), True),
        (("Share a walk with friends",), True),
        (("Chat with other walkers",), True),
        (("Walks are uploaded to our server",), True),
        (("Export a walk as a file",), False),
        (("Works offline",), False),
        (("A wrong distance is rejected with an explanatory message",), False),
        (("Send a message to another walker",), True),
        (
            ("As a walker, I want to share a walk on social media, so I can discuss it with my friends",),
            False,
        ),
    ],
    ids=[
        "nothing",
        "accounts",
        "sync",
        "sharing",
        "chat",
        "server",
        "export",
        "offline",
        "words",
        "messages",
        "what a story is told for",
    ],
)
def test_a_mobile_app_gets_a_backend_only_for_what_a_phone_cannot_do(
    more: tuple[str, ...],
    backend: bool,  # noqa: FBT001  # a column of the table
) -> None:
    found = parts(app(*WALKS, *more))
    assert ("backend" in found, "store" in found) == (backend, backend)
    assert found["device_store"] == "files"


@pytest.mark.parametrize(
    "stated",
    ["All data stays entirely on-device.", "No accounts and no servers.", "The backend is Firebase.", "Sync goes through iCloud."],
)  # fmt: skip
def test_no_backend_of_our_own_where_the_document_rules_it_out_or_names_one(stated: str) -> None:
    found = parts(app(*WALKS, "Share a walk with friends", more=f"## Constraints\n- {stated}\n"))
    assert "backend" not in found
    assert "store" not in found


def test_a_mobile_app_with_a_backend_keeps_the_mandated_stores_apart() -> None:
    body = app(
        *WALKS,
        "Sync walks between devices",
        more="## Constraints\n- SQLite on the phone\n- PostgreSQL on the server\n",
    )
    kept = {part.id: part.technology for part in drawn(body).components if part.kind in {"files", "store"}}
    assert kept == {"device_store": "SQLite", "store": "PostgreSQL"}


def test_a_page_without_a_server_has_neither_server_nor_database() -> None:
    body = app(
        "Draw a plan",
        "Save a plan",
        "Show plans",
        "Print a plan",
        kind="A web app.",
        more="## Constraints\n- Runs entirely in the browser, no backend\n",
    )
    assert parts(body) == {"web": "client", "core": "domain", "browser_store": "files"}


PLANS = ("Draw a plan", "Save a plan", "Show plans")


@pytest.mark.parametrize(
    "demand",
    [
        "All data stays in the browser's local storage",
        "Plans persist across reloads using browser storage",
        "Plans are saved in the local storage of the browser",
        "Plans live in the browser, never on a server",
    ],
)
def test_what_is_kept_in_the_browser_needs_no_database(demand: str) -> None:
    assert parts(app(*PLANS, demand, kind="A web app.")) == {
        "web": "client",
        "core": "domain",
        "browser_store": "files",
    }


@pytest.mark.parametrize(
    ("demand", "besides"),
    [
        ("Drafts are kept in browser storage", "Print a plan"),
        ("The theme is saved in the browser's local storage", "Print a plan"),
        ("Plans are kept in browser storage", "Share a plan with the team"),
        ("Plans are kept in browser storage", "People sign in"),
    ],
)
def test_what_a_page_keeps_besides_or_for_several_people_needs_one(demand: str, besides: str) -> None:
    assert parts(app(*PLANS, demand, besides, kind="A web app."))["store"] == "store"


@pytest.mark.parametrize(
    ("constraint", "systems"),
    [
        ("Must integrate with SAP", ["SAP"]),
        ("Login via Okta", ["Okta"]),
        ("Invoices have to be sent through DATEV", ["DATEV"]),
        ("Must not be slower than SAP", []),
        ("No SAP", []),
    ],
)
def test_an_outside_system_that_only_a_limit_names_is_drawn(constraint: str, systems: list[str]) -> None:
    body = app("File a bill", "Approve a bill", kind="A web app.", more=f"## Constraints\n- {constraint}\n")
    assert [part.name for part in drawn(body).components if part.kind == "external"] == systems


@pytest.mark.parametrize(
    ("requirement", "part"),
    [
        ("Members can upload photos", "uploads"),
        ("A reminder is sent by e-mail the day before", "worker"),
        ("The price list is imported every night", "worker"),
    ],
)
def test_a_web_application_has_what_its_requirements_need(requirement: str, part: str) -> None:
    without = app(
        "Members can list goods", "Members can order goods", "Members can rate goods", kind="A web app."
    )
    assert part not in parts(without)
    served = {each.id: each.requirement_ids for each in drawn(f"{without}- {requirement}\n").components}
    assert served[part] == ("R-4",)


@pytest.mark.parametrize(
    ("demand", "part"),
    [
        ("Pages load within 2 seconds", "web"),
        ("The API answers within 300 ms", "api"),
        ("Passwords are hashed and all traffic is encrypted", "api"),
        ("The site meets WCAG 2.1 AA", "web"),
        ("Uptime is 99.9 % a month", "api"),
    ],
)
def test_a_demand_on_quality_is_met_where_it_can_be(demand: str, part: str) -> None:
    body = app(
        "List goods",
        "Order goods",
        "Rate goods",
        "Return goods",
        kind="A web app.",
        more=f"## Non-functional requirements\n- NFR-1: {demand}\n",
    )
    assert [each.id for each in drawn(body).components if "NFR-1" in each.requirement_ids] == [part]


def test_every_part_of_a_drawing_is_joined_to_another() -> None:
    body = app(*WALKS, "Share a walk with friends", "Import walks from Strava")
    architecture = drawn(body)
    joined = {end for each in architecture.connections for end in (each.source, each.target)}
    assert {part.id for part in architecture.components} == joined


def served(body: str) -> dict[str, tuple[str, ...]]:
    return {part.name: part.requirement_ids for part in drawn(body).components}


@pytest.mark.parametrize(
    ("more", "system", "ids"),
    [
        ("## Constraints\n- Sign-in through Cognito\n", "Cognito", ("R-5",)),
        ("## Constraints\n- Mail goes out through SES\n- Errors go to Sentry\n", "SES", ("R-6",)),
        ("## Constraints\n- Mail goes out through SES\n- Errors go to Sentry\n", "Sentry", None),
    ],
    ids=["sign-in", "mail", "nothing asks for it"],
)  # fmt: skip
def test_an_outside_system_is_drawn_for_what_it_serves(
    more: str, system: str, ids: tuple[str, ...] | None
) -> None:
    found = served(app(*WALKS, "Members sign in", "A weekly e-mail is sent", kind="A web app.", more=more))
    assert found.get(system) == ids


def test_no_part_serves_nothing() -> None:
    found = served("# Oven\nA web app for a pizzeria.\n## Features\n- Cook a pizza\n- Order a pizza\n")
    assert found["Server"] == ("R-1", "R-2")
    assert all(found.values())


def test_parts_with_names_in_another_script_are_numbered_as_areas() -> None:
    text = "# 港口\n## 功能需求\n### 泊位管理\n- 添加泊位\n- 删除泊位\n### 船舶登记\n- 登记船舶\n- 查看船舶\n"
    named = {part.id: part.name for part in drawn(text).components}
    assert (named["area_1"], named["area_2"]) == ("泊位管理", "船舶登记")
