"""Wishes of a few words, as people type them: each is taken for what it says, or kept and said to be."""

import pytest

from agents.builtin.reader import read
from tests.agents.edited import outcomes, planned


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("no ads", "Recorded as non-goal X-1."),
        ("without a login", "Recorded as non-goal X-1."),
        ("no export", "Dropped R-4; what was dropped now stands among the non-goals."),
        ("no PostgreSQL", "Recorded as constraint C-1; the plan does without PostgreSQL."),
        ("budget is 5k", "Recorded as constraint C-1."),
        ("deadline is June", "Recorded as constraint C-1."),
        ("it has to be hosted in the EU", "Recorded as constraint C-1."),
        ("deploy on Hetzner", "Recorded as constraint C-1."),
        ("must be GDPR compliant", "Added N-1."),
        ("response time under 200 ms", "Added N-1."),
        ("change the database to MySQL", "Recorded as constraint C-1; the plan uses MySQL."),
        ("make R-3 weekly", "Changed R-3: “weekly” for “monthly”."),
        ("R-3 -> weekly", "Changed R-3: “weekly” for “monthly”."),
        ("R-3 should be weekly", "Changed R-3: “weekly” for “monthly”."),
        ("R-3 -> A list is sent to all members", "Changed R-3."),
        ("R-2 also by category", "Added your words to R-2."),
        ("R-9 is wrong", "There is no R-9 in this plan; nothing changed."),
    ],
)
def test_short_words_are_taken_for_what_they_say(wish: str, said: str) -> None:
    (outcome,) = outcomes(wish)
    assert outcome.startswith(said)
    assert "not understand" not in outcome


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [
        ("make R-3 weekly", "The system sends a weekly report"),
        ("R-2 also by category", "A member can list tools and search tools; also by category"),
    ],
)
def test_a_word_is_swapped_or_added_where_it_belongs(wish: str, wanted: str) -> None:
    assert wanted in [each.text for each in planned(wish).requirements]


@pytest.mark.parametrize("wish", ["no more than 5 loans", "R-3 -> red", "make R-4 nicer"])
def test_short_words_that_are_none_of_these_are_recorded(wish: str) -> None:
    assert outcomes(wish)[0].startswith("Recorded as constraint")


def test_a_document_is_not_read_again_for_wishes_about_it() -> None:
    planned()
    before = read.cache_info().misses
    planned("budget is 5k", "deadline is June", "must be GDPR compliant")
    planned()
    assert read.cache_info().misses == before
