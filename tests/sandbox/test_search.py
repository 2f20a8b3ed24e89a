import pytest

from tests.conftest import Standin

SHOP = "/repos/acme/shop"


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop, where mona has triage, hubot has write and everybody may read."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    return github


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
