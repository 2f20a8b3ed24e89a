"""GitHub's own addresses, as Apps put them into their texts, lead somewhere."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.pages.visit import ago
from tests.conftest import Standin
from tests.sandbox.pages.browsing import Browser


@pytest.fixture
async def browser(github: Standin) -> AsyncIterator[Browser]:
    """A browser on acme/shop, which has a branch `feature/two` with one more commit, and a pull request of it."""
    await github.control("/users", login="mona")
    await github.control("/orgs", login="acme", members={"mona": "admin"})
    repo = await github.repo("acme/shop")
    mona = github.as_user("mona")
    base = (await mona.get(f"{repo}/git/ref/heads/main")).json["object"]["sha"]
    await mona.post(f"{repo}/git/refs", {"ref": "refs/heads/feature/two", "sha": base})
    change = {"message": "Add two", "content": "dHdvCg==", "branch": "feature/two"}
    await mona.put(f"{repo}/contents/docs/two.txt", change)
    await mona.post(f"{repo}/pulls", {"title": "Two", "head": "feature/two", "base": "main"})
    browser = Browser.opened(github.url)
    yield browser
    await browser.close()


ADDRESSES = {
    "a folder of a branch with a slash": ("/acme/shop/tree/feature/two/docs", "two.txt"),
    "a file of a branch with a slash": ("/acme/shop/blob/feature/two/docs/two.txt", "1 two"),
    "the history of a branch": ("/acme/shop/commits/feature/two", "Add two"),
    "the history of a file": ("/acme/shop/commits/feature/two/docs/two.txt", "Add two"),
    "a comparison": ("/acme/shop/compare/main...feature/two", "1 commit, 1 file changed."),
    "the files of a pull request": ("/acme/shop/pull/1/files", "docs/two.txt added"),
    "a pull request as an issue": (
        "/acme/shop/issues/1",
        "wants to merge 1 commit into main from feature/two",
    ),
    "a label": ("/acme/shop/labels/bug", "Issues labelled bug"),
    "another case": ("/ACME/Shop/issues", "Issues"),
}


@pytest.mark.parametrize(("path", "words"), ADDRESSES.values(), ids=ADDRESSES.keys())
async def test_the_address_shows(browser: Browser, path: str, words: str) -> None:
    page = await browser.look(path)
    assert page.status == 200
    assert words in page.words


NOWHERE = {
    "no such branch": "/acme/shop/tree/none",
    "a file as a folder": "/acme/shop/tree/feature/two/docs/two.txt",
    "no such commit": "/acme/shop/commit/abcdef1",
    "no such comparison": "/acme/shop/compare/main...none",
    "no such check": "/acme/shop/runs/1",
    "no such issue": "/acme/shop/issues/99",
    "no such repository": "/acme/none",
    "nobody": "/none",
    "no such webhook": "/_standin/deliveries/1",
}


@pytest.mark.parametrize("path", NOWHERE.values(), ids=NOWHERE.keys())
async def test_what_is_not_there_is_a_page_that_says_so(browser: Browser, path: str) -> None:
    page = await browser.look(path)
    assert page.status == 404
    assert "Nothing was changed." in page.words


async def test_a_check_run_leads_to_the_pull_request_of_its_commit(github: Standin, browser: Browser) -> None:
    app = await github.app("acme", url=github.url)
    sha = github.world.repos["acme", "shop"].pulls[1].head_sha
    made = await app.as_installation.post("/repos/acme/shop/check-runs", {"name": "gates", "head_sha": sha})
    assert made.json["html_url"] == f"{github.url}/acme/shop/runs/{made.json['id']}"
    page = await browser.look(f"/acme/shop/runs/{made.json['id']}")
    assert page.path == "/acme/shop/pull/1"
    assert "gates" in (await browser.look(f"/acme/shop/commit/{sha}")).words


async def test_the_old_name_of_a_repository_leads_to_the_new_one(github: Standin, browser: Browser) -> None:
    renamed = await github.as_user("mona").patch("/repos/acme/shop", {"name": "store"})
    assert renamed.status == 200
    assert (await browser.look("/acme/shop/pull/1")).path == "/acme/store/pull/1"


async def test_an_empty_world_has_a_front_page_and_nobody_to_speak_as(github: Standin) -> None:
    browser = Browser.opened(github.url)
    page = await browser.look("/")
    assert "No repository yet." in page.words
    assert "You are" not in page.words
    await browser.close()


AGES = {
    "the future": (-60, "just now"),
    "now": (9, "just now"),
    "seconds": (10, "10 seconds ago"),
    "one minute": (60, "1 minute ago"),
    "minutes": (3599, "59 minutes ago"),
    "hours": (7200, "2 hours ago"),
    "one day": (86_400, "1 day ago"),
    "months": (5_200_000, "2 months ago"),
    "years": (70_000_000, "2 years ago"),
}


@pytest.mark.parametrize(("seconds", "said"), AGES.values(), ids=AGES.keys())
def test_ages_are_said_as_people_say_them(seconds: int, said: str) -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert ago(now - timedelta(seconds=seconds), now=now) == said


async def test_a_long_run_of_the_same_thing_is_one_line_that_opens(github: Standin, browser: Browser) -> None:
    mona, repo = github.as_user("mona"), "/repos/acme/shop"
    await mona.post(f"{repo}/issues", {"title": "PRD"})
    for number in range(5):
        unit = await mona.post(f"{repo}/issues", {"title": f"Unit {number}"})
        await mona.post(f"{repo}/issues/2/sub_issues", {"sub_issue_id": unit.json["id"]})
    page = await browser.look("/acme/shop/issues/2")
    assert "<summary>added 5 sub-issues</summary>" in page.html
    assert "added the sub-issue Unit 3 #6" in page.words
