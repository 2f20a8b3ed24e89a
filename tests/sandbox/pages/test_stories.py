"""People use the pages: what they do is done as on GitHub, and Apps hear of it by webhook."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.conftest import Standin
from tests.sandbox.pages.browsing import Browser

ISSUE = "/acme/shop/issues/1"


@pytest.fixture
async def hook() -> AsyncIterator[str]:
    """Where Apps take their webhooks: an address that answers 200 to everything."""

    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(text="taken")

    application = web.Application()
    application.router.add_post("/hook", take)
    async with TestServer(application) as server:
        yield str(server.make_url("/hook"))


@pytest.fixture
async def browser(github: Standin, hook: str) -> AsyncIterator[Browser]:
    """A browser on a stand-in with acme/shop, mona (admin), raj (write), lee (read), and an issue by mona."""
    for login in ("mona", "raj", "lee"):
        await github.control("/users", login=login)
    await github.control("/orgs", login="acme", members={"mona": "admin"})
    files = {
        "README.md": "# Shop\n\nSee [docs](docs/a.md).\n\n```mermaid\nflowchart LR\na[Web] --> b[(Store)]\n```\n",
        "docs/a.md": "# Notes\n",
        "app.py": "print(1)\n",
    }
    await github.repo("acme/shop", files=files)
    await github.role("acme/shop", raj="write")
    await github.app("acme", url=hook)
    opened = await github.as_user("mona").post(
        "/repos/acme/shop/issues", {"title": "PRD: invoices", "body": "Why\n\n- [ ] talk to finance\n"}
    )
    assert opened.status == 201
    browser = Browser.opened(github.url)
    yield browser
    await browser.close()


def heard(github: Standin, event: str) -> list[tuple[str, str]]:
    """The (action, sender) of every webhook of an event."""
    return [
        (payload["action"], payload["sender"]["login"]) for name, payload in github.webhooks if name == event
    ]


async def test_every_page_says_what_it_is_and_lets_nothing_from_elsewhere_in(browser: Browser) -> None:
    for path in ("/", "/acme", "/acme/shop", "/acme/shop/issues", "/acme/shop/issues/new", ISSUE, "/acme/shop/pulls",
                 "/acme/shop/tree/main/docs", "/acme/shop/blob/main/docs/a.md", "/acme/shop/blob/main/app.py",
                 "/_standin/deliveries", "/acme/nothing"):  # fmt: skip
        page = await browser.look(path)
        assert page.status == (404 if path == "/acme/nothing" else 200), path
        assert "Local stand-in, not GitHub." in page.words, path
        assert "default-src 'none'" in page.headers["Content-Security-Policy"], path
        assert "//cdn" not in page.html, path


async def test_mona_comments_and_the_app_hears_of_it(github: Standin, browser: Browser) -> None:
    page = await browser.send(
        f"{ISSUE}/comment", **{"as": "mona", "body": "Looks **good**, @raj.\r\n\r\n/status"}
    )
    assert page.path == ISSUE
    assert "<strong>good</strong>" in page.html
    assert '<a class="mention" href="/raj">@raj</a>' in page.html
    assert heard(github, "issue_comment") == [("created", "mona")]
    await github.settle()
    sent = github.world.deliveries[-1]
    assert (sent.event, sent.status_code, sent.response_body) == ("issue_comment", 200, "taken")
    comment = next(payload for name, payload in github.webhooks if name == "issue_comment")["comment"]
    assert comment["body"] == "Looks **good**, @raj.\n\n/status"


async def test_an_empty_comment_is_refused_and_nobody_is_told(github: Standin, browser: Browser) -> None:
    page = await browser.send(f"{ISSUE}/comment", **{"as": "mona", "body": "  "})
    assert (page.status, "A comment needs some words." in page.words) == (422, True)
    assert heard(github, "issue_comment") == []


async def test_a_form_on_another_site_is_refused(github: Standin, browser: Browser) -> None:
    fields = {"as": "mona", "body": "/approve"}
    page = await browser.send(f"{ISSUE}/comment", origin="https://evil.example", **fields)
    assert page.status == 403
    page = await browser.send("/_standin/speaker", origin="https://evil.example", **{"as": "raj"})
    assert page.status == 403
    assert heard(github, "issue_comment") == []


async def test_a_reader_can_neither_label_nor_close(github: Standin, browser: Browser) -> None:
    page = await browser.send(f"{ISSUE}/labels", **{"as": "lee", "add": "bug"})
    assert page.status == 403
    page = await browser.send(f"{ISSUE}/comment", **{"as": "lee", "body": "", "then": "close"})
    assert page.status == 403
    assert heard(github, "issues") == [("opened", "mona")]


async def test_raj_labels_closes_and_reopens(github: Standin, browser: Browser) -> None:
    await browser.send(f"{ISSUE}/labels", **{"as": "raj", "add": "good first issue"})
    page = await browser.send(f"{ISSUE}/labels", **{"as": "raj", "remove": "good first issue"})
    assert "raj removed the label good first issue" in page.words
    page = await browser.send(f"{ISSUE}/comment", **{"as": "raj", "body": "Not now.", "then": "skip"})
    assert "Not planned" in page.words
    page = await browser.send(f"{ISSUE}/comment", **{"as": "raj", "body": "", "then": "reopen"})
    assert "raj reopened this" in page.words
    assert heard(github, "issues") == [
        ("opened", "mona"), ("labeled", "raj"), ("unlabeled", "raj"), ("closed", "raj"), ("reopened", "raj")
    ]  # fmt: skip


async def test_ticking_a_box_of_a_bot_edits_its_comment_as_the_person(
    github: Standin, browser: Browser
) -> None:
    app = await github.app("acme", name="Asker")
    body = "Pick one:\n\n- [ ] <!-- sb:q1=a --> members\n- [ ] support\n"
    made = await app.as_installation.post("/repos/acme/shop/issues/1/comments", {"body": body})
    await browser.send("/_standin/speaker", **{"as": "raj"})
    page = await browser.send(f"{ISSUE}/comments/{made.json['id']}/tick", line="2")
    assert 'data-line="2" checked' in page.html
    edit = [payload for name, payload in github.webhooks if name == "issue_comment"][-1]
    assert (edit["action"], edit["sender"]["login"], edit["comment"]["user"]["login"]) == (
        "edited",
        "raj",
        "asker[bot]",
    )
    assert edit["changes"]["body"]["from"] == body
    assert edit["comment"]["body"] == body.replace("[ ] <!--", "[x] <!--")


async def test_a_tick_on_a_line_that_is_no_task_changes_nothing(github: Standin, browser: Browser) -> None:
    page = await browser.send(f"{ISSUE}/tick", line="0")
    assert page.status == 409
    assert heard(github, "issues") == [("opened", "mona")]


async def test_a_new_issue_is_opened_with_labels_by_whoever_speaks(github: Standin, browser: Browser) -> None:
    fields = {"as": "raj", "title": "PRD: receipts", "body": "Send them.", "labels": "enhancement"}
    page = await browser.send("/acme/shop/issues", **fields)
    assert page.path == "/acme/shop/issues/2"
    assert "PRD: receipts #2" in page.words
    assert heard(github, "issues")[1:] == [("opened", "raj"), ("labeled", "raj")]


async def test_the_speaker_is_remembered(browser: Browser) -> None:
    await browser.send(f"{ISSUE}/comment", **{"as": "raj", "body": "Hello"})
    assert '<option value="raj" selected>' in (await browser.look("/acme")).html


async def test_reacting_adds_a_face(browser: Browser) -> None:
    page = await browser.send(f"{ISSUE}/react", **{"as": "raj", "content": "rocket"})
    assert "🚀 1" in page.words


async def test_what_a_person_writes_cannot_act_on_the_page(browser: Browser) -> None:
    page = await browser.send(
        f"{ISSUE}/comment", **{"as": "mona", "body": "<script>alert(1)</script><b onclick=x>hi</b>"}
    )
    assert "alert(1)</script>" not in page.html.split('<div class="card-body')[2].split("<form")[0]
    assert "<b onclick" not in page.html


async def test_files_are_shown_and_readme_links_lead_to_them(browser: Browser) -> None:
    page = await browser.look("/acme/shop")
    assert '<a href="/acme/shop/blob/main/docs/a.md" rel="nofollow">docs</a>' in page.html
    assert '<svg class="mermaid"' in page.html
    assert (await browser.look("/acme/shop/raw/main/app.py")).html == "print(1)\n"
    assert (await browser.look("/acme/shop/blob/main/no.py")).status == 404


async def test_a_webhook_can_be_read_and_sent_again(github: Standin, browser: Browser) -> None:
    await browser.send(f"{ISSUE}/comment", **{"as": "mona", "body": "Hello"})
    await github.settle()
    listed = await browser.look("/_standin/deliveries")
    assert "issue_comment.created" in listed.words
    number = github.world.deliveries[-1].id
    shown = await browser.look(f"/_standin/deliveries/{number}")
    assert "X-Hub-Signature-256: sha256=" in shown.words
    assert "200 OK in" in shown.words
    assert '"body": "Hello"' in shown.words
    again = await browser.send(f"/_standin/deliveries/{number}")
    assert again.path == "/_standin/deliveries"
    assert "sent again" in again.words
    assert github.world.deliveries[-1].guid == github.world.deliveries[-2].guid


async def test_a_pull_request_is_read_reviewed_and_merged(github: Standin, browser: Browser) -> None:
    repo = "/repos/acme/shop"
    mona = github.as_user("mona")
    base = (await mona.get(f"{repo}/git/ref/heads/main")).json["object"]["sha"]
    await mona.post(f"{repo}/git/refs", {"ref": "refs/heads/topic", "sha": base})
    old = (await mona.get(f"{repo}/contents/app.py")).json["sha"]
    change = {"message": "Print two", "content": "cHJpbnQoMikK", "branch": "topic", "sha": old}
    assert (await mona.put(f"{repo}/contents/app.py", change)).status == 200
    made = await mona.post(
        f"{repo}/pulls", {"title": "Print two", "head": "topic", "base": "main", "body": "Closes #1"}
    )
    head = made.json["head"]["sha"]
    page = await browser.look("/acme/shop/pull/2")
    assert "This branch can be merged" in page.words
    assert (
        '<tr class="r-gone"><td class="num">1</td><td class="num"></td><td class="line">print(1)</td></tr>'
        in page.html
    )
    assert (
        '<tr class="r-added"><td class="num"></td><td class="num">1</td><td class="line">print(2)</td></tr>'
        in page.html
    )

    page = await browser.send(
        "/acme/shop/pull/2/review", **{"as": "raj", "event": "APPROVE", "body": "Two it is."}
    )
    assert "raj approved these changes" in page.words
    page = await browser.send("/acme/shop/pull/2/merge", **{"as": "lee", "sha": head, "method": "merge"})
    assert page.status == 403
    page = await browser.send("/acme/shop/pull/2/merge", **{"as": "raj", "sha": "0" * 40, "method": "merge"})
    assert page.status == 409
    page = await browser.send("/acme/shop/pull/2/merge", **{"as": "raj", "sha": head, "method": "squash"})
    assert "Merged" in page.words
    assert "Merge pull request" not in page.words
    assert heard(github, "pull_request_review") == [("submitted", "raj")]
    assert heard(github, "pull_request") == [("opened", "mona"), ("closed", "raj")]
    assert (await browser.look("/acme/shop/raw/main/app.py")).html == "print(2)\n"
    assert ">Closed</span>" in (await browser.look(ISSUE)).html
    merged = (await mona.get(f"{repo}/git/ref/heads/main")).json["object"]["sha"]
    assert "print(2)" in (await browser.look(f"/acme/shop/commit/{merged}")).words


async def test_a_draft_is_made_ready_by_whoever_may_write(github: Standin, browser: Browser) -> None:
    repo, mona = "/repos/acme/shop", github.as_user("mona")
    base = (await mona.get(f"{repo}/git/ref/heads/main")).json["object"]["sha"]
    await mona.post(f"{repo}/git/refs", {"ref": "refs/heads/topic", "sha": base})
    change = {"message": "Add b", "content": "Ygo=", "branch": "topic"}
    await mona.put(f"{repo}/contents/b.txt", change)
    await mona.post(f"{repo}/pulls", {"title": "Add b", "head": "topic", "base": "main", "draft": True})
    page = await browser.look("/acme/shop/pull/2")
    assert "This is a draft" in page.words
    assert "Ready for review" in page.words
    assert (await browser.send("/acme/shop/pull/2/ready", **{"as": "lee"})).status == 403
    page = await browser.send("/acme/shop/pull/2/ready", **{"as": "raj"})
    assert "This branch can be merged" in page.words
    assert "Ready for review" not in page.words
    assert heard(github, "pull_request") == [("opened", "mona"), ("ready_for_review", "raj")]
    assert (await browser.send(f"{ISSUE}/ready", **{"as": "raj"})).status == 404


async def test_a_check_shows_its_summary_and_its_button_reaches_its_app(
    github: Standin, browser: Browser, hook: str
) -> None:
    repo = "/repos/acme/shop"
    app = await github.app("acme", name="Gates", url=hook)
    base = (await app.as_installation.get(f"{repo}/git/ref/heads/main")).json["object"]["sha"]
    await app.as_installation.post(f"{repo}/git/refs", {"ref": "refs/heads/topic", "sha": base})
    change = {"message": "Add b", "content": "Ygo=", "branch": "topic"}
    sha = (await app.as_installation.put(f"{repo}/contents/b.txt", change)).json["commit"]["sha"]
    await app.as_installation.post(f"{repo}/pulls", {"title": "Add b", "head": "topic", "base": "main"})
    run = {
        "name": "gates", "head_sha": sha, "status": "completed", "conclusion": "failure",
        "output": {"title": "1 of 2", "summary": "**Scope** is too wide"},
        "actions": [{"label": "Again", "description": "Check again", "identifier": "again"}],
    }  # fmt: skip
    made = await app.as_installation.post(f"{repo}/check-runs", run)
    page = await browser.look("/acme/shop/pull/2")
    assert "<strong>Scope</strong> is too wide" in page.html
    assert "Some checks were not successful" in page.words
    press = f"/acme/shop/pull/2/checks/{made.json['id']}"
    assert (await browser.send(press, **{"as": "lee", "identifier": "again"})).status == 403
    assert (await browser.send(press, **{"as": "raj", "identifier": "never"})).status == 409
    assert (await browser.send(press, **{"as": "raj", "identifier": "again"})).status == 200
    assert (await browser.send(press, **{"as": "raj", "identifier": ""})).status == 200
    assert heard(github, "check_run")[-2:] == [("requested_action", "raj"), ("rerequested", "raj")]


async def test_sub_issues_and_blockers_are_named_on_both_pages(github: Standin, browser: Browser) -> None:
    repo, mona = "/repos/acme/shop", github.as_user("mona")
    ids = [
        (await mona.post(f"{repo}/issues", {"title": title})).json["id"]
        for title in ("U-01 Table", "U-02 Session")
    ]
    for number in ids:
        await mona.post(f"{repo}/issues/1/sub_issues", {"sub_issue_id": number})
    await mona.post(f"{repo}/issues/3/dependencies/blocked_by", {"issue_id": ids[0]})
    await browser.send("/acme/shop/issues/2/comment", **{"as": "mona", "body": "", "then": "close"})
    parent = (await browser.look(ISSUE)).words
    assert "Sub-issues 1 of 2 done" in parent
    assert "mona added the sub-issue U-02 Session #3" in parent
    child = (await browser.look("/acme/shop/issues/3")).words
    assert "Parent PRD: invoices #1" in child
    assert "Blocked by U-01 Table #2" in child
    assert "mona marked this as blocked by U-01 Table #2" in child
    assert "Blocking U-02 Session #3" in (await browser.look("/acme/shop/issues/2")).words


async def test_a_name_becomes_a_link_as_soon_as_it_means_something(github: Standin, browser: Browser) -> None:
    page = await browser.send(f"{ISSUE}/comment", **{"as": "mona", "body": "see #2"})
    assert '<a href="/acme/shop/issues/2">#2</a>' not in page.html
    await github.as_user("mona").post("/repos/acme/shop/issues", {"title": "Second"})
    assert '<a href="/acme/shop/issues/2">#2</a>' in (await browser.look(ISSUE)).html


async def test_the_live_part_is_the_thread_alone(browser: Browser) -> None:
    part = await browser.look(f"{ISSUE}?part=live")
    assert part.html.lstrip().startswith('<div class="columns talk" id="live"')
    assert "<html" not in part.html
    assert "PRD: invoices #1" in part.words
