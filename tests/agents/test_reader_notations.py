"""Features for a test runner, tables of AsciiDoc and reStructuredText, tasks of Org, and lines that begin with an emoji."""

import pytest

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.notations.icons import as_marked
from agents.builtin.reader.notations.markup import as_markdown
from agents.builtin.reader.reading import read

GHERKIN = """@seats
Feature: Cinema seat booking
  As a moviegoer
  I want to pick my seat
  So that I can sit with friends

  Background:
    Given a screening with 120 seats

  Scenario: Seat is held while paying
    Given seat "F7" is free
    When the moviegoer selects seat "F7"
    Then the seat is held for 10 minutes
    And nobody else can select it

  Rule: Discounts
  Scenario Outline: Price
    When a student buys a ticket
    Then the price is reduced by 20 %

    Examples:
      | who     |
      | student |
"""
ADOC = """= Sample tracking
Lab IT <lab@example.org>

== Requirements

[cols="1,3,1"]
|===
|ID |Requirement |Priority

|R1 |Technician registers a sample |Must
|R2
|Alarms are sent to the technician on duty
|Should
|===

== Constraints

NOTE: The network in the basement has no internet access.

== Out of scope

Billing. Ordering.
"""
RST = """.. meta::
   :author: Ben

=================
Trail maintenance
=================

.. contents::

Requirements
============

:R1: A ranger shall report an obstacle, see :doc:`photos <photo>`.
:R2: A supervisor assigns a report to a crew.

.. code-block:: python

   report.must_send()

.. list-table:: Sizes
   :header-rows: 1

   * - Field
     - Type
   * - size
     - number

.. warning::
   Reports must not be lost.

Non-goals
~~~~~~~~~

- Navigation for hikers

Open questions
==============

#. Do crews get their own phones?
"""
ORG = """#+TITLE: Library of Things
#+OPTIONS: toc:nil
* Why
Neighbours buy drills they use once.
* What
** TODO Members reserve a thing for up to 7 days            :mvp:
   SCHEDULED: <2026-05-04 Mon>
   :PROPERTIES:
   :EFFORT: 3
   :END:
** DONE Catalogue with photos
** Someday a mobile app
* Qualities
- [ ] search answers in 500 ms with 3000 things
"""
NOTEBOOK = """# 🛠️ Repair café desk

🎯 **Goal:** fewer people go home with a broken toaster

👥 Users: visitors, repairers

✅ **Must have**
- Visitor draws a number

💡 Ideas for later
- Photos of repairs

⚠️ Constraints: runs offline on one laptop

❓ Open questions
- Do we keep names?
"""
SHOWN = """Repair desk

Features

🔧 Repairer calls the next visitor
🖨️ The desk prints a receipt
"""


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            GHERKIN,
            "Cinema seat booking",
            [
                ("story", 3, "As a moviegoer I want to pick my seat So that I can sit with friends"),
                (
                    "functional",
                    10,
                    'Seat is held while paying: given seat "F7" is free, when the moviegoer selects seat "F7", then the seat is held for 10 minutes, and nobody else can select it.',
                ),
                (
                    "functional",
                    17,
                    "Price: when a student buys a ticket, then the price is reduced by 20 %.",
                ),
            ],
        ),
        (
            ADOC,
            "Sample tracking",
            [
                ("functional", 10, "Technician registers a sample"),
                ("functional", 13, "Alarms are sent to the technician on duty"),
                ("constraint", 18, "The network in the basement has no internet access."),
                ("non_goal", 22, "Billing."),
                ("non_goal", 22, "Ordering."),
            ],
        ),
        (
            RST,
            "Trail maintenance",
            [
                ("functional", 13, "A ranger shall report an obstacle, see photos."),
                ("functional", 14, "A supervisor assigns a report to a crew."),
                ("functional", 29, "Reports must not be lost."),
                ("non_goal", 34, "Navigation for hikers"),
                ("question", 39, "Do crews get their own phones?"),
            ],
        ),
        (
            ORG,
            "Library of Things",
            [
                ("functional", 6, "Members reserve a thing for up to 7 days"),
                ("functional", 11, "Catalogue with photos"),
                ("deferred", 12, "Someday a mobile app"),
                ("nonfunctional", 14, "search answers in 500 ms with 3000 things"),
            ],
        ),
        (
            NOTEBOOK,
            "🛠 Repair café desk",
            [
                ("functional", 8, "Visitor draws a number"),
                ("deferred", 11, "Photos of repairs"),
                ("constraint", 13, "runs offline on one laptop"),
                ("question", 16, "Do we keep names?"),
            ],
        ),
        (
            SHOWN,
            "Repair desk",
            [
                ("functional", 5, "Repairer calls the next visitor"),
                ("functional", 6, "The desk prints a receipt"),
            ],
        ),
    ],
    ids=["gherkin", "asciidoc", "rst", "org", "notebook", "emoji"],
)
def test_each_statement_is_read_where_it_stands(
    text: str, title: str, expected: list[tuple[str, int, str]]
) -> None:
    findings = read(text)
    assert isinstance(findings, Findings)
    assert findings.title == title
    assert [(each.kind, each.lines[0], each.text) for each in findings.findings] == expected


@pytest.mark.parametrize("text", [GHERKIN, ADOC, RST, ORG])
def test_lines_keep_their_numbers(text: str) -> None:
    assert as_markdown(text).text.count("\n") == text.count("\n")


def test_the_fields_of_a_record_are_left_out_of_what_is_left_out() -> None:
    findings = read("# Till\n## Out of scope\n- Cash\n\n| Field | Type |\n|---|---|\n| bill_id | int |\n")
    assert isinstance(findings, Findings)
    assert [each.text for each in findings.findings] == ["Cash"]


def test_an_emoji_alone_in_a_text_stays() -> None:
    lines = ["🧱 built in a week", "plain words", "⚠️ Careful: it is hot"]
    assert as_marked(lines) == lines


BOXES = """# Batches

## Features

- Fetch a batch

??? question "Why not a stream?"

    A batch must not run all day.

    - **Less to pay**: the system should use a cheap machine
    - What else is there?

!!! warning "Limits"
    The service must answer within 30 ms.

- Read a batch again
"""


def test_a_box_that_answers_a_question_asks_and_demands_nothing() -> None:
    found = read(BOXES)
    assert isinstance(found, Findings)
    assert [(each.kind, each.lines) for each in found.findings] == [
        ("functional", (5,)),
        ("nonfunctional", (15,)),
        ("functional", (17,)),
    ]
