"""A doubt about something that a wish adds leaves the wish itself firm."""

import pytest

from agents.builtin.reader.statements.hedging import is_tentative


@pytest.mark.parametrize(
    "text",
    [
        "People register a broken thing before they come, with a photo maybe, if easy.",
        "Whoever checks a piece records the result (ok / repair), a remark and optionally a photo.",
        "Guests get a number at the door, ideally on their phone.",
        "Members book a boat with maybe a note",
        "The list shows all bills (possibly sorted by day)",
        "Print a bill",
    ],
)
def test_what_is_added_with_a_doubt_leaves_the_rest_firm(text: str) -> None:
    assert not is_tentative(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dark mode, maybe",
        "Dark mode (optional)",
        "Search bills by name (nice to have)",
        "Sort all bills by day, but optional",
        "Maybe the route on a map as well",
        "Optional: a map, a list",
        "If it rains, members could stay at home",
        "Members could export their bills",
        "Later on, perhaps, a map",
    ],
)
def test_what_is_doubted_as_a_whole_is_tentative(text: str) -> None:
    assert is_tentative(text)
