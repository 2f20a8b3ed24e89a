"""Changing things on GitHub over a scripted port: a change is sent once, whatever comes back."""

import pytest

from bot.errors import (
    Conflict,
    Forbidden,
    GitHubError,
    Invalid,
    Moved,
    NotFound,
    OutcomeUnknown,
    Retry,
)
from bot.github import Hub, Talker
from bot.github.port import CutOff, NotSent
from tests.stand_ins.scripted_github import BASE, Give, ScriptedGitHub, Step

HTML = {"content-type": "text/html"}


@pytest.mark.parametrize("method", ["post", "patch", "put", "delete"])
async def test_a_change_is_sent_once(talker: Talker, scripted: ScriptedGitHub, method: str) -> None:
    scripted.script = [Give(200, {"id": 1})]
    assert await getattr(talker, method)("/a", {"title": "x\ud800"}) == {"id": 1}
    assert scripted.asked == [f"{method.upper()} /a"]
    assert scripted.calls[-1].body == {"title": "x\ud800"}
    assert scripted.calls[-1].headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(CutOff("reset"), id="reset"),
        pytest.param(Give(502), id="502 after"),
        pytest.param(Give(500), id="500"),
        pytest.param(Give(201, raw=b'{"id": 1'), id="cut answer"),
        pytest.param(Give(201, raw=b"<html>", headers=HTML), id="HTML"),
    ],
)
async def test_a_change_nobody_knows_about_is_never_repeated(
    talker: Talker, scripted: ScriptedGitHub, trouble: Step
) -> None:
    scripted.script = [trouble, Give(201, {"id": 2})]
    with pytest.raises(OutcomeUnknown):
        await talker.post("/a", {})
    assert len(scripted.asked) == 1


async def test_a_change_that_never_left_is_a_plain_retry(talker: Talker, scripted: ScriptedGitHub) -> None:
    scripted.script = [NotSent("refused")]
    with pytest.raises(Retry) as raised:
        await talker.post("/a", {})
    assert not isinstance(raised.value, OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(301, Moved), (307, Moved), (403, Forbidden), (404, NotFound), (409, Conflict), (422, Invalid)],
)
async def test_a_refused_change_says_why(
    talker: Talker, scripted: ScriptedGitHub, status: int, kind: type[GitHubError]
) -> None:
    scripted.script = [Give(status, {"message": "No."}, headers={"location": f"{BASE}/b"})]
    with pytest.raises(kind):
        await talker.put("/a", {})
    assert len(scripted.asked) == 1


async def test_graphql_errors_are_errors(hub: Hub, talker: Talker, scripted: ScriptedGitHub) -> None:
    scripted.script = [
        Give(value={"data": {"a": 1}}),
        Give(value={"data": None, "errors": [{"type": "FORBIDDEN"}]}),
    ]
    assert await hub.graphql(talker, "query", id="x") == {"a": 1}
    assert scripted.calls[-1].body == {"query": "query", "variables": {"id": "x"}}
    with pytest.raises(Invalid):
        await hub.graphql(talker, "query")
