"""What a product is designed, built and kept with is listed among the systems it names, and gets no adapter."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.tools_around import is_around
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.test_architecture import app


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("GitHub Actions", "Uses GitHub Actions for CI/CD"),
        ("GitHub Actions", "The site is built by GitHub Actions"),
        ("GitHub Actions", "Tests run with free tools only (e.g. GitHub Actions free tier)"),
        ("GitLab CI", "GitLab CI runs the tests"),
        ("Jenkins", "Deployed by Jenkins"),
        ("Figma", "Record while working (Chrome, Figma, IDEs)"),
        ("Figma", "Figma — Book Detail: PUB-3, PUB-4"),
        ("Storybook", "The UI consumes the design system of the local Storybook"),
        ("GitHub", "Ids are referenced in: Design files; Development tasks; GitHub issues"),
        ("GitHub", "Based on https://github.com/acme/tidy"),
        ("GitHub", "A GitHub Action turns the data into pages"),
        ("GitHub", "Keep a clean GitHub repository"),
        ("Backend API", "Browser and Backend API talk over HTTPS"),
        ("Server", "The server answers within 300 ms"),
        ("Base", "Start with read-only Base commands"),
        ("Acme", "Gemini (deviation from the original Acme pick)"),
        ("VLC", "The recording plays in Movies / VLC"),
        ("S3", "Needs S3.1 and S3.2"),
        ("Claude Code", "Developers (Claude Code and two people)"),
        ("Cursor", "The code is written with Cursor"),
        ("S3", "S3. Ask for a password when watching ends"),
        ("S3", "Later: timeline (S1), highlights (S2), password (S3)"),
        ("App Store", "Released in the App Store"),
        ("App Store", "More subscriptions are sold\nReleased in the App Store"),
        ("Google Play Store", "A rating of 4.5 on the Google Play Store"),
        ("App Store", "The App Store name is checked"),
        ("Google Play Store", "Store listing on the Google Play Store"),
        ("Chrome Web Store", "Published in the Chrome Web Store"),
        ("Linear", "Several themes (Linear, Magi)"),
        ("Linear", "A Linear-style interface"),
        ("Acme", "The look is inspired by Acme"),
        ("Model Context Protocol", "Model Context Protocol server integration"),
        ("MCP", "Tools are offered over MCP"),
    ],
)
def test_a_tool_around_the_product_is_not_talked_to(name: str, told: str) -> None:
    assert is_around(name, (told, "Something else"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("GitHub Actions", "It runs as a GitHub Actions step"),
        ("GitHub Actions", "Reads the logs from GitHub Actions"),
        ("Jenkins", "A Jenkins plugin shows the result"),
        ("Figma", "Icons are taken over by a plugin for Figma"),
        ("Figma", "Imports components from Figma"),
        ("GitHub", "Live as a GitHub App"),
        ("GitHub", "Open an issue on GitHub"),
        ("GitHub", "Creates GitHub issues for what is open"),
        ("GitHub", "GitHub OAuth and Google OAuth"),
        ("GitHub", "Today's GitHub activity"),
        ("Backend API", "Talks to the existing Backend API"),
        ("Acme", "Orders come from Acme"),
        ("S3", "Files are in S3"),
        ("Claude Code", "Claude Code hooks switch the light"),
        ("S3", "Files are kept in the cloud (S3)"),
        ("App Store", "Reads the reviews of the App Store"),
        ("App Store", "Subscriptions are bought through the App Store"),
        ("Google Play Store", "In-app purchases of the Google Play Store"),
        ("Linear", "Open issues in Linear"),
        ("Linear", "Themes are taken over from Linear"),
    ],
)
def test_a_tool_that_the_product_works_with_is(name: str, told: str) -> None:
    assert not is_around(name, (told, "Something else"))


@pytest.mark.parametrize(
    ("requirement", "drawn"),
    [
        ("Built and tested by GitHub Actions on every push", False),
        ("Reads the results of runs from GitHub Actions", True),
    ],
)
def test_a_tool_stays_in_the_list_and_is_drawn_where_it_is_talked_to(
    requirement: str, *, drawn: bool
) -> None:
    outcome = plan(PlannerInputs(body=app("List builds", "Filter builds", requirement, kind="A web app.", more="## Integrations\n- GitHub Actions\n")))  # fmt: skip
    assert isinstance(outcome, ArchitecturePack)
    assert "GitHub Actions" in {each.name for each in outcome.integrations}
    outside = {part.name for part in outcome.architecture.components if part.kind == "external"}
    assert ("GitHub Actions" in outside) == drawn


def _outside(body: str) -> set[str]:
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    return {part.name for part in outcome.architecture.components if part.kind == "external"}


def test_an_interface_that_the_document_describes_is_no_system_of_others() -> None:
    body = (
        "# Ledger\nA backend service.\n## Features\n- Core Tally Management API (CRUD)\n### 2.1 Tally Management API\n"
        "- Store bookings\n- List bookings\n- Delete bookings\n"
    )
    assert "Tally Management API" not in _outside(body)
    assert "Tidebook API" in _outside(body + "- Read tides from the Tidebook API\n")


def test_what_a_product_is_an_operator_of_is_no_system_beside_it() -> None:
    body = (
        "# OpenShift operator for scanners\nAn operator for OpenShift.\n## Requirements\n- Runs a scan for each image of an OpenShift namespace\n"
        "- Sends an alert to Alertmanager\n"
    )
    assert "OpenShift" not in _outside(body)
    assert "OpenShift" in _outside(
        body.replace("# OpenShift operator", "# Helper").replace(
            "An operator for OpenShift", "A web application"
        )
    )


def test_what_is_only_named_to_do_without_it_is_no_system() -> None:
    body = "# Desk\nA web application.\n## Requirements\n- Drafts an answer with Claude (OpenAI must not be used)\n- Agents send the answer\n"
    assert _outside(body) == {"Claude"}
    abroad = "# Kasse\nWeb-Anwendung für Vereine. Kein Firebase, Betrieb bei Hetzner.\n## Anforderungen\n- Der Kassenwart erfasst Belege\n- Der Vorstand sieht den Saldo\n"
    assert _outside(abroad) == set()


def test_a_backend_of_others_that_may_come_is_not_behind_an_app() -> None:
    body = "# Swap\nAn iOS app. No account, no server. iCloud backup perhaps in version 2.\n- Pick photos\n- Send photos to a nearby person\n- Block a person\n"
    assert "iCloud" not in _outside(body)
    assert "iCloud" in _outside(
        body.replace("iCloud backup perhaps in version 2.", "Photos are kept in iCloud.")
    )


def test_one_sheet_is_kept_in_the_system_of_many() -> None:
    assert "Google Sheets" in _outside(
        "lunch picker in slack. /lunch picks a place. our list lives in a google sheet. people can veto"
    )


def test_a_backend_of_others_that_only_a_heading_names_is_behind_an_app() -> None:
    body = (
        "# Till\nAn Android app.\n## Features\n- Cashiers log in\n- Store bills\n- Sync bills\n"
        "## Reporting\n**Firebase Integration**:\n- Reports of crashes\n"
    )
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert "with Firebase behind it" in outcome.architecture.headline
