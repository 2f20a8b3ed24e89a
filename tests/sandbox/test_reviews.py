"""Reviews: words, weight, and the lines they are about."""

from typing import Any

import pytest

from sandbox.reviews import Place, find, line_at
from tests.conftest import Standin
from tests.github.client import Client
from tests.sandbox.shop_repository import SHOP
from tests.sandbox.test_pulls import mona, opened, told

__all__ = ["mona"]
PATCH = "@@ -1,3 +1,3 @@ def f():\n a\n-b\n+B\n c\n@@ -10 +10,2 @@\n j\n+k"


@pytest.mark.parametrize(
    ("line", "side", "position"),
    [
        (1, "RIGHT", 1),
        (2, "LEFT", 2),
        (2, "RIGHT", 3),
        (3, "LEFT", 4),
        (11, "RIGHT", 7),
        (7, "RIGHT", None),
        (11, "LEFT", None),
    ],
    ids=[
        "context",
        "removed",
        "added",
        "context on the left",
        "second hunk",
        "between hunks",
        "not on that side",
    ],
)
def test_a_line_is_found_in_the_diff(line: int, side: str, position: int | None) -> None:
    found = find(PATCH, line=line, side=side)
    assert (found.position if found else None) == position


def test_the_hunk_ends_at_the_line() -> None:
    assert find(PATCH, line=2, side="RIGHT") == Place("@@ -1,3 +1,3 @@ def f():\n a\n-b\n+B", 3)


def test_an_older_position_names_the_same_line() -> None:
    assert [line_at(PATCH, position=position) for position in (2, 3, 7, 9)] == [
        (2, "LEFT"),
        (2, "RIGHT"),
        (11, "RIGHT"),
        None,
    ]


async def test_a_review_with_line_comments_is_told_and_listed(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    body: dict[str, Any] = {
        "event": "REQUEST_CHANGES",
        "body": "Not yet.",
        "comments": [{"path": "src/a.py", "line": 2, "body": "Why three?"}],
    }
    review = (await github.as_user("hubot").post(f"{SHOP}/pulls/{number}/reviews", body)).json
    assert (review["state"], review["user"]["login"]) == ("CHANGES_REQUESTED", "hubot")
    comments = (await mona.get(f"{SHOP}/pulls/{number}/reviews/{review['id']}/comments")).json
    assert [(c["path"], c["line"], c["side"], c["diff_hunk"]) for c in comments] == [
        ("src/a.py", 2, "RIGHT", "@@ -1,2 +1,2 @@\n x = 1\n-y = 2\n+y = 3")
    ]
    reply = await mona.post(
        f"{SHOP}/pulls/{number}/comments/{comments[0]['id']}/replies", {"body": "Tests say so."}
    )
    assert reply.json["in_reply_to_id"] == comments[0]["id"]
    assert told(github, "pull_request_review") == ["submitted", "submitted"]
    assert told(github, "pull_request_review_comment") == ["created", "created"]
    listed = (await mona.get(f"{SHOP}/pulls/{number}/comments")).json
    assert [comment["body"] for comment in listed] == ["Why three?", "Tests say so."]


async def test_a_review_is_written_in_private_then_submitted_or_thrown_away(
    github: Standin, mona: Client
) -> None:
    number, hubot = await opened(mona), github.as_user("hubot")
    pending = (await hubot.post(f"{SHOP}/pulls/{number}/reviews", {"body": "Looks good"})).json
    where = f"{SHOP}/pulls/{number}/reviews/{pending['id']}"
    assert pending["state"] == "PENDING"
    assert (await mona.get(f"{SHOP}/pulls/{number}/reviews")).json == []
    assert (await mona.get(where)).status == 404
    assert told(github, "pull_request_review") == []
    submitted = await hubot.post(f"{where}/events", {"event": "APPROVE"})
    assert submitted.json["state"] == "APPROVED"
    dismissed = await mona.put(f"{where}/dismissals", {"message": "The head moved."})
    assert dismissed.json["state"] == "DISMISSED"
    assert told(github, "pull_request_review") == ["submitted", "dismissed"]
    other = (await hubot.post(f"{SHOP}/pulls/{number}/reviews", {"body": "Hm"})).json
    assert (await hubot.delete(f"{SHOP}/pulls/{number}/reviews/{other['id']}")).status == 200


@pytest.mark.parametrize(
    ("who", "body", "error"),
    [
        ("mona", {"event": "APPROVE"}, "Can not approve your own pull request"),
        (
            "mona",
            {"event": "REQUEST_CHANGES", "body": "x"},
            "Can not request changes on your own pull request",
        ),
        ("hubot", {"event": "REQUEST_CHANGES"}, "Review body can not be blank"),
        (
            "hubot",
            {"event": "COMMENT", "comments": [{"path": "src/a.py", "line": 9, "body": "x"}]},
            "pull_request_review_thread.line must be part of the diff",
        ),
    ],
    ids=["own approval", "own refusal", "a no without words", "a line outside the diff"],
)
async def test_a_review_is_refused(
    github: Standin, mona: Client, who: str, body: dict[str, Any], error: str
) -> None:
    number = await opened(mona)
    answer = await github.as_user(who).post(f"{SHOP}/pulls/{number}/reviews", body)
    assert (answer.status, answer.json["errors"]) == (422, [error])
    assert (await mona.get(f"{SHOP}/pulls/{number}/reviews")).json == []


async def test_asking_for_a_review_until_it_is_there(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    where = f"{SHOP}/pulls/{number}/requested_reviewers"
    assert (await mona.post(where, {"reviewers": ["hubot"]})).status == 201
    assert (await mona.post(where, {"reviewers": ["mona"]})).status == 422
    assert (await mona.post(where, {"reviewers": ["nobody"]})).status == 422
    assert [user["login"] for user in (await mona.get(where)).json["users"]] == ["hubot"]
    await github.as_user("hubot").post(
        f"{SHOP}/pulls/{number}/reviews", {"event": "COMMENT", "body": "Seen."}
    )
    assert (await mona.get(where)).json["users"] == []
    assert told(github, "pull_request") == ["opened", "review_requested"]


async def test_an_app_reviews_comments_and_edits_in_its_own_name(github: Standin, mona: Client) -> None:
    number = await opened(mona)
    bot = (await github.app("acme")).as_installation
    sha = (await bot.get(f"{SHOP}/pulls/{number}")).json["head"]["sha"]
    body = {"path": "src/a.py", "line": 2, "side": "RIGHT", "commit_id": sha, "body": "Name it."}
    comment = (await bot.post(f"{SHOP}/pulls/{number}/comments", body)).json
    assert (comment["user"]["login"], comment["user"]["type"]) == ("signalbox[bot]", "Bot")
    where = f"{SHOP}/pulls/comments/{comment['id']}"
    assert (await bot.patch(where, {"body": "Name it, please."})).json["body"] == "Name it, please."
    assert (await github.as_user("reader").patch(where, {"body": "x"})).status == 403
    assert (await bot.delete(where)).status == 204
    assert (await bot.get(where)).status == 404
    assert told(github, "pull_request_review_comment") == ["created", "edited", "deleted"]
