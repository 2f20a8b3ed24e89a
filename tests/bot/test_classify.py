"""What GitHub's answers mean."""

import json
from collections.abc import Mapping

import pytest

from bot.errors import (
    Conflict,
    Forbidden,
    Garbled,
    GitHubError,
    Gone,
    Invalid,
    Limited,
    Moved,
    NotFound,
    OutcomeUnknown,
    ReadOnly,
    Retry,
    SignalboxError,
    Unauthorized,
)
from bot.github.classify import Reply, content, failure

NOW = 1_700_000_000.0
JSON = {"content-type": "application/json; charset=utf-8"}
DATE = "Tue, 14 Nov 2023 22:13:20 GMT"


def reply(
    status: int, headers: Mapping[str, str] | None = None, body: bytes = b"{}", *, method: str = "GET"
) -> Reply:
    return Reply(method, "/x", status, {**JSON, **(headers or {})}, body, NOW, changes=method != "GET")


@pytest.mark.parametrize(
    ("answer", "until"),
    [
        pytest.param(reply(429, {"retry-after": "17"}), 17, id="429 with advice"),
        pytest.param(reply(429), 60, id="429 without advice"),
        pytest.param(
            reply(429, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{NOW + 900:.0f}"}),
            900,
            id="429 exhausted",
        ),
        pytest.param(reply(403, {"retry-after": "3600"}), 3600, id="secondary with advice"),
        pytest.param(
            reply(403, body=b'{"message": "You have exceeded a secondary rate limit. Please wait"}'),
            60,
            id="secondary",
        ),
        pytest.param(
            reply(403, body=b'{"message": "You have triggered an abuse detection mechanism"}'), 60, id="abuse"
        ),
        pytest.param(
            reply(403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{NOW + 1800:.0f}"}),
            1800,
            id="primary",
        ),
        pytest.param(
            reply(403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "nonsense"}), 60, id="odd reset"
        ),
        pytest.param(
            reply(403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{NOW - 5:.0f}"}),
            1,
            id="reset has passed",
        ),
        pytest.param(
            reply(
                403,
                {
                    "x-ratelimit-remaining": "0",
                    "x-ratelimit-reset": f"{NOW + 400:.0f}",
                    "date": "Tue, 14 Nov 2023 22:18:20 GMT",
                },
            ),
            100,
            id="our clock is 300 s behind",
        ),
        pytest.param(
            reply(429, {"retry-after": "Tue, 14 Nov 2023 22:15:20 GMT", "date": DATE}), 120, id="a date"
        ),
        pytest.param(reply(429, {"retry-after": "soon"}), 60, id="odd advice"),
        pytest.param(reply(429, {"retry-after": "0"}), 1, id="at once"),
        pytest.param(reply(403, {"retry-after": "9"}, method="POST"), 9, id="of a change: it was not done"),
    ],
)
def test_a_limit_says_until_when(answer: Reply, until: float) -> None:
    problem = failure(answer)
    assert isinstance(problem, Limited)
    assert not isinstance(problem, OutcomeUnknown)
    assert problem.at == NOW + until


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, Unauthorized),
        (403, Forbidden),
        (404, NotFound),
        (409, Conflict),
        (410, Gone),
        (422, Invalid),
        (301, Moved),
        (302, Moved),
        (307, Moved),
        (308, Moved),
        (400, GitHubError),
        (405, GitHubError),
        (451, GitHubError),
    ],
)
def test_a_no_is_of_its_own_kind(status: int, kind: type[SignalboxError]) -> None:
    problem = failure(reply(status, {"location": "/elsewhere"}, b'{"message": "No."}', method="POST"))
    assert type(problem) is kind


@pytest.mark.parametrize(
    "words",
    ["Repository was archived so is read-only.", "Unable to create comment because issue is locked."],
)
def test_where_nobody_writes_now_is_told_from_a_missing_permission(words: str) -> None:
    assert type(failure(reply(403, body=json.dumps({"message": words}).encode(), method="POST"))) is ReadOnly


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 520])
def test_trouble_is_tried_again_and_a_change_is_looked_for_first(status: int) -> None:
    assert type(failure(reply(status))) is Retry
    assert type(failure(reply(status, method="POST"))) is OutcomeUnknown


@pytest.mark.parametrize("status", [200, 201, 202, 204, 304])
def test_a_success_is_no_failure(status: int) -> None:
    assert failure(reply(status)) is None


def test_what_is_invalid_is_told() -> None:
    body = b'{"message": "Validation Failed", "errors": [{"resource": "Label", "code": "already_exists", "field": "name"}]}'
    problem = failure(reply(422, body=body, method="POST"))
    assert isinstance(problem, Invalid)
    assert problem.says("already_exists")
    assert not problem.says("missing")
    assert str(problem) == "POST /x: 422 Validation Failed"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"content-type": "text/html"}, b"<html>", id="HTML"),
        pytest.param(JSON, b'[{"id": 1}, {"id"', id="cut"),
        pytest.param(JSON, b"", id="empty"),
        pytest.param({"content-type": ""}, b"[]", id="no type"),
        pytest.param(JSON, b"\xff", id="not UTF-8"),
    ],
)
def test_a_success_that_cannot_be_read_is_never_an_empty_list(
    headers: Mapping[str, str], body: bytes
) -> None:
    with pytest.raises(Garbled):
        content(reply(200, headers, body))
    with pytest.raises(OutcomeUnknown):
        content(reply(201, headers, body, method="POST"))


def test_no_content_is_none() -> None:
    assert content(reply(204, body=b"")) is None
    assert content(reply(202, body=b"")) is None


def test_vendor_json_is_json() -> None:
    assert content(reply(200, {"content-type": "application/vnd.github+json"}, b"[1]")) == [1]
