"""A ledger file is read to the byte or not at all."""

import json

import pytest

from policies.chain import Broken, from_jsonl, to_jsonl
from tests.policies.chains import chain

GOOD = chain(3)


def test_a_ledger_file_reads_back_as_it_was_written() -> None:
    assert from_jsonl(to_jsonl(GOOD)) == GOOD
    assert from_jsonl(b"") == ()


LINE = to_jsonl(GOOD[:1])
OBJECT = json.loads(LINE)


def line(**changes: object) -> bytes:
    return json.dumps({**OBJECT, **changes}, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (LINE[:-1], "the last line has no line feed: the file was cut off"),
        (LINE[:-2], "the last line has no line feed: the file was cut off"),
        (b"\n", "the line is not JSON"),
        (b"null\n", "the line is not a record"),
        (b"[]\n", "the line is not a record"),
        (b"{}\n", "the line is not a record"),
        (b"\xff\n", "the line is not JSON"),
        (b"[" * 100_000 + b"\n", "the line is not JSON"),
        (b'{"a":NaN}\n', "the line is not JSON"),
        (b'{"a":1e999}\n', "the line is not JSON"),
        (b'{"a":"\\ud800"}\n', "the line is not JSON"),
        (b" " + LINE, "the line is not in canonical form"),
        (LINE.replace(b"\n", b"\r\n"), "the line is not in canonical form"),
        (LINE.replace(b'"v":1', b'"v":1,"v":1'), "the line is not in canonical form"),
        (LINE.replace(b'"v":1', b'"v":1.0'), "the line is not in canonical form"),
        (json.dumps(OBJECT).encode() + b"\n", "the line is not in canonical form"),
        (line(extra=1), "the line is not a record"),
        (line(v=True), "`v` and `seq` are counts"),
        (line(v="1"), "`v` and `seq` are counts"),
        (line(seq=-1), "`v` and `seq` are counts"),
        (line(seq=1.5), "`v` and `seq` are counts"),
        (line(run=7), "the line is not a record"),
        (line(sig=None), "the line is not a record"),
        (line(run=""), "`run` and `type` are empty"),
        (line(data=[]), "`data` is not an object"),
        (line(at="yesterday"), "`at` is not an RFC 3339 time"),
        (line(at="2026-01-01 00:00:00Z"), "`at` is not an RFC 3339 time"),
        (line(at="2026-01-01T00:00:00"), "`at` is not an RFC 3339 time"),
        (line(prev="0" * 63), "`prev` is not a hash"),
        (line(prev="A" * 64), "`prev` is not a hash"),
        (b'"' + b"a" * 1024 * 1024 + b'"\n', "the line is longer than 1048576 bytes"),
    ],
    ids=lambda value: ascii(value)[:60],
)
def test_a_line_that_is_not_exactly_a_record_is_refused(content: bytes, reason: str) -> None:
    assert from_jsonl(content) == Broken(0, reason)


def test_the_line_at_fault_is_named() -> None:
    assert from_jsonl(to_jsonl(GOOD[:3]) + b"{}\n") == Broken(3, "the line is not a record")
