"""A run as files in a folder: the ledger, the artifacts, the key, and the hashes that were published elsewhere."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.verify.keys import keys_in_json, keys_in_pem
from bot.verify.problems import NotChecked, NotVerified
from bot.verify.records import signers
from policies.chain import Broken, Record, from_jsonl
from policies.characters import visible

LEDGER = "ledger.jsonl"
HEADS = "heads.json"
KEY = "public_key.pem"
KEYS = "keys.json"

# What is in an exported run beside the artifacts.
_OWN_FILES = frozenset({LEDGER, HEADS, KEY, KEYS})


class PublishedHead(BaseModel):
    """A record's hash as it was published outside the ledger file, and where: a comment, a pull request, a check run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seq: Annotated[int, Field(ge=0)]
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    where: str


class Heads(BaseModel):
    """`heads.json`: the run the ledger must be of, and everything that was published about it elsewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    run: str
    heads: tuple[PublishedHead, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """An exported run, read and not yet believed."""

    folder: Path
    records: tuple[Record, ...]
    keys: Mapping[str, Ed25519PublicKey]
    heads: Heads


def read(folder: Path, keys: Mapping[str, Ed25519PublicKey]) -> Export:
    """The files of an exported run, with the given keys or, without any, its own; raises NotChecked on a missing one."""
    heads = _heads(_content(folder, HEADS))
    records = from_jsonl(_content(folder, LEDGER))
    if isinstance(records, Broken):
        raise NotVerified(f"broken at entry {records.seq}: {records.reason}")
    if not records:
        raise NotChecked(f"{LEDGER} is empty: there is nothing to check")
    return Export(folder, records, keys or _keys(folder), heads)


def file_problems(export: Export) -> Iterator[NotVerified]:
    """Artifacts that are not what the newest entry naming them says."""
    for name, (seq, digest) in sorted(named_files(export.records).items()):
        shown = visible(name)
        if Path(name).name != name or name in _OWN_FILES:
            yield NotVerified(f"entry {seq} names `{shown}`, which is not the name of an artifact")
        elif not (export.folder / name).is_file():
            yield NotChecked(f"{shown} is named by entry {seq} and is not here")
        elif hashlib.sha256((export.folder / name).read_bytes()).hexdigest() != digest:
            yield NotVerified(f"{shown} is not the file that entry {seq} names: its SHA-256 differs")


def named_files(records: Iterable[Record]) -> dict[str, tuple[int, str]]:
    """Artifact name -> number of the newest entry that names it, and the SHA-256 it gives."""
    named: dict[str, tuple[int, str]] = {}
    for record in records:
        files = record.data.get("files")
        if isinstance(files, dict):
            named.update({str(name): (record.seq, str(digest)) for name, digest in files.items()})
    return named


def notes(export: Export) -> Iterator[str]:
    """What a careful reader should know although nothing is wrong."""
    yield f"signed with {signers(export.records)}; compare with the App's published key"
    if not export.heads.heads:
        yield f"{HEADS} names no published hash, so entries cut off at the end would not be noticed"
    else:
        last = max(export.heads.heads, key=lambda head: head.seq)
        yield f"the newest published hash is that of entry {last.seq}, in {visible(last.where)}"
    known = _OWN_FILES | named_files(export.records).keys()
    others = sorted(
        file.name for file in export.folder.iterdir() if file.is_file() and file.name not in known
    )
    if others:
        yield f"not named by the ledger and not checked: {visible(', '.join(others))}"


def _heads(content: bytes) -> Heads:
    try:
        heads = Heads.model_validate_json(content)
    except ValidationError as error:
        raise NotChecked(f"{HEADS} cannot be read: {error.errors()[0]['msg']}") from error
    by_seq: dict[int, str] = {}
    for head in heads.heads:
        if by_seq.setdefault(head.seq, head.hash) != head.hash:
            raise NotVerified(f"two different hashes were published for entry {head.seq}")
    return heads


def _keys(folder: Path) -> Mapping[str, Ed25519PublicKey]:
    keys: dict[str, Ed25519PublicKey] = {}
    if (folder / KEYS).is_file():
        keys |= keys_in_json(_content(folder, KEYS), name=KEYS)
    if not keys or (folder / KEY).is_file():
        keys |= keys_in_pem(_content(folder, KEY), name=KEY)
    return keys


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise NotChecked(f"{folder / name} cannot be read: {error.strerror}") from error
