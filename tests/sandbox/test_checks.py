import pytest

from tests.conftest import Standin
from tests.github.client import RegisteredApp

SHOP = "/repos/acme/shop"
RUNS = f"{SHOP}/check-runs"
BUTTON = {"label": "Approve", "description": "Clear the signal", "identifier": "approve"}


@pytest.fixture
async def shop(github: Standin) -> Standin:
    """acme/shop with one commit on main; hubot may write."""
    await github.repo("acme/shop")
    await github.role("acme/shop", hubot="write", mona="read")
    return github


@pytest.fixture
async def app(shop: Standin) -> RegisteredApp:
    return await shop.app("acme")


@pytest.fixture
def head(shop: Standin) -> str:
    """The sha that main points at."""
    repo = shop.world.repo("acme", "shop")
    assert repo is not None
    sha = repo.git.ref("refs/heads/main")
    assert sha is not None
    return sha


async def test_a_check_run_is_made_updated_and_completes_its_suite(
    shop: Standin, app: RegisteredApp, head: str
) -> None:
    made = await app.as_installation.post(
        RUNS, {"name": "Quality gate", "head_sha": head, "actions": [BUTTON]}
    )
    assert (made.status, made.json["status"], made.json["conclusion"]) == (201, "queued", None)
    assert made.json["app"]["slug"] == "signalbox"
    run = f"{RUNS}/{made.json['id']}"
    note = {
        "path": "README.md",
        "start_line": 1,
        "end_line": 1,
        "annotation_level": "warning",
        "message": "Thin",
    }
    output = {"title": "1 warning", "summary": "# One\nwarning", "text": "More", "annotations": [note]}
    busy = await app.as_installation.patch(run, {"status": "in_progress", "output": output})
    assert (busy.json["status"], busy.json["output"]["annotations_count"]) == ("in_progress", 1)
    done = await app.as_installation.patch(run, {"conclusion": "success", "output": {"summary": "Fine"}})
    assert (done.json["status"], done.json["conclusion"]) == ("completed", "success")
    assert done.json["completed_at"] is not None
    assert (done.json["output"]["title"], done.json["output"]["summary"]) == ("1 warning", "Fine")
    assert (await app.as_installation.get(f"{run}/annotations")).json[0]["message"] == "Thin"
    suite = (await app.as_installation.get(f"{SHOP}/check-suites/{done.json['check_suite']['id']}")).json
    assert (suite["status"], suite["conclusion"], suite["head_branch"]) == ("completed", "success", "main")
    assert shop.told("check_run", "check_suite") == [
        "check_run.created",
        "check_run.completed",
        "check_suite.completed",
    ]


async def test_the_suite_is_as_good_as_its_worst_latest_run(app: RegisteredApp, head: str) -> None:
    for name, conclusion in (("lint", "failure"), ("tests", "neutral"), ("lint", "success")):
        body = {"name": name, "head_sha": head, "status": "completed", "conclusion": conclusion}
        await app.as_installation.post(RUNS, body)
    suites = (await app.as_installation.get(f"{SHOP}/commits/main/check-suites")).json
    assert [suite["conclusion"] for suite in suites["check_suites"]] == ["neutral"]
    latest = (await app.as_installation.get(f"{SHOP}/commits/main/check-runs")).json
    assert sorted((run["name"], run["conclusion"]) for run in latest["check_runs"]) == [
        ("lint", "success"),
        ("tests", "neutral"),
    ]
    everything = await app.as_installation.get(
        f"{SHOP}/commits/{head}/check-runs", filter="all", check_name="lint"
    )
    assert everything.json["total_count"] == 2
    in_suite = await app.as_installation.get(
        f"{SHOP}/check-suites/{suites['check_suites'][0]['id']}/check-runs"
    )
    assert in_suite.json["total_count"] == 2


async def test_a_button_reaches_only_the_app_that_made_the_run(
    shop: Standin, app: RegisteredApp, head: str
) -> None:
    await shop.app("acme", name="Other")
    made = await app.as_installation.post(RUNS, {"name": "Gate", "head_sha": head, "actions": [BUTTON]})
    before = len(shop.webhooks)
    pressed = await shop.operator.post(
        f"/_standin/repos/acme/shop/check-runs/{made.json['id']}/press",
        {"login": "hubot", "identifier": "approve"},
    )
    assert pressed.status == 200
    (event, payload), *more = shop.webhooks[before:]
    assert more == []
    assert (event, payload["action"]) == ("check_run", "requested_action")
    assert payload["requested_action"] == {"identifier": "approve"}
    assert (payload["sender"]["login"], payload["installation"]["id"]) == ("hubot", app.installation_id)
    where = f"/_standin/repos/acme/shop/check-runs/{made.json['id']}/press"
    for login, identifier in (("hubot", "explode"), ("mona", "approve")):
        refused = await shop.operator.post(where, {"login": login, "identifier": identifier})
        assert refused.status == 422


async def test_rerequests_reach_only_the_app_that_made_the_run(
    shop: Standin, app: RegisteredApp, head: str
) -> None:
    await shop.app("acme", name="Other")
    made = await app.as_installation.post(RUNS, {"name": "Gate", "head_sha": head, "conclusion": "failure"})
    before = len(shop.webhooks)
    hubot = shop.as_user("hubot")
    assert (await hubot.post(f"{RUNS}/{made.json['id']}/rerequest")).status == 201
    suite = made.json["check_suite"]["id"]
    assert (await hubot.post(f"{SHOP}/check-suites/{suite}/rerequest")).status == 201
    assert [(e, p["action"], p["installation"]["id"]) for e, p in shop.webhooks[before:]] == [
        ("check_run", "rerequested", app.installation_id),
        ("check_suite", "rerequested", app.installation_id),
    ]


async def test_people_and_other_apps_cannot_write_a_run(shop: Standin, app: RegisteredApp, head: str) -> None:
    made = await app.as_installation.post(RUNS, {"name": "Gate", "head_sha": head})
    refused = await shop.as_user("hubot").post(RUNS, {"name": "Gate", "head_sha": head})
    assert (refused.status, refused.json["message"]) == (403, "You must authenticate via a GitHub App.")
    other = await shop.app("acme", name="Other")
    foreign = await other.as_installation.patch(f"{RUNS}/{made.json['id']}", {"name": "Mine"})
    assert foreign.status == 403
    assert foreign.json["message"].startswith("Invalid app_id")


NOTE = {"path": "a", "start_line": 1, "end_line": 1, "annotation_level": "notice", "message": "m"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"head_sha": "0" * 40},
        {"status": "completed"},
        {"conclusion": "fine"},
        {"output": {"summary": "no title"}},
        {"output": {"title": "t", "summary": "x" * 65_536}},
        {"output": {"title": "t", "summary": "s", "annotations": [NOTE] * 51}},
        {"output": {"title": "t", "summary": "s", "annotations": [{**NOTE, "annotation_level": "loud"}]}},
        {"actions": [BUTTON] * 4},
        {"actions": [{**BUTTON, "label": "x" * 21}]},
        {"actions": [{"label": "Go", "description": "Go", "id": "go"}]},
    ],
    ids=[
        "sha",
        "completed",
        "conclusion",
        "title",
        "summary",
        "annotations",
        "level",
        "actions",
        "label",
        "identifier",
    ],
)
async def test_a_wrong_run_is_refused(
    shop: Standin, app: RegisteredApp, head: str, wrong: dict[str, object]
) -> None:
    shop.misuse()
    refused = await app.as_installation.post(RUNS, {"name": "Gate", "head_sha": head, **wrong})
    assert (refused.status, "errors" in refused.json) == (422, True)


async def test_a_suite_can_be_made_first(app: RegisteredApp, head: str) -> None:
    first = await app.as_installation.post(f"{SHOP}/check-suites", {"head_sha": head})
    again = await app.as_installation.post(f"{SHOP}/check-suites", {"head_sha": head})
    assert (first.status, again.status, first.json["id"]) == (201, 200, again.json["id"])


async def test_statuses_combine_by_context(shop: Standin, app: RegisteredApp, head: str) -> None:
    assert (await app.as_installation.get(f"{SHOP}/commits/main/status")).json["state"] == "pending"
    for context, state in (("ci", "pending"), ("docs", "success"), ("ci", "success")):
        body = {"state": state, "context": context, "target_url": "https://ci.example/1", "description": "d"}
        assert (await app.as_installation.post(f"{SHOP}/statuses/{head}", body)).status == 201
    combined = (await app.as_installation.get(f"{SHOP}/commits/main/status")).json
    assert (combined["state"], combined["total_count"]) == ("success", 2)
    await app.as_installation.post(f"{SHOP}/statuses/{head}", {"state": "error", "context": "docs"})
    assert (await app.as_installation.get(f"{SHOP}/commits/main/status")).json["state"] == "failure"
    listed = (await app.as_installation.get(f"{SHOP}/commits/{head}/statuses")).json
    assert [(entry["context"], entry["state"]) for entry in listed][:2] == [
        ("docs", "error"),
        ("ci", "success"),
    ]
    status = next(payload for event, payload in shop.webhooks if event == "status")
    assert (status["state"], status["branches"][0]["name"]) == ("pending", "main")


async def test_variables_are_kept_and_secrets_are_taken_but_never_shown(shop: Standin) -> None:
    app = await shop.app("acme", permissions={"actions_variables": "write", "secrets": "write"})
    client, actions = app.as_installation, f"{SHOP}/actions"
    assert (await client.post(f"{actions}/variables", {"name": "region", "value": "eu"})).status == 201
    assert (await client.post(f"{actions}/variables", {"name": "REGION", "value": "us"})).status == 409
    assert (await client.patch(f"{actions}/variables/region", {"value": "us"})).status == 204
    assert (await client.get(f"{actions}/variables/region")).json["value"] == "us"
    assert (await client.get(f"{actions}/variables")).json["total_count"] == 1
    key = (await client.get(f"{actions}/secrets/public-key")).json
    assert len(key["key"]) == 44
    sealed = {"encrypted_value": "c2VhbGVk", "key_id": key["key_id"]}
    assert (await client.put(f"{actions}/secrets/TOKEN", sealed)).status == 201
    assert (await client.put(f"{actions}/secrets/TOKEN", sealed)).status == 204
    assert (await client.put(f"{actions}/secrets/GITHUB_TOKEN", sealed)).status == 422
    (secret,) = (await client.get(f"{actions}/secrets")).json["secrets"]
    assert sorted(secret) == ["created_at", "name", "updated_at"]


async def test_nothing_runs_in_actions_and_dispatches_are_told(shop: Standin, app: RegisteredApp) -> None:
    assert (await app.as_installation.get(f"{SHOP}/actions/runs")).json == {
        "total_count": 0,
        "workflow_runs": [],
    }
    assert (await app.as_installation.get(f"{SHOP}/actions/permissions")).json["enabled"] is False
    assert (await app.as_installation.get(f"{SHOP}/actions/runs/1")).status == 404
    sent = await app.as_installation.post(
        f"{SHOP}/dispatches", {"event_type": "signalbox.unit", "client_payload": {"unit": "U-1"}}
    )
    assert sent.status == 204
    event, payload = shop.webhooks[-1]
    assert (event, payload["action"], payload["client_payload"]) == (
        "repository_dispatch",
        "signalbox.unit",
        {"unit": "U-1"},
    )
