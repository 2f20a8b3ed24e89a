"""Who gets in, and how far: tokens, JWTs, permissions, roles."""

from collections.abc import Callable
from typing import Any

import jwt
import pytest

from tests.conftest import Standin

SHOP, BILLING = "acme/shop", "acme/billing"


async def test_a_token_nobody_issued_is_bad_credentials(github: Standin) -> None:
    path = await github.repo(SHOP)
    for header in ("Bearer ghp_nobody", "token nonsense", "Basic bm9ib2R5OngxMg==", "Digest x"):
        answer = await github.anonymous.send("GET", path, headers={"Authorization": header})
        assert (answer.status, answer.json["message"]) == (401, "Bad credentials")


async def test_an_installation_token_dies_after_an_hour_and_when_it_is_revoked(github: Standin) -> None:
    path = await github.repo(SHOP)
    app = await github.app("acme")
    bot = app.as_installation
    assert (await bot.get(path)).status == 200
    await github.control("/clock", advance_seconds=3601)
    assert (await bot.get(path)).status == 401

    fresh = await app.as_app.post(f"/app/installations/{app.installation_id}/access_tokens")
    headers = {"Authorization": f"Bearer {fresh.json['token']}"}
    assert (await github.anonymous.send("GET", path, headers=headers)).status == 200
    assert (await github.anonymous.send("DELETE", "/installation/token", headers=headers)).status == 204
    assert (await github.anonymous.send("GET", path, headers=headers)).status == 401


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"permissions": {"contents": "read"}}, 201),
        ({"permissions": {"contents": "read"}, "repositories": ["shop"]}, 201),
        ({"permissions": {"contents": "admin"}}, 422),
        ({"permissions": {"secrets": "read"}}, 422),
        ({"repositories": ["elsewhere"]}, 422),
    ],
    ids=["fewer permissions", "one repository", "a higher level", "never granted", "unknown repository"],
)
async def test_a_token_can_be_asked_for_less_but_not_for_more(
    github: Standin, asked: dict[str, Any], status: int
) -> None:
    github.misuse()
    await github.repo(SHOP)
    app = await github.app("acme")
    answer = await app.as_app.post(f"/app/installations/{app.installation_id}/access_tokens", asked)
    assert answer.status == status


async def test_a_token_that_may_only_read_contents_cannot_write_them(github: Standin) -> None:
    path = await github.repo(SHOP)
    app = await github.app("acme")
    token = await app.as_app.post(
        f"/app/installations/{app.installation_id}/access_tokens",
        {"permissions": {"contents": "read", "issues": "write"}, "repositories": ["shop"]},
    )
    headers = {"Authorization": f"Bearer {token.json['token']}"}
    sha = (await github.anonymous.send("GET", f"{path}/git/ref/heads/main", headers=headers)).json["object"][
        "sha"
    ]
    writes: list[tuple[str, str, dict[str, Any]]] = [
        ("PUT", f"{path}/contents/a.txt", {"message": "a", "content": "YQ=="}),
        ("POST", f"{path}/git/blobs", {"content": "a"}),
        (
            "POST",
            f"{path}/git/trees",
            {"tree": [{"path": "a", "mode": "100644", "type": "blob", "content": "a"}]},
        ),
        ("POST", f"{path}/git/refs", {"ref": "refs/heads/other", "sha": sha}),
        ("PATCH", f"{path}/git/refs/heads/main", {"sha": sha}),
        ("DELETE", f"{path}/git/refs/heads/main", {}),
        ("POST", f"{path}/merges", {"base": "main", "head": "main"}),
    ]
    for method, where, body in writes:
        answer = await github.anonymous.send(method, where, body or None, headers=headers)
        assert (answer.status, answer.json["message"]) == (403, "Resource not accessible by integration"), (
            where
        )
        assert answer.headers["X-Accepted-GitHub-Permissions"] == "contents=write"
    stats = (await github.operator.get("/_standin/stats")).json
    assert (stats["content_writes"], stats["refused_content_writes"]) == (0, len(writes))
    assert {entry["by"] for entry in stats["refused"]} == {"signalbox[bot]"}
    opened = await github.anonymous.send("POST", f"{path}/issues", {"title": "I may"}, headers=headers)
    assert opened.status == 201


async def test_content_writes_are_counted_by_who_made_them(github: Standin) -> None:
    path = await github.repo(SHOP)
    await github.role(SHOP, mona="write")
    app = await github.app("acme")
    await github.as_user("mona").put(f"{path}/contents/a.txt", {"message": "a", "content": "YQ=="})
    await app.as_installation.post(f"{path}/git/blobs", {"content": "b"})
    await app.as_installation.post(f"{path}/issues", {"title": "Not contents"})
    stats = (await github.operator.get("/_standin/stats")).json
    assert stats["content_writes_by"] == {"mona": 1, "signalbox[bot]": 1}


async def test_a_token_for_one_repository_does_not_see_a_private_neighbour(github: Standin) -> None:
    await github.repo(SHOP, private=True)
    await github.repo(BILLING, private=True)
    app = await github.app("acme")
    token = await app.as_app.post(
        f"/app/installations/{app.installation_id}/access_tokens", {"repositories": ["shop"]}
    )
    headers = {"Authorization": f"Bearer {token.json['token']}"}
    seen = await github.anonymous.send("GET", f"/repos/{SHOP}", headers=headers)
    hidden = await github.anonymous.send("GET", f"/repos/{BILLING}", headers=headers)
    listed = await github.anonymous.send("GET", "/installation/repositories", headers=headers)
    assert (seen.status, hidden.status) == (200, 404)
    assert [repo["name"] for repo in listed.json["repositories"]] == ["shop"]


async def test_a_public_neighbour_can_be_read_but_not_written(github: Standin) -> None:
    await github.repo(SHOP)
    await github.repo(BILLING)
    app = await github.app("acme")
    token = await app.as_app.post(
        f"/app/installations/{app.installation_id}/access_tokens", {"repositories": ["shop"]}
    )
    headers = {"Authorization": f"Bearer {token.json['token']}"}
    read = await github.anonymous.send("GET", f"/repos/{BILLING}/issues", headers=headers)
    written = await github.anonymous.send("POST", f"/repos/{BILLING}/issues", {"title": "x"}, headers=headers)
    assert (read.status, written.status) == (200, 403)


Claims = Callable[[float, int], dict[str, Any]]


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        (lambda now, app: {"iss": str(app), "iat": int(now) - 60, "exp": int(now) + 500}, 200),
        (lambda now, app: {"iss": str(app), "iat": int(now) - 900, "exp": int(now) - 300}, 401),
        (lambda now, app: {"iss": str(app), "iat": int(now), "exp": int(now) + 3600}, 401),
        (lambda now, app: {"iss": str(app), "iat": int(now) + 300, "exp": int(now) + 500}, 401),
        (lambda now, app: {"iss": str(app + 1), "iat": int(now), "exp": int(now) + 500}, 404),
    ],
    ids=["good", "expired", "lives too long", "issued in the future", "another App"],
)
async def test_a_jwt_has_to_be_fresh_short_and_of_this_app(
    github: Standin, claims: Claims, status: int
) -> None:
    await github.repo(SHOP)
    app = await github.app("acme")
    now = github.world.clock().timestamp()
    token = jwt.encode(claims(now, app.id), app.pem, algorithm="RS256")
    answer = await github.anonymous.send("GET", "/app", headers={"Authorization": f"Bearer {token}"})
    assert answer.status == status


async def test_a_jwt_signed_with_another_key_is_refused(github: Standin) -> None:
    await github.repo(SHOP)
    one, other = await github.app("acme"), await github.app("acme", name="Other")
    now = int(github.world.clock().timestamp())
    forged = jwt.encode({"iss": str(one.id), "iat": now, "exp": now + 60}, other.pem, algorithm="RS256")
    answer = await github.anonymous.send("GET", "/app", headers={"Authorization": f"Bearer {forged}"})
    assert answer.status == 401


async def test_a_jwt_opens_nothing_but_the_app_itself(github: Standin) -> None:
    path = await github.repo(SHOP)
    app = await github.app("acme")
    assert (await app.as_app.post(f"{path}/issues", {"title": "x"})).status == 403
    assert (await app.as_installation.get("/app")).status == 401
    assert (await app.as_installation.get("/user")).status == 403


async def test_a_suspended_installation_gets_nothing(github: Standin) -> None:
    path = await github.repo(SHOP)
    app = await github.app("acme")
    bot, where = app.as_installation, f"/app/installations/{app.installation_id}"
    assert (await bot.get(path)).status == 200
    assert (await app.as_app.put(f"{where}/suspended")).status == 204
    assert (await bot.get(path)).status == 403
    assert (await app.as_app.post(f"{where}/access_tokens")).status == 403
    assert (await app.as_app.delete(f"{where}/suspended")).status == 204
    assert (await bot.get(path)).status == 200
    assert (await app.as_app.delete(where)).status == 204
    assert (await bot.get(path)).status == 401
    told = [payload["action"] for event, payload in github.webhooks if event == "installation"]
    assert told == ["created", "suspend", "unsuspend", "deleted"]


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        ("none", (404, 404, 404, 404)),
        ("read", (200, 201, 403, 403)),
        ("triage", (200, 201, 403, 403)),
        ("write", (200, 201, 201, 403)),
        ("maintain", (200, 201, 201, 403)),
        ("admin", (200, 201, 201, 200)),
    ],
)
async def test_people_get_as_far_as_their_role_on_a_private_repository(
    github: Standin, role: str, statuses: tuple[int, ...]
) -> None:
    path = await github.repo(SHOP, private=True)
    await github.role(SHOP, mona=role)
    mona = github.as_user("mona")
    got = (
        (await mona.get(path)).status,
        (await mona.post(f"{path}/issues", {"title": "x"})).status,
        (await mona.put(f"{path}/contents/a.txt", {"message": "a", "content": "YQ=="})).status,
        (await mona.patch(path, {"description": "x"})).status,
    )
    assert got == statuses


async def test_a_private_repository_does_not_exist_for_strangers(github: Standin) -> None:
    path = await github.repo(SHOP, private=True)
    assert (await github.anonymous.get(path)).status == 404
    assert (await github.as_user("stranger").get(path)).status == 404


@pytest.mark.parametrize(
    ("role", "permission"),
    [("triage", "read"), ("write", "write"), ("maintain", "write"), ("admin", "admin")],
)
async def test_the_permission_of_a_collaborator_is_told_in_both_vocabularies(
    github: Standin, role: str, permission: str
) -> None:
    path = await github.repo(SHOP)
    app = await github.app("acme")
    await github.role(SHOP, mona=role)
    answer = await app.as_installation.get(f"{path}/collaborators/mona/permission")
    assert (answer.json["permission"], answer.json["role_name"]) == (permission, role)


async def test_a_member_of_the_organization_has_its_default_role_and_no_more(github: Standin) -> None:
    path = await github.repo(SHOP, private=True)
    await github.control("/users", login="mona")
    await github.control("/users", login="owner")
    acme = github.world.accounts["acme"]
    acme.members |= {"mona": "member", "owner": "admin"}  # type: ignore[union-attr]  # acme is an organization
    app = await github.app("acme")
    for login, role in (("mona", "read"), ("owner", "admin"), ("stranger", "none")):
        await github.control("/users", login=login)
        answer = await app.as_installation.get(f"{path}/collaborators/{login}/permission")
        assert answer.json["role_name"] == role


async def test_the_manifest_flow_gives_an_app_its_secrets_once(github: Standin) -> None:
    await github.control("/users", login="mona")
    manifest = (
        '{"name": "My Box", "url": "https://example.com", "redirect_url": "http://127.0.0.1:1/back?step=2",'
        ' "default_permissions": {"issues": "write"}, "default_events": ["issues"]}'
    )
    session = github.operator._session
    url = f"{github.url}/settings/apps/new?state=abc"
    async with session.post(url, data={"manifest": manifest}, allow_redirects=False) as answer:
        assert answer.status == 302
        location = answer.headers["Location"]
    assert location.startswith("http://127.0.0.1:1/back?step=2&code=")
    assert location.endswith("&state=abc")
    code = location.partition("code=")[2].partition("&")[0]
    made = await github.anonymous.post(f"/app-manifests/{code}/conversions")
    assert made.status == 201
    assert made.json["slug"] == "my-box"
    assert made.json["permissions"] == {"metadata": "read", "issues": "write"}
    assert "BEGIN RSA PRIVATE KEY" in made.json["pem"]
    assert (await github.anonymous.post(f"/app-manifests/{code}/conversions")).status == 404
