"""The GitHub client over a scripted port: tokens, limits, pages, pace, and what is never repeated."""

import contextlib
import itertools
import json
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from bot.errors import (
    Bug,
    Conflict,
    Forbidden,
    Garbled,
    GitHubError,
    Invalid,
    Limited,
    Moved,
    NotFound,
    OutcomeUnknown,
    Retry,
    Unauthorized,
)
from bot.github import Hub, Reader, Talker, part
from bot.github_wire import API_VERSION
from bot.pacing import Limits
from bot.port import CutOff, NotSent
from bot.queue import SqliteQueue
from tests.bot.queue_conformance import ManualClock
from tests.stand_ins.scripted_github import BASE, Call, Give, ScriptedGitHub, Step

NO_PACE = Limits(per_minute=10_000, per_hour=100_000, spacing=0)
HTML = {"content-type": "text/html"}


class Naps:
    """Sleeps by moving the clock, and remembers for how long."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(round(seconds, 3))
        self.clock.time += seconds


@pytest.fixture
def naps(clock: ManualClock) -> Naps:
    return Naps(clock)


@pytest.fixture
def github(clock: ManualClock) -> ScriptedGitHub:
    return ScriptedGitHub(clock)


def make_hub(
    github: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, *, limits: Limits = NO_PACE
) -> Hub:
    return Hub(
        rest_url=BASE,
        graphql_url=f"{BASE}/graphql",
        app_id="77",
        private_key=pem,
        port=github,
        cache=queue,
        clock=github.clock,
        limits=limits,
        sleep=naps,
    )


@pytest.fixture
def hub(github: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps) -> Hub:
    return make_hub(github, queue, pem, naps)


@pytest.fixture
def reader(hub: Hub) -> Reader:
    return hub.reader(5, 9)


@pytest.fixture
def talker(hub: Hub) -> Talker:
    return hub.talker(5, 9)


# --- Tokens


async def test_every_token_is_narrowed_to_one_repository_and_named_permissions(
    hub: Hub, github: ScriptedGitHub
) -> None:
    github.script = [Give(value={})] * 3
    await hub.reader(5, 9).get("/a")
    await hub.talker(5, 9).get("/a")
    await hub.reader(5, None).get("/a")
    assert github.minted == [
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
    reader: Reader, github: ScriptedGitHub, clock: ManualClock
) -> None:
    github.script = [Give(value={})] * 4
    await reader.get("/a")
    clock.time += 3600 - 301
    await reader.get("/a")
    assert len(github.minted) == 1
    clock.time += 2
    await reader.get("/a")
    assert len(github.minted) == 2


async def test_a_401_mints_once_and_goes_on(reader: Reader, talker: Talker, github: ScriptedGitHub) -> None:
    github.script = [Give(401, {"message": "Bad credentials"}), Give(value={"ok": 1})]
    assert await reader.get("/a") == {"ok": 1}
    github.script = [Give(401, {"message": "Bad credentials"}), Give(201, {"id": 1})]
    assert await talker.post("/b", {"x": 1}) == {"id": 1}
    assert len(github.minted) == 4
    github.script = [Give(401, {"message": "Bad credentials"})] * 2
    with pytest.raises(Unauthorized):
        await reader.get("/a")


async def test_a_write_token_is_for_one_repository_never_cached_and_revoked(
    hub: Hub, github: ScriptedGitHub
) -> None:
    first = await hub.mint_write_token(5, 9)
    second = await hub.mint_write_token(5, 9)
    assert first.value != second.value
    assert (
        github.minted
        == [{"permissions": {"contents": "write", "metadata": "read"}, "repository_ids": [9]}] * 2
    )
    assert first.value not in repr(first)
    github.script = [Give(201, {"sha": "f00"}), Give(204)]
    assert await hub.writer(first).post("/repos/o/r/git/blobs", {"content": "x"}) == {"sha": "f00"}
    await hub.revoke(first)
    assert github.asked == ["POST /repos/o/r/git/blobs", "DELETE /installation/token"]
    assert github.calls[-1].headers["authorization"] == f"token {first.value}"
    github.script = [Give(401, {"message": "Bad credentials"})]
    with pytest.raises(Unauthorized):
        await hub.writer(first).post("/repos/o/r/git/blobs", {"content": "x"})


async def test_the_app_finds_its_installation(hub: Hub, github: ScriptedGitHub) -> None:
    github.script = [Give(value={"id": 5})]
    assert await hub.installation_for("acme", "a.b") == 5
    assert github.asked == ["GET /repos/acme/a.b/installation"]
    assert github.calls[0].headers["authorization"].startswith("bearer ey")


@pytest.mark.parametrize("ahead", range(-300, 301, 10))
async def test_the_jwt_is_good_on_githubs_clock(
    hub: Hub, github: ScriptedGitHub, clock: ManualClock, pem: str, ahead: int
) -> None:
    github.ahead = ahead
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

    github.script = [check, check]
    assert await hub.installation_for("acme", "api") == 5


# --- Reading


async def test_the_headers_are_githubs(reader: Reader, github: ScriptedGitHub) -> None:
    github.script = [Give(value={})]
    await reader.get("/repos/o/r/issues", state="open", page=2, labels=None)
    call = github.calls[-1]
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
    reader: Reader, github: ScriptedGitHub, naps: Naps, trouble: Step
) -> None:
    github.script = [trouble, trouble, Give(value={"ok": 1})]
    assert await reader.get("/a") == {"ok": 1}
    assert sum(naps.taken) <= 2
    github.script = [trouble] * 3
    with pytest.raises(Retry) as raised:
        await reader.get("/a")
    assert not isinstance(raised.value, OutcomeUnknown)
    assert github.script == []


@pytest.mark.parametrize(
    "answer",
    [Give(raw=b"<html>", headers=HTML), Give(raw=b'[{"id": 1}'), Give(raw=b"")],
    ids=["HTML", "cut", "empty"],
)
async def test_garbage_is_an_error_wherever_a_list_is_read(
    reader: Reader, github: ScriptedGitHub, answer: Give
) -> None:
    github.script = [answer]
    with pytest.raises(Garbled):
        await reader.get_all("/a")
    github.script = [Give(value=[{"id": 1}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'}), answer]
    with pytest.raises(Garbled):
        await reader.get_all("/a")


@pytest.mark.parametrize(
    "value", [{"message": "hm"}, {"total_count": 1}, "text", 7], ids=["object", "count", "text", "7"]
)
async def test_a_list_that_is_no_list_is_an_error(
    reader: Reader, github: ScriptedGitHub, value: object
) -> None:
    github.script = [Give(value=value)]
    with pytest.raises(Garbled):
        await reader.get_all("/a")


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_failing_page_is_never_the_end_of_the_list(
    reader: Reader, github: ScriptedGitHub, status: int
) -> None:
    first = Give(value=[{"id": 1}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'})
    github.script = [first, Give(status), Give(status), Give(status)]
    with pytest.raises((GitHubError, Retry)):
        await reader.get_all("/a")


async def test_pages_are_joined_and_each_id_comes_once(reader: Reader, github: ScriptedGitHub) -> None:
    github.script = [
        Give(value=[{"id": 1, "n": "old"}, {"id": 2}], headers={"link": f'<{BASE}/a?page=2>; rel="next"'}),
        Give(value=[{"id": 1, "n": "new"}, {"id": 3}], headers={"link": f'<{BASE}/a?page=1>; rel="prev"'}),
    ]
    assert await reader.get_all("/a", state="all") == [{"id": 1, "n": "new"}, {"id": 2}, {"id": 3}]
    assert github.asked == ["GET /a?per_page=100&state=all", "GET /a?page=2"]
    github.script = [Give(value={"total_count": 2, "check_runs": [{"id": 4}, {"id": 5}]})]
    assert await reader.get_all("/b") == [{"id": 4}, {"id": 5}]
    github.script = [Give(value=[{"name": "a"}, {"name": "b"}])]
    assert await reader.get_all("/c") == [{"name": "a"}, {"name": "b"}]


async def test_a_page_elsewhere_is_not_followed_with_our_token(
    reader: Reader, github: ScriptedGitHub
) -> None:
    github.script = [Give(value=[], headers={"link": '<https://evil.example/a?page=2>; rel="next"'})]
    with pytest.raises(Bug):
        await reader.get_all("/a")


async def test_only_a_404_is_none(reader: Reader, github: ScriptedGitHub) -> None:
    github.script = [Give(404, {"message": "Not Found"})]
    assert await reader.get_or_none("/a") is None
    github.script = [Give(403, {"message": "Resource not accessible by integration"})]
    with pytest.raises(Forbidden):
        await reader.get_or_none("/a")
    github.script = [Give(500)] * 3
    with pytest.raises(Retry):
        await reader.get_or_none("/a")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_read_follows_a_rename_on_the_same_host(
    reader: Reader, github: ScriptedGitHub, status: int
) -> None:
    github.script = [Give(status, headers={"location": f"{BASE}/repositories/9"}), Give(value={"id": 9})]
    assert await reader.get("/repos/o/old") == {"id": 9}
    assert github.asked == ["GET /repos/o/old", "GET /repositories/9"]


async def test_a_read_never_follows_to_another_host_nor_in_circles(
    reader: Reader, github: ScriptedGitHub
) -> None:
    github.script = [Give(301, headers={"location": "https://evil.example/"})]
    with pytest.raises(Moved):
        await reader.get("/repos/o/old")
    github.script = [Give(301, headers={"location": f"{BASE}/a"})] * 9
    with pytest.raises(Retry):
        await reader.get("/a")


async def test_an_unchanged_answer_is_not_sent_twice_and_every_reader_has_a_copy(
    reader: Reader, github: ScriptedGitHub
) -> None:
    github.script = [Give(value={"labels": ["a"]}, headers={"etag": '"one"'}), Give(304), Give(304)]
    first = await reader.get("/a")
    first["labels"].append("changed by the reader")
    assert await reader.get("/a") == {"labels": ["a"]}
    assert await reader.get("/a") == {"labels": ["a"]}
    assert github.calls[-1].headers["if-none-match"] == '"one"'


async def test_no_access_sees_what_another_was_answered(hub: Hub, github: ScriptedGitHub) -> None:
    github.script = [Give(value={"whose": "A"}, headers={"etag": '"one"'})]
    await hub.reader(5, 9).get("/a")
    others = (hub.reader(6, 9), hub.reader(5, 10), hub.reader(5, None), hub.talker(5, 9), hub.app())
    for other in others:
        github.script = [Give(value={"whose": "mine"})]
        assert await other.get("/a") == {"whose": "mine"}
        assert "if-none-match" not in github.calls[-1].headers
    github.script = [Give(304)] * 3
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
    reader: Reader, github: ScriptedGitHub, path: str
) -> None:
    with pytest.raises(Bug):
        await reader.get(path)
    assert github.calls == []


def test_a_part_stays_one_part() -> None:
    assert part("signalbox/a b?c") == "signalbox%2Fa%20b%3Fc"
    for text in ("", ".", ".."):
        with pytest.raises(Bug):
            part(text)


# --- Changing


@pytest.mark.parametrize("method", ["post", "patch", "put", "delete"])
async def test_a_change_is_sent_once(talker: Talker, github: ScriptedGitHub, method: str) -> None:
    github.script = [Give(200, {"id": 1})]
    assert await getattr(talker, method)("/a", {"title": "x\ud800"}) == {"id": 1}
    assert github.asked == [f"{method.upper()} /a"]
    assert github.calls[-1].body == {"title": "x\ud800"}
    assert github.calls[-1].headers["content-type"] == "application/json; charset=utf-8"


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
    talker: Talker, github: ScriptedGitHub, trouble: Step
) -> None:
    github.script = [trouble, Give(201, {"id": 2})]
    with pytest.raises(OutcomeUnknown):
        await talker.post("/a", {})
    assert len(github.asked) == 1


async def test_a_change_that_never_left_is_a_plain_retry(talker: Talker, github: ScriptedGitHub) -> None:
    github.script = [NotSent("refused")]
    with pytest.raises(Retry) as raised:
        await talker.post("/a", {})
    assert not isinstance(raised.value, OutcomeUnknown)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(301, Moved), (307, Moved), (403, Forbidden), (404, NotFound), (409, Conflict), (422, Invalid)],
)
async def test_a_refused_change_says_why(
    talker: Talker, github: ScriptedGitHub, status: int, kind: type[GitHubError]
) -> None:
    github.script = [Give(status, {"message": "No."}, headers={"location": f"{BASE}/b"})]
    with pytest.raises(kind):
        await talker.put("/a", {})
    assert len(github.asked) == 1


async def test_graphql_errors_are_errors(hub: Hub, talker: Talker, github: ScriptedGitHub) -> None:
    github.script = [
        Give(value={"data": {"a": 1}}),
        Give(value={"data": None, "errors": [{"type": "FORBIDDEN"}]}),
    ]
    assert await hub.graphql(talker, "query", id="x") == {"a": 1}
    assert github.calls[-1].body == {"query": "query", "variables": {"id": "x"}}
    with pytest.raises(Invalid):
        await hub.graphql(talker, "query")


# --- Limits and pace


@pytest.mark.parametrize(
    "limit",
    [
        pytest.param(Give(403, {"message": "secondary rate limit"}, {"retry-after": "90"}), id="secondary"),
        pytest.param(Give(429, {"message": "slow down"}, {"retry-after": "90"}), id="429"),
        pytest.param(
            Give(200, {}, {"x-ratelimit-remaining": "0", "retry-after": "90"}), id="the last allowed call"
        ),
    ],
)
async def test_no_call_is_made_while_github_wants_none(  # noqa: PLR0917  # fixtures
    hub: Hub,
    github: ScriptedGitHub,
    queue: SqliteQueue,
    clock: ManualClock,
    pem: str,
    naps: Naps,
    limit: Give,
) -> None:
    github.script = [limit]
    with contextlib.suppress(Retry):
        await hub.talker(5, 9).post("/a", {})
    sent = len(github.calls)
    restarted = make_hub(github, queue, pem, naps)
    for one in (hub, restarted):
        with pytest.raises(Limited) as raised:
            await one.reader(5, 9).get("/a")
        assert raised.value.at == clock() + 90
        with pytest.raises(Retry):
            await one.talker(5, 9).post("/a", {})
    assert len(github.calls) == sent
    github.script = [Give(value={"other": "installation"}), Give(value={"later": 1})]
    await hub.reader(6, 9).get("/a")
    clock.time += 91
    assert await restarted.reader(5, 9).get("/a") == {"later": 1}


async def test_writes_are_a_second_apart(
    github: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, clock: ManualClock
) -> None:
    hub = make_hub(github, queue, pem, naps, limits=Limits())
    github.script = [Give(201, {})] * 10
    sent = []
    for _ in range(10):
        await hub.talker(5, 9).post("/a", {})
        sent.append(clock())
    assert [round(later - earlier, 3) for earlier, later in itertools.pairwise(sent)] == [1.0] * 9


async def test_the_budget_of_a_minute_and_an_hour_holds_over_restarts(
    github: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps, clock: ManualClock
) -> None:
    limits = Limits(per_minute=5, per_hour=12, spacing=0)
    started = clock()
    sent: list[float] = []
    github.script = [Give(201, {})] * 30
    while len(sent) < 30:
        hub = make_hub(github, queue, pem, naps, limits=limits)
        try:
            await hub.talker(5, 9).post("/a", {})
        except Retry as retry:
            clock.time = retry.at
        else:
            sent.append(clock() - started)
    for count, span in ((5, 60), (12, 3600)):
        assert all(later - earlier >= span for earlier, later in zip(sent, sent[count:], strict=False))
    assert sent[-1] == 7260.0


async def test_a_lost_or_damaged_window_is_an_empty_one(
    github: ScriptedGitHub, queue: SqliteQueue, pem: str, naps: Naps
) -> None:
    await queue.cache("pacing/5", b'{"writes": "nonsense"')
    github.script = [Give(201, {})]
    await make_hub(github, queue, pem, naps).talker(5, 9).post("/a", {})
    kept = await queue.cached("pacing/5")
    assert kept is not None
    assert len(json.loads(kept)["writes"]) == 1


async def test_calls_are_counted(hub: Hub, talker: Talker, github: ScriptedGitHub) -> None:
    github.script = [Give(value={}), Give(201, {})]
    await talker.get("/a")
    await talker.post("/a", {})
    assert hub.calls == {"POST": 2, "GET": 1}
