"""What of all reviews is heard when a pull request is looked at right before its merge: everybody's last word."""

from typing import Any

import pytest

from bot.merge_world import last_words

IDS = {"raj": 8, "ada": 9, "robot": 10}


def _review(who: str | None, state: str, *, kind: str = "User", id_: int = 0) -> dict[str, Any]:
    user = None if who is None else {"id": id_ or IDS[who], "login": who, "type": kind}
    return {"user": user, "state": state}


@pytest.mark.parametrize(
    ("reviews", "words"),
    [
        ([], {}),
        ([_review("raj", "APPROVED"), _review("ada", "CHANGES_REQUESTED")], {"raj": "APPROVED", "ada": "CHANGES_REQUESTED"}),
        ([_review("raj", "APPROVED"), _review("raj", "CHANGES_REQUESTED")], {"raj": "CHANGES_REQUESTED"}),
        ([_review("raj", "CHANGES_REQUESTED"), _review("raj", "APPROVED")], {"raj": "APPROVED"}),
        ([_review("raj", "APPROVED"), _review("raj", "DISMISSED")], {}),
        ([_review("raj", "DISMISSED"), _review("raj", "APPROVED")], {"raj": "APPROVED"}),
        ([_review("raj", "APPROVED"), _review("raj", "COMMENTED")], {"raj": "APPROVED"}),
        ([_review("raj", "PENDING")], {}),
        ([_review(None, "APPROVED")], {}),
        ([_review("robot", "APPROVED", kind="Bot")], {}),
        ([_review("raj", "APPROVED"), _review("ada", "CHANGES_REQUESTED", id_=8)], {"ada": "CHANGES_REQUESTED"}),
    ],
    ids=[
        "nobody", "each for themselves", "thought better of it", "persuaded", "dismissed", "dismissed and said again",
        "a comment changes nothing", "not sent yet", "an account that is gone", "a bot", "one person under another name",
    ],
)  # fmt: skip
def test_the_last_word_of_everybody_counts(reviews: list[dict[str, Any]], words: dict[str, str]) -> None:
    assert {person.login: state for person, state in last_words(reviews).items()} == words
