"""What a product is built of where its kind alone does not tell: a bot, a thing with a chip, an extension, looked-after machines, files."""

import pytest

from tests.agents.test_architecture import drawn


def used(body: str) -> dict[str, str]:
    return {part.id: part.technology for part in drawn(body).components}


def test_a_bot_is_one_wherever_its_chat_is_named() -> None:
    found = drawn(
        "Please build a bot that posts to Slack when a build is red. In the thread you can type 'mine' and it stops asking."
    )
    assert "talking to Slack" in found.headline
    assert {part.id: part.technology for part in found.components}["store"] == "SQLite"


def test_a_bot_on_somebodys_small_computer_is_no_box() -> None:
    body = "We need a bot for the guild discord.\n\n- /raid new posts a card\n- the bot pings everyone before the start\n- it keeps sign-ups\n\nruns on my raspberry pi next to the router\n"
    assert "chat" in used(body)
    assert "devices" not in used(body)


def test_a_bot_that_trades_has_no_chat_before_it() -> None:
    body = "# Sail\nAn automated trading bot.\n## Requirements\n- The bot scans markets every minute\n- The bot sends an alert by Telegram\n- Orders are stored\n"
    assert "chat" not in used(body)


@pytest.mark.parametrize(
    ("body", "store", "headline"),
    [
        (
            "Firmware for a kitchen scale with a coin cell. It tares with one button. It keeps the last weight.",
            "Flash memory of the device",
            "One firmware on the device",
        ),
        (
            "Raspberry Pi in the cellar that reads the water meter every hour. It stores the readings of a year.",
            "SQLite file",
            "One program on the box",
        ),
        (
            "I'd like a little box next to the door with an NFC reader: staff hold their card, the door opens. Unknown cards are logged.",
            "SQLite file",
            "One program on the box",
        ),
    ],
)
def test_a_thing_keeps_its_data_in_itself(body: str, store: str, headline: str) -> None:
    found = drawn(body)
    assert {part.id: part.technology for part in found.components}["local_store"] == store
    assert found.headline.startswith(headline)
    assert not {"api", "web_pages", "store"} & {part.id for part in found.components}


def test_what_a_far_away_thing_sends_is_kept_where_people_look_at_it() -> None:
    found = drawn(
        "# Hive\nA scale with load cells.\n## Requirements\n- It weighs every 15 minutes\n- Once a day it sends the rest\n- I see a curve on my laptop\n"
    )
    assert "store" in {part.id for part in found.components}
    assert [(each.source, each.target) for each in found.connections if each.source == "web_pages"] == [
        ("web_pages", "store")
    ]


@pytest.mark.parametrize(
    ("body", "host"),
    [
        ("Plugin for Figma that marks forbidden words. Clicking on one jumps to it.", "Figma"),
        ("We use WordPress. I need a plugin with which visitors can book a table.", "WordPress"),
        ("When I write a mail in Outlook I want a button that picks my signature.", "Outlook"),
        (
            "# Calm\nSettings for clips.\n\nMy wish is an extension.\n- It hides comments\n- It stops autoplay\n",
            "its host",
        ),
    ],
)
def test_an_extension_names_the_program_it_lives_in(body: str, host: str) -> None:
    found = drawn(body)
    assert f"extension that lives inside {host}" in found.headline
    assert host not in [part.name for part in found.components]


def test_machines_that_are_looked_after_have_jobs_checks_and_copies() -> None:
    body = "Set up backups for our 4 servers.\n\n- Nightly backup of all databases\n- Alert by mail when a backup is missing\n- Everything in Ansible\n"
    assert used(body).keys() >= {"jobs", "declared", "copies", "signals"}
    assert "controller" not in used(body)
    kept_by_a_loop = "# Keep\nA Kubernetes operator that reconciles backups of servers.\n- It watches the cluster\n- It restores a backup\n"
    assert "controller" in used(kept_by_a_loop)


def test_a_person_who_operates_is_no_loop_and_neither_is_one_ruled_out() -> None:
    body = "Home lab of three servers.\n\n- Ansible sets up each node\n- The operator can rebuild a node from a backup\n- GitOps controllers are not required\n"
    assert "controller" not in used(body)


def test_an_environment_for_each_change_is_brought_about_by_a_workflow() -> None:
    body = "We want each pull request to get its own copy of the staging environment, with a database, and to be torn down when it is merged."
    assert "workflow" in used(body)


def test_a_pipeline_that_writes_files_needs_no_database() -> None:
    body = "# Tides\nA data pipeline.\n## Steps\n- Read both logger formats\n- Flag spikes\n- Write NetCDF with metadata plus a plain CSV for students\n"
    assert used(body)["sink"] == "NetCDF and CSV files"
    assert used(f"{body}- Load monthly means into the database\n")["sink"] == "PostgreSQL"


def test_pages_that_are_there_already_are_not_built() -> None:
    body = "# Scan\nA mobile app for Android.\n## Requirements\n- Drivers scan parcels\n- Dispatch shares tours with drivers\n- Dispatch sees them on the existing web dashboard\n"
    assert "web_pages" not in used(body)
    assert "web_pages" in used(body.replace("the existing web dashboard", "a web dashboard"))


def test_pages_whose_data_is_named_to_stay_in_the_browser_have_no_server() -> None:
    body = "# Jars\nA web app.\n## Features\n- Create a jar\n- Move money between jars\n- All jars are listed\n## Constraints\n- Data is kept in IndexedDB\n"
    assert not {"api", "store"} & used(body).keys()
    by_a_library = body.replace("Data is kept in IndexedDB", "IndexedDB through Dexie, no backend")
    assert not {"api", "store"} & used(by_a_library).keys()
    assert "api" in used(f"{body}- The page fetches a bundle from /api/bundle\n")
    with_people = body.replace("- Create a jar", "- Users log in and create a jar")
    assert "api" in used(with_people)


@pytest.mark.parametrize(
    "told",
    [
        "People join on their phones",
        "The host opens a room",
        "It can be played online with friends",
    ],
)
def test_a_game_of_several_devices_has_a_match_server(told: str) -> None:
    body = f"# Quiz\nA trivia game.\n## Rules\n- A round has ten questions\n- {told}\n"
    assert "match_server" in used(body)
    assert "match_server" not in used(body.replace(told, "Two players sit side by side"))


@pytest.mark.parametrize(
    "told", ["Spectators follow a runner", "Results go to the society's database when there is a network"]
)
def test_an_app_from_which_others_learn_something_has_a_backend(told: str) -> None:
    body = f"# Count\nAn Android app.\n## Features\n- Count butterflies\n- Show the route\n- {told}\n"
    assert "backend" in used(body)
    assert "backend" not in used(body.replace(told, "Colours can be chosen"))


def test_a_move_without_a_title_is_a_move() -> None:
    found = drawn(
        "Move our GitLab from one VM to Kubernetes with little downtime. Backups of all servers before, and a way back."
    )
    assert "from one VM to Kubernetes" in found.headline


TIDES = """# Tide tables
A static site that shows tide tables.

- Every hour a job downloads the levels, loads them into DuckDB and generates the pages again
- Show a table for each harbour
- Keep the levels of five years
"""


def test_pages_that_a_job_writes_anew_have_the_job_and_no_server() -> None:
    found = drawn(TIDES)
    assert found.kind == "web_app"
    assert used(TIDES)["kept"] == "DuckDB"
    assert {"api", "store", "browser_store"}.isdisjoint(used(TIDES))
    assert ("core", "web") in {(each.source, each.target) for each in found.connections}


@pytest.mark.parametrize(
    "told",
    [
        "- Skippers sign in and keep notes\n",
        "## Technology\n- Database: PostgreSQL\n",
    ],
)
def test_a_site_with_something_behind_it_is_not_written_anew(told: str) -> None:
    assert "api" in used(TIDES + told)


def test_a_page_that_nothing_writes_runs_in_the_browser() -> None:
    body = "# Converter\nA static site that converts units.\n\n- Type a number\n- Show it in other units\n- No server\n"
    assert "schedule" not in used(body)
