import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop, where mona has triage, hubot has write and everybody may read."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    return github


def told(github: Standin) -> list[str]:
    """The webhooks so far, as `event.action`."""
    return [f"{event}.{payload['action']}" for event, payload in github.webhooks if "action" in payload]


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
    assert told(shop) == [
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
    assert [name for name in told(shop) if name.startswith("issue_comment")] == [
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


async def test_labels_live_in_the_repository_and_on_issues(shop: Standin) -> None:
    mona, hubot = shop.as_user("mona"), shop.as_user("hubot")
    await mona.post(f"{SHOP}/issues", {"title": "A till"})
    made = await hubot.post(
        f"{SHOP}/labels", {"name": "good idea", "color": "0E8A16", "description": "Let us"}
    )
    assert (made.status, made.json["color"]) == (201, "0e8a16")
    taken = await hubot.post(f"{SHOP}/labels", {"name": "Good Idea"})
    assert (taken.status, taken.json["errors"][0]["code"]) == (422, "already_exists")
    assert (await mona.post(f"{SHOP}/labels", {"name": "mine"})).status == 403
    renamed = await hubot.patch(f"{SHOP}/labels/good%20idea", {"new_name": "great idea"})
    assert renamed.json["name"] == "great idea"
    added = await mona.post(f"{SHOP}/issues/1/labels", {"labels": ["GREAT idea", "fresh"]})
    assert [label["name"] for label in added.json] == ["great idea", "fresh"]
    assert [
        label["name"] for label in (await mona.put(f"{SHOP}/issues/1/labels", {"labels": ["bug"]})).json
    ] == ["bug"]
    assert (await mona.delete(f"{SHOP}/issues/1/labels/great%20idea")).status == 404
    assert (await mona.delete(f"{SHOP}/issues/1/labels/bug")).json == []
    assert (await mona.get(f"{SHOP}/issues/1/labels")).json == []
    assert (await mona.get(f"{SHOP}/labels/fresh")).json["default"] is False
    assert (await hubot.delete(f"{SHOP}/labels/fresh")).status == 204
    assert (await mona.get(f"{SHOP}/labels/fresh")).status == 404
    assert len((await mona.get(f"{SHOP}/labels")).json) == 10


async def test_milestones_hold_issues(shop: Standin) -> None:
    hubot = shop.as_user("hubot")
    made = await hubot.post(f"{SHOP}/milestones", {"title": "v1", "due_on": "2030-01-01T00:00:00Z"})
    assert (made.status, made.json["number"]) == (201, 1)
    await hubot.post(f"{SHOP}/issues", {"title": "A till", "milestone": 1})
    assert (await hubot.get(f"{SHOP}/milestones/1")).json["open_issues"] == 1
    assert len((await hubot.get(f"{SHOP}/issues", milestone="1")).json) == 1
    closed = await hubot.patch(f"{SHOP}/milestones/1", {"state": "closed", "description": "Done"})
    assert closed.json["closed_at"] is not None
    assert (await hubot.get(f"{SHOP}/milestones")).json == []
    assert (await hubot.delete(f"{SHOP}/milestones/1")).status == 204
    assert (await hubot.get(f"{SHOP}/issues/1")).json["milestone"] is None


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


async def test_sub_issues_keep_their_order_and_have_one_parent(shop: Standin) -> None:
    mona = shop.as_user("mona")
    ids = [(await mona.post(f"{SHOP}/issues", {"title": f"n{n}"})).json["id"] for n in range(4)]
    for child in ids[1:]:
        assert (await mona.post(f"{SHOP}/issues/1/sub_issues", {"sub_issue_id": child})).status == 201
    await mona.patch(f"{SHOP}/issues/1/sub_issues/priority", {"sub_issue_id": ids[3], "before_id": ids[1]})
    children = (await mona.get(f"{SHOP}/issues/1/sub_issues")).json
    assert [child["id"] for child in children] == [ids[3], ids[1], ids[2]]
    assert (await mona.get(f"{SHOP}/issues/2/parent")).json["id"] == ids[0]
    await mona.patch(f"{SHOP}/issues/2", {"state": "closed"})
    summary = (await mona.get(f"{SHOP}/issues/1")).json["sub_issues_summary"]
    assert summary == {"total": 3, "completed": 1, "percent_completed": 33}
    stolen = await mona.post(f"{SHOP}/issues/3/sub_issues", {"sub_issue_id": ids[1]})
    assert stolen.status == 422
    circle = await mona.post(f"{SHOP}/issues/2/sub_issues", {"sub_issue_id": ids[0]})
    assert circle.status == 422
    moved = await mona.post(f"{SHOP}/issues/3/sub_issues", {"sub_issue_id": ids[1], "replace_parent": True})
    assert moved.status == 201
    assert (await mona.delete(f"{SHOP}/issues/3/sub_issue", {"sub_issue_id": ids[1]})).status == 200
    assert (await mona.get(f"{SHOP}/issues/2/parent")).status == 404
    assert told(shop).count("sub_issues.sub_issue_added") == 4
    assert told(shop).count("sub_issues.parent_issue_removed") == 2


async def test_a_parent_has_at_most_a_hundred_children(shop: Standin) -> None:
    hubot = shop.as_user("hubot")
    await hubot.post(f"{SHOP}/issues", {"title": "parent"})
    for number in range(101):
        child = (await hubot.post(f"{SHOP}/issues", {"title": f"child {number}"})).json["id"]
        answer = await hubot.post(f"{SHOP}/issues/1/sub_issues", {"sub_issue_id": child})
        assert answer.status == (201 if number < 100 else 422)


async def test_dependencies_have_no_circles(shop: Standin) -> None:
    mona = shop.as_user("mona")
    ids = [(await mona.post(f"{SHOP}/issues", {"title": f"n{n}"})).json["id"] for n in range(3)]
    for number, blocker in ((2, ids[0]), (3, ids[1])):
        added = await mona.post(f"{SHOP}/issues/{number}/dependencies/blocked_by", {"issue_id": blocker})
        assert (added.status, added.json["id"]) == (201, blocker)
    assert (await mona.post(f"{SHOP}/issues/1/dependencies/blocked_by", {"issue_id": ids[2]})).status == 422
    assert (await mona.post(f"{SHOP}/issues/2/dependencies/blocked_by", {"issue_id": ids[0]})).status == 422
    listed = (await mona.get(f"{SHOP}/issues/2/dependencies/blocked_by")).json
    assert [issue["id"] for issue in listed] == [ids[0]]
    blocking = (await mona.get(f"{SHOP}/issues/2/dependencies/blocking")).json
    assert [issue["id"] for issue in blocking] == [ids[2]]
    await mona.patch(f"{SHOP}/issues/1", {"state": "closed"})
    counts = (await mona.get(f"{SHOP}/issues/2")).json["issue_dependencies_summary"]
    assert counts == {"blocked_by": 0, "total_blocked_by": 1, "blocking": 1, "total_blocking": 1}
    assert (await mona.delete(f"{SHOP}/issues/2/dependencies/blocked_by/{ids[0]}")).status == 200
    assert told(shop).count("issue_dependencies.blocked_by_added") == 2
    assert told(shop).count("issue_dependencies.blocking_removed") == 1


async def test_the_timeline_tells_what_happened(shop: Standin) -> None:
    mona = shop.as_user("mona")
    ids = [
        (await mona.post(f"{SHOP}/issues", {"title": title})).json["id"]
        for title in ("A till", "Parent", "Else")
    ]
    await mona.post(f"{SHOP}/issues/1/labels", {"labels": ["bug"]})
    await mona.post(f"{SHOP}/issues/1/comments", {"body": "Hello"})
    await mona.patch(f"{SHOP}/issues/1", {"title": "The till"})
    await mona.post(f"{SHOP}/issues/1/assignees", {"assignees": ["mona"]})
    await mona.post(f"{SHOP}/issues/2/sub_issues", {"sub_issue_id": ids[0]})
    await mona.post(f"{SHOP}/issues/1/dependencies/blocked_by", {"issue_id": ids[2]})
    await mona.post(f"{SHOP}/issues/3/comments", {"body": "See #1, not a#1."})
    await mona.patch(f"{SHOP}/issues/1", {"state": "closed"})
    shown = (await mona.get(f"{SHOP}/issues/1/timeline")).json
    assert [entry["event"] for entry in shown] == [
        "labeled",
        "commented",
        "renamed",
        "assigned",
        "parent_issue_added",
        "blocked_by_added",
        "cross-referenced",
        "closed",
    ]
    events = (await mona.get(f"{SHOP}/issues/1/events")).json
    assert {"commented", "cross-referenced"}.isdisjoint(entry["event"] for entry in events)
    assert (await mona.get(f"{SHOP}/issues/events")).json[0]["issue"]["number"] == 1
    assert (await mona.get(f"{SHOP}/issues/events/{events[0]['id']}")).json["event"] == "labeled"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("repo:acme/shop is:issue", [2, 1]),
        ("repo:acme/shop label:bug", [1]),
        ("repo:acme/shop -label:bug", [2]),
        ("is:open till", [1]),
        ('"second one"', [2]),
        ("author:mona is:closed", [2]),
        ("commenter:hubot", [1]),
        ("created:>2020-01-01 sort:created", [2, 1]),
        ("is:pr", []),
        ("no:label org:acme", [2]),
        ("marker-1f3a", [1]),
    ],
)
async def test_search_understands_the_usual_qualifiers(shop: Standin, query: str, found: list[int]) -> None:
    mona = shop.as_user("mona")
    await mona.post(f"{SHOP}/issues", {"title": "A till", "labels": ["bug"]})
    await mona.post(f"{SHOP}/issues", {"title": "Second one"})
    await mona.patch(f"{SHOP}/issues/2", {"state": "closed"})
    await shop.as_user("hubot").post(f"{SHOP}/issues/1/comments", {"body": "<!-- marker-1f3a -->"})
    answer = await mona.get("/search/issues", q=query)
    assert [issue["number"] for issue in answer.json["items"]] == found
    assert answer.json["total_count"] == len(found)


async def test_search_does_not_see_into_private_repositories(github: Standin) -> None:
    await github.repo("acme/secret", private=True)
    await github.role("acme/secret", mona="triage")
    await github.as_user("mona").post("/repos/acme/secret/issues", {"title": "Hidden"})
    assert (await github.as_user("mona").get("/search/issues", q="hidden")).json["total_count"] == 1
    assert (await github.as_user("stranger").get("/search/issues", q="hidden")).json["total_count"] == 0
    assert (await github.anonymous.get("/repos/acme/secret/issues")).status == 404


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


async def test_what_an_issue_comes_with_is_told_one_by_one(shop: Standin) -> None:
    hubot = shop.as_user("hubot")
    await hubot.post(f"{SHOP}/milestones", {"title": "v1"})
    body = {"title": "A till", "labels": ["bug", "question"], "assignees": ["mona"], "milestone": 1}
    await hubot.post(f"{SHOP}/issues", body)
    assert told(shop) == [
        "milestone.created",
        "issues.opened",
        "issues.labeled",
        "issues.labeled",
        "issues.assigned",
        "issues.milestoned",
    ]
    events = (await hubot.get(f"{SHOP}/issues/1/events")).json
    assert [entry["event"] for entry in events] == ["labeled", "labeled", "assigned", "milestoned"]


async def test_an_app_given_one_repository_cannot_reach_another(github: Standin) -> None:
    await github.repo("acme/shop")
    await github.repo("acme/secret", private=True)
    await github.repo("acme/open")
    app = (await github.app("acme", repositories=["acme/shop"])).as_installation
    assert (await app.post(f"{SHOP}/issues", {"title": "Here"})).status == 201
    assert (await app.post("/repos/acme/open/issues", {"title": "There"})).status == 403
    assert (await app.get("/repos/acme/secret/issues")).status == 404
