"""Answers as GitHub words them: JSON, pages with Link headers, errors."""

from __future__ import annotations

import json as json_module
import urllib.parse
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sandbox.dispatch import Context

T = TypeVar("T")
DOCUMENTATION = "https://docs.github.com/rest"
PER_PAGE, MOST_PER_PAGE = 30, 100


@dataclass(slots=True)
class Reply:
    """One answer; `raw` is set instead of `value` when the body is not JSON."""

    status: int
    value: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    content_type: str = "application/json; charset=utf-8"

    def body(self) -> bytes:
        """The bytes that are sent."""
        if self.raw is not None:
            return self.raw
        if self.status in {204, 205, 304} or (self.value is None and self.status < 400):
            return b""
        return json_module.dumps(self.value, ensure_ascii=False, separators=(",", ":")).encode()


class Refused(Exception):
    """Ends the handling of a call with this reply."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status, reply.value)
        self.reply = reply


def json(status: int, value: Any = None, *, headers: dict[str, str] | None = None) -> Reply:  # noqa: ANN401 - any JSON
    """An answer with a JSON body."""
    return Reply(status, value, headers=headers or {})


def nothing() -> Reply:
    """204 No Content."""
    return Reply(204)


def raw(data: bytes, *, content_type: str) -> Reply:
    """200 with bytes that are not JSON."""
    return Reply(200, raw=data, content_type=content_type)


def error(
    status: int,
    message: str,
    *,
    errors: Sequence[dict[str, Any] | str] | None = None,
    headers: dict[str, str] | None = None,
) -> Reply:
    """An error with GitHub's keys: message, documentation_url, status and, when given, errors."""
    value: dict[str, Any] = {"message": message}
    if errors is not None:
        value["errors"] = list(errors)
    value |= {"documentation_url": DOCUMENTATION, "status": str(status)}
    return Reply(status, value, headers=headers or {})


def refuse(
    status: int,
    message: str,
    *,
    errors: Sequence[dict[str, Any] | str] | None = None,
) -> NoReturn:
    """Ends the call with an error."""
    raise Refused(error(status, message, errors=errors))


def not_found() -> NoReturn:
    """Ends the call with GitHub's 404, which it also gives for what the caller may not see."""
    refuse(404, "Not Found")


def invalid(resource: str, field_name: str, code: str, *, message: str | None = None) -> NoReturn:
    """Ends the call with 422 Validation Failed.

    `code` is missing, missing_field, invalid, already_exists, unprocessable or custom (then with a message).
    https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed
    """
    detail = {"resource": resource, "field": field_name, "code": code}
    if message is not None:
        detail["message"] = message
    refuse(422, "Validation Failed", errors=[detail])


def page(ctx: Context, items: Sequence[T], shape: Callable[[T], Any], *, key: str | None = None) -> Reply:
    """The asked-for page of the items, with a Link header; wrapped with `total_count` when a key is given.

    https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
    """
    per_page = min(max(_number(ctx.query.get("per_page"), PER_PAGE), 1), MOST_PER_PAGE)
    number = max(_number(ctx.query.get("page"), 1), 1)
    last = max(-(-len(items) // per_page), 1)
    shown = [shape(item) for item in items[(number - 1) * per_page : number * per_page]]
    links = []
    if number > 1:
        links += [("prev", min(number - 1, last)), ("first", 1)]
    if number < last:
        links = [*links[:1], ("next", number + 1), ("last", last), *links[1:]]
    headers = {}
    if links:
        headers["Link"] = ", ".join(f'<{_page_url(ctx, to)}>; rel="{rel}"' for rel, to in links)
    return json(200, {"total_count": len(items), key: shown} if key else shown, headers=headers)


def _page_url(ctx: Context, number: int) -> str:
    query = urllib.parse.urlencode({**ctx.query, "page": str(number)})
    return f"{ctx.world.url}{ctx.prefix}{ctx.lasting_path}?{query}"


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() else default
