"""JSON that two readers could understand differently is refused."""

import json

import pytest

from bot import strict_json


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b'{"a": [1, 2.5, -3e2, true, null, "\\u00e9"]}', {"a": [1, 2.5, -300.0, True, None, "é"]}),
        (b'{"smile": "\\ud83d\\ude00"}', {"smile": "😀"}),
        (b'{"slash": "\\\\ud83d"}', {"slash": "\\ud83d"}),
        ('{"smile": "😀"}'.encode(), {"smile": "😀"}),
        (b'{"big": 9223372036854775807}', {"big": 9223372036854775807}),
    ],
)
def test_ordinary_json_is_read(body: bytes, value: object) -> None:
    assert strict_json.loads(body) == value


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut"),
        pytest.param(b"{} {}", id="two"),
        pytest.param(b"<html>", id="HTML"),
        pytest.param(b'{"a": 1, "a": 2}', id="duplicate key"),
        pytest.param(b'{"x": {"a": 1, "\\u0061": 2}}', id="duplicate key in disguise"),
        pytest.param(b'{"a": NaN}', id="NaN"),
        pytest.param(b'{"a": -Infinity}', id="infinity"),
        pytest.param(b'{"a": 1e999}', id="infinity in disguise"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", id="huge number"),
        pytest.param(b'{"a": 123456789012345678901}', id="beyond 64 bits"),
        pytest.param(b'{"a": "\\ud83d"}', id="lone high surrogate"),
        pytest.param(b'{"\\ude00": 1}', id="lone low surrogate in a key"),
        pytest.param(b'{"a": "\xff"}', id="not UTF-8"),
        pytest.param(json.dumps({"a": "b"}).encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xef\xbb\xbf{}", id="byte order mark"),
        pytest.param(b"[" * 5000 + b"]" * 5000, id="deep"),
        pytest.param(b'{"a":' * 100_000, id="very deep"),
    ],
)
def test_everything_else_is_refused_without_quoting_it(body: bytes) -> None:
    with pytest.raises(strict_json.NotStrict) as raised:
        strict_json.loads(body)
    assert len(str(raised.value)) < 60
