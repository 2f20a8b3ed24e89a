"""The real port and client against the stand-in, under the eyes of GitHub's own description."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.errors import Forbidden, Invalid, NotFound, Retry, Unauthorized
from bot.github import Hub
from bot.github.port import AiohttpPort
from bot.queue_sqlite import SqliteQueue
from tests.bot.hubs import hub_of
from tests.conftest import Standin

REPO = "/repos/acme/shop"


@dataclass(frozen=True)
class Scene:
    """An installed App, one repository, and the client."""

    hub: Hub
    installation: int
    repository: int


@pytest.fixture
async def scene(github: Standin, queue: SqliteQueue) -> AsyncIterator[Scene]:
    await github.repo("acme/shop")
    await github.repo("acme/other")
    app = await github.app("acme")
    async with AiohttpPort() as port:
        hub = hub_of(github, app, port=port, queue=queue)
        repository = (await hub.reader(app.installation_id, None).get(REPO))["id"]
        yield Scene(hub, app.installation_id, repository)


async def test_the_app_finds_its_installation_and_talks_in_an_issue(scene: Scene) -> None:
    assert await scene.hub.installation_for("acme", "shop") == scene.installation
    talker = scene.hub.talker(scene.installation, scene.repository)
    made = await talker.post(f"{REPO}/issues", {"title": "A PRD", "body": "- FR-1"})
    comment = await talker.post(f"{REPO}/issues/{made['number']}/comments", {"body": "Hello."})
    changed = await talker.patch(f"{REPO}/issues/comments/{comment['id']}", {"body": "Hello again."})
    assert changed["body"] == "Hello again."
    await talker.delete(f"{REPO}/issues/comments/{comment['id']}")
    assert await talker.get_or_none(f"{REPO}/issues/comments/{comment['id']}") is None
    assert await talker.get_all(f"{REPO}/issues/{made['number']}/comments") == []


async def test_a_talker_cannot_change_a_file_and_the_write_gates_token_can(scene: Scene) -> None:
    talker = scene.hub.talker(scene.installation, scene.repository)
    blob = {"content": "x = 1\n", "encoding": "utf-8"}
    with pytest.raises(Forbidden):
        await talker.post(f"{REPO}/git/blobs", blob)
    token = await scene.hub.mint_write_token(scene.installation, scene.repository)
    writer = scene.hub.writer(token)
    made = await writer.post(f"{REPO}/git/blobs", blob)
    assert made["sha"] == hashlib.sha1(b"blob 6\0x = 1\n").hexdigest()
    with pytest.raises((Forbidden, NotFound)):
        await writer.post("/repos/acme/other/git/blobs", blob)
    await scene.hub.revoke(token)
    with pytest.raises(Unauthorized):
        await writer.post(f"{REPO}/git/blobs", blob)


async def test_every_page_is_read(scene: Scene) -> None:
    talker = scene.hub.talker(scene.installation, scene.repository)
    issue = await talker.post(f"{REPO}/issues", {"title": "Long thread"})
    path = f"{REPO}/issues/{issue['number']}/comments"
    for number in range(7):
        await talker.post(path, {"body": f"comment {number}"})
    bodies = [comment["body"] for comment in await talker.get_all(path, per_page=3)]
    assert bodies == [f"comment {number}" for number in range(7)]


async def test_an_unchanged_answer_comes_from_memory_and_a_changed_one_does_not(scene: Scene) -> None:
    talker = scene.hub.talker(scene.installation, scene.repository)
    issue = await talker.post(f"{REPO}/issues", {"title": "One"})
    path = f"{REPO}/issues/{issue['number']}"
    first = await talker.get(path)
    assert await talker.get(path) == first
    await talker.patch(path, {"title": "Two"})
    assert (await talker.get(path))["title"] == "Two"


async def test_an_expired_token_is_replaced_without_anybody_noticing(scene: Scene, github: Standin) -> None:
    reader = scene.hub.reader(scene.installation, scene.repository)
    await reader.get(REPO)
    await github.control("/clock", advance_seconds=2 * 3600)
    assert (await reader.get(REPO))["full_name"] == "acme/shop"


async def test_what_exists_already_is_told_apart(scene: Scene) -> None:
    talker = scene.hub.talker(scene.installation, scene.repository)
    label = {"name": "signalbox", "color": "0e8a16"}
    await talker.post(f"{REPO}/labels", label)
    with pytest.raises(Invalid) as raised:
        await talker.post(f"{REPO}/labels", label)
    assert raised.value.says("already_exists")


@pytest.mark.parametrize("kind", ["secondary_limit", "429"])
async def test_after_a_limit_nothing_is_sent(scene: Scene, github: Standin, kind: str) -> None:
    reader = scene.hub.reader(scene.installation, scene.repository)
    await reader.get(REPO)
    fault = {"method": "GET", "path_regex": "/repos/acme/shop$", "nth": 1, "kind": kind, "times": 1}
    await github.control("/faults", faults=[fault])
    with pytest.raises(Retry) as raised:
        await reader.get(REPO)
    sent = scene.hub.calls.total()
    with pytest.raises(Retry):
        await reader.get(f"{REPO}/issues")
    assert scene.hub.calls.total() == sent
    await github.control("/clock", advance_seconds=raised.value.at - github.world.clock().timestamp() + 1)
    assert (await reader.get(REPO))["full_name"] == "acme/shop"
