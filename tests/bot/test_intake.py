"""Who is let in, whose tokens are let go, and which runs are woken."""

import json
from typing import Any

import pytest

from bot.errors import NoAccess
from bot.github import Hub
from bot.installations import OpenRuns
from bot.intake import Door, Refused
from bot.queue_sqlite import SqliteQueue
from bot.whereabouts import Whereabouts
from tests.bot.queue_conformance import ManualClock, claimed
from tests.stand_ins.scripted_github import Give, ScriptedGitHub

ISSUE = {
    "action": "labeled",
    "issue": {"number": 7},
    "repository": {"id": 9, "owner": {"login": "Acme"}},
    "sender": {"login": "mona"},
}


def concerns(event: str, payload: dict[str, Any]) -> str | None:
    number = payload["issue"]["number"] if event == "issues" else 0
    return f"acme/shop#{number}" if number else None


@pytest.fixture
def door(queue: SqliteQueue, clock: ManualClock) -> Door:
    return Door((b"secret",), queue, concerns, clock)


@pytest.mark.parametrize(
    ("accounts", "changed", "expected"),
    [
        pytest.param(None, {}, "acme/shop#7", id="everybody"),
        pytest.param({"acme"}, {}, "acme/shop#7", id="whoever is named, in any case of letters"),
        pytest.param({"mona"}, {}, Refused("stranger"), id="not who only acts there"),
        pytest.param({"acme"}, {"repository": {"id": 9}}, Refused("stranger"), id="not who cannot be told"),
        pytest.param({"acme"}, {"repository": []}, Refused("shape"), id="no shape"),
        pytest.param(None, {"issue": {"number": 0}}, Refused("dropped"), id="no run"),
    ],
)
def test_accounts_that_may_use_the_app(
    door: Door, accounts: set[str] | None, changed: dict[str, Any], expected: str | Refused
) -> None:
    served = Door(
        door.secrets, door.queue, door.concerns, door.clock, frozenset(accounts) if accounts else None
    )
    assert served.admit("issues", {**ISSUE, **changed}) == expected


@pytest.mark.parametrize(
    ("event", "action", "more", "heard"),
    [
        ("repository", "renamed", {}, True),
        ("repository", "unarchived", {}, True),
        ("repository", "publicized", {}, True),
        ("repository", "edited", {"changes": {"default_branch": {"from": "main"}}}, True),
        ("repository", "edited", {"changes": {"description": {"from": ""}}}, False),
        ("repository", "edited", {}, False),
        ("repository", "created", {}, False),
        ("issues", "unlocked", {}, True),
        ("issues", "locked", {}, False),
    ],
)
def test_whatever_changes_what_may_be_seen_or_written_is_heard(
    door: Door, event: str, action: str, more: dict[str, Any], *, heard: bool
) -> None:
    told: list[int] = []
    listening = Door(door.secrets, door.queue, concerns, door.clock, access_changed=told.append)
    shared = {**ISSUE, "action": action, "installation": {"id": 5}, **more}
    if event == "repository":
        del shared["issue"]
    listening.admit(event, shared)
    assert told == ([5] if heard else [])


async def test_news_about_an_installation_lets_its_tokens_go(
    scripted: ScriptedGitHub, hub: Hub, door: Door
) -> None:
    told = Door(door.secrets, door.queue, concerns, door.clock, access_changed=hub.forget_installation)
    scripted.script = [Give(value={}), Give(value={}), Give(value={}), Give(value={})]
    await hub.reader(5, 9).get("/repos/acme/shop")
    await hub.reader(6, 8).get("/repos/acme/other")
    gone = {"action": "suspend", "installation": {"id": 5}, "sender": {}}
    assert told.admit("installation", gone) == Refused("dropped")
    await hub.reader(5, 9).get("/repos/acme/shop")
    await hub.reader(6, 8).get("/repos/acme/other")
    assert [minted["repository_ids"] for minted in scripted.minted] == [[9], [8], [9]]


@pytest.mark.parametrize("status", [403, 404, 422])
async def test_a_token_that_is_not_granted_is_no_missing_thing(
    scripted: ScriptedGitHub, hub: Hub, status: int
) -> None:
    scripted.script = [Give(status, {"message": "no"}, {"x-mint": "1"})]
    with pytest.raises(NoAccess):
        await hub.reader(5, 9).get_or_none("/repos/acme/shop")


async def test_open_runs_are_woken_where_the_app_may_be_used(
    scripted: ScriptedGitHub, hub: Hub, queue: SqliteQueue, clock: ManualClock
) -> None:
    def installation(id_: int, login: str, **changed: Any) -> dict[str, Any]:
        return {"id": id_, "account": {"login": login}, "suspended_at": None, **changed}

    def repository(id_: int, name: str, **changed: Any) -> dict[str, Any]:
        shown = {"private": True, "default_branch": "main", "archived": False, "has_issues": True}
        return {"id": id_, "full_name": name, **shown, **changed}

    issue, pull = {"id": 1, "number": 7}, {"id": 2, "number": 8, "pull_request": {}}
    repositories = [
        repository(9, "acme/shop"),
        repository(10, "acme/old", archived=True),
        repository(11, "acme/mute", has_issues=False),
    ]
    scripted.script = [
        Give(value=[
            installation(4, "gone", suspended_at="2026-01-01T00:00:00Z"),
            installation(3, "stranger"),
            installation(6, "broken"),
            installation(5, "Acme"),
        ]),
        Give(404, {"message": "no"}, {"x-mint": "1"}),
        Give(value={"total_count": 3, "repositories": repositories}),
        Give(value=[issue]),
        Give(value=[pull]),
        Give(value=[]),
        Give(value=[issue]),
    ]  # fmt: skip
    runs = OpenRuns(hub, queue, Whereabouts(hub, queue, clock), clock, frozenset({"acme", "broken", "gone"}))
    assert await runs.wake("start") == 1
    assert scripted.script == []
    labels = [path.partition("labels=")[2].partition("&")[0] for path in scripted.asked[-4:]]
    assert labels == [
        "signalbox%2Fyour-turn",
        "signalbox%2Frunning",
        "signalbox%2Fblocked",
        "signalbox%2Fpaused",
    ]
    delivery = (await claimed(queue)).delivery
    assert (delivery.id, delivery.event, delivery.run_key) == ("wake/9#7/start", "wake", "9#7")
    assert json.loads(delivery.body)["place"] == {
        "installation": 5,
        "repository_id": 9,
        "repository": "acme/shop",
        "issue": 7,
    }
