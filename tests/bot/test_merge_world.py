"""Whose word counts when a pull request is looked at right before its merge: the last one of everybody who may push."""

from typing import Any

import pytest

from bot.merge_world import _last_words


def _review(
    who: str | None, state: str, *, kind: str = "User", association: str = "MEMBER"
) -> dict[str, Any]:
    user = None if who is None else {"login": who, "type": kind}
    return {"user": user, "state": state, "author_association": association}


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
        ([_review("eve", "APPROVED", association="NONE")], {}),
        ([_review("eve", "CHANGES_REQUESTED", association="CONTRIBUTOR")], {}),
        ([_review("mona", "APPROVED", association="OWNER")], {"mona": "APPROVED"}),
        ([_review("zoe", "APPROVED", association="COLLABORATOR")], {"zoe": "APPROVED"}),
    ],
    ids=[
        "nobody", "each for themselves", "thought better of it", "persuaded", "dismissed", "dismissed and said again",
        "a comment changes nothing", "not sent yet", "an account that is gone", "a bot", "a stranger",
        "somebody who may not push", "an owner", "a collaborator",
    ],
)  # fmt: skip
def test_the_last_word_of_everybody_who_may_push_counts(
    reviews: list[dict[str, Any]], words: dict[str, str]
) -> None:
    assert _last_words(reviews) == words
