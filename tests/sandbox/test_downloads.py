"""What git itself, and a browser, can fetch."""

import asyncio
import io
import tarfile
from pathlib import Path

import pytest

from tests.conftest import Standin
from tests.sandbox.shop_repository import FILES, SHOP, commit


async def clone(url: str, to: Path) -> int:
    """The exit code of `git clone`."""
    process = await asyncio.create_subprocess_exec(
        "git",
        "-c",
        "credential.helper=",
        "clone",
        "-q",
        url,
        str(to),
        env={"PATH": "/usr/bin:/bin", "GIT_TERMINAL_PROMPT": "0"},
        stderr=asyncio.subprocess.DEVNULL,
    )
    return await process.wait()


async def test_git_clones_a_repository(github: Standin, tmp_path: Path) -> None:
    await github.repo("acme/shop", files=FILES)
    assert await clone(f"{github.url}/acme/shop.git", tmp_path / "shop") == 0
    assert (tmp_path / "shop/src/a.py").read_text() == "x = 1\ny = 2\n"


async def test_a_private_repository_is_cloned_with_a_token_that_may_read_it(
    github: Standin, tmp_path: Path
) -> None:
    await github.repo("acme/shop", files=FILES, private=True)
    app = await github.app("acme", permissions={"contents": "read"})
    made = await app.as_app.post(f"/app/installations/{app.installation_id}/access_tokens")
    host = github.url.removeprefix("http://")
    assert await clone(f"{github.url}/acme/shop.git", tmp_path / "no") != 0
    assert (
        await clone(f"http://x-access-token:{made.json['token']}@{host}/acme/shop.git", tmp_path / "yes") == 0
    )
    assert (tmp_path / "yes/README.md").exists()


@pytest.mark.parametrize("kind", ["tarball", "zipball"])
async def test_an_archive_is_fetched_once_from_where_the_api_says(github: Standin, kind: str) -> None:
    await github.repo("acme/shop", files=FILES)
    mona = github.as_user("mona")
    answer = await mona.get(f"{SHOP}/{kind}/main")
    assert answer.status == 302
    fetched = await github.operator.get(answer.headers["Location"])
    assert (await github.operator.get(answer.headers["Location"])).status == 404
    if kind == "tarball":
        with tarfile.open(fileobj=io.BytesIO(fetched.json)) as packed:
            names = packed.getnames()
        assert [name.partition("/")[2] for name in names] == ["", "README.md", "src", "src/a.py", "src/b.py"]
    else:
        assert fetched.json.startswith(b"PK")


async def test_the_diff_of_a_pull_request_has_a_page(github: Standin) -> None:
    await github.repo("acme/shop", files=FILES)
    await github.role("acme/shop", mona="write")
    mona = github.as_user("mona")
    await commit(mona, "topic", {"new.txt": "n\n"})
    pull = (await mona.post(f"{SHOP}/pulls", {"title": "t", "head": "topic", "base": "main"})).json
    diff, patch = await github.operator.get(pull["diff_url"]), await github.operator.get(pull["patch_url"])
    assert diff.json.startswith(b"diff --git a/new.txt b/new.txt")
    assert patch.json.startswith(b"From ")


async def test_an_archived_repository_is_read_only(github: Standin) -> None:
    await github.repo("acme/shop")
    await github.role("acme/shop", hubot="admin")
    hubot = github.as_user("hubot")
    await hubot.patch(SHOP, {"archived": True})
    refused = await hubot.post(f"{SHOP}/issues", {"title": "x"})
    assert (refused.status, refused.json["message"]) == (403, "Repository was archived so is read-only.")
    assert (await hubot.patch(SHOP, {"archived": False})).status == 200
    assert (await hubot.post(f"{SHOP}/issues", {"title": "x"})).status == 201
