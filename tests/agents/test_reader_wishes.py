"""Issues as people write them: a list of wishes, and below it in a few sentences what it has to keep to."""

import pytest

from agents.builtin.planner import plan
from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from agents.schemas.pack import ArchitecturePack
from agents.schemas.planner import PlannerInputs
from tests.agents.stated import stated

LENDING = """# Neighbourhood tool library

We lend out tools to members. At the moment Carla keeps a spreadsheet and people email her.

What we'd like:

* Members can browse tools and see which ones are free on a given weekend
* Members reserve a tool for up to 7 days. A volunteer hands it over at the shed and marks it as collected
* Tools that need servicing can be taken out of circulation
* Deposit: 50 euros for anything with an engine, paid by card, refunded when it comes back

We have about 400 members and 120 tools. It needs to work on old phones.

Data has to stay in the EU. Hosting for less than 10 € a month.

We don't need a mobile app in the store, a website is fine. No accounting, Petra does that in her own software.
"""

SIDEBAR = """# Orders beside the ticket

A sidebar app for Zendesk that shows the customer's last orders next to the ticket.

## What it should do

1. Look the customer up by e-mail address
2. Show order number, total, and a link that opens the order in Magento
3. Agents with the role "refunds" get a "Refund" button. It creates a credit memo in Magento and posts a note on the ticket.
4. Reopen a ticket when the parcel is lost

## Non-functional

- must survive Magento being down

## To be decided

- Which Magento user does the refund run as?

## How we'll know

Handling time down by 30 s per ticket.
"""

CLASSES = """# Class booking for iOS and Android

**Goal:** let members book classes from their phone.

| Screen | What happens |
|---|---|
| Schedule | Shows classes of the next 14 days |
| Class detail | Free spots, trainer, "Book" or "Join waiting list" |
| Profile | Membership, remaining credits |

When a spot frees up, the first person on the list is booked. They have 30 minutes to decline.

Members and credits come from our Mindbody account.

- Flutter, because our contractor knows it
- No payments in the app – credits are sold at reception

Out of scope: Editing classes. Exchanges.

Still open: guests? And what if Mindbody is down?
"""
COMPARING = """We need a small CLI that compares two database schemas (Postgres and MySQL) and prints the differences.

- exit code 0 if equal, 1 if different
- never write to either database

Single static binary. Go. MIT licence.
"""


def test_a_list_of_wishes_is_read_with_all_that_its_entries_and_the_lines_below_it_say() -> None:
    said = stated(LENDING)
    assert [text for kind, text in said if kind == "functional"] == [
        "Members can browse tools and see which ones are free on a given weekend",
        "Members reserve a tool for up to 7 days.",
        "A volunteer hands it over at the shed and marks it as collected",
        "Tools that need servicing can be taken out of circulation",
        "Deposit: 50 euros for anything with an engine, paid by card, refunded when it comes back",
    ]
    assert ("constraint", "Data has to stay in the EU.") in said
    assert [text for kind, text in said if kind == "non_goal"] == [
        "We don't need a mobile app in the store, a website is fine.",
        "No accounting, Petra does that in her own software.",
    ]


def test_what_the_text_says_of_its_kind_and_its_size_is_not_asked_and_who_takes_the_money_is() -> None:
    pack = plan(PlannerInputs(body=LENDING))
    assert isinstance(pack, ArchitecturePack)
    assert pack.architecture.kind == "web_app"
    assert [each.text for each in pack.clarifications] == [
        "How do people prove who they are, and who may see whose data?",
        "Through which provider, and in which countries, is money taken?",
        "Is what people keep elsewhere today brought over?",
        "In which language shall it be written?",
    ]


def test_a_panel_in_somebody_elses_program_is_an_extension_and_reaches_what_it_only_opens() -> None:
    said = stated(SIDEBAR)
    assert ("functional", "It creates a credit memo in Magento") in said
    assert ("functional", "It posts a note on the ticket.") in said
    assert ("metric", "Handling time down by 30 s per ticket.") in said
    assert not [text for kind, text in said if kind == "constraint"]
    pack = plan(PlannerInputs(body=SIDEBAR))
    assert isinstance(pack, ArchitecturePack)
    assert pack.architecture.kind == "extension"
    assert [each.category for each in pack.nfrs] == ["reliability"]
    assert [each.text for each in pack.open_questions] == ["Which Magento user does the refund run as?"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("I don't need user accounts.", False), ("No accounts.", False), ("No accounting.", True)],
)
def test_who_needs_no_accounts_is_not_asked_how_people_sign_in(words: str, asked: bool) -> None:  # noqa: FBT001  # a column of the table
    pack = plan(PlannerInputs(body=f"{LENDING}\n{words}\n"))
    assert isinstance(pack, ArchitecturePack)
    assert any(each.changes == "access, data model" for each in pack.clarifications) is asked


def test_a_language_with_its_reason_is_a_constraint_and_nothing_to_build() -> None:
    said = stated("# Barn\n\nWe want:\n\n- store the readings\n\nShould be in Python because Jan knows it.\n")
    assert said == [
        ("functional", "store the readings"),
        ("constraint", "Should be in Python because Jan knows it."),
    ]


def test_a_table_of_what_happens_where_is_read_row_by_row_and_single_words_count_where_things_are_listed() -> (
    None
):
    said = stated(CLASSES)
    assert [text.split(":")[0] for kind, text in said if kind == "functional"][:3] == [
        "Schedule",
        "Class detail",
        "Profile",
    ]
    assert ("functional", "They have 30 minutes to decline.") in said
    assert ("constraint", "Flutter, because our contractor knows it") in said
    assert [text for kind, text in said if kind == "non_goal"] == [
        "No payments in the app – credits are sold at reception",
        "Editing classes.",
        "Exchanges.",
    ]
    assert [text for kind, text in said if kind == "question"] == ["guests?", "And what if Mindbody is down?"]
    findings = read(CLASSES)
    assert isinstance(findings, Findings)
    assert [each.name for each in findings.integrations] == ["Mindbody"]


def test_the_thing_wanted_is_read_with_what_it_does_and_a_language_by_itself_is_the_choice() -> None:
    assert stated(COMPARING) == [
        ("functional", "We need a small CLI that compares two database schemas (Postgres and MySQL)"),
        ("functional", "Prints the differences."),
        ("functional", "exit code 0 if equal, 1 if different"),
        ("functional", "never write to either database"),
        ("constraint", "Single static binary."),
        ("constraint", "Go."),
        ("constraint", "MIT licence."),
    ]
    pack = plan(PlannerInputs(body=COMPARING))
    assert isinstance(pack, ArchitecturePack)
    assert pack.architecture.language == "Go"
    assert [each.text for each in pack.clarifications] == ["On which systems must it run?"]


STYLE = """# Pill box

An app for two groups.

## Target audience

* TV enthusiasts and casual viewers who keep several subscriptions

## Features

- Remind at the set time (Short / Medium / Long notice)
- Show what is left
- Scan a box
- Share the list

## Design

- Tone: trustworthy, calm
- High contrast support for elderly people
- Simple, branded layout
"""


def test_two_roles_in_the_plural_are_two_and_how_it_looks_is_a_quality() -> None:
    findings = read(STYLE)
    assert isinstance(findings, Findings)
    assert [each.name for each in findings.actors] == ["TV enthusiasts", "Casual viewers"]
    assert not findings.integrations
    assert [(each.category, each.text) for each in findings.findings if each.kind == "nonfunctional"] == [
        ("usability", "Tone: trustworthy, calm"),
        ("accessibility", "High contrast support for elderly people"),
        ("usability", "Simple, branded layout"),
    ]
