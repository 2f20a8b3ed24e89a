"""The kind of product where people type a few sentences, and call it by what they see before them."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.planning.drawing.defined import defined_as
from agents.builtin.planning.drawing.kind import kind_of
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # What it is about is not what it is.
        ("I want a website about games where people write reviews of them.", "web_app"),
        ("We need an app for our pipeline of candidates. It should open in the browser.", "web_app"),
        ("A library app for the village. It has to work on the old PC and on the tablet.", "web_app"),
        ("We are a game studio and need an internal tool to track bugs. Login with Google.", "web_app"),
        ("Our page about the castle needs a booking form for tours.", "web_app"),
        # A chat, another program, a device: where it lives says what it is.
        ("Please build a bot that posts every red build.", "service"),
        ("Team charges: `/fine add <word>` adds one. Users can see `/fine list` in Slack.", "service"),
        ("Plugin for Figma that marks forbidden words.", "extension"),
        ("An Excel macro that splits the export of our till, one sheet each.", "extension"),
        ("Something for Chrome that shows whether this person is in our CRM already.", "extension"),
        ("Mod for Minecraft that adds beehives. Server admins can switch biomes off.", "extension"),
        ("We use WordPress. I need a plugin with which visitors can book a table.", "extension"),
        ("# Spec: WordPress-Plugin Lakes\n\nAuf dem Server der Seite, mit Zahlung.", "extension"),
        ("When I write a mail in Outlook I want a button that picks the signature.", "extension"),
        ("Can someone make a VS Code thing that warns me on Fridays?", "extension"),
        ("Firmware for a kitchen scale. It tares with one button.", "service"),
        (
            "I keep nine hives and I'd like a scale under three of them that tells me when honey comes in.",
            "service",
        ),
        ("I'd like a little box next to the door: staff hold their card, and it opens.", "service"),
        # Where it runs.
        ("I want a program for my Mac to sort photos. A folder per family at the end.", "desktop_app"),
        (
            "Clerks type the number, labels come out. It is one PC with Windows 11. A program, not a browser thing.",
            "desktop_app",
        ),
        ("I want a window that floats over Word and shows my terms.", "desktop_app"),
        ("Our engineer needs a Windows program that plays jingles.", "desktop_app"),
        ("I'd like something on my phone that reads labels aloud.", "mobile_app"),
        ("Android kiosk tablet at the entrance. Visitors type their name.", "mobile_app"),
        ("We want to bring the programme to people's phones. In both stores by May.", "mobile_app"),
        # What other programs call, and what nobody looks at.
        ("An HTTP endpoint our shop can call with an address to get the price.", "service"),
        ("I need something in the middle that takes stock from our ERP and pushes it on.", "service"),
        ("Build a matching engine for partners. They send rides as JSON.", "service"),
        ("I think of a composer package: give it net and date, get gross.", "library"),
        ("We want a small React component for choosing a date range.", "library"),
        ("`tally` represents a middleware for batch jobs in data pipelines.", "library"),
        # What a run writes into the files of a repository.
        ("# README updated by GitHub Actions\n\nThe README shows the latest five posts of my blog.", "cli"),
        ("I want the changelog to be written by a workflow.", "cli"),
        ("A GitHub Action updates the badge every night.", "cli"),
        ("A web page for our club. It is deployed by GitHub Actions, the README says how.", "web_app"),
        # What runs by itself.
        ("Every morning at six the sales should be loaded from their FTP folders.", "pipeline"),
        ("The idea: a pipeline that picks up new files from the server.", "pipeline"),
        (
            "Set up monitoring for our 12 servers: disks, certificates, and whether the shop answers.",
            "infrastructure",
        ),
        ("We want each pull request to get its own copy of the staging environment.", "infrastructure"),
        ("I want automatic failover and point-in-time backups for our Postgres.", "infrastructure"),
        ("Operator for Kubernetes that creates a database for every namespace.", "infrastructure"),
        # Games by other names, and words that games share with other things.
        ("Cosy idea from the ferry. Game about a lighthouse, its beam, and one controller.", "game"),
        (
            "# Wishes for the tablet game\n\n1. Children tap the stone.\n2. A round takes four minutes.",
            "game",
        ),
        ("A chess variant for my kids. They play on one tablet.", "game"),
        ("Text adventure set in a port. It plays in the terminal and in a web page.", "game"),
        ("Linter for our OpenAPI files. Exits 1 on errors.", "cli"),
        ("Mac app to keep my wine cellar, all on my computer.", "desktop_app"),
        ("A GUI for ffmpeg that my parents can use.", "desktop_app"),
        ("Scheduled script that downloads exchange rates.", "pipeline"),
        ("Terraform for a VPC with private subnets.", "infrastructure"),
        ("Check our translations before commit. Pre-commit hook, config in YAML.", "cli"),
        ("Type-safe wrapper around the postal API for our TypeScript code.", "library"),
        ("Collection of Vue components for our design system.", "library"),
        ("PHP bundle for Symfony which adds two-factor login.", "library"),
        ("In Gmail, when a mail comes from a customer I'd like to see his orders.", "extension"),
        ("Home Assistant integration for our heat pump: local API, sensors.", "extension"),
        ("Combine the ticket sales of four venues to one table per day.", "pipeline"),
        ("Results files arrive every minute; parse and compare them with last year's.", "pipeline"),
        ("Jede Nacht die Messwerte aus dem Portal holen und in die Datenbank schreiben.", "pipeline"),
        ("A program on my notebook to enter positions and print a sheet.", "desktop_app"),
        ("The operator at the Windows terminal picks the customer.", "desktop_app"),
        ("A mail address to which suppliers send notes; the PDF is read and booked.", "service"),
        ("Web hook in, SMS out: our panel posts, people are called in order.", "service"),
        ("Central logs for our six services, kept 30 days. Not a SaaS.", "infrastructure"),
        ("For our translators: `lok check` says what is missing, `lok export de` writes it out.", "cli"),
        ("Something in Go I can point at two URLs that compares the answers.", "cli"),
        ("Gimp plug-in that finds the horizon and straightens it.", "extension"),
        ("A pytest plugin that fails a test when it opens a connection. On PyPI.", "library"),
        ("We copy our retry code between services. One jar, an annotation on a method.", "library"),
        ("We live in Jira. I'd like a panel on each ticket with the customer's plan.", "extension"),
        ("Small macOS thing in the menu bar which shows the price of electricity.", "desktop_app"),
        (
            "A viewer for our microscope which opens 10 GB files. A workstation with a good GPU.",
            "desktop_app",
        ),
        ("Guests get an app with a route by voice, and it works without roaming.", "mobile_app"),
        ("Put one component between the machines and the bank. It retries on the other.", "service"),
        ("Un bot para Telegram que avise a los vecinos.", "service"),
        ("Sensor in the cellar of each house, a SIM card, and I want an SMS.", "service"),
        ("Trivia night. The host opens a room, and a screen shows who's leading.", "game"),
        ("Two players, one tractor, no online mode.", "game"),
        ("Scrape the portals of five counties every night and mail what is new.", "pipeline"),
        ("Each month they send a file. Validate it against last month's, load into Oracle.", "pipeline"),
        ("Staging has drifted from production. We'd like both described the same way.", "infrastructure"),
        ("GitHub runners of our own on spot instances. Costs per repo on a dashboard.", "infrastructure"),
        ("I type the same git commands all day. `start 12` should fetch and branch.", "cli"),
    ],
)
def test_a_few_typed_sentences_say_what_it_is(text: str, kind: str) -> None:
    assert (
        kind_of(text, title=text.split("\n", maxsplit=1)[0].strip("# ") if text.startswith("#") else "").kind
        == kind
    )


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (
            "Status: draft.\nLives in the same place, under `mobile/` — a native Android\ncompanion to the existing web app.",
            "mobile_app",
        ),
        ("Shoal is a browser SPA (Angular) talking to a REST API.", "web_app"),
        ("*The wish.* A Chrome extension. When there is a number on the page, it gets a mark.", "extension"),
        ("What I would love is a small web page where I upload the statement.", "web_app"),
        ("So my wish is an extension that hides everything but the video.", "extension"),
        ("Shoal is not a data lake or a warehouse. It is a CLI that checks rules.", "cli"),
        ("Build a small monitoring system that checks rooms and tells me.", "service"),
        ("Leaf is a local-first Markdown editor for files and folders.", "desktop_app"),
    ],
)
def test_a_definition_is_found_where_people_put_it(opening: str, kind: str) -> None:
    assert defined_as(f"# Notes\n\n{opening}") == kind


@pytest.mark.parametrize(
    "opening",
    [
        "Our website is slow. Customers complain.",
        "- **Ease of use:** Provide a friendly API that developers like.",
        "The app needs a REST API and a dashboard.",
        "We build on the game of last year in the stores of the town.",
        "A time window that staff can set.",
    ],
)
def test_what_there_is_or_what_it_has_defines_nothing(opening: str) -> None:
    assert defined_as(f"# Notes\n\n{opening}") is None


def test_a_stack_in_which_it_runs_makes_no_infrastructure() -> None:
    body = "# Desk\nUsers must be able to log in. A dashboard in the web UI.\n\nRuns on Kubernetes, made with Terraform; a runbook tells how.\n"
    outcome = plan(PlannerInputs(body=body))
    assert isinstance(outcome, ArchitecturePack)
    assert outcome.architecture.kind == "web_app"
