"""`python -m bot verify`: shows and checks a run's ledger with nothing but its files and the public key."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import click
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from policies.chain import Broken, Record, from_jsonl, key_id, verify
from policies.characters import visible

LEDGER = "ledger.jsonl"
HEADS = "heads.json"
KEY = "public_key.pem"
KEYS = "keys.json"

# What is in an exported run beside the artifacts.
_OWN_FILES = frozenset({LEDGER, HEADS, KEY, KEYS})


class Head(BaseModel):
    """A record's hash as it was published outside the ledger file, and where: a comment, a pull request, a check run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seq: Annotated[int, Field(ge=0)]
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    where: str


class Heads(BaseModel):
    """`heads.json`: the run the ledger must be of, and everything that was published about it elsewhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    run: str
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """An exported run, read and not yet believed."""

    folder: Path
    records: tuple[Record, ...]
    keys: Mapping[str, Ed25519PublicKey]
    heads: Heads


class NotVerified(click.ClickException):
    """Something is wrong; the message is the one line that says what."""

    exit_code = 1


class NotChecked(NotVerified):
    """Something that is needed for the check is missing or unreadable."""

    exit_code = 2


@click.command()
@click.argument("run")
@click.option(
    "--head",
    help="A head hash, or its first 12 digits, that you have seen published, for instance in a pull request.",
)
def command(run: str, head: str | None) -> None:
    """Check RUN, a folder with an exported run: exit 0 when all of it holds, 1 when something is wrong, 2 when it cannot be checked."""
    if head is not None and re.fullmatch(r"[0-9a-f]{12,64}", head) is None:
        raise NotChecked("a head is 12 to 64 hexadecimal digits")
    if re.fullmatch(r"[\w.-]+/[\w.-]+#\d+", run):
        raise NotChecked(f"{run}: runs are not read from GitHub yet; give the folder of an exported run")
    export = read(Path(run))
    outcome = verify(
        export.records,
        export.keys,
        run=export.heads.run,
        anchors={each.seq: each.hash for each in export.heads.heads},
    )
    if isinstance(outcome, Broken):
        raise NotVerified(f"broken at entry {outcome.seq}: {visible(outcome.reason)}")
    for record in export.records:
        click.echo(line_of(record))
    for problem in (*order_problems(export.records), *file_problems(export)):
        raise problem
    if head is not None and not any(record.hash.startswith(head) for record in export.records):
        raise NotVerified(f"the head {head[:12]}… that you gave is not in this ledger")
    for note in notes(export):
        click.echo(f"note: {note}")
    click.echo(f"chain verified: {outcome.length} entries, head {outcome.head}")


def read(folder: Path) -> Export:
    """The files of an exported run; NotVerified when one is missing or unreadable."""
    heads = _heads(_content(folder, HEADS))
    records = from_jsonl(_content(folder, LEDGER))
    if isinstance(records, Broken):
        raise NotVerified(f"broken at entry {records.seq}: {records.reason}")
    if not records:
        raise NotChecked(f"{LEDGER} is empty: there is nothing to check")
    return Export(folder, records, _keys(folder), heads)


def line_of(record: Record) -> str:
    """One entry as a person reads it: number, time, what, about what, who, and its digests cut to 12 digits."""
    data = record.data
    about = " ".join(
        str(data[name])
        for name in ("target", "subject", "unit", "number", "question", "code")
        if data.get(name)
    )
    digests = " ".join(
        f"{name}={value[:12]}"
        for name in ("digest", "tree_sha", "commit_sha", "base_sha", "prd_sha256")
        if isinstance(value := data.get(name), str) and value
    )
    words = (f"{record.seq:4}", record.at, record.type, about, _who(data), digests)
    return visible("  ".join(word for word in words if word)).replace("\n", "[U+000A]")


def order_problems(records: Iterable[Record]) -> Iterator[NotVerified]:
    """Entries that break the promise: approved though never proposed, or written though not approved like that."""
    proposed: dict[object, object] = {}
    approved: set[object] = set()
    intended: set[object] = set()
    for record in records:
        digest = record.data.get("digest")
        problem = ""
        match record.type:
            case "plan_proposed" | "backlog_proposed" | "patchset_proposed":
                proposed[digest] = record.data.get("tree_sha")
            case "approved" if digest not in proposed:
                problem = "approves what was never proposed"
            case "approved":
                approved.add(digest)
            case "approval_voided":
                approved.discard(digest)
            case "write_intended" if digest not in approved:
                problem = "is a write that nobody approved"
            case "write_intended":
                intended.add(digest)
            case "written" if digest not in intended:
                problem = "was written without being recorded first"
            case "written" if proposed.get(digest) not in (None, record.data.get("tree_sha")):
                problem = "wrote another tree than the one that was approved"
            case _:
                pass
        if problem:
            yield NotVerified(f"entry {record.seq} {problem}")


def file_problems(export: Export) -> Iterator[NotVerified]:
    """Artifacts that are not what the newest entry naming them says."""
    for name, (seq, digest) in sorted(named_files(export.records).items()):
        shown = visible(name)
        if Path(name).name != name or name in _OWN_FILES:
            yield NotVerified(f"entry {seq} names `{shown}`, which is not the name of an artifact")
        elif not (export.folder / name).is_file():
            yield NotChecked(f"{shown} is named by entry {seq} and is not here")
        elif _sha256(export.folder / name) != digest:
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
    yield f"signed with {', '.join(sorted({record.key for record in export.records}))}; compare with the App's published key"
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


def _who(data: Mapping[str, object]) -> str:
    by = data.get("by")
    return f"@{by['login']}" if isinstance(by, dict) and "login" in by else ""


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


def _keys(folder: Path) -> dict[str, Ed25519PublicKey]:
    texts: dict[str, str] = {}
    if (folder / KEYS).is_file():
        try:
            texts = TypeAdapter(dict[str, str]).validate_json(_content(folder, KEYS))
        except ValidationError as error:
            raise NotChecked(f"{KEYS} cannot be read: {error.errors()[0]['msg']}") from error
    keys = {name: _key(text.encode(), name=KEYS) for name, text in texts.items()}
    for name, key in keys.items():
        if key_id(key) != name:
            raise NotVerified(f"{KEYS} holds the key {key_id(key)} under the name {visible(name)}")
    if not keys or (folder / KEY).is_file():
        key = _key(_content(folder, KEY), name=KEY)
        keys[key_id(key)] = key
    return keys


def _key(pem: bytes, *, name: str) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NotChecked(f"{name} holds no public key in PEM form") from error
    if not isinstance(key, Ed25519PublicKey):
        raise NotChecked(f"{name} holds a key that is not an Ed25519 key")
    return key


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise NotChecked(f"{folder / name} cannot be read: {error.strerror}") from error


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
