"""The hidden blocks in the App's comments: ledger records as canonical JSON, and artifacts as compressed parts."""

import base64
import binascii
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping

import rfc8785

from policies.chain import Broken, Record, from_jsonl, to_jsonl

# GitHub refuses a comment of more than 65,536 characters; what is visible needs its share.
# https://docs.github.com/en/rest/issues/comments#create-an-issue-comment
PART = 50_000
# One artifact is at most this large once unpacked, so that a block cannot be a bomb.
LARGEST = 16 * 1024 * 1024

# A block begins a line and no line of anybody's words does (see handlers.markdown), so that words quoted in a diff or in
# code can neither pass for a block nor swallow the one that follows them.
_LEDGER = re.compile(r"^<!-- signalbox:ledger\n(.*?)\n-->", re.DOTALL | re.MULTILINE)
_ARTIFACT = re.compile(
    r"^<!-- signalbox:artifact ([0-9a-f]{64}) ([1-9][0-9]{0,3})/([1-9][0-9]{0,3})\n([A-Za-z0-9+/=\n]*)\n-->",
    re.MULTILINE,
)


def ledger_block(records: Iterable[Record]) -> str:
    """The records, one canonical JSON a line; angle brackets are escaped so that no text can end the block."""
    lines = to_jsonl(records).decode().rstrip("\n")
    if not lines:
        return ""
    hidden = lines.replace("<", "\\u003c").replace(">", "\\u003e")
    return f"<!-- signalbox:ledger\n{hidden}\n-->"


def read_ledger(body: str) -> tuple[Record, ...] | Broken:
    """The records of every ledger block in a comment, in order; Broken when a block is not what it was."""
    records: list[Record] = []
    for block in _LEDGER.findall(body.replace("\r\n", "\n")):
        read = _records(block)
        if isinstance(read, Broken):
            return read
        records += read
    return tuple(records)


def artifact_blocks(content: bytes) -> tuple[str, ...]:
    """The content as numbered parts, each short enough to go into one comment beside what people read."""
    packed = base64.b64encode(zlib.compress(content, 9)).decode()
    parts = [packed[start : start + PART] for start in range(0, len(packed), PART)]
    digest = hashlib.sha256(content).hexdigest()
    return tuple(
        f"<!-- signalbox:artifact {digest} {number}/{len(parts)}\n{part}\n-->"
        for number, part in enumerate(parts, start=1)
    )


def read_artifacts(bodies: Iterable[str]) -> Mapping[str, bytes]:
    """SHA-256 -> content of every artifact that is whole and hashes to its name; anything else is left out."""
    parts: dict[tuple[str, int], dict[int, str]] = {}
    for body in bodies:
        for digest, number, of, part in _ARTIFACT.findall(body.replace("\r\n", "\n")):
            parts.setdefault((digest, int(of)), {})[int(number)] = part
    whole: dict[str, bytes] = {}
    for (digest, count), found in parts.items():
        if set(found) != set(range(1, count + 1)):
            continue
        content = _unpacked("".join(found[number] for number in range(1, count + 1)))
        if content is not None and hashlib.sha256(content).hexdigest() == digest:
            whole[digest] = content
    return whole


def _records(block: str) -> tuple[Record, ...] | Broken:
    """The escapes are JSON's own, so reading and writing the line again brings the canonical form back."""
    try:
        lines = [rfc8785.dumps(json.loads(line)) for line in block.split("\n")]
    except (ValueError, RecursionError):
        return Broken(0, "a hidden block holds a line that is not JSON")
    return from_jsonl(b"".join(line + b"\n" for line in lines))


def _unpacked(packed: str) -> bytes | None:
    try:
        unpacker = zlib.decompressobj()
        content = unpacker.decompress(base64.b64decode(packed, validate=False), LARGEST)
    except (binascii.Error, zlib.error):
        return None
    return content if unpacker.eof else None
