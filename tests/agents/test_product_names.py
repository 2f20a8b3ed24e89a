"""What a plan calls the product, from titles of all sorts: a name without its marks, and no name where a title is a sentence."""

import pytest

from tests.agents.test_planner import planned

BODY = """## Requirements

- A person can see a list of things.
- A person can add a thing with a name.
- A person can remove a thing.
"""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("PRD: Bike rental desk", "Bike rental desk"),
        ("Product Requirements: Bike rental desk", "Bike rental desk"),
        ("Bike rental desk — Product Requirements", "Bike rental desk"),
        ("[Draft] Bike rental desk v2", "Bike rental desk"),
        ("RFC 12: Bike rental desk", "Bike rental desk"),
        ("RFC-0012 Bike rental desk", "Bike rental desk"),
        ("SHOP-1234: Bike rental desk", "Bike rental desk"),
        ("svc-07: Bike rental desk", "Bike rental desk"),
        ("#42 Bike rental desk", "Bike rental desk"),
        ("Epic: Bike rental desk", "Bike rental desk"),
        ("WIP: Bike rental desk", "Bike rental desk"),
        ("Bike rental desk [WIP]", "Bike rental desk"),
        ("Project doc: Bike rental desk", "Bike rental desk"),
        ("✨ Bike rental desk ✨", "Bike rental desk"),
        ("Bike rental desk, version 2", "Bike rental desk"),
        ("Bike rental desk PRD v1.3", "Bike rental desk"),
        ("Spec for the new bike rental desk", "Bike rental desk"),
        ("bike rental desk", "Bike rental desk"),
        ("shelfctl", "shelfctl"),
        ("iOS bike desk", "iOS bike desk"),
        ("voice memo bike rental desk (transcribed)", "Bike rental desk"),
        ("Voice memo: bike rental desk", "Bike rental desk"),
        ("Voice note sharing app", "Voice note sharing app"),
        ("Voice memo transcriber", "Voice memo transcriber"),
        ("Minutes: Bike rental desk, steering meeting, 14 March", "Bike rental desk"),
        ("Notes: Bike rental desk, 3rd of May 2024", "Bike rental desk"),
        ("TITLE: BIKE RENTAL DESK", "Bike Rental Desk"),
        ("SRS_Bike_Rental", "Bike Rental"),
        ("Bike rental desk product contract", "Bike rental desk"),
        ("MVP epic breakdown: Bike rental desk", "Bike rental desk"),
        ("Bike rental desk - Epic and Story Breakdown", "Bike rental desk"),
        ("Bike rental desk spec delta", "Bike rental desk"),
        ("Terraform module for S3 buckets", "Terraform module for S3 buckets"),
        ("Payments API", "Payments API"),
        ("Password Policy Manager", "Password Policy Manager"),
        ("Q&A bot for Slack", "Q&A bot for Slack"),
        ("COVID-19 Tracker", "COVID-19 Tracker"),
        ("MP3 Player", "MP3 Player"),
        ("Build Tracker", "Build Tracker"),
        ("Make a Wish", "Make a Wish"),
        ("A Dark Room", "A Dark Room"),
        ("2048", "2048"),
    ],
)
def test_a_name_is_read_without_what_a_title_says_of_the_document(title: str, name: str) -> None:
    assert planned(BODY, title=title).prd.product == name
    assert planned(f"# {title}\n\n{BODY}").prd.product == name


@pytest.mark.parametrize(
    "title",
    [
        "How might we help neighbours share tools?",
        "Can we have a page where people book bikes?",
        "What is Parcel Lockers?",
        "We need a way to track who has which key",
        "As a manager I want to see all shifts",
        "Add dark mode to the settings page",
        "Proposal: let customers cancel online",
        "Users can't reset their password",
        "Please make the search faster",
        "Why we should replace our CRM",
        "Migrate from Jenkins to GitHub Actions",
        "Upgrade to Python 3.12",
        "Functional Requirements Inventory",
        "Password Policy",
        "Password policy for our portal",
        "Incident response runbook",
        "Kick-off notes 12 March",
        "Requirements",
        "PRD",
        "New app",
        "Backend Service",
        "Service",
        "PRD: Web application",
    ],
)
def test_a_title_that_names_no_product_gives_it_no_name(title: str) -> None:
    assert planned(BODY, title=title).prd.product == ""
    assert planned(f"# {title}\n\n{BODY}").prd.product == ""


def test_without_a_name_the_plan_speaks_of_the_product_or_of_the_move() -> None:
    said = planned(BODY, title="Add dark mode to the settings page").prd.understood[0]
    assert said.startswith("The product is a web application")
    said = planned(BODY, title="Upgrade to Python 3.12").prd.understood[0]
    assert said.startswith("This is a migration")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "**Project Name:** Neighbourhood Tool Sharing & Repair Club Booking Platform",
            "Neighbourhood Tool Sharing & Repair Club Booking Platform",
        ),
        ("## Project Title: ToolShare - Lending and Repair Desk", "ToolShare"),
        ("ToolShare turns a message into a booking.", "ToolShare"),
        ("**ToolShare** helps neighbours lend tools.", "ToolShare"),
        ("## Tool Shed - Lending Desk\n\n### Overview\n\nNeighbours lend tools.", "Tool Shed"),
        ("## 1. Overview\n\n### 1.1 Website name\nTool Shed\n", "Tool Shed"),
        ("## The Tool Shed\n\n### Overview\n\nNeighbours lend tools.", "The Tool Shed"),
        ("## Purpose\n\nThis tells what the Tool Shed platform does.", "Tool Shed"),
        ("## Tool Shed\n\n### Overview\n\nNeighbours lend tools.", "Tool Shed"),
        ("## Source\n\nA talk with neighbours.", ""),
        ("```\nPrinter is a thing\n```", ""),
        ("- Product: Name\n- Engineering: Name", ""),
        ("**Product name:** TBD", ""),
        ("Everybody lends tools here.", ""),
        ("MongoDB – documents of tools.", ""),
        ("Apache Kafka – events of tools.", ""),
        (
            "## Lending Boot 3 (Java 21) Tool Desk\n\nVersion: 1.0\n\n### Overview\n\nSunbike is a desk.",
            "Lending Boot 3 (Java 21) Tool Desk",
        ),
        ("**PostgreSQL** is the database of it all.", ""),
        ("## Purpose\n\nOther teams call the Backend Service for it.", ""),
        ("Tool Shed – documents of tools.", "Tool Shed"),
    ],
)
def test_a_line_or_the_first_words_name_the_product(words: str, name: str) -> None:
    assert planned(f"# Product requirements\n\n{words}\n\n{BODY}").prd.product == name


def test_a_heading_about_the_analysis_of_needs_names_no_product() -> None:
    assert planned("# 需求分析\n\n## 功能需求\n\n- 用户可以借工具。\n- 用户可以还工具。\n").prd.product == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Roster, shift planning for a small clinic", "Roster"),
        ("Orders, invoices and payments", "Orders, invoices and payments"),
        ("Roster, stock, bills", "Roster, stock, bills"),
        ("Ledger, shift planning for a small clinic", "Ledger, shift planning for a small clinic"),
    ],
)
def test_what_explains_a_name_is_no_part_of_it_where_the_text_goes_on_about_it(title: str, name: str) -> None:
    text = f"# {title}\n\nRoster is a web application for nurses. Orders is a page in it.\n\n{BODY}"
    assert planned(text).prd.product == name


def test_words_on_two_lines_are_no_name() -> None:
    text = "SUNBIKE UI - PRODUCT REQUIREMENTS DOCUMENT\n\nPROJECT OVERVIEW\nSunbike is a modern program for renting bikes.\n\nCORE FEATURES\n- Rent a bike\n- Return a bike\n"
    assert planned(text).prd.product == "Sunbike"


def test_what_is_added_to_requirements_is_no_title() -> None:
    text = "## ADDED Requirements\n### Requirement: Rent\nThe desk SHALL rent bikes.\n### Requirement: Return\nThe desk SHALL take bikes back.\n"
    assert planned(text).prd.product == ""
    assert planned(text).prd.title == ""


def test_a_name_behind_the_only_heading_of_a_text_is_read() -> None:
    text = "# Product Requirements: Bike rental desk\n\n- A person can see bikes.\n- A person can rent a bike.\n- A person can return a bike.\n"
    assert planned(text).prd.product == "Bike rental desk"
