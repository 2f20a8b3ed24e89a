"""What somebody spoke and had written down is read without the sounds and words that only fill a pause."""

import pytest

from agents.builtin.reader.notations.spoken import without_pauses
from tests.agents.stated import stated

MEMO = """# boat things

Okay, so, um, we lend boats. I want an app where each member sees which boats are free and, um, where the key is. Uh, the owner gets, you know, a message when a boat is back. And like forty people have to fit in at the same time.
"""


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("the address and, um, where the key is", "the address and where the key is"),
        ("Um, the owner gets a mail", "The owner gets a mail"),
        ("- uh, dark mode", "- Dark mode"),
        ("So it's, like, broken", "So it's broken"),
        ("In the morning, um, each member opens it", "In the morning, each member opens it"),
        ("a list that, you know, tells me", "a list that tells me"),
        ("People who, I mean, forget", "People who forget"),
        ("and um the thing", "and the thing"),
        ("six boats and like forty members", "six boats and forty members"),
        ("Like if somebody leaves it goes", "If somebody leaves it goes"),
        ("cheese... um... and wine", "cheese... And wine"),
    ],
)
def test_what_fills_a_pause_is_left_out(said: str, read: str) -> None:
    assert without_pauses([said]) == [read]


@pytest.mark.parametrize(
    "said",
    [
        "wir treffen uns, um Zeit zu sparen, um 8",
        "Er, der Chef, will das so um acht",
        "entregar a um cliente",
        "it looks like 5 boats",
        "users can share, like, and comment",
        "- Like, share and comment",
        "Let users say what they like, share it",
        'The bot says "Um, hello" and ends',
        "Do you know, as a member, when?",
        "He did well, and so did she",
    ],
)
def test_the_same_words_stay_where_they_say_something(said: str) -> None:
    assert without_pauses([said]) == [said]


def test_code_stays_as_it_is() -> None:
    code = ["```", "say and, um, end", "```", "say and, um, end"]
    assert without_pauses(code) == [*code[:3], "say and end"]


def test_statements_of_a_memo_have_no_pauses_in_them() -> None:
    assert [words for _, words in stated(MEMO)] == [
        "I want an app where each member sees which boats are free and where the key is.",
        "The owner gets a message when a boat is back.",
        "Forty people have to fit in at the same time.",
    ]
