"""Reading from GitHub over a scripted port: a failing page is never an empty list, and no token sees what another was told."""

import pytest

from bot.errors import (
    Bug,
    Forbidden,
    Garbled,
    GitHubError,
    Moved,
    OutcomeUnknown,
    Retry,
)
from bot.github import Hub, Reader, part
from bot.github.port import CutOff, NotSent
from bot.github.wire import API_VERSION
from tests.bot.conftest import Naps
from tests.stand_ins.scripted_github import BASE, Give, ScriptedGitHub, Step

HTML = {"content-type": "text/html"}


async def test_the_headers_are_githubs(reader: Reader, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(value={})]
    await reader.get("/repos/o/r/issues", state="open", page=2, labels=None)
    call = scripted.calls[-1]
    assert call.path == "/repos/o/r/issues?state=open&page=2"
    assert call.headers["user-agent"] == "signalbox"
    assert call.headers["accept"] == "application/vnd.github.v3+json"
    assert call.headers["x-github-api-version"] == API_VERSION
    assert call.headers["authorization"] == "token ghs_token01"


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(Give(502), id="502"),
        pytest.param(Give(503), id="503"),
        pytest.param(NotSent("refused"), id="refused"),
        pytest.param(CutOff("reset"), id="reset"),
    ],
)
async def test_a_read_is_tried_three_times_within_two_seconds(
    reader: Reader, scripted: ScriptedGitHub, naps: Naps, trouble: Step
) -> None:
    scripted.script = [trouble, trouble, Give(value={"ok": 1})]
    assert await reader.get("/a") == {"ok": 1}
    assert sum(naps.taken) <= 2
    scripted.script = [trouble] * 3
    with pytest.raises(Retry) as raised:
        await reader.get("/a")
    assert not isinstance(raised.value, OutcomeUnknown)
    assert scripted.script == []


@pytest.mark.parametrize(
    "answer",
    [Give(raw=b"<html>", headers=HTML), Give(raw=b'[{"id": 1}'), Give(raw=b"")],
    ids=["HTML", "cut", "empty"],
)
async def test_garbage_is_an_error_wherever_a_list_is_read(
    reader: Reader, scripted: ScriptedGitHub, answer: Give
) -> None:
    scripted.script = [answer]
    with pytest.raises(Garbled):
        await reader.get_all("/a")
    scripted.script = [Give(value=[{"id": 1}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'}), answer]
    with pytest.raises(Garbled):
        await reader.get_all("/a")


@pytest.mark.parametrize(
    "value", [{"message": "hm"}, {"total_count": 1}, "text", 7], ids=["object", "count", "text", "7"]
)
async def test_a_list_that_is_no_list_is_an_error(
    reader: Reader, scripted: ScriptedGitHub, value: object
) -> None:
    scripted.script = [Give(value=value)]
    with pytest.raises(Garbled):
        await reader.get_all("/a")


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_failing_page_is_never_the_end_of_the_list(
    reader: Reader, scripted: ScriptedGitHub, status: int
) -> None:
    first = Give(value=[{"id": 1}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'})
    scripted.script = [first, Give(status), Give(status), Give(status)]
    with pytest.raises((GitHubError, Retry)):
        await reader.get_all("/a")


async def test_pages_are_joined_and_each_id_comes_once(reader: Reader, scripted: ScriptedGitHub) -> None:
    scripted.script = [
        Give(value=[{"id": 1, "n": "old"}, {"id": 2}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'}),
        Give(value=[{"id": 1, "n": "new"}, {"id": 3}], headers={"link": f'<{BASE}/a?page=1>; rel="prev"'}),
    ]
    assert await reader.get_all("/a", state="all") == [{"id": 1, "n": "new"}, {"id": 2}, {"id": 3}]
    assert scripted.asked == ["GET /a?per_page=100&state=all", "GET /a?page=2"]
    scripted.script = [Give(value={"total_count": 2, "check_runs": [{"id": 4}, {"id": 5}]})]
    assert await reader.get_all("/b") == [{"id": 4}, {"id": 5}]
    scripted.script = [Give(value=[{"name": "a"}, {"name": "b"}])]
    assert await reader.get_all("/c") == [{"name": "a"}, {"name": "b"}]


async def test_a_page_elsewhere_is_not_followed_with_our_token(
    reader: Reader, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value=[], headers={"link": '<https://evil.example/a?page=2>; rel="next"'})]
    with pytest.raises(Bug):
        await reader.get_all("/a")


async def test_only_a_404_is_none(reader: Reader, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(404, {"message": "Not Found"})]
    assert await reader.get_or_none("/a") is None
    scripted.script = [Give(403, {"message": "Resource not accessible by integration"})]
    with pytest.raises(Forbidden):
        await reader.get_or_none("/a")
    scripted.script = [Give(500)] * 3
    with pytest.raises(Retry):
        await reader.get_or_none("/a")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_read_follows_a_rename_on_the_same_host(
    reader: Reader, scripted: ScriptedGitHub, status: int
) -> None:
    scripted.script = [Give(status, headers={"location": f"{BASE}/repositories/9"}), Give(value={"id": 9})]
    assert await reader.get("/repos/o/old") == {"id": 9}
    assert scripted.asked == ["GET /repos/o/old", "GET /repositories/9"]


async def test_a_read_never_follows_to_another_host_nor_in_circles(
    reader: Reader, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(301, headers={"location": "https://evil.example/"})]
    with pytest.raises(Moved):
        await reader.get("/repos/o/old")
    scripted.script = [Give(301, headers={"location": f"{BASE}/a"})] * 9
    with pytest.raises(Retry):
        await reader.get("/a")


async def test_an_unchanged_answer_is_not_sent_twice_and_every_reader_has_a_copy(
    reader: Reader, scripted: ScriptedGitHub
) -> None:
    scripted.script = [Give(value={"labels": ["a"]}, headers={"etag": '"one"'}), Give(304), Give(304)]
    first = await reader.get("/a")
    first["labels"].append("changed by the reader")
    assert await reader.get("/a") == {"labels": ["a"]}
    assert await reader.get("/a") == {"labels": ["a"]}
    assert scripted.calls[-1].headers["if-none-match"] == '"one"'


async def test_no_access_sees_what_another_was_answered(hub: Hub, scripted: ScriptedGitHub) -> None:
    scripted.script = [Give(value={"whose": "A"}, headers={"etag": '"one"'})]
    await hub.reader(5, 9).get("/a")
    others = (hub.reader(6, 9), hub.reader(5, 10), hub.reader(5, None), hub.talker(5, 9), hub.app())
    for other in others:
        scripted.script = [Give(value={"whose": "mine"})]
        assert await other.get("/a") == {"whose": "mine"}
        assert "if-none-match" not in scripted.calls[-1].headers
    scripted.script = [Give(304)] * 3
    with pytest.raises(Retry):
        await hub.reader(7, 9).get("/a")


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "https://evil.example/a",
        "/a?b=1",
        "/a#b",
        "/a/../b",
        "//evil.example",
        "/a b",
        "/ä",
        "/a\n",
        "/a//b",
    ],
)
async def test_a_path_that_was_not_quoted_is_our_own_mistake(
    reader: Reader, scripted: ScriptedGitHub, path: str
) -> None:
    with pytest.raises(Bug):
        await reader.get(path)
    assert scripted.calls == []


def test_a_part_stays_one_part() -> None:
    assert part("signalbox/a b?c") == "signalbox%2Fa%20b%3Fc"
    for text in ("", ".", ".."):
        with pytest.raises(Bug):
            part(text)
