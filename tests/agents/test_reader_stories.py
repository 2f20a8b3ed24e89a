"""User stories where they stand: as headings, behind their reason, told of somebody by name."""

from agents.builtin.reader.findings import Findings
from agents.builtin.reader.reading import read
from tests.agents.stated import stated


def test_a_heading_can_be_a_story_and_steps_below_it_say_how_it_is_tried() -> None:
    text = (
        "# Bills\n\n## Clerks\n\n### as a clerk, I want to add a bill (as a miller I can't):\n\n"
        "1. Visit the tab of bills\n2. Click on the plus\n\n"
        "### As an application clerk, Moss would like to print a bill.\n\nDetails:\n\n* The printer should point out errors.\n"
    )
    assert stated(text) == [
        ("story", "as a clerk, I want to add a bill (as a miller I can't):"),
        ("acceptance", "Visit the tab of bills"),
        ("acceptance", "Click on the plus"),
        ("story", "As an application clerk, Moss would like to print a bill."),
        ("functional", "The printer should point out errors."),
    ]


def test_a_story_behind_its_reason_is_told_besides() -> None:
    text = "# Bills\n\n## Requirements\n\n- **Log all changes**: To settle complaints, as a clerk, I want to see who changed a bill.\n"
    assert ("story", "As a clerk, I want to see who changed a bill.") in stated(text)


def test_lines_below_a_feature_are_entries_without_marks() -> None:
    text = (
        "# Requirements\n\n## What types of bills are there?\n\n### Night\n"
        "46 hours of rest is required after a bill, even one.\n"
        "when in the night is configurable.\n"
        "Can start or end earlier.\n"
        "Max 4 bills in a row.\n"
    )
    assert stated(text) == [
        ("functional", "46 hours of rest is required after a bill, even one."),
        ("functional", "when in the night is configurable."),
        ("functional", "Can start or end earlier."),
        ("functional", "Max 4 bills in a row."),
    ]


def test_a_doubt_in_brackets_within_a_statement_leaves_the_statement() -> None:
    text = "# Bills\n\n## Features\n\n- Contact of a clerk (not sure what that means) is shown on the bill\n"
    assert [kind for kind, _ in stated(text)] == ["functional", "question"]


def test_what_may_come_later_may_be_asked_about() -> None:
    text = "# Bills\n\n## Future work\n\n- Fold bills\n- Does it count as a bill?\n"
    assert [kind for kind, _ in stated(text)] == ["deferred", "question"]


def test_a_lone_numbered_line_heads_a_part_beside_marked_headings() -> None:
    text = (
        "## Folding bills\n\n1. Introduction\n\nBills are long.\n\n"
        "2. Proposed Solution\n\nThe mill must fold a bill.\n\n3. Timeline\n\nWe will fold in May.\n"
    )
    assert stated(text) == [("functional", "The mill must fold a bill.")]


def test_a_long_sentence_about_availability_is_no_function() -> None:
    text = (
        "# Bills\n\n## Operating environment\n\n- Service can be folded: Availability during the hours when the mill is open should be so that no break is longer than the time a clerk needs to fold a bill\n"
        "- Access and security controls must ensure that clerks of one mill are only able to fold their own bills and never those of another mill\n"
    )
    assert stated(text)[-1][0] == "nonfunctional"


def test_pillars_of_a_design_are_qualities_and_a_binary_is_given() -> None:
    text = (
        "# Bills\n\n## Design pillars\n\n1. One bill for everybody.\n\n## Goals\n\n- Single static binary\n\n"
        "## Requirements\n\n- **Must run on PostgreSQL 9.4**\n"
    )
    assert stated(text) == [
        ("nonfunctional", "One bill for everybody."),
        ("constraint", "Single static binary"),
        ("constraint", "Must run on PostgreSQL 9.4"),
    ]


def test_a_story_needs_no_wish_and_no_comma() -> None:
    text = "# Bills\n\n## Personas & stories\n\n### Clerk\n\n- As a clerk I print a bill from the desk so that I don't leave it.\n- As an IC I post updates; readers get them.\n"
    found = read(text)
    assert isinstance(found, Findings)
    assert [each.kind for each in found.findings] == ["story", "story"]
    assert {each.name for each in found.actors} == {"Clerk", "IC"}
