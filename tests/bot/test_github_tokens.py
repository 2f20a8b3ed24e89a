"""Who the client is to GitHub: every token is narrow, and none outlives its use."""

from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from bot.errors import (
    Bug,
    Unauthorized,
)
from bot.github import Hub, Reader, Talker
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import Call, Give, ScriptedGitHub


async def test_every_token_is_narrowed_to_one_repository_and_named_permissions(
    hub: Hub, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value={})] * 3
    await hub.reader(5, 9).get("/a")
    await hub.talker(5, 9).get("/a")
    await hub.reader(5, None).get("/a")
    assert scripted.minted == [
        {
            "permissions": {
                "checks": "read",
                "contents": "read",
                "issues": "read",
                "metadata": "read",
                "pull_requests": "read",
                "statuses": "read",
            },
            "repository_ids": [9],
        },
        {
            "permissions": {
                "checks": "write",
                "contents": "read",
                "issues": "write",
                "metadata": "read",
                "pull_requests": "write",
                "statuses": "read",
            },
            "repository_ids": [9],
        },
        {
            "permissions": {
                "checks": "read",
                "contents": "read",
                "issues": "read",
                "metadata": "read",
                "pull_requests": "read",
                "statuses": "read",
            }
        },
    ]


@pytest.mark.parametrize("level", ["write", "admin"])
def test_a_talker_that_could_change_files_is_our_own_mistake(hub: Hub, level: str) -> None:
    with pytest.raises(Bug):
        hub.talker(5, 9, {"contents": level})
    with pytest.raises(Bug):
        hub.reader(5, 9, {"contents": level})


async def test_a_token_is_used_until_five_minutes_before_its_end(
    reader: Reader, scripted: ScriptedGitHub, clock: ManualClock
) -> None:
    scripted.script = [Give(value={})] * 4
    await reader.get("/a")
    clock.time += 3600 - 301
    await reader.get("/a")
    assert len(scripted.minted) == 1
    clock.time += 2
    await reader.get("/a")
    assert len(scripted.minted) == 2


async def test_a_401_mints_once_and_goes_on(reader: Reader, talker: Talker, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(401, {"message": "Bad credentials"}), Give(value={"ok": 1})]
    assert await reader.get("/a") == {"ok": 1}
    scripted.script = [Give(401, {"message": "Bad credentials"}), Give(201, {"id": 1})]
    assert await talker.post("/b", {"x": 1}) == {"id": 1}
    assert len(scripted.minted) == 4
    scripted.script = [Give(401, {"message": "Bad credentials"})] * 2
    with pytest.raises(Unauthorized):
        await reader.get("/a")


async def test_a_write_token_is_for_one_repository_never_cached_and_revoked(
    hub: Hub, scripted: ScriptedGitHub
) -> None:
    first = await hub.mint_write_token(5, 9)
    second = await hub.mint_write_token(5, 9)
    assert first.value != second.value
    assert (
        scripted.minted
        == [{"permissions": {"contents": "write", "metadata": "read"}, "repository_ids": [9]}] * 2
    )
    assert first.value not in repr(first)
    scripted.script = [Give(201, {"sha": "f00"}), Give(204)]
    assert await hub.writer(first).post("/repos/o/r/git/blobs", {"content": "x"}) == {"sha": "f00"}
    await hub.revoke(first)
    assert scripted.asked == ["POST /repos/o/r/git/blobs", "DELETE /installation/token"]
    assert scripted.calls[-1].headers["authorization"] == f"token {first.value}"
    scripted.script = [Give(401, {"message": "Bad credentials"})]
    with pytest.raises(Unauthorized):
        await hub.writer(first).post("/repos/o/r/git/blobs", {"content": "x"})


async def test_the_app_finds_its_installation(hub: Hub, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(value={"id": 5})]
    assert await hub.installation_for("acme", "a.b") == 5
    assert scripted.asked == ["GET /repos/acme/a.b/installation"]
    assert scripted.calls[0].headers["authorization"].startswith("bearer ey")


@pytest.mark.parametrize("ahead", [*range(-300, 301, 10), -600, 600])
async def test_the_jwt_is_good_on_githubs_clock(
    hub: Hub, scripted: ScriptedGitHub, clock: ManualClock, pem: str, ahead: int
) -> None:
    scripted.ahead = ahead
    key = load_pem_private_key(pem.encode(), None)
    public: Any = key.public_key()

    def check(call: Call) -> Give:
        token = call.headers["authorization"].removeprefix("bearer ")
        claims = jwt.decode(
            token, public, algorithms=["RS256"], options={"verify_exp": False, "verify_iat": False}
        )
        server = clock() + ahead
        good = claims["iat"] <= server < claims["exp"] <= server + 600 and claims["iss"] == "77"
        return Give(value={"id": 5}) if good else Give(401, {"message": "'iat' is off"})

    scripted.script = [check, check]
    assert await hub.installation_for("acme", "api") == 5
