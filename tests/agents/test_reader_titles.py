"""What a document is called says nothing about what stands in it, even where sections of documents have such names."""

import pytest

from agents.builtin.reader import Findings, read
from tests.agents.kinds import Found, kinds

BODY = "\n\nStaff can add an entry.\n\n- The admin can delete entries\n- Entries are exported as CSV\n"
READ: Found = [("functional", 3), ("functional", 5), ("functional", 6)]


@pytest.mark.parametrize("mark", ["# ", "Title: ", ""])
@pytest.mark.parametrize(
    "title",
    [
        "Changelog bot",
        "Roadmap planner",
        "Team calendar",
        "Prompt library",
        "Retro board for the team",
        "Deadline reminders",
        "Security scanner",
        "User stories tool",
        "Open questions board",
        "Glossary",
        "Risk register",
    ],
)
def test_below_its_only_heading_stands_all_that_a_document_asks_for(mark: str, title: str) -> None:
    assert kinds(f"{mark}{title}{BODY}") == READ


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Non-goals", "non_goal"), ("Open questions", "question"), ("Constraints", "constraint")],
)
def test_a_text_that_is_one_section_is_read_as_that_section(heading: str, kind: str) -> None:
    assert {found for found, _ in kinds(f"## {heading}\n- Entries are exported as CSV\n")} == {kind}


def test_a_product_with_the_name_of_a_section_keeps_it() -> None:
    found = read(f"# Changelog bot{BODY}")
    assert isinstance(found, Findings)
    assert found.product == "Changelog bot"


def test_below_the_word_proposal_it_is_proposed_whatever_is_said_to_be_needed_further_down() -> None:
    text = (
        "# Limits of the API\n\n## Background\nLast month one customer took it down.\n\n## Proposal\n"
        "Limit each key to 100 requests a second. Above the limit return 429.\n\nWe need counters in Redis.\n"
    )
    assert [line for kind, line in kinds(text) if kind == "functional"] == [7]


def test_requirements_with_ids_are_read_whatever_their_part_is_called() -> None:
    text = (
        "# Vans\n\n## Requirements\n\n### Defects\n- R-01 A driver reports a defect.\n\n### Resources\n- R-02 A mechanic records hours.\n\n"
        "## Roadmap\n- R-01 in March\n- R-02 in May\n- F-1 later\n"
    )
    assert kinds(text) == [("functional", 6), ("functional", 9)]


LISTS = "Project: Robots\n\nMust have\n- a live map\nShould have\n- a heat map\nWon't have\n- orders to robots\n- phones\n\nQuality\n- works for weeks\n"


@pytest.mark.parametrize(
    "text", [LISTS, LISTS.replace("Project: Robots", "# Robots\n")], ids=["bare", "with a heading"]
)
def test_a_line_between_two_lists_names_the_second(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == [
        "functional",
        "functional",
        "non_goal",
        "non_goal",
        "nonfunctional",
    ]


def test_a_long_entry_may_wrap_before_a_word_that_names_a_section() -> None:
    text = "# Robots\n## Features\n- a list on which somebody who plans the next week finds all of the\nQuestions\n- a live map\n"
    assert kinds(text) == [("functional", 3), ("functional", 5)]


@pytest.mark.parametrize(
    ("heading", "entry", "kind"),
    [
        ("What good looks like", "Clerks spend less than 1 h a month", "metric"),
        ("How we know it works", "80 % of bills are found within a minute", "metric"),
        ("Given", "Bills come from the mill's printer", "constraint"),
        ("Guardrails", "Hosting in the EU", "constraint"),
        ("Must be respected", "Printers speak the mill's protocol", "constraint"),
        ("We decided against", "Colours", "non_goal"),
        (
            "Jobs to be done",
            "When I am at the desk, I want to see the last bill, so I don't print it twice.",
            "story",
        ),
        ("Rules", "A closed bill cannot change any more.", "functional"),
    ],
)
def test_a_heading_in_other_words_says_what_stands_below_it(heading: str, entry: str, kind: str) -> None:
    assert (kind, 4) in kinds(f"# Bills\n\n## {heading}\n- {entry}\n")


@pytest.mark.parametrize("heading", ["Situation", "As is", "Status quo", "How it works today"])
def test_below_a_heading_about_today_nothing_is_asked_for(heading: str) -> None:
    assert kinds(
        f"# Bills\n\n## {heading}\nClerks print bills one by one.\n\n## To be\n- All bills are printed at once\n"
    ) == [("functional", 7)]


def test_what_is_to_be_tried_is_nothing_more_to_build() -> None:
    features = "".join(f"- Clerks handle bill {number}\n" for number in range(6))
    assert ("acceptance", 12) in kinds(
        f"# Bills\n\n## Features\n{features}\n## QA\n- A file of 50,001 rows\n"
    )


@pytest.mark.parametrize(
    ("title", "product"),
    [
        ("RFP 2024-07: Mill portal", "Mill portal"),
        ("Request for proposals: Mill portal", "Mill portal"),
        ("Design: Flour counter", "Flour counter"),
        ("Ausschreibung: Mühlenbuch", "Mühlenbuch"),
        ("Flour scales: Mill book", "Flour scales"),
    ],
)
def test_what_stands_before_a_colon_may_only_say_what_page_it_is(title: str, product: str) -> None:
    found = read(f"# {title}{BODY}")
    assert isinstance(found, Findings)
    assert found.product == product
