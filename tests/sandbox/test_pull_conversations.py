"""A pull request is an issue too: its conversation, labels, checks and statuses."""

import base64
from typing import Any

import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop with pull request 1 by hubot, from `feature` into `main`; mona may triage."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    hubot = github.as_user("hubot")
    main = (await hubot.get(f"{SHOP}/git/ref/heads/main")).json["object"]["sha"]
    await hubot.post(f"{SHOP}/git/refs", {"ref": "refs/heads/feature", "sha": main})
    content = base64.b64encode(b"print('till')\n").decode()
    body = {"message": "Add the till", "content": content, "branch": "feature"}
    assert (await hubot.put(f"{SHOP}/contents/till.py", body)).status == 201
    pull = await hubot.post(
        f"{SHOP}/pulls", {"title": "The till", "head": "feature", "base": "main", "body": "See it."}
    )
    assert pull.status == 201
    return github


def told(github: Standin, event: str) -> list[dict[str, Any]]:
    """The payloads of one event so far."""
    return [payload for name, payload in github.webhooks if name == event]


async def test_labels_and_closing_are_told_as_pull_request_events(shop: Standin) -> None:
    mona = shop.as_user("mona")
    await mona.post(f"{SHOP}/issues/1/labels", {"labels": ["bug"]})
    await mona.delete(f"{SHOP}/issues/1/labels/bug")
    await mona.post(f"{SHOP}/issues/1/assignees", {"assignees": ["mona"]})
    await mona.patch(f"{SHOP}/issues/1", {"state": "closed"})
    await mona.patch(f"{SHOP}/issues/1", {"state": "open"})
    assert [payload["action"] for payload in told(shop, "pull_request")] == [
        "opened",
        "labeled",
        "unlabeled",
        "assigned",
        "closed",
        "reopened",
    ]
    assert told(shop, "issues") == []
    assert {payload["number"] for payload in told(shop, "pull_request")} == {1}


async def test_comments_on_it_say_that_it_is_a_pull_request(shop: Standin) -> None:
    mona = shop.as_user("mona")
    made = await mona.post(f"{SHOP}/issues/1/comments", {"body": "/approve"})
    assert made.json["html_url"].partition("/acme/")[2].startswith("shop/pull/1#issuecomment-")
    payload = told(shop, "issue_comment")[0]
    assert payload["issue"]["pull_request"]["url"].endswith("/repos/acme/shop/pulls/1")
    listed = (await mona.get(f"{SHOP}/issues")).json
    assert [(issue["number"], "pull_request" in issue) for issue in listed] == [(1, True)]
    found = (await mona.get("/search/issues", q="is:pr head:feature")).json
    assert [issue["number"] for issue in found["items"]] == [1]


async def test_an_app_for_pull_requests_may_comment_on_it_but_not_on_issues(shop: Standin) -> None:
    await shop.as_user("mona").post(f"{SHOP}/issues", {"title": "An issue"})
    app = await shop.app("acme", permissions={"pull_requests": "write"})
    assert (await app.as_installation.post(f"{SHOP}/issues/1/comments", {"body": "Yes"})).status == 201
    assert (await app.as_installation.post(f"{SHOP}/issues/2/comments", {"body": "No"})).status == 403


async def test_checks_and_suites_name_the_pull_request(shop: Standin) -> None:
    app = await shop.app("acme")
    head = (await shop.as_user("hubot").get(f"{SHOP}/pulls/1")).json["head"]["sha"]
    run = await app.as_installation.post(
        f"{SHOP}/check-runs", {"name": "Gate", "head_sha": head, "conclusion": "success"}
    )
    assert [pull["number"] for pull in run.json["pull_requests"]] == [1]
    assert told(shop, "check_suite")[-1]["check_suite"]["head_branch"] == "feature"


async def test_a_push_asks_the_app_for_a_check_suite(shop: Standin) -> None:
    await shop.app("acme")
    body = {"message": "Say more", "content": base64.b64encode(b"more\n").decode(), "branch": "feature"}
    pushed = await shop.as_user("hubot").put(f"{SHOP}/contents/more.txt", body)
    suite = told(shop, "check_suite")[-1]
    assert suite["action"] == "requested"
    assert suite["check_suite"]["head_sha"] == pushed.json["commit"]["sha"]


async def test_a_review_comment_takes_reactions_and_the_timeline_shows_the_review(shop: Standin) -> None:
    mona = shop.as_user("mona")
    head = (await mona.get(f"{SHOP}/pulls/1")).json["head"]["sha"]
    body = {"body": "Why?", "commit_id": head, "path": "till.py", "line": 1, "side": "RIGHT"}
    comment = await mona.post(f"{SHOP}/pulls/1/comments", body)
    assert comment.status == 201
    reaction = await mona.post(f"{SHOP}/pulls/comments/{comment.json['id']}/reactions", {"content": "heart"})
    assert reaction.status == 201
    await shop.as_user("mona").post(f"{SHOP}/pulls/1/reviews", {"event": "APPROVE", "body": "Good."})
    events = [entry["event"] for entry in (await mona.get(f"{SHOP}/issues/1/timeline")).json]
    assert "reviewed" in events


async def test_merging_closes_the_issue_that_it_names(shop: Standin) -> None:
    hubot = shop.as_user("hubot")
    await hubot.post(f"{SHOP}/issues", {"title": "We need a till"})
    await hubot.patch(f"{SHOP}/pulls/1", {"body": "Closes #2."})
    merged = await hubot.put(f"{SHOP}/pulls/1/merge", {"merge_method": "squash"})
    assert merged.status == 200
    issue = (await hubot.get(f"{SHOP}/issues/2")).json
    assert (issue["state"], issue["state_reason"]) == ("closed", "completed")
    events = (await hubot.get(f"{SHOP}/issues/2/timeline")).json
    assert [entry["event"] for entry in events] == ["cross-referenced", "closed"]
    assert events[1]["commit_id"] == merged.json["sha"]
    assert (await hubot.get("/search/issues", q="is:merged")).json["total_count"] == 1
