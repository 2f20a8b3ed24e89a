"""Bodies of wrong types, and odd paths, are answered in GitHub's words and never break the stand-in."""

from typing import Any

import pytest

from tests.conftest import Standin
from tests.sandbox.shop_repository import FILES, SHOP, commit, head_of

WRONG: tuple[Any, ...] = (
    None,
    1,
    -1,
    1.5,
    True,
    "",
    "x",
    "\x00é",
    [],
    ["x"],
    [1],
    [None],
    [{}],
    {},
    {"a": 1},
)
PULL = f"{SHOP}/pulls/1"
REMARK = {"path": "new.txt", "line": 1, "body": "b", "side": "RIGHT", "start_line": 1, "start_side": "RIGHT"}
ENTRY = {"path": "x", "mode": "100644", "type": "blob", "content": "c"}
SIGNED = {"name": "a", "email": "b", "date": "2026-01-01T00:00:00Z"}
REVIEWS = {"required_approving_review_count": 1}
CASES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("POST", f"{SHOP}/git/blobs", {"content": "a", "encoding": "utf-8"}),
    ("POST", f"{SHOP}/git/trees", {"base_tree": "HEAD", "tree": [ENTRY]}),
    ("POST", f"{SHOP}/git/commits", {"message": "m", "tree": "HEAD", "parents": ["HEAD"], "author": SIGNED}),
    ("POST", f"{SHOP}/git/refs", {"ref": "refs/heads/q", "sha": "HEAD"}),
    ("PATCH", f"{SHOP}/git/refs/heads/topic", {"sha": "HEAD", "force": True}),
    ("POST", f"{SHOP}/git/tags", {"tag": "v", "message": "m", "object": "HEAD", "tagger": SIGNED}),
    (
        "PUT",
        f"{SHOP}/contents/z.txt",
        {"message": "m", "content": "YQ==", "branch": "main", "author": SIGNED},
    ),
    ("DELETE", f"{SHOP}/contents/README.md", {"message": "m", "sha": "HEAD", "branch": "main"}),
    ("POST", f"{SHOP}/pulls", {"title": "t", "head": "q", "base": "main", "body": "b", "draft": True}),
    ("PATCH", PULL, {"title": "t", "body": "b", "state": "open", "base": "main"}),
    ("POST", f"{PULL}/requested_reviewers", {"reviewers": ["hubot"], "team_reviewers": ["x"]}),
    ("POST", f"{PULL}/reviews", {"event": "COMMENT", "body": "b", "commit_id": "HEAD", "comments": [REMARK]}),
    ("POST", f"{PULL}/comments", {**REMARK, "commit_id": "HEAD"}),
    ("PUT", f"{PULL}/update-branch", {"expected_head_sha": "HEAD"}),
    ("PUT", f"{PULL}/merge", {"merge_method": "merge", "sha": "HEAD", "commit_title": "t"}),
    ("POST", f"{SHOP}/merges", {"base": "main", "head": "topic", "commit_message": "m"}),
    ("PATCH", SHOP, {"description": "d", "default_branch": "main", "allow_squash_merge": True}),
    ("PUT", f"{SHOP}/topics", {"names": ["a"]}),
    ("PUT", f"{SHOP}/collaborators/mona", {"permission": "push"}),
    (
        "PUT",
        f"{SHOP}/branches/topic/protection",
        {
            "required_status_checks": {"strict": True, "contexts": ["ci"]},
            "enforce_admins": True,
            "required_pull_request_reviews": REVIEWS,
            "restrictions": {"users": ["mona"], "teams": []},
        },
    ),
    ("POST", "/user/repos", {"name": "own", "description": "d", "private": True, "auto_init": True}),
)
ODD = (
    "/contents/%00",
    "/contents/..",
    "/contents/a%2F..%2Fb",
    "/contents/README.md/x",
    "/contents/src?ref=-x",
    "/git/trees/zz",
    "/git/blobs/zz",
    "/git/ref/heads/%ff",
    "/git/matching-refs/",
    "/compare/main",
    "/compare/...",
    "/compare/a...b...c",
    "/commits/-x",
    "/pulls/0",
    "/pulls/99999999999999999999",
    "/branches/%20",
    "/tarball/nope",
    "/issues?page=-1",
    "/issues?per_page=x&page=99999999999",
)


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop with one open pull request; hubot administers it, mona opened it."""
    await github.repo("acme/shop", files=FILES)
    await github.role("acme/shop", hubot="admin", mona="write")
    mona = github.as_user("mona")
    await commit(mona, "topic", {"new.txt": "n\n"})
    await mona.post(f"{SHOP}/pulls", {"title": "t", "head": "topic", "base": "main"})
    github.misuse()
    return github


def spoilt(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The body with each of its values, at any depth, replaced by each wrong one."""
    found = []
    for key, value in body.items():
        found += [{**body, key: wrong} for wrong in WRONG]
        if isinstance(value, dict):
            found += [{**body, key: inner} for inner in spoilt(value)]
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found += [{**body, key: [inner]} for inner in spoilt(value[0])]
    return found


@pytest.mark.parametrize(("method", "path", "right"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
async def test_a_body_of_wrong_types_is_answered(
    shop: Standin, method: str, path: str, right: dict[str, Any]
) -> None:
    hubot = shop.as_user("hubot")
    head = await head_of(hubot)
    right = {key: head if value == "HEAD" else value for key, value in right.items()}
    for body in ({}, [], "x", *spoilt(right)):
        answer = await hubot.send(method, path, body)
        assert answer.status < 500, body


async def test_an_odd_path_is_answered(shop: Standin) -> None:
    statuses = {path: (await shop.as_user("hubot").get(SHOP + path)).status for path in ODD}
    assert {path: status for path, status in statuses.items() if status >= 500} == {}


async def test_a_wrong_type_is_named(shop: Standin) -> None:
    answer = await shop.as_user("hubot").post(f"{SHOP}/pulls", {"title": 3, "head": "topic", "base": "main"})
    assert (answer.status, answer.json["message"]) == (
        422,
        "Invalid request.\n\nFor 'properties/title', 3 is not a string.",
    )
