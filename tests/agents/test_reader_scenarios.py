"""Given, When and Then in a document in Markdown: a scenario is one entry, and below a story it says how that is tried."""

import pytest

from tests.agents.stated import stated

LOAN = "Given a reader has a card, when she scans a book, then the loan is kept for 21 days."


@pytest.mark.parametrize(
    "steps",
    [
        "- **Given** a reader has a card\n- **When** she scans a book\n- **Then** the loan is kept for 21 days\n",
        "Given a reader has a card\nWhen she scans a book\nThen the loan is kept for 21 days\n",
        "* Given: a reader has a card,\n* When: she scans a book,\n* Then: the loan is kept for 21 days.\n",
        "1. Given a reader has a card\n2. When she scans\n   a book\n3. Then the loan is kept\n   for 21 days\n",
        "- [ ] _Given_ a reader has a card\n- [ ] _When_ she scans a book\n- [ ] _Then_ the loan is kept for 21 days\n",
    ],
    ids=["bold", "plain", "with colons", "numbered and wrapped", "boxes"],
)
def test_the_steps_of_a_scenario_are_one_statement(steps: str) -> None:
    kinds_and_words = stated(f"# Loans\n\n## Features\n\n### Borrowing\n\n{steps}")
    assert [kind for kind, _ in kinds_and_words] == ["functional"]
    assert kinds_and_words[0][1].replace(":", "").casefold() == LOAN.casefold()


def test_two_scenarios_without_a_line_between_them_are_two() -> None:
    text = (
        "# Loans\n\n## Features\n\nGiven a loan is late\nWhen a day passes\nThen a fine is added\n"
        "Given a fine is open\nWhen the reader pays\nThen the fine is gone\n"
    )
    assert stated(text) == [
        ("functional", "Given a loan is late, when a day passes, then a fine is added."),
        ("functional", "Given a fine is open, when the reader pays, then the fine is gone."),
    ]


def test_a_step_without_an_outcome_is_an_entry_like_others() -> None:
    text = "# Loans\n\n## Features\n\n- Given names are shown first\n- When a loan is late, a mail goes out\n- Books can be found by title\n"
    assert [words for _, words in stated(text)] == [
        "Given names are shown first",
        "When a loan is late, a mail goes out",
        "Books can be found by title",
    ]


def test_a_scenario_below_a_story_is_how_that_is_tried() -> None:
    text = (
        "# Loans\n\n## Borrowing\n\nAs a reader, I want to borrow a book so that I can read at home.\n\n"
        "- Given a reader has a card\n- When she scans a book\n- Then the loan is kept for 21 days\n"
    )
    assert [kind for kind, _ in stated(text)] == ["story", "acceptance"]


def test_a_heading_with_the_id_of_a_story_tells_it_where_no_line_does() -> None:
    text = (
        "# Stories\n\n## Epic: loans\n\n### US-1 — Borrow a book\n**Covers:** FR-1, FR-TODO-2, NFR-PERF-1\n\n"
        "- **Given** a reader has a card\n- **When** she scans a book\n- **Then** the loan is kept for 21 days\n\n"
        "### US-2 — Bring it back\n\nAs a reader, I want to drop a book in the box so that I need not queue.\n"
    )
    assert stated(text) == [
        ("story", "Borrow a book"),
        ("acceptance", LOAN),
        ("story", "As a reader, I want to drop a book in the box so that I need not queue."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**Covers:** FR-1, FR-2",
        "- Traces to: NFR-PERF-1",
        "- Depends on: US-1 and US-2",
        "Requirements: REQ-1.1, 1.2, 1.3",
        "- Related: FR-TODO-1 to FR-TODO-4.",
    ],
)
def test_ids_alone_say_where_a_statement_belongs_and_nothing_else(line: str) -> None:
    text = f"# Loans\n\n## Features\n\n### Borrowing\n\n- Readers can borrow a book\n\n{line}\n"
    assert stated(text) == [("functional", "Readers can borrow a book")]


def test_a_standard_with_a_number_is_no_such_id() -> None:
    text = "# Loans\n\n## Constraints\n\n- Codec: H264\n- Depends on PostgreSQL 15\n"
    assert [words for _, words in stated(text)] == ["Codec: H264", "Depends on PostgreSQL 15"]
