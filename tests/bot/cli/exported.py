"""A folder as the demo leaves it, and what `verify` says of it."""

import hashlib
import json
from pathlib import Path

from click.testing import CliRunner, Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.__main__ import main
from policies.chain import Record, sign, to_jsonl

RUN = "octo/shop#7"


KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)


MONA = {"id": 1, "login": "mona"}


PACK = b'{"prd":"shop"}'


SUMMARY = b"# Shop\n"


BACKLOG = b'{"units":[]}'


PLAN, LIST, PATCHES = "1" * 64, "2" * 64, "3" * 64


Entry = tuple[str, dict[str, object]]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


ENTRIES: tuple[Entry, ...] = (
    ("run_started", {"repository": "octo/shop", "by": MONA, "prd_sha256": "a" * 64}),
    ("plan_proposed", {"version": 1, "digest": "0" * 64, "files": {"architecture_pack.json": "b" * 64}}),
    (
        "plan_proposed",
        {
            "version": 2,
            "digest": PLAN,
            "files": {
                "architecture_pack.json": sha256(PACK),
                "architecture_pack_summary.md": sha256(SUMMARY),
            },
        },
    ),
    ("approved", {"target": "plan", "version": 2, "digest": PLAN, "by": MONA, "base_sha": "c" * 40}),
    ("write_intended", {"subject": "plan", "digest": PLAN, "branch": "signalbox/7/plan-2"}),
    ("written", {"subject": "plan", "digest": PLAN, "commit_sha": "d" * 40, "tree_sha": "e" * 40}),
    ("backlog_proposed", {"digest": LIST, "files": {"decomposition_plan.json": sha256(BACKLOG)}}),
    ("approved", {"target": "backlog", "digest": LIST, "by": MONA}),
    ("patchset_proposed", {"unit": "U-01", "number": "PS-1", "digest": PATCHES, "tree_sha": "f" * 40}),
    ("approved", {"target": "PS-1", "digest": PATCHES, "by": MONA}),
    ("write_intended", {"subject": "U-01", "digest": PATCHES}),
    ("written", {"subject": "U-01", "digest": PATCHES, "tree_sha": "f" * 40}),
)


def chain(entries: tuple[Entry, ...] = ENTRIES, *, key: Ed25519PrivateKey = KEY) -> tuple[Record, ...]:
    records: list[Record] = []
    for number, (tag, data) in enumerate(entries):
        previous = records[-1] if records else None
        at = f"2026-01-01T00:00:{number:02d}Z"
        records.append(sign(key, previous=previous, run=RUN, at=at, type=tag, data=data))
    return tuple(records)


def pem(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def heads(records: tuple[Record, ...], *published: int) -> str:
    listed = [
        {"seq": seq, "hash": records[seq].hash, "where": f"pull request #{20 + seq}"} for seq in published
    ]
    return json.dumps({"run": RUN, "heads": listed})


def export(folder: Path, entries: tuple[Entry, ...] = ENTRIES) -> Path:
    records = chain(entries)
    (folder / "ledger.jsonl").write_bytes(to_jsonl(records))
    (folder / "public_key.pem").write_bytes(pem(KEY))
    (folder / "heads.json").write_text(heads(records, *sorted({min(2, len(records) - 1), len(records) - 1})))
    (folder / "architecture_pack.json").write_bytes(PACK)
    (folder / "architecture_pack_summary.md").write_bytes(SUMMARY)
    (folder / "decomposition_plan.json").write_bytes(BACKLOG)
    return folder


def check(*words: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, words)])
