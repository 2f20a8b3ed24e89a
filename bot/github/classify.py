"""Tells what an answer of GitHub means, from its status and headers; nothing here talks or waits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

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
from bot.log import Redactor

# https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
WITHOUT_ADVICE = 60.0
# Takes out what has the shape of a token or key.
UNSPOKEN = Redactor(())
SERVER_TROUBLE = 5.0
# GitHub tells these two apart from a missing permission by its words alone.
READ_ONLY = ("was archived so is read-only", "because issue is locked")
REDIRECTS = frozenset({301, 302, 307, 308})
TROUBLE = frozenset({408, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: header names are lower case; `now` is our time when it came and `changes` whether a change was asked for."""

    method: str
    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    now: float
    changes: bool = False


def failure(reply: Reply) -> SignalboxError | None:
    """What is wrong with the answer, None when it is a success (whose body may still be garbled) or a 304."""
    if 200 <= reply.status < 300 or reply.status == 304:
        return None
    if (at := limited_until(reply)) is not None:
        return Limited(at, f"GitHub limits our calls ({reply.status})")
    if reply.status in TROUBLE or reply.status > 504:
        why = f"GitHub answered {reply.status} to {reply.method} {reply.path}"
        # A gateway's 502 can come after the change was made, so a change is looked for before it is tried again.
        return (OutcomeUnknown if reply.changes else Retry)(reply.now + SERVER_TROUBLE, why)
    return _refusal(reply)


def content(reply: Reply) -> Any:  # noqa: ANN401  # JSON can be anything
    """The JSON of a success, None when it has no body; raises Garbled, or OutcomeUnknown after a change."""
    if not reply.body and reply.status in {202, 204, 205}:
        return None
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json" or kind.endswith("+json"):
        try:
            return json.loads(reply.body)
        except (ValueError, RecursionError):
            kind = "damaged JSON"
    why = f"GitHub answered {reply.status} to {reply.method} {reply.path} with {kind or 'nothing'}"
    raise (OutcomeUnknown if reply.changes else Garbled)(reply.now + SERVER_TROUBLE, why)


def is_whole(reply: Reply) -> bool:
    """Whether a success can be read."""
    try:
        content(reply)
    except Retry:
        return False
    return True


def limited_until(reply: Reply) -> float | None:
    """Until when GitHub wants no more calls, on our clock; None when this answer is no rate limit."""
    exhausted = reply.headers.get("x-ratelimit-remaining") == "0"
    advice = _after(reply)
    if reply.status == 429 or (reply.status == 403 and (advice is not None or exhausted or _abuse(reply))):
        if advice is not None:
            return reply.now + advice
        return _reset(reply) if exhausted else reply.now + WITHOUT_ADVICE
    return None


def ahead(reply: Reply) -> float | None:
    """How many seconds GitHub's clock is ahead of ours, None when the answer does not say."""
    try:
        return parsedate_to_datetime(reply.headers["date"]).timestamp() - reply.now
    except (KeyError, ValueError, TypeError):
        return None


def elements(reply: Reply) -> list[Any]:
    """The list a success holds, by itself or inside of an object with its length; anything else is Garbled."""
    value = content(reply)
    if isinstance(value, dict) and "total_count" in value:
        # Check runs, installations and the like wrap their list in an object with its length.
        value = next((inner for inner in value.values() if isinstance(inner, list)), None)
    if not isinstance(value, list):
        raise Garbled(reply.now + SERVER_TROUBLE, f"GitHub answered no list to GET {reply.path}")
    return value


def _after(reply: Reply) -> float | None:
    text = reply.headers.get("retry-after")
    if text is None:
        return None
    if text.strip().isdecimal():
        return max(1.0, float(text[:9]))
    try:
        return max(1.0, parsedate_to_datetime(text).timestamp() - reply.now - (ahead(reply) or 0.0))
    except (ValueError, TypeError):
        return WITHOUT_ADVICE


def _reset(reply: Reply) -> float:
    try:
        at = float(reply.headers["x-ratelimit-reset"]) - (ahead(reply) or 0.0)
    except (KeyError, ValueError):
        return reply.now + WITHOUT_ADVICE
    return max(reply.now + 1.0, at)


def _abuse(reply: Reply) -> bool:
    said = _message(reply).lower()
    return "secondary rate limit" in said or "abuse detection" in said or "rate limit exceeded" in said


def _refusal(reply: Reply) -> GitHubError:
    message, method, path = _message(reply), reply.method, reply.path
    match reply.status:
        case 401:
            return Unauthorized(401, message, method=method, path=path)
        case 403 if any(words in message for words in READ_ONLY):
            return ReadOnly(403, message, method=method, path=path)
        case 403:
            return Forbidden(403, message, method=method, path=path)
        case 404:
            return NotFound(404, message, method=method, path=path)
        case 409:
            return Conflict(409, message, method=method, path=path)
        case 410:
            return Gone(410, message, method=method, path=path)
        case 422:
            errors = _object(reply).get("errors")
            listed = tuple(errors) if isinstance(errors, list) else ()
            return Invalid(message, method=method, path=path, errors=listed)
        case status if status in REDIRECTS:
            return Moved(status, reply.headers.get("location", ""), method=method, path=path)
        case status:
            return GitHubError(status, message, method=method, path=path)


def _message(reply: Reply) -> str:
    message = _object(reply).get("message")
    # What GitHub says can end in a comment, and a proxy in between may repeat what it was sent.
    return UNSPOKEN.text(message[:500]) if isinstance(message, str) else ""


def _object(reply: Reply) -> dict[str, Any]:
    try:
        value = json.loads(reply.body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
