"""Whom and what the documents of product people name, and what is written like a name there and is none."""

import pytest

from agents.builtin.reader import Findings, read
from agents.builtin.reader.names.things import things


def _read(text: str) -> Findings:
    outcome = read(text)
    assert isinstance(outcome, Findings), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# A\n## Target users\n- Bakers\n- Millers\n## Jobs to be done\n| Job | First? |\n|---|---|\n| Understand why I lost a bill | Yes |\n| Pay only when I need one | No |\n",
            ["Bakers", "Millers"],
        ),
        (
            "# A\n## User roles\n- **User:** Salesperson. Open chat, edit own history, flag answers.\n- **Admin:** Full access to bills.\n",
            ["Salesperson", "Admin"],
        ),
        (
            "# A\n## Goals\nEmpower bakers, millers and waiters with useful insights, quick bills, and a user-friendly interface—built on the old one.\n",
            ["Bakers", "Millers", "Waiters"],
        ),
        (
            "# A\n## Users\n- Bakers\n- Millers\n## Features\n### Feature: Persona assignment\n- Edge cases & errors:\n  - Two personas fit.\n",
            ["Bakers", "Millers"],
        ),
        (
            "# 账单\n## 1. 目标用户\n**会计**\n- 需要打印账单\n- 预算有限，需要免费方案\n### 1.2 用户规模\n- 初期：10 人\n## 2. 功能\n- 打印账单\n",
            ["会计"],
        ),
        (
            "# A\n## Overview\nA bill desk for small shops. Target users: bakers and clerks without a back office.\n## Later\n- Rights (Admin/Developer/Viewer)\n",
            ["Bakers", "Clerks"],
        ),
        (
            "# A\n### Users\n**Bakers** – about 120, mostly at night\n**Shift leads** – 9, plan the week\n**Office** (2): needs sums\n\n### What bakers do\nThey print bills.\n",
            ["Bakers", "Shift leads", "Office"],
        ),
        (
            "# A\n## Features\n- Basic rights (admin, clerk roles)\n- Print, sort and view roles of paper\n",
            ["Admin", "Clerk"],
        ),
        (
            "# A\n## Users\n- Bakers\n- Millers\n## Features\n- Stakeholder settings:\n  - Set influence % per stakeholder\n- Stakeholder influence: Weights of power (e.g., CFO 40%, Legal 35%)\n",
            ["Bakers", "Millers"],
        ),
    ],
    ids=[
        "wishes",
        "what a role does",
        "what people get",
        "a feature",
        "needs",
        "in an overview",
        "in bold on lines",
        "before the word",
        "weights",
    ],
)
def test_people_are_whoever_is_named_and_not_what_is_said_of_them(text: str, names: list[str]) -> None:
    assert [each.name for each in _read(text).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Authentication (Login/Logout/Register)\n- OAuth (Google, Apple)\n", ["Google", "Apple"]),
        ("- **Knowledge Base:** Files in Supabase\n- Vehicle (Base Entity)\n", ["Supabase"]),
        ("- Payments run on Base and on Ethereum\n", ["Base", "Ethereum"]),
        ("- Draft (first page): Modal displayed at the start\n- GPU work on Modal\n", ["Modal"]),
        ("- Print (Priority: Medium)\n- Find (Priority: High)\n", []),
        ("- Posts go to Medium\n", ["Medium"]),
        ("- Incoming webhook handling and replies via WhatsApp API\n", ["WhatsApp"]),
    ],
    ids=["doors", "one name", "a chain", "a part of a screen", "a degree", "a journal", "a direction"],
)
def test_systems_are_no_words_of_a_screen(text: str, names: list[str]) -> None:
    assert [each.name for each in _read(f"# Bill desk\n## Features\n{text}").integrations] == names


def test_a_sentence_about_data_lists_no_things() -> None:
    text = "# A\n## Problems\n- **Unclear data model** - The distinction between bill, draft, and hasSum creates confusion\n## Features\n- Print a bill\n"

    assert [each.name for each in _read(text).entities] == ["Bill"]


def test_a_term_that_is_explained_is_a_thing_where_it_is_used() -> None:
    text = "# A\n## Definitions\n- **Mill receipt:** what the miller signs\n- **Flour hour:** when mills are loud\n## Features\n- Each bag shall carry a mill receipt\n- Sort bags\n"

    named = [each.name for each in _read(text).entities]

    assert "Mill receipt" in named
    assert "Flour hour" not in named


def test_a_document_that_demands_much_speaks_less_of_each_thing() -> None:
    said = "Print a quarry. Each bag has a mill. Sort bags. Weigh a bag. Count mills and bags. Print the mill. Sell lorries. A lorry stops. Load a lorry"
    told = [(words, True) for words in said.split(". ")]

    assert [name for name, _ in things(told, demands=12)] == ["bag", "mill", "lorry"]
    assert [name for name, _ in things(told, demands=30)] == ["bag", "mill", "lorry", "quarry"]


def test_required_fields_are_no_thing() -> None:
    text = "# A\n## System inputs\nThe gate reads events.\n\n- **Required Fields:**\n  - `plate`: Letters of the car.\n  - `camera`: Number of the camera.\n- **Format:** JSON\n"

    assert "Required" not in [each.name for each in _read(text).entities]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Product Requirements\n\n## Project: Pal Chatbot for Northern Lights Home Design\n\n### Features\n- Chat\n", "Pal Chatbot"),
        ("# PRD\n- **Product:** [App Name]\n\n## Features\n- Print a bill\n", ""),
    ],
    ids=["whom it is for", "a form"],
)  # fmt: skip
def test_the_product_is_named_by_its_line(text: str, name: str) -> None:
    assert _read(text).product == name
