"""The ledger's chain: signed records, each holding the hash of the one before, and the proof that nothing was changed."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import nacl.exceptions
import nacl.signing
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

VERSION = 1
NO_HASH = "0" * 64
MAX_LINE_BYTES = 1024 * 1024

_FIELDS = frozenset({"v", "run", "seq", "at", "type", "data", "prev", "key", "sig"})
_HASH = re.compile(r"[0-9a-f]{64}")
# https://www.rfc-editor.org/rfc/rfc3339#section-5.6
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_NO_ANCHORS: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Record:
    """One link: `seq` counts from 0, `prev` is the hash of the record before, `sig` is base64url without padding.

    `key` names the signing key, `at` is an RFC 3339 time as told by the signer, `data` is a JSON object.
    """

    v: int
    run: str
    seq: int
    at: str
    type: str
    data: Mapping[str, object]
    prev: str
    key: str
    sig: str

    @property
    def hash(self) -> str:
        """SHA-256 (64 hex) over the RFC 8785 bytes of the whole record, signature included."""
        return hashlib.sha256(canonical(self)).hexdigest()


@dataclass(frozen=True, slots=True)
class Verified:
    """Every record is as it was signed, in its place, of one run; `head` is the last one's hash."""

    head: str
    length: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place where the chain does not hold, and why."""

    seq: int
    reason: str


def key_id(public_key: Ed25519PublicKey) -> str:
    """The name of a key: the first 16 hex digits of the SHA-256 over its 32 raw bytes."""
    return hashlib.sha256(public_key.public_bytes_raw()).hexdigest()[:16]


def sign(  # noqa: PLR0913 -- a record has this many parts that only the caller knows
    private_key: Ed25519PrivateKey,
    *,
    previous: Record | None,
    run: str,
    at: str,
    type: str,  # noqa: A002 -- the record's own word for it
    data: Mapping[str, object],
) -> Record:
    """The next record after `previous`; ValueError when it cannot be one, for instance because it is of another run.

    `data` comes back as JSON has it: tuples become lists.
    """
    if previous is not None and previous.run != run:
        raise ValueError(f"the chain is of {previous.run}, not of {run}")
    unsigned = Record(
        v=VERSION,
        run=run,
        seq=0 if previous is None else previous.seq + 1,
        at=at,
        type=type,
        data=json.loads(rfc8785.dumps(dict(data))),  # type: ignore[arg-type]  # what is not JSON raises
        prev=NO_HASH if previous is None else previous.hash,
        key=key_id(private_key.public_key()),
        sig="",
    )
    if (reason := _shape_problem(_to_object(unsigned))) is not None:
        raise ValueError(reason)
    signature = private_key.sign(_signed(_halves(unsigned)))
    return _from_object({**_to_object(unsigned), "sig": _encode(signature)})


def verify(
    records: Iterable[Record],
    keys: Mapping[str, Ed25519PublicKey],
    *,
    run: str | None = None,
    anchors: Mapping[int, str] = _NO_ANCHORS,
    after: Verified | None = None,
) -> Verified | Broken:
    """Whether these records are one whole, unchanged chain, or go on `after` one that was found to be.

    `run` is the key the chain must carry; without it, that of its first record. `anchors` are record hashes by
    sequence that were published elsewhere: only they show that the end was cut off, or that everything was signed
    anew with the same key.
    """
    head, length = (NO_HASH, 0) if after is None else (after.head, after.length)
    verifiers = {name: _verifier(key) for name, key in keys.items() if key_id(key) == name}
    for record in records:
        run = record.run if run is None else run
        reason = _link_problem(record, seq=length, run=run, prev=head)
        if reason is not None:
            return Broken(length, reason)
        checked = _checked(record, verifiers)
        if isinstance(checked, str):
            return Broken(length, checked)
        head = hashlib.sha256(checked).hexdigest()
        if anchors.get(length, head) != head:
            return Broken(length, f"the published hash is {anchors[length]}, this record's is {head}")
        length += 1
    if (missing := min((seq for seq in anchors if not 0 <= seq < length), default=None)) is not None:
        return Broken(
            missing, f"a hash was published for this record, but the chain ends after {length} records"
        )
    return Verified(head, length)


def canonical(record: Record) -> bytes:
    """The RFC 8785 bytes of a record: its line in a ledger file, and what its hash is taken over."""
    return _whole(_halves(record), record.sig)


def to_jsonl(records: Iterable[Record]) -> bytes:
    """A ledger file: one record a line, each line ended by a line feed."""
    return b"".join(canonical(record) + b"\n" for record in records)


def from_jsonl(content: bytes) -> tuple[Record, ...] | Broken:
    """The records of a ledger file, or the first line that is not exactly the canonical form of one.

    This reads; only `verify` says whether the records hold.
    """
    if not content:
        return ()
    lines = content.split(b"\n")
    if lines.pop() != b"":
        return Broken(len(lines), "the last line has no line feed: the file was cut off")
    records: list[Record] = []
    for seq, line in enumerate(lines):
        record = _read(line)
        if isinstance(record, str):
            return Broken(seq, record)
        records.append(record)
    return tuple(records)


def _link_problem(record: Record, *, seq: int, run: str, prev: str) -> str | None:
    if record.v != VERSION:
        return f"version {record.v} is not known"
    if record.run != run:
        return f"it belongs to {record.run}, not to {run}"
    if record.seq != seq:
        return f"it says it is number {record.seq}"
    if record.prev != prev:
        return "it does not follow the record before it"
    return None


def _verifier(key: Ed25519PublicKey) -> nacl.signing.VerifyKey:
    """The same key for libsodium, which checks a signature in less than half the time of `cryptography`."""
    return nacl.signing.VerifyKey(key.public_bytes_raw())


def _checked(record: Record, verifiers: Mapping[str, nacl.signing.VerifyKey]) -> bytes | str:
    """The whole record's bytes once its signature is found to fit, or why it does not."""
    verifier = verifiers.get(record.key)
    if verifier is None:
        return f"it is signed with the key {record.key}, which is not known"
    signature = _decode(record.sig)
    if signature is None:
        return "its signature cannot be read"
    try:
        halves = _halves(record)
        verifier.verify(_signed(halves), signature)
    except nacl.exceptions.BadSignatureError:
        return "its signature does not fit: it was changed after it was signed"
    except (ValueError, TypeError, RecursionError):
        # What has no canonical form was never signed. rfc8785 raises ValueError for such numbers and strings.
        return "it has no canonical form"
    return _whole(halves, record.sig)


def _read(line: bytes) -> Record | str:
    if len(line) > MAX_LINE_BYTES:
        return f"the line is longer than {MAX_LINE_BYTES} bytes"
    try:
        value = json.loads(line)
        if rfc8785.dumps(value) != line:
            return "the line is not in canonical form"
    except (ValueError, TypeError, RecursionError):
        return "the line is not JSON"
    problem = _shape_problem(value)
    return _from_object(value) if problem is None else problem


def _shape_problem(value: object) -> str | None:
    if not isinstance(value, dict) or value.keys() != _FIELDS:
        return "the line is not a record"
    if any(type(value[name]) is not int for name in ("v", "seq")) or value["seq"] < 0:
        return "`v` and `seq` are counts"
    if any(not isinstance(value[name], str) for name in ("run", "at", "type", "prev", "key", "sig")):
        return "the line is not a record"
    if not isinstance(value["data"], dict):
        return "`data` is not an object"
    if not value["run"] or not value["type"]:
        return "`run` and `type` are empty"
    if _TIME.fullmatch(value["at"]) is None:
        return "`at` is not an RFC 3339 time"
    return None if _HASH.fullmatch(value["prev"]) else "`prev` is not a hash"


def _to_object(record: Record) -> dict[str, object]:
    return {
        "v": record.v,
        "run": record.run,
        "seq": record.seq,
        "at": record.at,
        "type": record.type,
        "data": dict(record.data),
        "prev": record.prev,
        "key": record.key,
        "sig": record.sig,
    }


def _from_object(value: dict[str, object]) -> Record:
    return Record(**value)  # type: ignore[arg-type]  # _shape_problem has looked at each field


def _halves(record: Record) -> tuple[bytes, bytes]:
    """The members of the record before and after its signature, as RFC 8785 sorts and writes them, without braces.

    Writing them out is half the cost of a check, so it is done once for the signature and the hash.
    """
    before: dict[str, object] = {
        "at": record.at,
        "data": dict(record.data),
        "key": record.key,
        "prev": record.prev,
        "run": record.run,
        "seq": record.seq,
    }
    after = {"type": record.type, "v": record.v}
    return rfc8785.dumps(before)[1:-1], rfc8785.dumps(after)[1:-1]  # type: ignore[arg-type]  # it is JSON


def _signed(halves: tuple[bytes, bytes]) -> bytes:
    return b"{%s,%s}" % halves


def _whole(halves: tuple[bytes, bytes], sig: str) -> bytes:
    return b'{%s,"sig":%s,%s}' % (halves[0], rfc8785.dumps(sig), halves[1])


def _encode(signature: bytes) -> str:
    return base64.urlsafe_b64encode(signature).rstrip(b"=").decode()


def _decode(text: str) -> bytes | None:
    """The signature's 64 bytes; None for any spelling but the one `_encode` writes, so that no bit can be changed."""
    try:
        signature = base64.b64decode(text + "==", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return signature if len(signature) == 64 and _encode(signature) == text else None
