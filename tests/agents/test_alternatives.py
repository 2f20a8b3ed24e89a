"""Ways that an open point lists become choices; what is answered by yes or no, or only has such a word in it, does not."""

import pytest

from agents.builtin.planning.asking.alternatives import leaning_in, ways_in


@pytest.mark.parametrize(
    ("text", "about", "ways"),
    [
        ("Sign-in: company accounts or a simple PIN, to be decided", "Sign-in", ("Company accounts.", "A simple PIN.")),
        ("CSV · JSON · OPML, not sure which", "", ("CSV.", "JSON.", "OPML.")),
        ("Screens: (A) cheap tablets, (B) a board with e-ink.", "Screens", ("Cheap tablets.", "A board with e-ink.")),
        ("Option A: one table, Option B: a table for each client (recommended)", "", ("A table for each client.", "One table.")),
        ("Counters: Redis vs in-memory, pending load test.", "Counters", ("Redis.", "In-memory.")),
        ("Cancellation: full refund / partial / none, by how many days?", "Cancellation", ("Full refund.", "Partial.", "None.")),
        ("Rent is due: 1st of the month, or configurable?", "Rent is due", ("1st of the month.", "Configurable.")),
        ("Grace period: 5 days, configurable per org, or per lease?", "Grace period", ("5 days.", "Configurable per org.", "Per lease.")),
        ("Late fees: flat, percentage, none?", "Late fees", ("Flat.", "Percentage.", "None.")),
        ("In-person vs online first?", "", ("In-person.", "Online first.")),
        ("Should reminders send a mail or remain a mark in the list?", "", ("Reminders send a mail.", "Remain a mark in the list.")),
        ("Do clerks need access to the archive, or only the list?", "", ("Clerks need access to the archive.", "Only the list.")),
        ("Do we remind people by SMS or e-mail?", "", ("SMS.", "E-mail.")),
        ("Do exports go to S3 or to FTP?", "", ("S3.", "FTP.")),
        ("Do we build a page or an app?", "", ("A page.", "An app.")),
        ("Is the page size 20 or 50?", "", ("20.", "50.")),
        ("Should it be public or private?", "", ("Public.", "Private.")),
        ("Should guests or clerks start it?", "", ("Guests.", "Clerks.")),
        ("PDF export (Puppeteer or Print Service)", "PDF export", ("Puppeteer.", "Print Service.")),
        ("Client: httpx vs requests. Recommendation: requests, for now", "Client", ("Requests.", "Httpx.")),
        ("Storage: the share or S3 (leaning S3)", "Storage", ("S3.", "The share.")),
    ],
)  # fmt: skip
def test_ways_that_are_listed_are_found_and_the_one_it_leans_to_comes_first(
    text: str, about: str, ways: tuple[str, ...]
) -> None:
    found = ways_in(text)
    assert found is not None
    assert (found.about, found.ordered) == (about, ways)


@pytest.mark.parametrize(
    "text",
    [
        "Should guests be able to edit or delete their comments?",
        "Do we need tablets or phones?",
        "Do we need it or not?",
        "How do we handle refunds or cancellations?",
        "Should we weigh the cost vs the benefit of hosting it ourselves?",
        "Which reports do teachers or parents get?",
        "Search by phone: in v1?",
        "I wonder if we need a list for the owners or a map of the boats?",
        "Any policy for the log?",
        "Conflict: users or admins may change the same item",
    ],
)
def test_a_yes_or_no_and_an_or_by_the_way_are_no_ways(text: str) -> None:
    assert ways_in(text) is None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Storage: MySQL or Postgres (leaning towards Postgres)", "Postgres"),
        ("Storage: MySQL or Postgres", ""),
    ],
)
def test_what_a_document_leans_to_is_read(text: str, one: str) -> None:
    assert leaning_in(text) == one
