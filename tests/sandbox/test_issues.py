import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop, where mona has triage, hubot has write and everybody may read."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    return github


async def test_an_issue_is_opened_read_changed_closed_and_reopened(shop: Standin) -> None:
    mona = shop.as_user("mona")
    opened = await mona.post(
        f"{SHOP}/issues", {"title": "A till", "body": "Sells.", "labels": ["bug", "prd"]}
    )
    assert opened.status == 201
    assert opened.headers["Location"].endswith("/repos/acme/shop/issues/1")
    issue = opened.json
    assert issue["number"] == 1
    assert issue["id"] != 1
    assert [label["name"] for label in issue["labels"]] == ["bug", "prd"]
    assert issue["performed_via_github_app"] is None
    edited = await mona.patch(f"{SHOP}/issues/1", {"title": "The till", "body": None})
    assert (edited.json["title"], edited.json["body"]) == ("The till", None)
    closed = await mona.patch(f"{SHOP}/issues/1", {"state": "closed", "state_reason": "not_planned"})
    assert (closed.json["state"], closed.json["state_reason"]) == ("closed", "not_planned")
    assert closed.json["closed_by"]["login"] == "mona"
    again = await mona.patch(f"{SHOP}/issues/1", {"state": "open"})
    assert (again.json["state"], again.json["state_reason"], again.json["closed_at"]) == (
        "open",
        "reopened",
        None,
    )
    assert (await shop.anonymous.get(f"{SHOP}/issues/1")).json["title"] == "The till"
    assert shop.told() == [
        "label.created",
        "issues.opened",
        "issues.labeled",
        "issues.labeled",
        "issues.edited",
        "issues.closed",
        "issues.reopened",
    ]
    changes = next(
        payload["changes"] for event, payload in shop.webhooks if payload.get("action") == "edited"
    )
    assert changes == {"title": {"from": "A till"}, "body": {"from": "Sells."}}


async def test_what_somebody_without_triage_rights_asks_for_is_dropped(shop: Standin) -> None:
    stranger = shop.as_user("stranger")
    opened = await stranger.post(
        f"{SHOP}/issues", {"title": "Hello", "labels": ["bug"], "assignees": ["mona"]}
    )
    assert (opened.status, opened.json["labels"], opened.json["assignees"]) == (201, [], [])
    assert (await stranger.patch(f"{SHOP}/issues/1", {"title": "Hello!"})).json["title"] == "Hello!"
    assert (await stranger.post(f"{SHOP}/issues/1/labels", {"labels": ["bug"]})).status == 403
    await shop.as_user("mona").post(f"{SHOP}/issues", {"title": "Mine"})
    assert (await stranger.patch(f"{SHOP}/issues/2", {"state": "closed"})).status == 403
    assert (await shop.as_user("mona").patch(f"{SHOP}/issues/1", {"title": "Hi"})).status == 403
    assert (await shop.as_user("hubot").patch(f"{SHOP}/issues/1", {"title": "Hi"})).status == 200


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, {"resource": "Issue", "field": "title", "code": "missing_field"}),
        ({"title": " "}, {"resource": "Issue", "field": "title", "code": "missing_field"}),
        (
            {"title": "x" * 257},
            {
                "resource": "Issue",
                "field": "title",
                "code": "custom",
                "message": "title is too long (maximum is 256 characters)",
            },
        ),
        (
            {"title": "x", "body": "é" * 65_537},
            {
                "resource": "Issue",
                "field": "body",
                "code": "custom",
                "message": "body is too long (maximum is 65536 characters)",
            },
        ),
        ({"title": "x", "milestone": 7}, {"resource": "Issue", "field": "milestone", "code": "invalid"}),
    ],
    ids=["no title", "blank title", "long title", "long body", "unknown milestone"],
)
async def test_a_wrong_issue_is_refused(shop: Standin, body: dict[str, str], error: dict[str, str]) -> None:
    shop.misuse()
    refused = await shop.as_user("mona").post(f"{SHOP}/issues", body)
    assert (refused.status, refused.json["message"]) == (422, "Validation Failed")
    assert refused.json["errors"] == [error]


async def test_a_body_of_exactly_the_limit_is_taken(shop: Standin) -> None:
    taken = await shop.as_user("mona").post(f"{SHOP}/issues", {"title": "x" * 256, "body": "é" * 65_536})
    assert taken.status == 201


async def test_lists_are_filtered_sorted_and_paged(shop: Standin) -> None:
    mona = shop.as_user("mona")
    for number in range(1, 6):
        await mona.post(f"{SHOP}/issues", {"title": f"n{number}", "labels": ["bug"] if number % 2 else []})
    await mona.patch(f"{SHOP}/issues/5", {"state": "closed"})
    await mona.post(f"{SHOP}/issues/2/assignees", {"assignees": ["hubot"]})

    async def numbers(**query: str) -> list[int]:
        answer = await mona.send("GET", f"{SHOP}/issues", query=query)
        return [issue["number"] for issue in answer.json]

    assert await numbers() == [4, 3, 2, 1]
    assert await numbers(state="all", direction="asc") == [1, 2, 3, 4, 5]
    assert await numbers(labels="BUG", state="closed") == [5]
    assert await numbers(assignee="none") == [4, 3, 1]
    assert await numbers(assignee="hubot") == [2]
    assert await numbers(creator="nobody") == []
    first = await mona.get(f"{SHOP}/issues", per_page="2", state="all")
    assert 'rel="next"' in first.headers["Link"]
    assert 'rel="last"' in first.headers["Link"]
    known = await mona.get(
        f"{SHOP}/issues", headers={"If-None-Match": first.headers["ETag"]}, per_page="2", state="all"
    )
    assert (known.status, known.json) == (304, None)


async def test_comments_are_made_edited_pinned_and_deleted(shop: Standin) -> None:
    mona, hubot = shop.as_user("mona"), shop.as_user("hubot")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    made = await mona.post(f"{SHOP}/issues/1/comments", {"body": "/approve"})
    assert made.status == 201
    comment = f"{SHOP}/issues/comments/{made.json['id']}"
    assert (await hubot.patch(comment, {"body": "/reject"})).json["body"] == "/reject"
    assert (await shop.as_user("stranger").patch(comment, {"body": "mine"})).status == 403
    assert (await mona.put(f"{comment}/pin")).json["pin"]["pinned_by"]["login"] == "mona"
    issue = (await mona.get(f"{SHOP}/issues/1")).json
    assert issue["pinned_comment"]["id"] == made.json["id"]
    assert issue["comments"] == 1
    assert (await mona.delete(f"{comment}/pin")).status == 204
    assert [c["body"] for c in (await mona.get(f"{SHOP}/issues/1/comments")).json] == ["/reject"]
    assert [c["body"] for c in (await mona.get(f"{SHOP}/issues/comments")).json] == ["/reject"]
    assert (await mona.delete(comment)).status == 204
    assert (await mona.get(comment)).status == 404
    assert shop.told("issue_comment") == [
        "issue_comment.created",
        "issue_comment.edited",
        "issue_comment.pinned",
        "issue_comment.unpinned",
        "issue_comment.deleted",
    ]


async def test_a_comment_over_the_limit_or_blank_is_refused(shop: Standin) -> None:
    shop.misuse()
    mona = shop.as_user("mona")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    long = await mona.post(f"{SHOP}/issues/1/comments", {"body": "x" * 65_537})
    assert (long.status, long.json["errors"][0]["code"]) == (422, "custom")
    assert (await mona.post(f"{SHOP}/issues/1/comments", {"body": ""})).status == 422
    assert (await mona.post(f"{SHOP}/issues/9/comments", {"body": "x"})).status == 404


async def test_a_locked_conversation_takes_comments_only_from_writers(shop: Standin) -> None:
    mona, hubot = shop.as_user("mona"), shop.as_user("hubot")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    assert (await hubot.put(f"{SHOP}/issues/1/lock", {"lock_reason": "too heated"})).status == 204
    refused = await shop.as_user("stranger").post(f"{SHOP}/issues/1/comments", {"body": "But"})
    assert (refused.status, refused.json["message"]) == (
        403,
        "Unable to create comment because issue is locked.",
    )
    assert (await hubot.post(f"{SHOP}/issues/1/comments", {"body": "Enough."})).status == 201
    assert (await hubot.delete(f"{SHOP}/issues/1/lock")).status == 204
    assert (await shop.as_user("stranger").post(f"{SHOP}/issues/1/comments", {"body": "But"})).status == 201


async def test_a_reaction_counts_once_per_person(shop: Standin) -> None:
    mona = shop.as_user("mona")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    made = await mona.post(f"{SHOP}/issues/1/comments", {"body": "/approve"})
    where = f"{SHOP}/issues/comments/{made.json['id']}/reactions"
    first = await mona.post(where, {"content": "rocket"})
    again = await mona.post(where, {"content": "rocket"})
    assert (first.status, again.status, first.json["id"]) == (201, 200, again.json["id"])
    assert (await shop.as_user("hubot").post(f"{SHOP}/issues/1/reactions", {"content": "eyes"})).status == 201
    assert (await mona.get(f"{SHOP}/issues/1")).json["reactions"]["eyes"] == 1
    assert [entry["content"] for entry in (await mona.get(where)).json] == ["rocket"]
    assert (await shop.as_user("hubot").delete(f"{where}/{first.json['id']}")).status == 403
    assert (await mona.delete(f"{where}/{first.json['id']}")).status == 204
    assert (await mona.get(where)).json == []


async def test_only_people_of_the_repository_are_assigned(shop: Standin) -> None:
    mona = shop.as_user("mona")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    assigned = await mona.post(f"{SHOP}/issues/1/assignees", {"assignees": ["mona", "hubot", "stranger"]})
    assert (assigned.status, [user["login"] for user in assigned.json["assignees"]]) == (
        201,
        ["mona", "hubot"],
    )
    left = await mona.delete(f"{SHOP}/issues/1/assignees", {"assignees": ["mona"]})
    assert [user["login"] for user in left.json["assignees"]] == ["hubot"]
    assert (await mona.get(f"{SHOP}/assignees/stranger")).status == 404
    assert (await mona.get(f"{SHOP}/assignees/mona")).status == 204


async def test_an_app_writes_in_its_own_name_and_only_what_it_was_granted(shop: Standin) -> None:
    app = await shop.app("acme", permissions={"issues": "write"})
    opened = await app.as_installation.post(f"{SHOP}/issues", {"title": "From the App", "labels": ["bug"]})
    assert (opened.json["user"]["login"], opened.json["user"]["type"]) == ("signalbox[bot]", "Bot")
    assert opened.json["performed_via_github_app"]["slug"] == "signalbox"
    reader = await shop.app("acme", name="Reader", permissions={"issues": "read"})
    refused = await reader.as_installation.post(f"{SHOP}/issues", {"title": "No"})
    assert (refused.status, refused.json["message"]) == (403, "Resource not accessible by integration")
    pulls = await shop.app("acme", name="Puller", permissions={"pull_requests": "write"})
    assert (await pulls.as_installation.post(f"{SHOP}/issues/1/comments", {"body": "No"})).status == 403


async def test_an_app_given_one_repository_cannot_reach_another(github: Standin) -> None:
    await github.repo("acme/shop")
    await github.repo("acme/secret", private=True)
    await github.repo("acme/open")
    app = (await github.app("acme", repositories=["acme/shop"])).as_installation
    assert (await app.post(f"{SHOP}/issues", {"title": "Here"})).status == 201
    assert (await app.post("/repos/acme/open/issues", {"title": "There"})).status == 403
    assert (await app.get("/repos/acme/secret/issues")).status == 404
