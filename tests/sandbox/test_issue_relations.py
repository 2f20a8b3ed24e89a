import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop, where mona has triage, hubot has write and everybody may read."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    return github


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
    assert shop.told().count("sub_issues.sub_issue_added") == 4
    assert shop.told().count("sub_issues.parent_issue_removed") == 2


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
    assert shop.told().count("issue_dependencies.blocked_by_added") == 2
    assert shop.told().count("issue_dependencies.blocking_removed") == 1


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


async def test_what_an_issue_comes_with_is_told_one_by_one(shop: Standin) -> None:
    hubot = shop.as_user("hubot")
    await hubot.post(f"{SHOP}/milestones", {"title": "v1"})
    body = {"title": "A till", "labels": ["bug", "question"], "assignees": ["mona"], "milestone": 1}
    await hubot.post(f"{SHOP}/issues", body)
    assert shop.told() == [
        "milestone.created",
        "issues.opened",
        "issues.labeled",
        "issues.labeled",
        "issues.assigned",
        "issues.milestoned",
    ]
    events = (await hubot.get(f"{SHOP}/issues/1/events")).json
    assert [entry["event"] for entry in events] == ["labeled", "labeled", "assigned", "milestoned"]
