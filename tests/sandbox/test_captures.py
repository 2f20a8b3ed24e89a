"""What GitHub was captured sending is a second opinion on the stand-in's webhooks, beside the description."""

import base64
from typing import Any

from tests.conftest import Standin
from tests.github.captures import captures
from tests.github.description import Description

SHOP = "/repos/acme/shop"
# These do not belong to the things of the story: `draft` and `pull_request` stand in issues that are pull requests,
# `changes` comes with an issue that was transferred, `deployment` with a check run of GitHub Actions.
KNOWN = {
    "/changes",
    "/changes/old_issue",
    "/changes/old_repository",
    "/check_run/deployment",
    "/issue/draft",
    "/issue/pull_request",
}


async def story(github: Standin) -> None:
    """A little of everything that sends webhooks."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    app = (await github.app("acme")).as_installation
    mona, hubot = github.as_user("mona"), github.as_user("hubot")
    await hubot.post(f"{SHOP}/labels", {"name": "prd", "color": "0e8a16"})
    await hubot.post(f"{SHOP}/milestones", {"title": "v1"})
    await hubot.post(
        f"{SHOP}/issues", {"title": "A till", "labels": ["prd"], "assignees": ["mona"], "milestone": 1}
    )
    await hubot.patch(f"{SHOP}/issues/1", {"title": "The till"})
    await mona.post(f"{SHOP}/issues/1/comments", {"body": "/approve"})
    await mona.delete(f"{SHOP}/issues/1/labels/prd")
    main = (await hubot.get(f"{SHOP}/git/ref/heads/main")).json["object"]["sha"]
    await hubot.post(f"{SHOP}/git/refs", {"ref": "refs/heads/feature", "sha": main})
    content = base64.b64encode(b"till\n").decode()
    await hubot.put(f"{SHOP}/contents/till.txt", {"message": "Add", "content": content, "branch": "feature"})
    pull = await hubot.post(f"{SHOP}/pulls", {"title": "The till", "head": "feature", "base": "main"})
    head = pull.json["head"]["sha"]
    await app.post(f"{SHOP}/check-runs", {"name": "Gate", "head_sha": head, "conclusion": "success"})
    await app.post(f"{SHOP}/statuses/{head}", {"state": "success"})
    review = {"body": "Why?", "commit_id": head, "path": "till.txt", "line": 1, "side": "RIGHT"}
    await mona.post(f"{SHOP}/pulls/2/comments", review)
    await mona.post(f"{SHOP}/pulls/2/reviews", {"event": "APPROVE", "body": "Good."})
    await hubot.put(f"{SHOP}/pulls/2/merge", {})


async def test_our_webhooks_hold_every_key_that_captured_ones_hold(github: Standin) -> None:
    await story(github)
    ours: dict[tuple[str, str], set[str]] = {}
    for event, payload in github.webhooks:
        ours.setdefault((event, payload.get("action", "")), set()).update(keys(payload))
    compared, missing = set(), set()
    for event, capture in captures():
        kind = (event, capture.get("action", ""))
        if kind in ours and not Description.load().check_webhook(event, capture):
            compared.add(kind)
            missing |= keys(capture) - ours[kind]
    assert missing == KNOWN
    assert {event for event, _ in compared} >= {
        "check_run",
        "check_suite",
        "create",
        "issue_comment",
        "issues",
        "label",
        "milestone",
        "pull_request",
    }


def keys(payload: dict[str, Any]) -> set[str]:
    """The payload's keys and those of the objects directly in it, as pointers."""
    found = {f"/{name}" for name in payload}
    for name, value in payload.items():
        if isinstance(value, dict):
            found |= {f"/{name}/{inner}" for inner in value}
    return found
