"""GitHub's own description of its API is the judge of every request, answer and webhook in the tests."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, Self

from tests.github.amendments import amended
from tests.github.json_schema import Checker

DATA = Path(__file__).parent / "data"
METHODS = ("get", "put", "post", "patch", "delete", "head")
# These path parameters may hold slashes on github.com, which OpenAPI cannot say.
SLASHY = frozenset({"path", "ref", "basehead", "base", "head", "branch"})
# Answers of HTTP itself, which the description lists for some operations only.
PLAIN_HTTP = frozenset({301, 304, 307})
HEADERS_ALWAYS = ("X-GitHub-Request-Id", "X-RateLimit-Used", "X-GitHub-Media-Type")
RAW_MEDIA = ("raw", "diff", "patch", "html", "sha")
DEEPEST = 8


class Exchange(Protocol):
    """One request and its answer, as a server or a client saw it."""

    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def query(self) -> Mapping[str, str]: ...
    @property
    def request_headers(self) -> Mapping[str, str]: ...
    @property
    def request_json(self) -> Any: ...
    @property
    def request_is_json(self) -> bool: ...
    @property
    def status(self) -> int: ...
    @property
    def response_headers(self) -> Mapping[str, str]: ...
    @property
    def response_json(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Violation:
    """One disagreement with GitHub's description: where ("request", "response", "webhook"), what, and about what."""

    where: str
    kind: str
    about: str
    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path template."""

    id: str
    method: str
    path: str
    pattern: re.Pattern[str]
    raw: dict[str, Any]


class Description:
    """What GitHub says its API takes and gives; see data/NOTICE for where it comes from."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._checker = Checker(document["components"])
        found = [
            _operation(method, path, item[method])
            for path, item in document["paths"].items()
            for method in METHODS
            if method in item
        ]
        self._operations = sorted(found, key=_rank)
        self._routes: dict[tuple[str, str], Operation | None] = {}

    @classmethod
    @cache
    def load(cls) -> Self:
        """The description in data/, read once per process."""
        return cls(amended(json.loads(gzip.decompress((DATA / "rest.json.gz").read_bytes()))))

    def operation(self, method: str, path: str) -> Operation | None:
        """The operation that GitHub describes for this request, if it describes one."""
        key = (method, path)
        if key not in self._routes:
            # As it was sent: a quoted slash, as in `labels/signalbox%2Frunning`, parts nothing.
            fits = (op for op in self._operations if op.method == method and op.pattern.match(path))
            self._routes[key] = next(fits, None)
        return self._routes[key]

    def check_exchange(self, exchange: Exchange) -> tuple[Violation, ...]:
        """Every way in which the request or its answer leaves GitHub's description."""
        return (*self.check_request(exchange), *self.check_response(exchange))

    def check_request(self, exchange: Exchange) -> tuple[Violation, ...]:
        """Every way in which the request alone leaves GitHub's description."""
        about = f"{exchange.method} {exchange.path}"
        operation = self.operation(exchange.method, exchange.path)
        if operation is None:
            return (Violation("request", "unknown-operation", about, "", "not in GitHub's description"),)
        found = [*self._query(operation, exchange.query), *self._body(operation, exchange)]
        if not _header(exchange.request_headers, "User-Agent"):
            # https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent
            found.append(("header", "User-Agent", "GitHub answers 403 without a User-Agent"))
        return tuple(Violation("request", kind, operation.id, pointer, text) for kind, pointer, text in found)

    def check_response(self, exchange: Exchange) -> tuple[Violation, ...]:
        """Every way in which the answer leaves GitHub's description, headers and error bodies included."""
        operation = self.operation(exchange.method, exchange.path)
        about = f"{operation.id if operation else exchange.path} {exchange.status}"
        found = [*_headers(exchange), *_error_shape(exchange)]
        if operation is not None:
            found += self._answer(operation, exchange)
        return tuple(Violation("response", kind, about, pointer, text) for kind, pointer, text in found)

    def check_webhook(self, event: str, payload: dict[str, Any]) -> tuple[Violation, ...]:
        """Every way in which a webhook's payload leaves GitHub's description of that event and action."""
        hooks = self._document["x-webhooks"]
        plain = event.replace("_", "-")
        name = f"{plain}-{payload['action'].replace('_', '-')}" if "action" in payload else plain
        if event == "repository_dispatch":
            # Its action is whatever the sender chose; the description knows it by one example.
            name = "repository-dispatch-sample.collected"
        item = hooks.get(name) or hooks.get(plain)
        if item is None:
            return (Violation("webhook", "unknown-webhook", name, "", "not in GitHub's description"),)
        content = item["post"]["requestBody"]["content"]
        schema = content["application/json"]["schema"]
        complaints = self._checker.complaints(payload, schema=schema, key=("webhook", name))
        return tuple(Violation("webhook", "webhook-schema", name, *complaint) for complaint in complaints)

    def _query(self, operation: Operation, query: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        listed = [self._resolved(parameter) for parameter in operation.raw.get("parameters", [])]
        described = {entry["name"]: entry["schema"] for entry in listed if entry["in"] == "query"}
        for name, text in query.items():
            if name not in described:
                yield "query-undocumented", f"?{name}", f"query parameter {name!r} is not documented"
                continue
            value = _typed(text, kind=str(self._resolved(described[name]).get("type")))
            key = ("query", operation.id, name)
            for pointer, message in self._checker.complaints(value, schema=described[name], key=key):
                yield "query-schema", f"?{name}{pointer}", message

    def _body(self, operation: Operation, exchange: Exchange) -> Iterator[tuple[str, str, str]]:
        body = exchange.request_json
        described = self._resolved(operation.raw.get("requestBody", {}))
        content = described.get("content", {}).get("application/json")
        if content is None:
            if body not in (None, {}, ""):
                yield "request-schema", "", "the operation takes no JSON body"
        elif body is None:
            if not exchange.request_is_json:
                yield "request-schema", "", "the body is not JSON"
            elif described.get("required"):
                yield "request-schema", "", "a body is required"
        else:
            schema = content.get("schema", {})
            for pointer, message in self._checker.complaints(body, schema=schema, key=("body", operation.id)):
                yield "request-schema", pointer, message
            for pointer in self._unnamed(body, schema=schema, pointer=""):
                yield (
                    "request-undocumented-property",
                    pointer,
                    "GitHub's request schema names no such property",
                )

    def _answer(self, operation: Operation, exchange: Exchange) -> Iterator[tuple[str, str, str]]:
        status, body = exchange.status, exchange.response_json
        answers = operation.raw["responses"]
        described = answers.get(str(status), answers.get("default"))
        if described is None:
            # GitHub leaves many of its 4xx answers out, so only their shape is judged.
            if status < 400 and status not in PLAIN_HTTP:
                yield "status-undocumented", "", f"documented are {sorted(answers)}"
            return
        content = self._resolved(described).get("content", {})
        kind = (
            "application/json"
            if "application/json" in content
            else next((k for k in content if "json" in k), None)
        )
        asked = _header(exchange.request_headers, "Accept")
        if not content:
            if body not in (None, b"", "") and status < 400:
                yield "response-schema", "", "this status has no documented body, but one came"
        elif kind is None or any(media in asked for media in RAW_MEDIA):
            return
        elif isinstance(body, bytes) or (body is None and status != 304):
            yield "content-type", "", "JSON is expected"
        else:
            schema, key = content[kind].get("schema", {}), ("answer", operation.id, status)
            for pointer, message in self._checker.complaints(body, schema=schema, key=key):
                yield "response-schema", pointer, message

    def _unnamed(self, value: Any, *, schema: dict[str, Any], pointer: str) -> Iterator[str]:
        """Pointers to keys of a request that no schema which may apply has a name for; GitHub ignores them silently."""
        whole = self._resolved(schema)
        if isinstance(value, list):
            for index, entry in enumerate(value):
                yield from self._unnamed(entry, schema=whole.get("items", {}), pointer=f"{pointer}/{index}")
        if not isinstance(value, dict) or pointer.count("/") >= DEEPEST:
            return
        parts = [
            whole,
            *(self._resolved(p) for word in ("allOf", "oneOf", "anyOf") for p in whole.get(word, [])),
        ]
        named = {name: entry for part in parts for name, entry in part.get("properties", {}).items()}
        free = any(part.get("additionalProperties") not in (None, False) for part in parts)
        for name, entry in value.items():
            if name in named:
                yield from self._unnamed(entry, schema=named[name], pointer=f"{pointer}/{name}")
            elif named and not free:
                yield f"{pointer}/{name}"

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            found: Any = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            node = found
        return node


def _operation(method: str, path: str, raw: dict[str, Any]) -> Operation:
    pieces = re.split(r"\{([^}]+)\}", path)
    pattern = "".join(
        re.escape(piece) if index % 2 == 0 else (".+" if piece in SLASHY else "[^/]+")
        for index, piece in enumerate(pieces)
    )
    if path.endswith("/{path}"):
        # GitHub takes `/contents` for the root of the repository.
        pattern = pattern.removesuffix("/.+") + "(?:/.*)?"
    return Operation(raw["operationId"], method.upper(), path, re.compile(f"^{pattern}/?$"), raw)


def _rank(operation: Operation) -> tuple[bool, int, int]:
    """Literal paths come first, paths that swallow slashes last."""
    slots = re.findall(r"\{([^}]+)\}", operation.path)
    return any(slot in SLASHY for slot in slots), len(slots), -len(operation.path)


def _headers(exchange: Exchange) -> Iterator[tuple[str, str, str]]:
    """The rules about headers that the description does not hold."""
    for name in HEADERS_ALWAYS:
        if not _header(exchange.response_headers, name):
            yield "header", name, "header absent"
    if exchange.method == "GET" and exchange.status == 200 and not _header(exchange.response_headers, "ETag"):
        yield "header", "ETag", "header absent on an answered GET"


def _error_shape(exchange: Exchange) -> Iterator[tuple[str, str, str]]:
    """Errors carry `message` and `documentation_url`, a failed validation also `errors`.

    https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
    """
    body = exchange.response_json
    if exchange.status < 400 or not isinstance(body, dict):
        return
    if not isinstance(body.get("message"), str) or "documentation_url" not in body:
        yield "error-shape", "", f"an error has message and documentation_url; this one has {sorted(body)}"
    elif exchange.status == 422 and "errors" not in body and body["message"].startswith("Validation"):
        yield "error-shape", "/errors", "Validation Failed without errors"


def _typed(text: str, *, kind: str) -> object:
    """A query value as the JSON value that its schema speaks of."""
    if kind == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text.split(",") if kind == "array" else text


def _header(headers: Mapping[str, str], name: str) -> str:
    return next((value for key, value in headers.items() if key.lower() == name.lower()), "")
