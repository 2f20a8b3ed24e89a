"""Whatever JSON a client sends, the stand-in answers as GitHub does: it takes it or says 4xx, and never breaks."""

from typing import Any

import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"
WRONG: tuple[Any, ...] = (None, 3, -1, True, "", "x", [], ["x"], [3], [{"a": 1}], {}, {"a": 1})
RUN = {"name": "a", "head_sha": "HEAD"}
# method, path, a body that is right, and the keys that are then spoilt one after the other
CASES: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("POST", "/issues", {"title": "t"}, "title body labels assignees assignee milestone"),
    ("PATCH", "/issues/1", {}, "title body labels assignees assignee milestone state state_reason"),
    ("POST", "/issues/1/comments", {}, "body"),
    ("POST", "/issues/1/labels", {}, "labels"),
    ("PUT", "/issues/1/labels", {}, "labels"),
    ("POST", "/issues/1/assignees", {}, "assignees"),
    ("DELETE", "/issues/1/assignees", {}, "assignees"),
    ("POST", "/issues/1/reactions", {}, "content"),
    ("PUT", "/issues/1/lock", {}, "lock_reason"),
    ("POST", "/issues/1/sub_issues", {}, "sub_issue_id"),
    ("PATCH", "/issues/1/sub_issues/priority", {"sub_issue_id": 2}, "sub_issue_id after_id"),
    ("POST", "/issues/1/dependencies/blocked_by", {}, "issue_id"),
    ("POST", "/labels", {"name": "q"}, "name color description"),
    ("PATCH", "/labels/bug", {}, "new_name color description"),
    ("POST", "/milestones", {"title": "z"}, "title description due_on state"),
    ("PATCH", "/milestones/1", {}, "title description due_on state"),
    (
        "POST",
        "/check-runs",
        RUN,
        "name head_sha status conclusion output actions started_at completed_at details_url",
    ),
    ("POST", "/check-suites", {}, "head_sha"),
    ("POST", "/statuses/HEAD", {"state": "success"}, "state context description target_url"),
    ("POST", "/dispatches", {"event_type": "e"}, "event_type client_payload"),
    ("POST", "/actions/variables", {"name": "a", "value": "b"}, "name value"),
    ("PUT", "/actions/secrets/A", {"encrypted_value": "b", "key_id": "1"}, "encrypted_value key_id"),
)


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop with an issue and a milestone; hubot administers it."""
    await github.repo("acme/shop")
    await github.role("acme/shop", hubot="admin")
    hubot = github.as_user("hubot")
    await hubot.post(f"{SHOP}/issues", {"title": "A till"})
    await hubot.post(f"{SHOP}/milestones", {"title": "v1"})
    github.misuse()
    return github


@pytest.mark.parametrize(
    ("method", "path", "right", "keys"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
async def test_a_body_of_wrong_types_is_answered(
    shop: Standin, method: str, path: str, right: dict[str, Any], keys: str
) -> None:
    repo = shop.world.repo("acme", "shop")
    assert repo is not None
    head = repo.git.ref("refs/heads/main") or ""
    writer = (await shop.app("acme")).as_installation if "check" in path else shop.as_user("hubot")
    base = {key: head if value == "HEAD" else value for key, value in right.items()}
    for key in keys.split():
        for wrong in WRONG:
            answer = await writer.send(method, SHOP + path.replace("HEAD", head), {**base, key: wrong})
            assert answer.status < 500, (key, wrong)


@pytest.mark.parametrize("key", ["title", "summary", "text", "annotations"])
async def test_an_output_of_wrong_types_is_answered(shop: Standin, key: str) -> None:
    repo = shop.world.repo("acme", "shop")
    assert repo is not None
    app = (await shop.app("acme")).as_installation
    for wrong in WRONG:
        output = {"title": "t", "summary": "s", key: wrong}
        body = {"name": "a", "head_sha": repo.git.ref("refs/heads/main"), "output": output}
        assert (await app.post(f"{SHOP}/check-runs", body)).status < 500, wrong


@pytest.mark.parametrize(
    "path", ["/issues?since=x", "/issues?milestone=x", "/issues?per_page=x", "/issues/comments?since=1"]
)
async def test_a_wrong_query_is_answered(shop: Standin, path: str) -> None:
    assert (await shop.as_user("hubot").get(SHOP + path)).status in (200, 422)
