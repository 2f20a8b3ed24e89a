"""HTTP as GitHub speaks it: headers, ETags, pages, redirects, limits, and failures ordered in advance."""

import asyncio
import re

import aiohttp
import pytest

from tests.conftest import Standin
from tests.github.client import Answer, Client

SHOP = "/repos/acme/shop"


async def test_every_answer_carries_the_headers_of_the_rate_limit(github: Standin) -> None:
    await github.repo("acme/shop")
    mona = github.as_user("mona")
    first, second = await mona.get(SHOP), await mona.get(SHOP)
    assert first.headers["X-RateLimit-Limit"] == "5000"
    assert (first.headers["X-RateLimit-Used"], second.headers["X-RateLimit-Used"]) == ("1", "2")
    assert second.headers["X-RateLimit-Remaining"] == "4998"
    assert second.headers["X-RateLimit-Resource"] == "core"
    assert re.fullmatch("[0-9A-F]{24}", first.headers["X-GitHub-Request-Id"])
    assert first.headers["X-GitHub-Api-Version-Selected"] == "2022-11-28"


async def test_what_has_not_changed_is_304_and_free(github: Standin) -> None:
    await github.repo("acme/shop")
    mona, hubot = github.as_user("mona"), github.as_user("hubot")
    tag = (await mona.get(SHOP)).headers["ETag"]
    same = await mona.get(SHOP, headers={"If-None-Match": tag})
    assert (same.status, same.json, same.headers["X-RateLimit-Used"]) == (304, None, "1")
    assert (await hubot.get(SHOP, headers={"If-None-Match": tag})).status == 200
    await mona.post(f"{SHOP}/issues", {"title": "Changes the count of open issues"})
    assert (await mona.get(SHOP, headers={"If-None-Match": tag})).status == 200


async def test_the_hour_runs_out_and_begins_again(github: Standin) -> None:
    await github.repo("acme/shop")
    mona = github.as_user("mona")
    await github.control("/limits", per_hour=2)
    statuses = [(await mona.get(SHOP)).status for _ in range(3)]
    left = await mona.get("/rate_limit")
    await github.control("/clock", advance_seconds=3600)
    again = await mona.get(SHOP)
    assert statuses == [200, 200, 403]
    assert left.json["resources"]["core"]["remaining"] == 0
    assert again.headers["X-RateLimit-Remaining"] == "1"


async def test_too_many_new_things_in_a_minute_meet_the_secondary_limit(github: Standin) -> None:
    await github.repo("acme/shop")
    mona = github.as_user("mona")
    await github.control("/limits", content_per_minute=3, retry_after=7)
    answers = [await mona.post(f"{SHOP}/issues", {"title": "x"}) for _ in range(4)]
    assert [answer.status for answer in answers] == [201, 201, 201, 403]
    assert "secondary rate limit" in answers[-1].json["message"]
    assert answers[-1].headers["Retry-After"] == "7"
    assert (await mona.get(f"{SHOP}/issues")).status == 200
    await github.control("/clock", advance_seconds=61)
    assert (await mona.post(f"{SHOP}/issues", {"title": "x"})).status == 201


async def test_pages_are_linked_by_the_repositorys_id(github: Standin) -> None:
    await github.repo("acme/shop")
    mona = github.as_user("mona")
    number = (await mona.get(SHOP)).json["id"]
    for title in "abcde":
        await mona.post(f"{SHOP}/issues", {"title": title})
    page = await mona.get(f"{SHOP}/issues", per_page="2", page="2")
    base = f"{github.url}/api/v3/repositories/{number}/issues?per_page=2&page="
    assert page.headers["Link"] == (
        f'<{base}1>; rel="prev", <{base}3>; rel="next", <{base}3>; rel="last", <{base}1>; rel="first"'
    )
    last = await mona.get(f"{base}3")
    assert [issue["title"] for issue in last.json] == ["a"]
    assert 'rel="next"' not in last.headers["Link"]
    assert "Link" not in (await mona.get(f"{SHOP}/issues")).headers


async def test_names_are_found_in_any_case_and_under_both_roots(github: Standin) -> None:
    await github.repo("Acme/Shop")
    mona = github.as_user("mona")
    assert (await mona.get("/repos/ACME/shop")).json["full_name"] == "Acme/Shop"
    assert (await github.operator.get("/repos/acme/shop")).json["full_name"] == "Acme/Shop"


async def test_a_renamed_repository_redirects(github: Standin) -> None:
    await github.repo("acme/shop")
    await github.role("acme/shop", hubot="admin")
    hubot = github.as_user("hubot")
    number = (await hubot.patch(SHOP, {"name": "store"})).json["id"]
    moved = await hubot.get(f"{SHOP}/issues")
    assert (moved.status, moved.headers["Location"]) == (
        301,
        f"{github.url}/api/v3/repositories/{number}/issues",
    )
    assert (await hubot.get(moved.headers["Location"])).status == 200
    asked = await hubot.get(f"{SHOP}/issues?labels=a%2Fb&state=all")
    assert asked.headers["Location"] == moved.headers["Location"] + "?labels=a%2Fb&state=all"
    posted = await hubot.post(f"{SHOP}/issues", {"title": "x"})
    assert (posted.status, posted.headers["Location"]) == (307, moved.headers["Location"])


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"{", "Problems parsing JSON"), (b'"text"', "Body should be a JSON object")],
    ids=["half an object", "a string"],
)
async def test_a_body_that_is_no_object_is_refused(github: Standin, data: bytes, message: str) -> None:
    github.misuse()
    await github.repo("acme/shop")
    token = (await github.control("/users", login="mona"))["token"]
    async with github.operator._session.post(
        f"{github.url}{SHOP}/issues", data=data, headers={"Authorization": f"token {token}"}
    ) as answer:
        assert (answer.status, (await answer.json())["message"]) == (400, message)


async def test_head_is_get_without_the_body(github: Standin) -> None:
    await github.repo("acme/shop")
    github.misuse()
    answer = await github.as_user("mona").send("HEAD", SHOP)
    assert (answer.status, answer.json) == (200, None)


async def ordered(github: Standin, kind: str) -> tuple[Client, str]:
    """A client, and a path whose second call goes wrong in this way."""
    await github.repo("acme/shop")
    fault = {"method": "POST", "path_regex": "/issues$", "kind": kind, "nth": 2, "seconds": 1}
    await github.control("/faults", faults=[fault])
    return github.as_user("mona"), f"{SHOP}/issues"


@pytest.mark.parametrize(
    ("kind", "status", "made"),
    [
        ("500_before", 500, 2),
        ("secondary_limit", 403, 2),
        ("429", 429, 2),
        ("html", 503, 2),
        ("502_after", 502, 3),
    ],
)
async def test_an_ordered_failure_strikes_once_before_or_after_the_work(
    github: Standin, kind: str, status: int, made: int
) -> None:
    mona, issues = await ordered(github, kind)
    answers: list[Answer] = [await mona.post(issues, {"title": str(number)}) for number in range(3)]
    assert [answer.status for answer in answers] == [201, status, 201]
    assert len((await mona.get(issues)).json) == made
    if kind in {"secondary_limit", "429"}:
        assert answers[1].headers["Retry-After"] == "1"


async def test_a_truncated_answer_was_carried_out(github: Standin) -> None:
    mona, issues = await ordered(github, "truncated")
    await mona.post(issues, {"title": "a"})
    with pytest.raises((ValueError, aiohttp.ClientError)):
        await mona.post(issues, {"title": "b"})
    assert len((await mona.get(issues)).json) == 2


async def test_a_timeout_leaves_the_caller_in_the_dark(github: Standin) -> None:
    mona, issues = await ordered(github, "timeout")
    await mona.post(issues, {"title": "a"})
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(mona.post(issues, {"title": "b"}), timeout=0.2)
    assert len((await mona.get(issues)).json) == 2
