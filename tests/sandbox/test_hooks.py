import asyncio
import hashlib
import hmac
import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from tests.conftest import Standin
from tests.github.client import RegisteredApp

SHOP = "/repos/acme/shop"


@dataclass
class Mailbox:
    """A webhook server that keeps what it gets and answers what the test wants."""

    status: int = 202
    url: str = ""
    letters: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def receive(self, request: web.Request) -> web.Response:
        self.letters.append((dict(request.headers), await request.read()))
        return web.Response(status=self.status, text="thanks")


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    box = Mailbox()
    application = web.Application()
    application.router.add_post("/webhook", box.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    box.url = "http://{}:{}/webhook".format(*runner.addresses[0][:2])
    yield box
    await runner.cleanup()


@pytest.fixture
async def app(github: Standin, mailbox: Mailbox) -> RegisteredApp:
    """An App on acme, its webhooks going to the mailbox, which is emptied of what the installation brought."""
    await github.repo("acme/shop")
    await github.role("acme/shop", mona="triage", hubot="write")
    app = await github.app("acme", url=mailbox.url)
    await github.settle()
    mailbox.letters.clear()
    return app


async def test_a_delivery_carries_every_documented_header_and_a_right_signature(
    github: Standin, app: RegisteredApp, mailbox: Mailbox
) -> None:
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "A till — «prd»"})
    await github.settle()
    (headers, body), *more = mailbox.letters
    assert more == []
    assert headers["Content-Type"] == "application/json"
    assert headers["User-Agent"].startswith("GitHub-Hookshot/")
    assert headers["X-GitHub-Event"] == "issues"
    assert str(uuid.UUID(headers["X-GitHub-Delivery"])) == headers["X-GitHub-Delivery"]
    assert headers["X-GitHub-Hook-Installation-Target-Type"] == "integration"
    assert headers["X-GitHub-Hook-Installation-Target-ID"] == str(app.id)
    assert headers["X-GitHub-Hook-ID"].isdecimal()
    secret = app.webhook_secret.encode()
    assert headers["X-Hub-Signature-256"] == "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
    assert headers["X-Hub-Signature"] == "sha1=" + hmac.new(secret, body, hashlib.sha1).hexdigest()
    payload = json.loads(body)
    assert payload["action"] == "opened"
    assert payload["issue"]["title"] == "A till — «prd»"
    assert payload["installation"]["id"] == app.installation_id
    assert (payload["repository"]["full_name"], payload["sender"]["login"]) == ("acme/shop", "mona")
    assert payload["organization"]["login"] == "acme"


async def test_the_app_hears_of_its_installation_without_asking(github: Standin, mailbox: Mailbox) -> None:
    await github.repo("acme/shop")
    await github.app("acme", url=mailbox.url, events=[])
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "Not asked for"})
    await github.settle()
    events = [
        (headers["X-GitHub-Event"], json.loads(body).get("action")) for headers, body in mailbox.letters
    ]
    assert ("installation", "created") in events
    assert not any(event == "issues" for event, _ in events)


async def test_an_app_hears_only_of_repositories_it_was_given(github: Standin, mailbox: Mailbox) -> None:
    await github.repo("acme/shop")
    await github.repo("other/shop")
    await github.app("acme", url=mailbox.url)
    await github.settle()
    mailbox.letters.clear()
    await github.as_user("mona").post("/repos/other/shop/issues", {"title": "Elsewhere"})
    await github.settle()
    assert mailbox.letters == []


async def test_deliveries_are_listed_read_and_sent_again_under_the_same_guid(
    github: Standin, app: RegisteredApp, mailbox: Mailbox
) -> None:
    mailbox.status = 500
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "Lost"})
    await github.settle()
    mailbox.status = 202
    await github.as_user("mona").post(f"{SHOP}/issues/1/comments", {"body": "Heard"})
    await github.settle()
    failed = (await app.as_app.get("/app/hook/deliveries", status="failure")).json
    assert [(entry["event"], entry["action"], entry["status_code"]) for entry in failed] == [
        ("issues", "opened", 500)
    ]
    shown = (await app.as_app.get(f"/app/hook/deliveries/{failed[0]['id']}")).json
    assert shown["request"]["headers"]["X-GitHub-Delivery"] == failed[0]["guid"]
    assert shown["request"]["payload"]["issue"]["title"] == "Lost"
    assert (shown["response"]["payload"], shown["redelivery"]) == ("thanks", False)
    again = await app.as_app.post(f"/app/hook/deliveries/{failed[0]['id']}/attempts")
    assert again.status == 202
    await github.settle()
    (first_headers, first_body), _, (again_headers, again_body) = mailbox.letters
    assert again_body == first_body
    assert again_headers["X-GitHub-Delivery"] == first_headers["X-GitHub-Delivery"]
    newest = (await app.as_app.get("/app/hook/deliveries")).json[0]
    assert (newest["redelivery"], newest["guid"], newest["status_code"]) == (True, failed[0]["guid"], 202)
    assert newest["id"] != failed[0]["id"]


async def test_nothing_is_sent_again_by_itself(github: Standin, app: RegisteredApp, mailbox: Mailbox) -> None:
    mailbox.status = 503
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "Lost"})
    await github.settle()
    await asyncio.sleep(0.05)
    assert len(mailbox.letters) == 1
    assert app.id


async def test_an_app_that_is_down_is_written_down(github: Standin) -> None:
    await github.repo("acme/shop")
    app = await github.app("acme", url="http://127.0.0.1:1/webhook")
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "Lost"})
    await github.settle()
    newest = (await app.as_app.get("/app/hook/deliveries")).json[0]
    assert (newest["status"], newest["status_code"]) == ("failed to connect to host", 502)


async def test_deliveries_are_paged_by_cursor(github: Standin, app: RegisteredApp) -> None:
    for number in range(5):
        await github.as_user("mona").post(f"{SHOP}/issues", {"title": f"n{number}"})
    await github.settle()
    seen, path = [], "/app/hook/deliveries?per_page=2"
    while path:
        page = await app.as_app.get(path)
        seen += [entry["id"] for entry in page.json]
        path = page.headers["Link"].partition("<")[2].partition(">")[0] if "Link" in page.headers else ""
    assert len(seen) == len(set(seen)) >= 5
    assert seen == sorted(seen, reverse=True)


async def test_another_app_sees_no_deliveries_of_this_one(github: Standin, app: RegisteredApp) -> None:
    await github.as_user("mona").post(f"{SHOP}/issues", {"title": "Mine"})
    await github.settle()
    other = await github.app("acme", name="Other")
    mine = (await app.as_app.get("/app/hook/deliveries")).json[0]["id"]
    assert (await other.as_app.get("/app/hook/deliveries")).json == []
    assert (await other.as_app.get(f"/app/hook/deliveries/{mine}")).status == 404
    assert (await github.as_user("mona").get("/app/hook/deliveries")).status == 401


async def test_the_webhook_can_be_pointed_elsewhere(app: RegisteredApp) -> None:
    assert (await app.as_app.get("/app/hook/config")).json["content_type"] == "json"
    changed = await app.as_app.patch("/app/hook/config", {"url": "https://example.com/hook"})
    assert changed.json["url"] == "https://example.com/hook"


async def test_deliveries_arrive_in_order(github: Standin, app: RegisteredApp, mailbox: Mailbox) -> None:
    hubot = github.as_user("hubot")
    for number in range(1, 21):
        await hubot.post(f"{SHOP}/issues", {"title": f"n{number}"})
    await github.settle()
    numbers = [json.loads(body)["issue"]["number"] for _, body in mailbox.letters]
    assert numbers == list(range(1, 21))
    assert app.id


async def test_deliveries_can_be_lost_doubled_and_turned_round(
    github: Standin, app: RegisteredApp, mailbox: Mailbox
) -> None:
    mona = github.as_user("mona")

    def subjects() -> list[str]:
        return [json.loads(body)["issue"]["title"] for _, body in mailbox.letters]

    await github.control("/webhooks", lose=1, duplicate=1)
    for title in ("lost", "doubled", "plain"):
        await mona.post(f"{SHOP}/issues", {"title": title})
    await github.settle()
    assert subjects() == ["doubled", "doubled", "plain"]
    assert len({headers["X-GitHub-Delivery"] for headers, _ in mailbox.letters}) == 2
    (lost,) = (await app.as_app.get("/app/hook/deliveries", status="failure")).json
    assert lost["event"] == "issues"
    mailbox.letters.clear()
    await github.control("/webhooks", hold=True)
    for title in ("first", "second", "third"):
        await mona.post(f"{SHOP}/issues", {"title": title})
    await github.settle()
    assert subjects() == []
    await github.control("/webhooks", hold=False, backwards=True)
    await github.settle()
    assert subjects() == ["third", "second", "first"]
    await mona.post(f"{SHOP}/issues", {"title": "later"})
    await github.settle()
    assert subjects() == ["third", "second", "first", "later"]
