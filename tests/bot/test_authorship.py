"""What counts as written by this App: its own words under its own name, and nothing else that bears its id."""

from typing import Any

import pytest

from bot.authorship import is_ours

OURS: dict[str, Any] = {
    "user": {"id": 9, "login": "signalbox[bot]", "type": "Bot"},
    "performed_via_github_app": {"id": 7},
}


def test_what_the_app_writes_is_its_own() -> None:
    assert is_ours(OURS, app_id="7")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"user": {"id": 8, "login": "raj", "type": "User"}}, id="a person with a token of ours"),
        pytest.param({"performed_via_github_app": {"id": 70}}, id="another App"),
        pytest.param({"performed_via_github_app": None}, id="no App"),
        pytest.param({"user": None}, id="nobody"),
    ],
)
def test_nothing_else_is(other: dict[str, Any]) -> None:
    assert not is_ours({**OURS, **other}, app_id="7")


def test_what_has_no_author_at_all_is_no_answer() -> None:
    with pytest.raises(KeyError):
        is_ours({"performed_via_github_app": {"id": 7}}, app_id="7")
