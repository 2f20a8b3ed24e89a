"""Repositories, organizations and Apps: made, changed, shared, and what is told of it."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import pytest

from sandbox.accounts import Org
from tests.conftest import Standin

SHOP = "/repos/acme/shop"


def told(github: Standin, event: str) -> list[str]:
    """The actions of an event so far."""
    return [payload["action"] for name, payload in github.webhooks if name == event]


async def owned(github: Standin) -> Org:
    """The organization acme, owned by hubot, with mona as a member."""
    for login in ("hubot", "mona"):
        await github.control("/users", login=login)
    await github.control("/orgs", login="acme", members={"hubot": "admin", "mona": "member"})
    acme = github.world.account("acme")
    assert isinstance(acme, Org)
    return acme


async def test_a_repository_is_made_described_made_private_and_deleted(github: Standin) -> None:
    await owned(github)
    hubot = github.as_user("hubot")
    body = {"name": "shop", "description": "Sells.", "auto_init": True, "private": False, "has_wiki": False}
    made = await hubot.post("/orgs/acme/repos", body)
    assert (made.status, made.json["full_name"], made.json["has_wiki"]) == (201, "acme/shop", False)
    again = await hubot.post("/orgs/acme/repos", body)
    assert (again.status, again.json["errors"][0]["message"]) == (422, "name already exists on this account")
    assert (await hubot.get(f"{SHOP}/readme")).json["path"] == "README.md"
    changed = await hubot.patch(SHOP, {"description": "Sells more.", "private": True, "has_issues": False})
    assert (changed.json["visibility"], changed.json["has_issues"]) == ("private", False)
    topics = await hubot.put(f"{SHOP}/topics", {"names": ["shop", "demo"]})
    assert topics.json == {"names": ["shop", "demo"]}
    assert (await hubot.put(f"{SHOP}/topics", {"names": ["Not Good"]})).status == 422
    assert (await hubot.delete(SHOP)).status == 204
    assert (await hubot.get(SHOP)).status == 404
    assert told(github, "repository") == ["created", "privatized", "edited", "edited", "deleted"]


async def test_the_default_branch_has_to_exist(github: Standin) -> None:
    path = await github.repo("acme/shop")
    await github.role("acme/shop", hubot="admin")
    hubot = github.as_user("hubot")
    assert (await hubot.patch(path, {"default_branch": "next"})).status == 422
    sha = (await hubot.get(f"{path}/git/ref/heads/main")).json["object"]["sha"]
    await hubot.post(f"{path}/git/refs", {"ref": "refs/heads/next", "sha": sha})
    assert (await hubot.patch(path, {"default_branch": "next"})).json["default_branch"] == "next"
    branches = (await hubot.get(f"{path}/branches")).json
    assert [branch["name"] for branch in branches] == ["main", "next"]


async def test_an_app_reaches_the_repository_it_makes(github: Standin) -> None:
    await owned(github)
    await github.repo("acme/shop")
    app = await github.app("acme")
    found = github.world.installations[app.installation_id]
    found.repo_ids = {repo.id for repo in github.world.repos_by_id.values()}
    made = await app.as_installation.post("/orgs/acme/repos", {"name": "fresh", "auto_init": True})
    assert made.status == 201
    assert (await app.as_installation.get("/repos/acme/fresh/readme")).status == 200
    listed = (await app.as_installation.get("/installation/repositories")).json
    assert [repo["name"] for repo in listed["repositories"]] == ["shop", "fresh"]
    assert told(github, "installation_repositories") == ["added"]


async def test_an_app_finds_itself_and_where_it_is_installed(github: Standin) -> None:
    await owned(github)
    await github.repo("acme/shop")
    await github.repo("mona/own", org=False)
    app = await github.app("acme")
    me = await app.as_app.get("/app")
    assert (me.json["slug"], me.json["installations_count"]) == ("signalbox", 1)
    for path in (
        f"{SHOP}/installation",
        "/orgs/acme/installation",
        f"/app/installations/{app.installation_id}",
    ):
        answer = await app.as_app.get(path)
        assert (answer.status, answer.json["id"], answer.json["app_slug"]) == (
            200,
            app.installation_id,
            "signalbox",
        )
    assert (await app.as_app.get("/repos/mona/own/installation")).status == 404
    assert (await app.as_app.get("/users/mona/installation")).status == 404
    assert [i["id"] for i in (await app.as_app.get("/app/installations")).json] == [app.installation_id]
    bot = await app.as_installation.get("/users/signalbox[bot]")
    assert (bot.json["type"], bot.json["login"]) == ("Bot", "signalbox[bot]")
    assert (await github.anonymous.get("/apps/signalbox")).json["name"] == "Signalbox"


async def test_the_owner_gives_and_takes_repositories(github: Standin) -> None:
    await owned(github)
    await github.repo("acme/shop")
    await github.repo("acme/billing")
    app = await github.app("acme")
    found = github.world.installations[app.installation_id]
    shop, billing = (github.world.repos["acme", name] for name in ("shop", "billing"))
    found.repo_ids = {shop.id}
    where = f"/user/installations/{app.installation_id}/repositories/{billing.id}"
    assert (await github.as_user("mona").put(where)).status == 404
    hubot = github.as_user("hubot")
    assert (await hubot.put(where)).status == 204
    assert found.repo_ids == {shop.id, billing.id}
    assert (await hubot.delete(where)).status == 204
    assert found.repo_ids == {shop.id}
    assert told(github, "installation_repositories") == ["added", "removed"]


async def test_collaborators_come_change_and_go(github: Standin) -> None:
    path = await github.repo("acme/shop", private=True)
    await github.role("acme/shop", hubot="admin")
    hubot, mona = github.as_user("hubot"), github.as_user("mona")
    assert (await mona.get(path)).status == 404
    assert (await hubot.put(f"{path}/collaborators/mona", {"permission": "triage"})).status == 204
    assert (await mona.get(path)).status == 200
    assert (await hubot.put(f"{path}/collaborators/mona", {"permission": "maintain"})).status == 204
    assert (await hubot.put(f"{path}/collaborators/mona", {"permission": "king"})).status == 422
    listed = (await hubot.get(f"{path}/collaborators")).json
    assert {user["login"]: user["role_name"] for user in listed} == {"hubot": "admin", "mona": "maintain"}
    assert (await hubot.get(f"{path}/collaborators/mona")).status == 204
    assert (await hubot.delete(f"{path}/collaborators/mona")).status == 204
    assert (await hubot.get(f"{path}/collaborators/mona")).status == 404
    assert told(github, "member") == ["added", "edited", "removed"]


async def test_a_team_gives_its_members_a_role(github: Standin) -> None:
    await owned(github)
    path = await github.repo("acme/shop", private=True)
    hubot, mona = github.as_user("hubot"), github.as_user("mona")
    made = await hubot.post("/orgs/acme/teams", {"name": "Core Team", "privacy": "closed"})
    assert (made.status, made.json["slug"]) == (201, "core-team")
    team = "/orgs/acme/teams/core-team"
    assert (await hubot.put(f"{team}/memberships/mona", {"role": "member"})).json["role"] == "member"
    assert (await mona.put(f"{team}/memberships/mona", {"role": "maintainer"})).status == 403
    assert (await hubot.put(f"{team}/repos/acme/shop", {"permission": "push"})).status == 204
    assert (await hubot.get(f"{path}/collaborators/mona/permission")).json["role_name"] == "write"
    assert {user["login"] for user in (await hubot.get(f"{team}/members")).json} == {"hubot", "mona"}
    assert [entry["slug"] for entry in (await hubot.get(f"{path}/teams")).json] == ["core-team"]
    membership = await hubot.get("/orgs/acme/memberships/mona")
    assert (membership.json["role"], membership.json["state"]) == ("member", "active")
    assert (await hubot.get("/orgs/acme/members/stranger")).status == 404


async def test_users_and_the_api_say_who_they_are(github: Standin) -> None:
    await owned(github)
    mona = github.as_user("mona")
    assert (await mona.get("/user")).json["login"] == "mona"
    number = (await mona.get("/users/mona")).json["id"]
    assert (await mona.get(f"/user/{number}")).json["login"] == "mona"
    assert (await mona.get("/orgs/acme")).json["type"] == "Organization"
    assert (await github.anonymous.get("/meta")).status == 200
    assert (await github.anonymous.get("/zen")).json == b"Approachable is better than simple."
    assert (await github.anonymous.get("/user")).status == 401


async def test_a_repository_is_made_from_a_template(github: Standin) -> None:
    await owned(github)
    await github.repo("acme/template", files={"README.md": "# T\n", "src/app.py": "run()\n"})
    await github.repo("acme/plain")
    hubot = github.as_user("hubot")
    await hubot.patch("/repos/acme/template", {"is_template": True})
    body = {"owner": "acme", "name": "fresh", "private": True}
    assert (await hubot.post("/repos/acme/plain/generate", body)).status == 422
    made = await hubot.post("/repos/acme/template/generate", body)
    assert (made.status, made.json["private"]) == (201, True)
    assert (await hubot.get("/repos/acme/fresh/contents/src/app.py")).status == 200
    assert len((await hubot.get("/repos/acme/fresh/commits")).json) == 1
    assert (
        await github.as_user("mona").post("/repos/acme/template/generate", {"name": "mine"})
    ).status == 201


async def test_environments_and_branch_names_can_be_set(github: Standin) -> None:
    await owned(github)
    path = await github.repo("acme/shop")
    hubot = github.as_user("hubot")
    assert (await hubot.put(f"{path}/environments/production", {})).json["name"] == "production"
    listed = (await hubot.get(f"{path}/environments")).json
    assert [entry["name"] for entry in listed["environments"]] == ["production"]
    renamed = await hubot.post(f"{path}/branches/main/rename", {"new_name": "trunk"})
    assert (renamed.status, renamed.json["name"]) == (201, "trunk")
    assert (await hubot.get(path)).json["default_branch"] == "trunk"
    assert (await hubot.get(f"{path}/releases/latest")).status == 404
    assert (await hubot.get(f"{path}/releases")).json == []


@pytest.mark.parametrize(
    ("path", "body", "why"),
    [
        ("/users", {}, "'login' is missing."),
        ("/repos", {"owner": "nobody", "name": "x"}, "There is no account nobody."),
        ("/apps/none/installations", {"account": "x"}, "There is no such App."),
        ("/faults", {"kind": "earthquake"}, "A fault is one of"),
    ],
    ids=["no login", "no owner", "no App", "no such fault"],
)
async def test_a_control_call_says_what_is_wrong(
    github: Standin, path: str, body: dict[str, str], why: str
) -> None:
    answer = await github.operator.post(f"/_standin{path}", body)
    assert answer.status == 422
    assert answer.json["message"].startswith(why)


async def test_it_serves_from_the_command_line_until_it_is_told_to_stop(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        "--port",
        "0",
        "--data",
        str(tmp_path / "data"),
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    line = json.loads(await asyncio.wait_for(process.stdout.readline(), timeout=20))
    assert line["url"].startswith("http://127.0.0.1:")
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), timeout=10) == 0
