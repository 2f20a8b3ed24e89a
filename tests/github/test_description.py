from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.github.captures import captures
from tests.github.cut import LISTED, missing
from tests.github.description import Description

HEADERS = {
    "X-GitHub-Request-Id": "1",
    "X-RateLimit-Used": "1",
    "X-GitHub-Media-Type": "github.v3; format=json",
}
LABEL = {
    "id": 208045946,
    "node_id": "MDU6TGFiZWwyMDgwNDU5NDY=",
    "url": "https://api.github.com/repos/octocat/Hello-World/labels/bug",
    "name": "bug",
    "description": None,
    "color": "f29513",
    "default": True,
}
ISSUES = "/repos/octocat/Hello-World/issues"
LABELS = "/repos/octocat/Hello-World/labels"


@dataclass(frozen=True)
class Told:
    """One exchange as a test tells it: a label is created, unless the test says otherwise."""

    method: str = "POST"
    path: str = LABELS
    query: dict[str, str] = field(default_factory=dict)
    request_headers: dict[str, str] = field(default_factory=lambda: {"User-Agent": "test"})
    request_json: Any = field(default_factory=lambda: {"name": "bug", "color": "f29513"})
    request_is_json: bool = True
    status: int = 201
    response_headers: dict[str, str] = field(default_factory=lambda: HEADERS)
    response_json: Any = field(default_factory=lambda: LABEL)


@pytest.fixture(scope="module")
def github() -> Description:
    return Description.load()


def test_a_right_exchange_is_not_complained_about(github: Description) -> None:
    assert github.check_exchange(Told()) == ()


NO_BODY: dict[str, Any] = {"method": "GET", "request_json": None}
ERROR = {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}
BAD = {
    "unknown operation": (Told(method="PUT"), "unknown-operation", ""),
    "required key absent": (Told(request_json={"color": "f29513"}), "request-schema", "/"),
    "wrong type": (Told(request_json={"name": 3}), "request-schema", "/name"),
    "misspelt key": (
        Told(path=ISSUES, request_json={"title": "a", "lables": []}, status=404, response_json=ERROR),
        "request-undocumented-property",
        "/lables",
    ),
    "misspelt key inside a list": (
        Told(
            path="/repos/octocat/Hello-World/check-runs",
            request_json={
                "name": "a",
                "head_sha": "b",
                "actions": [{"label": "c", "description": "d", "identifier": "e", "id": "f"}],
            },
            status=404,
            response_json=ERROR,
        ),
        "request-undocumented-property",
        "/actions/0/id",
    ),
    "no body": (Told(request_json=None), "request-schema", ""),
    "a body that is no JSON": (Told(request_json=None, request_is_json=False), "request-schema", ""),
    "a body where none belongs": (
        Told(method="DELETE", path=f"{LABELS}/bug", status=204, response_json=None),
        "request-schema",
        "",
    ),
    "unknown query": (
        Told(**NO_BODY, query={"pages": "1"}, status=404, response_json=ERROR),
        "query-undocumented",
        "?pages",
    ),
    "bad query": (
        Told(**NO_BODY, path=ISSUES, query={"state": "ajar"}, status=404, response_json=ERROR),
        "query-schema",
        "?state/",
    ),
    "no user agent": (Told(request_headers={}), "header", "User-Agent"),
    "status that is not documented": (Told(status=202), "status-undocumented", ""),
    "answer of a wrong type": (Told(response_json={**LABEL, "id": "1"}), "response-schema", "/id"),
    "answer lacks a key": (
        Told(response_json={k: v for k, v in LABEL.items() if k != "color"}),
        "response-schema",
        "/",
    ),
    "answer is no JSON": (Told(response_json=b"<html>"), "content-type", ""),
    "answer is empty": (Told(response_json=None), "content-type", ""),
    "answer where none belongs": (
        Told(method="DELETE", path=f"{LABELS}/bug", request_json=None, status=204, response_json=LABEL),
        "response-schema",
        "",
    ),
    "header absent": (Told(response_headers={}), "header", "X-GitHub-Request-Id"),
    "no etag": (Told(**NO_BODY, status=200, response_json=[LABEL]), "header", "ETag"),
    "error without documentation": (
        Told(status=404, response_json={"message": "Not Found"}),
        "error-shape",
        "",
    ),
    "failed validation without errors": (
        Told(status=422, response_json={"message": "Validation Failed", "documentation_url": "u"}),
        "error-shape",
        "/errors",
    ),
}


@pytest.mark.parametrize(("exchange", "kind", "pointer"), BAD.values(), ids=BAD)
def test_a_wrong_exchange_is_told(github: Description, exchange: Told, kind: str, pointer: str) -> None:
    assert (kind, pointer) in {(found.kind, found.pointer) for found in github.check_exchange(exchange)}


@pytest.mark.parametrize(
    ("method", "path", "operation"),
    [
        ("GET", "/repos/o/r/issues/comments/7", "issues/get-comment"),
        ("GET", "/repos/o/r/issues/7/comments", "issues/list-comments"),
        ("GET", "/repos/o/r/contents/src/app.py", "repos/get-content"),
        ("GET", "/repos/o/r/contents", "repos/get-content"),
        ("GET", "/repos/o/r/git/ref/heads/feature/x", "git/get-ref"),
        ("GET", "/repos/o/r/branches/feature%2Fx/protection", "repos/get-branch-protection"),
        ("GET", "/repos/o/r/commits/feature/x/check-runs", "checks/list-for-ref"),
        ("GET", "/repos/o/r/commits/feature/x", "repos/get-commit"),
        ("DELETE", "/repos/o/r/issues/7/labels/good%20first%20issue", "issues/remove-label"),
        ("GET", "/users/signalbox%5Bbot%5D", "users/get-by-username"),
    ],
)
def test_paths_find_their_operation(github: Description, method: str, path: str, operation: str) -> None:
    found = github.operation(method, path)
    assert found is not None
    assert found.id == operation


def test_errors_that_the_description_leaves_out_need_only_the_usual_shape(github: Description) -> None:
    assert github.check_exchange(Told(status=403, response_json=ERROR)) == ()


def test_a_revalidated_answer_may_be_empty(github: Description) -> None:
    unchanged = Told(**NO_BODY, status=304, response_json=None)
    assert github.check_exchange(unchanged) == ()


def test_the_published_webhook_examples_that_fail_are_the_old_captures(github: Description) -> None:
    """GitHub's own examples are of many years; the ones that conform today are counted so that a lax judge is noticed."""
    verdicts = [github.check_webhook(event, payload) for event, payload in captures()]
    known = [found for found in verdicts if not any(v.kind == "unknown-webhook" for v in found)]
    assert (len(verdicts), len(known), sum(not found for found in known)) == (329, 251, 167)


def test_a_wrong_webhook_is_told(github: Description) -> None:
    event, payload = next(
        (e, p) for e, p in captures() if e == "issue_comment" and not github.check_webhook(e, p)
    )
    broken = {**payload, "comment": {**payload["comment"], "body": None}}
    assert [(v.kind, v.pointer) for v in github.check_webhook(event, broken)] == [
        ("webhook-schema", "/comment/body")
    ]


def test_a_person_may_have_written_the_comment_that_is_edited(github: Description) -> None:
    """GitHub's captures carry null where its description forbids it; the judge follows the captures."""
    edited = [p for e, p in captures() if e == "issue_comment" and p["action"] in ("edited", "deleted")]
    assert [p["comment"]["performed_via_github_app"] for p in edited] == [None] * 4
    told = {found.pointer for payload in edited for found in github.check_webhook("issue_comment", payload)}
    assert "/comment/performed_via_github_app" not in told


def test_an_unknown_webhook_is_told(github: Description) -> None:
    assert [v.kind for v in github.check_webhook("issues", {"action": "vanished"})] == ["unknown-webhook"]


def test_every_listed_operation_is_described(github: Description) -> None:
    assert missing(github._document, keep=frozenset(LISTED.read_text().split())) == frozenset()
