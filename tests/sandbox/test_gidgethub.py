"""gidgethub, written by others for GitHub itself, does a whole round of work on the stand-in."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import gidgethub
import pytest
from gidgethub.aiohttp import GitHubAPI
from gidgethub.apps import get_installation_access_token

from tests.conftest import Standin
from tests.github.client import RegisteredApp

SHOP = "/repos/acme/shop"


@dataclass(frozen=True, slots=True)
class Peer:
    """gidgethub's client with an installation token, and the App behind it."""

    api: GitHubAPI
    app: RegisteredApp


@pytest.fixture
async def peer(github: Standin) -> AsyncIterator[Peer]:
    """An App on acme/shop, seen through gidgethub."""
    await github.repo("acme/shop", files={"README.md": "# Shop\n"})
    app = await github.app("acme")
    async with aiohttp.ClientSession() as session:
        anonymous = GitHubAPI(session, "peer", base_url=f"{github.url}/api/v3")
        made = await get_installation_access_token(
            anonymous, installation_id=str(app.installation_id), app_id=str(app.id), private_key=app.pem
        )
        yield Peer(
            GitHubAPI(session, "peer", oauth_token=made["token"], base_url=f"{github.url}/api/v3"), app
        )


async def test_it_opens_an_issue_and_reads_many_pages(peer: Peer) -> None:
    for number in range(35):
        await peer.api.post(f"{SHOP}/issues", data={"title": f"Issue {number}"})
    titles = [issue["title"] async for issue in peer.api.getiter(f"{SHOP}/issues?direction=asc&per_page=10")]
    assert titles == [f"Issue {number}" for number in range(35)]
    assert peer.api.rate_limit is not None
    assert peer.api.rate_limit.limit == 5000


async def test_it_carries_a_change_from_blob_to_merge(peer: Peer) -> None:
    api = peer.api
    ref = await api.getitem(f"{SHOP}/git/ref{{/ref}}", {"ref": "heads/main"})
    head = ref["object"]["sha"]
    base = await api.getitem(f"{SHOP}/git/commits{{/sha}}", {"sha": head})
    blob = await api.post(f"{SHOP}/git/blobs", data={"content": "print('hi')\n", "encoding": "utf-8"})
    entry = {"path": "src/hi.py", "mode": "100644", "type": "blob", "sha": blob["sha"]}
    tree = await api.post(f"{SHOP}/git/trees", data={"base_tree": base["tree"]["sha"], "tree": [entry]})
    commit = await api.post(
        f"{SHOP}/git/commits", data={"message": "Say hi", "tree": tree["sha"], "parents": [head]}
    )
    await api.post(f"{SHOP}/git/refs", data={"ref": "refs/heads/hi", "sha": commit["sha"]})
    pull = await api.post(f"{SHOP}/pulls", data={"title": "Say hi", "head": "hi", "base": "main"})
    files = [file["filename"] async for file in api.getiter(f"{pull['url']}/files")]
    merged = await api.put(f"{pull['url']}/merge", data={"sha": commit["sha"], "merge_method": "squash"})
    contents = await api.getitem(f"{SHOP}/contents/src/hi.py", accept="application/vnd.github.raw+json")
    assert files == ["src/hi.py"]
    assert merged["merged"] is True
    assert contents == "print('hi')\n"


async def test_it_understands_every_refusal(github: Standin, peer: Peer) -> None:
    github.misuse()
    with pytest.raises(gidgethub.InvalidField, match="title"):
        await peer.api.post(f"{SHOP}/issues", data={})
    with pytest.raises(gidgethub.BadRequest, match="Not Found"):
        await peer.api.getitem("/repos/acme/none")
    await github.control("/faults", faults=[{"method": "GET", "path_regex": "/shop$", "kind": "500_before"}])
    with pytest.raises(gidgethub.GitHubBroken):
        await peer.api.getitem(SHOP)
    await github.control("/limits", per_hour=1)
    with pytest.raises(gidgethub.RateLimitExceeded):
        await peer.api.getitem(SHOP)
    await github.control("/clock", advance_seconds=3700)
    with pytest.raises(gidgethub.BadRequest, match="Bad credentials"):
        await peer.api.getitem(SHOP)


async def test_it_follows_a_renamed_repository(peer: Peer) -> None:
    await peer.api.patch(SHOP, data={"name": "store"})
    found = await peer.api.getitem(SHOP)
    assert found["full_name"] == "acme/store"
